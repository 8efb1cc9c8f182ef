import { findRow } from '../facts/rows';
import type { Scope } from '../formula/scope';
import type { CellPlace } from '../model/address';
import type { Rubric } from '../rubric/pack';
import type { KeptRow, Typed } from './kept';
import pack from './packs/department-form.json';
import { indicatorKey } from './rubric-sheet';
import { SHEETS } from './sheet-names';

export const FUND_COLUMNS = ['initial', 'adjustment', 'annual', 'actual'] as const;
export type Fund = (typeof FUND_COLUMNS)[number];

export const FUND_NAMES: Readonly<Record<Fund, string>> = {
  initial: '年初预算数',
  adjustment: '预算调整数',
  annual: '全年预算数',
  actual: '全年执行数',
};

export interface FundLine extends Readonly<Record<Fund, readonly string[]>> {
  readonly id: string;
  readonly label: string;
}

interface FormPack {
  /** Indicators whose points and score stand in the line of all funds, the first that the rubric has. */
  readonly executionIndicators: readonly string[];
  readonly funds: readonly FundLine[];
  readonly goals: readonly { readonly table: string; readonly row: string }[];
  readonly achievements: readonly { readonly table: string; readonly row: string }[];
}

export const FORM: FormPack = pack;
/** Columns she types into; a form has several uses for each, so they are numbered. */
export const GOAL = 1;
export const FIRST_FUND = 3;
export const ANNUAL = 5;
export const ACTUAL = 6;
export const REASON = 9;
export const columnId = (column: number): string => `第${column + 1}栏`;
/** The id of the column an amount stands in. */
export function fundColumn(fund: Fund): string {
  return columnId(FIRST_FUND + FUND_COLUMNS.indexOf(fund));
}

export const INPUTS = new Map(
  [GOAL, FIRST_FUND, FIRST_FUND + 1, ANNUAL, ACTUAL, REASON].map((column) => [columnId(column), column]),
);
/** The line of all money, beside which the execution indicator stands. */
export const ALL_FUNDS = 'all';
/** Above the lines of money: the hidden row, title, year, unit, name of the department, heads. */
const FIRST_FUND_ROW = 6;

/** Where an amount stands on the sheet as it is written. */
export function fundPlace(line: FundLine, fund: Fund): CellPlace {
  const row = FIRST_FUND_ROW + FORM.funds.indexOf(line);
  return { sheet: SHEETS.department, row, column: FIRST_FUND + FUND_COLUMNS.indexOf(fund) };
}

/** Her goals of the year and what became of them; null where nothing says. */
export interface DepartmentGoal {
  readonly expected: Typed | null;
  readonly achieved: Typed | null;
}

const GOALS = '目标';
const FUNDS = '资金';
const SET_ASIDE = '另存';

/** Key of the row with the goals. */
export function goalKey(year: number | null): string {
  return `${year ?? ''}|${GOALS}`;
}

/** Key of a line of money. */
export function fundKey(year: number | null, line: string): string {
  return `${year ?? ''}|${FUNDS}|${line}`;
}

/** Key of the row below the form that keeps what she typed in a line of money where the workbook has figures now. */
export function setAsideKey(fund: string): string {
  return `${fund}|${SET_ASIDE}`;
}

/** The year and line of money of a key; the line is null for the goals. Null for keys of indicators. */
export function keyParts(key: string): { readonly year: string; readonly fund: string | null } | null {
  const [year = '', block, line = null] = key.split('|');
  if (!/^(?:\d{4})?$/.test(year)) return null;
  if (block === GOALS) return { year, fund: null };
  return block === FUNDS ? { year, fund: line } : null;
}

/** What her tables say of the goals, by the columns in which the form shows them. */
export function quotedGoals(scope: Scope): Map<string, string> {
  const quoted = [
    [columnId(GOAL), textFrom(FORM.goals, scope)],
    [columnId(ANNUAL), textFrom(FORM.achievements, scope)],
  ] as const;
  return new Map(quoted.flatMap(([column, text]) => (text === null ? [] : [[column, text] as const])));
}

/** What she typed about the goals, else what her tables say. */
export function departmentGoal(scope: Scope, year: number | null, kept: ReadonlyMap<string, KeptRow>): DepartmentGoal {
  const typed = kept.get(goalKey(year))?.typed;
  const quoted = quotedGoals(scope);
  return {
    expected: typed?.get(columnId(GOAL)) ?? quoted.get(columnId(GOAL)) ?? null,
    achieved: typed?.get(columnId(ANNUAL)) ?? quoted.get(columnId(ANNUAL)) ?? null,
  };
}

/** Her 偏差原因分析及改进措施, by the ids of indicators. */
export function departmentDeviations(rubric: Rubric, kept: ReadonlyMap<string, KeptRow>): Map<string, string> {
  return new Map(
    rubric.indicators.flatMap(({ id }) => {
      const typed = kept.get(indicatorKey(rubric, id))?.typed.get(columnId(REASON));
      return typed === undefined ? [] : [[id, typed.toString()] as const];
    }),
  );
}

/** The words a table of hers has in a row; null when it has none. */
function textFrom(sources: readonly { readonly table: string; readonly row: string }[], scope: Scope): string | null {
  for (const { table: name, row } of sources) {
    const table = scope.table(name, false);
    const written = table && findRow(table, row)?.cells.get('值')?.written;
    if (written) return written;
  }
  return null;
}
