import { Decimal } from '../../model/decimal';
import { halfWidth } from '../../model/text';
import wording from './wording.json';

/** A number of an indicator as it was written, in the unit without 万 or 亿: 3.2万人 is 32000 人, 95% is 0.95. */
export interface Quantity {
  readonly value: Decimal;
  /** True when a percent or per-mille sign stands with it; `value` is the ratio then. */
  readonly percent: boolean;
  /** Unit of count or time, without 万; empty when none is written. */
  readonly unit: string;
  /** Power of ten by which the written number was moved: 4 for 万人, -2 for %. */
  readonly power: number;
}

const QUANTITY = /^(?<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?<percent>%|‰)?(?<unit>[^\d%‰]{0,10})$/u;
const DEADLINES = wording.deadlines.map((pattern) => new RegExp(pattern, 'u'));

/** The text as quantities are read from it: half width, no white space, 百分之95 as 95%. */
export function plainQuantityText(text: string): string {
  return halfWidth(text)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/[−–—―](?=\d)/g, '-')
    .replace(/^百分之([\d.]+)/, '$1%');
}

/**
 * Reads a number with its unit: 9618人, 95%, 3.2万元, 12 次/季度. Dates and deadlines (12月底前) are no quantities.
 * Null when the text is not wholly one number.
 */
export function readQuantity(text: string): Quantity | null {
  const plain = withoutRemark(plainQuantityText(text));
  if (DEADLINES.some((deadline) => deadline.test(plain))) return null;
  const groups = QUANTITY.exec(plain)?.groups;
  if (!groups) return null;
  const written = Decimal.of((groups['digits'] as string).replace(/,/g, ''));
  if (groups['percent'] !== undefined) {
    const power = groups['percent'] === '%' ? -2 : -3;
    return { value: written.shift(power), percent: true, unit: '', power };
  }
  const { unit, power } = withoutScale(groups['unit'] ?? '');
  return { value: written.shift(power), percent: false, unit, power };
}

/** 12次（每月1次） → 12次; a text that is all remark stays. */
function withoutRemark(text: string): string {
  const rest = text.replace(/\([^()]*\)$/u, '');
  return rest === '' ? text : rest;
}

/** 万人 → 人 and 4. */
export function withoutScale(unit: string): { readonly unit: string; readonly power: number } {
  const scale = wording.scales.find((one) => unit.startsWith(one.word));
  return scale ? { unit: unit.slice(scale.word.length), power: scale.power } : { unit, power: 0 };
}

/** True when two units mean the same, or one of them is not written. */
export function sameUnit(one: string, other: string): boolean {
  const [a, b] = [plainUnit(one), plainUnit(other)];
  return a === '' || b === '' || a === b || wording.sameUnits.some((group) => group.includes(a) && group.includes(b));
}

/** 个工作日 → 工作日; 个 alone stays. */
export function plainUnit(unit: string): string {
  return unit.length > 1 && unit.startsWith('个') ? unit.slice(1) : unit;
}
