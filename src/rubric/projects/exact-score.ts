import { Decimal } from '../../model/decimal';
import type { Arithmetic, Relation, ScoreMethod, ScoreTerms } from './method';
import { scoreBy } from './method';

const HOLDS: Readonly<Record<Relation, (order: -1 | 0 | 1) => boolean>> = {
  '=': (order) => order === 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
};

const EXACT: Arithmetic<Decimal> = {
  zero: Decimal.ZERO,
  times: (left, right) => left.times(right),
  dividedBy: (left, right) => {
    const quotient = left.dividedBy(right);
    if (quotient === null) throw new Error('a score was divided by zero');
    return quotient;
  },
  smaller: (left, right) => (left.compare(right) <= 0 ? left : right),
  larger: (left, right) => (left.compare(right) >= 0 ? left : right),
  choose: (left, relation, right, then, otherwise) => (HOLDS[relation](left.compare(right)) ? then() : otherwise()),
};

/** The unrounded score of a quantitative indicator; between zero and its points. */
export function exactScore(method: ScoreMethod, terms: ScoreTerms<Decimal>): Decimal {
  return scoreBy(method, terms, EXACT);
}
