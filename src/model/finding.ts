/** 必须改正 · 需要说明 · 提示. */
export type FindingClass = 'must' | 'explain' | 'hint';

export type Stage = 'tables' | 'checks' | 'scores' | 'report' | 'text';

/** What she did about a finding or a failing check; `reopened` when the figures changed since. */
export interface Handling {
  readonly state: 'open' | 'explained' | 'not-applicable' | 'reopened';
  readonly reason: string | null;
}

export const OPEN: Handling = { state: 'open', reason: null };

/** Something that is said to her outside the relations: one per cause, with all its cells. */
export interface Finding {
  /** Id of the rule: "table.unit.missing". */
  readonly rule: string;
  /** Stable across runs: the rule and what it is about. */
  readonly key: string;
  readonly stage: Stage;
  readonly class: FindingClass;
  readonly title: string;
  /** "Sheet!A1" each. */
  readonly cells: readonly string[];
  /** What happened, where, and what to do next. */
  readonly message: string;
  readonly basis: string;
  readonly handling: Handling;
}

/** A finding with its key made from the rule and the parts that identify it, and open handling. */
export function finding(
  rule: string,
  parts: readonly (string | number | null)[],
  rest: Omit<Finding, 'rule' | 'key' | 'handling'>,
): Finding {
  return { rule, key: [rule, ...parts.map((part) => part ?? '')].join('|'), ...rest, handling: OPEN };
}
