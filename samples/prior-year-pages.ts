import * as budget from './budget-summaries';
import { expenditure, governmentFund } from './final-pages';
import * as final from './final-summaries';
import type { Page } from './page';

/** The tables of 2022 that opening balances, prior-year figures and changes of 2023 are compared with. */
export function priorYearPages(): Page[] {
  return [
    budget.incomeExpenditureSummary(2022),
    budget.threePublic(2022),
    final.incomeExpenditureSummary(2022),
    expenditure(2022),
    final.appropriationSummary(2022),
    governmentFund(2022),
  ];
}
