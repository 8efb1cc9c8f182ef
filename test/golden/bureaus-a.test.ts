import type { CellValue } from '../../src/model/grid';
import { amountIn, judgeSheets, kindsBySheet } from '../support/sheets';
import type { Rows } from '../support/sheets';
import { failing } from '../support/verdicts';
import type { Judged } from '../support/verdicts';

/** Keys of the relations that fail; tables these small workbooks leave out are not meant. */
function failed(one: Judged): string[] {
  return failing(one)
    .filter((check) => check.status === 'fails')
    .map((check) => check.key);
}

function rules({ recognition }: Judged): string[] {
  return recognition.findings.map((finding) => finding.rule);
}

const EXPENDITURE: Rows = [
  ['支出决算表'],
  [null, null, null, null, null, null, null, '公开03表'],
  ['编制单位：平昌县民政局', null, null, '2023年度', null, null, null, '金额单位：万元'],
  ['项    目', null, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  ['功能分类科目编码', '科目名称'],
  ['栏次', null, 1, 2, 3, 4, 5, 6],
  ['合计', null, 113.12, 68.3, 44.82],
  ['208', '社会保障和就业支出', 107.44, 62.62, 44.82],
  ['20802', '民政管理事务', 107.44, 62.62, 44.82],
  ['2080201', '行政运行', 62.62, 62.62, null],
  ['2080202', '一般行政管理事务', 44.82, null, 44.82],
  ['221', '住房保障支出', 5.68, 5.68, null],
  ['22102', '住房改革支出', 5.68, 5.68, null],
  ['2210201', '住房公积金', 5.68, 5.68, null],
];

/** The rows with other cells in the row that begins so. */
function changed(rows: Rows, first: string, cells: readonly CellValue[]): Rows {
  return rows.map((row) => (row[0] === first ? cells : row));
}

describe('final accounts as provinces publish them', () => {
  test('四川: the detailed tables among the thirteen are no kind of ours', () => {
    const byEconomy: Rows = [
      ['财政拨款支出决算明细表'],
      ['编制单位：平昌县民政局', null, null, null, '2023年度', null, null, '金额单位：万元'],
      ['项目', null, '合计', '一般公共预算财政拨款', null, null, '政府性基金预算财政拨款', null, null],
      ['经济分类科目编码', '科目名称', null, '小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出'],
      ['栏次', null, 1, 2, 3, 4, 5, 6, 7],
      ['合计', null, 122.12, 113.12, 68.3, 44.82, 9, null, 9],
      ['301', '工资福利支出', 60, 60, 60, null, null, null, null],
      ['30101', '基本工资', 60, 60, 60, null, null, null, null],
      ['302', '商品和服务支出', 62.12, 53.12, 8.3, 44.82, 9, null, 9],
      ['30201', '办公费', 62.12, 53.12, 8.3, 44.82, 9, null, 9],
    ];
    const projects: Rows = [
      ['一般公共预算财政拨款项目支出决算表'],
      ['编制单位：平昌县民政局', '2023年度', '金额单位：万元'],
      ['项目', null, '本年支出'],
      ['功能分类科目编码', '科目名称（项目）', '金额'],
      ['栏次', null, 1],
      ['合计', null, 44.82],
      ['208', '社会保障和就业支出', 44.82],
      ['20802', '民政管理事务', 44.82],
      ['2080202', '一般行政管理事务', 44.82],
    ];
    const one = judgeSheets(['附表3', EXPENDITURE], ['附表5', byEconomy], ['附表9', projects]);
    expect(kindsBySheet(one)).toEqual({ 附表3: 'final/expenditure' });
    expect(one.recognition.unrecognised.map(({ sheet }) => sheet)).toEqual(['附表5', '附表9']);
    expect(failed(one)).toEqual([]);
  });

  test('湖南: 人员经费 and 公用经费 beside 基本支出, last year and the increase behind', () => {
    const rows: Rows = [
      ['表三：2023年度支出决算表'],
      ['部门名称：浏阳市民政局（本级）', null, null, null, null, null, null, '单位：万元'],
      ['科目', '本年支出合计', '基本支出', '其中：人员经费', '其中：公用经费', '项目支出', '上年决算数', '增减%'],
      ['合计', 113.12, 68.3, 50, 18.3, 44.82, 101.81, '11.11%'],
      ['208-社会保障和就业支出', 107.44, 62.62, 45, 17.62, 44.82, 96.7, '11.11%'],
      ['  20802-民政管理事务', 107.44, 62.62, 45, 17.62, 44.82, 96.7, '11.11%'],
      ['    2080201-行政运行', 62.62, 62.62, 45, 17.62, null, 56.36, '11.11%'],
      ['    2080202-一般行政管理事务', 44.82, null, null, null, 44.82, 40.34, '11.11%'],
      ['221-住房保障支出', 5.68, 5.68, 5, 0.68, null, 5.11, '11.15%'],
      ['  22102-住房改革支出', 5.68, 5.68, 5, 0.68, null, 5.11, '11.15%'],
      ['    2210201-住房公积金', 5.68, 5.68, 5, 0.68, null, 5.11, '11.15%'],
    ];
    const one = judgeSheets(['支出', rows]);
    expect(one.recognition.tables.map(({ kind, confidence }) => [kind, confidence])).toEqual([
      ['final/expenditure', 'certain'],
    ]);
    expect(amountIn(one, 'final/expenditure', '2080201', '基本支出')).toBe('62.62');
    expect(failed(one)).toEqual([]);
    expect(rules(one)).toEqual([]);
  });

  const threePublic = (total: number): Rows => [
    ['“三公”经费、行政参公单位机关运行经费情况表'],
    ['部门：勐海县民政局', null, '2023年度', null, '金额单位：元'],
    ['项    目', '行次', '年初预算数', '全年预算数', '决算数'],
    ['栏次', '-', '1', '2', '3'],
    ['一、“三公”经费支出', '1', '-', '-', '-'],
    ['（一）支出合计', '2', 8000, 8000, total],
    ['  1.因公出国（境）费', '3', 0, 0, 0],
    ['  2.公务用车购置及运行维护费', '4', 6000, 6000, 4567],
    ['    （1）公务用车购置费', '5', 0, 0, 0],
    ['    （2）公务用车运行维护费', '6', 6000, 6000, 4567],
    ['  3.公务接待费', '7', 2000, 2000, 1234.56],
    ['    （1）国内接待费', '8', '-', '-', 1234.56],
    ['（二）相关统计数', '11', '-', '-', '-'],
    ['  5.国内公务接待批次（个）', '16', '-', '-', 12],
    ['二、机关运行经费', '22', 174355.13, 174355.13, 177355.13],
  ];

  test('云南: the heading of “三公”经费 without figures gives way to its total', () => {
    const one = judgeSheets(['GK10', threePublic(5801.56)]);
    expect(amountIn(one, 'final/three-public', '合计', '决算数')).toBe('5801.56');
    expect(amountIn(one, 'final/three-public', '合计', '预算数')).toBe('8000');
    expect(failed(one)).toEqual([]);
    expect(failed(judgeSheets(['GK10', threePublic(5810.56)]))).toEqual(['final.three-public.total|2023|合计|决算数']);
  });

  test('云南: assets by amount are no table of vehicles, a short balance sheet none of carry-over', () => {
    const assets: Rows = [
      ['国有资产使用情况表'],
      ['部门：勐海县民政局', null, '2023年度', null, null, null, '金额单位：元'],
      ['项目', '行次', '资产总额', '流动资产', '固定资产', null, '无形资产'],
      [null, null, null, null, '小计', '车辆', null],
      ['栏次', null, 1, 2, 3, 4, 5],
      ['合计', 1, 5000000, 1000000, 4000000, 300000, 0],
    ];
    const balance: Rows = [
      ['2023年度资产负债简表'],
      ['编制单位：勐海县民政局', null, '单位：元'],
      ['项目', '年初数', '年末数'],
      ['一、资产合计', 1000, 2000],
      ['二、负债合计', 100, 200],
      ['三、净资产合计', 900, 1800],
    ];
    const one = judgeSheets(['GK11', assets], ['简表', balance]);
    expect(kindsBySheet(one)).toEqual({});
    expect(rules(one)).toEqual([]);
  });
});

describe('tables whose titles are close to ours', () => {
  test('a 基本支出决算明细表 of functions by economic classification is no kind, 机构运行信息表 neither', () => {
    const detail: Rows = [
      ['2023年度一般公共预算财政拨款基本支出决算明细表'],
      ['编制单位：青原区民政局', null, null, null, null, null, null, '金额单位：元'],
      ['项目', null, '合计', '工资福利支出', null, '商品和服务支出', null, '对个人和家庭的补助'],
      ['支出功能分类科目编码', '科目名称', null, '小计', '基本工资', '小计', '办公费', '小计'],
      ['类款项', '栏次', 1, 2, 3, 4, 5, 6],
      [null, '合计', 100, 60, 60, 30, 30, 10],
      ['208', '社会保障和就业支出', 100, 60, 60, 30, 30, 10],
      ['20802', '民政管理事务', 100, 60, 60, 30, 30, 10],
      ['2080201', '行政运行', 100, 60, 60, 30, 30, 10],
    ];
    const running: Rows = [
      ['2023年度机构运行信息表'],
      ['编制单位：青原区民政局', null, null, null, '单位：元'],
      ['项目', '行次', '年初预算数', '全年预算数', '决算数'],
      ['一、“三公”经费支出', '1', '—', '—', '—'],
      ['（一）支出合计', '2', 8000, 8000, 5801.56],
      ['1.因公出国（境）费', '3', 0, 0, 0],
      ['2.公务用车购置及运行维护费', '4', 6000, 6000, 4567],
      ['3.公务接待费', '7', 2000, 2000, 1234.56],
      ['三、国有资产占用情况', '24', '—', '—', '—'],
      ['（一）车辆数合计（辆）', '25', '—', '—', 3],
      ['（一）政府采购支出合计', '31', '—', '—', 300000],
    ];
    const one = judgeSheets(['明细', detail], ['运行', running], ['3', EXPENDITURE]);
    expect(kindsBySheet(one)).toEqual({ '3': 'final/expenditure' });
    const named: Rows = [['2023年度“三公”经费及机关运行经费等情况表'], ...running.slice(1)];
    const other = judgeSheets(['运行', named]);
    expect(kindsBySheet(other)).toEqual({ 运行: 'final/three-public' });
    expect(failed(other)).toEqual([]);
  });
});

describe('figures a sheet has computed', () => {
  const noisy = (value: number): number => value + 5000 - 5000;
  const computed = EXPENDITURE.map((row, at) =>
    at < 6 ? row : row.map((cell) => (typeof cell === 'number' ? noisy(cell) : cell)),
  );

  test('what floating point adds is no difference', () => {
    expect(computed[6]?.[2]).not.toBe(113.12);
    const empty = changed(computed, '2080202', [
      '2080202',
      '一般行政管理事务',
      noisy(44.82),
      2.9103830456733704e-11,
      44.82,
    ]);
    const one = judgeSheets(['3', empty]);
    expect(failed(one)).toEqual([]);
    expect(amountIn(one, 'final/expenditure', '2080202', '基本支出')).toBe('0');
    expect(one.recognition.tables[0]?.writtenUnit.toString()).toBe('0.01');
  });

  test('an error of one 分 beyond rounding is still named', () => {
    const wrong = changed(computed, '22102', ['22102', '住房改革支出', 5.78, 5.68, null]);
    expect(failed(judgeSheets(['3', wrong]))).toContain('final.expenditure.row-total|2023|22102');
  });
});

describe('year and unit where the tables do not state them', () => {
  const undated = changed(EXPENDITURE, '编制单位：平昌县民政局', [
    '编制单位：平昌县民政局',
    null,
    null,
    '金额单位：万元',
  ]);

  test('the cover says the year, not the month it was made in', () => {
    const cover: Rows = [
      ['2023年度部门决算公开报表'],
      ['部门名称：平昌县民政局'],
      ['2024年8月'],
      ['报送日期：2024年9月1日'],
    ];
    const one = judgeSheets(['封面', cover], ['支出决算表', undated]);
    expect(one.recognition.tables.map(({ year }) => year)).toEqual([2023]);
    expect(rules(one)).toEqual([]);
  });

  test('a sheet whose name begins with the year says it', () => {
    expect(judgeSheets(['2023决算公开', undated]).recognition.tables[0]?.year).toBe(2023);
  });

  test('covers of two years say nothing', () => {
    const one = judgeSheets(
      ['封面', [['2022年度部门决算']]],
      ['封面2', [['2023年度部门决算']]],
      ['支出决算表', undated],
    );
    expect(one.recognition.tables[0]?.year).toBeNull();
    expect(rules(one)).toContain('table.year.missing');
  });

  test('部门编码及名称 names the unit', () => {
    const named = changed(EXPENDITURE, '编制单位：平昌县民政局', [
      '部门编码及名称：[311001]平昌县民政局',
      null,
      '2023年度',
      '金额单位：万元',
    ]);
    expect(judgeSheets(['支出', named]).recognition.tables[0]?.unitName).toBe('平昌县民政局');
  });
});
