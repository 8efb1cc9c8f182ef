import { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';

/** Below this many amounts a pattern of trailing zeros means nothing. */
const ENOUGH_AMOUNTS = 8;
const SHARE = 0.95;
/** 100 元: a table in 元 that was made from 万元 with two decimals. */
const COARSEST_POWER_IN_YUAN = 2;

/**
 * The step a table is written in, in its own unit (architecture, rule 4): the coarsest power of ten that divides at
 * least 95 % of the non-zero amounts when there are at least 8, at most 100 元 in a table in 元 and at most one unit
 * elsewhere; else the number of decimals written. One odd cell does not change it.
 */
export function writtenUnit(amounts: readonly Decimal[], unit: AmountUnit | null): Decimal {
  const powers = amounts.map((amount) => amount.lastPower()).filter((power) => power !== null);
  const finest = powers.reduce((least, power) => Math.min(least, power), 0);
  if (powers.length < ENOUGH_AMOUNTS) return Decimal.of(1).shift(finest);
  powers.sort((a, b) => b - a);
  const divides = powers[Math.ceil(SHARE * powers.length) - 1] as number;
  return Decimal.of(1).shift(Math.min(divides, unit === '元' ? COARSEST_POWER_IN_YUAN : 0));
}
