import type { CellRole, LaidCell, LaidRow, LaidTable } from './laid';
import { widthOf } from './laid';

/** Columns, from 0, of which most body cells that mean something are of the role. */
export function columnsOfRole(table: LaidTable, role: CellRole): number[] {
  return Array.from({ length: widthOf(table) }, (_, column) => column).filter((column) => {
    const roles = table.body.flatMap((row) => row[column]?.role ?? []);
    return roles.filter((each) => each === role).length * 2 > roles.length;
  });
}

/** One new column to stand before column `at` of the present table. */
export interface NewColumn {
  readonly at: number;
  readonly heading: LaidCell;
  readonly body: (row: number) => LaidCell | null;
}

/** The table with a column more; headings that lie over the place grow with it. */
export function insertColumn(table: LaidTable, { at, heading, body }: NewColumn): LaidTable {
  let free = 0;
  const wide = table.header.map((row, index) => {
    const over = row.findIndex((cell, column) => cell !== null && column < at && column + (cell.across ?? 1) > at);
    if (over >= 0) free = index + 1;
    return insertInto(row, at, null, over);
  });
  const header = wide.map((row, index) => {
    if (index !== free) return row;
    return row.with(at, { ...heading, down: wide.length - free });
  });
  const rows = table.body.map((row, index) => {
    const over = row.findIndex((cell, column) => cell !== null && column < at && column + (cell.across ?? 1) > at);
    return insertInto(row, at, over >= 0 ? null : body(index), over);
  });
  return { ...table, header, body: rows };
}

function insertInto(row: LaidRow, at: number, cell: LaidCell | null, over: number): (LaidCell | null)[] {
  const filled = [...row, ...Array.from({ length: Math.max(0, at - row.length) }, () => null)];
  const grown = filled.map((each, column) =>
    each && column === over ? { ...each, across: (each.across ?? 1) + 1 } : each,
  );
  return [...grown.slice(0, at), cell, ...grown.slice(at)];
}

/**
 * The table with some columns taken apart into several each: the heading lies over all of its parts, one new last
 * header row names them, and `parts` gives the cells of a body row.
 */
export function splitColumns(
  table: LaidTable,
  columns: readonly number[],
  names: readonly string[],
  parts: (cell: LaidCell) => (LaidCell | null)[],
): LaidTable {
  if (columns.length === 0) return table;
  const more = names.length - 1;
  const last = table.header.length - 1;
  const header = table.header.map((row, index): LaidRow =>
    row.flatMap((cell, at): LaidRow => {
      const blanks = columns.includes(at) ? Array.from({ length: more }, () => null) : [];
      if (cell === null) return [null, ...blanks];
      const over = columns.filter((column) => at <= column && column < at + (cell.across ?? 1)).length;
      if (over > 0) return [{ ...cell, across: (cell.across ?? 1) + over * more }, ...blanks];
      return [index + (cell.down ?? 1) - 1 === last ? { ...cell, down: (cell.down ?? 1) + 1 } : cell];
    }),
  );
  const named = Array.from({ length: widthOf(table) }, (_, at) => at).flatMap((at): LaidRow => {
    if (!columns.includes(at)) return [null];
    return names.map((value): LaidCell => ({ value, role: 'header' }));
  });
  const body = table.body.map((row): LaidRow =>
    row.flatMap((cell, at): LaidRow => {
      if (!columns.includes(at)) return [cell];
      if (cell?.role === 'code') return parts(cell);
      const blanks = Array.from({ length: more }, () => null);
      return [cell === null ? null : { ...cell, across: (cell.across ?? 1) + more }, ...blanks];
    }),
  );
  return { ...table, header: [...header, named], body };
}
