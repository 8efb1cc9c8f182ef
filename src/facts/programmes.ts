import type { Table, TableRow } from '../model/table';
import type { Figure } from './figure';
import { figureOf } from './figure';
import type { TableSet } from './sets';

/** The kind of table programmes are listed in, and its columns (src/tables/packs/subsidy.json). */
const SUMMARY = 'subsidy/summary';
const PROGRAMME = '补贴项目';
const MONTH = '月份';
const REMARK = '备注';
const TOTAL = '合计';
const MONEY = '金额';
/** A household that is paid for twelve months is one household. */
const HEADS = ['户数', '人数'] as const;
/** A standard or a number of months is never added up. */
const SINGLE = ['标准', '月数'] as const;

/** A subsidy programme as a summary table states it. */
export interface Programme {
  /** As written; empty where the table names none. */
  readonly name: string;
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** By column: figures to be added up; a column nothing is stated in is not there. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  readonly remarks: readonly string[];
}

/**
 * The programmes of all 补贴发放汇总表 of a unit and year: those a table lists, or the one it is about. Townships are
 * added up, months only in money. Rosters are never read.
 */
export function programmesOf(set: TableSet): Programme[] {
  return set.tables
    .filter((table) => table.kind === SUMMARY && table.confidence !== 'uncertain')
    .flatMap((table) => [...programmeRows(table)].map(([name, rows]) => programme(table, name, rows)));
}

function programmeRows(table: Table): Map<string, readonly TableRow[]> {
  const body = addends(table);
  if (!table.columns.includes(PROGRAMME)) {
    const total = table.rows.find((row) => row.name === TOTAL);
    return new Map([[table.subject ?? '', total ? [total] : body]]);
  }
  const rows = new Map<string, TableRow[]>();
  for (const row of body) {
    const name = row.cells.get(PROGRAMME)?.written.trim() ?? '';
    rows.set(name, [...(rows.get(name) ?? []), row]);
  }
  return rows;
}

/** Rows that may be added up: no subtotals, and nothing that is part of another row. */
function addends(table: Table): TableRow[] {
  const body = table.rows.filter((row) => row.name === null && !row.ofWhich && row.level !== 0);
  const inside = new Set(body);
  return body.filter((row) => row.parent === null || !inside.has(table.rows[row.parent] as TableRow));
}

function programme(table: Table, name: string, rows: readonly TableRow[]): Programme {
  const months = new Set(rows.map((row) => row.cells.get(MONTH)?.written.trim() ?? ''));
  const columns = [...(months.size > 1 ? [] : HEADS), ...(rows.length > 1 ? [] : SINGLE), MONEY];
  const figures = new Map<string, readonly Figure[]>();
  for (const column of columns) {
    const stated = rows
      .flatMap((row) => figureOf(table, row, column) ?? [])
      .filter(({ state, value }) => state !== 'blank' && value !== null);
    if (stated.length > 0) figures.set(column, stated);
  }
  const remarks = new Set(rows.map((row) => row.cells.get(REMARK)?.written ?? '').filter((remark) => remark !== ''));
  return { name, table, rows, figures, remarks: [...remarks] };
}
