import { PENDING } from '../model/pending';
import type { Scorecard } from '../model/scorecard';
import type { Formula } from '../sheet/formula';
import { joined, text } from '../sheet/formula';

/** What a scorecard came to while something is pending, each as it is printed. */
export interface PartlyScored<T> {
  readonly total: T;
  readonly scorable: T;
  readonly pending: T;
}

/** 已评 42.10/48.00，待填 52.00 分. */
export function partlyScoredWords({ total, scorable, pending }: PartlyScored<string>): string {
  return `已评 ${total}/${scorable}，${PENDING} ${pending} 分`;
}

/** {@link partlyScoredWords}, live. */
export function partlyScoredFormula({ total, scorable, pending }: PartlyScored<Formula>): Formula {
  return joined(text('已评 '), total, text('/'), scorable, text(`，${PENDING} `), pending, text(' 分'));
}

/** The points of a scorecard with two decimals, for {@link partlyScoredWords}. */
export function partlyScored({ total, scorable, pendingPoints }: Scorecard): PartlyScored<string> {
  return { total: total.toFixed(2), scorable: scorable.toFixed(2), pending: pendingPoints.toFixed(2) };
}
