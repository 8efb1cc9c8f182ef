import type { Decimal } from './decimal';

/** The units in which public-finance tables state money. */
export type AmountUnit = '元' | '万元' | '亿元';

const POWER: Record<AmountUnit, number> = { 元: 0, 万元: 4, 亿元: 8 };

/** The power of ten between the unit and 元: 4 for 万元. */
export function powerOfUnit(unit: AmountUnit): number {
  return POWER[unit];
}

/** An amount written in `unit`, in 元, exactly. */
export function toYuan(amount: Decimal, unit: AmountUnit): Decimal {
  return amount.shift(POWER[unit]);
}

/** An amount in 元, in `unit`, exactly. */
export function fromYuan(yuan: Decimal, unit: AmountUnit): Decimal {
  return yuan.shift(-POWER[unit]);
}
