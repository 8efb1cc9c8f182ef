import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { evaluate } from '../../src/evaluate';
import type { EvaluateOptions, Evaluation } from '../../src/evaluate';
import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import type { SheetDescription } from '../../src/model/grid';

/** The sample workbook; `npm run sample` writes it. */
export const SAMPLE_FILE = join(__dirname, '../../samples/庐山市民政局2023年度.xlsx');

/** An evaluated workbook with the sheets it has. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly sheets: readonly SheetDescription[];
}

/** The bytes of the sample, after `change` if one is given. */
export function sampleBytes(change?: (book: WorkBook) => void): Uint8Array {
  const bytes = readFileSync(SAMPLE_FILE);
  if (!change) return bytes;
  const book = read(bytes, { cellNF: true });
  change(book);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** Writes into a cell of a workbook; null empties it. The cell must hold something. */
export function setCell(book: WorkBook, sheet: string, address: string, value: string | number | null): void {
  const cells = book.Sheets[sheet];
  const cell = cells?.[address] as CellObject | undefined;
  if (!cells || !cell) throw new Error(`nothing at ${sheet}!${address}`);
  if (value === null) delete cells[address];
  else cells[address] = { ...cell, t: typeof value === 'number' ? 'n' : 's', v: value, w: undefined };
}

/** Adds a sheet of rows. */
export function addSheet(book: WorkBook, name: string, rows: readonly (readonly (string | number)[])[]): void {
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
}

/** Takes sheets out of a workbook: the sample's own books, rosters … */
export function removeSheets(book: WorkBook, ...names: readonly string[]): void {
  for (const name of names) {
    if (!book.SheetNames.includes(name)) throw new Error(`no sheet ${name}`);
    book.SheetNames = book.SheetNames.filter((one) => one !== name);
    delete book.Sheets[name];
  }
}

/** Runs the pipe on a workbook file. */
export async function judgeFile(bytes: Uint8Array, options: EvaluateOptions): Promise<Judged> {
  const opened = await openWorkbookFile(bytes, '工作簿.xlsx');
  if ('problem' in opened) throw new Error(opened.problem.message);
  const pipe = evaluate(opened.source, options);
  for (;;) {
    const step = await pipe.next();
    if (step.done) return { evaluation: step.value, sheets: await opened.source.describe() };
  }
}
