import { Decimal } from '../model/decimal';
import type { Formula } from './formula';
import { call, number } from './formula';

/**
 * Spreadsheets work in binary fractions, whose tail begins behind the fifteenth digit: 1.005 may be 1.00499999999999989.
 * It is cut off here before a number is compared or rounded half up.
 */
const TAIL_DECIMALS = 9;

/** A number without the tail of its binary fraction, for comparing: ROUND(x,9). */
export function withoutTail(formula: Formula): Formula {
  return formula.type === 'number' ? formula : roundCall(formula, TAIL_DECIMALS);
}

/** {@link withoutTail} of a number that is known. */
export function numberWithoutTail(value: Decimal): Decimal {
  return value.roundHalfUp(TAIL_DECIMALS);
}

/** Half up in some decimals, whatever tail binary arithmetic left: ROUND(ROUND(x,9),2). */
export function roundFormula(formula: Formula, decimals: number): Formula {
  return roundCall(roundCall(formula, TAIL_DECIMALS), decimals);
}

/** {@link roundFormula} of a number that is known: what its cell shows. */
export function roundNumber(value: Decimal, decimals: number): Decimal {
  return numberWithoutTail(value).roundHalfUp(decimals);
}

function roundCall(formula: Formula, decimals: number): Formula {
  return call('ROUND', formula, number(Decimal.of(decimals)));
}
