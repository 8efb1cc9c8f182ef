import { evaluate, isGap } from '../formula/evaluate';
import { wording } from '../formula/explain';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import type { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import { fromYuan } from '../model/unit';
import { awayFromZero } from './exact-formula';
import type { Indicator, Sign } from './pack';
import { nodeOf } from './value';
import type { WorkedOut } from './value';
import { distanceText, valueText } from './words';

interface Goal {
  readonly sign: Sign;
  readonly value: Decimal;
}

/**
 * The smallest change that gives full marks, as arithmetic only: for a ratio what its numerator would have to be more or
 * less, with the sum; else how far the value is away. Nothing is said about how to get there.
 */
export function regainWords(
  indicator: Indicator,
  goal: Goal,
  value: Decimal,
  worked: WorkedOut | null,
  scope: Scope,
): string {
  const node = worked && nodeOf(worked.way.expression);
  const byNumerator = node && numeratorWords(node, goal, scope);
  if (byNumerator) return byNumerator;
  const change = goal.value.minus(value);
  if (change.isZero()) return '';
  const distance = distanceText(change.abs(), indicator);
  const [more, larger, smaller] = [change.sign() > 0, valueText(goal.value, indicator), valueText(value, indicator)];
  const sum = more ? `${larger}－${smaller}` : `${smaller}－${larger}`;
  return `${more ? '再提高' : '再降低'}${distance}（${sum}）即得满分`;
}

function numeratorWords(node: Node, goal: Goal, scope: Scope): string | null {
  if (node.type !== 'arithmetic' || node.operator !== '/') return null;
  const numerator = evaluate(node.left, scope);
  const base = evaluate(node.right, scope);
  if (isGap(numerator) || isGap(base) || base.value.sign() <= 0) return null;
  const unit = numerator.figures.find((figure) => figure.unit !== null)?.unit ?? null;
  const whole = isWhole(numerator.value) && isWhole(base.value);
  const change = smallestChange(base.value.times(goal.value).minus(numerator.value), unit, whole);
  if (change.isZero()) return null;
  const [left, right] = [amount(numerator.value, unit), amount(base.value, unit)];
  const wanted = goal.value.isZero() ? '0' : `${right}×${goal.value.shift(2).toString()}%`;
  const sum = change.sign() > 0 ? `${wanted}－${left}` : `${left}－${wanted}`;
  const verb = change.sign() > 0 ? '再增加' : '再减少';
  return `“${wording(node.left)}”${verb}${change.abs().toString()}${unit ?? ''}（${sum}）即得满分`;
}

function amount(value: Decimal, unit: AmountUnit | null): string {
  return unit === null ? value.toString() : `${fromYuan(value, unit).toString()}${unit}`;
}

function isWhole(value: Decimal): boolean {
  return value.equals(value.roundHalfUp(0));
}

/** Rounded so that the change is enough: money to two decimals of its unit, persons and other counts to whole ones. */
function smallestChange(exact: Decimal, unit: AmountUnit | null, whole: boolean): Decimal {
  return unit === null ? awayFromZero(exact, whole ? 0 : 2) : awayFromZero(fromYuan(exact, unit), 2);
}
