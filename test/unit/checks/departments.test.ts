import { check } from '../../../src/checks/check';
import type { CellValue } from '../../../src/model/grid';
import { Grid } from '../../../src/model/grid';
import { recognise } from '../../../src/tables/recognise';

type Rows = readonly (readonly CellValue[])[];

/** Relations that fail and the number that hold, over the given sheets. */
function verdictsOf(sheets: Readonly<Record<string, Rows>>): { fails: string[]; holds: number } {
  const { tables } = recognise(Object.entries(sheets).map(([name, rows]) => Grid.ofRows(name, rows)));
  const { checks } = check(tables);
  return {
    fails: checks.filter((one) => one.status === 'fails').map((one) => one.message),
    holds: checks.filter((one) => one.status === 'holds').length,
  };
}

const TITLE: Rows = [['2023年部门支出总表'], ['部门：云岭县民政局', null, null, null, '单位：元']];

describe('a department’s table that lists its units', () => {
  test('with the unit in columns of its own', () => {
    const { fails, holds } = verdictsOf({
      部门支出总表: [
        ...TITLE,
        ['单位编码', '单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        [null, '合计', null, null, 90, 30, 60],
        ['301001', '云岭县民政局本级', null, null, 60, 20, 40],
        [null, null, '208', '社会保障和就业支出', 60, 20, 40],
        [null, null, '20802', '民政管理事务', 60, 20, 40],
        [null, null, '2080201', '行政运行', 60, 20, 40],
        ['301002', '云岭县救助站', null, null, 30, 10, 20],
        [null, null, '208', '社会保障和就业支出', 30, 10, 20],
        [null, null, '20802', '民政管理事务', 30, 10, 20],
        [null, null, '2080299', '其他民政管理事务支出', 30, 10, 20],
      ],
    });
    expect(fails).toEqual([]);
    expect(holds).toBeGreaterThan(25);
  });

  test('with department, unit and account in one column, one inside the other', () => {
    const { fails, holds } = verdictsOf({
      部门支出总表: [
        ...TITLE,
        ['编码', '名称', '合计', '基本支出', '项目支出'],
        [null, '合计', 90, 30, 60],
        ['301', '云岭县民政局', 90, 30, 60],
        ['301001', '云岭县民政局本级', 60, 20, 40],
        ['208', '社会保障和就业支出', 60, 20, 40],
        ['20802', '民政管理事务', 60, 20, 40],
        ['2080201', '行政运行', 60, 20, 40],
        ['301002', '云岭县救助站', 30, 10, 20],
        ['208', '社会保障和就业支出', 30, 10, 20],
        ['20802', '民政管理事务', 30, 10, 20],
        ['2080299', '其他民政管理事务支出', 30, 10, 20],
      ],
    });
    expect(fails).toEqual([]);
    expect(holds).toBeGreaterThan(30);
  });

  test('where a unit’s amount no longer adds up, says so', () => {
    const { fails } = verdictsOf({
      部门支出总表: [
        ...TITLE,
        ['编码', '名称', '合计', '基本支出', '项目支出'],
        [null, '合计', 90, 30, 60],
        ['301001', '云岭县民政局本级', 60, 20, 40],
        ['208', '社会保障和就业支出', 60, 20, 40],
        ['301002', '云岭县救助站', 35, 15, 20],
        ['208', '社会保障和就业支出', 30, 10, 20],
      ],
    });
    expect(fails.length).toBeGreaterThan(0);
  });
});

describe('a table whose rows go below the accounts', () => {
  test('the projects under an account are details, not further accounts', () => {
    const { fails } = verdictsOf({
      一般公共预算支出表: [
        ['2023年一般公共预算支出表'],
        ['单位：元'],
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['合计', null, 90, 30, 60],
        ['208', '社会保障和就业支出', 90, 30, 60],
        ['20802', '民政管理事务', 90, 30, 60],
        ['2080201', '行政运行', 30, 30, null],
        ['2080299', '其他民政管理事务支出', 60, null, 60],
        [null, '  城乡低保工作经费', 40, null, 40],
        [null, '  社工站经费', 20, null, 20],
      ],
    });
    expect(fails).toEqual([]);
  });
});

describe('codes filled up with zeros', () => {
  test('show 类, 款 and 项 all the same', () => {
    const { fails, holds } = verdictsOf({
      支出决算表: [
        ['2023年度支出决算表'],
        ['单位名称：云岭县民政局', null, '单位：万元'],
        ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
        ['合计', null, 30, 10, 20],
        ['2080000', '社会保障和就业支出', 30, 10, 20],
        ['2080200', '民政管理事务', 30, 10, 20],
        ['2080201', '行政运行', 10, 10, null],
        ['2080299', '其他民政管理事务支出', 20, null, 20],
      ],
    });
    expect(fails).toEqual([]);
    expect(holds).toBeGreaterThan(10);
  });
});

describe('the statutory form with three blocks', () => {
  test('收入 | 支出按功能 | 支出按性质, each with three amount columns, ties', () => {
    const { fails, holds } = verdictsOf({
      'Z01 收入支出决算总表(财决01表)': [
        ['收入支出决算总表'],
        [
          '编制单位：云岭县民政局（汇总）',
          null,
          null,
          null,
          null,
          null,
          '2023年度',
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          '金额单位：元',
        ],
        ['收入', null, null, null, null, '支出'],
        [
          '项目',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
          '项目（按功能分类）',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
          '项目（按支出性质和经济分类）',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
        ],
        ['栏次', null, 1, 2, 3, '栏次', null, 4, 5, 6, '栏次', null, 7, 8, 9],
        [
          '一、一般公共预算财政拨款收入',
          1,
          1000,
          1200,
          1200,
          '一、一般公共服务支出',
          32,
          null,
          null,
          null,
          '一、基本支出',
          58,
          400,
          420,
          410.5,
        ],
        [
          '二、政府性基金预算财政拨款收入',
          2,
          100,
          100,
          90,
          '二、外交支出',
          33,
          null,
          null,
          null,
          '      人员经费',
          59,
          300,
          310,
          305.5,
        ],
        [
          '三、国有资本经营预算财政拨款收入',
          3,
          null,
          null,
          null,
          '八、社会保障和就业支出',
          39,
          1000,
          1200,
          1150.5,
          '      日常公用经费',
          60,
          100,
          110,
          105,
        ],
        ['八、其他收入', 8, null, null, 10, '二十三、其他支出', 54, 100, 100, 90, '二、项目支出', 61, 700, 880, 830],
        [
          '本年收入合计',
          27,
          1100,
          1300,
          1300,
          '本年支出合计',
          57,
          1100,
          1300,
          1240.5,
          '本年支出合计',
          79,
          1100,
          1300,
          1240.5,
        ],
        [
          '    使用非财政拨款结余（含专用结余）',
          28,
          null,
          null,
          null,
          '    结余分配',
          82,
          null,
          null,
          null,
          '经济分类支出合计',
          null,
          null,
          null,
          1240.5,
        ],
        ['    年初结转和结余', 29, 50, 50, 50, '        其中：提取职工福利基金', 83, null, null, null],
        ['          其中：项目支出结转和结余', 30, 40, 40, 40, '    年末结转和结余', 84, 50, 50, 109.5],
        ['总计', 31, 1150, 1350, 1350, '总计', 85, 1150, 1350, 1350],
      ],
    });
    expect(fails).toEqual([]);
    expect(holds).toBeGreaterThanOrEqual(15);
  });
});

describe('keys of checks', () => {
  test('are unique and name the unit where one code is listed for several', () => {
    const { tables } = recognise([
      Grid.ofRows('部门支出总表', [
        ...TITLE,
        ['编码', '名称', '合计', '基本支出', '项目支出'],
        [null, '合计', 90, 30, 60],
        ['301001', '云岭县民政局本级', 60, 20, 40],
        ['208', '社会保障和就业支出', 60, 20, 40],
        ['301002', '云岭县救助站', 30, 10, 20],
        ['208', '社会保障和就业支出', 30, 10, 20],
      ]),
    ]);
    const keys = check(tables).checks.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('budget.expenditure.row-total|2023|云岭县民政局本级|208');
    expect(keys).toContain('budget.expenditure.row-total|2023|云岭县救助站|208');
  });
});
