import { parsePlace } from '../model/address';
import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import { readFigure } from '../tables/figure';
import type { KeptRow, Typed } from './kept';

/** An amount she typed into a cell of ours. */
export interface TypedMoney {
  /** In 万元, the unit of our forms; null where what she typed is no amount. */
  readonly value: Decimal | null;
  readonly written: string;
  readonly place: CellPlace;
}

const FORM_UNIT = '万元';

/**
 * What she typed as money in one column of a row of a form: 72, “1,234.5”, “72万元”, “720000元”.
 * @param rows the row as it was found, wherever it is kept; the first in which she typed something counts
 * @param otherwise where the cell stands when it was not found on a sheet: she typed in the pane
 * @returns null where she typed nothing
 */
export function typedMoney(
  rows: readonly (KeptRow | undefined)[],
  column: string,
  otherwise: CellPlace | null = null,
): TypedMoney | null {
  const row = rows.find((one) => one?.typed.has(column));
  const typed = row?.typed.get(column);
  const place = parsePlace(row?.places.get(column) ?? '') ?? otherwise;
  if (typed === undefined || place === null) return null;
  return { value: amountOf(typed), written: typed.toString(), place };
}

function amountOf(typed: Typed): Decimal | null {
  return typed instanceof Decimal ? typed : readFigure(typed, 'amount', FORM_UNIT, null).value;
}
