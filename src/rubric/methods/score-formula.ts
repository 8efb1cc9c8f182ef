import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { call, number, operation } from '../../sheet/formula';
import { withoutTail } from '../../sheet/rounding';
import { exactNumber } from '../exact-formula';
import type { Method, OverAchievement } from '../pack';
import { band } from './band';
import { checklist } from './checklist';
import { deduction } from './deduction';
import type { Engine, ScoreCells, Scored } from './engine';
import { ONE, ZERO, aimOf, signOf } from './engine';
import { qualitative } from './qualitative';
import { ratio } from './ratio';
import { thresholdStep } from './threshold-step';

const ENGINES: { readonly [T in Method['type']]: Engine<Extract<Method, { type: T }>> } = {
  ratio,
  'threshold-step': thresholdStep,
  band,
  qualitative,
  checklist,
  deduction,
};

/** The engine of an indicator's method. */
export function engineOf(indicator: Scored): Engine<Method> {
  return ENGINES[indicator.method.type];
}

/** The method's own numbers by name, in the scale of values: what a sheet shows beside points and target. */
export function methodParameters(indicator: Scored): Readonly<Record<string, Decimal>> {
  return engineOf(indicator).parameters(indicator);
}

/** The cells of a score with numbers for those a caller does not have on a sheet. */
export function scoreCells(
  indicator: Scored,
  cells: Pick<ScoreCells, 'value' | 'points'> & Partial<ScoreCells>,
): ScoreCells {
  const stated = Object.entries(methodParameters(indicator)).map(([name, value]) => [name, number(value)] as const);
  return {
    target: number(aimOf(indicator)),
    ...cells,
    parameters: { ...Object.fromEntries(stated), ...cells.parameters },
  };
}

/**
 * The unrounded score of an indicator as a live formula of the cells that hold its value and points, between 0 and the
 * points. The cells have to hold numbers: a form shows nothing while an answer is missing. Target and the method's
 * parameters are numbers inside the formula unless cells are given for them.
 */
export function scoreFormula(
  indicator: Scored,
  cells: Pick<ScoreCells, 'value' | 'points'> & Partial<ScoreCells>,
  overAchievement: OverAchievement | null = null,
): Formula {
  const all = scoreCells(indicator, cells);
  const score = call('MAX', ZERO, call('MIN', all.points, engineOf(indicator).score(all, indicator)));
  return overAchievement?.deduct === undefined ? score : reduced(score, indicator, all, overAchievement);
}

function reduced(score: Formula, indicator: Scored, cells: ScoreCells, over: OverAchievement): Formula {
  if (!hasAim(indicator)) return score;
  const off = operation('*', cells.points, number(Decimal.of(over.deduct ?? '0')));
  const penalty = call('IF', isFarAbove(cells.value, cells.target, over), off, ZERO);
  return call('MAX', ZERO, operation('-', score, penalty));
}

function isFarAbove(value: Formula, target: Formula, { above }: OverAchievement): Formula {
  const limit = operation('*', target, operation('+', ONE, number(Decimal.of(above))));
  return call('AND', operation('>', target, ZERO), operation('>', withoutTail(value), withoutTail(limit)));
}

/** True for indicators that can be over-achieved: a target of “at least”, stated as a number. */
function hasAim(indicator: Scored): boolean {
  return indicator.target !== null && indicator.target.sign !== '定性' && ['≥', '>', '='].includes(signOf(indicator));
}

/** True when a value passes its target by more than the pack's threshold. */
export function isOverAchieved(indicator: Scored, value: Decimal, over: OverAchievement): boolean {
  if (!hasAim(indicator)) return false;
  const far = call('IF', isFarAbove(number(value), number(aimOf(indicator)), over), ONE, ZERO);
  return !exactNumber(far).isZero();
}

/** The unrounded score of an indicator: {@link scoreFormula} worked out exactly. */
export function exactScore(
  indicator: Scored,
  value: Decimal,
  points: Decimal,
  overAchievement: OverAchievement | null = null,
): Decimal {
  return exactNumber(scoreFormula(indicator, { value: number(value), points: number(points) }, overAchievement));
}
