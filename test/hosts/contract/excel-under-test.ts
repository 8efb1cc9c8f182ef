import type { ExcelProgram } from '../../../src/hosts/excel/connection';
import { ExcelHost } from '../../../src/hosts/excel/host';
import type { FileDialogs } from '../../../src/hosts/excel/file-dialogs';
import type { ChosenFile } from '../../../src/hosts/port';
import type { OpenExcel } from '../excel/open-excel';
import { openExcel } from '../excel/open-excel';
import type { ProfileName } from '../excel/profiles';
import type { Book } from '../workbook/book';
import { areaOfAddress } from '../../../src/hosts/sheet-address';
import type { HostUnderTest } from './contract';

/** How long a request may take in tests; hanging ones run on a clock that is set forward. */
export const PATIENCE = 30_000;

export interface ExcelUnderTest extends HostUnderTest {
  readonly host: ExcelHost;
  readonly excel: OpenExcel;
  readonly book: Book;
  readonly saved: ChosenFile[];
}

/** Our adapter in front of Microsoft's runtime, a book behind the wire. */
export function excelUnderTest(book: Book, profile: ProfileName = 'ltsc2021'): ExcelUnderTest {
  const excel = openExcel({ book, profile });
  const saved: ChosenFile[] = [];
  const files: FileDialogs = {
    open: async () => null,
    save: async (file) => void saved.push(file),
  };
  const program: ExcelProgram = {
    requirements: excel.Office.context.requirements,
    isWeb: profile === 'web',
    hasNotes: 'notes' in excel.Excel.Worksheet.prototype,
    newContext: () => new excel.Excel.RequestContext(),
    patience: PATIENCE,
  };
  const put = (sheet: string, address: string, entry: string | number): void => {
    const { top, left } = areaOfAddress(address);
    const found = book.sheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    found.put(top, left, entry);
  };
  return {
    host: new ExcelHost(program, files),
    excel,
    book,
    saved,
    type: (sheet, address, edit) => put(sheet, address, edit ?? ''),
    typeFormula: (sheet, address, formula) => put(sheet, address, `=${formula}`),
    close: () => excel.close(),
  };
}
