import { Decimal } from '../../../src/model/decimal';
import type { LostPoint } from '../../../src/narrative/lost-points';
import type { Result } from '../../../src/narrative/report';
import { pendingIn } from '../../../src/narrative/report';
import { page, paragraphsOf, reportOn, said } from './small-office';

const CELL = { sheet: '自评_评分表', row: 9, column: 0 };

const result = (name: string, value: string): Result => ({ name, value: Decimal.of(value), place: CELL });

/** 4 points, 3.78 of them given, for a value of that name. */
function lost(name: string, value: Result, more: Partial<LostPoint> & { readonly aim?: string } = {}): LostPoint {
  const { aim, ...rest } = more;
  const target = aim === undefined ? [] : [{ name: '目标', value: aim, place: CELL }];
  const results = [value, result('得分', '3.78'), result('扣分', '0.22'), ...target];
  return { name, place: CELL, results, texts: {}, ...rest };
}

const sentence = (point: LostPoint): string =>
  said('lost-points', [], { lostPoints: [point] })
    .join()
    .replace(/^.*一是/u, '')
    .replace(/，原因是.*$/u, '');

describe('the sentence about a lost point', () => {
  it.each([
    [lost('预算完成率', result('实际比率', '0.9455'), { aim: '≥100%' }), '预算完成率，实际94.55%，目标≥100%'],
    [lost('支付进度率', result('实际比率', '0.98')), '支付进度率，实际98.00%'],
    [lost('预算完成率', result('实际百分数', '99.997'), { aim: '≥100%' }), '预算完成率，实际99.997%，目标≥100%'],
    [
      lost('成本节约', result('实际金额', '12345600'), { aim: '≤1200万元' }),
      '成本节约，实际1234.56万元，目标≤1200万元',
    ],
    [lost('成本节约', result('实际金额', '12345600')), '成本节约，实际1234.56万元'],
    [
      lost('办结时限', result('实际数', '7.5'), { aim: '≤6个工作日', texts: { 计量单位: '个工作日' } }),
      '办结时限，实际7.5个工作日，目标≤6个工作日',
    ],
    [lost('投诉次数', result('实际数', '3')), '投诉次数，实际3'],
    [lost('社会效益', result('评定比例', '0.9455')), '社会效益，人工评定为分值的94.55%'],
    [lost('资产管理安全性', result('符合要点数', '2')), '资产管理安全性，规定的要点符合2个'],
    [
      lost('制度健全性', result('扣分事项数', '2'), { texts: { 扣分事项: '缺少的管理制度' } }),
      '制度健全性，缺少的管理制度2个',
    ],
    [lost('制度健全性', result('扣分事项数', '2')), '制度健全性，扣分事项2个'],
  ])('says value, target, points given and lost: %#', (point, words) => {
    expect(sentence(point)).toBe(`${words}，得3.78分，扣0.22分`);
  });

  it.each([
    ['0.22', '得3.78分，扣0.22分，原因是【待填：预算完成率未得满分的原因】'],
    ['0.004', '得3.78分，已得满分'],
    ['0', '得3.78分，已得满分'],
    ['-0.1', '得3.78分，已得满分'],
  ])('goes by the sign of what was lost, as it is printed: %s', (points, words) => {
    const results = [result('实际比率', '0.9455'), result('得分', '3.78'), result('扣分', points)];
    expect(said('lost-points', [], { lostPoints: [{ ...lost('预算完成率', result('得分', '0')), results }] })).toEqual([
      `（草稿，请核对修改）对照评分表，未得满分的指标有：一是预算完成率，实际94.55%，${words}。`,
    ]);
  });

  it('names only what is known where there is no value', () => {
    const results: Result[] = [];
    expect(sentence({ ...lost('预算完成率', result('得分', '0')), results })).toBe('预算完成率未得满分');
  });
});

describe('the paragraph about lost points', () => {
  const lostPoints = ['预算执行率', '服务对象“满意度”'].map((name) => lost(name, result('实际比率', '0.95')));
  const indicators = page(
    '2023年部门整体支出绩效指标完成情况表',
    null,
    ['一级指标', '二级指标', '三级指标', '目标值', '实际完成值', '偏差原因'],
    [
      ['过程', '预算执行', '预算执行率', '100%', '95.00%', null],
      ['满意度指标', '服务对象满意度', '服务对象满意度', '≥95%', '90%', '个别站点等候时间长。'],
    ],
  );

  it('gives her own reason where her table has one, however she sets the name in quotation marks', () => {
    expect(said('lost-points', [indicators], { lostPoints })).toEqual([
      '（草稿，请核对修改）对照评分表，未得满分的指标有：' +
        '一是预算执行率，实际95.00%，得3.78分，扣0.22分，原因是【待填：预算执行率未得满分的原因】；' +
        '二是服务对象“满意度”，实际95.00%，得3.78分，扣0.22分，原因是个别站点等候时间长。',
    ]);
  });

  it('asks for problems where no point was lost', () => {
    const [paragraph] = paragraphsOf(reportOn('lost-points', []));
    expect(pendingIn(paragraph?.parts ?? [])).toEqual(['主要问题及原因']);
  });
});
