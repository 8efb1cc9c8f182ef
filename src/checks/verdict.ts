import type { Figure } from '../facts/figure';
import { Decimal } from '../model/decimal';
import type { CheckStatus } from '../model/check';
import type { Comparison } from '../formula/syntax';

const HALF = Decimal.of('0.5');

/**
 * The tolerance of a relation: half the written step of every non-zero figure (architecture, rule 4), in the scale the
 * figures are compared in. A relation of ratios has its own step; a ratio written more coarsely widens it.
 */
export function toleranceOf(figures: readonly Figure[], step: string | undefined): Decimal {
  if (step !== undefined) {
    const ratios = figures.filter((figure) => figure.unit === null && figure.value !== null && !figure.value.isZero());
    const powers = ratios.map((figure) => Decimal.of(1).shift((figure.value as Decimal).lastPower() as number));
    return [Decimal.of(step), ...powers].reduce((a, b) => (a.compare(b) >= 0 ? a : b)).times(HALF);
  }
  return figures
    .filter((figure) => figure.value !== null && !figure.value.isZero())
    .reduce((sum, figure) => sum.plus(figure.step.times(HALF)), Decimal.ZERO);
}

/** Whether `left operator right` holds, holds within the tolerance, or fails. */
export function statusOf(
  operator: Comparison,
  difference: Decimal,
  tolerance: Decimal,
): Extract<CheckStatus, 'holds' | 'rounding' | 'fails'> {
  const holds = {
    '=': difference.isZero(),
    '≠': !difference.isZero(),
    '≤': difference.sign() <= 0,
    '≥': difference.sign() >= 0,
    '<': difference.sign() < 0,
    '>': difference.sign() > 0,
  }[operator];
  if (holds) return 'holds';
  return operator !== '≠' && difference.abs().compare(tolerance) <= 0 ? 'rounding' : 'fails';
}
