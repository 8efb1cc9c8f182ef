import type { Answers } from '../rubric/answers';
import type { Rubric } from '../rubric/pack';
import type { Scoring } from '../rubric/score';
import type { KeptRow } from './kept';
import type { RubricSheet } from './rubric-sheet';
import type { ScoreLayout } from './score-layout';
import type { WorkingPaper } from './working-paper';

/** What the blocks of 自评_评分表 are put together with. */
export interface ScoreContext {
  readonly rubric: Rubric;
  readonly scoring: Scoring;
  /** Answers besides those she typed on the sheet. */
  readonly answers: Answers;
  /** What she typed on the sheet before, by row. */
  readonly kept: ReadonlyMap<string, KeptRow>;
  readonly rubricSheet: RubricSheet;
  readonly paper: WorkingPaper;
  readonly layout: ScoreLayout;
}
