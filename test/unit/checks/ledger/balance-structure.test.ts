import { balanceStructure } from '../../../../src/checks/ledger/balance-structure';
import type { CellValue } from '../../../../src/model/grid';
import { balanceOf } from '../../facts/ledger/books';
import { CLEAN_BALANCE, withCell } from './books';

function failing(rows: readonly (readonly CellValue[])[]): string[] {
  return balanceStructure(balanceOf(rows))
    .filter(({ status }) => status !== 'holds')
    .map(({ id, left }) => `${id} ${left?.places[0]?.row ?? ''}`);
}

test('a clean trial balance holds in every relation, and each relation was tried', () => {
  const checks = balanceStructure(balanceOf(CLEAN_BALANCE));
  expect(checks.filter(({ status }) => status !== 'holds')).toEqual([]);
  expect(new Set(checks.map(({ id }) => id))).toEqual(
    new Set(['ledger.balance.line', 'ledger.balance.parent', 'ledger.balance.book', 'ledger.balance.result']),
  );
});

test('a closing balance that does not follow from opening and movement is found at its account', () => {
  expect(failing(withCell(CLEAN_BALANCE, 7, 6, 10))).toEqual(['ledger.balance.line 7', 'ledger.balance.parent 5']);
});

test('a part changed on both sides is found at the account above', () => {
  const rows = withCell(withCell(CLEAN_BALANCE, 7, 4, 3010), 7, 5, 3010);
  expect(failing(rows)).toEqual(['ledger.balance.parent 5', 'ledger.balance.parent 5']);
});

test('an account left out of the sheet leaves its book unbalanced', () => {
  expect(failing(CLEAN_BALANCE.filter((_, at) => at !== 8))).toContain('ledger.balance.book 4');
});

test.each([
  [
    'dotted codes',
    CLEAN_BALANCE.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/^(7101)(0\d)$/, '$1.$2') : cell)),
    ),
  ],
  [
    'a three-row header',
    [...CLEAN_BALANCE.slice(0, 2), ['会计科目', null, '金额', null, null, null, null, null], ...CLEAN_BALANCE.slice(2)],
  ],
  [
    'a subtotal inside',
    [...CLEAN_BALANCE.slice(0, 8), ['预算支出小计', null, 0, 0, 4500, 4500, 0, 0], ...CLEAN_BALANCE.slice(8)],
  ],
  [
    'direction and balance in columns of their own',
    [
      ['科目余额表'],
      ['单位名称：庐山市民政局', null, '2023年度', null, null, null, null, '单位：元'],
      ['科目代码', '科目名称', '期初方向', '期初余额', '本期借方发生额', '本期贷方发生额', '期末方向', '期末余额'],
      ['6001', '财政拨款预算收入', '平', 0, 5000, 5000, '平', 0],
      ['7101', '行政支出', '平', 0, 4500, 4500, '平', 0],
      ['8001', '资金结存', '借', 200, 5000, 4500, '借', 700],
      ['8101', '财政拨款结转', '贷', 200, 4500, 5000, '贷', 700],
    ],
  ],
  [
    'one signed balance without direction, and amounts as texts',
    [
      ['会计科目余额表'],
      ['单位名称：庐山市民政局', null, '2023年度', null, null, '单位：元'],
      ['科目编号', '科目全名', '期初余额', '本期借方发生额', '本期贷方发生额', '期末余额'],
      ['6001', '财政拨款预算收入', '', '5,000.00', '5,000.00', ''],
      ['7101', '行政支出', '', '4,500.00', '4,500.00', ''],
      ['8001', '资金结存', '200.00', '5,000.00', '4,500.00', '700.00'],
      ['8101', '财政拨款结转', '200.00', '4,500.00', '5,000.00', '700.00'],
    ],
  ],
])('%s: the same book agrees with itself', (_, rows) => {
  expect(balanceOf(rows).lines.length).toBeGreaterThanOrEqual(4);
  expect(failing(rows)).toEqual([]);
});
