import { utils, write } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Area } from '../../src/model/address';
import { Grid, isCellError } from '../../src/model/grid';
import type { CellValue, Visibility } from '../../src/model/grid';

/** A number format of one cell; rows and columns count from 0. */
export interface CellFormat {
  readonly row: number;
  readonly column: number;
  readonly format: string;
}

/** One sheet of a test workbook: every row begins at column A. */
export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly Area[];
  readonly visibility?: Visibility;
  readonly formats?: readonly CellFormat[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A workbook as tests write it down: values and hints, no styles. */
export interface TestBook {
  readonly sheets: readonly TestSheet[];
}

const ERROR_CODES: Readonly<Record<string, number>> = {
  '#NULL!': 0x00,
  '#DIV/0!': 0x07,
  '#VALUE!': 0x0f,
  '#REF!': 0x17,
  '#NAME?': 0x1d,
  '#NUM!': 0x24,
  '#N/A': 0x2a,
};

const HIDDEN: Readonly<Record<Visibility, 0 | 1 | 2>> = { visible: 0, hidden: 1, veryHidden: 2 };

/** The sheets as grids that were read whole, with the number format of each column's first number. */
export function gridsOf(book: TestBook): Grid[] {
  return book.sheets.map((sheet) => {
    const bare = Grid.ofRows(sheet.name, trimmed(sheet.rows), {
      visibility: sheet.visibility ?? 'visible',
      merges: sheet.merges ?? [],
      hiddenRows: sheet.hiddenRows ?? [],
      hiddenColumns: sheet.hiddenColumns ?? [],
    });
    return new Grid(bare.description, bare.blocks, columnFormats(sheet, bare.description.columnCount));
  });
}

/** Without blank rows and cells after the last one that holds something, as a host describes a sheet. */
function trimmed(rows: readonly (readonly CellValue[])[]): (readonly CellValue[])[] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

function columnFormats(sheet: TestSheet, columnCount: number): (string | null)[] {
  const formats = new Map((sheet.formats ?? []).map((entry) => [`${entry.row},${entry.column}`, entry.format]));
  return Array.from({ length: columnCount }, (_, column) => {
    const row = sheet.rows.findIndex((cells) => typeof cells[column] === 'number');
    return formats.get(`${row},${column}`) ?? null;
  });
}

/** The same workbook as the bytes of an .xlsx file. */
export function xlsxOf(book: TestBook): Uint8Array {
  const file: WorkBook = utils.book_new();
  for (const sheet of book.sheets) utils.book_append_sheet(file, worksheetOf(sheet), sheet.name);
  file.Workbook = { Sheets: book.sheets.map((sheet) => ({ Hidden: HIDDEN[sheet.visibility ?? 'visible'] })) };
  return new Uint8Array(write(file, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function worksheetOf(sheet: TestSheet): WorkSheet {
  const worksheet: WorkSheet = {};
  let lastColumn = 0;
  sheet.rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      lastColumn = Math.max(lastColumn, column);
      if (value !== null) worksheet[utils.encode_cell({ r: row, c: column })] = cellOf(value);
    });
  });
  for (const { row, column, format } of sheet.formats ?? []) {
    const cell = worksheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
    if (cell) cell.z = format;
  }
  const lastRow = Math.max(sheet.rows.length - 1, 0);
  worksheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lastRow, c: lastColumn } });
  worksheet['!merges'] = (sheet.merges ?? []).map((area) => ({
    s: { r: area.top, c: area.left },
    e: { r: area.bottom, c: area.right },
  }));
  if (sheet.hiddenRows?.length) worksheet['!rows'] = hiddenList(sheet.hiddenRows);
  if (sheet.hiddenColumns?.length) worksheet['!cols'] = hiddenList(sheet.hiddenColumns);
  return worksheet;
}

function cellOf(value: Exclude<CellValue, null>): CellObject {
  if (isCellError(value)) return { t: 'e', v: ERROR_CODES[value.error] ?? 0x0f, w: value.error };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  return { t: 's', v: value };
}

function hiddenList(indices: readonly number[]): { hidden: boolean }[] {
  const hidden = new Set(indices);
  return Array.from({ length: Math.max(...indices) + 1 }, (_, index) => ({ hidden: hidden.has(index) }));
}
