import type { Evaluation } from '../../evaluate';
import { evidenceKey } from '../../report/score-evidence';
import { indicatorKey } from '../../report/rubric-sheet';
import type { Answer } from '../../rubric/answers';
import { mostItems } from '../../rubric/answers';
import { levelsOf } from '../../rubric/methods/qualitative';
import type { Indicator } from '../../rubric/pack';
import { rubricById } from '../../rubric/packs';
import type { IndicatorQuestion, Question } from './result';
import type { IndicatorAnswer } from './said';

/** What is asked about the indicators a person judges, or about figures the workbook does not hold. */
export function questionsOf({ scorecard: card, answers, evidence: standing }: Evaluation): IndicatorQuestion[] {
  if (card === null) return [];
  const rubric = { id: card.rubric };
  const shipped = new Map((rubricById(card.rubric)?.indicators ?? []).map((one) => [one.id, one]));
  return card.indicators
    .filter(({ status }) => status !== 'computed')
    .map(({ id, evidence }) => {
      const evidenceRows = evidence.map((_, at) => evidenceKey(rubric, id, at));
      const answer = answers !== null && Object.hasOwn(answers, id) ? answers[id] : undefined;
      const row = indicatorKey(rubric, id);
      const question = questionOf(shipped.get(id));
      return { indicator: id, row, evidenceRows, question, answer: standingAnswer(answer, evidenceRows, standing) };
    });
}

/** Her answer as the form shows it. */
function standingAnswer(
  { level, value, count, notApplicable, reason }: Answer = {},
  evidenceRows: readonly string[],
  standing: Evaluation['evidence'],
): IndicatorAnswer {
  return {
    level: level ?? '',
    value: String(count ?? value ?? ''),
    notApplicable: notApplicable === true,
    reason: reason ?? '',
    evidence: Object.fromEntries(evidenceRows.map((row) => [row, standing?.[row] ?? ''])),
  };
}

/** An indicator she added herself asks for its value, as the sheet does. */
function questionOf(indicator: Indicator | undefined): Question {
  const method = indicator?.method;
  switch (method?.type) {
    case 'qualitative':
      return {
        type: 'level',
        levels: levelsOf(method).map(({ name, alone }) => ({ name, needsShare: alone === undefined })),
      };
    case 'checklist':
      return { type: 'count', items: method.items, most: mostItems(method, indicator as Indicator).toString() };
    case 'deduction':
      return { type: 'count', items: [], most: null };
    default:
      return { type: 'value', ratio: indicator?.display === 'ratio' };
  }
}
