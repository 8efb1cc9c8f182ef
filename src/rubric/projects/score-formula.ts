import { Decimal } from '../../model/decimal';
import { PENDING } from '../../model/pending';
import type { Formula } from '../../sheet/formula';
import { call, number, operation, text } from '../../sheet/formula';
import { withoutTail } from '../../sheet/rounding';
import type { Arithmetic, ScoreMethod, ScoreTerms } from './method';
import { scoreBy } from './method';

const LIVE: Arithmetic<Formula> = {
  zero: number(Decimal.ZERO),
  times: (left, right) => operation('*', left, right),
  dividedBy: (left, right) => operation('/', left, right),
  smaller: (left, right) => call('MIN', left, right),
  larger: (left, right) => call('MAX', left, right),
  choose: (left, relation, right, then, otherwise) =>
    call('IF', operation(relation, withoutTail(left), withoutTail(right)), then(), otherwise()),
};

/**
 * The unrounded score of a quantitative indicator as a live formula, described by the same {@link scoreBy} as the exact
 * score. Actual value, target and points are formulas that give numbers, percentages as ratios.
 * @param pending shown instead while one of them is no number, a blank cell included
 */
export function projectScoreFormula(method: ScoreMethod, terms: ScoreTerms<Formula>, pending = PENDING): Formula {
  const { actual, target, to, points } = terms;
  const needed = [actual, target, points, ...(method === 'within' ? [to] : [])].filter((one) => one.type !== 'number');
  const score = scoreBy(method, terms, LIVE);
  if (needed.length === 0) return score;
  return call('IF', call('AND', ...needed.map((one) => call('ISNUMBER', one))), score, text(pending));
}
