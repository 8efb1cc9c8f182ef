import type { Figure } from '../facts/figure';
import { figureName } from '../facts/figure';
import { evaluate, isGap } from '../formula/evaluate';
import { wording } from '../formula/explain';
import type { Scope } from '../formula/scope';
import { formatPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Finding } from '../model/finding';
import type { ScoreInput, ScoredIndicator } from '../model/scorecard';
import { fromYuan } from '../model/unit';
import type { Answer } from './answers';
import { readAnswer } from './answers';
import { engineOf, exactScore, isOverAchieved } from './methods/score-formula';
import type { Indicator, Rubric } from './pack';
import { answerFinding, overAchievementFinding, reasonFinding, unusedFinding } from './problems';
import { regainWords } from './regain';
import { nodeOf, wayWords, workOut } from './value';
import type { WorkedOut } from './value';
import { scoreText, targetText } from './words';

/** An indicator of a rubric with what became of it. */
export interface Judged {
  readonly scored: ScoredIndicator;
  readonly worked: WorkedOut | null;
  readonly problems: readonly Finding[];
}

/** A value to score, or why there is none. */
type Verdict =
  | { readonly status: 'computed' | 'answered'; readonly value: Decimal; readonly level: string | null }
  | { readonly status: 'pending' | 'not-applicable'; readonly why: string };

/** Scores one indicator. Its figures come before her answer; neither is ever made up. */
export function judge(indicator: Indicator, rubric: Rubric, scope: Scope, answer: Answer | undefined): Judged {
  const outcome = workOut(indicator, scope);
  const worked = 'missing' in outcome ? null : outcome;
  const problems: Finding[] = [];
  const found = valueFor(indicator, outcome, scope, answer, problems);
  if (worked && isValued(answer)) problems.push(unusedFinding(indicator));
  const scored = scoredIndicator(indicator, rubric, found, worked, scope);
  const over = rubric.overAchievement;
  if ('value' in found && over && isOverAchieved(indicator, found.value, over) && !hasReason(answer))
    problems.push(overAchievementFinding(indicator, found.value, over, cellsOf(worked)));
  return { scored, worked, problems };
}

function isValued(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.level ?? answer.count ?? answer.value) !== undefined;
}

function hasReason(answer: Answer | undefined): boolean {
  return (answer?.reason ?? '').trim() !== '';
}

function valueFor(
  indicator: Indicator,
  outcome: WorkedOut | { readonly missing: string },
  scope: Scope,
  answer: Answer | undefined,
  problems: Finding[],
): Verdict {
  const absent = notApplicable(indicator, scope);
  if (absent !== null) return { status: 'not-applicable', why: absent };
  if (answer?.notApplicable === true) {
    if (hasReason(answer)) return { status: 'not-applicable', why: `不适用：${(answer.reason ?? '').trim()}` };
    problems.push(reasonFinding(indicator));
    return { status: 'pending', why: '已选“不适用”，还没有写明原因' };
  }
  if (!('missing' in outcome)) return { status: 'computed', value: outcome.value, level: null };
  const reading = readAnswer(indicator, answer);
  if ('value' in reading) return { status: 'answered', ...reading };
  if ('impossible' in reading) {
    problems.push(answerFinding(indicator, reading.impossible));
    return { status: 'pending', why: reading.impossible };
  }
  const lacking = [outcome.missing, indicator.whenMissing ?? ''].filter((part) => part !== '').join('。');
  return { status: 'pending', why: lacking === '' ? reading.missing : lacking };
}

function notApplicable({ notApplicableWhen }: Indicator, scope: Scope): string | null {
  if (notApplicableWhen === undefined) return null;
  const node = nodeOf(notApplicableWhen);
  const outcome = evaluate(node, scope);
  return isGap(outcome) || outcome.value.isZero() ? null : `不适用：${wording(node)}`;
}

function scoredIndicator(
  indicator: Indicator,
  rubric: Rubric,
  found: Verdict,
  worked: WorkedOut | null,
  scope: Scope,
): ScoredIndicator {
  const { id, path, evidence, basis, target } = indicator;
  const points = Decimal.of(indicator.points);
  const first = indicator.formula?.[0];
  const way = worked?.way ?? first;
  const given = 'value' in found ? exactScore(indicator, found.value, points, rubric.overAchievement ?? null) : null;
  const lost = given !== null && given.roundHalfUp(2).compare(points.roundHalfUp(2)) < 0;
  return {
    id,
    path,
    points,
    value: 'value' in found ? found.value : null,
    target: targetText(target),
    score: given,
    status: found.status,
    formula: way ? wayWords(way) : '',
    inputs: inputsOf(worked),
    deduction: 'why' in found ? `${found.why}。` : lost ? lostWords(indicator, rubric, found, points, given) : '',
    regain: 'value' in found && lost ? regainOf(indicator, found, points, given, worked, scope) : '',
    evidence,
    basis,
  };
}

type Valued = Extract<Verdict, { value: Decimal }>;

function lostWords(indicator: Indicator, rubric: Rubric, found: Valued, points: Decimal, given: Decimal): string {
  const { value, level } = found;
  const plain = exactScore(indicator, value, points);
  const parts: string[] = [];
  if (plain.roundHalfUp(2).compare(points.roundHalfUp(2)) < 0)
    parts.push(engineOf(indicator).reason({ indicator, points, value, score: plain, level }));
  if (given.compare(plain) < 0) {
    const above = Decimal.of(rubric.overAchievement?.above ?? '0').shift(2);
    parts.push(
      `超过目标${targetText(indicator.target)}的${above.toString()}%以上，扣${scoreText(plain.minus(given))}分`,
    );
  }
  return `${parts.join('；')}。`;
}

function regainOf(
  indicator: Indicator,
  { value, level }: Valued,
  points: Decimal,
  given: Decimal,
  worked: WorkedOut | null,
  scope: Scope,
): string {
  // What an over-achievement took off is not regained by doing less.
  if (exactScore(indicator, value, points).equals(points)) return '';
  const engine = engineOf(indicator);
  const goal = engine.fullAt(indicator);
  const words = goal
    ? regainWords(indicator, goal, value, worked, scope)
    : engine.regain({ indicator, points, value, score: given, level });
  return words === '' ? '' : `${words}。`;
}

function inputsOf(worked: WorkedOut | null): ScoreInput[] {
  const byPlace = new Map((worked?.figures ?? []).map((figure) => [placeOf(figure), figure]));
  return [...byPlace.values()].map((figure) => ({
    name: figureName(figure),
    value: figure.value === null || figure.unit === null ? figure.value : fromYuan(figure.value, figure.unit),
    unit: figure.unit,
    places: figure.place === null ? [] : [figure.place],
  }));
}

function placeOf(figure: Figure): string {
  return figure.place === null ? figureName(figure) : formatPlace(figure.place);
}

function cellsOf(worked: WorkedOut | null): string[] {
  return [...new Set((worked?.figures ?? []).flatMap(({ place }) => (place ? [formatPlace(place)] : [])))];
}
