import fc from 'fast-check';
import { balanceStructure } from '../../src/checks/ledger/balance-structure';
import { entriesAgainstBalance } from '../../src/checks/ledger/entries-balance';
import { voucherStructure } from '../../src/checks/ledger/voucher-structure';
import type { CellValue } from '../../src/model/grid';
import { balanceOf, foldLines } from '../unit/facts/ledger/books';
import { CLEAN_BALANCE } from '../unit/checks/ledger/books';

type Line = readonly CellValue[];

/** Books of a year are used from its first month to its last. */
const FIRST = { month: 1, account: '710101', fen: 80_000 };
const LAST = { month: 12, account: '710102', fen: 90_000 };

/** Payments as vouchers numbered within their months, paid out of 8001 for 基本支出 or 项目支出. */
const vouchers = fc
  .array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      account: fc.constantFrom('710101', '710102'),
      fen: fc.integer({ min: 1, max: 9_999_999 }),
    }),
    { minLength: 3, maxLength: 30 },
  )
  .map((payments) => {
    const numbers = new Map<number, number>();
    return [FIRST, ...payments, LAST].map(({ month, account, fen }): readonly Line[] => {
      const number = (numbers.get(month) ?? 0) + 1;
      numbers.set(month, number);
      const name = `记-${number}`;
      return [
        [String(month), name, '支付', account, fen / 100, null],
        [String(month), name, '支付', '8001', null, fen / 100],
      ];
    });
  });

/** The trial balance that these vouchers make. */
function balanceFor(all: readonly (readonly Line[])[]): readonly Line[] {
  const lines = all.flat();
  const spent = (account: string): number =>
    lines.reduce((sum, line) => sum + (line[3] === account ? Math.round(Number(line[4]) * 100) : 0), 0) / 100;
  const [basic, project] = [spent('710101'), spent('710102')];
  const total = (Math.round(basic * 100) + Math.round(project * 100)) / 100;
  return [
    ...CLEAN_BALANCE.slice(0, 4),
    ['7101', '行政支出', 0, 0, total, 0, total, 0],
    ['710101', '基本支出', 0, 0, basic, 0, basic, 0],
    ['710102', '项目支出', 0, 0, project, 0, project, 0],
    ['8001', '资金结存', total, 0, 0, total, 0, 0],
    ['8101', '财政拨款结转', 0, total, 0, 0, 0, total],
  ];
}

function verdicts(lines: readonly Line[], balance: readonly Line[]): readonly string[] {
  const [entries, stated] = [foldLines(lines), balanceOf(balance)];
  const checks = [
    ...(entriesAgainstBalance(entries, stated) ?? []).map(({ check }) => check),
    ...voucherStructure(entries),
    ...balanceStructure(stated),
  ];
  return checks.map(({ key, status }) => `${key} ${status}`).sort();
}

test('row order, blank rows, added subtotals and dots in codes change no verdict', () => {
  fc.assert(
    fc.property(vouchers, fc.integer(), fc.boolean(), (all, seed, spoiled) => {
      const balance = spoiled ? balanceFor(all.slice(1)) : balanceFor(all);
      const plain = verdicts(all.flat(), balance);
      const lines = all.flat();
      const turned = lines.map((_, at) => lines[(at + Math.abs(seed)) % lines.length] ?? []);
      const dressed = turned.flatMap((line): Line[] => [
        line.map((cell, column) => (column === 3 ? String(cell).replace(/^(\d{4})(\d\d)$/, '$1.$2') : cell)),
        [],
        [null, null, '本月合计', null, 100, 100],
      ]);
      expect(verdicts(dressed, balance)).toEqual(plain);
    }),
    { numRuns: 40 },
  );
});

test('a clean book holds in everything; a voucher taken out of the middle of its month is named', () => {
  fc.assert(
    fc.property(vouchers, fc.nat(), (all, pick) => {
      const balance = balanceFor(all);
      expect(verdicts(all.flat(), balance).filter((one) => !one.endsWith(' holds'))).toEqual([]);
      const isLast = (at: number): boolean => !all.slice(at + 1).some((other) => other[0]?.[0] === all[at]?.[0]?.[0]);
      const middle = all.flatMap((_, at) => (isLast(at) ? [] : [at]));
      fc.pre(middle.length > 0);
      const removed = middle[pick % middle.length] as number;
      const [month, name] = all[removed]?.[0] ?? [];
      const rest = all.filter((_, at) => at !== removed);
      const compared = entriesAgainstBalance(foldLines(rest.flat()), balanceOf(balance)) ?? [];
      const named = compared.flatMap(({ explanations }) => explanations.map(({ text }) => text));
      expect(named).toContainEqual(`${String(month)}月缺${String(name)}号凭证，差额可能在其中`);
    }),
    { numRuns: 40 },
  );
});
