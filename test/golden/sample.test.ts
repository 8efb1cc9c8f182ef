import { statSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { childProgrammes } from '../../samples/children';
import { packageOf } from '../../samples/package';
import { confirmPublished, publishedFigures, publishedTexts } from '../../samples/published';
import type { PublishedFigure } from '../../samples/published';
import { sampleSheets } from '../../samples/workbook';
import { isLedgerCheck } from '../../src/checks/ledger/check';
import { Decimal } from '../../src/model/decimal';
import { formatPlace, parsePlace } from '../../src/model/address';
import { ageAt, readIdentity } from '../../src/model/roster-identity';
import { SHEETS } from '../../src/report/sheet-names';
import { SAMPLE_FILE, judgeFile, sampleBytes } from '../support/sample';
import type { Judged } from '../support/sample';

/** Kind, sheet, year, unit of money and cut-off of every table, in the order of the sheets. */
const TABLES = [
  ['unit/profile', '单位基本情况表', 2023, null, null],
  ['unit/staffing', '人员编制情况表', 2023, null, null],
  ['unit/fixed-assets', '固定资产情况表', 2023, '万元', null],
  ['unit/procurement', '政府采购情况表', 2023, '万元', null],
  ['unit/carry-over', '结转结余情况表', 2023, '万元', null],
  ['final/income-expenditure-summary', '收入支出决算总表', 2023, '万元', null],
  ['final/income', '收入决算表', 2023, '万元', null],
  ['final/expenditure', '支出决算表', 2023, '万元', null],
  ['final/appropriation-summary', '财政拨款收入支出决算总表', 2023, '万元', null],
  ['final/general-budget-expenditure', '一般公共预算财政拨款支出决算表', 2023, '万元', null],
  ['final/general-budget-basic', '一般公共预算财政拨款基本支出决算表', 2023, '万元', null],
  ['final/government-fund', '政府性基金预算财政拨款收入支出决算表', 2023, '万元', null],
  ['final/state-capital', '国有资本经营预算财政拨款支出决算表', 2023, '万元', null],
  ['final/three-public', '“三公”经费支出决算表', 2023, '万元', null],
  ['final/state-assets', '国有资产占用情况表', 2023, null, null],
  ['budget/income-expenditure-summary', '收支预算总表', 2023, '元', null],
  ['budget/income', '部门收入总表', 2023, '元', null],
  ['budget/expenditure', '部门支出总表', 2023, '元', null],
  ['budget/appropriation-summary', '财政拨款收支总表', 2023, '元', null],
  ['budget/general-budget-expenditure', '一般公共预算支出表', 2023, '元', null],
  ['budget/general-budget-basic', '一般公共预算基本支出表', 2023, '元', null],
  ['budget/three-public', '一般公共预算“三公”经费支出表', 2023, '万元', null],
  ['budget/government-fund', '政府性基金预算支出表', 2023, '元', null],
  ['budget/state-capital', '国有资本经营预算支出表', 2023, '元', null],
  ['budget/department-goals', '部门整体支出绩效目标表', 2023, '万元', null],
  ['budget/project-goals', '项目绩效目标（城乡居民最低生活保障）', 2023, '万元', null],
  ['budget/project-goals', '项目绩效目标（特困人员救助供养）', 2023, '万元', null],
  ['budget/project-goals', '项目绩效目标（残疾人两项补贴）', 2023, '万元', null],
  ['budget/project-goals', '项目绩效目标（养老服务体系建设）', 2023, '万元', null],
  ['budget/execution', '预算执行情况表', 2023, '万元', null],
  ['project/expenditure', '项目支出情况表', 2023, '万元', null],
  ['department/indicators', '部门整体支出绩效指标完成情况表', 2023, null, null],
  ['project/indicators', '项目绩效指标表', 2023, null, null],
  ['subsidy/summary', '困难群众救助和惠民补贴发放汇总表', 2023, '万元', '2023-10'],
  ['subsidy/summary', '惠民殡葬补助发放汇总表', 2023, '万元', '2023-09'],
  ['subsidy/summary', '临时救助发放汇总表', 2023, '万元', null],
  ['subsidy/summary', '儿童福利补贴发放汇总表', 2023, '万元', null],
  ['statistics/operations', '业务统计表', 2023, null, null],
  ['survey/satisfaction', '满意度问卷汇总', 2023, null, null],
  ['subsidy/standards', '儿童福利补贴标准表', 2023, '元', null],
  ['subsidy/roster', '孤儿花名册', 2023, '元', null],
  ['subsidy/roster', '事实无人抚养儿童花名册', 2023, '元', null],
  ['ledger/trial-balance', '科目余额表', 2023, '元', null],
  ['ledger/entries', '序时账', 2023, '元', null],
  ['budget/income-expenditure-summary', '2022年收支预算总表', 2022, '元', null],
  ['budget/three-public', '2022年一般公共预算“三公”经费支出表', 2022, '万元', null],
  ['final/income-expenditure-summary', '2022年收入支出决算总表', 2022, '万元', null],
  ['final/expenditure', '2022年支出决算表', 2022, '万元', null],
  ['final/appropriation-summary', '2022年财政拨款收入支出决算总表', 2022, '万元', null],
  ['final/government-fund', '2022年政府性基金预算财政拨款收入支出决算表', 2022, '万元', null],
] as const;

/** Figures the bureau published for 2023, by the name under which they are gathered. */
const GATHERED = [
  ['年初预算支出合计', '32280800', '元', '部门支出总表!E6'],
  ['年初预算基本支出', '4129200', '元', '部门支出总表!F6'],
  ['年初预算项目支出', '28151600', '元', '部门支出总表!G6'],
  ['年初预算数', '3228.08', '万元', '预算执行情况表!B5'],
  ['全年执行数', '17917.84', '万元', '预算执行情况表!E5'],
  ['上级补助收入', '5349.81', '万元', '收入决算表!G7'],
  ['本年支出合计', '17917.84', '万元', '支出决算表!E7'],
  ['基本支出', '378.6', '万元', '支出决算表!F7'],
  ['项目支出', '17539.24', '万元', '支出决算表!G7'],
  ['在职人员数', '32', null, '人员编制情况表!C7'],
] as const;

const STATED = publishedFigures.flatMap((figure) =>
  Object.entries(figure.cells).map(([cell, written]) => ({ figure, cell, written, name: figure.item })),
);
const WORDED = publishedTexts.flatMap(({ text, cells }) => cells.map((cell) => [text, cell] as const));

describe('the sample workbook', () => {
  let judged: Judged;
  let book: WorkBook;

  beforeAll(async () => {
    book = read(sampleBytes());
    judged = await judgeFile(sampleBytes(), { last: 'checks' });
  });

  /** The persons of a roster, by header. */
  const rosterRows = (sheet: string): Record<string, unknown>[] =>
    utils
      .sheet_to_json<Record<string, unknown>>(book.Sheets[sheet] as WorkSheet, { range: 2 })
      .filter((row) => typeof row['序号'] === 'number');

  const cellAt = (cell: string): CellObject | undefined => {
    const { sheet = '' } = parsePlace(cell) ?? {};
    return book.Sheets[sheet]?.[cell.slice(sheet.length + 1)] as CellObject | undefined;
  };

  test('is smaller than 200 kB', () => {
    expect(statSync(SAMPLE_FILE).size).toBeLessThan(200_000);
  });

  test('is what the generator writes, byte for byte', () => {
    expect(Buffer.from(packageOf(sampleSheets())).equals(Buffer.from(sampleBytes()))).toBe(true);
  });

  test('holds every kind of table but rubric and report, each recognised for certain', () => {
    const found = judged.evaluation.tables.map(({ kind, sheet, year, amountUnit, asOf }) => [
      kind,
      sheet,
      year,
      amountUnit,
      asOf,
    ]);
    expect(found).toEqual(TABLES);
    for (const table of judged.evaluation.tables) {
      expect(table).toMatchObject({ unitName: '庐山市民政局', confidence: 'certain' });
    }
    expect(judged.evaluation).toMatchObject({ unitName: '庐山市民政局', year: 2023, unrecognised: [] });
  });

  test('ties: nothing fails, nothing is missing, nothing is found; seven rates are rounded', () => {
    const counts: Record<string, number> = {};
    const reported = (judged.evaluation.checks ?? []).filter((check) => !isLedgerCheck(check));
    for (const { status } of reported) counts[status] = (counts[status] ?? 0) + 1;
    expect(counts).toEqual({ holds: 1027, rounding: 7 });
    expect(judged.evaluation.findings).toEqual([]);
    const rounded = reported.filter(({ status }) => status === 'rounding');
    for (const { id } of rounded) expect(id).toMatch(/^(?:budget\.execution|project\.expenditure)\.rate$/);
  });

  test('its books agree with themselves, with one another and to the 分 with the final accounts', () => {
    const checks = (judged.evaluation.checks ?? []).filter(isLedgerCheck);
    expect(checks.filter(({ status }) => status !== 'holds').map(({ key }) => key)).toEqual([]);
    const tied = new Set(checks.map(({ id }) => id));
    for (const id of [
      'ledger.balance.book',
      'ledger.balance.result',
      'ledger.entries.voucher',
      'ledger.entries.account',
      'ledger.tie.income',
      'ledger.tie.expenditure',
      'ledger.tie.functional-basic',
      'ledger.tie.functional-project',
    ]) {
      expect(tied).toContain(id);
    }
  });

  test.each(childProgrammes.map((programme) => [programme.name, programme] as const))(
    'the roster of %s, its summary and its entries come to the published amount',
    (name, { id, sheet, children }) => {
      const amount = Decimal.of(publishedFigures.find((one) => one.id === `programme.${id}.amount`)?.value ?? '').shift(
        4,
      );
      const roster = rosterRows(sheet);
      expect(roster.reduce((sum, row) => sum + Number(row['金额']), 0)).toBe(Number(amount.toString()));
      expect(roster).toHaveLength(children.length);
      for (const row of roster) expect(row['金额']).toBe(Number(row['标准']) * Number(row['月数']));
      const entries = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['序时账'] as WorkSheet, { range: 2 });
      const paid = entries.filter((entry) => entry['项目'] === name);
      expect(paid.reduce((sum, entry) => sum + Number(entry['借方金额']), 0)).toBe(Number(amount.toString()));
      const summary = judged.evaluation.tables
        .flatMap(({ kind, rows }) => (kind === 'subsidy/summary' ? rows : []))
        .find((row) => row.cells.get('补贴项目')?.written === name);
      expect(summary?.cells.get('金额')?.value?.toString()).toBe(amount.shift(-4).toString());
    },
  );

  test('its ledger paid each programme what its summary says, to the same month', async () => {
    const { evaluation } = await judgeFile(sampleBytes(), { last: 'report' });
    expect(evaluation.report?.written).toHaveLength(12);
    const sheet = evaluation.report?.plan.sheets.find(({ model }) => model.name === SHEETS.subsidy);
    const verdicts = (sheet?.model.rows ?? []).flatMap(({ cells }) => {
      const [name, verdict] = [cells[0], cells[8]];
      return name?.type === 'text' && verdict?.type === 'formula' ? [[name.text, verdict.value]] : [];
    });
    expect(verdicts).toHaveLength(10);
    for (const [, verdict] of verdicts) expect(verdict).toBe('相符');
  });

  test('its rosters hold minors with whole numbers of identity of an area that does not exist', () => {
    const numbers = childProgrammes.flatMap(({ sheet }) => rosterRows(sheet).map((row) => row['身份证号']));
    expect(new Set(numbers).size).toBe(137);
    for (const number of numbers) {
      const identity = readIdentity(number as string);
      expect(identity).toMatchObject({ state: 'valid' });
      expect(identity.number).toMatch(/^360499/);
      expect(ageAt(identity.born, 20231231)).toBeLessThan(18);
    }
  });

  test('ties from table to table, from 元 to 万元, and from 2022 to 2023', () => {
    const tied = new Set((judged.evaluation.checks ?? []).map((check) => check.id));
    for (const id of [
      'final.income-expenditure-summary.expenditure',
      'final.appropriation-summary.income',
      'final.government-fund.closing',
      'final.three-public.budget',
      'budget.expenditure.total',
      'budget.execution.initial-budget',
      'budget.execution.final-total',
      'budget.department-goals.total',
      'project.expenditure.within-final',
      'unit.carry-over.closing',
      'budget.three-public.prior-budget',
      'final.income-expenditure-summary.carry-over',
      'final.appropriation-summary.general-carry-over',
      'final.appropriation-summary.fund-carry-over',
      'final.government-fund.carry-over',
    ]) {
      expect(tied).toContain(id);
    }
  });

  test.each(GATHERED)('gathers the published %s', (name, value, unit, cell) => {
    const figure = judged.evaluation.facts?.find((one) => one.name === name)?.figure;
    expect(figure?.unit ?? null).toBe(unit);
    const inUnit = unit === '万元' ? figure?.value?.shift(-4) : figure?.value;
    expect(inUnit?.toString()).toBe(value);
    expect(figure?.place && formatPlace(figure.place)).toBe(cell);
  });

  /** The published value as the sheet writes it: 万元 as 元 in a table in 元, a percentage as a ratio where it is shown as one. */
  function rewritten({ value, unit }: PublishedFigure, cell: string): string {
    const table = judged.evaluation.tables.find(({ sheet }) => sheet === parsePlace(cell)?.sheet);
    const number = Decimal.of(value);
    if (unit === '万元' && table?.amountUnit === '元') return number.shift(4).toString();
    if (unit === '%' && table?.kind !== 'statistics/operations') return number.shift(-2).toString();
    return number.toString();
  }

  test.each(STATED)('states the published $name in $cell as $written', ({ figure, cell, written }) => {
    const value = cellAt(cell)?.v;
    if (typeof value === 'number') expect([String(value), written]).toEqual(Array(2).fill(rewritten(figure, cell)));
    else {
      expect(written.replace(' ', '')).toBe(`${figure.value}${figure.unit}`);
      expect(value).toContain(written);
    }
  });

  test.each(WORDED)('says “%s” in %s', (text, cell) => {
    expect(cellAt(cell)?.v).toContain(text);
  });

  test('states the cut-off of every published figure of business that has one', () => {
    const rows = judged.evaluation.tables.find(({ kind }) => kind === 'statistics/operations')?.rows ?? [];
    const asOf = new Map(rows.map((row) => [row.label, row.cells.get('截至')?.written]));
    expect(rows).toHaveLength(publishedFigures.filter(({ category }) => category !== undefined).length);
    expect(asOf.get('结婚登记')).toBe('截至2023年10月31日');
    expect(asOf.get('流浪乞讨人员救助')).toBe('截至2023年10月');
    expect(asOf.get('颐养之家总数')).toBe('2023年度');
  });

  test('spends at least in the year on 城乡低保 what was paid until October', () => {
    const projects = judged.evaluation.tables.find(({ kind }) => kind === 'project/expenditure');
    const row = projects?.rows.find(({ label }) => label === '城乡居民最低生活保障');
    expect(row?.cells.get('全年执行数')?.value?.compare(Decimal.of('4459.7'))).toBe(1);
  });

  test('says below every table what of it was published and what is sample data', () => {
    for (const [name, sheet] of Object.entries(book.Sheets)) {
      const texts = Object.values(sheet).flatMap((cell) =>
        (cell as CellObject).t === 's' ? [(cell as CellObject).v] : [],
      );
      const notes = texts.filter((text) => /^注：.*(?:示例数据|本表各数均为已公布数|本表无数据)/.test(String(text)));
      expect([name, notes.length]).not.toEqual([name, 0]);
    }
  });
});

describe('the generator', () => {
  const sheets = sampleSheets();
  const withValue = (name: string, old: number, value: number): typeof sheets =>
    sheets.map((sheet) => ({
      ...sheet,
      boxes: sheet.boxes.map((box) => (sheet.name === name && box.value === old ? { ...box, value } : box)),
    }));

  test('stops when a sum does not meet the published figure', () => {
    expect(() => confirmPublished(withValue('收入决算表', 5349.81, 5349.82))).toThrow(
      'final.superior-grants: 收入决算表!G7 is 5349.82, not 5349.81',
    );
  });

  test('stops when a published figure of business is changed', () => {
    expect(() => confirmPublished(withValue('业务统计表', 1042, 1024))).toThrow('statistics.marriage.marriages');
  });
});
