import type { CellValue } from '../../../../src/model/grid';

/** A small year's trial balance of budget accounting that agrees with itself, as one exporter writes it (元). */
export const CLEAN_BALANCE: readonly (readonly CellValue[])[] = [
  ['科目余额表'],
  ['单位名称：庐山市民政局', null, '2023年度', null, null, null, null, '单位：元'],
  ['科目编码', '科目名称', '期初余额', null, '本期发生额', null, '期末余额', null],
  [null, null, '借方', '贷方', '借方', '贷方', '借方', '贷方'],
  ['6001', '财政拨款预算收入', 0, 0, 5000, 5000, 0, 0],
  ['7101', '行政支出', 0, 0, 4500, 4500, 0, 0],
  ['710101', '基本支出', 0, 0, 1500, 1500, 0, 0],
  ['710102', '项目支出', 0, 0, 3000, 3000, 0, 0],
  ['8001', '资金结存', 200, 0, 5000, 4500, 700, 0],
  ['8101', '财政拨款结转', 0, 200, 4500, 5000, 0, 700],
  ['合计', null, 200, 200, 19000, 19000, 700, 700],
];

/** The entries behind it: two payments, the money received, and the closing of the year. */
export const CLEAN_ENTRIES: readonly (readonly CellValue[])[] = [
  ['1', '记-1', '收到财政拨款', '8001', 5000, null],
  ['1', '记-1', '收到财政拨款', '6001', null, 5000],
  ['2', '记-1', '支付办公费', '710101', 1500, null],
  ['2', '记-1', '支付办公费', '8001', null, 1500],
  ['2', '记-2', '发放临时救助', '710102', 1730, null],
  ['2', '记-2', '发放临时救助', '8001', null, 1730],
  ['3', '记-1', '发放孤儿基本生活费', '710102', 1270, null],
  ['3', '记-1', '发放孤儿基本生活费', '8001', null, 1270],
  ['12', '记-1', '收支结转', '6001', 5000, null],
  ['12', '记-1', '收支结转', '8101', null, 5000],
  ['12', '记-2', '收支结转', '8101', 4500, null],
  ['12', '记-2', '收支结转', '710101', null, 1500],
  ['12', '记-2', '收支结转', '710102', null, 3000],
];

/** The rows with one cell changed. */
export function withCell(
  rows: readonly (readonly CellValue[])[],
  row: number,
  column: number,
  value: CellValue,
): CellValue[][] {
  return rows.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : [...cells],
  );
}
