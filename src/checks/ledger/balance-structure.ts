import type { Book } from '../../facts/ledger/account';
import { bookOf, parentsOf } from '../../facts/ledger/account';
import { withoutDetails } from '../../facts/ledger/trial-balance';
import type { Check } from '../../model/check';
import type { BalanceLine, Fen, TrialBalance } from '../../model/ledger';
import { ledgerCheck } from './ledger-check';
import { structureWords } from './structure-pack';

/** Amounts of a line that add up over accounts, and what they are called. */
const MEASURES = [
  { key: 'opening', name: '期初余额' },
  { key: 'debit', name: '本期借方发生额' },
  { key: 'credit', name: '本期贷方发生额' },
  { key: 'debitToDate', name: '本年累计借方发生额' },
  { key: 'creditToDate', name: '本年累计贷方发生额' },
  { key: 'closing', name: '期末余额' },
] as const;

/** Whether a trial balance agrees with itself: each account, parents with their parts, and each book as a whole. */
export function balanceStructure(balance: TrialBalance): Check[] {
  const parents = parentsOf(balance.lines.map(({ code }) => code));
  const whole = { ...balance, lines: withoutDetails(balance.lines) };
  return [
    ...balance.lines.flatMap((line) => lineChecks(balance, line)),
    ...parentChecks(whole, parents),
    ...bookChecks(whole, parents),
    ...resultChecks(whole, parents),
  ];
}

function lineChecks(balance: TrialBalance, line: BalanceLine): Check[] {
  const { code, label, place, closing } = line;
  const worked = [
    { from: '期初', opening: line.opening, debit: line.debit, credit: line.credit },
    { from: '年初', opening: yearOpeningOf(line), debit: line.debitToDate, credit: line.creditToDate },
  ];
  return worked.flatMap(({ from, opening, debit, credit }) =>
    opening === null || debit === null || credit === null || closing === null
      ? []
      : ledgerCheck({
          ...structureWords('ledger.balance.line'),
          about: [balance.year, balance.sheet, code, ...Object.values(line.auxiliaries), from],
          left: {
            text: `${code} ${label}按${from}和发生额推算的期末余额`,
            fen: opening + debit - credit,
            places: [place],
          },
          right: { text: '表上的期末余额', fen: closing, places: [place] },
          tolerance: balance.rounding * 4,
        }),
  );
}

/** Where a sheet states no movement but the year's, its 期初 is the beginning of the year. */
function yearOpeningOf({ yearOpening, opening, debit, credit }: BalanceLine): Fen | null {
  return yearOpening ?? (debit === null && credit === null ? opening : null);
}

/** Lines of one account that differ in their auxiliaries are parts of one amount: they are added before comparing. */
function parentChecks(balance: TrialBalance, parents: ReadonlyMap<string, string>): Check[] {
  const children = new Map<string, BalanceLine[]>();
  for (const line of balance.lines) {
    const parent = parents.get(line.code);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), line]);
  }
  return [...children].flatMap(([code, parts]) => {
    const own = balance.lines.filter((line) => line.code === code);
    return MEASURES.flatMap(({ key, name }) => {
      const [whole, sum] = [total(own, key), total(parts, key)];
      if (whole === null || sum === null) return [];
      return ledgerCheck({
        ...structureWords('ledger.balance.parent'),
        about: [balance.year, balance.sheet, code, key],
        left: { text: `${code} ${own[0]?.label ?? ''}${name}`, fen: whole, places: own.map(({ place }) => place) },
        right: { text: '下级科目之和', fen: sum, places: parts.map(({ place }) => place) },
        tolerance: balance.rounding * (own.length + parts.length),
      });
    });
  });
}

/** Each book on its own: signed balances add to nothing, and movement is the same on both sides. */
function bookChecks(balance: TrialBalance, parents: ReadonlyMap<string, string>): Check[] {
  const top = balance.lines.filter(({ code }) => !parents.has(code));
  return (['财务会计', '预算会计'] as const satisfies readonly Book[]).flatMap((book) => {
    const lines = top.filter(({ code }) => bookOf(code) === book);
    if (!isWholeBook(book, lines)) return [];
    const places = lines.map(({ place }) => place);
    const compare = (what: string, left: Fen | null, right: Fen | null): Check[] =>
      left === null || right === null
        ? []
        : [
            ledgerCheck({
              ...structureWords('ledger.balance.book'),
              about: [balance.year, balance.sheet, book, what],
              left: { text: `${book}${what}借方合计`, fen: left, places },
              right: { text: '贷方合计', fen: right, places },
              tolerance: balance.rounding * lines.length,
            }),
          ];
    const sides = (key: 'opening' | 'closing'): [Fen | null, Fen | null] => [
      total(lines, key, (fen) => Math.max(fen, 0)),
      total(lines, key, (fen) => Math.max(0 - fen, 0)),
    ];
    return [
      ...compare('期初余额', ...sides('opening')),
      ...compare('本期发生额', total(lines, 'debit'), total(lines, 'credit')),
      ...compare('本年累计发生额', total(lines, 'debitToDate'), total(lines, 'creditToDate')),
      ...compare('期末余额', ...sides('closing')),
    ];
  });
}

/** False for an export of some classes only, which cannot balance. */
function isWholeBook(book: Book, lines: readonly BalanceLine[]): boolean {
  const has = (pattern: RegExp): boolean => lines.some(({ code }) => pattern.test(code));
  return book === '预算会计' ? has(/^[67]/) && has(/^8/) : has(/^1/) && has(/^[23]/);
}

/**
 * Budget accounting closed at the end of the year: what came in less what went out is what 结转结余 (class 8 but 8001)
 * grew by. Income and expenditure are movement, for their balances are closed to nothing.
 */
function resultChecks(balance: TrialBalance, parents: ReadonlyMap<string, string>): Check[] {
  if (balance.asOf !== null) return [];
  const top = balance.lines.filter(({ code }) => !parents.has(code));
  const flows = top.filter(({ code }) => /^[67]/.test(code));
  const surplus = top.filter(({ code }) => code.startsWith('8') && !code.startsWith('8001'));
  const yearOpening = total(surplus, 'yearOpening') ?? (wholeYear(top) ? total(surplus, 'opening') : null);
  const closing = total(surplus, 'closing');
  const isClosed = flows.every((line) => line.closing === 0);
  if (flows.length === 0 || surplus.length === 0 || !isClosed || yearOpening === null || closing === null) return [];
  const [income, spent] = [yearMovement(flows, '6'), yearMovement(flows, '7')];
  if (income === null || spent === null) return [];
  return [
    ledgerCheck({
      ...structureWords('ledger.balance.result'),
      about: [balance.year, balance.sheet],
      left: { text: '预算收入减预算支出', fen: income - spent, places: flows.map(({ place }) => place) },
      right: { text: '结转结余的变动', fen: yearOpening - closing, places: surplus.map(({ place }) => place) },
      tolerance: balance.rounding * (flows.length + 2 * surplus.length),
    }),
  ];
}

/** True when the movement of the period is that of the year: no year-to-date columns, or the same in both. */
function wholeYear(lines: readonly BalanceLine[]): boolean {
  return lines.every(
    ({ debit, credit, debitToDate, creditToDate }) =>
      (debit === null || (debitToDate ?? debit) === debit) && (credit === null || (creditToDate ?? credit) === credit),
  );
}

/** What came in (class 6) or went out (7) in the year; the closing itself stands on the other side and is left out. */
function yearMovement(lines: readonly BalanceLine[], classDigit: '6' | '7'): Fen | null {
  const own = lines.filter(({ code }) => code.startsWith(classDigit));
  return classDigit === '6'
    ? (total(own, 'creditToDate') ?? total(own, 'credit'))
    : (total(own, 'debitToDate') ?? total(own, 'debit'));
}

function total(
  lines: readonly BalanceLine[],
  key: (typeof MEASURES)[number]['key'] | 'yearOpening',
  part: (fen: Fen) => Fen = (fen) => fen,
): Fen | null {
  let sum = 0;
  for (const line of lines) {
    const fen = line[key];
    if (fen === null) return null;
    sum += part(fen);
  }
  return sum;
}
