import { Decimal } from '../../model/decimal';
import { operation } from '../../sheet/formula';
import type { DeductionMethod } from '../pack';
import { scoreText } from '../words';
import type { Engine } from './engine';
import { parameter } from './engine';

/** Points off for each thing counted, until none are left. */
export const deduction: Engine<DeductionMethod> = {
  parameters: ({ method }) => ({ each: Decimal.of(method.each) }),

  score: (cells) => operation('-', cells.points, operation('*', cells.value, parameter(cells, 'each'))),

  reason({ indicator, value, score, points }) {
    const { counted, each } = indicator.method;
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    const end = score.isZero() ? '，扣完为止' : '';
    return `${counted}${value.toString()}个，每个扣${each}分，扣${lost}分${end}`;
  },

  fullAt: () => null,
  regain: ({ indicator, value }) => `${indicator.method.counted}减少${value.toString()}个（减到0）即得满分`,
};
