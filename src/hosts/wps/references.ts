import type { HerFormula } from '../change';
import { isFormula } from '../entry';
import { blockRows, rangeOf, rowsOf } from './cells';
import type { OpenBook } from './open-book';
import { usedArea } from './used-area';

/**
 * Formulas on sheets that stay, which read sheets that are to go: the program turns them into #REF!, so they are taken
 * down first.
 */
export function formulasReading(
  book: OpenBook,
  staying: readonly string[],
  names: readonly string[],
): HerFormula<string>[] {
  if (names.length === 0) return [];
  return staying.flatMap((sheet) => book.ask(sheet, () => formulasOf(book, sheet, names)));
}

function formulasOf(book: OpenBook, name: string, names: readonly string[]): HerFormula<string>[] {
  const sheet = book.sheet(name);
  const used = usedArea(sheet);
  const found: HerFormula<string>[] = [];
  const step = blockRows(used.right + 1);
  for (let top = used.top; top <= used.bottom; top += step) {
    const block = { ...used, top, bottom: Math.min(used.bottom, top + step - 1) };
    const range = rangeOf(sheet, block);
    const formulas = rowsOf(range.Formula, block);
    if (!formulas.some((row) => row.some((formula) => isFormula(formula, null) && reads(formula, names)))) continue;
    const values = rowsOf(range.Value2, block);
    formulas.forEach((row, down) =>
      row.forEach((formula, column) => {
        if (!isFormula(formula, values[down]?.[column]) || !reads(formula, names)) return;
        found.push({ sheet: name, row: top + down, column, formula });
      }),
    );
  }
  return found;
}

function reads(formula: string, names: readonly string[]): boolean {
  const text = formula.toLowerCase().replace(/''/g, "'");
  return names.some((name) => text.includes(`${name.toLowerCase()}!`) || text.includes(`${name.toLowerCase()}'!`));
}

/** A call that failed without a word may go through the next time. */
const ATTEMPTS = 2;

/** Puts formulas back where they became #REF!; where she wrote something else since, hers stays. */
export function putFormulasBack(book: OpenBook, formulas: readonly HerFormula<string>[]): void {
  for (const { sheet, row, column, formula } of formulas) {
    const cell = book.sheet(sheet).Cells.Item(row + 1, column + 1);
    const isLost = (): boolean => String(cell.Formula).includes('#REF!');
    for (let attempt = 1; attempt <= ATTEMPTS && isLost(); attempt += 1) cell.Formula = formula;
  }
}
