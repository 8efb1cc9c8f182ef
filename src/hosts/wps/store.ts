import { rangeAddress } from '../cell-rectangles';
import { outcome } from '../outcome';
import type { Outcome, WorkbookStore } from '../port';
import { STORE_FORM, STORE_PROPERTY, STORE_SHEET, storedRows, textsOfRows } from '../stored-texts';
import type { StoredRow } from '../stored-texts';
import { rangeOf, rowsOf } from './cells';
import { PROPERTY_TEXT, VISIBILITY } from './enums';
import type { EtWorksheet } from './et';
import { OpenBook, setVisibility } from './open-book';
import { trouble } from './problems';
import type { WpsProgram } from './program';
import { attempted, insistently } from './program';
import { withoutStrays } from './rollback';
import { usedArea } from './used-area';

/** Small texts in a sheet that nobody is shown, in the form all hosts know; they move with the file. */
export class WpsStore implements WorkbookStore {
  constructor(private readonly program: WpsProgram) {}

  async get(key: string): Promise<string | null> {
    const book = OpenBook.front(this.program);
    return book.ask('', () => textsIn(book).get(key) ?? null);
  }

  set(key: string, value: string | null): Promise<Outcome<{ readonly stored: true }>> {
    return outcome(async () => {
      const book = OpenBook.front(this.program);
      book.change('', () => {
        const texts = textsIn(book);
        if (value === null) texts.delete(key);
        else texts.set(key, value);
        keep(book, storedRows(texts));
      });
      return { stored: true as const };
    });
  }
}

function textsIn(book: OpenBook): Map<string, string> {
  const sheet = book.found(STORE_SHEET);
  if (!sheet) return new Map();
  const used = usedArea(sheet);
  return textsOfRows(rowsOf(rangeOf(sheet, used).Value2, used)) ?? new Map<string, string>();
}

function keep(book: OpenBook, rows: readonly StoredRow[]): void {
  const standing = book.found(STORE_SHEET);
  if (standing?.ProtectContents) throw trouble('protected', STORE_SHEET);
  const sheet = standing ?? newSheet(book);
  const before = standing ? rowsBefore(standing) : null;
  try {
    write(sheet, rows);
  } catch (error) {
    if (before) insistently(() => write(sheet, before));
    else insistently(() => book.remove(STORE_SHEET));
    throw error;
  }
  mark(book);
}

function rowsBefore(sheet: EtWorksheet): StoredRow[] {
  const used = usedArea(sheet);
  return rowsOf(rangeOf(sheet, used).Value2, used).map((row) => row.map((value) => String(value ?? '')));
}

function newSheet(book: OpenBook): EtWorksheet {
  if (book.workbook.ProtectStructure) throw trouble('structure-protected');
  const names = new Set<string>();
  return withoutStrays(book, names, () => {
    const sheet = book.add(STORE_SHEET);
    setVisibility(sheet, VISIBILITY.veryHidden);
    return sheet;
  });
}

/** Texts only: whatever is written, nothing becomes a number or a formula. */
function write(sheet: EtWorksheet, rows: readonly StoredRow[]): void {
  sheet.Cells.Clear();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  rows.forEach((row, at) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? null);
    const range = sheet.Range(rangeAddress({ top: at, left: 0, bottom: at, right: width - 1 }));
    range.NumberFormat = '@';
    // A text that begins with “'” would lose it.
    range.Value2 = [cells.map((cell) => (cell?.startsWith("'") ? `'${cell}` : cell))];
  });
}

/** A bonus for whoever looks at the file without opening its sheets; builds without it keep the texts all the same. */
function mark(book: OpenBook): void {
  attempted(() => {
    const { CustomDocumentProperties: properties } = book.workbook;
    const known = attempted(() => properties.Item(STORE_PROPERTY));
    if (!known) properties.Add(STORE_PROPERTY, false, PROPERTY_TEXT, STORE_FORM);
  });
}
