import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import type { TableSet } from '../facts/sets';
import type { Table, TableRow } from '../model/table';

/** The kind of table programmes are listed from, and its columns (src/tables/packs/subsidy.json). */
const SUMMARY = '补贴发放汇总表';
const TOTAL = '合计';
const PROGRAMME = '补贴项目';
const REMARK = '备注';
const COLUMNS = {
  households: '户数',
  persons: '人数',
  standard: '标准',
  months: '月数',
  amount: '金额',
} as const;

/** What a programme's figures are called here. */
export type ProgrammeFigure = keyof typeof COLUMNS;

/** A subsidy programme as a summary table states it: figures to be added up, none where the table leaves them blank. */
export interface Programme {
  /** Stable across runs: name and cut-off. */
  readonly id: string;
  readonly name: string;
  readonly figures: Readonly<Record<ProgrammeFigure, readonly Figure[]>>;
  /** What the figures are up to, in words: 2023年10月, 2023年度; null when the table says “up to” without a date. */
  readonly period: string | null;
  readonly table: Table;
  readonly remark: string;
}

/**
 * The programmes of a set of tables, in the order of the sheets. A table that lists programmes gives one for each; a
 * table of townships or months is one programme, taken from its total.
 */
export function programmesOf(set: TableSet | null): Programme[] {
  const tables = (set?.tables ?? []).filter((table) => table.name === SUMMARY && table.confidence !== 'uncertain');
  return tables.flatMap((table) => {
    const details = table.rows.filter((row) => row.name === null && !row.ofWhich);
    const named = new Map<string, TableRow[]>();
    for (const row of details) {
      const name = row.cells.get(PROGRAMME)?.written ?? '';
      if (name !== '') named.set(name, [...(named.get(name) ?? []), row]);
    }
    if (named.size > 1 || (named.size === 1 && details.length === 1)) {
      return [...named].map(([name, rows]) => programme(table, name, rows));
    }
    const total = table.rows.find((row) => row.name === TOTAL);
    const rows = total ? [total] : details;
    const name = [...named.keys()][0] ?? table.subject ?? table.title ?? table.sheet;
    return rows.length === 0 ? [] : [programme(table, name, rows)];
  });
}

function programme(table: Table, name: string, rows: readonly TableRow[]): Programme {
  const stated = (column: string): Figure[] =>
    rows.flatMap((row) => {
      const figure = figureOf(table, row, column);
      return figure && figure.value !== null && figure.state !== 'blank' ? [figure] : [];
    });
  // A standard or a number of months is never added up over townships.
  const single = (column: string): Figure[] => (rows.length === 1 ? stated(column) : []);
  const remarks = new Set(rows.map((row) => row.cells.get(REMARK)?.written ?? '').filter((remark) => remark !== ''));
  return {
    id: `${name}|${table.asOf ?? table.year ?? ''}`,
    name,
    figures: {
      households: stated(COLUMNS.households),
      persons: stated(COLUMNS.persons),
      standard: single(COLUMNS.standard),
      months: single(COLUMNS.months),
      amount: stated(COLUMNS.amount),
    },
    period: periodOf(table),
    table,
    remark: [...remarks].join('；'),
  };
}

function periodOf({ title, asOf, year }: Table): string | null {
  if (asOf !== null) {
    const [y, month, day] = asOf.split('-');
    return `${y}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
  }
  if (/截[至止]/.test(title ?? '')) return null;
  return year === null ? '' : `${year}年度`;
}

/** All figures of the programmes. */
export function figuresOfProgrammes(programmes: readonly Programme[]): Figure[] {
  return programmes.flatMap(({ figures }) => Object.values(figures).flat());
}
