import { voucherName } from '../../../../src/facts/ledger/fold-entries';
import { foldLines } from './books';

test('entries are kept as columns; subtotals, opening rows and pages carried over are no entries', () => {
  const entries = foldLines([
    ['1', null, '上年结转', null, null, null],
    [
      '1',
      '记-0001',
      '拨付孤儿基本生活费',
      '7101.01',
      1200.5,
      null,
      '功能科目:2081001 儿童福利;经济科目:30305;性质:项目支出',
    ],
    ['1', '记-0001', '拨付孤儿基本生活费', '8001.01', null, '1,200.50'],
    [null, null, '本月合计', null, 1200.5, 1200.5],
    [null, null, '过次页', null, 1200.5, 1200.5],
    [null, null, null, null, null, null],
    ['2', '记-0001', '小计算机采购', '710101', 99.99, null],
  ]);
  expect(entries.count).toBe(3);
  expect([...entries.debit]).toEqual([120050, 0, 9999]);
  expect([...entries.credit]).toEqual([0, 120050, 0]);
  expect([...entries.rows]).toEqual([2, 3, 7]);
  expect([...entries.account].map((at) => entries.accounts.text(at))).toEqual(['710101', '800101', '710101']);
  expect(entries.vouchers.texts).toEqual(['01|记-1', '02|记-1']);
  expect(entries.words.text(entries.auxiliary.功能[0] ?? -1)).toBe('2081001');
  expect(entries.words.text(entries.auxiliary.经济[0] ?? -1)).toBe('30305');
  expect(entries.words.text(entries.auxiliary.性质[0] ?? -1)).toBe('项目支出');
  expect(entries.unreadable).toEqual([]);
});

test('of several years in one ledger only its own is kept, and vouchers of the same number stay apart', () => {
  const entries = foldLines([
    ['2022.03', '记-1', '发放临时救助', '7101', 100, null],
    [null, null, '发放临时救助', '8001', null, 100],
    ['202212', '记-2', '支付办公费', '7101', 50, null],
    ['2023年3月', '记-1', '发放临时救助', '7101', 300, null],
    [null, null, '发放临时救助', '8001', null, 300],
    ['3', '记-3', '支付办公费', '7101', 20, null],
  ]);
  expect([...entries.rows]).toEqual([4, 5, 6]);
  expect(entries.count).toBe(3);
  expect(entries.vouchers.texts).toEqual(['03|记-1', '03|记-3']);
  expect([...entries.voucher]).toEqual([0, 0, 1]);
  expect(entries.year).toBe(2023);
  expect(entries.otherYears).toEqual([{ year: 2022, count: 3, firstRow: 1 }]);
});

test('number and month written once for several rows hold for the rows below', () => {
  const entries = foldLines([
    ['3', '记-7', '发放临时救助', '7101', 300, null],
    [null, null, '发放临时救助', '8001', null, 300],
  ]);
  expect([...entries.months]).toEqual([3, 3]);
  expect(entries.vouchers.texts).toEqual(['03|记-7']);
});

test('an amount that is no amount, or finer than 分, is told and not guessed', () => {
  const entries = foldLines([
    ['3', '记-7', '发放临时救助', '7101', '三百元整', null],
    ['3', '记-7', '发放临时救助', '7101', 10.005, null],
  ]);
  expect(entries.count).toBe(0);
  expect(entries.unreadable).toEqual([
    { sheet: '序时账', row: 1, column: 4 },
    { sheet: '序时账', row: 2, column: 4 },
  ]);
});

test('blocks may be cut anywhere', () => {
  const lines = Array.from({ length: 50 }, (_, at) => ['5', `记-${at + 1}`, '支付', '7101', at + 0.1, null]);
  expect(foldLines(lines, 7).debit).toEqual(foldLines(lines, 50).debit);
});

test.each([
  ['', '记-0012', '记-12'],
  ['记', '0012', '记-12'],
  ['', '记字第0012号', '记-12'],
  ['', '12', '记-12'],
  ['付', 3, '付-3'],
])('the voucher %s %s is %s', (kind, number, name) => {
  expect(voucherName(kind, String(number))).toBe(name);
});
