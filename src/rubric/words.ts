import { Decimal } from '../model/decimal';
import type { Indicator, Target } from './pack';

/** Decimals values are shown with, and those that tell a close value from its target. */
const USUAL = 2;
const FINE = 6;

/** A score as it is shown: two decimals, half up, without needless zeros. */
export function scoreText(score: Decimal): string {
  return score.roundHalfUp(2).toString();
}

/** A share as a percentage with at most two decimals: 99.55%. */
export function percentText(share: Decimal, decimals = USUAL): string {
  return `${share.shift(2).roundHalfUp(decimals).toString()}%`;
}

/** More decimals for a value that two would show as the very target it misses: 99.997%, not 100%. */
function decimalsFor(value: Decimal, target: Target | null, power: number): number {
  const aim = targetNumber(target);
  if (aim === null || value.equals(aim)) return USUAL;
  return value.shift(power).roundHalfUp(USUAL).equals(aim.shift(power)) ? FINE : USUAL;
}

/** An indicator's value as it is shown: 99.55%, 3, 1234.56万元. */
export function valueText(value: Decimal, { display, target }: Pick<Indicator, 'display' | 'target'>): string {
  if (display === 'ratio') return percentText(value, decimalsFor(value, target, 2));
  return `${value.roundHalfUp(decimalsFor(value, target, 0)).toString()}${unitOf({ display, target })}`;
}

function unitOf({ display, target }: Pick<Indicator, 'display' | 'target'>): string {
  if (display === 'amount') return '万元';
  return target && target.sign !== '定性' ? target.unit : '';
}

/** How far two values are apart: 3个百分点, 2人. */
export function distanceText(distance: Decimal, about: Pick<Indicator, 'display' | 'target'>): string {
  const [shown, unit] = about.display === 'ratio' ? [distance.shift(2), '个百分点'] : [distance, unitOf(about)];
  const rounded = shown.roundHalfUp(USUAL);
  return `${(rounded.isZero() ? shown.roundHalfUp(FINE) : rounded).toString()}${unit}`;
}

/** ≥95%, ≤6个工作日, or the words of a qualitative target; empty without target. */
export function targetText(target: Target | null): string {
  if (target === null) return '';
  return target.sign === '定性' ? target.value : `${target.sign}${target.value}${target.unit}`;
}

/** A number stated in a unit, in the scale values are compared in: shares for %, 万元 for money, else as it is. */
export function inScale(stated: string, unit: string): Decimal {
  const value = Decimal.of(stated);
  if (unit === '%') return value.shift(-2);
  if (unit === '元') return value.shift(-4);
  if (unit === '亿元') return value.shift(4);
  return value;
}

/** The target as a number in the scale of values; null when it states none. */
export function targetNumber(target: Target | null): Decimal | null {
  return target === null || target.sign === '定性' ? null : inScale(target.value, target.unit);
}
