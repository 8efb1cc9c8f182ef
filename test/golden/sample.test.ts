import { statSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { openItems } from '../../src/cli/summary';
import { SAMPLE_FILE } from '../support/commandline';
import { judgeFile, sampleBytes } from '../support/sample';
import type { Judged } from '../support/sample';

const FINALS = [
  ['final/income-expenditure-summary', '收入支出决算总表', '万元'],
  ['final/income', '收入决算表', '万元'],
  ['final/expenditure', '支出决算表', '万元'],
  ['final/appropriation-summary', '财政拨款收入支出决算总表', '万元'],
  ['final/general-budget-expenditure', '一般公共预算财政拨款支出决算表', '万元'],
  ['final/general-budget-basic', '一般公共预算财政拨款基本支出决算表', '万元'],
  ['final/government-fund', '政府性基金预算财政拨款收入支出决算表', '万元'],
  ['final/state-capital', '国有资本经营预算财政拨款支出决算表', '万元'],
  ['final/three-public', '“三公”经费支出决算表', '万元'],
  ['final/state-assets', '国有资产占用情况表', null],
] as const;

const BUDGETS = [
  ['budget/income-expenditure-summary', '收支预算总表', '元'],
  ['budget/expenditure', '部门支出总表', '元'],
  ['budget/general-budget-expenditure', '一般公共预算支出表', '元'],
  ['budget/general-budget-basic', '一般公共预算基本支出表', '元'],
  ['budget/execution', '预算执行情况表', '万元'],
] as const;

/** Figures the bureau published for 2023, by the name under which they are gathered. */
const PUBLISHED = [
  ['年初预算支出合计', '32280800', '元', '部门支出总表!C6'],
  ['年初预算基本支出', '4129200', '元', '部门支出总表!D6'],
  ['年初预算项目支出', '28151600', '元', '部门支出总表!E6'],
  ['年初预算数', '3228.08', '万元', '预算执行情况表!B5'],
  ['全年执行数', '17917.84', '万元', '预算执行情况表!E5'],
  ['上级补助收入', '5349.81', '万元', '收入决算表!G7'],
  ['本年支出合计', '17917.84', '万元', '支出决算表!E7'],
  ['基本支出', '378.6', '万元', '支出决算表!F7'],
  ['项目支出', '17539.24', '万元', '支出决算表!G7'],
] as const;

/** Cells of 预算执行情况表 that hold published figures and are gathered under no name. */
const EXECUTED = [
  ['基本支出', '年初预算数', '412.92'],
  ['项目支出', '年初预算数', '2815.16'],
  ['基本支出', '全年执行数', '378.6'],
  ['项目支出', '全年执行数', '17539.24'],
] as const;

describe('the sample workbook', () => {
  let judged: Judged;

  beforeAll(async () => {
    judged = await judgeFile(sampleBytes(), { last: 'checks' });
  });

  test('is smaller than 60 kB', () => {
    expect(statSync(SAMPLE_FILE).size).toBeLessThan(60_000);
  });

  test('holds fifteen tables of the bureau for 2023, each recognised for certain with its unit', () => {
    const found = judged.evaluation.tables.map((table) => [table.kind, table.sheet, table.amountUnit]);
    expect(found).toEqual([...FINALS, ...BUDGETS]);
    for (const table of judged.evaluation.tables) {
      expect(table).toMatchObject({ unitName: '庐山市民政局', year: 2023, asOf: null, confidence: 'certain' });
    }
    expect(judged.evaluation.unrecognised).toEqual([]);
    expect(judged.evaluation).toMatchObject({ unitName: '庐山市民政局', year: 2023 });
  });

  test('ties: nothing fails, nothing must be corrected, and the five absent budget tables are named', () => {
    const checks = judged.evaluation.checks ?? [];
    expect(checks.length).toBeGreaterThan(500);
    expect(checks.filter((check) => check.status === 'fails')).toEqual([]);
    expect(judged.evaluation.findings).toEqual([]);
    expect(openItems(judged.evaluation).filter((item) => item.class === 'must')).toEqual([]);
    const absent = checks
      .filter((check) => check.status === 'missing')
      .map((check) => /《(.+?)》/.exec(check.message)?.[1]);
    const names = [
      '部门收入总表',
      '财政拨款收支总表',
      '“三公”经费支出表',
      '政府性基金预算支出表',
      '国有资本经营预算支出表',
    ];
    expect(absent).toEqual(names);
  });

  test('ties from table to table and from 元 to 万元', () => {
    const tied = new Set((judged.evaluation.checks ?? []).map((check) => check.id));
    for (const id of [
      'final.income-expenditure-summary.expenditure',
      'final.appropriation-summary.income',
      'final.government-fund.closing',
      'budget.expenditure.total',
      'budget.execution.initial-budget',
      'budget.execution.final-total',
    ]) {
      expect(tied).toContain(id);
    }
  });

  test.each(PUBLISHED)('states the published %s', (name, value, unit, cell) => {
    const fact = judged.evaluation.facts?.find((one) => one.name === name);
    expect(fact?.figure.unit).toBe(unit);
    const inYuan = unit === '万元' ? fact?.figure.value?.shift(-4) : fact?.figure.value;
    expect(inYuan?.toString()).toBe(value);
    const { place } = fact?.figure ?? {};
    expect(place && `${place.sheet}!${String.fromCharCode(65 + place.column)}${place.row + 1}`).toBe(cell);
  });

  test.each(EXECUTED)('states the published %s·%s', (row, column, value) => {
    const table = judged.evaluation.tables.find((one) => one.name === '预算执行情况表');
    const cell = table?.rows.find((one) => one.name === row)?.cells.get(column);
    expect([cell?.state, cell?.value?.toString()]).toEqual(['number', value]);
  });

  test('says below every table that the rest is sample data, and why the budget became smaller', () => {
    const book = read(sampleBytes());
    const textOf = (sheet: string): string => utils.sheet_to_csv(book.Sheets[sheet] as WorkSheet);
    for (const sheet of book.SheetNames) expect(textOf(sheet)).toMatch(/\n"?示例数据：[^\n]+\n?$/);
    expect(textOf('收支预算总表')).toMatch(/3859\.65 万元.+3228\.08 万元.+631\.57 万元、16\.36%/);
    expect(textOf('支出决算表')).toMatch(/378\.60 万元，占 2\.11%.+17539\.24 万元，占 97\.89%/);
  });
});
