import { formSets } from '../facts/sets';
import type { TableSet } from '../facts/sets';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import type { Table } from '../model/table';
import { codeFindings } from './codes';
import { culprits, markCulprits } from './culprit';
import { markMissingRows } from './missing-row';
import { RELATION_PACKS, parseRelations } from './pack';
import { markMisclassified } from './pairs';
import { runRelations } from './run';
import { missingTables, setFindings } from './sets';
import { wrongUnits } from './wrong-unit';

/** Everything the check stage says. */
export interface Checked {
  readonly sets: readonly TableSet[];
  /** Every relation that was tried, row by row, and every table that is missing. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** Validates totals and 勾稽关系 of all recognised tables, within each unit and year and from year to year. */
export function check(tables: readonly Table[]): Checked {
  const sets = formSets(tables);
  const relations = RELATION_PACKS.flatMap(parseRelations);
  const tried = markMissingRows(runRelations(sets, relations), sets);
  const blamed = culprits(tried);
  const checks = markCulprits(markMisclassified(tried, sets, new Set(blamed.keys())), sets, blamed);
  return {
    sets,
    checks: [...checks, ...missingTables(sets, RELATION_PACKS)],
    findings: [...wrongUnits(checks, sets), ...codeFindings(sets), ...setFindings(sets, RELATION_PACKS)],
  };
}
