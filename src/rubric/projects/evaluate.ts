import { formatPlace } from '../../model/address';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import type { ProjectEvaluation } from '../../model/project';
import type { Table } from '../../model/table';
import type { ProjectAnswers } from './answers';
import { unknownAnswers } from './answers';
import type { ProjectTable } from './coverage';
import { goalFindings, onlyInFinding, renamedFindings } from './coverage';
import type { FundedProject, GoalProject } from './funded';
import { amountsOfProject, fundedProjects, goalProjects, scoredParts } from './funded';
import type { Match, NamedProject } from './names';
import { matchProjects } from './names';
import type { TypedAmount } from './money';
import { projectMoney } from './money';
import { moneyFigures } from './money-figures';
import { evaluateProject, projectId } from './project';
import { BASIS } from './score-rules';
import type { SourceProject } from './source';
import { sourceProjects } from './source';
import { scoredPartsFinding } from './stated-scores';
import type { ProjectTrace, ProjectTraces } from './trace';
import { typedFindings, unknownProjects } from './typed-findings';

/** The self-evaluation of all projects of one unit and year. */
export interface ProjectResults {
  /** In the order of the tables. */
  readonly projects: readonly ProjectEvaluation[];
  readonly findings: readonly Finding[];
  readonly traces: ProjectTraces;
}

/** A project that is evaluated, as names are matched by. */
interface Evaluated extends NamedProject {
  readonly source: SourceProject;
}

const INDICATORS: ProjectTable = { name: '项目绩效指标表', kind: 'project/indicators' };
const EXPENDITURE: ProjectTable = { name: '项目支出情况表', kind: 'project/expenditure' };
const GOALS: ProjectTable = { name: '项目绩效目标表', kind: 'budget/project-goals' };

/**
 * Evaluates every project that has indicators (财预〔2020〕10号; how each case is decided: docs/projects.md). Money comes
 * from the form itself or from 《项目支出情况表》, approved targets from 《项目绩效目标表》. Tables that were recognised
 * uncertainly are not tied to others.
 * @param tables the tables of one unit and year; those of other kinds are passed over
 * @param answers what she says about single indicators, by their ids
 * @param typed amounts she typed on our forms of the projects; they count where the workbook holds none
 */
export function evaluateProjects(
  tables: readonly Table[],
  answers: ProjectAnswers = {},
  typed: readonly TypedAmount[] = [],
): ProjectResults {
  const kept = withoutRepeats(tablesOf(tables, INDICATORS).flatMap(sourceProjects));
  const evaluated = kept.sources.map((source) => ({ name: source.name, amounts: amountsOfProject(source), source }));
  const certain = tables.filter((table) => table.confidence !== 'uncertain');
  const funded = tablesOf(certain, EXPENDITURE).flatMap(fundedProjects);
  const goals = tablesOf(certain, GOALS).flatMap(goalProjects);
  const byMoney = matchProjects(evaluated, funded);
  const byGoal = matchProjects(evaluated, goals);

  const projects: ProjectEvaluation[] = [];
  const findings: Finding[] = [...kept.findings];
  const traces = new Map<string, ProjectTrace>();
  for (const one of evaluated) {
    const goal = byGoal.get(one)?.other ?? null;
    const spent = byMoney.get(one)?.other ?? null;
    const own = typed.filter(({ project }) => project === projectId(one.source.name));
    const money = projectMoney(moneyFigures(one.source, spent, goal), own);
    const outcome = evaluateProject(one.source, money, (spent ?? goal)?.funds ?? null, answers);
    projects.push(outcome.project);
    findings.push(...outcome.findings, ...typedFindings(one.source.name, own, money.contradictions));
    if (goal) findings.push(...goalFindings(outcome.project.id, one.source, goal));
    for (const [id, trace] of outcome.traces) traces.set(id, trace);
  }
  findings.push(
    ...renamedFindings(bySource(byMoney), EXPENDITURE, ({ name }) => projectId(name)),
    ...renamedFindings(bySource(byGoal), GOALS, ({ name }) => projectId(name)),
    ...coverageFindings(evaluated, funded, goals, byMoney, byGoal),
    ...tablesOf(tables, EXPENDITURE).flatMap(
      (table) => scoredPartsFinding(EXPENDITURE.kind, `《${table.name}》`, scoredParts(table)) ?? [],
    ),
    ...unknownAnswers(answers, new Set(traces.keys())),
    ...unknownProjects(typed, new Set(projects.map(({ id }) => id))),
  );
  return { projects, findings, traces };
}

function tablesOf(tables: readonly Table[], { kind }: ProjectTable): Table[] {
  return tables.filter((table) => table.kind === kind);
}

function bySource<T>(matches: ReadonlyMap<Evaluated, Match<T>>): Map<SourceProject, Match<T>> {
  return new Map([...matches].map(([{ source }, match]) => [source, match]));
}

/** Projects that stand in one table only; nothing is said about a table the workbook does not have. */
function coverageFindings(
  evaluated: readonly Evaluated[],
  funded: readonly FundedProject[],
  goals: readonly GoalProject[],
  byMoney: ReadonlyMap<Evaluated, Match<FundedProject>>,
  byGoal: ReadonlyMap<Evaluated, Match<GoalProject>>,
): Finding[] {
  if (evaluated.length === 0) return [];
  const [withMoney, withGoal] = [byMoney, byGoal].map(
    (matches) => new Set([...matches.values()].map(({ other }) => other as NamedProject)),
  ) as [Set<NamedProject>, Set<NamedProject>];
  const sources = evaluated.map(({ source }) => source);
  const spent = funded.filter((one) => one.isLeaf && !withMoney.has(one));
  const aimed = goals.filter((one) => !withGoal.has(one));
  const moneyless = evaluated.filter((one) => !byMoney.has(one)).map(({ source }) => source);
  const aimless = evaluated.filter((one) => !byGoal.has(one)).map(({ source }) => source);
  const all = '纳入预算管理的项目支出都要自评，请补上自评，或者说明原因。';
  return [
    onlyInFinding('project.not-evaluated', 'explain', spent, EXPENDITURE, INDICATORS, sources, all),
    onlyInFinding('project.not-evaluated', 'explain', aimed, GOALS, INDICATORS, sources, all),
    funded.length === 0
      ? null
      : onlyInFinding(
          'project.no-expenditure',
          'explain',
          moneyless,
          INDICATORS,
          EXPENDITURE,
          funded,
          '请核对项目名称和金额。',
        ),
    goals.length === 0
      ? null
      : onlyInFinding('project.no-goals', 'hint', aimless, INDICATORS, GOALS, goals, '请核对指标值是否与批复的一致。'),
  ].filter((one) => one !== null);
}

/** A project that two tables evaluate is evaluated from the one with more indicators, and that is said. */
function withoutRepeats(sources: readonly SourceProject[]): {
  readonly sources: readonly SourceProject[];
  readonly findings: readonly Finding[];
} {
  const groups = new Map<string, SourceProject[]>();
  for (const source of sources) {
    const id = projectId(source.name);
    groups.set(id, [...(groups.get(id) ?? []), source]);
  }
  const kept: SourceProject[] = [];
  const findings: Finding[] = [];
  for (const [id, group] of groups) {
    const most = Math.max(...group.map(({ indicators }) => indicators.length));
    const chosen = group.find(({ indicators }) => indicators.length === most) as SourceProject;
    kept.push(chosen);
    if (group.length === 1) continue;
    findings.push(
      finding('project.repeated', [id], {
        stage: 'scores',
        class: 'explain',
        title: '同一项目有几份自评',
        cells: group.map(({ place }) => formatPlace(place)),
        message: `项目“${chosen.name}”有 ${group.length} 份自评，只按工作表“${chosen.table.sheet}”里的一份计分。请核对，删去多余的。`,
        basis: BASIS,
      }),
    );
  }
  return { sources: kept, findings };
}
