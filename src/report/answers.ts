import { Decimal } from '../model/decimal';
import type { Answer, Answers } from '../rubric/answers';
import type { Rubric } from '../rubric/pack';
import type { KeptRow } from './kept';
import { indicatorKey } from './rubric-sheet';

/** Ids, and headers, of the columns in which she answers on 自评_评分表. */
export const ANSWER_INPUTS = {
  level: '档次',
  value: '评定值',
  notApplicable: '不适用',
  reason: '原因',
  evidence: '有/缺',
} as const;

const COUNTED = new Set(['checklist', 'deduction']);

/**
 * Her answers: those of a file, and over them what she typed on the sheet, indicator by indicator and column by column.
 */
export function answersWith(rubric: Rubric, given: Answers, rows: ReadonlyMap<string, KeptRow>): Answers {
  const answers: Record<string, Answer> = Object.create(null) as Record<string, Answer>;
  for (const [id, answer] of Object.entries(given)) answers[id] = answer;
  for (const { id, method } of rubric.indicators) {
    const typed = rows.get(indicatorKey(rubric, id))?.typed;
    if (!typed) continue;
    const text = (column: string): string | undefined => typed.get(column)?.toString();
    const value = typed.get(ANSWER_INPUTS.value);
    const stated = value instanceof Decimal ? value.toString() : value;
    const level = text(ANSWER_INPUTS.level);
    const reason = text(ANSWER_INPUTS.reason);
    const absent = text(ANSWER_INPUTS.notApplicable);
    answers[id] = {
      ...answers[id],
      ...(level !== undefined && { level }),
      ...(stated !== undefined && (COUNTED.has(method.type) ? { count: stated } : { value: stated })),
      ...(reason !== undefined && { reason }),
      ...(absent !== undefined && { notApplicable: absent.trim() === '不适用' }),
    };
  }
  return answers;
}
