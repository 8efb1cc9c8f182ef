import { Decimal } from '../model/decimal';
import packed from '../rubric/projects/bands.json';
import type { ProjectAnswer, ProjectAnswers } from '../rubric/projects/answers';
import { bandOf } from '../rubric/projects/qualitative';
import type { KeptRow, Typed } from './kept';

/** Ids of the columns of 自评_项目自评表 in which she answers for an indicator. */
export const PROJECT_INPUTS = { actual: '第6栏', reason: '第9栏', share: '第10栏' } as const;

const KIND = '指标';
const ONE = Decimal.of(1);

/** Id of the row of an indicator in one year: answers of another year are not carried over. */
export function indicatorRowId(year: number | null, indicator: string): string {
  return `${year ?? ''}|${KIND}|${indicator}`;
}

/**
 * What she typed on 自评_项目自评表 as answers for `evaluateProjects`: the actual values of indicators that have none, and
 * for qualitative ones the share of the points, with the words or, where the words mean no band, the band it lies in; and
 * her reasons for what is far from its target.
 */
export function projectAnswersFrom(kept: ReadonlyMap<string, KeptRow>, year: number | null): ProjectAnswers {
  const prefix = indicatorRowId(year, '');
  const answers: Record<string, ProjectAnswer> = Object.create(null) as Record<string, ProjectAnswer>;
  for (const [id, { typed, places }] of kept) {
    if (!id.startsWith(prefix)) continue;
    const isQualitative = places.has(PROJECT_INPUTS.share);
    const actual = typed.get(PROJECT_INPUTS.actual);
    const answer = isQualitative ? judged(actual, typed.get(PROJECT_INPUTS.share)) : measured(actual);
    const reason = typed.get(PROJECT_INPUTS.reason)?.toString();
    if (!answer && reason === undefined) continue;
    answers[id.slice(prefix.length)] = { ...answer, ...(reason !== undefined && { reason }) };
  }
  return answers;
}

function measured(actual: Typed | undefined): ProjectAnswer | null {
  return actual === undefined ? null : { value: actual.toString() };
}

function judged(words: Typed | undefined, share: Typed | undefined): ProjectAnswer | null {
  if (share === undefined) return words === undefined ? null : { level: words.toString() };
  const ratio = ratioOf(share);
  const named = words === undefined ? null : (bandOf(words.toString(), '')?.band.name ?? null);
  const level = ratio === null ? named : (bandWith(ratio, named) ?? named);
  return {
    ...(level !== null && { level }),
    value: ratio === null ? share.toString() : `${ratio.shift(2).toString()}%`,
  };
}

/** 85%, 0.85 and 85 mean the same; null for anything else. */
export function ratioOf(share: Typed): Decimal | null {
  const digits = /^\s*(\d+(?:\.\d+)?)\s*[%％]?\s*$/.exec(share.toString());
  if (!digits) return null;
  const value = Decimal.of(digits[1] as string);
  const isPercent = /[%％]/.test(share.toString()) || value.compare(ONE) > 0;
  const ratio = isPercent ? value.shift(-2) : value;
  return ratio.compare(ONE) <= 0 ? ratio : null;
}

/** The band a share lies in: the one that was named where it fits, else the better one. */
function bandWith(share: Decimal, named: string | null): string | null {
  const fitting = packed.bands.filter(
    ({ from, to }) => share.compare(Decimal.of(from)) >= 0 && share.compare(Decimal.of(to)) <= 0,
  );
  return (fitting.find(({ name }) => name === named) ?? fitting[0])?.name ?? null;
}
