import type { CellPlace } from './address';
import type { Decimal } from './decimal';
import type { AmountUnit } from './unit';

/** 依公式算出 · 人工评定 · 待填 · 不适用. */
export type ScoreStatus = 'computed' | 'answered' | 'pending' | 'not-applicable';

/** A figure an indicator was worked out from. */
export interface ScoreInput {
  /** In words: 《支出决算表》合计·本年支出合计. */
  readonly name: string;
  readonly value: Decimal | null;
  readonly unit: AmountUnit | null;
  readonly places: readonly CellPlace[];
}

/** One indicator with its score and everything the score can be traced to. */
export interface ScoredIndicator {
  readonly id: string;
  /** Level 1 to 3: 过程, 预算执行, 预算完成率. */
  readonly path: readonly string[];
  /** As the rubric gives them, before indicators that do not apply are shared out. */
  readonly points: Decimal;
  /** The indicator's value: a ratio as 0.9876, a count, a share of points; null when not known. */
  readonly value: Decimal | null;
  /** As printed: ≥100%, ≤6个工作日, or the words of a qualitative target. */
  readonly target: string;
  /** Unrounded; null when pending or not applicable. */
  readonly score: Decimal | null;
  readonly status: ScoreStatus;
  /** In words: 预算完成数 ÷ 预算数. */
  readonly formula: string;
  readonly inputs: readonly ScoreInput[];
  /** Why points were lost, and what is missing where it is pending; empty for full marks. */
  readonly deduction: string;
  /** The smallest change that would regain the lost points, as arithmetic only; empty where there is none. */
  readonly regain: string;
  /** What she has to show for it. */
  readonly evidence: readonly string[];
  readonly basis: string;
}

/** What a rubric gives for a workbook (shared/design/contract.md, scorecard). */
export interface Scorecard {
  readonly rubric: string;
  readonly rubricTitle: string;
  readonly pointsBasis: 'confirmed' | 'unconfirmed';
  readonly full: Decimal;
  /** Points of indicators that have a score, those that do not apply shared out. */
  readonly scorable: Decimal;
  readonly pendingPoints: Decimal;
  /** Sum of the unrounded scores, rounded to two decimals, after re-basing and cap. */
  readonly total: Decimal;
  /** Total minus the sum of the rounded scores. */
  readonly remainder: Decimal;
  /** Null while points are pending. */
  readonly grade: string | null;
  /** Why the total was capped; null when it was not. */
  readonly cap: string | null;
  readonly indicators: readonly ScoredIndicator[];
}
