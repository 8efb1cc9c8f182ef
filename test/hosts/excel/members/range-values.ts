import type { Area } from '../../../../src/model/address';
import type { CellValue } from '../../../../src/model/grid';
import type { Entry } from '../../workbook/entry';
import type { BookSheet } from '../../workbook/sheet';
import { HostError } from '../host-error';
import { allowOperation, allowReading, isUnbounded } from '../limits';
import type { Property } from '../object-type';
import type { Cells } from './cells';
import { invalid } from './given';

/** A matrix property of a range, read cell by cell; whole rows and columns give null (officejs.md §C: unbounded ranges). */
export function matrix<T>(cells: Cells, read: (sheet: BookSheet, row: number, column: number) => T): T[][] | null {
  const { area, sheet } = cells;
  if (isUnbounded(area)) return null;
  allowReading(area);
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cellsOfRow: T[] = [];
    for (let column = area.left; column <= area.right; column += 1) cellsOfRow.push(read(sheet, row, column));
    rows.push(cellsOfRow);
  }
  return rows;
}

/** A value as Office.js gives it: "" for blank, errors by their name. */
export function valueOnWire(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** Excel.RangeValueType */
function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'Error';
}

/**
 * What a setter was given as a matrix of the range's shape: a scalar and a 1 × 1 matrix fill it; null for the whole is
 * refused, null inside leaves a cell (officejs.md §C: matrix shape, 1×1, null in matrix).
 */
export function spread(given: unknown, area: Area, location: string): unknown[][] {
  if (given === null || given === undefined) throw invalid(location);
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const fill = (value: unknown): unknown[][] => {
    const row = Array.from({ length: width }, () => value);
    return Array.from({ length: height }, () => row);
  };
  if (!Array.isArray(given)) return fill(given);
  const rows = given as unknown[];
  if (!rows.every(Array.isArray)) throw shape(location);
  const cells = rows as unknown[][];
  if (cells.length === 1 && cells[0]?.length === 1) return fill(cells[0][0]);
  if (cells.length !== height || cells.some((row) => row.length !== width)) throw shape(location);
  return cells;
}

function shape(location: string): HostError {
  return new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    location,
  );
}

/** Writes `values` or `formulas`: both take formulas and constants alike (officejs.md §C: strings starting “=”). */
function enter(cells: Cells, given: unknown, location: string): void {
  if (isUnbounded(cells.area)) throw new HostError('InvalidOperation', 'Whole rows or columns.', location);
  allowOperation(cells.host.profile, cells.areas);
  const entries = spread(given, cells.area, location);
  for (const entry of entries.flat()) {
    if (entry !== null && !['string', 'number', 'boolean'].includes(typeof entry)) throw invalid(location);
  }
  cells.sheet.write(cells.area, entries as Entry[][]);
}

function setNumberFormat(cells: Cells, given: unknown): void {
  const { area, sheet } = cells;
  const only = Array.isArray(given) ? ((given as unknown[][])[0]?.[0] ?? null) : given;
  const single = !Array.isArray(given) || (given.length === 1 && (given as unknown[][])[0]?.length === 1);
  if (single && typeof only === 'string') {
    // A scalar or a 1 × 1 matrix, also for whole columns (officejs.md §C: 1×1 / scalar broadcast).
    sheet.format(area, { format: only });
    return;
  }
  if (isUnbounded(area)) throw new HostError('InvalidOperation', 'Whole rows or columns.', 'Range.numberFormat');
  spread(given, area, 'Range.numberFormat').forEach((row, down) =>
    row.forEach((format, right) => {
      if (format === null) return;
      if (typeof format !== 'string') throw invalid('numberFormat');
      const cell = { top: area.top + down, bottom: area.top + down, left: area.left + right, right: area.left + right };
      sheet.format(cell, { format });
    }),
  );
}

/** The properties of a range that are matrices of its cells. */
export const MATRICES: Readonly<Record<string, Property<Cells>>> = {
  values: {
    get: (cells) => matrix(cells, (sheet, row, column) => valueOnWire(sheet.value(row, column))),
    set: (cells, value) => enter(cells, value, 'Range.values'),
  },
  formulas: {
    get: (cells) => matrix(cells, (sheet, row, column) => sheet.entry(row, column)),
    set: (cells, value) => enter(cells, value, 'Range.formulas'),
  },
  text: { get: (cells) => matrix(cells, (sheet, row, column) => sheet.text(row, column)) },
  numberFormat: {
    get: (cells) => matrix(cells, (sheet, row, column) => sheet.style(row, column).format),
    set: setNumberFormat,
  },
  valueTypes: { get: (cells) => matrix(cells, (sheet, row, column) => valueType(sheet.value(row, column))) },
};
