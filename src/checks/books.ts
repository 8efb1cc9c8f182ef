import type { TableSet } from '../facts/sets';
import type { Entries } from '../model/ledger';
import type { Roster } from '../model/roster';
import type { Sliced, Step } from '../model/slices';
import type { Table } from '../model/table';
import type { Checked } from './check';
import type { LedgersChecked } from './ledger/check';
import { checkLedgersInSlices } from './ledger/check';
import { checkRostersInSlices } from './roster/check';

/** The rows of ledgers and rosters, folded: what recognition counted and did not keep. */
export interface Books {
  readonly entries: ReadonlyMap<Table, Entries>;
  readonly rosters: readonly Roster[];
}

/** Ledgers and rosters in themselves, against one another and against the tables they stand behind. */
export function* checkBooksInSlices(
  { entries, rosters }: Books,
  sets: readonly TableSet[],
): Sliced<LedgersChecked, Step> {
  const ledgers = yield* checkLedgersInSlices(sets, entries);
  const listed = yield* checkRostersInSlices(rosters, sets);
  return { ...ledgers, findings: [...ledgers.findings, ...listed] };
}

/** Everything the check stage says, the books included. */
export function withBooks(checked: Checked, books: LedgersChecked): Checked {
  return {
    ...checked,
    reported: books.reported,
    checks: [...checked.checks, ...books.checks],
    findings: [...checked.findings, ...books.findings],
  };
}
