import { Decimal } from '../model/decimal';
import { PENDING, pendingText } from '../model/pending';
import { projectScoreFormula } from '../rubric/projects/score-formula';
import { DEVIATION } from '../rubric/projects/score-rules';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell, numberCell, textCell } from './cells';
import { conversionOf } from './conversion';
import { caption, words } from './form-sheet';
import type { Typed } from './kept';
import { actualText, powerBetween, scaledActual, typedScale } from './project-actual';
import { PROJECT_INPUTS, indicatorRowId, ratioOf } from './project-answers';
import type { FormContext } from './project-form';
import { COLUMN, at, columnId, inputCell, place } from './project-form';
import type { ScoredRow } from './project-score';
import { scoreCells } from './project-score';
import type { FormIndicator } from './project-source';
import { STYLES } from './styles';

const ACTUAL = '实际完成值';
const ZERO = number(Decimal.ZERO);
const ONE = number(Decimal.of(1));
const HUNDRED = number(Decimal.of(100));
const PERCENT_INPUT = { ...STYLES.inputPlain, format: '0.00%' };
const CENTERED_INPUT = { ...STYLES.input, horizontal: 'center' } as const;

/** Three levels; a table with fewer leaves the upper ones blank. */
export function levelsOf(indicator: FormIndicator): readonly [string, string, string] {
  const { path } = indicator.evaluation;
  return [path.length > 1 ? (path[0] as string) : '', path.length > 2 ? (path[1] as string) : '', path.at(-1) ?? ''];
}

/** True for indicators whose score is a share of the points that a person gives. */
export function isJudged({ target, evaluation, trace }: FormIndicator): boolean {
  if (target.type !== 'words') return false;
  return evaluation.status !== 'computed' && evaluation.points !== null && trace.method === null;
}

interface Scoring {
  readonly actual: Cell;
  readonly isTyped: boolean;
  /** The number that is scored, for the hidden column. */
  readonly number: Cell | null;
  readonly score: Formula;
}

/** One indicator as a row of the form, live from the working paper and from what she types. */
export class IndicatorRow {
  private readonly id: string;
  private readonly typed: ReadonlyMap<string, Typed> | undefined;

  constructor(
    private readonly context: FormContext,
    private readonly indicator: FormIndicator,
    private readonly row: number,
  ) {
    this.id = indicatorRowId(context.about.year, indicator.evaluation.id);
    this.typed = context.kept.get(this.id)?.typed;
  }

  add(levelOneShown: Cell): ScoredRow {
    const { context, indicator, row } = this;
    const { evaluation } = indicator;
    const scoring = indicator.target.type === 'words' ? this.judged() : this.measured();
    const { unrounded, shown } = scoreCells(row, scoring.score, evaluation.score);
    const reason = this.reasonCell();
    const share = isJudged(indicator) ? this.shareCell() : null;
    const inputs = [
      ...(scoring.isTyped ? [PROJECT_INPUTS.actual] : []),
      ...(reason.type === 'input' ? [columnId(COLUMN.reason)] : []),
      ...(share ? [PROJECT_INPUTS.share] : []),
    ];
    const [, second, third] = levelsOf(indicator);
    context.form.row(
      [
        caption(''),
        { cell: levelOneShown },
        words(second, 1, STYLES.center),
        words(third),
        words(evaluation.target, 1, STYLES.center),
        { cell: scoring.actual },
        { cell: this.pointsCell() },
        { cell: shown },
        { cell: reason },
      ],
      { id: this.id, inputs, figures: '' },
      [share, scoring.number, unrounded],
    );
    return { points: evaluation.points, score: evaluation.score };
  }

  private pointsCell(): Cell {
    const { evaluation, points } = this.indicator;
    if (evaluation.points === null) return textCell(PENDING, STYLES.center);
    if (points === null) return numberCell(evaluation.points, STYLES.plain);
    return formulaCell(this.context.paper.number(points), evaluation.points, STYLES.plain);
  }

  /** A number from the table, or one she types where the table has none. */
  private measured(): Scoring {
    const { indicator, context } = this;
    const { actual, trace } = indicator;
    if (actual && indicator.actualPlace) {
      const source = cell(indicator.actualPlace);
      const scored = scaledActual(context.paper.number(actual.figure), source, actual.scale);
      const blank = call('IF', operation('=', source, text('')), text(''), scored);
      const value = trace.actual as Decimal;
      return { ...this.fromTable(), number: formulaCell(blank, value, STYLES.plain), score: this.scoreOfNumber() };
    }
    // What the table says and cannot be scored is put right there, unless she has answered it.
    if (indicator.actualPlace && indicator.evaluation.status !== 'answered') {
      return { ...this.fromTable(), number: null, score: text(PENDING) };
    }
    return this.typedNumber();
  }

  /** The words or the number of the table, as they stand there now. */
  private fromTable(): Pick<Scoring, 'actual' | 'isTyped'> {
    const { evaluation, actualPlace, actual } = this.indicator;
    const source = cell(actualPlace as NonNullable<typeof actualPlace>);
    const asked = pendingText(ACTUAL);
    const formula = call('IF', operation('=', source, text('')), text(asked), source);
    const value = actual && actual.figure.state === 'number' ? actual.figure.value : null;
    const isRatio = value !== null && actual?.scale.percent === true && actual.scale.power === 0;
    const style = { ...STYLES.center, format: isRatio ? '0.##%' : 'General' };
    return { actual: formulaCell(formula, value ?? evaluation.actual, style), isTyped: false };
  }

  private typedNumber(): Scoring {
    const { trace, target, evaluation } = this.indicator;
    const answered = evaluation.status === 'answered' && trace.actual !== null ? trace.actual : null;
    const known = answered && actualText(answered, target);
    const actual = inputCell(this.typed?.get(PROJECT_INPUTS.actual), known, ACTUAL, CENTERED_INPUT);
    const value = actual.type === 'input' ? actual.value : null;
    const formula = this.typedFormula(value, answered);
    return {
      actual,
      isTyped: true,
      number: formula && formulaCell(formula, answered ?? '', STYLES.plain),
      score: formula && evaluation.points !== null ? this.scoreOfNumber() : text(PENDING),
    };
  }

  /** Her actual value as the number that is scored; null where a number alone would not be clear. */
  private typedFormula(value: Typed | null, answered: Decimal | null): Formula | null {
    const typedAt = place(this.row, COLUMN.actual);
    const source = cell(typedAt);
    const clear = typedScale(this.indicator.target);
    const power = answered && value instanceof Decimal ? powerBetween(value, answered) : null;
    const scale = clear ?? (power === null ? null : { power, percent: false, sign: null });
    const converted =
      answered && typeof value === 'string'
        ? conversionOf(value, { place: typedAt, state: 'text', value: answered, written: value }, source).formula
        : null;
    if (!scale) return converted;
    return call('IF', call('ISNUMBER', source), scaledActual(source, source, scale), converted ?? text(''));
  }

  private scoreOfNumber(): Formula {
    const { target, trace } = this.indicator;
    const measure = trace.method
      ? { method: trace.method, target: trace.target, to: trace.to }
      : 'quantity' in target
        ? { method: target.type, target: target.quantity.value, to: target.quantity.value }
        : null;
    if (!measure?.target || !measure.to) return text(PENDING);
    return projectScoreFormula(measure.method, {
      actual: at(this.row, COLUMN.number),
      target: number(measure.target),
      to: number(measure.to),
      points: at(this.row, COLUMN.points),
    });
  }

  /** Words that mean a band, or the share of the points she gives. A word that is changed has to be judged anew. */
  private judged(): Scoring {
    const { indicator, row } = this;
    const { evaluation, trace, actualPlace } = indicator;
    const points = at(row, COLUMN.points);
    const fromTable = actualPlace !== null;
    const typed = this.typed?.get(PROJECT_INPUTS.actual);
    const shown = fromTable
      ? this.fromTable()
      : { actual: inputCell(typed, null, ACTUAL, CENTERED_INPUT), isTyped: true };
    const said = fromTable ? evaluation.actual : typed?.toString();
    const source = fromTable ? cell(actualPlace) : at(row, COLUMN.actual);
    const byWords =
      trace.share && said !== undefined && !this.typed?.has(PROJECT_INPUTS.share)
        ? call('IF', same(source, said), operation('*', points, number(trace.share)), text(PENDING))
        : text(PENDING);
    return { ...shown, number: null, score: isJudged(indicator) ? byShare(row, points, byWords) : byWords };
  }

  private shareCell(): Cell {
    const { evaluation, trace } = this.indicator;
    const typed = this.typed?.get(PROJECT_INPUTS.share);
    const ratio = typed === undefined ? null : ratioOf(typed);
    // An answer from elsewhere is shown as hers; words she typed speak for themselves.
    const isElsewhere = evaluation.status === 'answered' && this.typed?.has(PROJECT_INPUTS.actual) !== true;
    return inputCell(ratio ?? typed, isElsewhere ? trace.share : null, null, PERCENT_INPUT);
  }

  /** Her words from the table; hers to write where there are none, asked for where points are lost or values far off. */
  private reasonCell(): Cell {
    const { evaluation } = this.indicator;
    const typed = this.typed?.get(columnId(COLUMN.reason));
    if (evaluation.deviation !== '') return textCell(evaluation.deviation);
    const isLost =
      evaluation.score !== null && evaluation.points !== null && evaluation.score.compare(evaluation.points) < 0;
    return inputCell(typed, null, isLost || isFarOff(this.indicator) ? '偏差原因及改进措施' : null, STYLES.input);
  }
}

/** The share of the points she gives, 85% or 85; without one, what the words mean. */
function byShare(row: number, points: Formula, byWords: Formula): Formula {
  const share = at(row, COLUMN.share);
  const ratio = call('IF', operation('>', share, ONE), operation('/', share, HUNDRED), share);
  const isShare = call('AND', operation('>=', share, ZERO), operation('<=', share, HUNDRED));
  const given = call('IF', isShare, operation('*', points, ratio), text(PENDING));
  return call('IF', call('ISNUMBER', share), given, byWords);
}

/** Whether a cell still says the same, white space aside. */
function same(source: Formula, words: string): Formula {
  const bare = [' ', '　'].reduce<Formula>((rest, space) => call('SUBSTITUTE', rest, text(space), text('')), source);
  return operation('=', bare, text(words.replace(/[ 　]/g, '')));
}

/** True where an actual value is so far from its target that a reason is asked for. */
function isFarOff({ trace: { actual, target, to } }: FormIndicator): boolean {
  if (!actual || !target || !to) return false;
  const missed = actual.compare(target) < 0 ? target : actual.compare(to) > 0 ? to : null;
  const deviation = missed && actual.minus(missed).abs().dividedBy(missed.abs());
  return deviation !== null && deviation.compare(DEVIATION.above) > 0;
}
