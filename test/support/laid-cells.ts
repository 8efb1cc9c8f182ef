import type { AmountUnit } from '../../src/model/unit';
import type { CellKey, LaidCell, LaidRow } from './laid';

/** The number format of the published tables. */
export const AMOUNT_FORMAT = '#,##0.00';

/** An amount given in whole 元, as it stands in a table of the unit; zero is a blank cell unless `zero` is given. */
export function amountCell(yuan: number, unit: AmountUnit, key: CellKey, zero: 0 | null = null): LaidCell {
  const value = unit === '元' ? yuan : yuan / (unit === '万元' ? 1e4 : 1e8);
  return { value: yuan === 0 ? zero : value, role: 'amount', key, format: AMOUNT_FORMAT };
}

/** A cell of the header; `across` and `down` as in {@link LaidCell}. */
export function headerCell(value: string, across = 1, down = 1): LaidCell {
  return { value, role: 'header', ...(across > 1 ? { across } : {}), ...(down > 1 ? { down } : {}) };
}

export function labelCell(value: string | null, level?: number, across?: number): LaidCell {
  return { value, role: 'label', ...(level ? { level } : {}), ...(across ? { across } : {}) };
}

export function codeCell(value: string | null): LaidCell {
  return { value, role: 'code', format: '@' };
}

/** Header rows from nested headings: a heading without parts reaches down to the last row. */
export interface Heading {
  readonly text: string;
  readonly parts?: readonly (Heading | string)[];
}

/** The header rows of headings that stand side by side. */
export function headerRows(headings: readonly (Heading | string)[]): LaidRow[] {
  const full = headings.map((heading) => (typeof heading === 'string' ? { text: heading } : heading));
  const rows: (LaidCell | null)[][] = Array.from({ length: Math.max(...full.map(depthOf)) }, () => []);
  for (const heading of full) drawHeading(heading, rows, 0);
  return rows;
}

function depthOf(heading: Heading | string): number {
  if (typeof heading === 'string' || !heading.parts) return 1;
  return 1 + Math.max(...heading.parts.map(depthOf));
}

function leavesOf(heading: Heading | string): number {
  if (typeof heading === 'string' || !heading.parts) return 1;
  return heading.parts.reduce((count, part) => count + leavesOf(part), 0);
}

function drawHeading(heading: Heading | string, rows: (LaidCell | null)[][], from: number): void {
  const { text, parts } = typeof heading === 'string' ? { text: heading, parts: undefined } : heading;
  const across = leavesOf(heading);
  rows[from]?.push(headerCell(text, across, parts ? 1 : rows.length - from));
  for (let index = 1; index < across; index += 1) rows[from]?.push(null);
  if (parts) for (const part of parts) drawHeading(part, rows, from + 1);
  else for (let row = from + 1; row < rows.length; row += 1) rows[row]?.push(null);
}
