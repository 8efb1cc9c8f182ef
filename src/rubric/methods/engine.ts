import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { number, operation } from '../../sheet/formula';
import { withoutTail } from '../../sheet/rounding';
import type { Indicator, Method, Sign } from '../pack';
import { targetNumber } from '../words';

/** What a score is worked out from: numbers, or the cells that hold them. */
export interface ScoreCells {
  /** The value, in the scale of the target: a share for %, 万元 for money. For checklists and deductions the count. */
  readonly value: Formula;
  readonly points: Formula;
  /** 1 for 100 %; not used by methods without a target. */
  readonly target: Formula;
  /** The method's own numbers by name, see `parameters` of the method. */
  readonly parameters: Readonly<Record<string, Formula>>;
}

/** An indicator as far as scoring is concerned. */
export type Scored = Pick<Indicator, 'method' | 'target' | 'display'>;

/** Numbers of one scoring, for the sentences about it. */
export interface Scoring<M extends Method> {
  readonly indicator: Scored & { readonly method: M };
  readonly points: Decimal;
  readonly value: Decimal;
  /** Unrounded, and below `points`. */
  readonly score: Decimal;
  /** The level a person stated, for qualitative indicators. */
  readonly level: string | null;
}

/** One way of scoring: its numbers, its one description, and the sentences about it. */
export interface Engine<M extends Method> {
  /** The method's own numbers, in the scale of values, that a sheet may show and let her change. */
  parameters(indicator: Scored & { readonly method: M }): Readonly<Record<string, Decimal>>;
  /** The score as a formula; {@link scoreFormula} keeps it between 0 and the points. */
  score(cells: ScoreCells, indicator: Scored & { readonly method: M }): Formula;
  /** Why points were lost, with the numbers, as a clause without full stop. */
  reason(scoring: Scoring<M>): string;
  /** The value from which on there are full marks, with the side it lies on; null where a value alone decides nothing. */
  fullAt(indicator: Scored & { readonly method: M }): { readonly sign: Sign; readonly value: Decimal } | null;
  /** What would regain the points where `fullAt` is null; empty otherwise. */
  regain(scoring: Scoring<M>): string;
}

export const ZERO = number(Decimal.ZERO);
export const ONE = number(Decimal.of(1));

/** The side of the target that is wanted; 定性 and no target count as “at least”. */
export function signOf({ target }: Scored): Exclude<Sign, '定性'> {
  return target === null || target.sign === '定性' ? '≥' : target.sign;
}

/** The target as a number in the scale of values; 1 (full share) where none is stated. */
export function aimOf({ target }: Scored): Decimal {
  return targetNumber(target) ?? Decimal.of(1);
}

const COMPARISONS = { '≥': '>=', '≤': '<=', '=': '=', '>': '>', '<': '<' } as const;

/** The condition that a value meets a target. */
export function meets(sign: Exclude<Sign, '定性'>, value: Formula, target: Formula): Formula {
  return operation(COMPARISONS[sign], withoutTail(value), withoutTail(target));
}

/** A parameter's cell, or the number itself; a name the method does not have is a bug. */
export function parameter({ parameters }: ScoreCells, name: string): Formula {
  const found = parameters[name];
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
}
