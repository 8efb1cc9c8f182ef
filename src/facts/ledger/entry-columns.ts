import type { Grid } from '../../model/grid';
import { isBlank } from '../../model/grid';
import type { Table } from '../../model/table';
import { halfWidth } from '../../model/text';
import type { AmountUnit } from '../../model/unit';
import { findColumns } from '../../tables/found-columns';

/**
 * Where the columns of a ledger stand in its sheet, counting from 0. A column the sheet does not have is absent. The
 * names are those of the kind `ledger/entries`.
 */
export interface EntryColumns {
  readonly sheet: string;
  /** First row below the header. */
  readonly firstRow: number;
  /** Last row of the table. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** As the table states it: "2023-10", or null for a year. */
  readonly asOf: string | null;
  /** Year the table is of, or null where none is known. */
  readonly year: number | null;
  readonly unit: AmountUnit;
  readonly columns: ReadonlyMap<string, number>;
  /** The account of a subsidiary ledger that names it above the header and not in every row. */
  readonly account: string | null;
  /** True when dates are counted from 1904. */
  readonly from1904?: boolean;
}

const ENTRIES = 'ledger/entries';
/** 科目：7101 行政支出 above the header of a subsidiary ledger. */
const ACCOUNT_LINE = /(?:会计)?科目(?:名称|编码|代码)?\s*[:：]\s*[[(（]?\s*([1-8]\d{3}(?:[.\-_]?\d{2,3})*)/u;

/**
 * Where the columns of a recognised ledger stand; null for a table of another kind, without a unit of money, or whose
 * header is not found again.
 */
export function entryColumns(grid: Grid, table: Table): EntryColumns | null {
  if (table.kind !== ENTRIES || table.amountUnit === null) return null;
  const found = findColumns(grid, table);
  if (!found) return null;
  return {
    sheet: table.sheet,
    firstRow: found.firstRow,
    lastRow: table.area.bottom,
    lastColumn: table.area.right,
    asOf: table.asOf,
    year: table.year,
    unit: table.amountUnit,
    columns: found.byName,
    account: accountAbove(grid, table, found.headerRow),
  };
}

function accountAbove(grid: Grid, { area }: Table, headerRow: number): string | null {
  for (let row = area.top; row < headerRow; row++) {
    const line = grid
      .row(row)
      .slice(area.left, area.right + 1)
      .filter((cell) => !isBlank(cell))
      .map(String)
      .join(' ');
    const code = ACCOUNT_LINE.exec(halfWidth(line))?.[1];
    if (code !== undefined) return code.replace(/\D/g, '');
  }
  return null;
}
