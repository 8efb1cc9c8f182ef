import type { Book } from '../workbook/book';
import { declaredMembers } from './declarations/declared-members';
import type { EtFault } from './faults';
import type { OpenWps } from './open-et';
import { openEt } from './open-et';
import type { EtQuirks } from './quirks';

/**
 * Opens a workbook in the model of WPS for a test, members checked against the vendor's declarations:
 *
 *     const wps = openWps({ book: Book.blank('决算'), quirks: PROFILES.kylin });
 *     const application = wps.Application as EtApplication;
 *     application.ActiveWorkbook?.Worksheets.Item(1).Range('A1').Value2 = '0101';
 *     expect(wps.calls.total).toBe(5);
 *     wps.close();
 *
 * Faults are in faults.ts: `{ at: { call: 12 }, how: 'throw' }`, `{ at: { member: 'Range.Merge()', nth: 2 }, how: 'silent' }`.
 */
export function openWps(options: {
  readonly book: Book;
  readonly quirks?: EtQuirks;
  readonly faults?: readonly EtFault[];
}): OpenWps {
  const { book, ...rest } = options;
  return openEt(book, declaredMembers(), rest);
}
