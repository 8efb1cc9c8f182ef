import { RELATION_PACKS } from '../../../src/checks/pack';
import { missingTables, setFindings } from '../../../src/checks/sets';
import { formSets } from '../../../src/facts/sets';
import type { Check } from '../../../src/model/check';
import type { Finding } from '../../../src/model/finding';
import type { Table } from '../../../src/model/table';
import { gridsOf } from '../../support/book';
import { realFinalsBook } from '../../support/finals';
import { recognise } from '../../../src/tables/recognise';

/** Nine final tables of one department, for the year 2024 that they do not print. */
const FINALS = recognise(gridsOf(realFinalsBook()), { year: 2024 }).tables;

const named = (name: string): Table => FINALS.find((table) => table.name === name) as Table;
const without = (name: string): Table[] => FINALS.filter((table) => table.name !== name);
const missing = (tables: readonly Table[]): Check[] => missingTables(formSets(tables), RELATION_PACKS);
const findings = (tables: readonly Table[]): Finding[] => setFindings(formSets(tables), RELATION_PACKS);
const rules = (tables: readonly Table[]): string[] => findings(tables).map(({ rule }) => rule);

describe('tables that belong together', () => {
  it('are all there in a complete set', () => {
    expect(missing(FINALS)).toEqual([]);
    expect(findings(FINALS)).toEqual([]);
  });

  it('are said one by one when they are absent', () => {
    const checks = missing(without('收入决算表'));
    expect(checks.map(({ key, status }) => [key, status])).toEqual([
      ['final.missing-table|2024|收入决算表', 'missing'],
    ]);
    expect(checks[0]?.message).toBe(
      '没有找到 2024 年的《收入决算表》，与它有关的勾稽关系没有核对。请把这张表放进工作簿；没有数据的也要保留表样并注明。',
    );
  });

  it('are not asked for where there is none of them', () => {
    expect(missing([])).toEqual([]);
    expect(missing(FINALS).filter(({ id }) => id.startsWith('budget'))).toEqual([]);
  });

  it('are asked of each unit, but not of one stray table', () => {
    const other = FINALS.map((table) => ({ ...table, unitName: '青岚县民政局' }));
    const keys = missing([...FINALS, ...other.slice(0, 8)]).map(({ key }) => key);
    expect(keys).toHaveLength(1);
    expect(keys[0]).toContain('|青岚县民政局|');
    expect(missing([...FINALS, other[0] as Table])).toEqual([]);
  });
});

describe('a table of another year', () => {
  it('is a stray when its own year has none', () => {
    const stray = { ...named('收入决算表'), year: 2023 };
    const found = findings([...without('收入决算表'), stray]);
    expect(found.map(({ rule }) => rule)).toEqual(['checks.year.stray']);
    expect(found[0]?.message).toContain('写的是 2023 年，其他表是 2024 年，而 2024 年的这张表没有找到');
  });

  it('is last year’s where this year has its own', () => {
    expect(rules([...FINALS, { ...named('收入决算表'), year: 2023 }])).toEqual([]);
  });
});

describe('one table twice', () => {
  it('is said with both places', () => {
    const found = findings([...FINALS, { ...named('收入决算表'), sheet: '副本' }]);
    expect(found.map(({ rule, cells }) => [rule, cells.length])).toEqual([['checks.table.repeated', 2]]);
    expect(found[0]?.message).toContain('《收入决算表》有 2 份');
    expect(found[0]?.message).toContain('副本');
  });

  it('is right in two years or for two units', () => {
    expect(rules([...FINALS, ...FINALS.map((table) => ({ ...table, year: 2023 }))])).toEqual([]);
    expect(rules([...FINALS, ...FINALS.map((table) => ({ ...table, unitName: '青岚县民政局' }))])).toEqual([]);
  });
});

describe('negative income or expenditure', () => {
  /** The table with the first figure of a column turned negative. */
  function negated(table: Table, column: string): Table {
    const rows = table.rows.map((row, at) => {
      const cell = row.cells.get(column);
      if (at !== 0 || !cell?.value) return row;
      return { ...row, cells: new Map([...row.cells, [column, { ...cell, value: cell.value.negate() }]]) };
    });
    return { ...table, rows };
  }

  it('is said once a table, with its cells', () => {
    const found = findings([...without('支出决算表'), negated(named('支出决算表'), '本年支出合计')]);
    expect(found.map(({ rule, cells }) => [rule, cells.length])).toEqual([['checks.amount.negative', 1]]);
    expect(found[0]?.message).toContain('《支出决算表》有 1 个负数');
  });

  it('is not said of balances, which may be negative', () => {
    const fund = '政府性基金预算财政拨款收入支出决算表';
    expect(rules([...without(fund), negated(named(fund), '年末结转和结余')])).toEqual([]);
  });
});
