import type { SheetDescription, WorkbookSource } from './grid';

/** The same workbook, asked only once what sheets it has: some hosts take a while to look through all of them. */
export function describedOnce(source: WorkbookSource): WorkbookSource {
  let described: Promise<readonly SheetDescription[]> | null = null;
  return {
    describe: () => (described ??= source.describe()),
    read: (request) => source.read(request),
    columnFormats: (sheet) => source.columnFormats(sheet),
    formulas: (sheet) => source.formulas(sheet),
  };
}
