import type { CellValue } from '../../../src/model/grid';
import { Grid } from '../../../src/model/grid';
import { recognise } from '../../../src/tables/recognise';

/** What 房屋 and 车辆 are worth, laid in every way a bureau lays it. */
const LAYINGS: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
  'items down, measures across': [
    ['项目', '原值', '净值'],
    ['房屋', 520, 318.5],
    ['车辆', 18.6, 4.65],
    ['合计', 538.6, 323.15],
  ],
  'items across, measures down': [
    ['项目', '合计', '房屋', '车辆'],
    ['期末原值', 538.6, 520, 18.6],
    ['期末净值', 323.15, 318.5, 4.65],
  ],
  'measures below the dates': [
    ['项目', '年初数', null, '年末数', null],
    [null, '原值', '净值', '原值', '净值'],
    ['合计', 500, 320, 538.6, 323.15],
    ['房屋', 490, 317, 520, 318.5],
    ['车辆', 10, 3, 18.6, 4.65],
  ],
  'measures below the items': [
    ['项目', '合计', null, '房屋', null, '车辆', null],
    [null, '原值', '净值', '原值', '净值', '原值', '净值'],
    ['金额', 538.6, 323.15, 520, 318.5, 18.6, 4.65],
  ],
  'lettered and numbered columns': [
    ['项目', '行次', '原值', '净值'],
    ['甲', '乙', 1, 2],
    ['合计', 1, 538.6, 323.15],
    ['房屋', 2, 520, 318.5],
    ['车辆', 3, 18.6, 4.65],
  ],
};

test.each(Object.entries(LAYINGS))('a matrix with %s states the same figures', (_laying, rows) => {
  const { tables } = recognise([
    Grid.ofRows('Sheet1', [['固定资产情况表'], ['2023年度', null, '单位：万元'], ...rows]),
  ]);
  const figures = tables.map((table) =>
    Object.fromEntries(
      table.rows.map((row) => [row.name, ['原值', '净值'].map((measure) => row.cells.get(measure)?.value?.toString())]),
    ),
  );
  expect(figures).toEqual([{ 合计: ['538.6', '323.15'], 房屋和构筑物: ['520', '318.5'], 车辆: ['18.6', '4.65'] }]);
});
