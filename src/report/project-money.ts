import { PROJECT_FUNDS } from '../model/project';
import { FUND_LINES } from '../rubric/projects/money';
import type { FundLine, TypedAmount } from '../rubric/projects/money';
import type { KeptRow } from './kept';
import { COLUMN, columnId } from './project-form';
import { typedMoney } from './typed-amount';

const KIND = '资金';
const SET_ASIDE = '另存';

/** Id of a line of a project's money in one year: amounts of another year are not carried over. */
export function fundRowId(year: number | null, project: string, line: FundLine): string {
  return `${year ?? ''}|${KIND}|${project}|${line}`;
}

/** Id of the row below the forms that keeps what she typed where the workbook has another amount now. */
export function setAsideId(fundRow: string): string {
  return `${fundRow}|${SET_ASIDE}`;
}

/** The amounts she typed on 自评_项目自评表 for `evaluateProjects`, those that were set aside included. */
export function projectAmountsFrom(kept: ReadonlyMap<string, KeptRow>, year: number | null): TypedAmount[] {
  const prefix = `${year ?? ''}|${KIND}|`;
  const projects = new Set(
    [...kept.keys()].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length).split('|')[0] ?? ''),
  );
  return [...projects].flatMap((project) =>
    FUND_LINES.flatMap((line) => {
      const id = fundRowId(year, project, line);
      const rows = [kept.get(id), kept.get(setAsideId(id))];
      return PROJECT_FUNDS.flatMap((fund) => {
        const typed = typedMoney(rows, columnId(COLUMN[fund]));
        return typed === null ? [] : [{ project, line, fund, ...typed }];
      });
    }),
  );
}
