import { Grid } from '../../../../src/model/grid';
import type { CellValue } from '../../../../src/model/grid';
import { checkCharacter } from '../../../../src/model/roster-identity';
import type { Finding } from '../../../../src/model/finding';
import type { Roster } from '../../../../src/model/roster';
import { atOnce } from '../../../../src/model/slices';
import { checkRostersInSlices } from '../../../../src/checks/roster/check';
import { rostersOf } from '../../../../src/facts/roster/read';
import { recognise } from '../../../../src/tables/recognise';

export type Rows = CellValue[][];

/** A number of identity that checks out; its area is none that exists. */
export function identity(born: number, serial: number, area = '990000'): string {
  const stem = `${area}${born}${String(serial).padStart(3, '0')}`;
  return stem + checkCharacter(stem);
}

/** One household per row, members sideways, header of two rows, ids with spaces. */
export function lowIncome(): Rows {
  const household = (at: number, village: string, people: number, amount: number): CellValue[] => [
    at,
    village,
    `户主${at}`,
    identity(19520307, at),
    people,
    people,
    amount,
    785,
    `62000000000000000${at}`,
    ...Array.from({ length: 3 }, (_, member) =>
      member < people - 1 ? [`成员${at}之${member}`, ` ${identity(19810923, at * 10 + member)} `] : [null, null],
    ).flat(),
  ];
  const rows = [1, 2, 3, 4, 5, 6].map((at) => household(at, at < 4 ? '渚溪村' : '和平村', 1 + (at % 3), 300 + 10 * at));
  return [
    ['2023年10月农村低保备案表'],
    ['填报单位：蓼南乡人民政府', null, null, null, null, null, '单位：元'],
    [
      '序号',
      '村',
      '户主',
      null,
      '家庭人口',
      '保障人数',
      '户月保障金额',
      '低保标准',
      '银行账号',
      '家庭成员1',
      null,
      '家庭成员2',
      null,
      '家庭成员3',
      null,
    ],
    [
      null,
      null,
      '姓名',
      '身份证号',
      null,
      null,
      null,
      null,
      null,
      '姓名',
      '身份证号',
      '姓名',
      '身份证号',
      '姓名',
      '身份证号',
    ],
    ...rows.slice(0, 3),
    ['小计', null, null, null, null, null, 960],
    ...rows.slice(3),
    ['小计', null, null, null, null, null, 1050],
    ['合计', null, null, null, null, null, 2010],
    ['经办人：测试癸'],
  ];
}

/** Fixed rate for a year, children, text amounts, guardians in a header of two rows. */
export function orphans(): Rows {
  const child = (at: number, months: number): CellValue[] => [
    at,
    '青山镇',
    `儿童${at}`,
    identity(20120410 + at, at),
    `监护人${at}`,
    identity(19610203, at),
    1350,
    months,
    `${(1350 * months).toLocaleString('en-US')}.00`,
    null,
  ];
  return [
    ['附件1：'],
    ['2023年孤儿基本生活费发放花名册'],
    ['编报单位：白云区民政局', null, null, null, null, null, null, null, '单位：元'],
    ['序号', '所在乡镇', '儿童姓名', '儿童身份证号码', '监护人', null, '保障标准', '发放月数', '发放金额', '备注'],
    [null, null, null, null, '姓名', '身份证号码', null, null, null, null],
    ...[12, 12, 10, 12, 12, 3].map((months, at) => child(at + 1, months)),
    ['总计', null, null, null, null, null, null, 61, '82,350.00'],
  ];
}

/** One person per row with a column for every month, townships written once. */
export function elderly(): Rows {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  const person = (at: number, township: string | null): CellValue[] => [
    at,
    township,
    '红星村',
    `老人${at}`,
    identity(19380214, at + 100),
    '80-89岁',
    50,
    ...months.map(() => 50),
    600,
    null,
  ];
  return [
    ['2023年高龄津贴发放花名册'],
    ['单位名称：某县民政局', null, null, null, null, null, '单位：元'],
    ['序号', '乡镇', '村', '老人姓名', '身份证号', '类别', '月标准', ...months, '合计', '备注'],
    person(1, '城关镇'),
    person(2, null),
    person(3, '石桥镇'),
    person(4, null),
    ['合计', ...Array<null>(6).fill(null), ...months.map(() => 200), 2400],
  ];
}

/** One card list of a month, two programmes told by a column; a blank column to the left. */
export function disabled(month = 3): Rows {
  const person = (at: number, item: string): CellValue[] => [
    null,
    at,
    '双河街道',
    '北门社区',
    `对象${at}`,
    identity(19620415, at + 200),
    item,
    80,
    80,
    `对象${at}`,
    `62000000000000001${at}`,
    '已申请',
  ];
  return [
    [null, '残疾人两项补贴发放明细表'],
    [null, `发放月份：2023年${month}月`, null, null, null, null, null, null, '单位：元'],
    [
      null,
      '编号',
      '镇（街道）',
      '村（居）',
      '享受人姓名',
      '享受人身份证',
      '补贴项目',
      '补贴标准',
      '补贴金额',
      '收款人姓名',
      '银行账号',
      '发放状态',
    ],
    person(1, '护理补贴'),
    person(2, '护理补贴'),
    person(3, '生活补贴'),
    person(4, '生活补贴'),
    [null, '合计', null, null, null, null, null, null, 320],
  ];
}

/** One person per row, the household's amount in the row of its head. */
export function urban(): Rows {
  const row = (head: number, member: number, amount: number | null): CellValue[] => [
    head,
    '北门社区',
    `户主${head}`,
    member === 0 ? '本人' : '子女',
    member === 0 ? `户主${head}` : `成员${head}${member}`,
    identity(19700101 + member, head * 10 + member + 300),
    'A类',
    amount,
    785,
    `62000000000000002${head}`,
    null,
  ];
  return [
    ['白云区2023年6月城市低保金发放名册'],
    [
      '序号',
      '社区',
      '户主姓名',
      '与户主关系',
      '姓名',
      '身份证号码',
      '保障类别',
      '家庭月保障金额（元）',
      '保障标准（元/人·月）',
      '社保卡号',
      '停保时间',
    ],
    row(1, 0, 1180),
    row(1, 1, null),
    row(2, 0, 735.5),
    row(3, 0, 1320),
    row(3, 1, null),
    row(3, 2, null),
    ['合计', null, null, null, null, null, null, 3235.5],
  ];
}

/** 特困, standard and nursing standard under one header. */
export function destitute(): Rows {
  const person = (at: number, nursing: number, months: number): CellValue[] => [
    at,
    at === 1 ? '城关镇' : null,
    `供养${at}`,
    identity(19471210, at + 400),
    '分散',
    '半护理',
    780,
    nursing,
    months,
    (780 + nursing) * months,
    null,
  ];
  return [
    ['2023年特困人员救助供养资金发放花名册'],
    ['编制单位：某县民政局', null, null, null, null, null, null, null, null, '单位：元'],
    ['序号', '乡镇', '供养对象', null, '供养方式', '护理等级', '月标准', null, '发放月数', '发放金额', '备注'],
    [null, null, '姓名', '身份证号码', null, null, '基本生活标准', '照料护理标准', null, null, null],
    person(1, 1200, 12),
    person(2, 600, 12),
    person(3, 180, 9),
    person(4, 600, 12),
    [null, '合计', null, null, null, null, null, null, null, 23760 + 16560 + 8640 + 16560],
  ];
}

/** What is said about rosters, and the rosters. */
export function checked(sheets: Readonly<Record<string, Rows>>): { rosters: Roster[]; findings: Finding[] } {
  const grids = Object.entries(sheets).map(([name, rows]) => Grid.ofRows(name, rows));
  const rosters = rostersOf(grids, recognise(grids).tables);
  return { rosters, findings: atOnce(checkRostersInSlices(rosters)) };
}

/** Every shape, clean. */
export function cleanSheets(): Record<string, Rows> {
  return {
    Sheet2: lowIncome(),
    孤儿: orphans(),
    高龄: elderly(),
    两补: disabled(),
    城市低保: urban(),
    特困: destitute(),
  };
}
