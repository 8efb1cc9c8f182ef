import type { CellPlace } from '../model/address';
import { cellAddress } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Formula } from '../sheet/formula';
import { call, text } from '../sheet/formula';
import type { CachedValue, Cell } from '../sheet/sheet';
import type { CellStyle } from '../sheet/style';
import { STYLES } from './styles';

export function textCell(content: string, style: CellStyle = STYLES.text): Cell {
  return content === '' ? { type: 'blank', style } : { type: 'text', text: content, style };
}

export function numberCell(value: Decimal, style: CellStyle): Cell {
  return { type: 'number', value, style };
}

export function formulaCell(formula: Formula, value: CachedValue, style: CellStyle): Cell {
  return { type: 'formula', formula, value, style };
}

export function ordinalCell(index: number): Cell {
  return numberCell(Decimal.of(index + 1), STYLES.ordinal);
}

/** Name of a sheet inside a link, quoted. */
function linkTarget({ sheet, row, column }: CellPlace): string {
  return `#'${sheet.replace(/'/g, "''")}'!${cellAddress(row, column)}`;
}

/**
 * A link that goes to a cell of this workbook; HYPERLINK on all hosts (architecture: the neutral sheet model).
 * @param shown what the cell reads, “Sheet!B12” when absent
 */
export function linkCell(place: CellPlace, shown = `${place.sheet}!${cellAddress(place.row, place.column)}`): Cell {
  return formulaCell(call('HYPERLINK', text(linkTarget(place)), text(shown)), shown, STYLES.link);
}
