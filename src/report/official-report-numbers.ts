import type { Decimal } from '../model/decimal';
import { PENDING } from '../model/pending';

/** Binary tails are rounded off before the rounding that counts, as in every formula we write. */
const TAIL_DECIMALS = 9;

function fixed(value: Decimal, decimals: number): string {
  return value.roundHalfUp(TAIL_DECIMALS).roundHalfUp(decimals).toFixed(decimals);
}

/** An amount as tables print it: 17,917.84. */
export function amountText(amount: Decimal): string {
  return fixed(amount, 2).replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** A ratio as a percentage: 0.9955 is 99.55%. */
export function rateText(ratio: Decimal): string {
  const shown = ratio.roundHalfUp(TAIL_DECIMALS).roundHalfUp(4);
  return `${shown.shift(2).toFixed(2)}%`;
}

/** A score: 9.96. */
export function scoreText(score: Decimal): string {
  return fixed(score, 2);
}

/** The number as a text, or 待填 where there is none. */
export function orPending(value: Decimal | null, print: (known: Decimal) => string): string {
  return value === null ? PENDING : print(value);
}
