import type { Figure } from '../facts/figure';
import { absentFigure, figureOf } from '../facts/figure';
import { counterpart, findRow, isCoded, isEmpty, kindNamed, partsOf, rowTerm } from '../facts/rows';
import type { Table, TableRow } from '../model/table';
import type { Reference } from './syntax';

/** What an expression is evaluated in. */
export interface Scope {
  /** The table a name means here; null when the set has none. */
  table(name: string, prior: boolean): Table | null;
  /** Cells of a defined figure; null when it is not defined or its table is absent. */
  fact(name: string): readonly Figure[] | null;
  /** The row and column a quantified relation is at. */
  readonly here: { readonly table: Table; readonly row: TableRow; readonly column: string | null } | null;
}

/** Why a reference has no figures here. */
export type Absence = 'table' | 'row' | 'column' | 'parts';

export type Resolution = { readonly figures: readonly Figure[] } | { readonly absent: Absence };

/**
 * The figures a reference means. A row that a listing leaves out is zero; a row that every such table has, and this
 * one lacks, is absent, so that nothing is concluded from it.
 */
export function resolve(reference: Reference, scope: Scope): Resolution {
  const { here } = scope;
  const table = reference.table === null ? (here?.table ?? null) : scope.table(reference.table, reference.prior);
  if (!table) return { absent: 'table' };
  const column = reference.column === '本列' ? (here?.column ?? '') : reference.column;
  const group = table.groups.get(reference.row);
  if (group)
    return figuresIn(
      group.map((index) => table.rows[index] as TableRow),
      table,
      column,
    );
  const row = rowOf(reference, table, scope);
  if (row === 'zero') return { figures: zeroIn(table, column) };
  if (row === null) return { absent: 'row' };
  const figure = figureOf(table, row, column);
  return figure ? { figures: [figure] } : { absent: 'column' };
}

function rowOf(reference: Reference, table: Table, scope: Scope): TableRow | 'zero' | null {
  const { here } = scope;
  if (reference.row === '本行') {
    if (!here) return null;
    if (table === here.table) return here.row;
    const other = counterpart(here.row, table);
    if (other === 'unknown') return null;
    return other === 'none' ? 'zero' : other;
  }
  const row = findRow(table, reference.row);
  if (row) return row;
  if (isEmpty(table) && kindNamed(table.name)?.layout !== 'form') return 'zero';
  const term = rowTerm(table.name, reference.row);
  if (term) return term.optional ? 'zero' : null;
  // A listing leaves out codes that have no amount; a table without any code says nothing about one.
  return isCoded(table) ? 'zero' : null;
}

function zeroIn(table: Table, column: string): readonly Figure[] {
  return [absentFigure(table, column)];
}

function figuresIn(rows: readonly TableRow[], table: Table, column: string): Resolution {
  const figures = rows.map((row) => figureOf(table, row, column));
  const found = figures.filter((figure) => figure !== null);
  return found.length === 0 && rows.length > 0 ? { absent: 'column' } : { figures: found };
}

/**
 * The direct parts of the row a rule is at. A part that is only a caption (blank, with parts of its own) stands for
 * its parts.
 */
export function resolveParts(reference: Reference, scope: Scope): Resolution {
  const { here } = scope;
  if (!here) return { absent: 'parts' };
  const column = reference.column === '本列' ? (here.column ?? '') : reference.column;
  const figures = partFigures(here.table, here.row, column);
  return figures.length === 0 ? { absent: 'parts' } : { figures };
}

function partFigures(table: Table, row: TableRow, column: string): Figure[] {
  return partsOf(table, row).flatMap((part) => {
    const figure = figureOf(table, part, column);
    if (!figure) return [];
    if (figure.state !== 'blank' || part.code !== null) return [figure];
    const below = partFigures(table, part, column);
    return below.length > 0 ? below : [figure];
  });
}
