import type { CellValue } from '../../../../src/model/grid';
import type { Area } from '../../../../src/model/address';
import type { Entry } from '../../workbook/entry';
import { movedReferences } from '../../workbook/moved-references';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { isLeftOut } from './given';

/** CVErr numbers (wps.md §3.2): −2146826288 + (n − 2000). */
const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  '#NULL!': -2146826288,
  '#DIV/0!': -2146826281,
  '#VALUE!': -2146826273,
  '#REF!': -2146826265,
  '#NAME?': -2146826259,
  '#NUM!': -2146826252,
  '#N/A': -2146826246,
};
/** Cells one crossing may carry; beyond it the program stands still for tens of seconds (wps.md §3.2 limits). */
const MOST_CELLS = 500_000;

/** Value2: one value for one cell, nested arrays for more; only the first area counts. */
export function value2(cells: Cells): unknown {
  const { sheet, program } = cells;
  return shaped(cells, (row, column) => valueOf(sheet.value(row, column), program.quirks.blank));
}

export function formula(cells: Cells): unknown {
  const { sheet, program } = cells;
  return shaped(cells, (row, column) => {
    const entry = sheet.entry(row, column);
    return program.quirks.formulaConstants === 'typed' ? entry : textOf(entry);
  });
}

/** Text: of one cell what it shows, of more nothing (wps.md §3.2). */
export function shownText(cells: Cells): string | null {
  return cells.isOneCell ? cells.sheet.text(cells.area.top, cells.area.left) : null;
}

function textOf(entry: string | number | boolean): string {
  return typeof entry === 'boolean' ? (entry ? 'TRUE' : 'FALSE') : String(entry);
}

function valueOf(value: CellValue, blank: null | undefined): unknown {
  if (value === null) return blank;
  return typeof value === 'object' ? (ERROR_NUMBERS[value.error] ?? ERROR_NUMBERS['#VALUE!']) : value;
}

function shaped({ area, program, isOneCell }: Cells, read: (row: number, column: number) => unknown): unknown {
  const { top, left, bottom, right } = area;
  if (isOneCell) return read(top, left);
  if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) {
    throw program.bridge.misuse('more cells asked for at once than WPS hands over without standing still');
  }
  const rows: unknown[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const values: unknown[] = [];
    for (let column = left; column <= right; column += 1) values.push(read(row, column));
    rows.push(values);
  }
  if (program.quirks.lines === 'nested') return rows;
  if (top === bottom) return rows[0];
  return left === right ? rows.map(([value]) => value) : rows;
}

/** Sets Value2 or Formula: one value for every cell, or an array laid over the first cells of each area. */
export function setEntries(cells: Cells, given: unknown, adjusting: boolean): void {
  cells.program.undo.plainWrite('输入', () => {
    for (const area of cells.areas) {
      if (Array.isArray(given)) writeArray(cells, area, given as unknown[]);
      else if (adjusting && typeof given === 'string' && given.startsWith('=')) fillFormula(cells, area, given);
      else fill(cells, area, entryGiven(given));
    }
  });
}

function writeArray({ sheet, program }: Cells, area: Area, given: readonly unknown[]): void {
  // A plain array is one row, laid into every row (VBA).
  const isNested = given.every((row) => Array.isArray(row));
  const matrix: Entry[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const from = (isNested ? given[row - area.top] : given) as readonly unknown[] | undefined;
    const entries: Entry[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const isBeyond = from === undefined || column - area.left >= from.length;
      if (!isBeyond) entries.push(entryGiven(from[column - area.left]));
      else entries.push(program.quirks.beyondArray === '#N/A' ? '#N/A' : null);
    }
    matrix.push(entries);
  }
  sheet.write(area, matrix);
}

/** A relative formula goes along with its cell (wps.md §3.2 formulas). */
function fillFormula({ sheet }: Cells, area: Area, given: string): void {
  const matrix: string[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const entries: string[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      entries.push(`=${movedReferences(given.slice(1), row - area.top, column - area.left)}`);
    }
    matrix.push(entries);
  }
  sheet.write(area, matrix);
}

function fill({ sheet }: Cells, area: Area, entry: Entry): void {
  const row = Array.from({ length: area.right - area.left + 1 }, () => entry);
  sheet.write(
    area,
    Array.from({ length: area.bottom - area.top + 1 }, () => row),
  );
}

/** Null and undefined empty a cell: the program knows no “leave it”. */
function entryGiven(value: unknown): Exclude<Entry, null> {
  if (isLeftOut(value)) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new EtError('A cell takes texts, numbers and truth values.');
}
