import type { Table, TableCell, TableRow } from './document';

/** A place in a row of a table: a cell that begins there, or the lower part of one that began above. */
export interface Place {
  readonly column: number;
  readonly cell: TableCell;
  readonly begins: boolean;
}

/**
 * The rows of a table with every column taken: cells that reach down appear in each row they cover. `headerRows` of
 * them are the header.
 * @throws RangeError when cells overlap, leave a column free or reach out of the table or its header: a composer's bug
 */
export function tableGrid(table: Table): { readonly rows: readonly (readonly Place[])[]; readonly headerRows: number } {
  const columns = table.columns.length;
  const rows = [...partGrid(table.header, columns), ...partGrid(table.body, columns)];
  return { rows, headerRows: table.header.length };
}

function partGrid(rows: readonly TableRow[], columns: number): Place[][] {
  const grid: Place[][] = [];
  let above: readonly Hanging[] = [];
  for (const [index, row] of rows.entries()) {
    const places = rowPlaces(row, above, columns, index);
    grid.push(places.map(({ place }) => place));
    above = places.flatMap(({ place, rest }) => (rest > 0 ? [{ place, rest }] : []));
  }
  if (above.length > 0) throw new RangeError(`a cell reaches out below row ${rows.length}`);
  return grid;
}

/** A place and the rows below it that its cell still covers. */
interface Hanging {
  readonly place: Place;
  readonly rest: number;
}

function rowPlaces(row: TableRow, above: readonly Hanging[], columns: number, index: number): Hanging[] {
  const places: Hanging[] = [];
  const cells = [...row];
  let column = 0;
  while (column < columns) {
    const hanging = above.find(({ place }) => place.column === column);
    const next = hanging ? continued(hanging) : begun(cells.shift(), column, index);
    const end = column + next.place.cell.across;
    const blocked = above.some(({ place }) => place.column > column && place.column < end);
    if (end > columns || blocked) throw new RangeError(`a cell of row ${index + 1} overlaps another or the edge`);
    places.push(next);
    column = end;
  }
  if (cells.length > 0) throw new RangeError(`row ${index + 1} has more cells than columns`);
  return places;
}

function continued({ place, rest }: Hanging): Hanging {
  return { place: { ...place, begins: false }, rest: rest - 1 };
}

function begun(cell: TableCell | undefined, column: number, index: number): Hanging {
  if (!cell) throw new RangeError(`row ${index + 1} leaves column ${column + 1} free`);
  if (!isCount(cell.across) || !isCount(cell.down)) throw new RangeError(`a cell of row ${index + 1} covers nothing`);
  return { place: { column, cell, begins: true }, rest: cell.down - 1 };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
