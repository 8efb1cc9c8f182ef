import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import type { CellPlace } from '../model/address';
import { formatPlace } from '../model/address';
import type { ProjectEvaluation, ProjectIndicator } from '../model/project';
import type { Table, TableRow } from '../model/table';
import { goalProjects } from '../rubric/projects/funded';
import type { GoalProject } from '../rubric/projects/funded';
import { figuresOfMoney } from '../rubric/projects/money';
import { matchProjects } from '../rubric/projects/names';
import { filled, written } from '../rubric/projects/source';
import type { Target } from '../rubric/projects/target';
import { isMissing, readTarget } from '../rubric/projects/target';
import type { ExecutionTrace, IndicatorTrace, ProjectTraces } from '../rubric/projects/trace';
import type { ActualNumber } from './project-actual';
import { actualNumber } from './project-actual';

/** The projects of one unit and year as they were evaluated, and the tables they were evaluated from. */
export interface ProjectSource {
  readonly projects: readonly ProjectEvaluation[];
  readonly traces: ProjectTraces;
  readonly tables: readonly Table[];
}

/** Words of the form that the workbook may hold. */
export type FormText = '主管部门' | '实施单位' | '年度总体目标' | '实际完成情况';

type FormTexts = ReadonlyMap<FormText, string>;

/** Everything the form of one project shows. */
export interface FormProject {
  readonly project: ProjectEvaluation;
  readonly execution: ExecutionTrace;
  readonly executionPoints: Figure | null;
  readonly texts: FormTexts;
  readonly indicators: readonly FormIndicator[];
}

export interface FormIndicator {
  readonly evaluation: ProjectIndicator;
  readonly trace: IndicatorTrace;
  readonly target: Target;
  readonly points: Figure | null;
  /** The cell of 实际完成值; null where it is blank or there is none. */
  readonly actualPlace: CellPlace | null;
  readonly actual: ActualNumber | null;
}

interface PlacedRow {
  readonly table: Table;
  readonly row: TableRow;
}

const FIELD = '值';
/** All figures the forms take from the workbook; they belong into the working paper. */
export function figuresOfProjects(source: ProjectSource): Figure[] {
  return formProjects(source).flatMap(({ execution, executionPoints, indicators }) =>
    [
      executionPoints,
      ...figuresOfMoney(execution.money),
      ...indicators.flatMap(({ points, actual }) => [points, actual?.figure ?? null]),
    ].filter((figure) => figure !== null),
  );
}

/** What is to be written on each project's form, in the order of the projects. */
export function formProjects({ projects, traces, tables }: ProjectSource): FormProject[] {
  const listed = tables.filter((table) => table.kind === 'project/indicators');
  const rows = new Map<string, PlacedRow>();
  const columns = new Map<string, Figure>();
  for (const table of listed) {
    for (const row of table.rows) {
      rows.set(formatPlace(row.place), { table, row });
      for (const [column, { place }] of row.cells) {
        const figure = figureOf(table, row, column);
        if (figure) columns.set(formatPlace(place), figure);
      }
    }
  }
  const certain = tables.filter((table) => table.confidence !== 'uncertain');
  const goals = goalsOf(projects, certain);
  const fields = new Map(tables.map((table) => [table, fieldsOf(table)]));
  return projects.map((project) => {
    const execution = traces.get(project.id) as ExecutionTrace;
    const goal = goals.get(project.id) ?? null;
    const indicators = project.indicators.map((one) =>
      formIndicator(one, traces.get(one.id) as IndicatorTrace, rows.get(placeName(one.places[0]))),
    );
    const own = rows.get(placeName(project.indicators[0]?.places[0]))?.table;
    return {
      project,
      execution,
      executionPoints: columns.get(placeName(execution.points?.place)) ?? null,
      texts: textsOf(own && fields.get(own), goal ? fields.get(goal.table) : undefined, goal),
      indicators,
    };
  });
}

function placeName(place: CellPlace | undefined): string {
  return place ? formatPlace(place) : '';
}

/** The approved goals of each project, by the project's id, matched by name alone. */
function goalsOf(projects: readonly ProjectEvaluation[], tables: readonly Table[]): Map<string, GoalProject> {
  const goals = tables.filter((table) => table.kind === 'budget/project-goals').flatMap(goalProjects);
  const named = projects.map(({ id, name }) => ({ id, name, amounts: {} }));
  return new Map([...matchProjects(named, goals)].map(([{ id }, { other }]) => [id, other]));
}

function formIndicator(
  evaluation: ProjectIndicator,
  trace: IndicatorTrace,
  placed: PlacedRow | undefined,
): FormIndicator {
  const { path, target } = evaluation;
  if (!placed) {
    const words = { text: target, symbol: '', unit: '', path };
    return { evaluation, trace, target: readTarget(words), points: null, actualPlace: null, actual: null };
  }
  const { table, row } = placed;
  const cell = row.cells.get('实际完成值');
  return {
    evaluation,
    trace,
    target: readTarget({
      text: written(row, '目标值'),
      symbol: written(row, '计算符号'),
      unit: written(row, '计量单位'),
      path,
    }),
    points: evaluation.points === null ? null : filled(figureOf(table, row, '分值')),
    actualPlace: cell && !isMissing(cell.written) ? cell.place : null,
    actual: actualNumber(table, row, trace, target, evaluation.status === 'answered'),
  };
}

/** What stands in the named fields of a table, by their names; a list of indicators has none. */
type Fields = ReadonlyMap<string, string>;

function fieldsOf({ rows }: Table): Fields {
  const fields = new Map<string, string>();
  for (const { name, cells } of rows) {
    if (name !== null && !fields.has(name)) fields.set(name, cells.get(FIELD)?.written.trim() ?? '');
  }
  return fields;
}

/** Words from the project's own form first, else from its approved goals. */
function textsOf(own: Fields | undefined, goalFields: Fields | undefined, goal: GoalProject | null): FormTexts {
  const listed = goal?.rows[0];
  const either = (label: FormText): string => own?.get(label) || goalFields?.get(label) || '';
  const found: readonly (readonly [FormText, string])[] = [
    ['主管部门', either('主管部门')],
    ['实施单位', either('实施单位')],
    ['年度总体目标', either('年度总体目标') || (listed ? written(listed, '年度目标') : '')],
    ['实际完成情况', own?.get('实际完成情况') ?? ''],
  ];
  return new Map(found.filter(([, text]) => text !== ''));
}
