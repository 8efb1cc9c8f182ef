import { Decimal } from '../model/decimal';
import { levelsOf } from './methods/qualitative';
import type { Award, BandMethod, Indicator, ThresholdStepMethod } from './pack';
import { percentText } from './words';

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';

/**
 * The scoring of an indicator in the words finance bureaus use (评分标准), such as
 * 达标得满分，每超过1个百分点扣0.3分，不足1个按比例扣分，扣完为止. The import of a table (import/criterion.ts) reads them back.
 */
export function methodWords(indicator: Pick<Indicator, 'method' | 'target' | 'display'>): string {
  const { method } = indicator;
  switch (method.type) {
    case 'ratio': {
      const least = method.nothingBelow;
      return `按比例计分${least === undefined ? '' : `，低于${percentText(Decimal.of(least))}不得分`}`;
    }
    case 'threshold-step':
      return stepWords(method, indicator);
    case 'band':
      return bandWords(method, indicator);
    case 'qualitative': {
      const levels = levelsOf(method).map(
        ({ name, from, to }) => `${name}${percentText(Decimal.of(to))}-${percentText(Decimal.of(from))}（含）`,
      );
      return `定性：${levels.join('、')}`;
    }
    case 'checklist': {
      const items = method.items.map((item, index) => `${MARKS[index] ?? `(${index + 1})`}${item}`).join('；');
      return `${items}。${method.each === undefined ? '全部符合得满分，部分符合按个数平均' : `每符合1个得${method.each}分`}`;
    }
    case 'deduction':
      return `每有1个【${method.counted}】扣${method.each}分，扣完为止`;
  }
}

function stepWords({ per, deduct, partial }: ThresholdStepMethod, { target }: Pick<Indicator, 'target'>): string {
  const sign = target?.sign ?? '≥';
  const side = sign === '=' ? '相差' : sign === '≤' || sign === '<' ? '超过' : '低于';
  const unit = target === null || target.unit === '%' ? '个百分点' : target.unit;
  const rest = { proportional: '按比例扣分', counts: '按1个计', ignored: '不扣分' }[partial];
  return `达标得满分，每${side}${per}${unit}扣${deduct}分，不足1个${rest}，扣完为止`;
}

function bandWords(
  { bands, bound, otherwise }: BandMethod,
  { target, display }: Pick<Indicator, 'target' | 'display'>,
): string {
  const unit = target?.unit ?? (display === 'ratio' ? '%' : '');
  const side = bound === 'at-least' ? '以上' : '以内';
  const lines = bands.map(({ limit, award }) => `${limit}${unit}（含）${side}${awardWords(award)}`);
  return [...lines, `其余${awardWords(otherwise)}`].join('；');
}

function awardWords(award: Award): string {
  if ('points' in award) return `得${award.points}分`;
  const share = Decimal.of(award.share);
  if (share.isZero()) return '不得分';
  return share.equals(Decimal.of(1)) ? '得满分' : `得分值的${percentText(share)}`;
}
