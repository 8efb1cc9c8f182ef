import type { Figure } from '../facts/figure';
import { evaluate, isGap } from '../formula/evaluate';
import { toExcel } from '../formula/excel';
import type { FigureFormula } from '../formula/excel';
import type { Scope } from '../formula/scope';
import { Decimal } from '../model/decimal';
import { scopeWithGroups } from '../rubric/grouped-figures';
import type { Cap, Rubric } from '../rubric/pack';
import { nodeOf } from '../rubric/value';
import type { Formula } from '../sheet/formula';
import { call, number, operation } from '../sheet/formula';
import { withoutTail } from '../sheet/rounding';

interface TriedCap {
  readonly cap: Cap;
  readonly figures: readonly Figure[];
}

function tried(rubric: Rubric, scope: Scope): TriedCap[] {
  return (rubric.caps ?? []).flatMap((cap) => {
    const outcome = evaluate(nodeOf(cap.ratio), scopeWithGroups(scope));
    return isGap(outcome) ? [] : [{ cap, figures: outcome.figures }];
  });
}

/** Figures the caps of a rubric depend on. */
export function figuresOfCaps(rubric: Rubric, scope: Scope): Figure[] {
  return tried(rubric, scope).flatMap(({ figures }) => figures);
}

/** The most a total may be, live; null when the rubric has no cap that can be tried. */
export function capFormula(rubric: Rubric, scope: Scope, figure: FigureFormula): Formula | null {
  const full = number(Decimal.of(rubric.full));
  const limits = tried(rubric, scope).flatMap(({ cap, figures }) => {
    const unit = figures.find((one) => one.unit !== null)?.unit ?? null;
    const drawn = toExcel(nodeOf(cap.ratio), scopeWithGroups(scope), unit, figure);
    if ('gap' in drawn) return [];
    const ratio = withoutTail(drawn.formula);
    const isBelow = operation('<', ratio, number(Decimal.of(cap.below)));
    return [call('IF', isBelow, number(Decimal.of(cap.total)), full)];
  });
  return limits.length === 0 ? null : call('MIN', full, ...limits);
}
