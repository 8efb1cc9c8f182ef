import type { TableSet } from '../facts/sets';
import { mainTable, priorSet } from '../facts/sets';
import type { Fact } from '../facts/gather';
import type { Scope } from '../formula/scope';

/**
 * What names mean in the report: the main tables of the unit and year the workbook is about, and those of the year
 * before. Tables up to a month are no figures of a year and are left out.
 */
export function workbookScope(set: TableSet | null, sets: readonly TableSet[], facts: readonly Fact[]): Scope {
  const before = set && priorSet(sets, set);
  const byName = new Map(facts.map((fact) => [fact.name, fact.figure]));
  return {
    table: (name, prior) => {
      const source = prior ? before : set;
      const table = source && mainTable(source, name);
      return table?.asOf === null ? table : null;
    },
    fact: (name) => {
      const figure = byName.get(name);
      return figure ? [figure] : null;
    },
    here: null,
  };
}
