import type { PrintSetup, RowModel } from '../../../sheet/sheet';
import { escapeCellText } from './escape';

const MILLIMETRES_PER_INCH = 25.4;
const A4 = '9';
/** Distance of head and foot from the edge, in inches; never more than the margin they stand in. */
const EDGE = 0.3;
const LAST_COLUMN = 16_383;

/** Everything that follows the cells and concerns printing, in schema order: printOptions up to rowBreaks. */
export function printXml(print: PrintSetup, rows: readonly RowModel[]): string {
  const pageSetup = `<pageSetup paperSize="${A4}" fitToWidth="1" fitToHeight="0" orientation="${print.orientation}"/>`;
  return `<printOptions horizontalCentered="1"/>${margins(print)}${pageSetup}${footer(print)}${rowBreaks(rows)}`;
}

function margins({ margins: { top, bottom, left, right } }: PrintSetup): string {
  const sides = { left, right, top, bottom };
  const inches = Object.entries(sides).map(([side, millimetres]) => ` ${side}="${toInches(millimetres)}"`);
  const header = Math.min(EDGE, toInches(top));
  const foot = Math.min(EDGE, toInches(bottom));
  return `<pageMargins${inches.join('')} header="${header}" footer="${foot}"/>`;
}

function toInches(millimetres: number): number {
  return Number((millimetres / MILLIMETRES_PER_INCH).toFixed(4));
}

function footer(print: PrintSetup): string {
  if (print.footer === '') return '';
  return `<headerFooter><oddFooter>${escapeCellText(`&C${print.footer}`)}</oddFooter></headerFooter>`;
}

function rowBreaks(rows: readonly RowModel[]): string {
  // A break behind the last row would print an empty page.
  const places = rows.flatMap((row, index) => (row.breakAfter && index < rows.length - 1 ? [index + 1] : []));
  if (places.length === 0) return '';
  const breaks = places.map((place) => `<brk id="${place}" max="${LAST_COLUMN}" man="1"/>`).join('');
  return `<rowBreaks count="${places.length}" manualBreakCount="${places.length}">${breaks}</rowBreaks>`;
}
