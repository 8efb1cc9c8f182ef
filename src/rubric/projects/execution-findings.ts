import type { Figure } from '../../facts/figure';
import { figureName } from '../../facts/figure';
import { formatPlace } from '../../model/address';
import { Decimal } from '../../model/decimal';
import type { Finding, FindingClass } from '../../model/finding';
import { finding } from '../../model/finding';
import { PROJECT_FUNDS } from '../../model/project';
import { fromYuan } from '../../model/unit';
import type { Execution } from './execution';
import { statedRate } from './execution';
import { percentText, readActual } from './measured';
import { BASIS } from './score-rules';
import type { SourceFunds, SourceProject } from './source';

/** Rates are written with two decimals of a percent; one written coarser may be half its own step away. */
const HALF = Decimal.of('0.5');
const FINEST_STEP = -4;

/** What is to be said about a project's 预算执行率 apart from its score. */
export function executionFindings(
  id: string,
  project: SourceProject,
  execution: Execution,
  matched: SourceFunds | null,
): Finding[] {
  return [
    execution.score === null ? pendingFinding(id, project, execution) : null,
    execution.trace.statedRate === null ? null : unfoundedFinding(id, project, execution),
    rateFinding(id, project, execution),
    execution.points.isZero() ? noPointsFinding(id, project) : null,
    ...fundsFindings(id, project, matched),
  ].filter((one) => one !== null);
}

function said(
  rule: string,
  level: FindingClass,
  id: string,
  title: string,
  project: SourceProject,
  message: string,
): Finding {
  const place = project.execution?.rateCell?.place ?? project.execution?.place ?? project.place;
  return finding(rule, [id], {
    stage: 'scores',
    class: level,
    title,
    cells: [formatPlace(place)],
    message: `项目“${project.name}”${message}`,
    basis: BASIS,
  });
}

function pendingFinding(id: string, project: SourceProject, { note }: Execution): Finding {
  return said('project.execution.pending', 'explain', id, '预算执行率不能计分', project, `的预算执行率待填：${note}。`);
}

function unfoundedFinding(id: string, project: SourceProject, { note }: Execution): Finding {
  return said('project.execution.unfounded', 'explain', id, '执行率没有金额可以核对', project, `${note}。`);
}

function noPointsFinding(id: string, project: SourceProject): Finding {
  const message = '没有给预算执行率分值，各指标的分值已经合计 100。预算执行率通常是 10 分，请核对分值。';
  return said('project.execution.no-points', 'explain', id, '预算执行率没有分值', project, message);
}

/** The rate the table states against the quotient of the amounts. */
function rateFinding(id: string, project: SourceProject, { rate, trace }: Execution): Finding | null {
  const stated = statedRate(project.execution);
  if (rate === null || stated === null || trace.statedRate !== null) return null;
  if (
    stated
      .minus(rate)
      .abs()
      .compare(HALF.shift(writtenPower(project, stated))) <= 0
  )
    return null;
  const right = percentText(rate.roundHalfUp(4));
  const message = `的执行率写的是 ${percentText(stated)}，按全年执行数÷全年预算数算得 ${right}，请改正。`;
  return said('project.execution.rate-differs', 'must', id, '执行率与金额不符', project, message);
}

/** The power of ten of the last digit a rate is written with: -4 for 99.70%, -2 for 99%. */
function writtenPower(project: SourceProject, stated: Decimal): number {
  const text = project.execution?.rate ?? '';
  const fraction = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const quantity = readActual(text);
  const moved = quantity && !stated.equals(quantity.value) ? -2 : (quantity?.power ?? 0);
  // A number cell drops its trailing zeros: 1 may be 1.0000, so a rate without sign is held to two decimals of a percent.
  const isBare = project.execution?.rateCell?.state === 'number' || !text.includes('%');
  return isBare ? Math.min(FINEST_STEP, moved - fraction) : moved - fraction;
}

/** The form's amounts against those of the table of expenditure. */
function fundsFindings(id: string, project: SourceProject, matched: SourceFunds | null): Finding[] {
  const own = project.funds;
  if (own === null || matched === null) return [];
  return PROJECT_FUNDS.flatMap((name) => {
    const [one, other] = [own[name], matched[name]];
    return one && other && !agree(one, other) ? fundsFinding(id, name, project, one, other) : [];
  });
}

function fundsFinding(id: string, name: string, project: SourceProject, one: Figure, other: Figure): Finding {
  return finding('project.funds.differ', [id, name], {
    stage: 'scores',
    class: 'must',
    title: '项目金额在两张表里不一致',
    cells: [one, other].flatMap(({ place }) => (place === null ? [] : [formatPlace(place)])),
    message: `项目“${project.name}”的金额不一致：${amountText(one)}，${amountText(other)}，请核对后改正。自评按自评表里的数计算。`,
    basis: BASIS,
  });
}

/** Equal within half the last digit either table writes; amounts without a unit cannot be held against each other. */
function agree(one: Figure, other: Figure): boolean {
  if (one.value === null || other.value === null || one.unit === null || other.unit === null) return true;
  return one.value.minus(other.value).abs().compare(one.step.plus(other.step).times(HALF)) <= 0;
}

function amountText(figure: Figure): string {
  const { value, unit } = figure;
  if (value === null) return figureName(figure);
  return `${figureName(figure)} ${(unit === null ? value : fromYuan(value, unit)).toString()} ${unit ?? ''}`.trim();
}
