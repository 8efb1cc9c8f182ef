import { Decimal } from '../../model/decimal';
import { comparable } from '../../model/text';
import type { ScoreMethod } from './method';
import { isMissing, withUnitColumn } from './target';
import type { Target } from './target';
import type { Quantity } from './quantity';
import { plainQuantityText, readQuantity, sameUnit } from './quantity';
import wording from './wording.json';

export type QuantityTarget = Extract<Target, { readonly type: ScoreMethod }>;

/** Target and actual value in one unit, ready to be put into proportion. */
export interface Measured {
  readonly actual: Decimal;
  readonly target: Decimal;
  /** Upper end of a range, the target itself elsewhere. */
  readonly to: Decimal;
  /** Power of ten between the number in the cell and the number used, for live formulas. */
  readonly actualPower: number;
  readonly targetPower: number;
  /** How a percentage written as a plain number was understood; empty where nothing had to be. */
  readonly understood: string;
}

/** The actual value as it stands in the table. */
export interface ActualText {
  readonly text: string;
  /** True for a number cell: a percentage typed there is held as its ratio. */
  readonly isNumber: boolean;
  /** The column 计量单位, which holds for target and actual value alike; empty when there is none. */
  readonly unit: string;
}

/** From here on a plain number can only be a percentage, never a ratio: 1.5 is 150%, 2 is 2%. */
const LARGEST_RATIO = Decimal.of('1.5');
/** Below this target a plain number up to {@link LARGEST_RATIO} could be either. */
const SMALLEST_CLEAR_TARGET = Decimal.of('0.1');
const ACTUAL_BEFORE = [...wording.actualBefore].sort((a, b) => b.length - a.length);

/**
 * Puts an actual value beside its target. Percentages and plain numbers are brought together where there is one way to
 * understand them (docs/projects.md, 百分数); everything else gives the reason why it cannot be scored.
 */
export function measure(
  target: QuantityTarget,
  actual: ActualText,
  label: string,
): Measured | { readonly pending: string } {
  if (isMissing(actual.text)) return { pending: '没有填实际完成值' };
  const quantity = actualQuantity(actual);
  if (quantity === null) return { pending: `实际完成值“${actual.text}”不是一个数，请填数字` };
  const from = target.type === 'within' ? target.from : target.quantity;
  const to = target.type === 'within' ? target.to : target.quantity;
  if (from.percent !== quantity.percent) return alignPercent(from, to, quantity, actual);
  if (!sameUnit(from.unit, quantity.unit)) {
    return { pending: `指标值的单位是“${from.unit}”，实际完成值的单位是“${quantity.unit}”，请改成同一单位` };
  }
  if (from.power !== quantity.power && (from.unit === '' || quantity.unit === '')) {
    return { pending: `指标值和实际完成值只有一个写了单位“万”，看不出是不是同一单位，请把单位写全` };
  }
  return (
    shareOf(from, quantity, label) ?? {
      actual: quantity.value,
      target: from.value,
      to: to.value,
      actualPower: quantity.power,
      targetPower: from.power,
      understood: '',
    }
  );
}

/** Reads an actual value: 9618人, 已完成12次, =100%. */
export function readActual(text: string): Quantity | null {
  const plain = plainQuantityText(text);
  const word = ACTUAL_BEFORE.find((one) => plain.startsWith(one));
  return readQuantity(word === undefined ? plain : plain.slice(word.length));
}

/** Below a column that says %, 96 is 96%, but 0.96 is a ratio typed there; any other unit is taken as it is. */
function actualQuantity({ text, unit }: ActualText): Quantity | null {
  const quantity = readActual(text);
  const isRatio = quantity !== null && quantity.value.abs().compare(LARGEST_RATIO) <= 0;
  return plainQuantityText(unit) === '%' && isRatio ? quantity : withUnitColumn(quantity, unit);
}

function alignPercent(
  from: Quantity,
  to: Quantity,
  actual: Quantity,
  { isNumber, text }: ActualText,
): Measured | { readonly pending: string } {
  const plain = from.percent ? actual : from;
  if (plain.unit !== '') {
    return { pending: `指标值和实际完成值一个是百分数，一个的单位是“${plain.unit}”，不能相比` };
  }
  if (!from.percent) return alignTarget(from, to, actual);
  const isRatio = actual.value.abs().compare(LARGEST_RATIO) <= 0;
  if (isRatio && !actual.value.isZero() && !isNumber && from.value.abs().compare(SMALLEST_CLEAR_TARGET) < 0) {
    return {
      pending: `实际完成值“${text}”没有写百分号，看不出是 ${text}% 还是 ${percentText(actual.value)}，请写上百分号`,
    };
  }
  const power = isRatio ? 0 : -2;
  const value = actual.value.shift(power);
  return {
    actual: value,
    target: from.value,
    to: to.value,
    actualPower: power,
    targetPower: from.power,
    understood: actual.value.isZero() ? '' : `实际完成值“${text}”没有写百分号，按 ${percentText(value)} 理解`,
  };
}

function alignTarget(from: Quantity, to: Quantity, actual: Quantity): Measured {
  const power = to.value.abs().compare(LARGEST_RATIO) <= 0 ? 0 : -2;
  return {
    actual: actual.value,
    target: from.value.shift(power),
    to: to.value.shift(power),
    actualPower: actual.power,
    targetPower: power,
    understood: `指标值“${from.value.toString()}”没有写百分号，按 ${percentText(from.value.shift(power))} 理解`,
  };
}

/** Neither has a percent sign, the name says share: a target of 95 and an actual value of 0.96 mean 95% and 96%. */
function shareOf(target: Quantity, actual: Quantity, label: string): Measured | null {
  if (target.percent || target.unit !== '' || actual.unit !== '') return null;
  if (!wording.shareNames.some((name) => comparable(label).endsWith(name))) return null;
  const [targetIsRatio, actualIsRatio] = [target, actual].map((one) => one.value.abs().compare(LARGEST_RATIO) <= 0);
  if (targetIsRatio === actualIsRatio || target.value.isZero() || actual.value.isZero()) return null;
  const [targetPower, actualPower] = [targetIsRatio ? 0 : -2, actualIsRatio ? 0 : -2];
  const [goal, value] = [target.value.shift(targetPower), actual.value.shift(actualPower)];
  return {
    actual: value,
    target: goal,
    to: goal,
    actualPower,
    targetPower,
    understood: `指标值和实际完成值都没有写百分号，按 ${percentText(goal)} 和 ${percentText(value)} 理解`,
  };
}

export function percentText(ratio: Decimal): string {
  return `${ratio.shift(2).toString()}%`;
}
