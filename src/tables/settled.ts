import type { Decimal } from '../model/decimal';
import type { TableCell, TableRow } from '../model/table';

/** A spreadsheet shows 15 digits; adding and subtracting loses one or two of those of the largest figure. */
const KEPT_DIGITS = 13;
/** An amount is never rounded to less than 分. */
const FEWEST_DECIMALS = 2;
/** 分 in 亿元: nothing finer is an amount. */
const MOST_DECIMALS = 10;

/**
 * The rows without what floating point adds to computed amounts: in a table of figures up to 1 000.6, the difference
 * 0.60000000000002 is 0.6 and 2.9e-11 is nothing. Only cells that hold numbers change, never what someone typed as text.
 */
export function settled(rows: readonly TableRow[], amountColumns: ReadonlySet<string>): readonly TableRow[] {
  const largest = rows.reduce((most, row) => Math.max(most, largestOf(row, amountColumns)), 0);
  if (largest === 0) return rows;
  const whole = Math.max(0, Math.floor(Math.log10(largest)) + 1);
  const decimals = Math.min(MOST_DECIMALS, Math.max(FEWEST_DECIMALS, KEPT_DIGITS - whole));
  return rows.map((row) => {
    const changed = [...row.cells].flatMap(([name, cell]) => {
      if (!amountColumns.has(name) || !isFiner(cell, decimals)) return [];
      return [[name, { ...cell, value: (cell.value as Decimal).roundHalfUp(decimals) }] as const];
    });
    return changed.length === 0 ? row : { ...row, cells: new Map([...row.cells, ...changed]) };
  });
}

function largestOf(row: TableRow, columns: ReadonlySet<string>): number {
  let most = 0;
  for (const [name, { value }] of row.cells) {
    if (value !== null && columns.has(name)) most = Math.max(most, Math.abs(Number(value.toString())));
  }
  return most;
}

function isFiner({ state, value }: TableCell, decimals: number): boolean {
  return state === 'number' && value !== null && (value.lastPower() ?? 0) < -decimals;
}
