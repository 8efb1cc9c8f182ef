import { figureOf } from '../../facts/figure';
import type { CellPlace } from '../../model/address';
import type { Table, TableRow } from '../../model/table';
import { comparable } from '../../model/text';
import type { NamedProject } from './names';
import type { SourceFunds, SourceProject, Stated } from './source';
import { filled, statedIn, written } from './source';
import wording from './wording.json';

/** A project with its money in 《项目支出情况表》. */
export interface FundedProject extends NamedProject {
  readonly table: Table;
  readonly place: CellPlace;
  readonly funds: SourceFunds;
  /** False for a line that only heads others (一、民生类项目). */
  readonly isLeaf: boolean;
}

/** A project with what it was to reach, in 《项目绩效目标表》. */
export interface GoalProject extends NamedProject {
  readonly table: Table;
  readonly place: CellPlace;
  readonly funds: SourceFunds;
  readonly targets: readonly GoalTarget[];
}

export interface GoalTarget {
  readonly label: string;
  readonly text: string;
  readonly place: CellPlace;
}

const NO_FUNDS: SourceFunds = { initialBudget: null, annualBudget: null, actual: null };
const FUNDING = new Set(wording.fundingParts.map(comparable));
const TOTALS = new Set(wording.totals.map(comparable));

/** The projects of a table of kind project/expenditure; totals and 其中 lines are none. */
export function fundedProjects(table: Table): FundedProject[] {
  const heads = new Set(table.rows.filter((row) => !isPart(row)).map((row) => row.parent));
  return table.rows.flatMap((row, at) => {
    if (row.name !== null || row.label === '' || isPart(row)) return [];
    const funds = {
      initialBudget: filled(figureOf(table, row, '年初预算数')),
      annualBudget: filled(figureOf(table, row, '全年预算数')),
      actual: filled(figureOf(table, row, '全年执行数')),
    };
    return [{ name: row.label, table, place: row.place, funds, amounts: amountsOf(funds), isLeaf: !heads.has(at) }];
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
    const initialBudget = total ? filled(figureOf(table, total, '值')) : null;
    return [goalProject(table.subject, table, named?.place ?? null, rows, { ...NO_FUNDS, initialBudget })];
  }
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const name = written(row, '项目名称');
    if (name === '' || row.name !== null || TOTALS.has(comparable(name))) continue;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, rows]) => goalProject(name, table, null, rows, NO_FUNDS));
}

function goalProject(
  name: string,
  table: Table,
  place: CellPlace | null,
  rows: readonly TableRow[],
  funds: SourceFunds,
): GoalProject {
  const targets = rows.map((row) => ({ label: row.label, text: written(row, '目标值'), place: row.place }));
  const own = place ?? rows[0]?.place ?? { sheet: table.sheet, row: table.area.top, column: table.area.left };
  return { name, table, place: own, funds, amounts: amountsOf(funds), targets };
}

/** An evaluated project as {@link NamedProject}: a form holds its own amounts. */
export function amountsOfProject(project: SourceProject): NamedProject['amounts'] {
  return project.funds === null ? {} : amountsOf(project.funds);
}

/** Amounts tell projects apart only where their unit is known. */
function amountsOf(funds: SourceFunds): NamedProject['amounts'] {
  const entries = (['initialBudget', 'annualBudget', 'actual'] as const).flatMap((name) => {
    const figure = funds[name];
    return figure?.value && figure.unit !== null ? [[name, figure.value] as const] : [];
  });
  return Object.fromEntries(entries);
}
