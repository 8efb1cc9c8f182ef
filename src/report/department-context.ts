import type { Scope } from '../formula/scope';
import type { CellPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import { NOT_APPLICABLE, PENDING } from '../model/pending';
import type { ScoredIndicator } from '../model/scorecard';
import type { Rubric } from '../rubric/pack';
import type { Scoring } from '../rubric/score';
import { roundedScore } from '../rubric/total';
import { cell } from '../sheet/formula';
import type { CellStyle } from '../sheet/style';
import { formulaCell } from './cells';
import type { DepartmentMoney } from './department-money';
import type { Field, FormBuilder } from './form-sheet';
import type { KeptRow } from './kept';
import type { ScoreSheet } from './score-sheet';
import type { WorkingPaper } from './working-paper';

/** What the form of a department is about. */
export interface DepartmentSource {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly rubric: Rubric;
  readonly scoring: Scoring;
  readonly scope: Scope;
  /** What she typed on the sheet before, by row. */
  readonly kept: ReadonlyMap<string, KeptRow>;
}

/** What the blocks of the form are put together with. */
export interface DepartmentContext {
  readonly form: FormBuilder;
  readonly source: DepartmentSource;
  readonly money: DepartmentMoney;
  readonly scores: ScoreSheet;
  readonly paper: WorkingPaper;
}

/** A field that shows a cell of another sheet, live. */
export function shown(place: CellPlace, value: Decimal | string, style: CellStyle, across = 1): Field {
  return { cell: formulaCell(cell(place), value, style), across };
}

/** A score as 自评_评分表 shows it. */
export function scoreNow({ score, status }: ScoredIndicator): Decimal | string {
  if (score) return roundedScore(score);
  return status === 'not-applicable' ? NOT_APPLICABLE : PENDING;
}
