import type { Book } from '../workbook/book';
import { ExcelHost } from './excel-host';
import type { Fault, Faults } from './faults';
import type { WireLog } from './log';
import { WORKBOOK } from './members/workbook';
import { hostObject } from './object-type';
import type { ProfileName } from './profiles';
import { PROFILES } from './profiles';
import { enterProfile, loadRuntime } from './runtime';

/** A workbook open in Excel, as an add-in meets it: Microsoft's runtime on this side of the wire, a book on the other. */
export interface OpenExcel {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** What was asked of the host since it was opened: syncs, actions, bytes, `writes()`. */
  readonly log: WireLog;
  readonly faults: Faults;
  /** The workbook itself: look at it, or change it as its user would, without Excel noticing any add-in. */
  readonly book: Book;
  /** Ranges the client asked the host to remember and did not give up; 0 after runs that ended. */
  keptReferences(): number;
  /**
   * Takes the workbook from the wire. @throws Error naming every member that was asked for and is not modelled: code that
   * treats any refusal as “not available” must not turn a gap of this host into a passed test.
   */
  close(): void;
}

/**
 * Opens a workbook for a test:
 *
 *     const excel = openExcel({ book: Book.blank('决算'), profile: 'ltsc2021' });
 *     await excel.Excel.run(async (context) => { … await context.sync(); });
 *     expect(excel.book.sheet('决算')?.value(0, 0)).toBe(1);
 *     excel.close();
 *
 * The runtime is Microsoft's, unmodified, loaded once per Jest file; workbooks are opened one after another, each in a
 * few milliseconds: the one opened last is in front and gets the requests of every `Excel.run` and `RequestContext`.
 * `book` is a live store: `book.clone()` before and `book.restore(…)` after cost next to nothing. Profiles are in
 * profiles.ts (the runtime itself knows members up to ExcelApi 1.15 only), faults in faults.ts:
 *
 *     excel.faults.inject({ at: { action: 12 }, how: 'fail', code: 'GeneralException' });
 *     excel.faults.inject({ at: { sync: 2 }, how: 'hang' });
 *     excel.faults.inject({ at: { kind: 'Range.merge()', nth: 3 }, how: 'fail', forEver: true });
 *     excel.faults.editing = true; // until it is false again
 *
 * Deny by default: a member of Excel's that is not modelled answers NotImplemented, and `close` throws.
 * Nothing here waits by timers, so tests may replace them.
 */
export function openExcel({
  book,
  profile = 'ltsc2021',
  faults = [],
}: {
  readonly book: Book;
  readonly profile?: ProfileName;
  readonly faults?: readonly Fault[];
}): OpenExcel {
  const runtime = loadRuntime();
  const host = new ExcelHost(book, PROFILES[profile]);
  for (const fault of faults) host.faults.inject(fault);
  enterProfile(runtime, host.profile);
  runtime.bridge.attach(host, hostObject(WORKBOOK, host));
  return {
    Excel: runtime.Excel,
    Office: runtime.Office,
    log: host.log,
    faults: host.faults,
    book,
    keptReferences: () => host.keptReferences,
    close: () => {
      runtime.bridge.detach(host);
      if (host.unmodelled.length > 0) throw new Error(`Not modelled: ${[...new Set(host.unmodelled)].join('; ')}`);
    },
  };
}
