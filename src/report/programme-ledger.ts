import { spentByProgramme } from '../facts/ledger/programme-spending';
import type { TableSet } from '../facts/sets';
import { Decimal } from '../model/decimal';
import type { Entries } from '../model/ledger';
import type { Table } from '../model/table';
import { comparable } from '../model/text';
import type { ListedProgramme } from './programmes';

const WHOLE_YEAR = 12;

/**
 * What the journal of the same unit and year paid for a programme in the period its summary states, in 万元; null where
 * no entry names it, the period is not known, or several ledgers would do.
 */
export type ProgrammeLedger = (programme: ListedProgramme) => Decimal | null;

/** The programmes' money in the ledgers of a set. */
export function programmeLedger(set: TableSet | null, entries: ReadonlyMap<Table, Entries>): ProgrammeLedger {
  const own = (set?.tables ?? []).flatMap((table) => {
    const ledger = table.confidence === 'uncertain' ? undefined : entries.get(table);
    return ledger ? [ledger] : [];
  });
  return ({ name, period }) => {
    const month = lastMonthOf(period);
    if (month === null) return null;
    const stated = own.flatMap((ledger) => spentByProgramme(ledger, month)?.get(comparable(name)) ?? []);
    const [fen] = stated;
    return fen === undefined || stated.length > 1 ? null : Decimal.of(String(fen)).shift(-6);
  };
}

/** 12 for 2023年, 10 for 截至2023年10月; null for any other wording. */
function lastMonthOf(period: string | null): number | null {
  if (period === null) return null;
  if (/^\d{4}年度?$/.test(period)) return WHOLE_YEAR;
  const month = /^截至\d{4}年(\d{1,2})月$/.exec(period)?.[1];
  return month === undefined ? null : Number(month);
}
