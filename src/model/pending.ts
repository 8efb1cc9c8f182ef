/** What stands where a number or score should be: nobody has filled it in yet, or it does not count. */
export const PENDING = '待填';
export const NOT_APPLICABLE = '不适用';

const OPENING = `【${PENDING}：`;

/** What stands where words or an amount should be that the workbook does not hold: 【待填：年初预算数】 (architecture, rule 6). */
export function pendingText(name: string): string {
  return `${OPENING}${name}】`;
}

/** True for a text we put where something is missing: nothing was typed over it. */
export function isPendingText(text: string): boolean {
  return text.startsWith(OPENING);
}
