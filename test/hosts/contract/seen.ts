import type { Book } from '../workbook/book';
import type { Canonical } from '../workbook/canonical';
import { canonical } from '../workbook/canonical';

/** Quotes that the name of a sheet does not need; programs write references of charts with them or without. */
const NEEDLESS = /'([^'\s!]+)'!/g;

/** All that can be seen of a book, with references of charts in one way of writing. @param view her selection too */
export function seen(book: Book, view = true): Canonical {
  const whole = canonical(book, { view });
  const sheets = Object.entries(whole.sheets).map(([name, sheet]) => [name, { ...sheet, charts: bare(sheet.charts) }]);
  return { ...whole, sheets: Object.fromEntries(sheets) as Canonical['sheets'] };
}

function bare<T>(charts: T): T {
  return JSON.parse(JSON.stringify(charts).replace(NEEDLESS, '$1!')) as T;
}
