import type { Evaluation } from '../../src/evaluate';
import { formatPlace } from '../../src/model/address';
import type { Check } from '../../src/model/check';
import type { CellValue } from '../../src/model/grid';
import type { Finding } from '../../src/model/finding';
import { xlsxOf } from '../support/book';
import type { TestSheet } from '../support/book';
import { judgeFile } from '../support/sample';

/** One wrong entry in a set that ties: it must be found, the cell named and the cause be the right one. */

type Rows = CellValue[][];

const UNIT = '部门名称：云溪县水利局';

/** 收入支出决算总表, 支出决算表, 财政拨款总表, 一般公共预算财政拨款支出决算表 and 预算执行情况表 of one bureau, in 元. */
function book(): Map<string, Rows> {
  const head = (title: string, width: number): Rows => [
    [`2023年度${title}`, ...Array<null>(width - 1).fill(null)],
    [UNIT, ...Array<null>(width - 2).fill(null), '金额单位：元'],
  ];
  return new Map<string, Rows>([
    [
      '公开01',
      [
        ...head('收入支出决算总表', 4),
        ['收入', null, '支出', null],
        ['项目', '金额', '项目', '金额'],
        ['一、一般公共预算财政拨款收入', 22821918.17, '一、社会保障和就业支出', 881480.72],
        ['二、政府性基金预算财政拨款收入', 1500000, '二、城乡社区支出', 1500000],
        ['三、其他收入', 40000, '三、农林水支出', 21656317.85],
        ['本年收入合计', 24361918.17, '本年支出合计', 24037798.57],
        ['年初结转和结余', 12000, '年末结转和结余', 336119.6],
        ['总计', 24373918.17, '总计', 24373918.17],
      ],
    ],
    [
      '公开03',
      [
        ...head('支出决算表', 5),
        ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
        ['合计', null, 24037798.57, 6096368.07, 17941430.5],
        ['208', '社会保障和就业支出', 881480.72, 881480.72, null],
        ['20805', '行政事业单位养老支出', 881480.72, 881480.72, null],
        ['2080505', '机关事业单位基本养老保险缴费支出', 881480.72, 881480.72, null],
        ['212', '城乡社区支出', 1500000, null, 1500000],
        ['21208', '国有土地使用权出让收入安排的支出', 1500000, null, 1500000],
        ['2120814', '农业生产发展支出', 1500000, null, 1500000],
        ['213', '农林水支出', 21656317.85, 5214887.35, 16441430.5],
        ['21303', '水利', 21656317.85, 5214887.35, 16441430.5],
        ['2130301', '行政运行', 5214887.35, 5214887.35, null],
        ['2130305', '水利工程建设', 12480000, null, 12480000],
        ['2130311', '水资源节约管理与保护', 1651430.5, null, 1651430.5],
        ['2130314', '防汛', 2310000, null, 2310000],
      ],
    ],
    [
      '公开05',
      [
        ...head('一般公共预算财政拨款支出决算表', 5),
        ['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['合计', null, 22497798.57, 6096368.07, 16401430.5],
        ['208', '社会保障和就业支出', 881480.72, 881480.72, null],
        ['20805', '行政事业单位养老支出', 881480.72, 881480.72, null],
        ['2080505', '机关事业单位基本养老保险缴费支出', 881480.72, 881480.72, null],
        ['213', '农林水支出', 21616317.85, 5214887.35, 16401430.5],
        ['21303', '水利', 21616317.85, 5214887.35, 16401430.5],
        ['2130301', '行政运行', 5214887.35, 5214887.35, null],
        ['2130305', '水利工程建设', 12480000, null, 12480000],
        ['2130311', '水资源节约管理与保护', 1651430.5, null, 1651430.5],
        ['2130314', '防汛', 2270000, null, 2270000],
      ],
    ],
    [
      '公开09',
      [
        ...head('国有资本经营预算财政拨款支出决算表', 5),
        ['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['合计', null, null, null, null],
        ['注：本部门没有国有资本经营预算财政拨款支出，本表为空。'],
      ],
    ],
    [
      '执行',
      [
        ...head('部门预算执行情况表', 6),
        ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数', '执行率'],
        ['合计', 21960000, 2414000, 24374000, 24037798.57, 0.9862],
        ['基本支出', 6000000, 100000, 6100000, 6096368.07, 0.9994],
        ['项目支出', 15960000, 2314000, 18274000, 17941430.5, 0.9818],
      ],
    ],
  ]);
}

async function judge(change: (sheets: Map<string, Rows>) => void): Promise<Evaluation> {
  const sheets = book();
  change(sheets);
  const list: TestSheet[] = [...sheets].map(([name, rows]) => ({ name, rows }));
  return (await judgeFile(xlsxOf({ sheets: list }), { last: 'checks' })).evaluation;
}

function put(sheet: string, row: number, column: number, value: CellValue): (sheets: Map<string, Rows>) => void {
  return (sheets) => {
    const cells = sheets.get(sheet)?.[row - 1];
    if (cells) cells[column] = value;
  };
}

function failing({ checks }: Evaluation): readonly Check[] {
  return (checks ?? []).filter((check) => check.status === 'fails');
}

function failed(evaluation: Evaluation, id: string): Check {
  const check = failing(evaluation).find((one) => one.id === id);
  if (!check) throw new Error(`${id} does not fail`);
  return check;
}

function said({ findings }: Evaluation, rule: string): Finding[] {
  return findings.filter((one) => one.rule === rule);
}

test('the set is right as it is', async () => {
  const evaluation = await judge(() => undefined);
  expect(failing(evaluation)).toEqual([]);
  expect(evaluation.findings).toEqual([]);
});

test('an amount in the neighbouring column', async () => {
  const evaluation = await judge((sheets) => {
    put('公开03', 16, 3, 2310000)(sheets);
    put('公开03', 16, 4, null)(sheets);
  });
  expect(failing(evaluation).map(({ cause }) => cause)).toEqual(['misclassified', 'misclassified']);
  for (const { message } of failing(evaluation)) expect(message).toContain('D16 的数像是填错了列');
});

test('one figure typed wrong is named where all its relations fail', async () => {
  const evaluation = await judge(put('公开03', 14, 4, 12480137));
  expect(failing(evaluation)).toHaveLength(2);
  for (const { cause, message } of failing(evaluation)) {
    expect(cause).toBeNull();
    expect(message).toContain('都用到 公开03!E14，像是这个数写错了');
  }
});

test('a total that was blanked', async () => {
  const evaluation = await judge(put('公开05', 4, 2, null));
  const { message } = failed(evaluation, 'final.general-budget-expenditure.hierarchy');
  expect(message).toContain('公开05!C4 没有填数，按 0 核对，像是漏填了');
});

test('a digit of a code', async () => {
  const evaluation = await judge(put('公开03', 15, 0, '2130317'));
  const check = failed(evaluation, 'final.general-budget-expenditure.within-expenditure');
  expect(check.cause).toBe('misclassified');
  expect(check.message).toContain('《支出决算表》里没有“2130311 水资源节约管理与保护”这一行');
  expect(check.message).toContain('（B15）的编码写作 2130317');
});

test('a row another table has', async () => {
  const evaluation = await judge((sheets) => sheets.get('公开03')?.splice(11, 1));
  expect(failed(evaluation, 'final.general-budget-expenditure.within-expenditure').cause).toBe('missing-row');
});

test('the unit line of a sheet is said once, for the sheet', async () => {
  const evaluation = await judge(put('公开05', 2, 4, '金额单位：万元'));
  const [finding, ...more] = said(evaluation, 'checks.unit.doubtful');
  expect(more).toEqual([]);
  expect(finding?.cells).toEqual(['公开05!A1']);
  expect(new Set(failing(evaluation).map(({ cause }) => cause))).toEqual(new Set(['unit']));
});

test('another unit name on one sheet', async () => {
  const evaluation = await judge(put('公开03', 2, 0, '部门名称：云溪县水务局'));
  expect(said(evaluation, 'checks.unit-name.stray').map(({ cells }) => cells)).toEqual([['公开03!A1']]);
});

test('a percentage without its sign', async () => {
  const evaluation = await judge(put('执行', 6, 5, 98.18));
  const { cause, message, left } = failed(evaluation, 'budget.execution.rate');
  expect(cause).toBe('unit');
  expect(message).toContain('漏了百分号');
  expect(message).not.toMatch(/\.\d{9}/);
  expect(left?.places.map(formatPlace)).toEqual(['执行!F6']);
});

test('the error of a formula is called one', async () => {
  const evaluation = await judge(put('公开01', 10, 3, { error: '#REF!' }));
  const [finding] = said(evaluation, 'table.amount.unreadable');
  expect(finding?.message).toContain('“#REF!”是公式出错的结果');
});
