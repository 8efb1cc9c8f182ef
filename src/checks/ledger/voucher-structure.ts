import type { Book } from '../../facts/ledger/account';
import { isBalanced, isJournal, vouchersOf } from '../../facts/ledger/vouchers';
import type { Check } from '../../model/check';
import type { Entries } from '../../model/ledger';
import { entryPlace } from './entry-places';
import { ledgerCheck } from './ledger-check';
import { structureWords } from './structure-pack';

/**
 * Every voucher of a journal that does not balance in one of the books, and one check of each book's total. A
 * subsidiary ledger gives none: its vouchers are there in part.
 */
export function voucherStructure(entries: Entries): Check[] {
  const vouchers = vouchersOf(entries);
  if (!isJournal(vouchers)) return [];
  const words = structureWords('ledger.entries.voucher');
  const odd = vouchers.filter((voucher) => !isBalanced(voucher));
  return (['财务会计', '预算会计'] as const satisfies readonly Book[]).flatMap((book) => {
    const failing = odd.flatMap((voucher) => {
      const { debit, credit } = voucher.sums[book];
      if (debit === credit) return [];
      const places = voucher.entries.map((at) => entryPlace(entries, at));
      const name = `${voucher.month > 0 ? `${voucher.month}月` : ''}${voucher.name}`;
      return ledgerCheck({
        ...words,
        about: [entries.sheet, book, voucher.month, voucher.name],
        left: { text: `${name}${book}借方`, fen: debit, places },
        right: { text: '贷方', fen: credit, places },
      });
    });
    const total = vouchers.reduce(
      (sum, { sums }) => ({ debit: sum.debit + sums[book].debit, credit: sum.credit + sums[book].credit }),
      { debit: 0, credit: 0 },
    );
    if (failing.length > 0 || (total.debit === 0 && total.credit === 0)) return failing;
    return [
      ledgerCheck({
        ...words,
        about: [entries.sheet, book],
        left: { text: `${book}全部凭证借方`, fen: total.debit, places: [] },
        right: { text: '贷方', fen: total.credit, places: [] },
      }),
    ];
  });
}
