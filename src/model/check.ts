import type { Area, CellPlace } from './address';
import type { Decimal } from './decimal';
import type { FindingClass, Handling } from './finding';
import type { AmountUnit } from './unit';

/** 相符 · 尾差 · 不符 · 缺表 · 不适用. */
export type CheckStatus = 'holds' | 'rounding' | 'fails' | 'missing' | 'not-applicable';

/** The likely cause of a gap. */
export type Cause =
  | 'unit'
  | 'rounding'
  | 'missing-row'
  | 'doubled-row'
  | 'swapped-digits'
  | 'misclassified'
  | 'period'
  | 'text-number'
  | 'sign';

/** One side of a relation. */
export interface Side {
  /** In words, without figures: 《收入决算表》合计·本年收入合计. */
  readonly text: string;
  /** In `unit`; null when it cannot be worked out. */
  readonly value: Decimal | null;
  readonly unit: AmountUnit | null;
  readonly places: readonly CellPlace[];
}

/** Entries of a ledger that make up a gap by themselves. */
export interface ExplainingEntries {
  readonly sheet: string;
  /** The row of each of them. */
  readonly areas: readonly Area[];
  /** Which voucher, and what may be wrong with it. */
  readonly text: string;
  /** What they come to, in 元. */
  readonly value: Decimal;
}

/** A relation as tried on one row or one table. */
export interface Check {
  readonly id: string;
  /** Stable across runs: the id, the year and what the relation was tried on. */
  readonly key: string;
  readonly title: string;
  readonly basis: string;
  readonly class: FindingClass;
  readonly status: CheckStatus;
  readonly left: Side | null;
  readonly right: Side | null;
  /** Left minus right, in the left side's unit. */
  readonly difference: Decimal | null;
  /** In the left side's unit. */
  readonly tolerance: Decimal | null;
  readonly cause: Cause | null;
  readonly message: string;
  /** Several are possibilities, none of them picked; absent where no ledger was searched. */
  readonly explainedBy?: readonly ExplainingEntries[];
  readonly handling: Handling;
}
