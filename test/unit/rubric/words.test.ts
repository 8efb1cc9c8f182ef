import { Decimal } from '../../../src/model/decimal';
import { distanceText, inScale, percentText, targetNumber, targetText, valueText } from '../../../src/rubric/words';
import { target } from './scored';

const ratio = { display: 'ratio', target: target('≥100%') } as const;
const days = { display: 'count', target: target('≤6个工作日') } as const;
const money = { display: 'amount', target: target('≤17998.37万元') } as const;

describe('numbers in words', () => {
  it('are shown with two decimals, half away from zero', () => {
    expect(percentText(Decimal.of('0.995525'))).toBe('99.55%');
    expect(percentText(Decimal.of('-0.025'))).toBe('-2.5%');
    expect(valueText(Decimal.of('1.005'), days)).toBe('1.01个工作日');
    expect(valueText(Decimal.of('-2.5'), days)).toBe('-2.5个工作日');
    expect(valueText(Decimal.of('17917.84'), money)).toBe('17917.84万元');
  });

  it('have more decimals where two would show the very target that is missed', () => {
    expect(valueText(Decimal.of('0.99997'), ratio)).toBe('99.997%');
    expect(valueText(Decimal.of('17998.3701'), money)).toBe('17998.3701万元');
    expect(valueText(Decimal.of(1), ratio)).toBe('100%');
    expect(distanceText(Decimal.of('0.00003'), ratio)).toBe('0.003个百分点');
  });

  it('name percentage points for ratios and the unit for everything else', () => {
    expect(distanceText(Decimal.of('0.035'), ratio)).toBe('3.5个百分点');
    expect(distanceText(Decimal.of(2), days)).toBe('2个工作日');
  });
});

describe('a target', () => {
  it('is printed with its sign, or in its own words', () => {
    expect([ratio, days].map((one) => targetText(one.target))).toEqual(['≥100%', '≤6个工作日']);
    expect(targetText(target('有所提高'))).toBe('有所提高');
    expect(targetText(null)).toBe('');
  });

  it('is compared as a share for %, in 万元 for money', () => {
    expect(targetNumber(ratio.target)?.toString()).toBe('1');
    expect(inScale('900000', '元').toString()).toBe('90');
    expect(inScale('1.5', '亿元').toString()).toBe('15000');
    expect(targetNumber(target('有所提高'))).toBeNull();
  });
});
