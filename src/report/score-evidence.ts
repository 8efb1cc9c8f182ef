import type { Rubric } from '../rubric/pack';
import type { Validation } from '../sheet/sheet';
import { ANSWER_INPUTS } from './answers';
import { textCell } from './cells';
import type { KeptRow } from './kept';
import type { ListRow } from './list-sheet';
import { indicatorKey } from './rubric-sheet';
import type { ScoreContext } from './score-context';
import type { ScoreLayout } from './score-layout';
import { AT, TOTAL_ROWS, blankCells } from './score-layout';
import { STYLES } from './styles';

const CHOICES = ['有', '缺'] as const;

/** Key of the row for one piece of evidence. */
export function evidenceKey(rubric: Pick<Rubric, 'id'>, indicator: string, at: number): string {
  return `${indicatorKey(rubric, indicator)}|佐证${at + 1}`;
}

/** What stands in her 有/缺 cells, by the ids of their rows; blank ones are not in it. */
export function standingEvidence(rubric: Rubric, rows: ReadonlyMap<string, KeptRow>): Readonly<Record<string, string>> {
  const ids = rubric.indicators.flatMap(({ id, evidence }) => evidence.map((_, at) => evidenceKey(rubric, id, at)));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const word = rows.get(id)?.standing.get(ANSWER_INPUTS.evidence);
      return word === undefined ? [] : [[id, word.toString()] as const];
    }),
  );
}

/** The list of evidence below the totals: one row for each piece an indicator wants, with her 有 or 缺. */
export function evidenceRows({ rubric, answers, kept }: ScoreContext): ListRow[] {
  const rows = rubric.indicators.flatMap((indicator) =>
    indicator.evidence.map((wanted, at): ListRow => {
      const id = evidenceKey(rubric, indicator.id, at);
      const typed = kept.get(id)?.typed.get(ANSWER_INPUTS.evidence) ?? null;
      const stated = Object.hasOwn(answers, indicator.id) ? answers[indicator.id]?.evidence : undefined;
      return {
        cells: [
          textCell(''),
          ...indicator.path.map((level) => textCell(level)),
          textCell(''),
          textCell(wanted),
          ...blankCells(4),
          textCell(at === 0 ? (stated ?? '') : ''),
          { type: 'input', value: typed, style: STYLES.input },
          ...blankCells(6),
        ],
        mark: { id, inputs: [ANSWER_INPUTS.evidence], figures: '' },
      };
    }),
  );
  const heading: ListRow = { cells: [textCell(''), textCell('佐证材料', STYLES.strong), ...blankCells(16)] };
  return rows.length === 0 ? [] : [heading, ...rows];
}

/** What may be chosen beside each piece of evidence; nothing where the rubric wants none. */
export function evidenceChoices(rubric: Rubric, layout: ScoreLayout): Validation[] {
  const count = rubric.indicators.reduce((most, { evidence }) => most + evidence.length, 0);
  if (count === 0) return [];
  const top = layout.rowAt(layout.totalIndex + TOTAL_ROWS + 1);
  return [
    {
      area: { top, bottom: top + count - 1, left: AT.evidence, right: AT.evidence },
      choices: [...CHOICES],
      message: '请选“有”或“缺”。',
    },
  ];
}
