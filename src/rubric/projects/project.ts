import { Decimal, sum } from '../../model/decimal';
import type { Finding } from '../../model/finding';
import type { ProjectEvaluation, ProjectIndicator } from '../../model/project';
import { comparable } from '../../model/text';
import type { ProjectAnswers } from './answers';
import type { Execution } from './execution';
import { executionOf } from './execution';
import { executionFindings } from './execution-findings';
import type { JudgedIndicator } from './indicator-findings';
import { deviationFinding, pendingFindings } from './indicator-findings';
import { judge } from './judge';
import type { ProjectMoney } from './money';
import { fundsForModel } from './money';
import { pointsFindings, totalPoints } from './points';
import { FULL, gradeOf } from './score-rules';
import type { SourceFunds, SourceIndicator, SourceProject } from './source';
import { scoredPartsFinding, statedScoreFinding, statedTotalFinding } from './stated-scores';
import type { ProjectTrace } from './trace';

/** A project evaluated, with what is to be said about it and what its scores can be traced to. */
export interface EvaluatedProject {
  readonly project: ProjectEvaluation;
  readonly findings: readonly Finding[];
  readonly traces: ReadonlyMap<string, ProjectTrace>;
}

/** The id of a project: its name without white space and punctuation. Its 预算执行率 has the same id. */
export function projectId(name: string): string {
  return comparable(name);
}

/**
 * Evaluates one project by itself.
 * @param matched its money in 《项目支出情况表》, if that has it; what the project's own form says is held against it
 */
export function evaluateProject(
  source: SourceProject,
  money: ProjectMoney,
  matched: SourceFunds | null,
  answers: ProjectAnswers,
): EvaluatedProject {
  const id = projectId(source.name);
  const execution = executionOf(source, money);
  const indicators = judgedIndicators(id, source, answers);
  const scores = [execution.score, ...indicators.map(({ judged }) => judged.score)];
  const total = sum(scores.filter((score) => score !== null)).roundHalfUp(2);
  const isPending = scores.includes(null);
  const allPoints = totalPoints(source, execution.points);
  const mayBeGraded = !isPending && allPoints !== null && allPoints.equals(FULL);
  const project: ProjectEvaluation = {
    id,
    name: source.name,
    executionRate: execution.rate,
    funds: fundsForModel(money),
    executionPoints: execution.points,
    executionScore: execution.score,
    indicators: indicators.map(forModel),
    total,
    pendingPoints: pendingPoints(execution, indicators),
    grade: mayBeGraded ? gradeOf(total) : null,
  };
  const findings = [
    ...executionFindings(id, source, execution, matched),
    ...pendingFindings(id, source, indicators),
    ...indicators.flatMap(({ judged }) => judged.findings),
    ...pointsFindings(id, source, execution.points),
    ...statedFindings(id, source, execution, indicators),
    statedTotalFinding(id, source, isPending ? null : total),
    scoredPartsFinding(id, `项目“${source.name}”`, source.scoredParts),
    ...indicators.map((one) => deviationFinding(source.name, one, answers[one.id]?.reason)),
  ].filter((one) => one !== null);
  const traces = new Map<string, ProjectTrace>([[id, execution.trace]]);
  for (const one of indicators) traces.set(one.id, one.judged.trace);
  return { project, findings, traces };
}

/** Two indicators of one path are told apart by #2. */
function judgedIndicators(project: string, source: SourceProject, answers: ProjectAnswers): JudgedIndicator[] {
  const seen = new Map<string, number>();
  return source.indicators.map((indicator) => {
    const path = `${project}|${indicator.path.map(comparable).join('/')}`;
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    const id = count === 1 ? path : `${path}#${count}`;
    return { id, source: indicator, judged: judge(indicator, id, answers[id]) };
  });
}

/** Known points of what is pending, and what is left to a hundred where points themselves are missing. */
function pendingPoints(execution: Execution, indicators: readonly JudgedIndicator[]): Decimal {
  const pending = indicators.filter(({ judged }) => judged.status === 'pending');
  const known = sum(pending.map(({ source }) => source.points?.value ?? Decimal.ZERO));
  const open = execution.score === null ? known.plus(execution.points) : known;
  if (indicators.length > 0 && indicators.every(({ source }) => source.points !== null)) return open;
  const all = sum([execution.points, ...indicators.map(({ source }) => source.points?.value ?? Decimal.ZERO)]);
  const rest = FULL.minus(all);
  return rest.sign() > 0 ? open.plus(rest) : open;
}

function forModel({ id, source, judged }: JudgedIndicator): ProjectIndicator {
  const cells = [source.targetCell, source.actualCell, source.points, source.score];
  return {
    id,
    path: source.path,
    target: source.wording,
    actual: judged.actual,
    points: source.points?.value ?? null,
    score: judged.score,
    stated: source.score?.value ?? null,
    status: judged.status,
    note: judged.notes.join('；'),
    deviation: source.deviation,
    places: [source.place, ...cells.flatMap((cell) => (cell ? [cell.place] : []))],
  };
}

function statedFindings(
  id: string,
  source: SourceProject,
  execution: Execution,
  indicators: readonly JudgedIndicator[],
): Finding[] {
  const { annualBudget, actual } = execution.trace.money.lines.年度资金总额;
  const own = source.execution?.score
    ? statedScoreFinding({
        id,
        name: `项目“${source.name}”的预算执行率`,
        points: execution.points,
        stated: source.execution.score,
        score: execution.score,
        reason: execution.rate === null ? '' : '全年执行数小于全年预算数',
        places: [annualBudget, actual].flatMap((amount) => amount?.place ?? []),
      })
    : null;
  const others = indicators.map(({ id: indicator, source: row, judged }) =>
    row.score === null
      ? null
      : statedScoreFinding({
          id: indicator,
          name: nameOf(source, row),
          points: row.points?.value ?? null,
          stated: row.score,
          score: judged.score,
          reason: judged.notes.at(-1) ?? '',
          places: [row.targetCell, row.actualCell].flatMap((cell) => cell?.place ?? []),
        }),
  );
  return [own, ...others].filter((one) => one !== null);
}

function nameOf({ name }: SourceProject, { path }: SourceIndicator): string {
  return `项目“${name}”的“${path.at(-1) ?? ''}”`;
}
