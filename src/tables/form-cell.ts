import type { CellPlace } from '../model/address';
import type { CellValue } from '../model/grid';
import { isCellError } from '../model/grid';
import type { TableCell } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { readFigure } from './figure';
import type { RowTerm } from './kind';

/**
 * Reads the value of a form's field or of a part of it.
 * @param unit the unit of the form's amounts
 * @param ownUnit the unit that the value's own label states; it wins
 */
export function readFormCell(
  place: CellPlace,
  cell: CellValue,
  role: NonNullable<RowTerm['role']>,
  unit: AmountUnit | null,
  ownUnit: AmountUnit | null,
): TableCell {
  const written = isCellError(cell) ? cell.error : cell === null ? '' : String(cell).trim();
  if (role === 'text') return { place, written, state: written === '' ? 'blank' : 'text', value: null };
  return { place, written, ...readFigure(cell, role, unit, ownUnit) };
}
