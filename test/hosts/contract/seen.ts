import { ALLOWED_DIFFERENCES } from '../allowed-differences';
import type { Book } from '../workbook/book';
import type { Canonical } from '../workbook/canonical';
import { canonical } from '../workbook/canonical';

/** All that can be seen of a book, with references of charts in one way of writing. @param view her selection too */
export function seen(book: Book, view = true): Canonical {
  return ALLOWED_DIFFERENCES['reference-quotes'](canonical(book, { view }));
}
