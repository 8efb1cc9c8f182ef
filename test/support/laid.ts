import type { Area, CellPlace } from '../../src/model/address';
import { formatPlace } from '../../src/model/address';
import type { CellValue, Visibility } from '../../src/model/grid';
import type { AmountUnit } from '../../src/model/unit';
import type { CellFormat, TestBook, TestSheet } from './book';
import { headRows } from './laid-head';
import type { Head } from './laid-head';

/** What a cell means; re-layings and planted errors go by it. `line` is a 行次 or 栏次 number. */
export type CellRole = 'head' | 'header' | 'code' | 'label' | 'amount' | 'count' | 'ratio' | 'text' | 'note' | 'line';

/**
 * Which figure or text a cell holds, wherever it is laid: table `final/expenditure@2023` (kind@year, `#subject` where
 * there are several), row by code or name, column by name.
 */
export interface CellKey {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** A cell that knows its meaning; `across` and `down` count the columns and rows it is merged over. */
export interface LaidCell {
  readonly value: CellValue;
  readonly role: CellRole;
  readonly key?: CellKey;
  readonly across?: number;
  readonly down?: number;
  /** Depth of a label in the classification: 1 类, 2 款, 3 项. */
  readonly level?: number;
  /** Number format; '' and absent are General. */
  readonly format?: string;
}

/** Cells from the table's first column on; null is a blank cell without meaning. */
export type LaidRow = readonly (LaidCell | null)[];

/** One table, not yet at a place in a sheet. Its amounts are written in `unit`; null when it holds no money. */
export interface LaidTable {
  readonly id: string;
  readonly unit: AmountUnit | null;
  readonly head: Head;
  readonly header: readonly LaidRow[];
  readonly body: readonly LaidRow[];
  readonly notes: readonly string[];
}

/** A table and the sheet row and column, from 0, of its upper left cell. */
export interface PlacedTable {
  readonly table: LaidTable;
  readonly top: number;
  readonly left: number;
}

export interface LaidSheet {
  readonly name: string;
  readonly tables: readonly PlacedTable[];
  readonly visibility?: Visibility;
}

/** A workbook whose cells know what they mean: what re-layings turn round and what errors are planted in. */
export interface LaidBook {
  readonly sheets: readonly LaidSheet[];
  /** False leaves out merges and number formats. */
  readonly hints?: boolean;
}

/** Columns of the header and body. */
export function widthOf(table: LaidTable): number {
  return [...table.header, ...table.body].reduce((width, row) => Math.max(width, row.length), 2);
}

/** All rows of a table from its title to its last note. */
export function rowsOf(table: LaidTable): LaidRow[] {
  const width = widthOf(table);
  const notes = table.notes.map((value): LaidRow => [{ value, role: 'note', across: width }]);
  return [...headRows(table.id, table.head, width), ...table.header, ...table.body, ...notes];
}

/** Every cell with its place, in reading order of each table. */
export function* cellsOf(book: LaidBook): Generator<{ place: CellPlace; cell: LaidCell; table: LaidTable }> {
  for (const sheet of book.sheets) {
    for (const { table, top, left } of sheet.tables) {
      for (const [row, cells] of rowsOf(table).entries()) {
        for (const [column, cell] of cells.entries()) {
          if (cell) yield { place: { sheet: sheet.name, row: top + row, column: left + column }, cell, table };
        }
      }
    }
  }
}

/** The neutral workbook: meaning dropped, values in place. */
export function bookOf(book: LaidBook): TestBook {
  return { sheets: book.sheets.map((sheet) => sheetOf(sheet, book.hints !== false)) };
}

function sheetOf(sheet: LaidSheet, hints: boolean): TestSheet {
  const rows: CellValue[][] = [];
  const merges: Area[] = [];
  const formats: CellFormat[] = [];
  for (const { place, cell } of cellsOf({ sheets: [sheet] })) {
    while (rows.length <= place.row) rows.push([]);
    const cells = rows[place.row] as CellValue[];
    while (cells.length <= place.column) cells.push(null);
    cells[place.column] = cell.value;
    const area: Area = {
      top: place.row,
      left: place.column,
      bottom: place.row + (cell.down ?? 1) - 1,
      right: place.column + (cell.across ?? 1) - 1,
    };
    if (area.bottom > area.top || area.right > area.left) merges.push(area);
    if (cell.format && cell.value !== null) formats.push({ row: place.row, column: place.column, format: cell.format });
  }
  const drawn: TestSheet = { name: sheet.name, rows, visibility: sheet.visibility ?? 'visible' };
  return hints ? { ...drawn, merges, formats } : drawn;
}

export function sameKey(a: CellKey | undefined, b: CellKey): boolean {
  return a !== undefined && a.table === b.table && a.row === b.row && a.column === b.column;
}

/** Where a figure stands in the workbook as laid; null when it stands nowhere. */
export function locate(book: LaidBook, key: CellKey): CellPlace | null {
  for (const { place, cell } of cellsOf(book)) if (sameKey(cell.key, key)) return place;
  return null;
}

/** The places of several figures as `Sheet!B12`; figures that stand nowhere are left out. */
export function placesOf(book: LaidBook, keys: readonly CellKey[]): string[] {
  return keys.flatMap((key) => {
    const place = locate(book, key);
    return place ? [formatPlace(place)] : [];
  });
}

/** The table with this id; null when the workbook has none. */
export function tableOf(book: LaidBook, id: string): LaidTable | null {
  for (const sheet of book.sheets) for (const { table } of sheet.tables) if (table.id === id) return table;
  return null;
}

/** The workbook with each table replaced by what `change` makes of it; null takes the table out. */
export function withTables(book: LaidBook, change: (table: LaidTable) => LaidTable | null): LaidBook {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.flatMap((placed) => {
      const table = change(placed.table);
      return table ? [{ ...placed, table }] : [];
    }),
  }));
  return { ...book, sheets };
}

/** The workbook with each header and body cell replaced by what `change` makes of it. */
export function withCells(book: LaidBook, change: (cell: LaidCell, table: LaidTable) => LaidCell): LaidBook {
  return withTables(book, (table) => {
    const turn = (row: LaidRow): LaidRow => row.map((cell) => cell && change(cell, table));
    return { ...table, header: table.header.map(turn), body: table.body.map(turn) };
  });
}
