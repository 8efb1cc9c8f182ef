import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { call, number, operation, text } from '../../sheet/formula';
import type { Arithmetic, ScoreMethod, ScoreTerms } from './method';
import { scoreBy } from './method';

/** Decimals at which a sheet compares: what differs less came from binary fractions, not from her figures. */
const COMPARED_DECIMALS = Decimal.of(9);

const LIVE: Arithmetic<Formula> = {
  zero: number(Decimal.ZERO),
  times: (left, right) => operation('*', left, right),
  dividedBy: (left, right) => operation('/', left, right),
  smaller: (left, right) => call('MIN', left, right),
  larger: (left, right) => call('MAX', left, right),
  choose: (left, relation, right, then, otherwise) =>
    call('IF', operation(relation, compared(left), compared(right)), then(), otherwise()),
};

function compared(formula: Formula): Formula {
  return formula.type === 'number' ? formula : call('ROUND', formula, number(COMPARED_DECIMALS));
}

/**
 * The unrounded score of a quantitative indicator as a live formula, described by the same {@link scoreBy} as the exact
 * score. Actual value, target and points are formulas that give numbers, percentages as ratios.
 * @param pending shown instead while one of them is no number, a blank cell included
 */
export function projectScoreFormula(method: ScoreMethod, terms: ScoreTerms<Formula>, pending = '待填'): Formula {
  const { actual, target, to, points } = terms;
  const needed = [actual, target, points, ...(method === 'within' ? [to] : [])].filter((one) => one.type !== 'number');
  const score = scoreBy(method, terms, LIVE);
  if (needed.length === 0) return score;
  return call('IF', call('AND', ...needed.map((one) => call('ISNUMBER', one))), score, text(pending));
}
