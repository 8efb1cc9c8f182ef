import type { Figure } from '../facts/figure';
import { formSets } from '../facts/sets';
import type { TableSet } from '../facts/sets';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import type { Sliced, Step } from '../model/slices';
import { atOnce } from '../model/slices';
import type { Table } from '../model/table';
import { codeFindings } from './codes';
import { culprits, markCulprits } from './culprit';
import type { Trace } from './judge';
import { markMissingRows } from './missing-row';
import { RELATION_PACKS, parseRelations } from './pack';
import { markMisclassified } from './pairs';
import { runRelationsInSlices } from './run';
import { missingTables, setFindings } from './sets';
import { wrongUnits } from './wrong-unit';

/** Everything the check stage says. */
export interface Checked {
  readonly sets: readonly TableSet[];
  /** Every relation that was tried, row by row, and every table that is missing. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Figures of tables that were compared with the books, by the key of the check; none before the books were read. */
  readonly reported: ReadonlyMap<string, Figure>;
  /** How each check came about, by its key; those without figures have none. */
  readonly traces: ReadonlyMap<string, Trace>;
}

/** Validates totals and 勾稽关系 of all recognised tables, within each unit and year and from year to year. */
export function check(tables: readonly Table[]): Checked {
  return atOnce(checkInSlices(tables));
}

/** The same, row by row of every relation. */
export function* checkInSlices(tables: readonly Table[]): Sliced<Checked, Step> {
  const sets = formSets(tables);
  const relations = RELATION_PACKS.flatMap(parseRelations);
  const missing = missingTables(sets, RELATION_PACKS);
  const odd = [...codeFindings(sets), ...setFindings(sets, RELATION_PACKS)];
  const run = yield* runRelationsInSlices(sets, relations);
  const tried = markMissingRows(
    run.map(({ check: one }) => one),
    sets,
  );
  const blamed = culprits(tried);
  const checks = markCulprits(markMisclassified(tried, sets, new Set(blamed.keys())), sets, blamed);
  return {
    sets,
    checks: [...checks, ...missing],
    traces: new Map(run.flatMap(({ check: { key }, trace }) => (trace ? [[key, trace] as const] : []))),
    reported: new Map(),
    findings: [...wrongUnits(checks, sets), ...odd],
  };
}
