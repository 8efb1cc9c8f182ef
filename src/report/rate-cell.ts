import { Decimal } from '../model/decimal';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';
import { roundFormula, roundNumber } from '../sheet/rounding';
import type { Cell } from '../sheet/sheet';
import { formulaCell } from './cells';
import { STYLES } from './styles';

/** Two decimals of a percentage. */
const RATE_DECIMALS = 4;

/** A rate as it is shown, live. */
export function roundedRate(ratio: Formula): Formula {
  return roundFormula(ratio, RATE_DECIMALS);
}

/** {@link roundedRate} of a rate that is known. */
export function roundedRateNumber(ratio: Decimal): Decimal {
  return roundNumber(ratio, RATE_DECIMALS);
}

/** 全年预算数 and 全年执行数 of one line of a form: where they stand, and what they are now; null while they are 待填. */
export interface ExecutedFunds {
  readonly budget: Formula;
  readonly actual: Formula;
  readonly now: { readonly budget: Decimal | null; readonly actual: Decimal | null };
}

/**
 * 执行率 of a line of a form, live; blank where the budget is not above zero.
 * @param stated what a table of hers says of the rate, shown while an amount is missing
 */
export function executionRateCell({ budget, actual, now }: ExecutedFunds, stated: Decimal | null = null): Cell {
  const known = call('AND', call('ISNUMBER', budget), call('ISNUMBER', actual));
  const isUsable = operation('>', budget, number(Decimal.ZERO));
  const rate = call('IF', isUsable, roundedRate(operation('/', actual, budget)), text(''));
  const without = stated ? number(stated) : text('');
  const shown = now.budget && now.actual ? executionRate(now.budget, now.actual) : stated;
  return formulaCell(call('IF', known, rate, without), shown ?? '', STYLES.percent);
}

/** 执行率 as the forms show it; null where the budget is not above zero. */
export function executionRate(budget: Decimal, actual: Decimal): Decimal | null {
  const rate = budget.sign() > 0 ? actual.dividedBy(budget) : null;
  return rate && roundedRateNumber(rate);
}
