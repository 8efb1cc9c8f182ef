import { Decimal } from '../model/decimal';
import { halfWidth } from '../model/text';
import { levelsOf, isInLevel } from './methods/qualitative';
import type { ChecklistMethod, Indicator, QualitativeMethod } from './pack';
import { percentText } from './words';

/** What a person states about one indicator (shared with the command line's `--answers`). */
export interface Answer {
  /** The name of a level: 部分达成. */
  readonly level?: string;
  /** Items met, or things points are taken off for. */
  readonly count?: number | string;
  /** A share of a level or a ratio: 0.85 or "85%"; a number in the target's unit otherwise. */
  readonly value?: number | string;
  readonly evidence?: string;
  readonly notApplicable?: boolean;
  /** Why it does not apply, or why a target was passed by far. */
  readonly reason?: string;
}

export type Answers = Readonly<Record<string, Answer>>;

/** What an answer comes to: a value to score, a question still open, or something that cannot be. */
export type AnswerReading =
  | { readonly value: Decimal; readonly level: string | null }
  | { readonly missing: string }
  | { readonly impossible: string };

/** Reads what a person answered for an indicator whose value no figure gives. */
export function readAnswer(indicator: Indicator, answer: Answer | undefined): AnswerReading {
  const { method } = indicator;
  switch (method.type) {
    case 'qualitative':
      return readLevel(method, answer);
    case 'checklist':
      return readCount(answer, checklistQuestion(method), mostItems(method, indicator));
    case 'deduction':
      return readCount(answer, `请填写${method.counted}的个数，没有的填0`, null);
    default:
      return readValue(indicator, answer);
  }
}

function checklistQuestion({ items }: ChecklistMethod): string {
  const listed = items.map((item, index) => `${index + 1}.${item}`).join('；');
  return `共${items.length}个要点（${listed}），请填写符合的个数`;
}

/** The most items that can be met: those listed, or as many as the points allow. */
export function mostItems({ items, each }: ChecklistMethod, { points }: Indicator): Decimal {
  const byPoints = each === undefined ? null : Decimal.of(points).dividedBy(Decimal.of(each));
  const listed = Decimal.of(items.length);
  return byPoints !== null && byPoints.compare(listed) > 0 ? byPoints : listed;
}

/**
 * A level and the share inside it. The share alone is enough: it lies in one level only. The level alone is enough where
 * the pack gives it a share of its own (by default full marks for the best level only).
 */
function readLevel(method: QualitativeMethod, answer: Answer | undefined): AnswerReading {
  const levels = levelsOf(method);
  const names = levels.map(({ name, from, to }) => `“${name}”${limits(from, to)}`).join('、');
  const stated = answer?.level === undefined || answer.level === '' ? null : answer.level.trim();
  const level = stated === null ? null : levels.find(({ name }) => name === stated);
  if (level === undefined) return { impossible: `没有“${stated ?? ''}”这一档，请从${names}里选` };
  if (isBlank(answer?.value)) {
    if (level === null) return { missing: `请评定档次：${names}` };
    if (level.alone !== undefined) return { value: Decimal.of(level.alone), level: level.name };
    return { missing: `已评为“${level.name}”，请在${limits(level.from, level.to)}里填写比例` };
  }
  const share = shareIn(answer?.value as number | string);
  if (share === null || share.sign() < 0 || share.compare(Decimal.of(1)) > 0)
    return { impossible: `“${String(answer?.value)}”不是 0 到 100% 的比例，请写成 85% 或 0.85` };
  const found = level ?? levels.find((one) => isInLevel(share, one, levels));
  if (!found) return { impossible: `${percentText(share)}不在任何一档里，请从${names}里选` };
  if (!isInLevel(share, found, levels))
    return {
      impossible: `${percentText(share)}不在“${found.name}”${limits(found.from, found.to)}里，请改比例或改档次`,
    };
  return { value: share, level: found.name };
}

function limits(from: string, to: string): string {
  return `${percentText(Decimal.of(from))}（含）至${percentText(Decimal.of(to))}`;
}

function readCount(answer: Answer | undefined, question: string, most: Decimal | null): AnswerReading {
  const stated = answer?.count;
  if (isBlank(stated)) return { missing: question };
  const count = numberIn(stated as number | string);
  if (count === null || count.sign() < 0 || !count.equals(count.roundHalfUp(0)))
    return { impossible: `“${String(stated)}”不是个数，${question}` };
  if (most !== null && count.compare(most) > 0)
    return { impossible: `填了${count.toString()}个，最多${most.toString()}个，${question}` };
  return { value: count, level: null };
}

function readValue(indicator: Indicator, answer: Answer | undefined): AnswerReading {
  const question = `请填写“${indicator.path[2]}”的实际完成值`;
  const stated = answer?.value;
  if (isBlank(stated)) return { missing: question };
  if (indicator.display !== 'ratio') {
    const value = numberIn(stated as number | string);
    return value === null ? { impossible: `“${String(stated)}”不是一个数，${question}` } : { value, level: null };
  }
  const text = halfWidth(String(stated)).trim();
  const plain = numberIn(text.replace(/%$/, ''));
  if (plain === null) return { impossible: `“${text}”不是一个比例，请写成 97% 或 0.97` };
  if (text.endsWith('%')) return { value: plain.shift(-2), level: null };
  // 97 may be 97 % or 9700 %: never guessed.
  if (plain.abs().compare(Decimal.of(2)) > 0)
    return { impossible: `“${text}”看不出是百分数还是倍数，请写成 ${text}% 或小数` };
  return { value: plain, level: null };
}

function isBlank(stated: number | string | undefined | null): boolean {
  return stated === undefined || stated === null || (typeof stated === 'string' && stated.trim() === '');
}

/** A number as people type it; null for anything else. */
function numberIn(stated: number | string): Decimal | null {
  if (typeof stated === 'number') return Number.isFinite(stated) ? Decimal.of(stated) : null;
  const text = halfWidth(stated).replace(/,/g, '').trim();
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Decimal.of(text) : null;
}

/** A share of full marks: 0.85, 85% and 85 all mean the same, because no share is more than 1. */
function shareIn(stated: number | string): Decimal | null {
  const text = halfWidth(String(stated)).trim();
  const plain = numberIn(text.replace(/%$/, ''));
  if (plain === null) return null;
  return text.endsWith('%') || plain.compare(Decimal.of(1)) > 0 ? plain.shift(-2) : plain;
}
