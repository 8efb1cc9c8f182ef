import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { call, operation } from '../../sheet/formula';
import { withoutTail } from '../../sheet/rounding';
import type { RatioMethod, Sign } from '../pack';
import { percentText, scoreText, targetText, valueText } from '../words';
import type { Engine } from './engine';
import { ZERO, aimOf, meets, parameter, signOf } from './engine';

/**
 * Points in proportion: value ÷ target for “at least”, target ÷ value for “at most”, whichever is smaller for “equal”;
 * never more than the points. A target or value of zero or below has no proportion: met or nothing.
 */
export const ratio: Engine<RatioMethod> = {
  parameters: ({ method }) =>
    method.nothingBelow === undefined ? {} : { nothingBelow: Decimal.of(method.nothingBelow) },

  score(cells, indicator) {
    const { value, target, points } = cells;
    const sign = signOf(indicator);
    const share = shareOf(sign, value, target);
    const proportional = operation('*', points, share);
    const given =
      indicator.method.nothingBelow === undefined
        ? proportional
        : call('IF', operation('<', withoutTail(share), parameter(cells, 'nothingBelow')), ZERO, proportional);
    const hopeless = call('OR', operation('<=', target, ZERO), operation('<=', value, ZERO));
    return call('IF', meets(sign, value, target), points, call('IF', hopeless, ZERO, given));
  },

  reason({ indicator, value, score, points }) {
    const least = indicator.method.nothingBelow;
    const nothing = least !== undefined && score.isZero() ? `，不到目标的${percentText(Decimal.of(least))}不得分` : '';
    const target = targetText(indicator.target);
    const measured = target === '' ? '' : `，目标${target}`;
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    return `实际${valueText(value, indicator)}${measured}${nothing}，按比例得${scoreText(score)}分，扣${lost}分`;
  },

  fullAt: (indicator) => ({ sign: signOf(indicator), value: aimOf(indicator) }),
  regain: () => '',
};

function shareOf(sign: Exclude<Sign, '定性'>, value: Formula, target: Formula): Formula {
  const forward = operation('/', value, target);
  const reverse = operation('/', target, value);
  if (sign === '≥' || sign === '>') return forward;
  if (sign === '≤' || sign === '<') return reverse;
  return call('MIN', forward, reverse);
}
