import { Decimal } from '../model/decimal';
import type { Formula } from './formula';
import { number, operation } from './formula';

/** The formula times 10^power, which stands visibly in it: D7*10000, D7/100. A plain number is worked out. */
export function scaledFormula(formula: Formula, power: number): Formula {
  if (power === 0) return formula;
  if (formula.type === 'number') return number(formula.value.shift(power));
  return operation(power > 0 ? '*' : '/', formula, number(Decimal.of(1).shift(Math.abs(power))));
}
