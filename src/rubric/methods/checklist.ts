import { Decimal } from '../../model/decimal';
import { operation } from '../../sheet/formula';
import type { ChecklistMethod } from '../pack';
import { scoreText } from '../words';
import type { Engine } from './engine';
import { parameter } from './engine';

/** Points for each item that is met; in equal parts unless the pack states them. */
export const checklist: Engine<ChecklistMethod> = {
  parameters: ({ method }) =>
    method.each === undefined ? { items: Decimal.of(method.items.length) } : { each: Decimal.of(method.each) },

  score(cells, { method }) {
    const { value, points } = cells;
    if (method.each !== undefined) return operation('*', value, parameter(cells, 'each'));
    return operation('/', operation('*', points, value), parameter(cells, 'items'));
  },

  reason({ indicator, value, score, points }) {
    const { items } = indicator.method;
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    return `${items.length}个要点符合${value.toString()}个，得${scoreText(score)}分，扣${lost}分`;
  },

  fullAt: () => null,

  regain({ indicator, value, points }) {
    const { items, each } = indicator.method;
    const wanted = each === undefined ? Decimal.of(items.length) : points.dividedBy(Decimal.of(each));
    if (wanted === null) return '';
    const more = wanted.minus(value).toString();
    return `再符合${more}个要点（${wanted.toString()}－${value.toString()}）即得满分`;
  },
};
