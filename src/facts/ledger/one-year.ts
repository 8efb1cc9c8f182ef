import type { Entries, OtherYear } from '../../model/ledger';
import { AUXILIARIES, Dictionary } from '../../model/ledger';

/**
 * The entries of one year where a ledger holds several, with the years that were left out; else the entries as they
 * are. An entry that states no year stays.
 * @param years of each entry; 0 where the sheet states none
 * @param wanted the year of the ledger's table; null takes the year most entries are of
 */
export function ofOneYear(entries: Entries, years: Int32Array, wanted: number | null): Entries {
  const found = yearsIn(entries, years);
  if (found.length < 2) return entries;
  const year = wanted ?? found.reduce((most, one) => (one.count > most.count ? one : most)).year;
  const keep = (_: number, at: number): boolean => years[at] === 0 || years[at] === year;
  const vouchers = new Dictionary();
  return {
    ...entries,
    year,
    otherYears: found.filter((one) => one.year !== year),
    rows: entries.rows.filter(keep),
    months: entries.months.filter(keep),
    account: entries.account.filter(keep),
    voucher: entries.voucher.filter(keep).map((number) => vouchers.number(entries.vouchers.text(number))),
    debit: entries.debit.filter(keep),
    credit: entries.credit.filter(keep),
    auxiliary: Object.fromEntries(
      AUXILIARIES.map((name) => [name, entries.auxiliary[name].filter(keep)]),
    ) as unknown as Entries['auxiliary'],
    count: years.filter(keep).length,
    vouchers,
  };
}

/** Every year that is stated, earliest first. */
function yearsIn({ rows }: Entries, years: Int32Array): OtherYear[] {
  const found = new Map<number, { year: number; count: number; firstRow: number }>();
  for (const [at, year] of years.entries()) {
    if (year === 0) continue;
    const one = found.get(year);
    if (one) one.count += 1;
    else found.set(year, { year, count: 1, firstRow: rows[at] ?? 0 });
  }
  return [...found.values()].sort((a, b) => a.year - b.year);
}
