import type { CellValue } from '../../model/grid';
import { halfWidth } from '../../model/text';
import { codeDigits } from '../../tables/code';
import SIDES from './account-sides.json';

/** The two books kept side by side: 财务会计 (classes 1 to 5) and 预算会计 (6 to 8). */
export type Book = '财务会计' | '预算会计';

const LONGEST = 4;

const BEFORE_NAME = /^\s*[[(]?([1-8]\d{3}(?:[.\-_]?\d{2,3})*)[\])]?(?![\d.])/;

/** The digits of an account as a cell writes it, alone or before its name: 7101.01, 710101 行政支出; null if none. */
export function accountCode(cell: CellValue): string | null {
  const alone = codeDigits(cell);
  if (alone !== null || typeof cell !== 'string') return alone;
  return BEFORE_NAME.exec(halfWidth(cell))?.[1]?.replace(/\D/g, '') ?? null;
}

/** The book an account belongs to; null when its first digit is of no class. */
export function bookOf(code: string): Book | null {
  if (/^[1-5]/.test(code)) return '财务会计';
  return /^[678]/.test(code) ? '预算会计' : null;
}

/** The side the balance of an account usually stands on, by the longest beginning the list knows. */
export function usualSide(code: string): '借' | '贷' {
  for (let length = Math.min(LONGEST, code.length); length > 0; length--) {
    const beginning = code.slice(0, length);
    if (SIDES.debit.includes(beginning)) return '借';
    if (SIDES.credit.includes(beginning)) return '贷';
  }
  return '借';
}

/**
 * The account each code is part of: the longest other code it begins with, so that 4-2-2 and 4-3-3 levels are read
 * alike. Codes of the first level have none.
 */
export function parentsOf(codes: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(codes);
  const parents = new Map<string, string>();
  for (const code of known) {
    for (let length = code.length - 1; length > 0; length--) {
      const beginning = code.slice(0, length);
      if (!known.has(beginning)) continue;
      parents.set(code, beginning);
      break;
    }
  }
  return parents;
}
