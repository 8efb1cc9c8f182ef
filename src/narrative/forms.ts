import type { Figure } from '../facts/figure';
import type { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, operation, text } from '../sheet/formula';
import { roundFormula, roundNumber, withoutTail } from '../sheet/rounding';
import { scaledFormula } from '../sheet/scale';

/**
 * How a figure is printed in a sentence. No thousands separators: published reports write 减少631.57万元.
 * 万元 two decimals, whatever unit the source is in · 百分比 two decimals · 个数 whole · 原数 as it stands.
 */
export const FORMS = ['万元', '百分比', '百分点', '个数', '原数', '分'] as const;
export type Form = (typeof FORMS)[number];

interface FormRules {
  /** Power of ten between the exact value and the printed number. */
  readonly shift: number;
  /** Null for as many as there are. */
  readonly decimals: number | null;
  /** Belongs to the figure. */
  readonly sign: string;
  /** Follows the figure in words. */
  readonly unit: string;
}

const RULES: Readonly<Record<Form, FormRules>> = {
  万元: { shift: -4, decimals: 2, sign: '', unit: '万元' },
  百分比: { shift: 2, decimals: 2, sign: '%', unit: '' },
  百分点: { shift: 2, decimals: 2, sign: '', unit: '个百分点' },
  个数: { shift: 0, decimals: 0, sign: '', unit: '' },
  原数: { shift: 0, decimals: null, sign: '', unit: '' },
  分: { shift: 0, decimals: 2, sign: '', unit: '分' },
};

/** Of a number printed as it stands: what is finer is the tail of a binary fraction. */
const MOST_DECIMALS = 9;

/** The words that follow a figure of a form: 万元. */
export function unitWords(form: Form): string {
  return RULES[form].unit;
}

/** The unit in which a formula has money before it is printed; in a ratio it cancels out. */
export const FORMULA_UNIT: AmountUnit = '万元';

/** True when figures of these units can be printed in a form: money only in 万元, counts never in 万元. */
export function fits(form: Form, value: Decimal, figures: readonly Figure[], isRatio: boolean): boolean {
  if (isRatio) return form !== '万元';
  const stated = figures.filter((figure) => figure.place !== null && figure.value?.isZero() === false);
  return form === '万元'
    ? value.isZero() || stated.every((figure) => figure.unit !== null)
    : stated.every((figure) => figure.unit === null);
}

/** The number as it is printed, still as a number: half up in the form's decimals. */
export function rounded(value: Decimal, form: Form): Decimal {
  const { shift, decimals } = RULES[form];
  return roundNumber(value.shift(shift), decimals ?? MOST_DECIMALS);
}

/** The figure as printed: 17917.84, 16.36%. */
export function printed(value: Decimal, form: Form): string {
  const { decimals, sign } = RULES[form];
  const digits = rounded(value, form).toString();
  if (decimals === null || decimals === 0) return `${digits}${sign}`;
  const [whole, fraction = ''] = digits.split('.') as [string, string?];
  return `${whole}.${fraction.padEnd(decimals, '0')}${sign}`;
}

/** {@link rounded} as a formula. `value` has money in {@link FORMULA_UNIT} and all else as it is. */
export function roundedFormula(value: Formula, form: Form): Formula {
  const { shift, decimals } = RULES[form];
  const scaled = scaledFormula(value, Math.max(0, shift));
  return decimals === null ? withoutTail(scaled) : roundFormula(scaled, decimals);
}

/** {@link printed} as a formula. */
export function printedFormula(value: Formula, form: Form): Formula {
  const { decimals, sign } = RULES[form];
  const number_ = roundedFormula(value, form);
  // TEXT has no format for “as many decimals as there are”: 0.## leaves a point behind whole numbers.
  const digits =
    decimals === null
      ? operation('&', number_, text(''))
      : call('TEXT', number_, text(decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`));
  return sign === '' ? digits : operation('&', digits, text(sign));
}
