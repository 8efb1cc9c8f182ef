import type { Entries, Fen } from '../../model/ledger';
import { comparable } from '../../model/text';
import { isJournal, vouchersOf } from './vouchers';

/** Net assets and 结转结余 without the money itself: a voucher that moves them closes the year. */
const CLOSED_TO = /^(?:3|8(?!001))/;
/** Budget accounting: what was paid. */
const SPENDING = '7';

/**
 * What a journal spent from January to the end of a month on each programme its entries name as their 项目, by the name
 * as it is compared. Null for a subsidiary ledger, and for one that does not reach from January to that month.
 */
export function spentByProgramme(entries: Entries, lastMonth: number): ReadonlyMap<string, Fen> | null {
  const vouchers = vouchersOf(entries);
  const months = new Set(entries.months);
  if (!isJournal(vouchers) || !months.has(1) || !months.has(lastMonth)) return null;
  const accounts = entries.accounts.texts;
  const spent = new Map<string, Fen>();
  for (const { entries: own } of vouchers) {
    const codes = own.map((at) => accounts[entries.account[at] as number] ?? '');
    if (codes.some((code) => CLOSED_TO.test(code))) continue;
    for (const [which, at] of own.entries()) {
      const month = entries.months[at] as number;
      const name = comparable(entries.words.text(entries.auxiliary.项目[at] as number));
      if (name === '' || month > lastMonth || !codes[which]?.startsWith(SPENDING)) continue;
      spent.set(name, (spent.get(name) ?? 0) + (entries.debit[at] as Fen) - (entries.credit[at] as Fen));
    }
  }
  return spent;
}
