import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import { findRow } from '../facts/rows';
import type { Scope } from '../formula/scope';
import type { Table, TableRow } from '../model/table';
import { withoutBrackets } from '../model/text';
import pack from './grouped-figures.json';

/** A named figure that adds up rows of one table: 数量指标得分. */
export interface GroupedFigure {
  readonly name: string;
  /** Where it is taken from: the first of these that the workbook has. */
  readonly tables: readonly string[];
  /** The column by whose words the rows are chosen; absent: the 合计 row, or all rows where there is none. */
  readonly heading?: string;
  readonly words?: readonly string[];
  readonly column: string;
  /** A second column that has to be filled in every row too: shares need both. */
  readonly and?: string;
}

export const GROUPED_FIGURES = pack.figures as readonly GroupedFigure[];

const byName = new Map(GROUPED_FIGURES.map((figure) => [figure.name, figure]));

/**
 * A scope in which the grouped figures have names too. Tables that reach up to a month are no figures of a year and give
 * none. A blank cell among the rows gives no figure at all: an indicator nobody filled in is not one with zero points.
 */
export function scopeWithGroups(scope: Scope): Scope {
  return {
    ...scope,
    table: (name, prior) => scope.table(name, prior),
    fact(name) {
      const figures = scope.fact(name);
      if (figures !== null) return figures.every(({ table }) => table.asOf === null) ? figures : null;
      const grouped = byName.get(name);
      return grouped ? figuresOf(grouped, scope) : null;
    },
  };
}

function figuresOf(grouped: GroupedFigure, scope: Scope): readonly Figure[] | null {
  const table = grouped.tables.map((name) => scope.table(name, false)).find((one) => one !== null);
  if (!table || table.asOf !== null) return null;
  const rows = rowsOf(grouped, table);
  const columns = grouped.and === undefined ? [grouped.column] : [grouped.column, grouped.and];
  const filled = rows.every((row) => columns.every((column) => isFilled(figureOf(table, row, column))));
  if (rows.length === 0 || !filled) return null;
  return rows.flatMap((row) => figureOf(table, row, grouped.column) ?? []);
}

function rowsOf({ heading, words = [] }: GroupedFigure, table: Table): readonly TableRow[] {
  const body = table.rows.filter((row) => row.name === null && !row.ofWhich);
  if (heading === undefined) {
    const total = findRow(table, '合计');
    return total ? [total] : body;
  }
  const wanted = new Set(words.map(withoutBrackets));
  return body.filter((row) => wanted.has(withoutBrackets(row.cells.get(heading)?.written ?? '')));
}

function isFilled(figure: Figure | null): boolean {
  return figure !== null && (figure.state === 'number' || figure.state === 'text') && figure.value !== null;
}
