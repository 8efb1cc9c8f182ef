import type { Entries, Fen } from '../../model/ledger';
import type { Book } from './account';
import { bookOf } from './account';

/** One voucher: its entries by index, and what it moves in each of the two books. */
export interface Voucher {
  readonly month: number;
  /** 记-12. */
  readonly name: string;
  readonly entries: number[];
  readonly sums: Record<Book, { debit: Fen; credit: Fen }>;
}

/** The vouchers of a ledger by their number in `Entries.vouchers`, in the order they first occur. */
export function vouchersOf(entries: Entries): Voucher[] {
  const vouchers: Voucher[] = entries.vouchers.texts.map((text) => ({
    month: Number(text.slice(0, 2)),
    name: text.slice(3),
    entries: [],
    sums: { 财务会计: { debit: 0, credit: 0 }, 预算会计: { debit: 0, credit: 0 } },
  }));
  const books = entries.accounts.texts.map(bookOf);
  for (let at = 0; at < entries.count; at++) {
    const voucher = vouchers[entries.voucher[at] as number] as Voucher;
    voucher.entries.push(at);
    const book = books[entries.account[at] as number] ?? '财务会计';
    voucher.sums[book].debit += entries.debit[at] as number;
    voucher.sums[book].credit += entries.credit[at] as number;
  }
  return vouchers;
}

/** True when debit equals credit in each of the books. */
export function isBalanced({ sums }: Voucher): boolean {
  return Object.values(sums).every(({ debit, credit }) => debit === credit);
}

/**
 * True for a journal, which holds every entry of its vouchers. A subsidiary ledger holds one side of each, so that its
 * vouchers cannot balance.
 */
export function isJournal(vouchers: readonly Voucher[]): boolean {
  return vouchers.filter(isBalanced).length * 2 > vouchers.length;
}

/** A run of voucher numbers that a month's sequence lacks: 记-12, or 记-12 to 记-14. */
export interface MissingNumbers {
  readonly month: number;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** Index of the last entry before the gap, for its place; null at the beginning of a month. */
  readonly after: number | null;
}

/** Numbers that are left out between the first (from 1) and the last voucher of each month and kind. */
export function missingNumbers(vouchers: readonly Voucher[]): MissingNumbers[] {
  const sequences = new Map<string, { month: number; kind: string; numbers: { number: number; entry: number }[] }>();
  for (const { month, name, entries } of vouchers) {
    const match = /^(.*)-(\d+)$/su.exec(name);
    if (!match) continue;
    const kind = match[1] as string;
    const key = `${month}|${kind}`;
    const sequence = sequences.get(key) ?? { month, kind, numbers: [] };
    sequence.numbers.push({ number: Number(match[2]), entry: entries[entries.length - 1] as number });
    sequences.set(key, sequence);
  }
  return [...sequences.values()].flatMap(({ month, kind, numbers }) => {
    const missing: MissingNumbers[] = [];
    let last = 0;
    let after: number | null = null;
    for (const { number, entry } of numbers.sort((a, b) => a.number - b.number)) {
      if (number > last + 1) missing.push({ month, kind, from: last + 1, to: number - 1, after });
      [last, after] = [number, entry];
    }
    return missing;
  });
}
