import { classifiedTies } from '../../../../src/checks/ledger/classified-ties';
import type { CellValue } from '../../../../src/model/grid';
import { foldLines, tableOf } from '../../facts/ledger/books';

/** 支出决算表 in 万元: two 项, one of 基本支出 and one of 项目支出. */
const EXPENDITURE: readonly (readonly CellValue[])[] = [
  ['支出决算表'],
  ['部门：庐山市民政局', null, '2023年度', null, null, null, null, '金额单位：万元'],
  [
    '功能分类科目编码',
    '科目名称',
    '本年支出合计',
    '基本支出',
    '项目支出',
    '上缴上级支出',
    '经营支出',
    '对附属单位补助支出',
  ],
  ['合计', null, 4.12, 1.5, 2.62, 0, 0, 0],
  ['208', '社会保障和就业支出', 4.12, 1.5, 2.62, 0, 0, 0],
  ['20802', '民政管理事务', 1.5, 1.5, 0, 0, 0, 0],
  ['2080201', '行政运行', 1.5, 1.5, 0, 0, 0, 0],
  ['20810', '社会福利', 2.62, 0, 2.62, 0, 0, 0],
  ['2081001', '儿童福利', 0.89, 0, 0.89, 0, 0, 0],
  ['2081002', '老年福利', 1.73, 0, 1.73, 0, 0, 0],
];

type Line = readonly CellValue[];

/** A payment as its two entries, with what it is classified by. */
function payment(month: number, number: number, yuan: number, code: string): Line[] {
  const account = code === '2080201' ? '710101' : '710102';
  const nature = code === '2080201' ? '基本支出' : '项目支出';
  const packed = `功能科目:${code};性质:${nature}`;
  return [
    [String(month), `记-${number}`, '支付', account, yuan, null, packed],
    [String(month), `记-${number}`, '支付', '8001', null, yuan, null],
  ];
}

const JOURNAL: Line[] = [
  ...payment(1, 1, 15_000, '2080201'),
  ...payment(2, 1, 5_321.5, '2081001'),
  ...payment(2, 2, 7_300, '2081002'),
  ...payment(11, 1, 3_600, '2081001'),
  ...payment(12, 1, 9_999, '2081002'),
  ['12', '记-9', '支出结转', '8101', 41_220.5, null, null],
  ['12', '记-9', '支出结转', '710101', null, 15_000, null],
  ['12', '记-9', '支出结转', '710102', null, 26_220.5, null],
];

function gaps(lines: readonly Line[]): string[] {
  return classifiedTies([tableOf(EXPENDITURE, '支出决算表')], foldLines(lines))
    .filter(({ check }) => check.status === 'fails' && check.id === 'ledger.tie.functional')
    .map(
      ({ check }) =>
        `${check.key.split('|').at(-1) ?? ''} ${(check.explainedBy ?? []).map(({ text }) => text).join('；')}`,
    );
}

test('every 项 ties to the entries that bear its code, each rounded on its own; the closing is no spending', () => {
  const tied = classifiedTies([tableOf(EXPENDITURE, '支出决算表')], foldLines(JOURNAL));
  expect(tied.length).toBe(9);
  expect(gaps(JOURNAL)).toEqual([]);
  expect(new Set(tied.map(({ check }) => check.status))).toEqual(new Set(['holds', 'rounding']));
});

test('an entry under the wrong 项 leaves one over by what the other is short of', () => {
  const wrong = JOURNAL.map((line) =>
    line[4] === 7_300 ? [...line.slice(0, 6), '功能科目:2081001;性质:项目支出'] : line,
  );
  const [first, second] = gaps(wrong);
  expect(first).toMatch(
    /^2081001 .*“2081001 儿童福利”多、“2081002 老年福利”少，金额相同，可能列错科目：2月记-2（第6行）/,
  );
  expect(second).toMatch(/^2081002 .*可能列错科目/);
});

test('put wrong in one month and right in another it is nothing', () => {
  const corrected = [
    ...JOURNAL.slice(0, 10),
    ...payment(3, 1, 7_300, '2081001'),
    ...payment(4, 1, -7_300, '2081001'),
    ...JOURNAL.slice(10),
  ];
  expect(gaps(corrected)).toEqual([]);
});

test('a journal of part of the year, or with an entry that says no code, is tied to nothing', () => {
  const table = tableOf(EXPENDITURE, '支出决算表');
  expect(classifiedTies([table], foldLines(JOURNAL.slice(0, 8)))).toEqual([]);
  const silent = JOURNAL.map((line, at) => (at === 2 ? [...line.slice(0, 6), null] : line));
  expect(classifiedTies([table], foldLines(silent))).toEqual([]);
});
