import { NOT_APPLICABLE } from '../model/pending';
import type { Answer, Answers } from '../rubric/answers';
import type { Method, Rubric } from '../rubric/pack';
import type { KeptRow, Typed } from './kept';
import { indicatorKey } from './rubric-sheet';

/** Ids, and headers, of the columns in which she answers on 自评_评分表. */
export const ANSWER_INPUTS = {
  level: '档次',
  value: '评定值',
  notApplicable: NOT_APPLICABLE,
  reason: '原因',
  evidence: '有/缺',
} as const;

const COUNTED = new Set(['checklist', 'deduction']);

/**
 * Her answers, indicator by indicator and column by column: what she typed on the sheet, else what a file gives now,
 * else what stands on the sheet from a file of an earlier run.
 */
export function answersWith(rubric: Rubric, given: Answers, rows: ReadonlyMap<string, KeptRow>): Answers {
  const answers: Record<string, Answer> = Object.create(null) as Record<string, Answer>;
  for (const [id, answer] of Object.entries(given)) answers[id] = answer;
  for (const { id, method } of rubric.indicators) {
    const row = rows.get(indicatorKey(rubric, id));
    if (!row) continue;
    const stood = answerOf(row.standing, method.type);
    const typed = answerOf(row.typed, method.type);
    answers[id] = { ...stood, ...answers[id], ...typed };
  }
  return answers;
}

function answerOf(cells: ReadonlyMap<string, Typed>, method: Method['type']): Answer {
  const text = (column: string): string | undefined => cells.get(column)?.toString();
  const value = text(ANSWER_INPUTS.value);
  const level = text(ANSWER_INPUTS.level);
  const reason = text(ANSWER_INPUTS.reason);
  const absent = text(ANSWER_INPUTS.notApplicable);
  return {
    ...(level !== undefined && { level }),
    ...(value !== undefined && (COUNTED.has(method) ? { count: value } : { value })),
    ...(reason !== undefined && { reason }),
    ...(absent !== undefined && { notApplicable: absent.trim() === NOT_APPLICABLE }),
  };
}
