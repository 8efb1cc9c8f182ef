import { Decimal } from '../../../src/model/decimal';
import { exactScore, isOverAchieved, methodParameters, scoreFormula } from '../../../src/rubric/methods/score-formula';
import { scoreText } from '../../../src/rubric/words';
import { number } from '../../../src/sheet/formula';
import { binaryValue } from './binary-formula';
import { METHOD_CASES } from './method-cases';
import { target } from './scored';

describe('scoring methods', () => {
  it.each(METHOD_CASES.map((one) => [one.rule, one.value, one.score, one] as const))('%s：%s 得 %s 分', (...line) => {
    const { scored, points, value, score } = line[3];
    expect(scoreText(exactScore(scored, Decimal.of(value), Decimal.of(points)))).toBe(score);
  });

  it.each(METHOD_CASES.map((one) => [one.rule, one.value, one] as const))(
    'do not turn on the last bit of binary arithmetic: %s：%s',
    (...line) => {
      const { scored, points, value, score } = line[2];
      const cells = { value: number(Decimal.of(value)), points: number(Decimal.of(points)) };
      const binary = binaryValue(scoreFormula(scored, cells));
      // A hair above, so that only a wrong step or band shows, not the rounding of a tie.
      expect(Math.abs(binary - Number(score))).toBeLessThan(0.0050001);
    },
  );

  it('keep every digit of a score until it is shown', () => {
    const scored = { method: { type: 'ratio' }, target: target('≥3个'), display: 'count' } as const;
    expect(exactScore(scored, Decimal.of(1), Decimal.of(10)).toString()).toMatch(/^3\.3{10}/);
  });

  it('say their numbers in the scale of values: a percentage point is 0.01', () => {
    const method = { type: 'threshold-step', per: '2', deduct: '0.5', partial: 'counts' } as const;
    const parameters = methodParameters({ method, target: target('≤100%'), display: 'ratio' });
    expect(parameters['per']?.toString()).toBe('0.02');
    expect(parameters['deduct']?.toString()).toBe('0.5');
  });
});

describe('over-achievement', () => {
  const training = { method: { type: 'ratio' }, target: target('≥100人次'), display: 'count' } as const;
  const over = { above: '0.3', deduct: '0.2' };
  const scoreOf = (value: number): string => exactScore(training, Decimal.of(value), Decimal.of(10), over).toString();

  it('begins above the threshold, not at it', () => {
    expect(isOverAchieved(training, Decimal.of(130), over)).toBe(false);
    expect(isOverAchieved(training, Decimal.of('130.01'), over)).toBe(true);
  });

  it('takes off only what the pack says', () => {
    expect([scoreOf(130), scoreOf(131)]).toEqual(['10', '8']);
    expect(exactScore(training, Decimal.of(500), Decimal.of(10), { above: '0.3' }).toString()).toBe('10');
  });

  it('does not exist for targets of “at most” and for targets of zero', () => {
    expect(isOverAchieved({ ...training, target: target('≤100人次') }, Decimal.of(10), over)).toBe(false);
    expect(isOverAchieved({ ...training, target: target('≥0人次') }, Decimal.of(10), over)).toBe(false);
  });
});
