import type { CellPlace } from './address';
import type { Decimal } from './decimal';
import type { ScoreStatus } from './scorecard';
import type { AmountUnit } from './unit';

/** Money of a project in one unit; null where the workbook does not hold it. */
export interface ProjectFunds {
  readonly initialBudget: Decimal | null;
  readonly annualBudget: Decimal | null;
  readonly actual: Decimal | null;
  readonly unit: AmountUnit | null;
  readonly places: readonly CellPlace[];
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
