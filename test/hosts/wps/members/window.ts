import type { EtType } from '../et-object';
import { etType } from '../et-object';
import type { EtProgram, SheetView } from '../et-program';
import { EtError } from '../problems';
import { number, truth } from './given';

function viewOf(program: EtProgram): SheetView {
  return program.view(program.book.activeSheet.id);
}

/** Rows and columns of the split of the sheet in front, frozen or not. */
function splitOf(program: EtProgram): { readonly rows: number; readonly columns: number } {
  return program.book.activeSheet.freeze ?? viewOf(program).split;
}

function setSplit(program: EtProgram, key: 'rows' | 'columns', value: unknown): void {
  const count = number(value, 'Split');
  if (count < 0 || !Number.isInteger(count)) throw new EtError(`Split ${count}`);
  const changed = { ...splitOf(program), [key]: count };
  const sheet = program.book.activeSheet;
  if (sheet.freeze) sheet.setFreeze(changed);
  else viewOf(program).split = changed;
}

/**
 * Freezing holds what is in view above and left of the split, so rows scrolled away count too; without a split it freezes
 * at the active cell (VBA; wps.md §3.3: scroll to 1 first). Only the sheet in front can be frozen.
 */
function freeze(program: EtProgram, value: unknown): void {
  const sheet = program.book.activeSheet;
  const view = viewOf(program);
  if (!truth(value, 'FreezePanes')) {
    if (sheet.freeze) view.split = { rows: 0, columns: 0 };
    sheet.setFreeze(null);
    return;
  }
  if (sheet.freeze) return;
  const { rows, columns } = view.split;
  const at =
    rows + columns > 0
      ? { rows: rows > 0 ? rows + view.scrollRow - 1 : 0, columns: columns > 0 ? columns + view.scrollColumn - 1 : 0 }
      : { rows: sheet.selection.row, columns: sheet.selection.column };
  sheet.setFreeze(at);
}

function scroll(program: EtProgram, key: 'scrollRow' | 'scrollColumn', value: unknown): void {
  const first = number(value, key);
  if (first < 1) throw new EtError(`${key} ${first}`);
  viewOf(program)[key] = first;
}

/** The window of the workbook; it speaks of the sheet in front. */
export const WINDOW: EtType<EtProgram> = etType<EtProgram>('Et.Window', {
  gets: {
    FreezePanes: ({ book }) => book.activeSheet.freeze !== null,
    SplitRow: (program) => splitOf(program).rows,
    SplitColumn: (program) => splitOf(program).columns,
    Split: (program) => splitOf(program).rows + splitOf(program).columns > 0,
    ScrollRow: (program) => viewOf(program).scrollRow,
    ScrollColumn: (program) => viewOf(program).scrollColumn,
    DisplayGridlines: ({ book }) => book.activeSheet.gridlines,
    Hwnd: () => 197_202,
  },
  sets: {
    FreezePanes: freeze,
    SplitRow: (program, value) => setSplit(program, 'rows', value),
    SplitColumn: (program, value) => setSplit(program, 'columns', value),
    Split: (program, value) => {
      if (truth(value, 'Split')) throw program.bridge.misuse('Split = true is not modelled');
      program.book.activeSheet.setFreeze(null);
      viewOf(program).split = { rows: 0, columns: 0 };
    },
    ScrollRow: (program, value) => scroll(program, 'scrollRow', value),
    ScrollColumn: (program, value) => scroll(program, 'scrollColumn', value),
    DisplayGridlines: ({ book }, value) => book.activeSheet.setGridlines(truth(value, 'DisplayGridlines')),
  },
});
