import type { Trace } from '../checks/judge';
import type { CellPlace } from '../model/address';
import type { Check, CheckStatus, Side } from '../model/check';
import { Decimal } from '../model/decimal';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { linkCell, textCell } from './cells';
import { STYLES } from './styles';
import { STATUS_NAMES } from './words';

/** Where other sheets find what a check says. */
export interface PlacedCheck {
  readonly verdict: CellPlace;
  readonly left: CellPlace;
  readonly right: CellPlace;
  readonly gap: CellPlace;
}

/** A sheet that lists checks row by row. */
export interface CheckCells {
  /** The cells of a check; null when it is not listed. */
  cellsOf(check: Check): PlacedCheck | null;
}

const ORDER: readonly CheckStatus[] = ['fails', 'missing', 'rounding', 'not-applicable', 'holds'];

/** What does not hold first. */
export function inOrder(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

/** The verdict as it would be if a source cell changed now; the same words as {@link STATUS_NAMES}. */
export function verdictFormula(operator: Trace['operator'], gap: Formula, tolerance: Formula): Formula {
  const zero = number(Decimal.ZERO);
  const held = operation(HELD[operator], gap, zero);
  const fails = text(STATUS_NAMES.fails);
  if (operator === '≠') return call('IF', held, text(STATUS_NAMES.holds), fails);
  const size = call('ABS', gap);
  const within = call('IF', operation('<=', size, tolerance), text(STATUS_NAMES.rounding), fails);
  return call('IF', held, text(STATUS_NAMES.holds), within);
}

const HELD = { '=': '=', '≠': '<>', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const;

/** The unit both sides are in, or the two of them. */
export function unitText({ left, right }: Check): string {
  const [one, other] = [left?.unit ?? '', right?.unit ?? ''];
  return one === other || other === '' ? one : `${one}、${other}`;
}

/** A link to the first cell a side is made of. */
export function linkToSide(side: Side | null): Cell {
  const [first, ...more] = side?.places ?? [];
  if (!first) return textCell('', STYLES.link);
  return more.length === 0 ? linkCell(first) : linkCell(first, `${first.sheet} 等${more.length + 1}格`);
}
