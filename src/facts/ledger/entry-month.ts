import type { CellValue } from '../../model/grid';
import { halfWidth } from '../../model/text';
import type { EntryColumns } from './entry-columns';

const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of the 1900 calendar as spreadsheets count from March 1900 on, and of the 1904 calendar. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** The month of an entry, 1 to 12, from its 月 column, else from its 日期; null when neither says one. */
export function monthOf(cells: readonly CellValue[], layout: EntryColumns): number | null {
  const month = at(cells, layout, '月');
  const date = at(cells, layout, '日期');
  return monthIn(month) ?? monthOfDate(date, layout.from1904 === true);
}

function at(cells: readonly CellValue[], { columns }: EntryColumns, name: string): CellValue {
  const column = columns.get(name);
  return column === undefined ? null : (cells[column] ?? null);
}

/**
 * The year of an entry of a month: from its 年 column, from a period as 2023.03, else from its 日期 where that is of the
 * same month. A voucher of December that was written down in January says nothing of its year by its date.
 */
export function yearOf(cells: readonly CellValue[], layout: EntryColumns, month: number): number | null {
  const stated = yearIn(at(cells, layout, '年')) ?? yearIn(at(cells, layout, '月'));
  if (stated !== null) return stated;
  const date = at(cells, layout, '日期');
  const from1904 = layout.from1904 === true;
  return monthOfDate(date, from1904) === month ? yearOfDate(date, from1904) : null;
}

/** 2023, 2023年, 2023.03 and 202303 are 2023; a month alone is no year. */
function yearIn(cell: CellValue): number | null {
  if (typeof cell === 'number') return validYear(cell > LAST_YEAR ? Math.floor(cell / 100) : cell);
  if (typeof cell !== 'string') return null;
  const match = /^((?:19|20)\d{2})(?:年度?|[年.\-/]?\d{1,2}月?(?:份)?)?$/.exec(halfWidth(cell).trim());
  return match ? Number(match[1]) : null;
}

function yearOfDate(cell: CellValue, from1904: boolean): number | null {
  if (typeof cell === 'number') {
    return validYear(cell >= 19_900_101 ? Math.floor(cell / 10_000) : dayOf(cell, from1904).getUTCFullYear());
  }
  if (typeof cell !== 'string') return null;
  const match = /^((?:19|20)\d{2})(?:[年.\-/]|\d{4}$)/.exec(halfWidth(cell).trim());
  return match ? Number(match[1]) : null;
}

function validYear(year: number): number | null {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** 3, "03", 3月, 2023.03 and 202303 are March. */
function monthIn(cell: CellValue): number | null {
  if (typeof cell === 'number') return valid(cell > 12 ? cell % 100 : cell);
  if (typeof cell !== 'string') return null;
  const match = /^(?:(?:19|20)\d{2}[年.\-/]?)?(\d{1,2})月?(?:份)?$/.exec(halfWidth(cell).trim());
  return match ? valid(Number(match[1])) : null;
}

function monthOfDate(cell: CellValue, from1904: boolean): number | null {
  if (typeof cell === 'number') {
    if (cell >= 19_900_101) return valid(Math.floor(cell / 100) % 100);
    return dayOf(cell, from1904).getUTCMonth() + 1;
  }
  if (typeof cell !== 'string') return null;
  const text = halfWidth(cell).trim();
  const match = /^(?:(?:19|20)\d{2})[年.\-/](\d{1,2})(?!\d)/.exec(text) ?? /^(?:19|20)\d{2}(\d{2})\d{2}$/.exec(text);
  return match ? valid(Number(match[1])) : null;
}

/** The day a spreadsheet's number stands for. */
function dayOf(serial: number, from1904: boolean): Date {
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * MILLISECONDS_A_DAY);
}

function valid(month: number): number | null {
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
}
