import type { CellPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import { pendingText } from '../model/pending';
import type { Rubric } from '../rubric/pack';
import type { Formula } from '../sheet/formula';
import { cell } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import type { CellStyle } from '../sheet/style';
import type { FormBuilder } from './form-sheet';
import type { KeptRow, Typed } from './kept';
import { SHEETS } from './sheet-names';
import type { WorkingPaper } from './working-paper';

/** Who the forms are about. */
export interface FormSubject {
  readonly unitName: string | null;
  readonly year: number | null;
  /** Of the rubric the unit is scored by, which says how sure points are on all its forms. */
  readonly pointsBasis?: Rubric['pointsBasis'];
}

/** What the blocks of the form of one project are put together with. */
export interface FormContext {
  readonly form: FormBuilder;
  readonly paper: WorkingPaper;
  readonly about: FormSubject;
  readonly kept: ReadonlyMap<string, KeptRow>;
}

/** The columns of the form; two hidden ones behind it hold numbers the form shows in words or rounded. */
export const COLUMN = {
  initialBudget: 3,
  annualBudget: 4,
  actual: 5,
  points: 6,
  /** 执行率 among the funds, 得分 among the indicators. */
  score: 7,
  reason: 8,
  share: 9,
  number: 10,
  unrounded: 11,
} as const;

/** Said on a form, on the sheet and in Word, whose amounts come from a table without a unit. */
export const NO_UNIT = '项目资金的来源表没有写金额单位，数字照原样列出，请核对单位。';

/** The id of a column she types into; a form has several uses for each, so they are numbered. */
export function columnId(column: number): string {
  return `第${column + 1}栏`;
}

export function place(row: number, column: number): CellPlace {
  return { sheet: SHEETS.projects, row, column };
}

export function at(row: number, column: number): Formula {
  return cell(place(row, column));
}

/** A cell of hers: what she typed before, else what we know, else what is asked for. */
export function inputCell(
  typed: Typed | undefined,
  known: string | Decimal | null,
  asked: string | null,
  style: CellStyle,
): Cell {
  return { type: 'input', value: typed ?? known ?? (asked === null ? null : pendingText(asked)), style };
}
