import type { Indicator, Rubric } from '../../../src/rubric/pack';
import { rubricById } from '../../../src/rubric/packs';
import { rubricFaults } from '../../../src/rubric/verify';
import { indicator, target } from './scored';

const SOUND = rubricById('mof-2013-53') as Rubric;

function faultsOf(more: Partial<Indicator>): string[] {
  const only = indicator({ type: 'ratio' }, { points: '100', ...more });
  return rubricFaults({ ...SOUND, indicators: [only] }).map(({ message }) => message);
}

describe('a rubric', () => {
  it('is refused when its points do not add up, with both sums', () => {
    const short = { ...SOUND, indicators: SOUND.indicators.slice(1) };
    expect(rubricFaults(short)).toEqual([
      { indicator: null, message: '各指标分值之和是98分，满分是100分，请核对分值。' },
    ]);
  });

  it('is refused when ids repeat or grades do not fall', () => {
    const one = indicator({ type: 'ratio' }, { points: '50' });
    const grades = [
      { name: '良', from: '80' },
      { name: '优', from: '90' },
    ];
    expect(rubricFaults({ ...SOUND, grades, indicators: [one, one] }).map(({ message }) => message)).toEqual([
      '指标编号“one”用了不止一次，请改成不同的编号。',
      '等级的下限应当从高到低排列，不能相等。',
    ]);
  });

  it('is refused for formulas that do not parse or name what does not exist', () => {
    const way = (expression: string): Partial<Indicator> => ({ formula: [{ expression, base: '' }] });
    expect(faultsOf(way('全年执行数 ÷'))[0]).toMatch(/^式子“全年执行数 ÷”：第 \d+ 个字/);
    expect(faultsOf(way('全年花费 / 全年预算数'))).toEqual(['没有名为“全年花费”的数，请核对名称。']);
    expect(faultsOf(way('《支出总帐》[合计,决算数] / 1'))).toEqual(['没有《支出总帐》这种表，请核对表名。']);
    expect(faultsOf(way('《支出决算表》[合计,总数] / 1'))).toEqual(['《支出决算表》没有“总数”这一列。']);
    expect(faultsOf(way('对《支出决算表》每行：[基本支出]'))).toHaveLength(1);
  });

  it.each<[string, Partial<Indicator>, RegExp]>([
    ['分值不是数', { points: '十分' }, /分值“十分”应当是不小于0的数/],
    ['目标值不是数', { target: { sign: '≥', value: '全部', unit: '' } }, /目标值“全部”应当是数/],
    [
      '达标满分没有目标',
      { method: { type: 'threshold-step', per: '1', deduct: '1', partial: 'counts' } },
      /要有目标值/,
    ],
    [
      '步长为0',
      { method: { type: 'threshold-step', per: '0', deduct: '1', partial: 'counts' }, target: target('≤100%') },
      /扣分的步长“0”应当是大于0的数/,
    ],
    ['没有要点', { method: { type: 'checklist', items: [] } }, /要列出要点/],
    [
      '各档次序不对',
      {
        method: {
          type: 'band',
          bound: 'at-least',
          bands: [
            { limit: '80', award: { share: '0.5' } },
            { limit: '90', award: { share: '1' } },
          ],
          otherwise: { share: '0' },
        },
      },
      /从好到差排列/,
    ],
    [
      '定性各档不相接',
      {
        method: {
          type: 'qualitative',
          levels: [
            { name: '好', from: '0.8', to: '1' },
            { name: '差', from: '0', to: '0.7' },
          ],
        },
      },
      /首尾相接/,
    ],
  ])('is refused when %s', (_, more, message) => {
    expect(faultsOf(more).join()).toMatch(message);
  });
});
