import type { LaidBook, LaidTable } from './laid';
import { withCells, withTables } from './laid';

/** Every table in 万元 turned into 元: amounts × 10,000, the unit wherever it is written; blank stays blank. */
export function inYuan(book: LaidBook): LaidBook {
  const turned = withCells(book, (cell, table) => {
    if (table.unit !== '万元') return cell;
    if (cell.role === 'amount' && typeof cell.value === 'number')
      return { ...cell, value: timesTenThousand(cell.value) };
    const isHeading = cell.role === 'header' && typeof cell.value === 'string';
    return isHeading ? { ...cell, value: String(cell.value).replace('万元', '元') } : cell;
  });
  return withTables(turned, (table): LaidTable => {
    if (table.unit !== '万元') return table;
    return { ...table, unit: '元', head: { ...table.head, unit: exchanged(table.head.unit) } };
  });
}

/** 万元 for 元 and, in a table that was given the wrong unit line on purpose, 元 for 万元: it stays wrong. */
function exchanged(unit: string | null): string | null {
  if (unit === null) return null;
  return unit.includes('万元') ? unit.replace('万元', '元') : unit.replace('元', '万元');
}

/** Exact for amounts with at most six decimals. */
function timesTenThousand(value: number): number {
  return Math.round(value * 1e6) / 100;
}

/** How amounts are written when they are typed as text. */
export interface TextStyle {
  readonly thousands: boolean;
  readonly fullWidth: boolean;
  readonly negative: '-' | '−' | '()' | '（）';
  /** What stands for zero, in cells with 0 and in blank ones; null leaves those as they are. */
  readonly zero: '—' | '-' | '/' | '' | '0.00' | null;
}

/** Every amount as a text with two decimals. */
export function amountsAsText(book: LaidBook, style: TextStyle): LaidBook {
  return withCells(book, (cell) => {
    if (cell.role !== 'amount' || typeof cell.value === 'string') return cell;
    const isZero = cell.value === null || cell.value === 0;
    // A blank filler beside the shorter side of a table is no zero.
    if (isZero && (style.zero === null || !cell.key)) return cell;
    return { ...cell, format: '', value: isZero ? style.zero : amountText(Number(cell.value), style) };
  });
}

/** 1234.5 → “1,234.50”, “（１２３４．５０）” and so on. */
export function amountText(value: number, style: TextStyle): string {
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(2).split('.');
  const grouped = style.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const digits = `${grouped}.${decimals}`;
  const signed =
    value >= 0 ? digits : style.negative.length === 2 ? style.negative.split('').join(digits) : style.negative + digits;
  return style.fullWidth ? signed.replace(/[\d.,()-]/g, fullWidth) : signed;
}

function fullWidth(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0);
}
