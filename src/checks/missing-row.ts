import type { TableSet } from '../facts/sets';
import { figureOf } from '../facts/figure';
import type { Check } from '../model/check';
import type { Decimal } from '../model/decimal';
import { toYuan } from '../model/unit';
import type { Table, TableRow } from '../model/table';
import { cellAddress } from '../model/address';

/**
 * A total that exceeds its parts by just what another table of the set states for a code that is lacking here: the row
 * was left out. Said on the relations of that row.
 */
export function markMissingRows(checks: readonly Check[], sets: readonly TableSet[]): Check[] {
  const tables = sets.flatMap((set) => set.tables.map((table) => ({ set, table })));
  return checks.map((check) => {
    if (check.status !== 'fails' || check.cause !== null || check.difference === null || check.difference.sign() <= 0)
      return check;
    const place = check.left?.places.length === 1 ? check.left.places[0] : undefined;
    const home =
      place &&
      tables.find(({ table }) => table.sheet === place.sheet && rowAt(table, place.row, place.column) !== null);
    const whole = home && place ? rowAt(home.table, place.row, place.column) : null;
    if (!home || !whole || whole.code === null) return check;
    const lacking = leftOut(
      home.set,
      home.table,
      whole,
      inYuan(check.difference, check),
      inYuan(check.tolerance, check),
    );
    if (!lacking) return check;
    const { table, row, column } = lacking;
    const where = `《${table.name}》${row.code} ${row.label}（${cellAddress(row.place.row, row.place.column)}）`;
    return {
      ...check,
      cause: 'missing-row',
      message: `${check.message}差额正好是${where}的${column}，这张表里没有这一行，像是漏了。`,
    };
  });
}

function rowAt(table: Table, row: number, column: number): TableRow | null {
  return (
    table.rows.find((one) => one.row === row && [...one.cells.values()].some((cell) => cell.place.column === column)) ??
    null
  );
}

function inYuan(amount: Decimal | null, check: Check): Decimal | null {
  const unit = check.left?.unit ?? null;
  return amount === null || unit === null ? amount : toYuan(amount, unit);
}

function leftOut(
  set: TableSet,
  home: Table,
  whole: TableRow,
  gap: Decimal | null,
  tolerance: Decimal | null,
): { table: Table; row: TableRow; column: string } | null {
  if (gap === null || tolerance === null) return null;
  const present = new Set(home.rows.map((row) => row.code));
  for (const table of set.tables) {
    if (table === home) continue;
    for (const row of table.rows) {
      if (row.code === null || present.has(row.code) || !row.code.startsWith(whole.code as string)) continue;
      for (const column of row.cells.keys()) {
        const value = figureOf(table, row, column)?.value;
        if (value && value.minus(gap).abs().compare(tolerance) <= 0) return { table, row, column };
      }
    }
  }
  return null;
}
