import { finalTies } from '../../../../src/checks/ledger/final-ties';
import type { CellValue } from '../../../../src/model/grid';
import { balanceOf, tableOf } from '../../facts/ledger/books';
import { CLEAN_BALANCE, withCell } from './books';

/** 支出决算表 in 万元, as published. */
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
  ['合计', null, 0.45, 0.15, 0.3, 0, 0, 0],
  ['208', '社会保障和就业支出', 0.45, 0.15, 0.3, 0, 0, 0],
  ['20802', '民政管理事务', 0.45, 0.15, 0.3, 0, 0, 0],
  ['2080201', '行政运行', 0.45, 0.15, 0.3, 0, 0, 0],
];

function verdicts(balance: readonly (readonly CellValue[])[], reported = EXPENDITURE): Record<string, string> {
  const checks = finalTies([tableOf(reported, '支出决算表')], balanceOf(balance));
  return Object.fromEntries(checks.map(({ check: { id, status } }) => [id.replace('ledger.tie.', ''), status]));
}

test('reported totals tie to the movement of the year, though December closed the balances to nothing', () => {
  expect(verdicts(CLEAN_BALANCE)).toEqual({
    expenditure: 'holds',
    'expenditure-basic': 'holds',
    'expenditure-project': 'holds',
  });
});

test('a difference within half of the last written digit is rounding; one 分 beyond is none', () => {
  expect(verdicts(withCell(CLEAN_BALANCE, 6, 4, 1549.99))['expenditure-basic']).toBe('rounding');
  expect(verdicts(withCell(CLEAN_BALANCE, 6, 4, 1550))['expenditure-basic']).toBe('rounding');
  expect(verdicts(withCell(CLEAN_BALANCE, 6, 4, 1550.01))['expenditure-basic']).toBe('fails');
});

test('a reported figure that the ledger does not bear is said with both amounts', () => {
  const [tied] = finalTies(
    [tableOf(withCell(EXPENDITURE, 3, 4, 0.31), '支出决算表')],
    balanceOf(withCell(CLEAN_BALANCE, 7, 4, 2000)),
  ).filter(({ check }) => check.id === 'ledger.tie.expenditure-project');
  expect(tied?.check.status).toBe('fails');
  expect(tied?.check.message).toContain('0.31万元');
  expect(tied?.check.message).toContain('相差0.11万元');
});
