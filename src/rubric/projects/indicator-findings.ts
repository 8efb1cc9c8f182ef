import { formatPlace } from '../../model/address';
import type { CellPlace } from '../../model/address';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import { percentText } from './measured';
import { BASIS, DEVIATION } from './score-rules';
import type { Judged } from './judge';
import type { SourceIndicator, SourceProject } from './source';
import { isMissing } from './target';

/** An indicator of a project with what became of it. */
export interface JudgedIndicator {
  readonly id: string;
  readonly source: SourceIndicator;
  readonly judged: Judged;
}

/** What is missing in a project so that indicators stay pending, one finding per cause with all its cells. */
export function pendingFindings(
  id: string,
  { name }: SourceProject,
  indicators: readonly JudgedIndicator[],
): Finding[] {
  const pending = indicators.filter(({ judged }) => judged.status === 'pending');
  const noActual = pending.filter(({ source }) => isMissing(source.actual));
  const noPoints = pending.filter(({ source }) => source.points === null);
  const other = pending.filter((one) => !noActual.includes(one) && !noPoints.includes(one));
  return [
    listed(
      'project.actual.missing',
      '没有填实际完成值',
      id,
      noActual,
      (list) => `项目“${name}”有 ${noActual.length} 个指标没有填实际完成值，没有计分：${list}。请填写完成值。`,
    ),
    listed(
      'project.points.missing',
      '没有写分值',
      id,
      noPoints,
      (list) => `项目“${name}”有 ${noPoints.length} 个指标没有写分值，没有计分：${list}。请填写分值。`,
    ),
    ...other.map(({ id: indicator, source, judged }) =>
      finding('project.indicator.pending', [indicator], {
        stage: 'scores',
        class: 'explain',
        title: '指标不能计分，需要补充',
        cells: [formatPlace(source.actualCell?.place ?? source.place)],
        message: `项目“${name}”的“${source.path.at(-1) ?? ''}”没有计分：${judged.notes.join('；')}。`,
        basis: BASIS,
      }),
    ),
  ].filter((one) => one !== null);
}

function listed(
  rule: string,
  title: string,
  id: string,
  indicators: readonly JudgedIndicator[],
  message: (list: string) => string,
): Finding | null {
  if (indicators.length === 0) return null;
  return finding(rule, [id], {
    stage: 'scores',
    class: 'explain',
    title,
    cells: indicators.map(({ source }) => formatPlace(placeOf(source, rule))),
    message: message(indicators.map(({ source }) => source.path.at(-1) ?? '').join('、')),
    basis: BASIS,
  });
}

function placeOf(source: SourceIndicator, rule: string): CellPlace {
  return rule === 'project.actual.missing' ? (source.actualCell?.place ?? source.place) : source.place;
}

/**
 * An actual value far from its target, up or down, wants a reason; no points are lost for it.
 * @param reason the one she gave besides the table, on our form for instance
 */
export function deviationFinding(
  project: string,
  { id, source, judged }: JudgedIndicator,
  reason = '',
): Finding | null {
  const { deviation } = judged;
  if (
    deviation === null ||
    deviation.compare(DEVIATION.above) <= 0 ||
    [source.deviation, reason].some((given) => !isMissing(given))
  )
    return null;
  const share = percentText(deviation.roundHalfUp(4));
  const numbers = `指标值“${source.wording}”，实际完成“${source.actual}”，偏离 ${share}`;
  return finding('project.deviation.unexplained', [id], {
    stage: 'scores',
    class: 'explain',
    title: '偏离指标值较多，没有写原因',
    cells: [source.targetCell?.place, source.actualCell?.place].flatMap((place) => (place ? formatPlace(place) : [])),
    message: `项目“${project}”的“${source.path.at(-1) ?? ''}”：${numbers}，超过 ${percentText(DEVIATION.above)}。请在“偏差原因分析及改进措施”里写明原因。`,
    basis: DEVIATION.basis,
  });
}
