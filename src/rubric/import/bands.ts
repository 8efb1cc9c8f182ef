import { Decimal } from '../../model/decimal';
import type { Award, BandMethod } from '../pack';
import type { Criterion } from './understood';

const N = '(-?\\d+(?:\\.\\d+)?)%?';
const RANGE = new RegExp(`${N}(?:\\(含\\)|含)?(?:以上)?(?:-|—|~|–|至|到)${N}`);
const BETWEEN = new RegExp(`${N}(≤|<)[^\\d]{0,12}?(≤|<)${N}`);
const AT_LEAST = new RegExp(`(?:≥|>=|>|不低于|达到|大于等于|大于|高于|超过)${N}|${N}(?:\\(含\\)|含|及)?以上`);
const AT_MOST = new RegExp(
  `(?:≤|<=|<|不超过|不高于|小于等于|小于|低于|不足|不到)${N}|${N}(?:\\(含\\)|含|及)?(?:以下|以内)`,
);
const POINTS = /(?:得|计|给|为)(\d+(?:\.\d+)?)分/;
const SHARE = /(?:得|计|给)(?:分值|满分|标准分|权重|该项分值)?(?:的)?(\d+(?:\.\d+)?)%/;
const FULL = /(?:得|计|给)(?:满分|标准分|全分)/;
/** The comma of “≤10%，得5分”. */
const AWARD_APART = /,(?=(?:得|计|给|不得分|不计分))/g;
/** Levels whose award is a range, “部分达成得80%-60%”, are no bands of a value. */
const AWARD_RANGE = /(?:得|计|给)\d+(?:\.\d+)?%?(?:\(含\)|含)?(?:-|—|~|–|至|到)\d/;
const REST = /^(?:其余|其他|其它|否则)/;
const NOTHING = /不得分|不计分|得零分/;

interface Clause {
  readonly low: string | null;
  readonly high: string | null;
  readonly award: Award;
  readonly worth: Decimal;
}

/**
 * Bands such as “95%（含）以上得5分；90%（含）-95%得3分；90%以下不得分”; null for anything that is not at least two
 * clauses, each with a limit and an award, that fall together.
 */
export function readBands(stated: string, points: Decimal): Criterion | null {
  if (AWARD_RANGE.test(stated)) return null;
  const clauses = stated
    .replace(AWARD_APART, '')
    .split(/[;。\n]|,(?=[^,]*(?:得|计|给|分))/)
    .flatMap((clause) => readClause(clause, points) ?? []);
  if (clauses.length < 2) return null;
  const best = [...clauses].sort((a, b) => b.worth.compare(a.worth));
  const first = best[0] as Clause;
  const bound: BandMethod['bound'] | null = first.low !== null ? 'at-least' : first.high !== null ? 'at-most' : null;
  if (bound === null) return null;
  const limited = best.map((clause) => ({
    limit: bound === 'at-least' ? clause.low : clause.high,
    award: clause.award,
  }));
  const open = limited.findIndex(({ limit }) => limit === null);
  // Only the last clause may be open: what is left over.
  if (open >= 0 && open < limited.length - 1) return null;
  const bands = limited.flatMap(({ limit, award }) => (limit === null ? [] : [{ limit, award }]));
  if (!falls(bands, bound)) return null;
  const otherwise: Award = open >= 0 ? (limited[open] as { award: Award }).award : { share: '0' };
  const said = open >= 0;
  return {
    method: { type: 'band', bound, bands, otherwise },
    target: null,
    sign: bound === 'at-least' ? '≥' : '≤',
    assumed: said ? '' : '没有写最后一档之外怎样计分，按不得分',
  };
}

function falls(bands: readonly { readonly limit: string }[], bound: BandMethod['bound']): boolean {
  const order = bound === 'at-least' ? -1 : 1;
  return bands.every(({ limit }, at) => {
    const before = bands[at - 1];
    return before === undefined || Decimal.of(limit).compare(Decimal.of(before.limit)) === order;
  });
}

function readClause(clause: string, points: Decimal): Clause | null {
  const award = readAward(clause);
  if (!award) return null;
  const worth = 'share' in award ? points.times(Decimal.of(award.share)) : Decimal.of(award.points);
  if (REST.test(clause)) return { low: null, high: null, award, worth };
  const between = BETWEEN.exec(clause);
  if (between) return { low: between[1] as string, high: between[4] as string, award, worth };
  const range = RANGE.exec(clause);
  if (range) {
    const ends = [range[1] as string, range[2] as string].sort((a, b) => Decimal.of(a).compare(Decimal.of(b)));
    return { low: ends[0] as string, high: ends[1] as string, award, worth };
  }
  const low = AT_LEAST.exec(clause);
  if (low) return { low: low[1] ?? (low[2] as string), high: null, award, worth };
  const high = AT_MOST.exec(clause);
  return high ? { low: null, high: high[1] ?? (high[2] as string), award, worth } : null;
}

function readAward(clause: string): Award | null {
  if (NOTHING.test(clause)) return { share: '0' };
  if (FULL.test(clause)) return { share: '1' };
  const share = SHARE.exec(clause);
  if (share)
    return {
      share: Decimal.of(share[1] as string)
        .shift(-2)
        .toString(),
    };
  const points = POINTS.exec(clause);
  return points ? { points: points[1] as string } : null;
}
