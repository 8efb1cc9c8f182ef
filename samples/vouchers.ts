import data from './ledger-2023.json';
import { finalLines, from, total } from './lines';
import type { Fen, Nature, PaidTogether, Payment } from './payments';
import { fenOf, paymentsOfYear, spread } from './payments';
import { openingBalances } from './opening-balances';

/** One entry of a voucher, on one side. */
export interface Entry {
  readonly account: string;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly code?: string;
  readonly economic?: string;
  readonly nature?: Nature;
  readonly money?: string;
  readonly item?: string;
}

export interface Voucher {
  readonly month: number;
  readonly day: number;
  /** Counts from 1 in each month. */
  readonly number: number;
  readonly summary: string;
  readonly entries: readonly Entry[];
}

type Unnumbered = Omit<Voucher, 'number'>;

/** The accounts a source of money is received and spent by, in both books. */
interface SourceAccounts {
  readonly money: string;
  readonly income: string;
  readonly budgetIncome: string;
  readonly spending: Readonly<Record<Nature, string>>;
  readonly result: string;
}

const DECEMBER = 12;
const [CASH, QUOTA, ASSETS, DEPRECIATION, SURPLUS, RESULT, EXPENSES] = [
  '1002',
  '1201',
  '1601',
  '1602',
  '3001',
  '3301',
  '5001',
];
const [BUDGET_CASH, BUDGET_QUOTA, RESULT_OF_YEAR, CARRIED_ON] = ['800102', '800103', '810106', '810107'];

const APPROPRIATED = {
  income: '4001',
  spending: { 基本支出: '71010101', 项目支出: '71010102' },
  result: RESULT_OF_YEAR,
} as const;
const SOURCES: Readonly<Record<string, SourceAccounts>> = {
  general: { ...APPROPRIATED, money: '一般公共预算财政拨款', budgetIncome: '600101' },
  fund: { ...APPROPRIATED, money: '政府性基金预算财政拨款', budgetIncome: '600102' },
  superior: {
    money: '上级补助',
    income: '4201',
    budgetIncome: '6201',
    spending: { 基本支出: '71010201', 项目支出: '71010201' },
    result: '8201',
  },
  other: {
    money: '其他资金',
    income: '4609',
    budgetIncome: '6609',
    spending: { 基本支出: '71010301', 项目支出: '71010301' },
    result: '8201',
  },
};

const debit = (account: string, fen: Fen, of: Partial<Entry> = {}): Entry => ({
  ...of,
  account,
  debit: fen,
  credit: 0,
});
const credit = (account: string, fen: Fen, of: Partial<Entry> = {}): Entry => ({
  ...of,
  account,
  debit: 0,
  credit: fen,
});

/** The vouchers of 2023 in their order, in the budget and the financial book side by side. */
export function vouchersOfYear(): Voucher[] {
  const paid = paymentsOfYear().map(paymentVoucher);
  const before = [...data.received.flatMap(receipts), ...paid].sort((a, b) => a.month - b.month || a.day - b.day);
  const untilClosing = [...before, depreciation(), ...remainingQuota()];
  const numbers = new Map<number, number>();
  return [...untilClosing, ...closing(untilClosing)]
    .sort((a, b) => a.month - b.month || a.day - b.day)
    .map((voucher) => {
      const number = (numbers.get(voucher.month) ?? 0) + 1;
      numbers.set(voucher.month, number);
      return { ...voucher, number };
    });
}

function sourceNamed(source: string): SourceAccounts {
  const found = SOURCES[source];
  if (!found) throw new Error(`no accounts for money of ${source}`);
  return found;
}

/** Paid straight from the treasury: income at the same time; out of a balance: the balance goes down. */
function paymentVoucher(
  { month, summary, source, nature, carriedOver, payments }: PaidTogether,
  at: number,
): Unnumbered {
  const own = sourceNamed(source);
  const fen = total(payments.map((payment) => payment.fen));
  const isCash = own.income !== APPROPRIATED.income;
  const [from, budgetFrom] = isCash
    ? [CASH, BUDGET_CASH]
    : carriedOver
      ? [QUOTA, BUDGET_QUOTA]
      : [own.income, own.budgetIncome];
  const bought = total(payments.filter(isAsset).map((payment) => payment.fen));
  return {
    month,
    day: 6 + ((at * 5) % 20),
    summary,
    entries: [
      ...(bought > 0 ? [debit(ASSETS, bought)] : []),
      ...(fen > bought ? [debit(EXPENSES, fen - bought)] : []),
      credit(from, fen),
      ...payments.map(({ code, economic, item, fen: amount }) =>
        debit(own.spending[nature], amount, { code, economic, item, nature, money: own.money }),
      ),
      credit(budgetFrom, fen),
    ],
  };
}

const isAsset = ({ economic }: Payment): boolean => economic.startsWith('310');

function receipts({ source, summary, months }: (typeof data.received)[number]): Unnumbered[] {
  const { income, budgetIncome } = sourceNamed(source);
  const whole = fenOf(total(from(finalLines(2023), source).map((line) => line.income)));
  return spread(whole, months, 1).map((fen, at) => ({
    month: months[at] ?? 0,
    day: 3,
    summary,
    entries: [debit(CASH, fen), credit(income, fen), debit(BUDGET_CASH, fen), credit(budgetIncome, fen)],
  }));
}

function depreciation(): Unnumbered {
  const fen = fenOf(Math.round(data.depreciation * 100));
  return {
    month: DECEMBER,
    day: 29,
    summary: '计提本年固定资产折旧',
    entries: [debit(EXPENSES, fen), credit(DEPRECIATION, fen)],
  };
}

/** What was appropriated and not paid by the end of the year is to be paid next year. */
function remainingQuota(): Unnumbered[] {
  return ['general', 'fund'].map((source) => {
    const { income, budgetIncome } = sourceNamed(source);
    const fen = fenOf(total(from(finalLines(2023), source).map((line) => line.closing)));
    return {
      month: DECEMBER,
      day: 30,
      summary: '确认年末财政应返还额度',
      entries: [debit(QUOTA, fen), credit(income, fen), debit(BUDGET_QUOTA, fen), credit(budgetIncome, fen)],
    };
  });
}

/** Income and expenditure closed to nothing, then the results to what is carried on. */
function closing(vouchers: readonly Unnumbered[]): Unnumbered[] {
  const entries = vouchers.flatMap((voucher) => voucher.entries);
  const net = (account: string): Fen =>
    total(entries.filter((entry) => entry.account === account).map((entry) => entry.credit - entry.debit));
  const sources = Object.values(SOURCES);
  const different = (accounts: readonly string[]): string[] => [...new Set(accounts)];
  const incomes = different(sources.map(({ income }) => income));
  const resultOf = (account: string): string =>
    sources.find(({ budgetIncome, spending }) => budgetIncome === account || Object.values(spending).includes(account))
      ?.result ?? RESULT_OF_YEAR;
  const budget = different(sources.flatMap(({ budgetIncome, spending }) => [budgetIncome, ...Object.values(spending)]));
  const closed = (accounts: readonly string[], to: (account: string) => string): Entry[] =>
    accounts.flatMap((account) => {
      const fen = net(account);
      return fen > 0
        ? [debit(account, fen), credit(to(account), fen)]
        : [debit(to(account), -fen), credit(account, -fen)];
    });
  const financialResult = total([...incomes, EXPENSES].map(net));
  const budgetResult = total(budget.filter((account) => resultOf(account) === RESULT_OF_YEAR).map(net));
  const moved = (fromAccount: string, toAccount: string, fen: Fen): Entry[] =>
    fen >= 0 ? [debit(fromAccount, fen), credit(toAccount, fen)] : [debit(toAccount, -fen), credit(fromAccount, -fen)];
  return [
    { month: DECEMBER, day: 31, summary: '结转本年收入和费用', entries: closed([...incomes, EXPENSES], () => RESULT) },
    { month: DECEMBER, day: 31, summary: '结转本年预算收入和支出', entries: closed(budget, resultOf) },
    { month: DECEMBER, day: 31, summary: '本期盈余转入累计盈余', entries: moved(RESULT, SURPLUS, financialResult) },
    {
      month: DECEMBER,
      day: 31,
      summary: '本年收支结转转入累计结转',
      entries: moved(RESULT_OF_YEAR, CARRIED_ON, budgetResult),
    },
  ];
}

/** Opening balance, movement and closing balance of every account that has any, debit positive, lowest accounts only. */
export function movements(): { account: string; opening: Fen; debit: Fen; credit: Fen }[] {
  const opening = openingBalances();
  const entries = vouchersOfYear().flatMap((voucher) => voucher.entries);
  const accounts = [...new Set([...opening.keys(), ...entries.map(({ account }) => account)])].sort();
  return accounts.map((account) => {
    const own = entries.filter((entry) => entry.account === account);
    return {
      account,
      opening: opening.get(account) ?? 0,
      debit: total(own.map((entry) => entry.debit)),
      credit: total(own.map((entry) => entry.credit)),
    };
  });
}
