import { Decimal, sum } from '../model/decimal';
import type { Formula } from '../sheet/formula';
import { call, number, operation } from '../sheet/formula';
import { roundFormula, roundNumber } from '../sheet/rounding';
import { exactNumber } from './exact-formula';
import type { Grade } from './pack';

/** Decimals of a score as it is shown. */
const SCORE_DECIMALS = 2;

/** A score as it is shown: two decimals, half up. */
export function roundedFormula(score: Formula): Formula {
  return roundFormula(score, SCORE_DECIMALS);
}

/** {@link roundedFormula} of a score that is known. */
export function roundedScore(score: Decimal): Decimal {
  return roundNumber(score, SCORE_DECIMALS);
}

export interface TotalCells {
  /** Sum of the unrounded scores. */
  readonly scored: Formula;
  /** Points of the indicators that apply, scored or not. */
  readonly applicable: Formula;
  readonly full: Formula;
  /** What the total may not exceed; null without cap. */
  readonly cap: Formula | null;
}

/**
 * The total as a live formula: the unrounded scores, shared out to full marks where indicators do not apply, at most the
 * cap, rounded once.
 */
export function totalFormula({ scored, applicable, full, cap }: TotalCells): Formula {
  const based = operation('/', operation('*', scored, full), applicable);
  return roundedFormula(cap === null ? based : call('MIN', based, cap));
}

/** What an indicator adds to the total; null scores are pending. */
export interface Share {
  readonly points: Decimal;
  readonly score: Decimal | null;
  readonly applies: boolean;
}

export interface Total {
  readonly scorable: Decimal;
  readonly pendingPoints: Decimal;
  readonly total: Decimal;
  readonly remainder: Decimal;
}

/**
 * The totals of a scorecard. Points of indicators that do not apply are shared out over the others in proportion, so
 * that those are worth full marks together. The remainder is what the total, before a cap, differs from the sum of the
 * scores as they are shown.
 */
export function totalOf(full: Decimal, shares: readonly Share[], cap: Decimal | null): Total {
  const applying = shares.filter(({ applies }) => applies);
  const applicable = sum(applying.map(({ points }) => points));
  if (applicable.sign() <= 0) {
    return { scorable: Decimal.ZERO, pendingPoints: Decimal.ZERO, total: Decimal.ZERO, remainder: Decimal.ZERO };
  }
  const based = (value: Decimal): Decimal => value.times(full).dividedBy(applicable) as Decimal;
  const scores = applying.flatMap(({ score }) => score ?? []);
  const scored = applying.filter(({ score }) => score !== null);
  const scorable = based(sum(scored.map(({ points }) => points))).roundHalfUp(2);
  const total = (limit: Decimal | null): Decimal =>
    exactNumber(
      totalFormula({
        scored: number(sum(scores)),
        applicable: number(applicable),
        full: number(full),
        cap: limit === null ? null : number(limit),
      }),
    );
  const shown = sum(scores.map((score) => based(score).roundHalfUp(2)));
  return {
    scorable,
    pendingPoints: scored.length === applying.length ? Decimal.ZERO : full.minus(scorable),
    total: total(cap),
    remainder: total(null).minus(shown),
  };
}

/** The grade of a total: limits belong to the better grade. */
export function gradeOf(total: Decimal, grades: readonly Grade[]): string | null {
  return grades.find(({ from }) => total.compare(Decimal.of(from)) >= 0)?.name ?? null;
}
