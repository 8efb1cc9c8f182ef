import type { CellValue, Grid } from '../model/grid';
import { isBlank, isCellError } from '../model/grid';
import type { TableCell, TableRow } from '../model/table';
import { comparable, withoutBrackets } from '../model/text';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import { readFigure } from './figure';
import { readHeader } from './header-text';
import type { RowTerm, TableKind } from './kind';
import { readLabel } from './label';
import { isNoteText } from './notes';
import { holdsNumber } from './number';
import type { Region } from './regions';

/** The column name under which a form's field holds its value. */
export const FIELD_VALUE = '值';

/** The fields of a form: one row per label that was found. */
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

interface FieldPlace {
  readonly term: RowTerm;
  readonly row: number;
  readonly column: number;
  /** The value behind a colon in the label's own cell. */
  readonly inline: string | null;
  readonly unit: AmountUnit | null;
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
  let lastRow = region.top;
  for (const place of places) {
    const { name, under } = place.term;
    if (taken.has(name) || (under !== undefined && !taken.has(under))) continue;
    const at = place.inline !== null ? place : valuePlace(grid, region, place, isField);
    if (!at) continue;
    taken.add(name);
    lastRow = Math.max(lastRow, at.row);
    const cell: CellValue = place.inline ?? grid.value(at.row, at.column);
    const value = fieldCell(grid.sheet, at.row, at.column, cell, place, unit);
    rows.push({
      row: place.row,
      block: 0,
      side: null,
      code: null,
      label: place.term.name,
      name: place.term.name,
      level: null,
      ofWhich: false,
      parent: null,
      cells: new Map([[FIELD_VALUE, value]]),
      place: { sheet: grid.sheet, row: place.row, column: place.column },
    });
  }
  const missing = (kind.rows ?? []).filter((term) => term.required && !taken.has(term.name)).map((term) => term.name);
  return { rows, missing, lastRow };
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
    if (typeof first === 'string' && fieldOf(first, kind)) return row - 1;
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
      if (typeof cell !== 'string' || cell.trim() === '' || cell.length > 200) continue;
      const field = fieldOf(cell, kind);
      if (field) places.push({ ...field, row, column });
    }
  }
  return places;
}

function fieldOf(
  text: string,
  kind: TableKind,
): { term: RowTerm; inline: string | null; unit: AmountUnit | null } | null {
  const [head, ...tail] = text.replace(/^\s*其中\s*[:：]/, '').split(/[:：]/);
  const header = readHeader(readLabel(head ?? '').text, null);
  const forms = new Set([...header.forms, withoutBrackets(head ?? '')]);
  const term = (kind.rows ?? []).find((row) => row.labels.some((label) => forms.has(comparable(label))));
  if (!term) return null;
  const inline = tail.join('：').trim();
  return { term, inline: inline === '' ? null : inline, unit: header.unit };
}

function valuePlace(
  grid: Grid,
  region: Region,
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
    if (isBlank(below) && place.term.role !== 'text' && isLabelRow(grid, region, row)) continue;
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

function fieldCell(
  sheet: string,
  row: number,
  column: number,
  cell: CellValue,
  place: FieldPlace,
  unit: AmountUnit | null,
): TableCell {
  const written = isCellError(cell) ? cell.error : cell === null ? '' : String(cell).trim();
  const base = { place: { sheet, row, column }, written };
  const { role = 'amount' } = place.term;
  if (role === 'text') return { ...base, state: written === '' ? 'blank' : 'text', value: null };
  return { ...base, ...readFigure(cell, role, unit, place.unit) };
}
