import type { ExplainedCheck } from '../../../../src/checks/ledger/entries-balance';
import { entriesAgainstBalance } from '../../../../src/checks/ledger/entries-balance';
import { voucherStructure } from '../../../../src/checks/ledger/voucher-structure';
import type { CellValue } from '../../../../src/model/grid';
import { balanceOf, foldLines } from '../../facts/ledger/books';
import { CLEAN_BALANCE, CLEAN_ENTRIES, withCell } from './books';

function compared(lines: readonly (readonly CellValue[])[], account: string | null = null): ExplainedCheck[] {
  return entriesAgainstBalance(foldLines(lines, 1000, account), balanceOf(CLEAN_BALANCE)) ?? [];
}

/** Each gap as its account and side, with the kinds and words of what explains it. */
function gaps(lines: readonly (readonly CellValue[])[]): Record<string, string[]> {
  const tried = compared(lines);
  return Object.fromEntries(
    tried
      .filter(({ check }) => check.status === 'fails')
      .map(({ check, explanations }) => [
        check.key.split('|').slice(-2).join(' '),
        explanations.map(({ kind, text }) => `${kind}：${text}`),
      ]),
  );
}

test('clean books agree account by account and voucher by voucher', () => {
  expect(gaps(CLEAN_ENTRIES)).toEqual({});
  const checks = voucherStructure(foldLines(CLEAN_ENTRIES));
  expect(checks.map(({ status }) => status)).toEqual(['holds']);
});

test('a missing voucher is named by the hole in the numbers', () => {
  const lines = CLEAN_ENTRIES.filter((_, at) => at !== 2 && at !== 3);
  expect(gaps(lines)['710101 debit']).toContainEqual('missing-voucher：2月缺记-1号凭证，差额可能在其中');
});

test('a doubled voucher is named with both its numbers; a voucher of the same amount but other entries is not', () => {
  const decoy: CellValue[][] = [
    ['3', '记-1', '发放孤儿基本生活费', '710102', 1730, null],
    ['3', '记-1', '冲回多付', '710102', -460, null],
  ];
  const again: CellValue[][] = [
    ['2', '记-3', '发放临时救助', '710102', 1730, null],
    ['2', '记-3', '发放临时救助', '8001', null, 1730],
  ];
  const honest = CLEAN_ENTRIES.flatMap((row, at) => (at === 6 ? decoy : [row]));
  expect(gaps(honest)).toEqual({});
  const found = gaps([...honest, ...again])['710102 debit'] ?? [];
  expect(found.filter((one) => one.startsWith('doubled-voucher'))).toEqual([
    'doubled-voucher：2月记-2（第6行）与2月记-3（第16行）的分录完全相同，可能重复记账',
  ]);
});

test('swapped digits are named at the entry', () => {
  const lines = withCell(withCell(CLEAN_ENTRIES, 6, 4, 2170), 7, 5, 2170);
  expect(gaps(lines)['710102 debit']).toContainEqual(
    'swapped-digits：3月记-1（第8行）的金额如果有相邻两位数字颠倒，正好相差这么多',
  );
});

test('a slip of the unit is named at the entry', () => {
  const lines = withCell(withCell(CLEAN_ENTRIES, 6, 4, 0.127), 7, 5, 0.127);
  const readable = withCell(withCell(CLEAN_ENTRIES, 6, 4, 12.7), 7, 5, 12.7);
  expect(foldLines(lines).unreadable).toHaveLength(2);
  expect(gaps(readable)['710102 debit']).toContainEqual(
    'unit：3月记-1（第8行）的金额如果多写或少写了100倍，正好相差这么多',
  );
});

test('one account over by what another is short of: the entry that moved is named', () => {
  const lines = withCell(CLEAN_ENTRIES, 6, 3, '710101');
  expect(gaps(lines)).toEqual({
    '710101 debit': expect.arrayContaining([
      'misclassified：“710101 基本支出”多、“710102 项目支出”少，金额相同，可能列错科目：3月记-1（第8行）',
    ]),
    '710102 debit': expect.arrayContaining([
      'misclassified：“710101 基本支出”多、“710102 项目支出”少，金额相同，可能列错科目：3月记-1（第8行）',
    ]),
  });
});

test('where nothing explains a gap the check says so', () => {
  const lines = withCell(withCell(CLEAN_ENTRIES, 2, 4, 1503.33), 3, 5, 1503.33);
  const [check] = compared(lines)
    .map((one) => one.check)
    .filter(({ status }) => status === 'fails');
  expect(check?.message).toContain('没有找到能说明差额的分录');
});

test('a voucher that does not balance is found with all its rows; the rest is not blamed', () => {
  const failing = voucherStructure(foldLines(withCell(CLEAN_ENTRIES, 4, 4, 1731))).filter(
    ({ status }) => status === 'fails',
  );
  expect(failing.map(({ left, right }) => [left?.text, left?.value?.toString(), right?.value?.toString()])).toEqual([
    ['2月记-2预算会计借方', '1731', '1730'],
  ]);
  expect(failing[0]?.left?.places.map(({ row }) => row)).toEqual([5, 6]);
});

test('a subsidiary ledger of one account is compared in that account only', () => {
  const lines = CLEAN_ENTRIES.filter((row) => row[3] === '710101').map((row) => withCell([row], 0, 3, null)[0] ?? []);
  const tried = compared(lines, '710101');
  expect(tried.map(({ check }) => [check.key.split('|').at(-2), check.status])).toEqual([
    ['710101', 'holds'],
    ['710101', 'holds'],
  ]);
  expect(voucherStructure(foldLines(lines, 1000, '710101'))).toEqual([]);
});

test('books closed on one side only are compared without the closing; a gap beside it is still found', () => {
  const open = CLEAN_ENTRIES.slice(0, 8);
  expect(gaps(open)).toEqual({});
  expect(Object.keys(gaps(withCell(open, 4, 4, 1703)))).toEqual(['710102 debit']);
});

test('a journal of some months is compared with nothing', () => {
  const march = CLEAN_ENTRIES.slice(6, 8);
  expect(entriesAgainstBalance(foldLines(march), balanceOf(CLEAN_BALANCE))).toBeNull();
});

describe('a trial balance of December alone, which finds what eleven months brought', () => {
  const december = [
    ...CLEAN_BALANCE.slice(0, 4),
    ['6001', '财政拨款预算收入', 0, 5000, 5000, 0, 0, 0],
    ['7101', '行政支出', 4500, 0, 0, 4500, 0, 0],
    ['710101', '基本支出', 1500, 0, 0, 1500, 0, 0],
    ['710102', '项目支出', 3000, 0, 0, 3000, 0, 0],
    ['8001', '资金结存', 700, 0, 0, 0, 700, 0],
    ['8101', '财政拨款结转', 0, 200, 4500, 5000, 0, 700],
  ];

  test('is not compared with the journal of the year', () => {
    expect(entriesAgainstBalance(foldLines(CLEAN_ENTRIES), balanceOf(december))).toBeNull();
  });

  test('is compared with the journal of December', () => {
    const tried = entriesAgainstBalance(foldLines(CLEAN_ENTRIES.slice(8)), balanceOf(december)) ?? [];
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter(({ check }) => check.status !== 'holds')).toEqual([]);
  });
});
