import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import type { TableRow } from '../model/table';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import { readFormCell } from './form-cell';
import { formLabel } from './form-label';
import type { FormLabel } from './form-label';
import { readParts } from './form-parts';
import type { FoundField } from './form-parts';
import type { TableKind } from './kind';
import { isNoteText } from './notes';
import { holdsNumber } from './number';
import type { Region } from './regions';

/** The column name under which a form's field holds its value. */
export const FIELD_VALUE = '值';

/** The fields of a form: one row per label that was found, then one per part of its amounts. */
export interface FormBody {
  readonly rows: readonly TableRow[];
  readonly missing: readonly string[];
  readonly lastRow: number;
}

/** Consecutive rows of a sheet, both ends included. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

interface FieldPlace extends FormLabel {
  readonly row: number;
  readonly column: number;
}

/**
 * Finds the fields of a form by their labels. The value stands behind the label's colon, in the next filled cell to
 * the right that is no label itself, or below when the labels stand side by side like headers.
 * @param skip the rows of an embedded list, header included, whose cells are no fields; null when there is no list
 * @param unit the unit of the form's amounts; a unit in a field's own label wins
 */
export function readForm(
  grid: Grid,
  region: Region,
  kind: TableKind,
  skip: RowSpan | null,
  unit: AmountUnit | null,
): FormBody {
  const places = findFields(grid, region, kind, skip);
  const isField = (row: number, column: number): boolean =>
    places.some((one) => one.row === row && one.column === column);
  const taken = new Set<string>();
  const rows: TableRow[] = [];
  const numbers: FoundField[] = [];
  let lastRow = region.top;
  for (const place of places) {
    const { name, under } = place.term;
    if (taken.has(name) || (under !== undefined && !taken.has(under))) continue;
    const at = place.inline !== null ? place : valuePlace(grid, region, kind, place, isField);
    if (!at) continue;
    taken.add(name);
    lastRow = Math.max(lastRow, at.row);
    const { role = 'amount' } = place.term;
    const cell: CellValue = place.inline ?? grid.value(at.row, at.column);
    const value = readFormCell({ sheet: grid.sheet, row: at.row, column: at.column }, cell, role, unit, place.unit);
    if (role !== 'text' && place.inline === null) numbers.push({ ...place, value: at });
    rows.push({
      row: place.row,
      block: 0,
      side: null,
      code: null,
      label: place.term.name,
      written: place.term.name,
      name: place.term.name,
      level: null,
      ofWhich: false,
      parent: null,
      cells: new Map([[FIELD_VALUE, value]]),
      place: { sheet: grid.sheet, row: place.row, column: place.column },
    });
  }
  const isOther = (row: number): boolean =>
    (skip !== null && row >= skip.top && row <= skip.bottom) || places.some((place) => place.row === row);
  const parts = readParts(grid, region, kind, numbers, isOther, unit);
  const missing = (kind.rows ?? []).filter((term) => term.required && !taken.has(term.name)).map((term) => term.name);
  return { rows: [...rows, ...parts], missing, lastRow: Math.max(lastRow, ...parts.map(({ row }) => row)) };
}

/**
 * The last row that a list embedded in a form may reach: fields may follow below it.
 * @param band the header of the list
 */
export function listBottom(grid: Grid, region: Region, kind: TableKind, band: Band): number {
  for (let row = band.bottom + 1; row <= region.bottom; row++) {
    const first = grid
      .row(row)
      .find((cell, column) => column >= region.left && column <= region.right && !isBlank(cell));
    if (typeof first === 'string' && formLabel(first, kind.rows ?? [])) return row - 1;
  }
  return region.bottom;
}

function signsForm(cells: readonly CellValue[]): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && isNoteText(first);
}

function findFields(grid: Grid, region: Region, kind: TableKind, skip: RowSpan | null): FieldPlace[] {
  const places: FieldPlace[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    if (skip && row >= skip.top && row <= skip.bottom) continue;
    const cells = grid.row(row);
    // Below the list: 填表人 and the like sign the form, they are no fields of it.
    if (skip && row > skip.bottom && signsForm(cells)) continue;
    for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column++) {
      const cell = cells[column];
      const field = typeof cell === 'string' ? formLabel(cell, kind.rows ?? []) : null;
      if (field) places.push({ ...field, row, column });
    }
  }
  return places;
}

function valuePlace(
  grid: Grid,
  region: Region,
  kind: TableKind,
  place: FieldPlace,
  isField: (row: number, column: number) => boolean,
): { row: number; column: number } | null {
  for (let column = place.column + 1; column <= region.right; column++) {
    if (isField(place.row, column)) break;
    if (isBlank(grid.value(place.row, column))) continue;
    // Words beside a label of money are the next label where the figure stands below.
    if (place.term.role !== 'text' && !holdsNumber(grid.value(place.row, column))) {
      const row = figureBelow(grid, region, place, isField);
      if (row !== null) return { row, column: place.column };
    }
    return { row: place.row, column };
  }
  const sideBySide = isField(place.row, place.column - 1) || isField(place.row, place.column + 1);
  for (let row = place.row + 1; row <= Math.min(region.bottom, place.row + 2); row++) {
    if (isField(row, place.column)) break;
    const below = grid.value(row, place.column);
    // Words below a label of money are another line of the form, not its value.
    if (!isBlank(below) && (place.term.role === 'text' || holdsNumber(below))) return { row, column: place.column };
    if (isBlank(below) && place.term.role !== 'text' && isLabelRow(grid, region, row)) {
      // The line of the total, left blank above its parts.
      if (namesPart(grid, region, kind, row + 1)) return { row, column: place.column };
      continue;
    }
    // Labels side by side share their row of values: a blank there is a value, not a reason to look further down.
    if (isBlank(below) && sideBySide && hasValueBelow(grid, region, place.row, row, isField))
      return { row, column: place.column };
  }
  // A field left empty stands for itself: its value is blank.
  return isField(place.row, place.column + 1) || place.column + 1 > region.right
    ? null
    : { row: place.row, column: place.column + 1 };
}

/** The row, one or two below a label, that holds a figure in its column. */
function figureBelow(
  grid: Grid,
  region: Region,
  place: FieldPlace,
  isField: (row: number, column: number) => boolean,
): number | null {
  for (let row = place.row + 1; row <= Math.min(region.bottom, place.row + 2); row++) {
    if (isField(row, place.column)) return null;
    if (holdsNumber(grid.value(row, place.column))) return row;
  }
  return null;
}

function namesPart(grid: Grid, region: Region, { parts = [] }: TableKind, row: number): boolean {
  const cells = grid.row(row).slice(region.left, region.right + 1);
  return cells.some((cell) => typeof cell === 'string' && formLabel(cell, parts) !== null);
}

/** True for a row of nothing but words. */
function isLabelRow(grid: Grid, region: Region, row: number): boolean {
  const cells = grid.row(row).slice(region.left, region.right + 1);
  return cells.some((cell) => typeof cell === 'string') && !cells.some((cell) => !isBlank(cell) && holdsNumber(cell));
}

/** True when some label of the header-like row `labels` has its value in row `below`. */
function hasValueBelow(
  grid: Grid,
  region: Region,
  labels: number,
  below: number,
  isField: (row: number, column: number) => boolean,
): boolean {
  for (let column = region.left; column <= region.right; column++) {
    if (isField(labels, column) && !isField(below, column) && !isBlank(grid.value(below, column))) return true;
  }
  return false;
}
