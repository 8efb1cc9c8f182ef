import type { CellPlace } from '../../model/address';
import { VISIBILITY } from './enums';
import { OpenBook } from './open-book';
import { trouble } from './problems';
import type { WpsProgram } from './program';

/** Brings a sheet to the front and goes to a cell of it. @throws HostTrouble gone when the sheet is not there */
export function goTo(program: WpsProgram, { sheet, row, column }: CellPlace): void {
  const book = OpenBook.front(program);
  book.ask(sheet, () => {
    const found = book.sheet(sheet);
    if (found.Visible !== VISIBILITY.visible) throw trouble('failed', sheet, 'hidden');
    found.Activate();
    found.Cells.Item(row + 1, column + 1).Select();
  });
}

/** The cell she is at; null when a drawing is marked. @throws HostTrouble */
export function cellInFront(program: WpsProgram): CellPlace | null {
  const book = OpenBook.front(program);
  return book.ask('', () => {
    const selected = program.application.Selection;
    // A marked drawing has no address (wps.md §3.3).
    if (!selected || typeof selected.Address !== 'function') return null;
    const sheet = book.frontName();
    return sheet === '' ? null : { sheet, row: selected.Row - 1, column: selected.Column - 1 };
  });
}
