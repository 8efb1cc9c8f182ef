import { figureOf } from '../../facts/figure';
import type { CellPlace } from '../../model/address';
import type { Table, TableRow } from '../../model/table';
import type { FundPart } from '../../model/project';
import { FUND_NAMES, FUND_PARTS, PROJECT_FUNDS, recordOf } from '../../model/project';
import { comparable } from '../../model/text';
import type { NamedProject } from './names';
import type { SourceFunds, SourceParts, SourceProject, Stated } from './source';
import { NO_FUNDS, filled, partAmount, statedIn, written } from './source';
import wording from './wording.json';

/** A project with its money in 《项目支出情况表》. */
export interface FundedProject extends NamedProject {
  readonly table: Table;
  readonly place: CellPlace;
  readonly funds: SourceFunds;
  readonly parts: SourceParts;
  /** False for a line that only heads others (一、民生类项目). */
  readonly isLeaf: boolean;
}

/** A project with what it was to reach, in 《项目绩效目标表》. */
export interface GoalProject extends NamedProject {
  readonly table: Table;
  readonly place: CellPlace;
  readonly funds: SourceFunds;
  readonly parts: SourceParts;
  /** Those of its targets. */
  readonly rows: readonly TableRow[];
  readonly targets: readonly GoalTarget[];
}

export interface GoalTarget {
  readonly label: string;
  readonly text: string;
  readonly place: CellPlace;
}

const NO_PARTS: SourceParts = recordOf(FUND_PARTS, () => NO_FUNDS);
const FIELD = '值';
/** What the lines of money are called in 《项目绩效目标表》. */
const GOAL_LINES: Readonly<Record<FundPart, string>> = {
  当年财政拨款: '财政拨款',
  上年结转资金: '上年结转',
  其他资金: '其他资金',
};
const FUNDING = new Set(wording.fundingParts.map(comparable));
const TOTALS = new Set(wording.totals.map(comparable));

/** The projects of a table of kind project/expenditure; totals and 其中 lines are none. */
export function fundedProjects(table: Table): FundedProject[] {
  const heads = new Set(table.rows.filter((row) => !isPart(row)).map((row) => row.parent));
  return table.rows.flatMap((row, at) => {
    if (row.name !== null || row.label === '' || isPart(row)) return [];
    const funds = recordOf(PROJECT_FUNDS, (fund) => filled(figureOf(table, row, FUND_NAMES[fund])));
    // The columns 其中 say what 全年预算数 is made of.
    const parts = recordOf(FUND_PARTS, (part) => ({
      ...NO_FUNDS,
      annualBudget: partAmount(figureOf(table, row, part)),
    }));
    const isLeaf = !heads.has(at);
    return [{ name: row.label, table, place: row.place, funds, parts, amounts: amountsOf(funds), isLeaf }];
  });
}

/** Points and scores that 其中 lines of project/expenditure were given. */
export function scoredParts(table: Table): Stated[] {
  return table.rows
    .filter(isPart)
    .flatMap((row) => [statedIn(row, '分值'), statedIn(row, '得分')])
    .filter((stated) => stated !== null && !stated.value.isZero()) as Stated[];
}

function isPart(row: TableRow): boolean {
  return row.ofWhich || FUNDING.has(comparable(row.label));
}

/** The projects of a table of kind budget/project-goals: one for a form, one per 项目名称 for a list. */
export function goalProjects(table: Table): GoalProject[] {
  if (table.subject !== null) {
    const rows = table.rows.filter((row) => row.name === null);
    const named = table.rows.find((row) => row.name === '项目名称');
    const total = table.rows.find((row) => row.name === '资金总额');
    const initialBudget = total ? filled(figureOf(table, total, FIELD)) : null;
    const parts = recordOf(FUND_PARTS, (part) => {
      const line = table.rows.find((row) => row.name === GOAL_LINES[part]);
      return { ...NO_FUNDS, initialBudget: line ? partAmount(figureOf(table, line, FIELD)) : null };
    });
    return [goalProject(table.subject, table, named?.place ?? null, rows, { ...NO_FUNDS, initialBudget }, parts)];
  }
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const name = written(row, '项目名称');
    if (name === '' || row.name !== null || TOTALS.has(comparable(name))) continue;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, rows]) => goalProject(name, table, null, rows, NO_FUNDS, NO_PARTS));
}

function goalProject(
  name: string,
  table: Table,
  place: CellPlace | null,
  rows: readonly TableRow[],
  funds: SourceFunds,
  parts: SourceParts,
): GoalProject {
  const targets = rows.map((row) => ({ label: row.label, text: written(row, '目标值'), place: row.place }));
  const own = place ?? rows[0]?.place ?? { sheet: table.sheet, row: table.area.top, column: table.area.left };
  return { name, table, place: own, funds, parts, amounts: amountsOf(funds), rows, targets };
}

/** An evaluated project as {@link NamedProject}: a form holds its own amounts. */
export function amountsOfProject(project: SourceProject): NamedProject['amounts'] {
  return project.funds === null ? {} : amountsOf(project.funds);
}

/** Amounts tell projects apart only where their unit is known. */
function amountsOf(funds: SourceFunds): NamedProject['amounts'] {
  const entries = PROJECT_FUNDS.flatMap((name) => {
    const figure = funds[name];
    return figure?.value && figure.unit !== null ? [[name, figure.value] as const] : [];
  });
  return Object.fromEntries(entries);
}
