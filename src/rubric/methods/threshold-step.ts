import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { call, operation } from '../../sheet/formula';
import { withoutTail } from '../../sheet/rounding';
import type { Sign, ThresholdStepMethod } from '../pack';
import { distanceText, inScale, scoreText, targetText, valueText } from '../words';
import type { Engine } from './engine';
import { ZERO, aimOf, meets, parameter, signOf } from './engine';

const PARTIAL_WORDS = {
  proportional: '不足的按比例',
  counts: '不足一个按一个',
  ignored: '不足一个不扣',
} as const;

/** 达标满分，每超 N 扣 M 分，扣完为止. */
export const thresholdStep: Engine<ThresholdStepMethod> = {
  parameters: ({ method, target }) => ({
    per: inScale(method.per, target?.unit ?? '%'),
    deduct: Decimal.of(method.deduct),
  }),

  score(cells, indicator) {
    const { value, target, points } = cells;
    const sign = signOf(indicator);
    const steps = operation('/', distance(sign, value, target), parameter(cells, 'per'));
    const counted = countedSteps(steps, indicator.method.partial);
    const left = operation('-', points, operation('*', counted, parameter(cells, 'deduct')));
    return call('IF', meets(sign, value, target), points, left);
  },

  reason({ indicator, value, score, points }) {
    const { method, target } = indicator;
    const apart = value.minus(aimOf(indicator)).abs();
    const step = distanceText(inScale(method.per, target?.unit ?? '%'), indicator);
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    const rule = `每${step}扣${method.deduct}分（${PARTIAL_WORDS[method.partial]}）`;
    const end = score.isZero() ? '，扣完为止' : '';
    return `实际${valueText(value, indicator)}，与目标${targetText(target)}相差${distanceText(apart, indicator)}，${rule}，扣${lost}分${end}`;
  },

  fullAt: (indicator) => ({ sign: signOf(indicator), value: aimOf(indicator) }),
  regain: () => '',
};

function distance(sign: Exclude<Sign, '定性'>, value: Formula, target: Formula): Formula {
  if (sign === '=') return call('ABS', operation('-', value, target));
  return sign === '≤' || sign === '<' ? operation('-', value, target) : operation('-', target, value);
}

function countedSteps(steps: Formula, partial: ThresholdStepMethod['partial']): Formula {
  if (partial === 'proportional') return steps;
  // Three whole steps that binary arithmetic made 3.0000000000000004 are three.
  return call(partial === 'counts' ? 'ROUNDUP' : 'ROUNDDOWN', withoutTail(steps), ZERO);
}
