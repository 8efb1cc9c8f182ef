import { NOT_APPLICABLE } from '../../model/pending';
import { ANSWER_INPUTS } from '../../report/answers';
import { ANSWER_COLUMNS, CHOICES } from '../../report/handling';
import { SHEETS } from '../../report/sheet-names';
import type { TypedCells, TypedRow } from '../../report/typed-cells';
import type { IndicatorAnswer, Mark, Said } from './said';

const CHOICE: Readonly<Record<Mark['state'], string>> = {
  open: '',
  explained: CHOICES.explained,
  'not-applicable': CHOICES.notApplicable,
};

/** What she said in the pane as cells she might have typed on our sheets. */
export function typedCells({ marks, answers }: Said): TypedCells {
  const rows = Object.entries(answers).flatMap(([row, answer]) => [
    [row, answerRow(answer)] as const,
    ...Object.entries(answer.evidence).map(
      ([id, word]) => [id, ofNoFigures({ [ANSWER_INPUTS.evidence]: word })] as const,
    ),
  ]);
  return {
    [SHEETS.findings]: Object.fromEntries(Object.entries(marks).map(([key, mark]) => [key, markRow(mark)])),
    [SHEETS.scores]: Object.fromEntries(rows),
  };
}

function markRow({ state, reason, figures }: Mark): TypedRow {
  return { figures, cells: { [ANSWER_COLUMNS.choice]: CHOICE[state], [ANSWER_COLUMNS.reason]: reason } };
}

function answerRow({ level, value, notApplicable, reason }: IndicatorAnswer): TypedRow {
  return ofNoFigures({
    [ANSWER_INPUTS.level]: level,
    [ANSWER_INPUTS.value]: value,
    [ANSWER_INPUTS.notApplicable]: notApplicable ? NOT_APPLICABLE : '',
    [ANSWER_INPUTS.reason]: reason,
  });
}

function ofNoFigures(cells: TypedRow['cells']): TypedRow {
  return { figures: '', cells };
}
