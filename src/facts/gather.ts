import pack from './definitions.json';
import type { Figure } from './figure';
import { figureOf } from './figure';
import { findRow } from './rows';
import type { TableSet } from './sets';
import { mainTable, priorSet } from './sets';

/** Where a named figure stands: 本年支出合计 := 《支出决算表》[合计,本年支出合计]. */
export interface Definition {
  readonly name: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** True when it is taken from the same table of the year before. */
  readonly prior?: boolean;
}

/** A named figure of one unit and year, with the cell it came from. */
export interface Fact {
  readonly name: string;
  /** In the expression language, with the year it was taken from: 《支出决算表》[合计,本年支出合计]@2023. */
  readonly definition: string;
  readonly figure: Figure;
}

export const DEFINITIONS = pack.definitions as readonly Definition[];

/** The defined figures that a set of tables holds. What is not there, or cannot be read, is no fact. */
export function gatherFacts(set: TableSet, sets: readonly TableSet[]): Fact[] {
  const before = priorSet(sets, set);
  return DEFINITIONS.flatMap((definition) => {
    const source = definition.prior ? before : set;
    const table = source && mainTable(source, definition.table);
    const row = table && findRow(table, definition.row);
    const figure = table && row && figureOf(table, row, definition.column);
    if (!figure || figure.value === null) return [];
    const year = source.year === null ? '' : `@${source.year}`;
    return [
      {
        name: definition.name,
        definition: `《${definition.table}》[${definition.row},${definition.column}]${year}`,
        figure,
      },
    ];
  });
}
