import { COLUMNS, isWholeColumns, isWholeRows, ROWS } from '../../workbook/areas';
import { NEW_COLUMN_POINTS } from '../../workbook/lengths';
import type { EtType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { number, truth } from './given';

/** Characters ↔ points of a column, as the build's default font has them (wps.md §3.5); two decimals, as the program shows. */
function charactersOf({ program }: Cells, points: number): number {
  const { slope, room } = program.quirks.column;
  return Math.max(0, Math.round(((points - room) / slope) * 100) / 100);
}

function pointsOf({ program }: Cells, characters: number): number {
  const { slope, room } = program.quirks.column;
  return characters * slope + room;
}

/** Every column an area list covers; those beyond the used ones look alike, so whole sheets cost no more. */
function* columnsOf({ areas, sheet }: Cells): Generator<number> {
  const last = sheet.layoutRuns().columns.at(-1)?.[0] ?? 0;
  for (const { left, right } of areas) {
    const end = right === COLUMNS - 1 ? Math.max(left, last + 1) : right;
    for (let column = left; column <= Math.min(end, right); column += 1) yield column;
  }
}

function* rowsOf({ areas, sheet }: Cells): Generator<number> {
  const last = sheet.layoutRuns().rows.at(-1)?.[0] ?? 0;
  for (const { top, bottom } of areas) {
    const end = bottom === ROWS - 1 ? Math.max(top, last + 1) : bottom;
    for (let row = top; row <= Math.min(end, bottom); row += 1) yield row;
  }
}

function each<T>(indexes: Iterable<number>, read: (index: number) => T): T[] {
  return [...indexes].map(read);
}

function seenWidth({ sheet }: Cells, column: number): number {
  return sheet.isColumnHidden(column) ? 0 : sheet.columnWidth(column);
}

function seenHeight({ sheet }: Cells, row: number): number {
  return sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row);
}

function setColumns(cells: Cells, characters: number): void {
  if (characters < 0 || characters > 255) throw new EtError(`ColumnWidth ${characters}`);
  for (const { left, right } of cells.areas) {
    // A width of 0 hides (wps.md §3.3); any other shows again.
    if (characters > 0) cells.sheet.setColumnWidth(left, right, pointsOf(cells, characters));
    cells.sheet.setColumnsHidden(left, right, characters === 0);
  }
}

function setRows({ areas, sheet }: Cells, points: number): void {
  if (points < 0 || points > 409) throw new EtError(`RowHeight ${points}`);
  for (const { top, bottom } of areas) {
    if (points > 0) sheet.setRowHeight(top, bottom, points);
    sheet.setRowsHidden(top, bottom, points === 0);
  }
}

/** Hidden is asked of whole rows or columns only (VBA). */
function isHidden(cells: Cells): unknown {
  const { areas, sheet } = cells;
  if (areas.every(isWholeColumns)) return cells.one(each(columnsOf(cells), (column) => sheet.isColumnHidden(column)));
  if (areas.every(isWholeRows)) return cells.one(each(rowsOf(cells), (row) => sheet.isRowHidden(row)));
  throw new EtError('Hidden belongs to whole rows and columns.');
}

function hide({ areas, sheet }: Cells, hidden: boolean): void {
  for (const area of areas) {
    if (isWholeColumns(area)) sheet.setColumnsHidden(area.left, area.right, hidden);
    else if (isWholeRows(area)) sheet.setRowsHidden(area.top, area.bottom, hidden);
    else throw new EtError('Hidden belongs to whole rows and columns.');
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

/** Widths, heights and places of a Range, in points but for ColumnWidth. */
export const SIZES: Pick<EtType<Cells>, 'gets' | 'sets' | 'calls'> = {
  gets: {
    ColumnWidth: (cells) =>
      cells.one(
        each(columnsOf(cells), (column) =>
          cells.sheet.isColumnHidden(column) ? 0 : charactersOf(cells, cells.sheet.columnWidth(column)),
        ),
      ),
    RowHeight: (cells) => cells.one(each(rowsOf(cells), (row) => seenHeight(cells, row))),
    // Totals of the first area, not of one column (wps.md §3.3 width).
    Width: (cells) => sum(each(columnsOf(cells.at(cells.area)), (column) => seenWidth(cells, column))),
    Height: (cells) => sum(each(rowsOf(cells.at(cells.area)), (row) => seenHeight(cells, row))),
    Left: ({ sheet, area }) => sheet.leftOf(area.left),
    Top: ({ sheet, area }) => sheet.topOf(area.top),
    Hidden: isHidden,
    UseStandardWidth: (cells) =>
      cells.one(
        each(columnsOf(cells), (column) => cells.sheet.columnWidth(column) === cells.sheet.layoutRuns().columnWidth),
      ),
    UseStandardHeight: (cells) => cells.one(each(rowsOf(cells), (row) => !cells.sheet.hasOwnHeight(row))),
  },
  sets: {
    ColumnWidth: (cells, value) => setColumns(cells, number(value, 'ColumnWidth')),
    RowHeight: (cells, value) => setRows(cells, number(value, 'RowHeight')),
    Hidden: (cells, value) => hide(cells, truth(value, 'Hidden')),
    UseStandardWidth: (cells, value) => {
      if (!truth(value, 'UseStandardWidth')) return;
      for (const { left, right } of cells.areas) cells.sheet.setColumnWidth(left, right, null);
    },
    UseStandardHeight: (cells, value) => {
      if (!truth(value, 'UseStandardHeight')) return;
      for (const { top, bottom } of cells.areas) cells.sheet.setRowHeight(top, bottom, null);
    },
  },
  calls: {
    /** Rows are left to the program; widths by text are not modelled, nobody measures texts here. */
    AutoFit: (cells) => {
      if (!cells.areas.every(isWholeRows)) throw cells.program.bridge.misuse('AutoFit of columns is not modelled');
      for (const { top, bottom } of cells.areas) cells.sheet.setRowHeight(top, Math.min(bottom, top + 100_000), null);
      return true;
    },
  },
};

export function standardWidth(cells: Cells): number {
  return charactersOf(cells, cells.sheet.layoutRuns().columnWidth || NEW_COLUMN_POINTS);
}
