import { amountIn, judgeSheets, kindsBySheet } from '../support/sheets';
import type { Rows } from '../support/sheets';
import { failing } from '../support/verdicts';
import type { Judged } from '../support/verdicts';

/** Relations that fail; tables these small workbooks leave out are not meant. */
function failed(one: Judged): string[] {
  return failing(one)
    .filter((check) => check.status === 'fails')
    .map((check) => check.id);
}

function head(title: string, name = '泸县民政局'): Rows {
  return [[title], [`部门：${name}`, null, null, '金额单位：万元']];
}

const INCOME: Rows = [
  ...head('部门收入总表'),
  ['项    目', null, '合计', '上年结转', '一般公共预算拨款收入', '政府性基金预算拨款收入', '其他收入'],
  ['单位代码', '单位名称（科目）'],
  [null, '合    计', 1760.2, 80, 1500.2, 80, 100],
  ['145', '泸县民政局部门', 1760.2, 80, 1500.2, 80, 100],
  ['145101', '泸县民政局', 1400.2, 80, 1140.2, 80, 100],
  ['145102', '泸县社会福利院', 360, null, 360, null, null],
];

const APPROPRIATION: Rows = [
  ...head('财政拨款收支预算总表'),
  ['收          入', null, '支          出'],
  ['项              目', '2025年预算数', '项             目', '合计', '一般公共预算', '政府性基金预算'],
  ['一、本年收入', 1580.2, '一、本年支出', 1660.2, 1580.2, 80],
  ['  一般公共预算拨款收入', 1500.2, '  社会保障和就业支出', 1500.1, 1500.1, null],
  ['  政府性基金预算拨款收入', 80, '  卫生健康支出', 30.1, 30.1, null],
  ['  国有资本经营预算拨款收入', null, '  住房保障支出', 50, 50, null],
  ['一、上年结转', 80, '  其他支出', 80, null, 80],
  ['  一般公共预算拨款收入', 80, '', null, null, null],
  ['  政府性基金预算拨款收入', null, '二、结转下年', null, null, null],
  ['收      入      总      计', 1660.2, '支      出      总      计', 1660.2, 1580.2, 80],
];

const PROJECTS: Rows = [
  ...head('一般公共预算项目支出预算表'),
  ['科目编码', null, null, '单位代码', '单位名称（科目）', '金额'],
  ['类', '款', '项'],
  [null, null, null, null, '合    计', 980],
  ['208', '02', '99', '145101', '社区建设项目', 30],
  ['208', '19', '02', '145101', '农村低保资金', 950],
];

const BY_ECONOMY: Rows = [
  ...head('财政拨款支出预算表（部门经济分类科目）'),
  ['项    目', null, '总计', '当年财政拨款安排', null, null, '上年结转安排'],
  ['科目编码', '单位名称（科目）', null, '小计', '基本支出', '项目支出', '合计'],
  [null, '合    计', 1660.2, 1580.2, 600.2, 980, 80],
  ['301', '工资福利支出', 480.1, 480.1, 480.1, null, null],
  ['302', '商品和服务支出', 1180.1, 1100.1, 120.1, 980, 80],
];

const BY_GOVERNMENT: Rows = [
  ...head('支出预算分类汇总表（按政府预算经济分类）'),
  ['科目编码', '科目名称', '总计', '机关工资福利支出', '机关商品和服务支出', '对个人和家庭的补助'],
  [null, '合计', 861.24, 700, 135.24, 26],
  ['2080201', '行政运行', 861.24, 700, 135.24, 26],
];

describe('budgets of a department (四川)', () => {
  const book = judgeSheets(
    ['1-1', INCOME],
    ['2', APPROPRIATION],
    ['2-1', BY_ECONOMY],
    ['3-2', PROJECTS],
    ['政府', BY_GOVERNMENT],
  );

  test('only tables of a known kind are recognised', () => {
    expect(kindsBySheet(book)).toEqual({ '1-1': 'budget/income', '2': 'budget/appropriation-summary' });
    expect(book.recognition.unrecognised.map((one) => one.sheet)).toEqual(['2-1', '3-2', '政府']);
  });

  test('a year that only headers name is the year of all tables', () => {
    expect(book.recognition.tables.map((table) => table.year)).toEqual([2025, 2025]);
  });

  test('units below their department and rows set in below 一、本年收入 tie', () => {
    expect(failed(book)).toEqual([]);
  });

  test('a wrong unit is named', () => {
    const rows = INCOME.map((row) => (row[0] === '145102' ? ['145102', '泸县社会福利院', 350, null, 350] : row));
    expect(new Set(failed(judgeSheets(['1-1', rows])))).toEqual(new Set(['budget.income.hierarchy']));
  });

  test('a wrong item below 一、本年收入 is named', () => {
    const rows = APPROPRIATION.map((row) => (row[1] === 1500.2 ? [row[0] ?? null, 1510.2, ...row.slice(2)] : row));
    expect(failed(judgeSheets(['2', rows]))).toContain('budget.appropriation-summary.income-items');
  });
});

const GENERAL: Rows = [
  ...head('一般公共预算支出表'),
  ['科目编码', '科目名称', '合计', '基本支出', null, null, null, '项目支出'],
  [null, null, null, '小计', '人员经费', null, '公用经费'],
  [null, null, null, null, '工资福利支出', '对个人和家庭的补助'],
  [null, '合计', 941.24, 861.24, 685.09, 26, 150.15, 80],
  ['208', '社会保障和就业支出', 941.24, 861.24, 685.09, 26, 150.15, 80],
  ['  20802', '  民政管理事务', 941.24, 861.24, 685.09, 26, 150.15, 80],
  ['    2080201', '    行政运行', 941.24, 861.24, 685.09, 26, 150.15, 80],
];

test('人员经费 in two columns with words of their own is a header of three rows', () => {
  const book = judgeSheets(['一般公共预算支出表', GENERAL]);
  expect(kindsBySheet(book)).toEqual({ 一般公共预算支出表: 'budget/general-budget-expenditure' });
  expect(failed(book)).toEqual([]);
  expect(book.recognition.findings.map((one) => one.rule)).not.toContain('table.amount.unreadable');
  expect(amountIn(book, 'budget/general-budget-expenditure', '2080201', '项目支出')).toBe('80');
});

const GOALS: Rows = [
  ['部门整体绩效目标申报表'],
  ['（2024年度）'],
  ['部门（单位）名称', 'XX区民政局'],
  ['总体资金情况（元）', '预算支出总额', '财政拨款', null, '专户资金', '单位资金'],
  [null, null, '小计', '其中：基本支出'],
  [null, 33405000, 33105000, 11972100, 0, 300000],
  ['整体绩效目标', '做好民政工作'],
  ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
  ['产出指标', '数量指标', '救助人数', '≥', '5000', '人'],
  ['满意度指标', '服务对象满意度指标', '满意度', '≥', '95', '%'],
];

test('funds under labels of two rows (北京) are read from below them', () => {
  const book = judgeSheets(['整体绩效', GOALS]);
  expect(kindsBySheet(book)).toEqual({ 整体绩效: 'budget/department-goals' });
  expect(amountIn(book, 'budget/department-goals', '资金总额', '值')).toBe('33405000');
  expect(amountIn(book, 'budget/department-goals', '财政拨款', '值')).toBe('33105000');
  expect(failed(book)).toEqual([]);
});

const EXECUTION: Rows = [
  ...head('2023年部门预算执行情况表', '会昌县民政局'),
  ['项目', '年初预算', '上年结转', '本年追加', '本年调减', '全年预算', '全年执行', '执行率', '财政收回', '结转下年'],
  ['合计', 1000, 50, 200, -10, 1240, 1200, '96.77%', 15, 25],
  ['基本支出', 600, 0, 20, 0, 620, 615, '99.19%', 5, 0],
  ['　人员经费', 500, 0, 20, 0, 520, 520, '100%', 0, 0],
  ['　公用经费', 100, 0, 0, 0, 100, 95, '95%', 5, 0],
  ['项目支出', 400, 50, 180, -10, 620, 585, '94.35%', 10, 25],
];

const ITEMS: Rows = [
  ...head('2023年预算指标执行情况表', '会昌县民政局'),
  ['指标文号', '指标摘要', '资金性质', '指标金额', '上年结转', '已用金额', '可用余额', '执行率'],
  ['会财社〔2023〕1号', '低保', '一般公共预算', 450, 40, 480, 10, '97.96%'],
  ['会财社〔2023〕2号', '养老', '政府性基金', 120, 10, 105, 25, '80.77%'],
  ['合计', null, null, 570, 50, 585, 35, '94.35%'],
];

const PROJECT_EXECUTION: Rows = [
  ...head('2023年度项目支出情况表', '会昌县民政局'),
  ['项目名称', '年初预算', '上年结转结余', '调整数（+、-）', '全年预算数', '全年执行数', '收回财政', '年末结转结余'],
  ['低保', 300, 40, 150, 490, 480, 0, 10],
  ['养老', 100, 10, 20, 130, 105, 10, 15],
  ['合计', 400, 50, 170, 620, 585, 10, 25],
];

const PURCHASES: Rows = [
  ['2023年度政府采购执行情况统计表'],
  ['填报单位（盖章）：会昌县民政局', null, null, '单位：万元'],
  ['项目', '采购预算数', '实际采购数', null, null],
  [null, null, '合计', '财政资金', '其他资金'],
  ['合计', 100, 95, 90, 5],
  ['一、货物', 40, 38, 36, 2],
  ['二、工程', 30, 28, 28, 0],
  ['三、服务', 30, 29, 26, 3],
];

describe('execution with carried-over and withdrawn money', () => {
  const book = judgeSheets(['执行', EXECUTION], ['指标', ITEMS], ['项目', PROJECT_EXECUTION], ['采购', PURCHASES]);

  test('ties', () => {
    expect(Object.values(kindsBySheet(book))).toEqual([
      'budget/execution',
      'budget/execution',
      'project/expenditure',
      'unit/procurement',
    ]);
    expect(failed(book)).toEqual([]);
  });

  test('（盖章） is no part of the name', () => {
    expect(new Set(book.recognition.tables.map((table) => table.unitName))).toEqual(new Set(['会昌县民政局']));
  });

  test('a wrong 全年预算数 is named', () => {
    const rows = PROJECT_EXECUTION.map((row) => (row[0] === '养老' ? ['养老', 100, 10, 20, 140, 105, 10, 25] : row));
    expect(failed(judgeSheets(['项目', rows]))).toContain('project.expenditure.annual-budget');
  });

  test('a wrong 结余 is named', () => {
    const rows = EXECUTION.map((row) => (row[0] === '项目支出' ? [...row.slice(0, 9), 30] : row));
    expect(failed(judgeSheets(['执行', rows]))).toContain('budget.execution.balance');
  });
});

test('结转结余 by function is no table of 政府性基金 and asks for no set of final accounts', () => {
  const book = judgeSheets([
    '结转结余情况',
    [
      ...head('2023年度财政拨款结转结余情况表'),
      ['科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'],
      [null, '合计', 10, 440, 430, 20],
      ['2100408', '基本公共卫生服务', 10, 440, 430, 20],
    ],
  ]);
  expect(kindsBySheet(book)).toEqual({ 结转结余情况: 'unit/carry-over' });
  expect(failing(book)).toEqual([]);
});

test('a 部门支出总表 of units that lists only 项', () => {
  const book = judgeSheets(
    [
      '支出',
      [
        ...head('2024年部门支出总表', '石城县民政局'),
        ['单位代码', '单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        [null, null, null, '合计', 1110, 500, 610],
        ['301001', '石城县民政局本级', null, null, 800, 300, 500],
        ['301001', '石城县民政局本级', '2080201', '行政运行', 300, 300, 0],
        ['301001', '石城县民政局本级', '2081901', '城市最低生活保障金支出', 500, 0, 500],
        ['301002', '石城县社会福利院', null, null, 310, 200, 110],
        ['301002', '石城县社会福利院', '2081005', '社会福利事业单位', 310, 200, 110],
      ],
    ],
    [
      '一般',
      [
        ...head('2024年一般公共预算支出表', '石城县民政局'),
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['合计', null, 800, 300, 500],
        ['208', '社会保障和就业支出', 800, 300, 500],
        ['20802', '民政管理事务', 300, 300, 0],
        ['2080201', '行政运行', 300, 300, 0],
        ['20819', '最低生活保障', 500, 0, 500],
        ['2081901', '城市最低生活保障金支出', 500, 0, 500],
      ],
    ],
  );
  expect(failed(book)).toEqual([]);
});
