import type { Figure } from '../../facts/figure';
import { FUND_PARTS, PROJECT_FUNDS, recordOf } from '../../model/project';
import type { FundedProject, GoalProject } from './funded';
import type { MoneyFigures } from './money';
import type { SourceFunds, SourceProject } from './source';
import { NO_FUNDS } from './source';

/**
 * What the tables say of a project's money: all of it from the project's own form where that has any amount, else from
 * 《项目支出情况表》 or 《项目绩效目标表》; each part from the first of these that states it.
 * @param spent the project in 《项目支出情况表》
 * @param goal the project in 《项目绩效目标表》
 */
export function moneyFigures(
  source: SourceProject,
  spent: FundedProject | null,
  goal: GoalProject | null,
): MoneyFigures {
  const own = source.funds !== null && PROJECT_FUNDS.some((fund) => source.funds?.[fund]) ? source.funds : null;
  const whole = own ?? (spent ?? goal)?.funds ?? NO_FUNDS;
  const isUnitless = PROJECT_FUNDS.some((fund) => whole[fund]?.unit === null);
  // A part without a unit can only be a part of money without one.
  const usable = (figure: Figure | null | undefined): Figure | null =>
    figure && (figure.unit !== null || isUnitless) ? figure : null;
  const parts = recordOf(FUND_PARTS, (part): SourceFunds => {
    const lines = [source.parts, spent?.parts, goal?.parts].map((tables) => tables?.[part]);
    return recordOf(PROJECT_FUNDS, (fund) => {
      const stated = lines.find((line) => usable(line?.[fund]) !== null);
      return stated?.[fund] ?? null;
    });
  });
  return { 年度资金总额: whole, ...parts };
}
