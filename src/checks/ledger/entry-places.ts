import type { Area, CellPlace } from '../../model/address';
import type { Entries } from '../../model/ledger';

/** Where an entry stands: the first cell of its row. */
export function entryPlace(entries: Entries, at: number): CellPlace {
  return { sheet: entries.sheet, row: entries.rows[at] ?? 0, column: 0 };
}

/** 3月记-12（第120行), as messages name an entry. Its 摘要 is never repeated: it may name a person. */
export function entryName(entries: Entries, at: number): string {
  const [month = '', voucher = ''] = entries.vouchers.text(entries.voucher[at] ?? 0).split('|');
  const when = Number(month) > 0 ? `${Number(month)}月` : '';
  return `${when}${voucher}（第${(entries.rows[at] ?? 0) + 1}行）`;
}

/** The rows of entries, over the width of their ledger. */
export function entryAreas(entries: Entries, at: readonly number[]): Area[] {
  return at.map((one) => {
    const row = entries.rows[one] ?? 0;
    return { top: row, left: 0, bottom: row, right: entries.lastColumn };
  });
}
