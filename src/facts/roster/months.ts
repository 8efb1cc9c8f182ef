import type { CellValue } from '../../model/grid';
import { halfWidth } from '../../model/text';

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The month a text names, as yyyymm: 2023年10月, 2023.10, 2023-10-31, 202310. Null when it names none or several. */
export function monthIn(text: string): number | null {
  const plain = halfWidth(text).replace(/\s+/g, '');
  if (/\d月?[-—~至]\d{1,2}月/.test(plain) && !/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(plain)) return null;
  const match =
    /(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?!\d)/.exec(plain) ??
    /^((?:19|20)\d{2})(\d{2})(?:\d{2})?$/.exec(plain);
  if (!match) return /^\d{5}$/.test(plain) ? monthOfSerial(Number(plain)) : null;
  return monthOf(Number(match[1]), Number(match[2]));
}

/** The months a row says it pays for: 10月, 2023年10月, 7-9月, 202310; `year` where the row names none. */
export function monthsIn(text: string, year: number | null): number[] {
  const single = monthIn(text);
  if (single !== null) return [single];
  const plain = halfWidth(text).replace(/\s+/g, '');
  const span = /(?:((?:19|20)\d{2})年)?(\d{1,2})月?[-—~至](\d{1,2})月?$/.exec(plain);
  const one = /^(\d{1,2})月?份?$/.exec(plain);
  const of = span?.[1] === undefined ? year : Number(span[1]);
  const [from, to] = span ? [Number(span[2]), Number(span[3])] : [Number(one?.[1] ?? 0), Number(one?.[1] ?? 0)];
  if (of === null || from < 1 || to > 12 || from > to) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => of * 100 + from + at);
}

/** A day written in full, or a date serial, as yyyymmdd; null otherwise. */
export function dayOf(cell: CellValue): number | null {
  if (typeof cell === 'number') {
    if (cell > 19_000_000 && cell < 21_000_000) return cell;
    return cell > 366 && cell < 60_000 ? dayOfSerial(cell) : null;
  }
  if (typeof cell !== 'string') return null;
  const plain = halfWidth(cell).replace(/\s+/g, '');
  const match =
    /^((?:18|19|20)\d{2})[-年./](\d{1,2})[-月./](\d{1,2})日?$/.exec(plain) ??
    /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  return match ? Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3]) : null;
}

function monthOf(year: number, month: number): number | null {
  return month >= 1 && month <= 12 ? year * 100 + month : null;
}

function monthOfSerial(serial: number): number {
  return Math.floor(dayOfSerial(serial) / 100);
}

function dayOfSerial(serial: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
