import type { CellValue, SheetDescription } from '../../../src/model/grid';
import type { FileFormat } from '../../../src/hosts/xlsx/open';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import type { ReadWarning } from '../../../src/hosts/xlsx/problem';

export interface OpenedSheet {
  readonly description: SheetDescription;
  readonly rows: readonly (readonly CellValue[])[];
  readonly formats: readonly (string | null)[];
}

/** A file opened and read whole; fails the test when it has a problem. */
export async function opened(
  bytes: Uint8Array,
  fileName = '测试.xlsx',
): Promise<{ format: FileFormat; warnings: readonly ReadWarning[]; sheets: OpenedSheet[] }> {
  const result = await openWorkbookFile(bytes, fileName);
  if ('problem' in result) throw new Error(result.problem.message);
  const sheets: OpenedSheet[] = [];
  for (const description of await result.source.describe()) {
    const { rows } = await result.source.read({ sheet: description.name, fromRow: 0, toRow: description.rowCount });
    sheets.push({ description, rows, formats: await result.source.columnFormats(description.name) });
  }
  return { format: result.format, warnings: result.warnings, sheets };
}

/** The rows of the first sheet. */
export async function firstRows(bytes: Uint8Array, fileName?: string): Promise<readonly (readonly CellValue[])[]> {
  return (await opened(bytes, fileName)).sheets[0]?.rows ?? [];
}

/** The code of the problem of a file that cannot be read. */
export async function problemOf(bytes: Uint8Array, fileName = '测试.xlsx'): Promise<{ code: string; message: string }> {
  const result = await openWorkbookFile(bytes, fileName);
  if (!('problem' in result)) throw new Error('The file was read.');
  return result.problem;
}
