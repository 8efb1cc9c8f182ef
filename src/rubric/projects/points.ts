import { formatPlace } from '../../model/address';
import type { CellPlace } from '../../model/address';
import { Decimal, sum } from '../../model/decimal';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import { halfWidth } from '../../model/text';
import type { PartName } from './score-rules';
import { BASIS, FULL, partName, partOf, weightsFor } from './score-rules';
import type { SourceProject } from './source';

/** The points of a project's indicators together, by level-1 indicator. */
interface Level {
  readonly name: string;
  readonly part: PartName | null;
  readonly points: Decimal;
  readonly places: readonly CellPlace[];
}

/**
 * Whether points add up: to a hundred, to what the table says beside the level-1 indicator (产出指标（50分）), and to the
 * usual weights. Nothing is said while points are missing.
 */
export function pointsFindings(id: string, project: SourceProject, executionPoints: Decimal): Finding[] {
  if (project.indicators.length === 0 || project.indicators.some(({ points }) => points === null)) return [];
  const levels = levelsOf(project);
  const total = sum([executionPoints, ...levels.map(({ points }) => points)]);
  const stated = levels.flatMap((level) => statedLevelFinding(id, project.name, level) ?? []);
  if (!total.equals(FULL)) return [...stated, sumFinding(id, project, total)];
  const usual = usualWeightsFinding(id, project, levels, executionPoints);
  return usual === null ? stated : [...stated, usual];
}

/** All points of a project; null while some indicator has none. */
export function totalPoints(project: SourceProject, executionPoints: Decimal): Decimal | null {
  let total = executionPoints;
  for (const { points } of project.indicators) {
    if (points === null) return null;
    total = total.plus(points.value);
  }
  return total;
}

function levelsOf({ indicators }: SourceProject): Level[] {
  const levels = new Map<string, Level>();
  for (const { path, points, place } of indicators) {
    const name = path[0] ?? '';
    const before = levels.get(name) ?? { name, part: partOf(name), points: Decimal.ZERO, places: [] };
    levels.set(name, {
      ...before,
      points: before.points.plus(points?.value ?? Decimal.ZERO),
      places: [...before.places, points?.place ?? place],
    });
  }
  return [...levels.values()];
}

function sumFinding(id: string, { name, indicators, execution, place }: SourceProject, total: Decimal): Finding {
  const places = [execution?.points, ...indicators.map(({ points }) => points)].flatMap((one) => one?.place ?? []);
  return finding('project.points.sum', [id], {
    stage: 'scores',
    class: 'must',
    title: '分值合计不等于 100',
    cells: (places.length > 0 ? places : [place]).map(formatPlace),
    message: `项目“${name}”的分值合计是 ${total.toString()}，应当是 ${FULL.toString()}（含预算执行率）。请改正分值，改正前不评等级。`,
    basis: BASIS,
  });
}

/** 产出指标（50分） against the points below it. */
function statedLevelFinding(id: string, project: string, level: Level): Finding | null {
  const stated = /\((\d+(?:\.\d+)?)分?\)/u.exec(halfWidth(level.name).replace(/\s/g, ''))?.[1];
  if (stated === undefined || Decimal.of(stated).equals(level.points)) return null;
  return finding('project.points.level', [id, level.name], {
    stage: 'scores',
    class: 'must',
    title: '三级指标的分值之和不等于一级指标的分值',
    cells: level.places.map(formatPlace),
    message: `项目“${project}”的“${level.name}”下面各指标的分值合计是 ${level.points.toString()}，请改成 ${stated} 分。`,
    basis: BASIS,
  });
}

function usualWeightsFinding(
  id: string,
  { name }: SourceProject,
  levels: readonly Level[],
  executionPoints: Decimal,
): Finding | null {
  // A name no rule knows, or a weight the table states itself: nothing to hold it against.
  if (levels.some((level) => level.part === null || /\d+(?:\.\d+)?分/u.test(halfWidth(level.name)))) return null;
  const own = new Map<PartName, Decimal>([['execution', executionPoints]]);
  for (const { part, points } of levels) {
    if (part !== null) own.set(part, (own.get(part) ?? Decimal.ZERO).plus(points));
  }
  const weights = weightsFor(new Set(own.keys()));
  const parts = [...new Set([...weights.points.keys(), ...own.keys()])];
  const different = parts.filter((part) => {
    const [stated, usual] = [own.get(part) ?? Decimal.ZERO, weights.points.get(part) ?? Decimal.ZERO];
    return !stated.equals(usual);
  });
  if (different.length === 0) return null;
  const list = different.map((part) => {
    const [stated, usual] = [own.get(part) ?? Decimal.ZERO, weights.points.get(part) ?? Decimal.ZERO];
    return `${partName(part)} ${stated.toString()} 分（通行 ${usual.toString()} 分）`;
  });
  return finding('project.points.weights', [id], {
    stage: 'scores',
    class: 'hint',
    title: '一级指标的权重与通行的不同',
    cells: levels.flatMap((level) => level.places).map(formatPlace),
    message: `项目“${name}”的权重与通行的不同：${list.join('，')}。已按表中的分值计分；当地另有规定的不用改，没有的请说明调整权重的原因。`,
    basis: weights.basis,
  });
}
