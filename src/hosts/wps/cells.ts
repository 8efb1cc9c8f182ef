import { areaAddress } from '../../model/address';
import type { Area } from '../../model/address';
import type { CellValue } from '../../model/grid';
import { rangeAddress } from '../cell-rectangles';
import type { Entry } from '../entry';
import { isFormula } from '../entry';
import { textsToHold, typed } from '../typed-entries';
import type { AreaRanges } from './area-ranges';
import { ERRORS } from './enums';
import type { EtRange, EtValue, EtValues, EtWorksheet } from './et';
import { told } from './program';

/** Cells read or written by one call: more make WPS stand still (wps.md §3.2: some 50,000). */
export const BLOCK_CELLS = 40_000;

export function rangeOf(sheet: EtWorksheet, area: Area): EtRange {
  return told(sheet.Range(rangeAddress(area)), 'Range');
}

/** Rows of one block as wide as this. */
export function blockRows(columns: number): number {
  return Math.max(1, Math.floor(BLOCK_CELLS / Math.max(1, columns)));
}

/**
 * What an area gives, as rows whatever its shape: one cell gives no array, and some builds drop the outer one.
 * @throws Error when more cells give nothing
 */
export function rowsOf(values: EtValues | EtValue[], { top, bottom, left, right }: Area): EtValue[][] {
  const height = bottom - top + 1;
  const width = right - left + 1;
  // More than one cell never gives one value: a call that failed without a word is no blank area.
  if (!Array.isArray(values) && height * width > 1) throw new Error('an area told nothing');
  if (!Array.isArray(values)) return [[values]];
  const nested = values.every(Array.isArray)
    ? (values as EtValue[][])
    : height === 1
      ? [values as EtValue[]]
      : (values as EtValue[]).map((value) => [value]);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => nested[row]?.[column] ?? null),
  );
}

/** True when a block holds a number that stands for an error, if it is not just that number. */
export function mayHoldErrors(values: readonly (readonly EtValue[])[]): boolean {
  return values.some((row) => row.some((value) => typeof value === 'number' && ERRORS.has(value)));
}

/** @param formula what was put into the cell; undefined where nothing looks like an error */
export function cellValue(value: EtValue | undefined, formula: EtValue | undefined): CellValue {
  if (value === null || value === undefined || value === '') return null;
  const error = typeof value === 'number' ? ERRORS.get(value) : undefined;
  if (error === undefined) return value;
  const isPlainNumber = formula === undefined || Number(formula) === value;
  return isPlainNumber ? value : { error };
}

/** What stands in the cells of an area: formulas as they are written, constants as they are. */
export function readEntries(sheet: EtWorksheet, area: Area): Entry[][] {
  const entries: Entry[][] = [];
  const step = blockRows(area.right - area.left + 1);
  for (let top = area.top; top <= area.bottom; top += step) {
    const block = { ...area, top, bottom: Math.min(area.bottom, top + step - 1) };
    const range = rangeOf(sheet, block);
    const formulas = rowsOf(range.Formula, block);
    const values = rowsOf(range.Value2, block);
    values.forEach((row, down) =>
      entries.push(row.map((value, column) => entryOf(formulas[down]?.[column] ?? null, value))),
    );
  }
  return entries;
}

function entryOf(formula: EtValue, value: EtValue): Entry {
  if (isFormula(formula, value)) return { formula };
  const read = cellValue(value, formula);
  return typeof read === 'object' && read !== null ? read.error : read;
}

/** Longer texts are not handed over as formulas: a formula has 8,192 characters at most. */
const LONGEST_FORMULA = 8_000;

/** Writes what the cells of a cleared sheet hold, block by block. */
export function writeEntries(sheet: EtWorksheet, entries: readonly (readonly Entry[])[], areaRanges: AreaRanges): void {
  for (const range of areaRanges.of(sheet, textsToHold(entries))) range.NumberFormat = '@';
  const width = entries.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return;
  const step = blockRows(width);
  for (let top = 0; top < entries.length; top += step) {
    const matrix = entries
      .slice(top, top + step)
      .map((row) => Array.from({ length: width }, (_, column) => typed(row[column] ?? null)));
    const long = takenOut(matrix);
    const area = { top, left: 0, bottom: top + matrix.length - 1, right: width - 1 };
    sheet.Range(areaAddress(area)).Formula = matrix;
    for (const { row, column, text } of long) sheet.Cells.Item(top + row + 1, column + 1).Value2 = text;
  }
}

/** Leaves blank what is too long to be handed over among formulas, and gives it. */
function takenOut(matrix: EtValue[][]): { row: number; column: number; text: string }[] {
  return matrix.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      if (typeof text !== 'string' || text.length <= LONGEST_FORMULA) return [];
      cells[column] = null;
      return [{ row, column, text }];
    }),
  );
}
