import type { CellPlace } from '../model/address';
import type { Grid } from '../model/grid';
import type { TableCell, TableRow } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { readFormCell } from './form-cell';
import { formLabel } from './form-label';
import type { FormLabel } from './form-label';
import type { RowTerm, TableKind } from './kind';
import type { Region } from './regions';

/** A field of a form with the place of its label and of its value. */
export interface FoundField {
  readonly term: RowTerm;
  readonly row: number;
  readonly column: number;
  readonly unit: AmountUnit | null;
  readonly value: { readonly row: number; readonly column: number };
}

interface PartLabel extends FormLabel {
  readonly row: number;
  readonly column: number;
}

/**
 * The lines below a form's amounts that say what part of them is what (其中：当年财政拨款), one row for each part that was
 * found, its cells named as the fields they are part of. Amounts may head columns, with the parts below one another, or
 * stand at the left of the parts, whichever way the form is laid.
 * @param fields the fields that hold numbers
 * @param isOther true for a row that belongs to something else: to other fields or to the form's list
 * @param unit the unit of the form's amounts; a unit in a label wins
 */
export function readParts(
  grid: Grid,
  region: Region,
  kind: TableKind,
  fields: readonly FoundField[],
  isOther: (row: number) => boolean,
  unit: AmountUnit | null,
): TableRow[] {
  const terms = kind.parts ?? [];
  if (terms.length === 0 || fields.length === 0) return [];
  const labels = partLabels(grid, region, terms);
  return terms.flatMap((term) => {
    const own = labels.filter((label) => label.term === term);
    const cells = new Map<string, TableCell>();
    for (const field of fields) {
      const [nearest] = own
        .flatMap((label) => placesOf(field, label, isOther))
        .sort((a, b) => a.label.rank - b.label.rank || b.label.column - a.label.column || a.label.row - b.label.row);
      if (!nearest) continue;
      const place = { sheet: grid.sheet, row: nearest.row, column: nearest.column };
      const value = grid.value(place.row, place.column);
      const { role = 'amount' } = field.term;
      cells.set(field.term.name, readFormCell(place, value, role, unit, nearest.label.unit ?? field.unit));
    }
    const first = own.find((label) => [...cells.values()].some(({ place }) => isBeside(place, label)));
    return first ? [partRow(term, { sheet: grid.sheet, row: first.row, column: first.column }, cells)] : [];
  });
}

function partLabels(grid: Grid, region: Region, terms: readonly RowTerm[]): PartLabel[] {
  const labels: PartLabel[] = [];
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells = grid.row(row);
    for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
      const cell = cells[column];
      const label = typeof cell === 'string' ? formLabel(cell, terms) : null;
      if (label) labels.push({ ...label, row, column });
    }
  }
  return labels;
}

/** Where a part of a field's amount stands, given the part's label; none when the two have nothing to do with each other. */
function placesOf(
  field: FoundField,
  label: PartLabel,
  isOther: (row: number) => boolean,
): { readonly row: number; readonly column: number; readonly label: PartLabel }[] {
  const { value } = field;
  if (label.row > field.row && label.column < value.column && isFree(field.row + 1, label.row, isOther)) {
    return [{ row: label.row, column: value.column, label }];
  }
  const isAcross = value.row === field.row && label.row < field.row && label.column > value.column;
  // Between the parts and this amount only the lines of other amounts stand.
  return isAcross && field.row - label.row <= MOST_AMOUNTS ? [{ row: field.row, column: label.column, label }] : [];
}

/** 年初预算数, 预算调整数, 全年预算数, 全年执行数. */
const MOST_AMOUNTS = 4;

function isFree(from: number, to: number, isOther: (row: number) => boolean): boolean {
  for (let row = from; row <= to; row += 1) if (isOther(row)) return false;
  return true;
}

function isBeside(place: CellPlace, label: PartLabel): boolean {
  return place.row === label.row || place.column === label.column;
}

function partRow({ name }: RowTerm, place: CellPlace, cells: ReadonlyMap<string, TableCell>): TableRow {
  return {
    row: place.row,
    block: 0,
    side: null,
    code: null,
    label: name,
    written: name,
    name,
    level: null,
    ofWhich: true,
    parent: null,
    cells,
    place,
  };
}
