import type { Finding } from '../../model/finding';
import { Decimal } from '../../model/decimal';
import type { TableCell } from '../../model/table';
import type { ScoreStatus } from '../../model/scorecard';
import type { ProjectAnswer } from './answers';
import { answeredActual, impossibleAnswer, judgementOf } from './answers';
import { exactScore } from './exact-score';
import { measure, percentText } from './measured';
import type { Measured, QuantityTarget } from './measured';
import { bandOf, bandText } from './qualitative';
import type { Understood } from './qualitative';
import type { SourceIndicator } from './source';
import { isMissing, readTarget } from './target';
import type { IndicatorTrace, LiveCell } from './trace';

/** What became of one indicator. */
export interface Judged {
  readonly status: Extract<ScoreStatus, 'computed' | 'answered' | 'pending'>;
  /** Unrounded; null while pending. */
  readonly score: Decimal | null;
  /** What was understood, why points were lost, what is missing. */
  readonly notes: readonly string[];
  /** What was reached, as it is to be printed: her answer where that was scored, else what the table says. */
  readonly actual: string;
  /** |actual − target| ÷ |target|; null where there is no such number. */
  readonly deviation: Decimal | null;
  readonly trace: IndicatorTrace;
  readonly findings: readonly Finding[];
}

const ONE = Decimal.of(1);
const NO_POINTS = '没有写分值，或者分值小于 0';

/** Scores one indicator from its row and her answer, if any (docs/projects.md). */
export function judge(source: SourceIndicator, id: string, answer: ProjectAnswer | undefined): Judged {
  const target = readTarget({ text: source.target, symbol: source.symbol, unit: source.unit, path: source.path });
  switch (target.type) {
    case 'missing':
      return pending(source, '没有写年度指标值');
    case 'unclear':
      return pending(source, target.reason);
    case 'words':
      return judgeWords(source, target.text, id, answer);
    default:
      return judgeNumber(source, target, id, answer);
  }
}

function judgeNumber(
  source: SourceIndicator,
  target: QuantityTarget,
  id: string,
  answer: ProjectAnswer | undefined,
): Judged {
  const { measured, text, isAnswered, findings } = measureEither(source, target, id, answer);
  if ('pending' in measured) return { ...pending(source, measured.pending), findings };
  const points = source.points?.value ?? null;
  if (points === null) return { ...pending(source, NO_POINTS), findings };
  const { actual, target: goal, to } = measured;
  const { percent } = target.type === 'within' ? target.from : target.quantity;
  const score = exactScore(target.type, { actual, target: goal, to, points });
  const notes = [
    isAnswered ? `按填写的完成值 ${text} 计分` : '',
    measured.understood,
    ...remarks(target, measured),
    lostText(source, text, score, points),
  ];
  return {
    status: isAnswered ? 'answered' : 'computed',
    score,
    notes: notes.filter((note) => note !== ''),
    actual: isAnswered && percent ? percentText(actual) : text,
    deviation: deviationOf(measured),
    trace: {
      type: 'indicator',
      method: target.type,
      target: goal,
      to,
      actual,
      share: null,
      points: source.points,
      targetCell: liveCell(source.targetCell, measured.targetPower),
      actualCell: isAnswered ? null : liveCell(source.actualCell, measured.actualPower),
    },
    findings,
  };
}

interface Reading {
  readonly measured: Measured | { readonly pending: string };
  /** The actual value as it was written, by the table or by her. */
  readonly text: string;
  readonly isAnswered: boolean;
  readonly findings: readonly Finding[];
}

/** Her answer where it can be used, else what the table says. */
function measureEither(
  source: SourceIndicator,
  target: QuantityTarget,
  id: string,
  answer: ProjectAnswer | undefined,
): Reading {
  const { actual, actualCell, unit, path, place } = source;
  const label = path.at(-1) ?? '';
  const isNumber = actualCell?.state === 'number';
  const measured = measure(target, { text: actual, isNumber, unit }, label);
  const inTable: Reading = { measured, text: actual, isAnswered: false, findings: [] };
  const text = answeredActual(answer);
  if (text === null) return inTable;
  const answered = measure(target, { text, isNumber: false, unit }, label);
  if ('pending' in answered) return { ...inTable, findings: [impossibleAnswer(id, answered.pending, place)] };
  return { measured: answered, text, isAnswered: true, findings: [] };
}

/** Cases in which full marks need a second look (docs/projects.md). */
function remarks(target: QuantityTarget, { actual, target: goal, to }: Measured): string[] {
  const isReverse = target.type === 'at-most' || (target.type === 'equal' && goal.isZero());
  if (isReverse && actual.isZero() && goal.sign() >= 0) return ['完成值是 0，按达到计满分；如果是没有填，请改成空白'];
  if (target.type === 'at-least' && target.sign === '>' && actual.equals(goal)) return ['恰好等于指标值，按达到计'];
  if (target.type === 'at-most' && target.sign === '<' && actual.equals(goal)) return ['恰好等于指标值，按达到计'];
  if (target.type === 'equal' && target.sign === '=' && !goal.isZero() && actual.compare(to) > 0) {
    return ['完成值大于指标值，按达到计满分，请说明原因'];
  }
  return [];
}

function lostText(source: SourceIndicator, actual: string, score: Decimal, points: Decimal): string {
  if (score.compare(points) >= 0) return '';
  const lost = score.isZero() ? '不得分' : `按比例少 ${points.minus(score).roundHalfUp(2).toString()} 分`;
  return `实际完成“${actual}”，没有达到“${source.wording}”，${lost}`;
}

function judgeWords(source: SourceIndicator, target: string, id: string, answer: ProjectAnswer | undefined): Judged {
  const judgement = judgementOf(answer);
  const findings =
    judgement && 'impossible' in judgement ? [impossibleAnswer(id, judgement.impossible, source.place)] : [];
  const answered = judgement && !('impossible' in judgement) ? judgement : null;
  if (answered === null && isMissing(source.actual)) return { ...pending(source, '没有填实际完成值'), findings };
  const understood = answered ?? bandOf(source.actual, target);
  if (understood === null) {
    const words = `“${source.actual}”看不出是达成、部分达成还是未达成，请填写等次`;
    return { ...pending(source, words), findings };
  }
  const points = source.points?.value ?? null;
  if (points === null) return { ...pending(source, NO_POINTS), findings };
  const chosen = shareIn(understood, answered === null ? shareStated(source, points) : null);
  const read = `按“${understood.band.name}”（${bandText(understood.band)}）理解`;
  if (chosen === null) return { ...pending(source, `${read}，请填写在这一档里给百分之几`), findings };
  const score = points.times(chosen.share);
  const lost =
    score.compare(points) < 0
      ? `给 ${percentText(chosen.share)}，少 ${points.minus(score).roundHalfUp(2).toString()} 分`
      : '';
  return {
    status: answered ? 'answered' : 'computed',
    score,
    notes: [read, chosen.note, lost].filter(Boolean),
    actual: isMissing(source.actual) ? (answer?.level ?? '') : source.actual,
    deviation: null,
    trace: { ...emptyTrace(source), share: chosen.share },
    findings,
  };
}

/** The share of the points her own score stands for: within a band it is her judgement. */
function shareStated(source: SourceIndicator, points: Decimal): Decimal | null {
  return source.score === null ? null : source.score.value.dividedBy(points);
}

function shareIn(
  { band, share }: Understood,
  stated: Decimal | null,
): { readonly share: Decimal; readonly note: string } | null {
  if (stated === null) return share === null ? null : { share, note: '' };
  if (stated.compare(band.to) > 0) return { share: band.to, note: '表中得分高于这一档的上限，按上限计' };
  if (stated.compare(band.from) < 0) return { share: band.from, note: '表中得分低于这一档的下限，按下限计' };
  return { share: stated, note: stated.equals(ONE) ? '' : '在这一档以内，按表中得分计' };
}

function pending(source: SourceIndicator, reason: string): Judged {
  const notes = source.points === null && reason !== NO_POINTS ? [reason, NO_POINTS] : [reason];
  return {
    status: 'pending',
    score: null,
    notes,
    actual: source.actual,
    deviation: null,
    trace: emptyTrace(source),
    findings: [],
  };
}

function emptyTrace(source: SourceIndicator): IndicatorTrace {
  const { points } = source;
  const none = { method: null, target: null, to: null, actual: null, share: null, targetCell: null, actualCell: null };
  return { type: 'indicator', ...none, points };
}

function deviationOf({ actual, target, to }: Measured): Decimal | null {
  if (actual.compare(target) < 0) return actual.minus(target).abs().dividedBy(target.abs());
  if (actual.compare(to) > 0) return actual.minus(to).abs().dividedBy(to.abs());
  return Decimal.ZERO;
}

function liveCell(cell: TableCell | null, power: number): LiveCell | null {
  return cell?.state === 'number' ? { place: cell.place, power } : null;
}
