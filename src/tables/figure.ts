import type { CellValue } from '../model/grid';
import type { TableCell } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { powerOfUnit } from '../model/unit';
import { isHeaderTerm } from './header-text';
import type { ColumnRole } from './kind';
import { amountUnitOf, readNumber } from './number';

/** Reads a figure into the table's unit; a unit in the header or behind the digits is converted exactly. */
export function readFigure(
  cell: CellValue,
  role: ColumnRole,
  tableUnit: AmountUnit | null,
  columnUnit: AmountUnit | null,
): Pick<TableCell, 'state' | 'value'> {
  const reading = readNumber(cell);
  if (reading.value === null) {
    return typeof cell === 'string' && isHeaderTerm(cell)
      ? { state: 'label', value: null }
      : { state: 'unreadable', value: null };
  }
  if (reading.percent) {
    return role === 'ratio'
      ? { state: reading.state, value: reading.value.shift(-2) }
      : { state: 'unreadable', value: null };
  }
  if (role !== 'amount') return { state: reading.state, value: reading.value };
  const ownUnit = amountUnitOf(reading.suffix);
  if (reading.suffix !== null && ownUnit === null) return { state: 'unreadable', value: null };
  const from = ownUnit ?? columnUnit;
  const value =
    from === null || tableUnit === null || from === tableUnit
      ? reading.value
      : reading.value.shift(powerOfUnit(from) - powerOfUnit(tableUnit));
  return { state: reading.state, value };
}
