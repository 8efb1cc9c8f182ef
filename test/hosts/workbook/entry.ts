import type { CellError } from '../../../src/model/grid';
import type { Content } from './cells';

/** What a program may put into a cell; null leaves the cell as it is, "" clears it. */
export type Entry = string | number | boolean | null;

/** Characters one cell holds (Excel specifications and limits). */
const MAX_TEXT = 32_767;
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

export interface Entered {
  readonly content: Content;
  readonly marked: boolean;
  /** The number format that Excel gives a cell of format General when a date or percentage is typed into it. */
  readonly format: string | null;
}

/**
 * What an entry becomes in a cell of a number format: a text that begins with “=” a formula (given here without it,
 * still to be checked), a text that looks like a number, percentage, date, truth value or error that value, a text
 * behind “'” a text. In a cell of format “@” everything is a text as it stands (officejs.md §C: strings starting “=”,
 * text format; Microsoft support: Format numbers as text). `entry` is not null.
 * @throws RangeError when the text is longer than a cell holds or the number is none.
 */
export function enter(entry: string | number | boolean, format: string): Entered {
  if (typeof entry === 'number') {
    if (!Number.isFinite(entry)) throw new RangeError('not a finite number');
    return constant(entry === 0 ? 0 : entry);
  }
  if (typeof entry === 'boolean') return constant(entry);
  if (entry === '') return { content: null, marked: false, format: null };
  // Excel takes the mark away and keeps the rest as a text, even when nothing is left (office-js#6687).
  if (entry.startsWith("'")) return { ...textual(entry.slice(1)), marked: true };
  if (format === '@') return textual(entry);
  if (entry.startsWith('=') && entry.length > 1) {
    return { content: { kind: 'formula', text: entry.slice(1) }, marked: false, format: null };
  }
  return recognised(entry) ?? textual(entry);
}

function constant(value: string | number | boolean | CellError, format: string | null = null): Entered {
  return { content: { kind: 'constant', value }, marked: false, format };
}

function textual(text: string): Entered {
  if (text.length > MAX_TEXT) throw new RangeError(`a cell holds ${MAX_TEXT} characters`);
  return constant(text);
}

function recognised(text: string): Entered | null {
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return constant(trimmed.toUpperCase() === 'TRUE');
  if (ERRORS.has(trimmed.toUpperCase())) return constant({ error: trimmed.toUpperCase() });
  return typedNumber(trimmed) ?? typedDate(trimmed);
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:e([+-]?\d+))?(%?)$/i;

/** 1,234.50, -3, .5, 12%, 1e3, (5), ¥12: the forms Excel takes for numbers (zh-CN). */
function typedNumber(text: string): Entered | null {
  const bracketed = /^\((\d.*)\)$/.exec(text);
  const plain = (bracketed?.[1] ?? text).replace(/^([+-]?)[¥￥]\s*/, '$1');
  const match = NUMBER.exec(plain);
  if (!match || (match[2] === undefined && (match[3] ?? '.') === '.')) return null;
  const digits = `${(match[2] ?? '0').replace(/,/g, '')}${match[3] ?? ''}`;
  const size = Number(`${digits}e${match[4] ?? '0'}`);
  if (!Number.isFinite(size)) return null;
  const share = match[5] === '%';
  // Excel keeps 15 digits of what is typed (Excel specifications and limits: number precision).
  const kept = Number((share ? size / 100 : size).toPrecision(15));
  const value = bracketed || match[1] === '-' ? -kept : kept;
  const format = share ? (match[3] === undefined ? '0%' : '0.00%') : match[2]?.includes(',') ? '#,##0' : null;
  return constant(value === 0 ? 0 : value, format);
}

/** 2023-12-31, 2023/12/31, 2023年12月31日, 12:30: serial numbers with the format the Chinese edition gives them. */
function typedDate(text: string): Entered | null {
  const day = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(text);
  if (day) {
    const serial = serialOf(Number(day[1]), Number(day[3] ?? day[5]), Number(day[4] ?? day[6]));
    return serial === null ? null : constant(serial, day[2] === undefined ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d');
  }
  const month = /^(\d{4})(?:([-/])(\d{1,2})|年(\d{1,2})月)$/.exec(text);
  if (month) {
    const serial = serialOf(Number(month[1]), Number(month[3] ?? month[4]), 1);
    return serial === null ? null : constant(serial, month[2] === undefined ? 'yyyy"年"m"月"' : 'mmm-yy');
  }
  const short = /^(\d{1,2})(?:([-/])(\d{1,2})|月(\d{1,2})日)$/.exec(text);
  if (short) {
    const year = new Date().getFullYear();
    const serial = serialOf(year, Number(short[1]), Number(short[3] ?? short[4]));
    return serial === null ? null : constant(serial, 'm"月"d"日"');
  }
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!time || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59) return null;
  const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
  return constant(seconds / 86_400, time[3] === undefined ? 'h:mm' : 'h:mm:ss');
}

/** Day of the 1900 calendar, with its 29 February 1900 that never was (officejs.md §C: dates); null for no such day. */
function serialOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round((date.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000);
  return days < 60 ? days : days + 1;
}
