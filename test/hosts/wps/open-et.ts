import type { Book } from '../workbook/book';
import type { EtCalls } from './calls';
import type { MemberTable } from './declarations/member-table';
import { etObject } from './et-object';
import { EtProgram } from './et-program';
import type { EtFault, EtFaults } from './faults';
import { APPLICATION } from './members/application';
import { cellsOfChange } from './members/change-event';
import type { EtQuirks } from './quirks';
import { PROFILES } from './quirks';

/** A workbook open in the model of WPS. */
export interface OpenWps {
  /** What a page finds as window.Application. Its members are the program's own, so callers give it the type they work with. */
  readonly Application: unknown;
  readonly calls: EtCalls;
  readonly faults: EtFaults;
  /** The workbook itself: look at it, or change it as its user would. */
  readonly book: Book;
  /** Everything outside the workbook: switches, panes, files, answers to dialogues, undo list. */
  readonly program: EtProgram;
  /** @throws Error naming every misuse (members that do not exist, are not modelled, dialogues that would block), caught or not. */
  close(): void;
}

/** Opens a workbook with a member table that was read elsewhere; runs in Node and in a page alike. */
export function openEt(
  book: Book,
  declared: MemberTable,
  { quirks = PROFILES.windows, faults = [] }: { readonly quirks?: EtQuirks; readonly faults?: readonly EtFault[] } = {},
): OpenWps {
  const program = new EtProgram(book, quirks, declared);
  for (const fault of faults) program.bridge.faults.inject(fault);
  const quiet = book.onContentChange((change) => {
    program.saved = false;
    const { sheet, range } = cellsOfChange(program, change);
    program.events.fire('SheetChange', sheet, range);
  });
  return {
    Application: program.bridge.wrap(etObject(APPLICATION, program)),
    calls: program.bridge.calls,
    faults: program.bridge.faults,
    book,
    program,
    close: () => {
      quiet();
      const { misuses } = program.bridge;
      if (misuses.length > 0) throw new Error(`Misuse of the object model: ${[...new Set(misuses)].join('; ')}`);
    },
  };
}
