import * as XLSX from '@e965/xlsx';
import type { CellValue, Visibility } from '../../model/grid';
import type { Budget } from './limits';
import { builtInFormat, DAYS_TO_1904, showsDay } from './numberformats';
import { ReadTrouble } from './problem';
import { allowedUniqueName } from './sheetnames';
import type { StoredSheet } from './storedsheet';
import { SheetBuilder } from './storedsheet';

/** Codes of errors in BIFF ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Streams of OLE files that are something else than a workbook. */
const FOREIGN_STREAMS = /^(?:WordDocument|PowerPoint Document)$/i;

/**
 * Reads the binary formats (.xls, .et, .xlsb) through the SheetJS library. `hints` asks for hidden rows and columns,
 * which makes the library keep every formatted blank cell, so it is meant for .xls with its 65,536 rows.
 * @throws ReadTrouble when the library cannot read the file.
 */
export function readBinary(bytes: Uint8Array, hints: boolean, budget: Budget): StoredSheet[] {
  const workbook = parse(bytes, hints);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const names = new Set<string>();
  const sheets: StoredSheet[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return;
    const builder = new SheetBuilder(allowedUniqueName(name, names), visibilityOf(workbook, index), budget);
    fill(builder, sheet as XLSX.DenseWorkSheet, date1904, budget);
    sheets.push(builder.finish());
  });
  return sheets;
}

/** The part of the library's OLE reader that is used here; its own declarations leave it open. */
interface OleContainer {
  readonly FileIndex: readonly {
    readonly name: string;
    readonly size: number;
    readonly content?: { length: number };
  }[];
}

/** Throws ReadTrouble when an OLE file is encrypted, cut off or a document of another program. */
export function refuseForeignOle(bytes: Uint8Array): void {
  let streams: OleContainer['FileIndex'];
  try {
    streams = (XLSX.CFB.read(bytes, { type: 'array' }) as OleContainer).FileIndex;
  } catch {
    // The library reports every flaw of a container by a plain Error; the cause in nearly all of them is a lost tail.
    throw new ReadTrouble('truncated');
  }
  if (streams.some((stream) => /^EncryptedPackage$/i.test(stream.name))) throw new ReadTrouble('encrypted');
  const workbook = streams.find((stream) => /^(?:Workbook|Book)$/i.test(stream.name));
  if (!workbook)
    throw new ReadTrouble(streams.some((stream) => FOREIGN_STREAMS.test(stream.name)) ? 'document' : 'unknown');
  // The library goes on with what is left of a stream: sheets would silently lose their last rows.
  if ((workbook.content?.length ?? 0) < workbook.size) throw new ReadTrouble('truncated');
}

function parse(bytes: Uint8Array, hints: boolean): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellDates: false,
      cellStyles: hints,
      sheetStubs: false,
    });
  } catch (trouble) {
    if (trouble instanceof Error && /password|encrypt/i.test(trouble.message)) throw new ReadTrouble('encrypted');
    throw new ReadTrouble('damaged');
  }
}

function visibilityOf(workbook: XLSX.WorkBook, index: number): Visibility {
  const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden;
  if (hidden === 1) return 'hidden';
  return hidden === 2 ? 'veryHidden' : 'visible';
}

function fill(builder: SheetBuilder, sheet: XLSX.DenseWorkSheet, date1904: boolean, budget: Budget): void {
  // forEach passes over holes, so a cell far away costs nothing.
  sheet['!data'].forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const format = formatOf(cell);
      const value = valueOf(cell);
      if (typeof value === 'string') budget.spendText(value.length);
      const shifted = typeof value === 'number' && date1904 && showsDay(format) ? value + DAYS_TO_1904 : value;
      builder.cell(row, column, shifted, format);
    });
  });
  for (const { s, e } of sheet['!merges'] ?? []) builder.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  const rows: readonly (XLSX.RowInfo | undefined)[] = sheet['!rows'] ?? [];
  const columns: readonly (XLSX.ColInfo | undefined)[] = sheet['!cols'] ?? [];
  rows.forEach((row, index) => {
    if (row?.hidden) builder.hideRow(index);
  });
  columns.forEach((column, index) => {
    if (column?.hidden) builder.hideColumns(index, index);
  });
}

function formatOf(cell: XLSX.CellObject): string {
  if (typeof cell.z === 'number') return builtInFormat(cell.z);
  return cell.z ?? 'General';
}

function valueOf(cell: XLSX.CellObject): CellValue {
  const value = cell.v;
  switch (cell.t) {
    case 'e':
      return { error: (typeof value === 'number' ? ERRORS[value] : undefined) ?? '#VALUE!' };
    case 'n':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'b':
    case 's':
      return typeof value === 'boolean' || typeof value === 'string' ? value : null;
    default:
      return null;
  }
}
