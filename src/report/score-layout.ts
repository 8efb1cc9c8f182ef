import type { CellPlace } from '../model/address';
import type { Rubric } from '../rubric/pack';
import type { Cell } from '../sheet/sheet';
import { ANSWER_INPUTS } from './answers';
import { textCell } from './cells';
import { firstBodyRow } from './list-sheet';
import type { ListColumn } from './list-sheet';
import { SHEETS } from './sheet-names';

/** The columns of 自评_评分表. */
export const SCORE_COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 6 },
  { header: '一级指标', width: 11 },
  { header: '二级指标', width: 13 },
  { header: '三级指标', width: 20 },
  { header: '分值', width: 6 },
  { header: '计算公式', width: 28 },
  { header: '目标', width: 12 },
  { header: '实际值', width: 11 },
  { header: '计算得分', width: 9 },
  { header: '得分', width: 9 },
  { header: '扣分原因', width: 28 },
  { header: ANSWER_INPUTS.evidence, width: 7, input: ANSWER_INPUTS.evidence },
  // From here on the screen only: how the score came about, and what may be done.
  { header: ANSWER_INPUTS.level, width: 13, input: ANSWER_INPUTS.level },
  { header: ANSWER_INPUTS.value, width: 10, input: ANSWER_INPUTS.value },
  { header: ANSWER_INPUTS.notApplicable, width: 10, input: ANSWER_INPUTS.notApplicable },
  { header: ANSWER_INPUTS.reason, width: 20, input: ANSWER_INPUTS.reason },
  { header: '怎样得回', width: 44 },
  { header: '依据', width: 60 },
];
export const SCORE_WORKING_COLUMNS = 6;
/** Where each column stands. */
export const AT = {
  points: 4,
  value: 7,
  raw: 8,
  score: 9,
  evidence: 11,
  level: 12,
  answer: 13,
  notApplicable: 14,
  reason: 15,
} as const;

/** Blank cells with the frame of the list. */
export function blankCells(count: number): Cell[] {
  return new Array<Cell>(count).fill(textCell(''));
}

/** Cells that other sheets show. */
export interface ScoreCellPlaces {
  readonly value: CellPlace;
  readonly score: CellPlace;
  readonly points: CellPlace;
}

/** Rows of totals below the indicators. */
const TOTALS = { total: 0, scorable: 1, pending: 2, remainder: 3, grade: 4 } as const;
export const TOTAL_ROWS = Object.keys(TOTALS).length;

/** Where things stand on 自评_评分表, which depends on the rubric alone. */
export class ScoreLayout {
  constructor(private readonly rubric: Rubric) {}

  rowAt(index: number): number {
    return firstBodyRow(SCORE_COLUMNS) + index;
  }

  at(index: number, column: number): CellPlace {
    return { sheet: SHEETS.scores, row: this.rowAt(index), column };
  }

  /** Where an indicator's value, score and points stand. */
  cellsOf(indicator: string): ScoreCellPlaces {
    const index = this.rubric.indicators.findIndex(({ id }) => id === indicator);
    return { value: this.at(index, AT.value), score: this.at(index, AT.score), points: this.at(index, AT.points) };
  }

  /** The index of the first row behind the indicators. */
  get totalIndex(): number {
    return this.rubric.indicators.length;
  }

  get total(): CellPlace {
    return this.at(this.totalIndex + TOTALS.total, AT.score);
  }

  get scorable(): CellPlace {
    return this.at(this.totalIndex + TOTALS.scorable, AT.score);
  }

  get pending(): CellPlace {
    return this.at(this.totalIndex + TOTALS.pending, AT.score);
  }

  get grade(): CellPlace {
    return this.at(this.totalIndex + TOTALS.grade, AT.score);
  }
}
