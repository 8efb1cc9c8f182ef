import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import type { TableSet } from '../facts/sets';
import { isTieable } from '../facts/sets';
import type { Table, TableRow } from '../model/table';
import { periodWords } from './period-words';
import type { Words } from './report';
import { quote } from './quotation';
import type { NarratedRow } from './rows';
import { bodyRows } from './rows';

const SUMMARY = 'subsidy/summary';
const PROGRAMME = '补贴项目';
const MONTH = '月份';
const REMARK = '备注';
const MONEY = ['金额'];
/** A household that is paid for twelve months is one household. */
const HEADS = ['户数', '人数'];

/**
 * The programmes of all 补贴发放汇总表 of a unit and year: those a table lists, or the one it is about. Townships are
 * added up, months only in money. Rosters are never read.
 */
export function programmesOf(set: TableSet): NarratedRow[] {
  return set.tables
    .filter((table) => table.kind === SUMMARY && isTieable(table))
    .flatMap((table) => [...programmeRows(table)].map(([name, rows]) => programme(table, name, rows)))
    .flatMap((one) => one ?? []);
}

function programmeRows(table: Table): Map<string, readonly TableRow[]> {
  const body = addends(table);
  if (!table.columns.includes(PROGRAMME)) {
    const total = table.rows.find((row) => row.name === '合计');
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
  const body = bodyRows(table).filter((row) => row.level !== 0);
  const inside = new Set(body);
  return body.filter((row) => row.parent === null || !inside.has(table.rows[row.parent] as TableRow));
}

function programme(table: Table, written: string, rows: readonly TableRow[]): NarratedRow | null {
  const [first] = rows;
  const name = first && quote('名称', written, first.place);
  if (!name) return null;
  const months = new Set(rows.map((row) => row.cells.get(MONTH)?.written.trim() ?? ''));
  const columns = months.size > 1 ? MONEY : [...HEADS, ...MONEY];
  const figures = new Map<string, readonly Figure[]>();
  for (const column of columns) {
    const stated = rows.flatMap((row) => figureOf(table, row, column) ?? []).filter(({ state }) => state !== 'blank');
    if (stated.length > 0) figures.set(column, stated);
  }
  const texts = new Map<string, Words>([['名称', name]]);
  const remark = rows.map((row) => row.cells.get(REMARK)?.written ?? '').find((text) => /截[至止]/u.test(text));
  return { name: name.text, texts, figures, period: periodWords(remark ?? '', table.asOf, table.year) };
}
