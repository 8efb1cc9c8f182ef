import { column, columns, frame } from './frames';
import data from './ledger-2023.json';
import { nameOf, total } from './lines';
import type { BodyRow, Heading, Page } from './page';
import type { Fen } from './payments';
import { sampleNote, stated } from './published';
import type { Entry, Voucher } from './vouchers';
import { movements, vouchersOfYear } from './vouchers';

const NOTE = sampleNote(`行政支出本年累计发生额 ${stated('final.expenditure')}`);
const NAMES: Readonly<Record<string, string>> = data.accounts;

/** 科目余额表 and 序时账 of 2023, in 元. */
export function ledgerPages(): Page[] {
  return [trialBalance(), journal()];
}

/** Amounts that are nothing are left blank. */
const yuanOrBlank = (fen: Fen): number | null => (fen === 0 ? null : fen / 100);

function accountName(code: string): string {
  const name = NAMES[code];
  if (name === undefined) throw new Error(`no account ${code}`);
  return name;
}

/** Every account and those it is part of, opening and closing balance on the side they stand on. */
function trialBalance(): Page {
  const lowest = movements();
  const codes = Object.keys(NAMES).filter((code) => lowest.some(({ account }) => account.startsWith(code)));
  const rows = codes.sort().map((code): BodyRow => {
    const own = lowest.filter(({ account }) => account.startsWith(code));
    const opening = total(own.map((one) => one.opening));
    const [debit, credit] = [total(own.map((one) => one.debit)), total(own.map((one) => one.credit))];
    const closing = opening + debit - credit;
    const sides = (fen: Fen): Fen[] => [Math.max(fen, 0), Math.max(-fen, 0)];
    return {
      cells: [code, accountName(code), ...[...sides(opening), debit, credit, ...sides(closing)].map(yuanOrBlank)],
    };
  });
  const two = (text: string): Heading => ({ text, across: 2 });
  return {
    ...frame('科目余额表', '元', [NOTE], { landscape: true }),
    header: [
      [
        { text: '科目编码', down: 2 },
        { text: '科目名称', down: 2 },
        two('期初余额'),
        two('本年累计发生额'),
        two('期末余额'),
      ],
      ['借方', '贷方', '借方', '贷方', '借方', '贷方'].map((text) => ({ text })),
    ],
    columns: [column('code', 12), column('label', 26), ...columns(6, 'money', 17)],
    body: rows,
  };
}

function journal(): Page {
  const headings = [
    '日期',
    '凭证号',
    '摘要',
    '科目编码',
    '科目名称',
    '功能科目',
    '经济科目',
    '支出性质',
    '资金性质',
    '项目',
  ];
  return {
    ...frame('序时账', '元', [NOTE], { landscape: true }),
    header: [[...headings, '借方金额', '贷方金额'].map((text) => ({ text }))],
    columns: [
      column('middle', 12),
      column('middle', 8),
      column('text', 30),
      column('code', 10),
      column('label', 20),
      ...columns(2, 'code', 26),
      column('middle', 10),
      column('middle', 12),
      column('text', 22),
      ...columns(2, 'money', 16),
    ],
    body: vouchersOfYear().flatMap((voucher) => voucher.entries.map((entry) => entryRow(voucher, entry))),
  };
}

const coded = (code: string | undefined): string | null => (code === undefined ? null : `${code} ${nameOf(code)}`);

function entryRow({ month, day, number, summary }: Voucher, entry: Entry): BodyRow {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    cells: [
      `2023-${two(month)}-${two(day)}`,
      `记-${String(number).padStart(3, '0')}`,
      summary,
      entry.account,
      accountName(entry.account),
      coded(entry.code),
      coded(entry.economic),
      entry.nature ?? null,
      entry.money ?? null,
      entry.item === undefined || entry.item === '' ? null : entry.item,
      yuanOrBlank(entry.debit),
      yuanOrBlank(entry.credit),
    ],
  };
}
