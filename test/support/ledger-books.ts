/** A row of a sheet. */
export type LedgerRow = (string | number)[];

/** Amounts of a year in 分. */
export interface YearOfBooks {
  readonly income: number;
  readonly basic: number;
  readonly project: number;
}

export interface LedgerBooks {
  readonly balance: readonly LedgerRow[];
  readonly entries: readonly LedgerRow[];
}

const MONTHS = 12;
const HEADER: LedgerRow = ['日期', '凭证号数', '科目编码', '科目名称', '摘要', '借方', '贷方', '支出性质'];
const NAMES: Readonly<Record<string, string>> = {
  '6001': '财政拨款预算收入',
  '710101': '基本支出',
  '710102': '项目支出',
  '8001': '资金结存',
  '8101': '财政拨款结转',
};

/**
 * The budget books of a year that bear the totals of its final accounts: money received and spent every month in so many
 * vouchers, closed in December. One exporter's shape, in 元.
 * @param vouchers payments of each kind in a month
 */
export function ledgerBooks(unitName: string, year: number, of: YearOfBooks, vouchers = 1): LedgerBooks {
  const lines: LedgerRow[] = [];
  let number = 0;
  const voucher = (
    month: number,
    summary: string,
    ...sides: [account: string, debit: number, credit: number][]
  ): void => {
    number += 1;
    for (const [account, debit, credit] of sides) {
      const date = `${year}-${String(month).padStart(2, '0')}-15`;
      const nature = account === '710101' ? '基本支出' : account === '710102' ? '项目支出' : '';
      const name = `记-${String(number).padStart(4, '0')}`;
      lines.push([date, name, account, NAMES[account] ?? '', summary, debit / 100, credit / 100, nature]);
    }
  };
  const shares = (total: number): number[] => parts(total, MONTHS * vouchers);
  const [income, basic, project] = [shares(of.income), shares(of.basic), shares(of.project)];
  for (let month = 1; month <= MONTHS; month++) {
    number = 0;
    for (let at = (month - 1) * vouchers; at < month * vouchers; at++) {
      voucher(month, '收到财政拨款', ['8001', income[at] ?? 0, 0], ['6001', 0, income[at] ?? 0]);
      voucher(month, '支付办公费', ['710101', basic[at] ?? 0, 0], ['8001', 0, basic[at] ?? 0]);
      voucher(month, '发放补贴', ['710102', project[at] ?? 0, 0], ['8001', 0, project[at] ?? 0]);
    }
  }
  const spent = of.basic + of.project;
  voucher(MONTHS, '收入结转', ['6001', of.income, 0], ['8101', 0, of.income]);
  voucher(MONTHS, '支出结转', ['8101', spent, 0], ['710101', 0, of.basic], ['710102', 0, of.project]);
  return { balance: balanceRows(unitName, year, of), entries: [...head(unitName, year), HEADER, ...lines] };
}

function head(unitName: string, year: number): LedgerRow[] {
  return [['序时账'], [`核算单位：${unitName}`, '', `${year}年度`, '', '', '', '', '单位：元']];
}

/** Where what is left stands on its usual side. */
function balanceRows(unitName: string, year: number, { income, basic, project }: YearOfBooks): LedgerRow[] {
  const opening = 100_000_000;
  const spent = basic + project;
  const closing = opening + income - spent;
  const line = (code: string, name: string, ...fen: number[]): LedgerRow => [
    code,
    name,
    ...fen.map((one) => one / 100),
  ];
  return [
    ['科目余额表'],
    [`单位名称：${unitName}`, '', `${year}年度`, '', '', '', '', '单位：元'],
    ['科目编码', '科目名称', '期初余额', '', '本年累计发生额', '', '期末余额', ''],
    ['', '', '借方', '贷方', '借方', '贷方', '借方', '贷方'],
    line('6001', '财政拨款预算收入', 0, 0, income, income, 0, 0),
    line('7101', '行政支出', 0, 0, spent, spent, 0, 0),
    line('710101', '基本支出', 0, 0, basic, basic, 0, 0),
    line('710102', '项目支出', 0, 0, project, project, 0, 0),
    line('8001', '资金结存', opening, 0, income, spent, closing, 0),
    line('8101', '财政拨款结转', 0, opening, spent, income, 0, closing),
  ];
}

/** So many whole parts that add up to the total, no two neighbours alike. */
function parts(total: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => Math.floor(total / count) + (at % 7) * 101 - 303);
  const rest = total - all.reduce((sum, one) => sum + one, 0);
  return all.map((one, at) => (at === count - 1 ? one + rest : one));
}
