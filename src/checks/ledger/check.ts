import type { Figure } from '../../facts/figure';
import { readTrialBalance } from '../../facts/ledger/trial-balance';
import type { TableSet } from '../../facts/sets';
import type { Check } from '../../model/check';
import type { Finding } from '../../model/finding';
import type { Entries, TrialBalance } from '../../model/ledger';
import type { Sliced, Step } from '../../model/slices';
import type { Table } from '../../model/table';
import { balanceStructure } from './balance-structure';
import { classifiedTies } from './classified-ties';
import { entriesAgainstBalance } from './entries-balance';
import type { TiedFigure } from './final-ties';
import { finalTies } from './final-ties';
import { otherYears, partialEntries, unreadableEntries } from './ledger-findings';
import { voucherStructure } from './voucher-structure';

const ID = 'ledger.';

/** What is said about the ledgers of a workbook. */
export interface LedgersChecked {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** The reported figure of a check that compares one with a book, by its key. */
  readonly reported: ReadonlyMap<string, Figure>;
}

/** True for a check of a trial balance or of entries; such are listed on a sheet of their own. */
export function isLedgerCheck({ id }: Check): boolean {
  return id.startsWith(ID);
}

/**
 * Every trial balance and every ledger in itself, the entries against the trial balances of their unit and year, and
 * these against the final accounts; a ledger in a slice.
 */
export function* checkLedgersInSlices(
  sets: readonly TableSet[],
  entries: ReadonlyMap<Table, Entries>,
): Sliced<LedgersChecked, Step> {
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const reported = new Map<string, Figure>();
  const tie = (tied: readonly TiedFigure[]): void => {
    for (const { check, figure } of tied) {
      checks.push(check);
      reported.set(check.key, figure);
    }
  };
  for (const { tables } of sets) {
    const balances: TrialBalance[] = [];
    for (const table of tables) {
      const balance = readTrialBalance(table);
      if (!balance) continue;
      yield { done: 0, total: 1, text: table.sheet };
      checks.push(...balanceStructure(balance));
      if (table.confidence === 'uncertain') continue;
      tie(finalTies(tables, balance));
      balances.push(balance);
    }
    for (const table of tables) {
      const own = entries.get(table);
      if (!own) continue;
      yield { done: 0, total: 1, text: table.sheet };
      checks.push(...voucherStructure(own));
      findings.push(...unreadableEntries(own), ...otherYears(own));
      if (table.confidence === 'uncertain') continue;
      tie(classifiedTies(tables, own));
      for (const balance of balances) {
        if (!balance.hasUnit) continue;
        const compared = entriesAgainstBalance(own, balance);
        if (compared === null) findings.push(partialEntries(own, balance));
        else checks.push(...compared.map(({ check }) => check));
      }
    }
  }
  return { checks, findings, reported };
}
