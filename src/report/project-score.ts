import { Decimal, sum } from '../model/decimal';
import { PENDING } from '../model/pending';
import { FULL, gradeOf } from '../rubric/projects/score-rules';
import weights from '../rubric/projects/weights.json';
import { roundedFormula, roundedScore } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { area, call, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell } from './cells';
import { COLUMN, at } from './project-form';
import { partlyScoredFormula, partlyScoredWords } from './score-words';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';

/** Points and unrounded score of one row as they stand now; null where they are not known yet. */
export interface ScoredRow {
  readonly points: Decimal | null;
  readonly score: Decimal | null;
}

const ZERO = number(Decimal.ZERO);
const NOT_FULL = '分值合计不是 100';

/** The unrounded score in the hidden column and the rounded one that is shown. */
export function scoreCells(row: number, formula: Formula, score: Decimal | null): { unrounded: Cell; shown: Cell } {
  const raw = at(row, COLUMN.unrounded);
  const shown = call('IF', call('ISNUMBER', raw), roundedFormula(raw), raw);
  return {
    unrounded: formulaCell(formula, score ?? PENDING, STYLES.score),
    shown: formulaCell(shown, score === null ? PENDING : roundedScore(score), STYLES.money),
  };
}

/** The lines 总分 and 等级 of one form, from its rows of scores. */
export class ProjectTotal {
  /** @param top the row of 年度资金总额, `bottom` the last indicator's */
  constructor(
    private readonly top: number,
    private readonly bottom: number,
    private readonly rows: readonly ScoredRow[],
  ) {}

  private column(column: number): Formula {
    return area(SHEETS.projects, { top: this.top, bottom: this.bottom, left: column, right: column });
  }

  private get knownPoints(): Decimal {
    return sum(this.rows.flatMap(({ points }) => points ?? []));
  }

  private get isMissingPoints(): boolean {
    return this.rows.some(({ points }) => points === null);
  }

  private get pendingNow(): Decimal {
    const waiting = sum(this.rows.flatMap(({ points, score }) => (score === null ? (points ?? []) : [])));
    const rest = FULL.minus(this.knownPoints);
    return this.isMissingPoints && rest.sign() > 0 ? waiting.plus(rest) : waiting;
  }

  private get totalNow(): Decimal {
    return roundedScore(sum(this.rows.flatMap(({ score }) => score ?? [])));
  }

  private get isPending(): boolean {
    return this.rows.some(({ score }) => score === null);
  }

  points(): Cell {
    return formulaCell(
      roundedFormula(call('SUM', this.column(COLUMN.points))),
      roundedScore(this.knownPoints),
      STYLES.plain,
    );
  }

  total(): Cell {
    return formulaCell(roundedFormula(call('SUM', this.column(COLUMN.unrounded))), this.totalNow, STYLES.strongMoney);
  }

  /** 已评 85.00/90，待填 10 分; nothing once every row has a score. */
  remark(total: Formula): Cell {
    const points = call('SUM', this.column(COLUMN.points));
    const waiting = call('SUMIF', this.column(COLUMN.unrounded), text(PENDING), this.column(COLUMN.points));
    const scored = operation('-', points, waiting);
    const rest = call('MAX', ZERO, operation('-', number(FULL), points));
    const pending = this.isMissingPoints ? operation('+', waiting, rest) : waiting;
    const words = partlyScoredFormula({
      total: call('TEXT', total, text('0.00')),
      scorable: roundedFormula(scored),
      pending: roundedFormula(pending),
    });
    const scoredNow = sum(this.rows.flatMap(({ points: own, score }) => (score === null ? [] : (own ?? []))));
    const now = partlyScoredWords({
      total: this.totalNow.toFixed(2),
      scorable: roundedScore(scoredNow).toString(),
      pending: roundedScore(this.pendingNow).toString(),
    });
    return formulaCell(call('IF', this.someIsPending(), words, text('')), this.isPending ? now : '', STYLES.text);
  }

  grade(total: Formula): Cell {
    const grades = weights.grades.reduceRight<Formula>(
      (rest, { name, from }) => call('IF', operation('>=', total, number(Decimal.of(from))), text(name), rest),
      text(''),
    );
    const points = roundedFormula(call('SUM', this.column(COLUMN.points)));
    const complete = call('IF', operation('=', points, number(FULL)), grades, text(NOT_FULL));
    return formulaCell(call('IF', this.someIsPending(), text(PENDING), complete), this.gradeNow, STYLES.center);
  }

  private get gradeNow(): string {
    if (this.isPending) return PENDING;
    return this.knownPoints.equals(FULL) ? (gradeOf(this.totalNow) ?? '') : NOT_FULL;
  }

  private someIsPending(): Formula {
    return operation('>', call('COUNTIF', this.column(COLUMN.unrounded), text(PENDING)), ZERO);
  }
}
