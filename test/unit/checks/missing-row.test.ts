import { check } from '../../../src/checks/check';
import type { Check } from '../../../src/model/check';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { recognise } from '../../../src/tables/recognise';

type Row = readonly CellValue[];

const HEAD: readonly Row[] = [['单位名称：示例县民政局', null, '2023年度', null, '金额单位：万元']];

function expenditure(body: readonly Row[]): Grid {
  return Grid.ofRows('支出决算表', [
    ['支出决算表'],
    ...HEAD,
    ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
    ['合计', null, 30, 10, 20],
    ['208', '社会保障和就业支出', 30, 10, 20],
    ['20802', '民政管理事务', 30, 10, 20],
    ...body,
  ]);
}

const GENERAL = Grid.ofRows('一般公共预算财政拨款支出决算表', [
  ['一般公共预算财政拨款支出决算表'],
  ...HEAD,
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['合计', null, 30, 10, 20],
  ['208', '社会保障和就业支出', 30, 10, 20],
  ['20802', '民政管理事务', 30, 10, 20],
  ['2080201', '行政运行', 10, 10, null],
  ['2080299', '其他民政管理事务支出', 20, null, 20],
]);

function gapOf(...grids: readonly Grid[]): Check | undefined {
  return check(recognise(grids).tables).checks.find(
    (one) => one.key === 'final.expenditure.hierarchy|2023|20802|项目支出',
  );
}

describe('a row that was left out', () => {
  const without = expenditure([['2080201', '行政运行', 10, 10, null]]);

  it('is named when another table states just what lacks', () => {
    const gap = gapOf(without, GENERAL);
    expect(gap).toMatchObject({ status: 'fails', cause: 'missing-row' });
    expect(gap?.message).toContain('《一般公共预算财政拨款支出决算表》2080299 其他民政管理事务支出（B8）的合计');
  });

  it('is not supposed without such a table', () => {
    expect(gapOf(without)).toMatchObject({ status: 'fails', cause: null });
  });

  it('is not supposed where the row is there with another amount', () => {
    const changed = expenditure([
      ['2080201', '行政运行', 10, 10, null],
      ['2080299', '其他民政管理事务支出', 20, null, 7],
    ]);
    expect(gapOf(changed, GENERAL)).toMatchObject({ status: 'fails', cause: null });
  });
});
