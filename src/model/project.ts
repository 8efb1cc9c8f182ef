import type { CellPlace } from './address';
import type { Decimal } from './decimal';
import type { ScoreStatus } from './scorecard';
import type { AmountUnit } from './unit';

/** The amounts of a line of a project's money: 年初预算数, 全年预算数, 全年执行数. */
export const PROJECT_FUNDS = ['initialBudget', 'annualBudget', 'actual'] as const;
export type ProjectFund = (typeof PROJECT_FUNDS)[number];

/** What an amount is called on the official form. */
export const FUND_NAMES: Readonly<Record<ProjectFund, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  actual: '全年执行数',
};

/** The lines 其中 of a project's money; they are never scored. */
export const FUND_PARTS = ['当年财政拨款', '上年结转资金', '其他资金'] as const;
export type FundPart = (typeof FUND_PARTS)[number];

/** One line of a project's money, in the unit of its funds; null where nothing says it. */
export interface FundAmounts extends Readonly<Record<ProjectFund, Decimal | null>> {
  readonly places: readonly CellPlace[];
}

/** Money of a project in one unit: all of it, and its parts. */
export interface ProjectFunds extends FundAmounts {
  /** Null where the source states none: then the amounts are as they are written there. */
  readonly unit: AmountUnit | null;
  readonly parts: Readonly<Record<FundPart, FundAmounts>>;
}

/** One indicator of a project (财预〔2020〕10号). */
export interface ProjectIndicator {
  /** Project and path; stable across runs, and what answers are given by. */
  readonly id: string;
  /** 产出指标, 数量指标, 发放人数. */
  readonly path: readonly string[];
  /** As the table states it: ≥95%. */
  readonly target: string;
  readonly actual: string;
  readonly points: Decimal | null;
  /** Unrounded; null when not scored. */
  readonly score: Decimal | null;
  /** The score the table states itself. */
  readonly stated: Decimal | null;
  readonly status: ScoreStatus;
  /** Why points were lost, what was understood, what is missing. */
  readonly note: string;
  /** Her own words in the table: 偏差原因分析及改进措施. */
  readonly deviation: string;
  readonly places: readonly CellPlace[];
}

/** The self-evaluation of one project. */
export interface ProjectEvaluation {
  /** The project's name, comparable; stable across runs. */
  readonly id: string;
  readonly name: string;
  /** 全年执行数 ÷ 全年预算数; null when it cannot be worked out. */
  readonly executionRate: Decimal | null;
  readonly funds: ProjectFunds;
  /** Points for 执行率, ten by default, and what they came to. */
  readonly executionPoints: Decimal;
  readonly executionScore: Decimal | null;
  readonly indicators: readonly ProjectIndicator[];
  readonly total: Decimal;
  readonly pendingPoints: Decimal;
  /** Null while points are pending. */
  readonly grade: string | null;
}

/** A record with a value for each of some names. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}
