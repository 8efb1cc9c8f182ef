import type { CellValue } from '../../../src/model/grid';
import { Grid } from '../../../src/model/grid';
import type { Table } from '../../../src/model/table';
import { recognise } from '../../../src/tables/recognise';

type Rows = readonly (readonly CellValue[])[];

const TITLE: Rows = [['项目支出绩效自评表'], ['（2023年度）'], ['填报单位：安澜县民政局']];
const FIELDS: Rows = [
  ['项目名称', '殡葬惠民补助', null, null, '项目编码', 'P001'],
  ['主管部门', '安澜县民政局', null, null, '实施单位', '安澜县殡葬服务所'],
];
const MONEY: Rows = [
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', null, 141.25, 137.89, 10, '97.62%', 9.76],
  [null, '其中：当年财政拨款', 120, 141.25, 137.89, '—', '—', '—'],
];
const LIST: Rows = [
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '产出指标', '数量指标', '补助火化例数', '≥900例', '918例', 50, 50],
  [null, '满意度指标', '服务对象满意度指标', '丧属满意度', '≥90%', '92%', 40, 40],
];
const FORM: Rows = [...TITLE, ...FIELDS, ...MONEY, ...LIST];

function tablesOf(rows: Rows, sheet = 'Sheet1'): readonly Table[] {
  return recognise([Grid.ofRows(sheet, rows)]).tables;
}

function field(table: Table | undefined, name: string): string | undefined {
  const cell = table?.rows.find((row) => row.name === name)?.cells.get('值');
  return cell?.value?.toString() ?? cell?.written;
}

function names(tables: readonly Table[]): string[] {
  return tables.map((table) => table.name);
}

describe('a form is one table, though it is full of header-like rows', () => {
  const [form] = tablesOf(FORM);

  test('with its fields and its list', () => {
    expect(names(tablesOf(FORM))).toEqual(['项目支出绩效自评表']);
    expect(form?.rowCount).toBe(13);
    expect(form?.subject).toBe('殡葬惠民补助');
    expect(field(form, '实施单位')).toBe('安澜县殡葬服务所');
    expect(field(form, '全年预算数')).toBe('141.25');
    expect(form?.rows.some((row) => row.label === '丧属满意度')).toBe(true);
  });

  test('whose unit may stand in a label', () => {
    expect(form?.amountUnit).toBe('万元');
  });

  test('whose blank total is zero and not the figure of the line below', () => {
    expect(field(form, '年初预算数')).toBe('0');
  });

  test('with blank rows inside it', () => {
    const [spaced] = tablesOf([...TITLE, [], ...FIELDS, [], ...MONEY, [], ...LIST]);
    expect(spaced?.rowCount).toBe(13);
  });

  test('with fields below its list, and signatures that are none', () => {
    const [turned] = tablesOf([
      ...TITLE,
      ...MONEY,
      ...LIST,
      ...FIELDS,
      ['填表人：甲某', null, '联系电话：0000-8000001'],
    ]);
    expect(turned?.rowCount).toBe(13);
    expect(field(turned, '主管部门')).toBe('安澜县民政局');
  });
});

test('forms of several projects may follow one another, with and without a gap', () => {
  expect(names(tablesOf([...FORM, ...FORM, [], ...FORM]))).toEqual([
    '项目支出绩效自评表',
    '项目支出绩效自评表',
    '项目支出绩效自评表',
  ]);
});

describe('a form without its title', () => {
  const untitled = FORM.slice(2);

  test.each(['Sheet1', '项目支出绩效自评表'])('is known by its fields in a sheet named %s', (sheet) => {
    const tables = tablesOf(untitled, sheet);
    expect(names(tables)).toEqual(['项目支出绩效自评表']);
    expect(tables[0]?.subject).toBe('殡葬惠民补助');
  });

  test('is never taken for the department’s: the project’s name speaks against it', () => {
    expect(tablesOf([...FIELDS, ...LIST]).map((table) => table.kind)).toEqual(['project/indicators']);
  });
});

describe('the parts of a project’s money', () => {
  const HEADS = ['年初预算数', '全年预算数', '全年执行数'] as const;

  /** 年初预算数 全年预算数 全年执行数 of each part as it was read, in the form's unit. */
  function parts(money: Rows, unit = '金额单位：万元'): Record<string, string> {
    const [form] = tablesOf([...TITLE, [unit], ...FIELDS, ...money, ...LIST]);
    const rows = form?.rows.filter((row) => row.ofWhich) ?? [];
    const amounts = (row: (typeof rows)[number]): string =>
      HEADS.map((head) => row.cells.get(head)?.value?.toString() ?? '无').join(' ');
    return Object.fromEntries(rows.map((row) => [row.label, amounts(row)]));
  }
  const heads: Rows[number] = ['项目资金', null, ...HEADS, '分值', '执行率', '得分'];
  const total: Rows[number] = [null, '年度资金总额', 120, 141.25, 137.89, 10, '97.62%', 9.76];

  test.each([
    ['其中：当年财政拨款', '　　上年结转资金', '　　其他资金'],
    ['其中：本年一般公共预算拨款', '上年结转结余', '单位资金'],
    ['其中:财政拨款', '2.以前年度结转', '其他'],
    ['（1）一般公共预算财政拨款', '（2）上年财政拨款结转', '（3）自有资金'],
  ])('are read whatever they are called: %s, %s, %s', (appropriation, carriedOver, other) => {
    const lines: Rows = [
      [null, appropriation, 110, 120, 117, '—', '—', '—'],
      [null, carriedOver, 10, 11.25, 10.89],
      [null, other, 0, 10, 10],
    ];
    expect(parts([heads, total, ...lines])).toEqual({
      当年财政拨款: '110 120 117',
      上年结转资金: '10 11.25 10.89',
      其他资金: '0 10 10',
    });
  });

  test('are read below merged captions, 其中 in a column of its own', () => {
    const wide: Rows[number] = ['项目资金', null, null, '年初预算数', null, '全年预算数', '全年执行数'];
    const lines: Rows = [
      [null, '年度资金总额', null, 120, null, 141.25, 137.89],
      [null, '其中', '当年财政拨款', 110, null, 120, 117],
      [null, null, '其他资金', 10, null, 21.25, 20.89],
    ];
    expect(parts([wide, ...lines])).toEqual({ 当年财政拨款: '110 120 117', 其他资金: '10 21.25 20.89' });
  });

  test('are brought into the form’s unit where their label states another', () => {
    const line: Rows[number] = [null, '其中：当年财政拨款（元）', 1100000, '1,200,000.00', '117万元'];
    expect(parts([heads, total, line])).toEqual({ 当年财政拨款: '110 120 117' });
    expect(parts([['项目资金（元）', ...heads.slice(1)], total, [null, '财政拨款', 1, 2, 3]], '')).toEqual({
      当年财政拨款: '1 2 3',
    });
  });

  test('are read beside one another too', () => {
    const lines: Rows = [
      ['项目资金', '年度资金总额', '其中：当年财政拨款', '上年结转资金'],
      ['年初预算数', 120, 110, 10],
      ['全年预算数', 141.25, 120, 21.25],
      ['全年执行数', 137.89, 117, 20.89],
    ];
    expect(parts(lines)).toEqual({ 当年财政拨款: '110 120 117', 上年结转资金: '10 21.25 20.89' });
  });

  test('the clearest of several lines counts: 其他资金 before 单位资金', () => {
    const lines: Rows = [
      [null, '单位资金', 1, 2, 3],
      [null, '其他资金', 4, 5, 6],
    ];
    expect(parts([heads, total, ...lines])).toEqual({ 其他资金: '4 5 6' });
  });

  test('are never taken for a total left blank', () => {
    const [form] = tablesOf([
      ...TITLE,
      ...FIELDS,
      ['项目资金（万元）', null, ...HEADS, '分值'],
      [null, '年度资金总额'],
      [null, '其中：当年财政拨款', 110, 120, 117],
      ...LIST,
    ]);
    expect(HEADS.map((name) => field(form, name))).toEqual(['0', '0', '0']);
  });

  test('words of the indicators are none', () => {
    const row = ['效益指标', '社会效益指标', '其他资金', '≥1万元', 20, 10, 10];
    const [form] = tablesOf([...FORM, [null, ...row]]);
    expect(form?.rows.filter((one) => one.ofWhich).map(({ label }) => label)).toEqual(['当年财政拨款']);
  });
});

test('a part of the money counts only below the total it is a part of', () => {
  const [goals] = tablesOf([
    ['部门整体支出绩效目标表（2023年度）'],
    ['部门名称', '安澜县民政局'],
    ['年度主要任务', '任务名称', '总额（万元）', '财政拨款', '其他资金'],
    [null, '社会救助', 5120, 5100, 20],
    [null, '金额合计', 5120, 5100, 20],
    ['年度绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
    [null, '产出指标', '数量指标', '特困人员集中供养人数', '≥320人'],
  ]);
  expect(field(goals, '资金总额')).toBe('5120');
  expect(field(goals, '财政拨款')).toBeUndefined();
});
