import { formatPlace } from '../../model/address';
import type { CellPlace } from '../../model/address';
import type { Decimal } from '../../model/decimal';
import { sum } from '../../model/decimal';
import type { Finding, FindingClass } from '../../model/finding';
import { finding } from '../../model/finding';
import { BASIS, TOLERANCE } from './score-rules';
import type { SourceProject, Stated } from './source';

/** A score the table states, beside what it comes to. */
export interface StatedScore {
  readonly id: string;
  /** 《临时救助》的“救助人次”. */
  readonly name: string;
  readonly points: Decimal | null;
  readonly stated: Stated;
  /** Unrounded; null while pending. */
  readonly score: Decimal | null;
  /** Why points were lost. */
  readonly reason: string;
  readonly places: readonly CellPlace[];
}

/** What is wrong with one stated score; null when it is right or cannot be judged yet. */
export function statedScoreFinding(one: StatedScore): Finding | null {
  const { stated, points, score } = one;
  const said = stated.value;
  if (points !== null && said.compare(points) > 0) {
    const message = `${one.name}的得分是 ${said.toString()}，超过分值 ${points.toString()}，请改正。`;
    return scoreFinding('project.score.above-points', 'must', '得分超过分值', one, message);
  }
  if (score === null || points === null || isWithinTolerance(said, score)) return null;
  const right = score.roundHalfUp(2).toString();
  if (said.equals(points) && score.compare(points) < 0) {
    const message = `${one.name}得了满分 ${said.toString()} 分，但${one.reason || '没有达到指标值'}；按规定应得 ${right} 分，请改正。`;
    return scoreFinding('project.score.full-on-miss', 'must', '没有达到指标值却得满分', one, message);
  }
  const reason = one.reason === '' ? '' : `（${one.reason}）`;
  const message = `${one.name}的得分是 ${said.toString()}，按规定算得 ${right} 分${reason}。请改正，或者说明按什么办法计分。`;
  return scoreFinding('project.score.differs', 'explain', '得分与重算不一致', one, message);
}

function scoreFinding(rule: string, level: FindingClass, title: string, one: StatedScore, message: string): Finding {
  const cells = [one.stated.place, ...one.places].map(formatPlace);
  return finding(rule, [one.id], { stage: 'scores', class: level, title, cells, message, basis: BASIS });
}

/** The stated total against the sum of the stated scores; null when they agree or the table states no total. */
export function statedTotalFinding(id: string, project: SourceProject, computed: Decimal | null): Finding | null {
  const { totalScore: total, execution, indicators, name } = project;
  if (total === null) return null;
  const scores = [execution?.score ?? null, ...indicators.map(({ score }) => score)].filter((one) => one !== null);
  // Without scores of its own to add up, the table's total is held against ours.
  const expected = scores.length > 0 ? sum(scores.map(({ value }) => value)) : computed;
  if (expected === null || isWithinTolerance(total.value, expected)) return null;
  const right = expected.roundHalfUp(2).toString();
  const what = scores.length > 0 ? '各项得分相加是' : '按各项指标算得';
  return finding('project.total.differs', [id], {
    stage: 'scores',
    class: 'must',
    title: '总分与各项得分之和不符',
    cells: [total, ...scores].map(({ place }) => formatPlace(place)),
    message: `项目“${name}”的总分是 ${total.value.toString()}，${what} ${right}，请改正。`,
    basis: BASIS,
  });
}

/** 财政拨款、上年结转、其他资金 only detail the total: points on them count the same money twice. */
export function scoredPartsFinding(id: string, name: string, parts: readonly Stated[]): Finding | null {
  if (parts.length === 0) return null;
  return finding('project.funding-part.scored', [id], {
    stage: 'scores',
    class: 'must',
    title: '“其中”行不单独计分',
    cells: parts.map(({ place }) => formatPlace(place)),
    message: `${name}的财政拨款、上年结转、其他资金等“其中”行填了分值或得分，这些没有计入；执行率只按年度资金总额计一次分，请把“其中”行的分值和得分改成“—”。`,
    basis: BASIS,
  });
}

function isWithinTolerance(stated: Decimal, exact: Decimal): boolean {
  return stated.minus(exact).abs().compare(TOLERANCE) <= 0;
}
