import type { CellValue } from '../model/grid';
import { halfWidth } from '../model/text';
import { WORDING } from './wording';

/** Lengths of the classification's levels; account codes have no fixed lengths. */
const LEVEL_LENGTHS = [3, 5, 7];

/** The digits of a code cell, however it is written: 2080501, "208 05 01", "208.05.01", "208-05-01"; null if none. */
export function codeDigits(cell: CellValue): string | null {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell > 0 ? String(cell) : null;
  if (typeof cell !== 'string') return null;
  if (/^\s*\d+\.0+\s*$/.test(cell) && Number(cell) === 0) return null;
  const text = halfWidth(cell)
    .replace(/[\s.\-_—·\u200b-\u200f\ufeff]/g, '')
    .replace(/^\[(\d+)\]$/, '$1');
  return /^\d{1,20}$/.test(text) ? text : null;
}

/** A code written in front of its name in one cell: "2080501 行政单位离退休", "[208]社会保障和就业支出". */
export function codeBeforeName(text: string): { code: string; name: string } | null {
  const match = /^\s*[[(]?(\d{3}(?:\d{2}){0,2})[\])]?[\s\-—_.、]*([^\d\s%].*)$/su.exec(halfWidth(text));
  return match ? { code: match[1] as string, name: match[2] as string } : null;
}

/**
 * Joins 类 / 款 / 项 cells into one code. A cell may hold its own two digits (05, or the number 5), or the whole code
 * down to its level (20805); an empty 类 or 款 in front of a filled 款 or 项 is carried down from the rows above.
 * @param parts the cells of 类, 款 and 项 of this row
 * @param above the three parts of the row above, changed in place
 */
export function joinCode(parts: readonly CellValue[], above: (string | null)[]): string | null {
  const own = parts.map(codeDigits);
  let last = own.length - 1;
  while (last >= 0 && own[last] === null) last -= 1;
  if (last < 0) return null;
  if (last === 0 && (own[0] as string).length > 3) {
    // The whole code stands under 类, 款 and 项 being merged with it.
    const whole = own[0] as string;
    [above[0], above[1], above[2]] = [whole.slice(0, 3), whole.slice(3, 5) || null, whole.slice(5, 7) || null];
    return whole;
  }
  for (let level = 0; level < 3; level++) {
    const digits = own[level] ?? null;
    if (level > last) above[level] = null;
    else if (digits !== null) above[level] = partAt(level, digits);
  }
  const joined = above.slice(0, last + 1);
  return joined.some((part) => part === null) ? null : joined.join('');
}

function partAt(level: number, digits: string): string {
  if (level === 0) return digits.slice(0, 3);
  if (digits.length >= (LEVEL_LENGTHS[level] as number)) {
    return digits.slice(LEVEL_LENGTHS[level - 1] as number, LEVEL_LENGTHS[level] as number);
  }
  return digits.padStart(2, '0').slice(-2);
}

/**
 * True for a code of the classification a table is coded by: 3, 5 or 7 digits and, where the pack of wording says so,
 * a known beginning. A unit's number (301001) in the same column is none.
 */
export function isClassified(digits: string, classification: string): boolean {
  if (classification === 'account' || classification === 'any') return true;
  const beginnings = (WORDING.codeBeginnings as Readonly<Record<string, readonly string[]>>)[classification] ?? [];
  return (
    LEVEL_LENGTHS.includes(digits.length) &&
    (beginnings.length === 0 || beginnings.some((one) => digits.startsWith(one)))
  );
}

/** Depth of a functional or economic code: 208 → 1, 20805 → 2, 2080501 → 3; null for other lengths. */
export function codeLevel(code: string): number | null {
  const level = LEVEL_LENGTHS.indexOf(code.length);
  return level < 0 ? null : level + 1;
}
