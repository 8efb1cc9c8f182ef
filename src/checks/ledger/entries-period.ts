import { statesYear } from '../../facts/ledger/trial-balance';
import type { Entries, TrialBalance } from '../../model/ledger';
import type { Movement } from './closing-entries';

const DECEMBER = 12;

/** Which columns of a trial balance the entries of a journal are to be compared with. */
export type Period = 'to-date' | 'period';

/** A journal of the last month alone adds up to the movement of the period, where that is another than the year's. */
export function periodOf(entries: Entries, balance: TrialBalance): Period {
  const { first, last } = monthsOf(entries);
  return first === last && first === lastMonth(balance) && first !== 1 && (hasBoth(balance) || !statesYear(balance))
    ? 'period'
    : 'to-date';
}

/**
 * True for a journal of some months only: more than one month is missing at its beginning or end, and most accounts
 * that moved lack something. A single voucher that is missing never looks like that.
 */
export function isPartial(entries: Entries, balance: TrialBalance, movements: readonly Movement[]): boolean {
  const { first, last } = monthsOf(entries);
  if (first === null || last === null) return false;
  const missing = first - 1 + Math.max(0, lastMonth(balance) - last);
  const moved = new Set(movements.filter(({ stated }) => stated !== 0).map(({ code }) => code));
  const short = new Set(movements.filter(({ stated, posted }) => stated !== posted).map(({ code }) => code));
  return missing > 1 && short.size * 2 > moved.size;
}

/** First and last month an entry is of; null where the ledger writes no dates. */
function monthsOf({ months }: Entries): { readonly first: number | null; readonly last: number | null } {
  const own = [...new Set(months)].filter((month) => month > 0);
  return own.length === 0 ? { first: null, last: null } : { first: Math.min(...own), last: Math.max(...own) };
}

function lastMonth({ asOf }: TrialBalance): number {
  return asOf === null ? DECEMBER : Number(asOf.slice(-2));
}

function hasBoth({ lines }: TrialBalance): boolean {
  return lines.some(({ debit, debitToDate }) => debit !== null && debitToDate !== null && debit !== debitToDate);
}
