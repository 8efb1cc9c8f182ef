import type { Cell } from '../sheet/sheet';
import { textCell } from './cells';
import type { KeptRow } from './kept';
import type { ListRow } from './list-sheet';
import { FORMERLY_TYPED, formerRowsOf, formerSubject } from './rubric-former';
import { SCORE_COLUMNS, blankCells } from './score-layout';
import { STYLES } from './styles';

/**
 * Her answers to indicators that are not scored now, those of another rubric or with their points set to 0: kept at the
 * end of the list and read back from there, so that they stand in their rows again once the indicators do.
 * @param current the rows of the sheet as it is written now
 */
export function formerAnswers(kept: ReadonlyMap<string, KeptRow>, current: readonly ListRow[]): ListRow[] {
  const rows = formerRowsOf(kept, new Set(current.flatMap(({ mark }) => mark?.id ?? []))).map(formerRow);
  const heading: ListRow = {
    cells: [textCell(''), textCell(FORMERLY_TYPED, STYLES.strong), ...blankCells(SCORE_COLUMNS.length - 2)],
  };
  return rows.length === 0 ? [] : [heading, ...rows];
}

function formerRow({ id, typed }: KeptRow): ListRow {
  const { rubric, indicator, evidence } = formerSubject(id);
  const words = ['', FORMERLY_TYPED, rubric, indicator, '', evidence ?? ''];
  const cells = SCORE_COLUMNS.map(({ input }, column): Cell => {
    const value = input === undefined ? undefined : typed.get(input);
    return value === undefined ? textCell(words[column] ?? '') : { type: 'input', value, style: STYLES.input };
  });
  return { cells, mark: { id, inputs: [...typed.keys()], figures: '' } };
}
