import type { CellPlace } from '../../model/address';
import type { Decimal } from '../../model/decimal';
import type { ScoreMethod } from './method';
import type { ProjectMoney } from './money';
import type { Stated } from './source';

/** A number cell of a source table that a live formula can read: the number used is the cell × 10^power. */
export interface LiveCell {
  readonly place: CellPlace;
  readonly power: number;
}

/** Where the score for 预算执行率 came from. */
export interface ExecutionTrace {
  readonly type: 'execution';
  readonly money: ProjectMoney;
  readonly points: Stated | null;
  /** The rate that was scored, where only the table's own rate is known. */
  readonly statedRate: Decimal | null;
}

/** How an indicator was scored: enough to write the same score as a live formula. */
export interface IndicatorTrace {
  readonly type: 'indicator';
  /** Null for qualitative indicators and while no number can be scored. */
  readonly method: ScoreMethod | null;
  /** The numbers that were put into proportion, in one unit, percentages as ratios. */
  readonly target: Decimal | null;
  readonly to: Decimal | null;
  readonly actual: Decimal | null;
  /** Share of the points a qualitative indicator got. */
  readonly share: Decimal | null;
  readonly points: Stated | null;
  /** Cells that hold these as plain numbers; null for texts such as ≥95% and 9618人. */
  readonly targetCell: LiveCell | null;
  readonly actualCell: LiveCell | null;
}

export type ProjectTrace = ExecutionTrace | IndicatorTrace;

/** By the id of a project (for its 预算执行率) and by the ids of its indicators. */
export type ProjectTraces = ReadonlyMap<string, ProjectTrace>;
