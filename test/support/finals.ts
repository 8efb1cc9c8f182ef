import { columnIndex } from '../../src/model/address';
import fixture from '../fixtures/finals-2024.json';
import type { TestBook } from './book';
import { bookOf } from './laid';
import type { CellKey, LaidBook, LaidCell, LaidRow, LaidTable } from './laid';
import { AMOUNT_FORMAT } from './laid-cells';

type FixtureTable = (typeof fixture.tables)[number];

/** Labels of two-sided tables that occur on both sides or twice, told apart by what they stand under. */
const OPENING = '年初财政拨款结转和结余';

/**
 * The nine final-account tables that a real department published for 2024, laid as in the workbook they were taken
 * from. Table ids are `kind@2024`; rows are named by code, by label without its enumerator, or 合计; the rows under
 * 年初财政拨款结转和结余 begin with 年初·. Figures stand as printed: blank is blank and 0.00 is zero.
 */
export function realFinals(): LaidBook {
  return {
    sheets: fixture.tables.map((table) => ({
      name: table.sheet,
      tables: [{ table: tableOf(table), top: 0, left: 0 }],
    })),
  };
}

/** {@link realFinals} as a plain workbook. */
export function realFinalsBook(): TestBook {
  return bookOf(realFinals());
}

function tableOf(table: FixtureTable): LaidTable {
  const id = `${table.kind}@${fixture.year}`;
  let underOpening = false;
  const body = table.rows.map((row) => {
    if (row[0] === '总计') underOpening = false;
    const cells = bodyRow(table, id, row, underOpening ? '年初·' : '');
    if (row[0] === OPENING) underOpening = true;
    return cells;
  });
  return {
    id,
    unit: '万元',
    head: {
      title: table.title,
      year: fixture.year,
      yearStyle: 'none',
      form: table.form,
      owner: `部门：${fixture.department}`,
      unit: table.unit,
      style: 'standard',
    },
    header: headerOf(table),
    body,
    notes: table.notes,
  };
}

function headerOf(table: FixtureTable): LaidRow[] {
  const rows = table.header.map((row) =>
    row.map((value): LaidCell | null => (value === null ? null : { value, role: 'header' })),
  );
  for (const merge of table.headerMerges) {
    const [from, to] = merge.split(':').map(cornerOf);
    const cell = from && rows[from.row]?.[from.column];
    if (!from || !to || !cell) throw new Error(`no header cell at ${merge} of ${table.title}`);
    const across = to.column - from.column + 1;
    (rows[from.row] as (LaidCell | null)[])[from.column] = { ...cell, across, down: to.row - from.row + 1 };
  }
  return rows;
}

function cornerOf(address: string): { row: number; column: number } {
  const letters = address.replace(/\d+/, '');
  return { row: Number(address.slice(letters.length)) - 1, column: columnIndex(letters) };
}

function bodyRow(table: FixtureTable, id: string, row: readonly (string | null)[], prefix: string): LaidRow {
  let name = '合计';
  return row.map((value, column): LaidCell | null => {
    const role = table.columns[column] as string;
    // A total is labelled in the code column and merged over the name column.
    const isTotal = role === 'code' && value !== null && !/^\d+$/.test(value);
    if (isTotal) {
      name = value;
      return { value, role: 'label', across: 2, format: '@' };
    }
    if (role === 'code') {
      name = value ?? '';
      return {
        value,
        role: 'code',
        format: '@',
        ...(name === '' ? {} : { key: { table: id, row: name, column: '编码' } }),
      };
    }
    if (role === 'label') {
      if (row[column - 1] === undefined || !table.columns[column - 1]?.startsWith('code'))
        name = rowName(value, prefix);
      if (value === null) return null;
      const key =
        table.columns[column - 1] !== 'code' || name === '' ? {} : { key: { table: id, row: name, column: '名称' } };
      return { value, role: 'label', ...key, ...levelOf(row[column - 1]) };
    }
    // The fund tables print 合计, 基本支出, 项目支出 as sub-headers in the row of the total.
    if (value !== null && !/^-?\d/.test(value)) return { value, role: 'header' };
    const amount = value === null ? null : Number(value);
    if (name === '') return { value: amount, role: 'amount', format: AMOUNT_FORMAT };
    const key: CellKey = { table: id, row: name, column: role.replace('amount:', '') };
    return { value: amount, role: 'amount', key, format: AMOUNT_FORMAT };
  });
}

function rowName(label: string | null, prefix: string): string {
  return label === null ? '' : prefix + label.replace(/^[一二三四五六七八九十]+、/, '');
}

function levelOf(code: string | null | undefined): { level?: number } {
  return code ? { level: Math.max(1, (code.length - 1) / 2) } : {};
}
