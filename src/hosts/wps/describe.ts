import type { Area } from '../../model/address';
import type { SheetDescription } from '../../model/grid';
import { STORE_SHEET } from '../stored-texts';
import { BLOCK_CELLS, rangeOf, rowsOf } from './cells';
import type { EtWorksheet } from './et';
import { visibilityOf } from './open-book';
import type { OpenBook } from './open-book';
import { usedArea } from './used-area';
import { hiddenColumns } from './snapshot-layout';

/** Sheets with this many columns or fewer say which are hidden; a hint only. */
const MOST_COLUMNS = 1_000;
/** Questions about hidden columns; a sheet that takes more gives no hint. */
const MOST_QUESTIONS = 40;
/** Rows at the end of a sheet that are looked at first. */
const FIRST_ROWS = 64;

/** What is told about the sheets before any cell is read, one sheet after the other. Our own store is not among them. */
export async function describeSheets(book: OpenBook): Promise<SheetDescription[]> {
  const sheets: SheetDescription[] = [];
  for (const { name, visibility } of book.ask('', () => book.tabs()).sheets) {
    if (name === STORE_SHEET) continue;
    sheets.push(book.ask(name, () => ({ name, visibility: visibilityOf(visibility), ...extentOf(book.sheet(name)) })));
    await book.program.pause();
  }
  return sheets;
}

type Extent = Omit<SheetDescription, 'name' | 'visibility'>;

const EMPTY: Extent = { rowCount: 0, columnCount: 0, merges: [], hiddenRows: [], hiddenColumns: [] };

/** Merged areas and hidden rows are not asked for: they are hints only, and ET tells them cell by cell. */
function extentOf(sheet: EtWorksheet): Extent {
  const filled = filledArea(sheet, usedArea(sheet));
  if (!filled) return EMPTY;
  const columnCount = filled.right + 1;
  const hidden = hiddenColumns(sheet, Math.min(columnCount, MOST_COLUMNS), MOST_QUESTIONS) ?? [];
  return {
    rowCount: filled.bottom + 1,
    columnCount,
    merges: [],
    hiddenRows: [],
    hiddenColumns: hidden.flatMap((flag, column) => (flag ? [column] : [])),
  };
}

/** What ET calls used includes cells that are formatted only: rows at the end and columns at the right that are blank go. */
function filledArea(sheet: EtWorksheet, used: Area): Area | null {
  if ((used.bottom + 1) * (used.right + 1) <= BLOCK_CELLS)
    return filledIn(used, rowsOf(rangeOf(sheet, used).Value2, used));
  const bottom = lastFilled(sheet, used);
  if (bottom === null) return null;
  return { ...used, bottom, right: lastFilledColumn(sheet, { ...used, bottom }) };
}

/** The same of a sheet small enough to be looked at whole. */
function filledIn(used: Area, rows: readonly (readonly unknown[])[]): Area | null {
  const down = rows.findLastIndex((row) => row.some(holds));
  return down < 0 ? null : { ...used, bottom: used.top + down, right: used.left + lastIn(rows) };
}

/** The last row that holds something, looked for upwards in parts that double. */
function lastFilled(sheet: EtWorksheet, { left, right, top, bottom }: Area): number | null {
  const most = Math.max(1, Math.floor(BLOCK_CELLS / (right - left + 1)));
  let size = Math.min(FIRST_ROWS, most);
  for (let end = bottom; end >= top;) {
    const part = { top: Math.max(top, end - size + 1), left, bottom: end, right };
    const rows = rowsOf(rangeOf(sheet, part).Value2, part);
    for (let down = rows.length - 1; down >= 0; down -= 1) if (rows[down]?.some(holds)) return part.top + down;
    end = part.top - 1;
    size = Math.min(size * 2, most);
  }
  return null;
}

/** The last column that holds something; some column does. */
function lastFilledColumn(sheet: EtWorksheet, { left, right, top, bottom }: Area): number {
  const height = Math.min(bottom - top + 1, BLOCK_CELLS);
  let wide = 1;
  for (let end = right; end > left;) {
    const from = Math.max(left, end - wide + 1);
    let last = -1;
    for (let row = top; row <= bottom && from + last < end; row += height) {
      const part = { top: row, left: from, bottom: Math.min(bottom, row + height - 1), right: end };
      last = Math.max(last, lastIn(rowsOf(rangeOf(sheet, part).Value2, part)));
    }
    if (last >= 0) return from + last;
    end = from - 1;
    wide = Math.max(1, Math.min(wide * 2, Math.floor(BLOCK_CELLS / height)));
  }
  return left;
}

/** -1 when nothing is held. */
function lastIn(rows: readonly (readonly unknown[])[]): number {
  let last = -1;
  for (const row of rows) {
    for (let column = row.length - 1; column > last; column -= 1) {
      if (holds(row[column])) {
        last = column;
        break;
      }
    }
  }
  return last;
}

function holds(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
