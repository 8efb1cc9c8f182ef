import type { Decimal } from '../model/decimal';

const OPENING = '【待填：';

/** What stands where the workbook holds nothing (architecture, rule 6). */
export function pending(name: string): string {
  return `${OPENING}${name}】`;
}

/** True for a cell that still holds what we put there: nothing was typed. */
export function isPending(typed: string | Decimal): boolean {
  return typeof typed === 'string' && typed.startsWith(OPENING);
}
