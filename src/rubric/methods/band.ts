import { Decimal } from '../../model/decimal';
import type { Formula } from '../../sheet/formula';
import { call, operation } from '../../sheet/formula';
import { numberWithoutTail, withoutTail } from '../../sheet/rounding';
import type { Award, BandMethod, Target } from '../pack';
import { inScale, scoreText, valueText } from '../words';
import type { Engine, ScoreCells, Scored } from './engine';
import { parameter } from './engine';

/** Intervals of the value, each worth a share of the points or a number of points. */
export const band: Engine<BandMethod> = {
  parameters({ method, target, display }) {
    const numbers: Record<string, Decimal> = { otherwise: awarded(method.otherwise) };
    method.bands.forEach(({ limit, award }, index) => {
      numbers[`limit${index + 1}`] = inScale(limit, unitOf(target, display));
      numbers[`award${index + 1}`] = awarded(award);
    });
    return numbers;
  },

  score(cells, { method }) {
    const operator = method.bound === 'at-least' ? '>=' : '<=';
    return method.bands.reduceRight<Formula>(
      (below, { award }, index) =>
        call(
          'IF',
          operation(operator, withoutTail(cells.value), withoutTail(parameter(cells, `limit${index + 1}`))),
          given(award, `award${index + 1}`, cells),
          below,
        ),
      given(method.otherwise, 'otherwise', cells),
    );
  },

  reason({ indicator, value, score, points }) {
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    return `实际${valueText(value, indicator)}，属于“${bandWords(indicator, value)}”一档，得${scoreText(score)}分，扣${lost}分`;
  },

  fullAt({ method, target, display }) {
    const best = method.bands[0];
    if (!best) return null;
    return { sign: method.bound === 'at-least' ? '≥' : '≤', value: inScale(best.limit, unitOf(target, display)) };
  },
  regain: () => '',
};

function awarded(award: Award): Decimal {
  return Decimal.of('share' in award ? award.share : award.points);
}

function given(award: Award, name: string, cells: ScoreCells): Formula {
  const amount = parameter(cells, name);
  return 'share' in award ? operation('*', cells.points, amount) : amount;
}

function unitOf(target: Target | null, display: Scored['display']): string {
  return target?.unit ?? (display === 'ratio' ? '%' : '');
}

/** The interval a value lies in: 90%（含）以上，95%以下. */
function bandWords(indicator: Scored & { readonly method: BandMethod }, value: Decimal): string {
  const { bands, bound } = indicator.method;
  const unit = unitOf(indicator.target, indicator.display);
  const inside = (limit: string): boolean => {
    const order = numberWithoutTail(value).compare(numberWithoutTail(inScale(limit, unit)));
    return bound === 'at-least' ? order >= 0 : order <= 0;
  };
  const [better, worse] = bound === 'at-least' ? ['以上', '以下'] : ['以内', '以上'];
  const found = bands.findIndex(({ limit }) => inside(limit));
  const own = found < 0 ? null : bands[found];
  const above = found < 0 ? bands[bands.length - 1] : bands[found - 1];
  const parts = [own ? `${own.limit}${unit}（含）${better}` : '', above ? `${above.limit}${unit}${worse}` : ''];
  return parts.filter((part) => part !== '').join('、');
}
