import type { Scope } from '../../../src/formula/scope';
import { partsText, pendingIn } from '../../../src/narrative/report';
import { budget, page, paragraphsOf, reportOn, said, sourceOf, written } from './small-office';

describe('the sentence about the initial budget', () => {
  it.each([
    {
      of: 'less than the year before',
      now: 3228.08,
      then: 3859.65,
      text: '比上年减少631.57万元，下降16.36%，主要原因是【待填：年初预算减少原因】。',
    },
    {
      of: 'more than the year before',
      now: 3859.65,
      then: 3228.08,
      text: '比上年增加631.57万元，增长19.56%，主要原因是【待填：年初预算增加原因】。',
    },
    { of: 'as much as the year before, without a reason', now: 3228.08, then: 3228.08, text: '比上年持平。' },
    {
      of: 'a zero base, without a rate',
      now: 3228.08,
      then: 0,
      text: '2022年年初预算合计0.00万元，比上年增加3228.08万元，主要原因是【待填：年初预算增加原因】。',
    },
  ])('$of', ({ now, then, text }) => {
    const [paragraph] = said('initial-budget', [budget(2023, now), budget(2022, then)]);
    expect(paragraph).toContain(text);
  });

  it('takes the direction from the difference as it is printed', () => {
    const [paragraph] = said('initial-budget', [budget(2023, 32280849, '元'), budget(2022, 32280810, '元')]);
    expect(paragraph).toBe('2023年年初预算合计3228.08万元，2022年年初预算合计3228.08万元，比上年持平。');
  });

  it('converts what is written in 元, and compares years in different units', () => {
    const [paragraph] = said('initial-budget', [budget(2023, 32280800, '元'), budget(2022, 3859.65, '万元')]);
    expect(paragraph).toContain('2023年年初预算合计3228.08万元，2022年年初预算合计3859.65万元，比上年减少631.57万元');
  });

  it('asks for the year before where the workbook does not hold it, and compares nothing', () => {
    const report = reportOn('initial-budget', [budget(2023, 3228.08)]);
    const [paragraph] = paragraphsOf(report);
    expect(report.pending).toEqual(['上年年初预算合计']);
    expect(paragraph?.needs).toEqual(['年初预算合计', '上年年初预算合计']);
    expect(said('initial-budget', [budget(2023, 3228.08)])).toEqual([
      '2023年年初预算合计3228.08万元，上年年初预算合计【待填：上年年初预算合计】万元。',
    ]);
  });

  it('asks for everything where there is no table at all', () => {
    expect(reportOn('initial-budget', []).pending).toEqual(['年初预算合计', '上年年初预算合计']);
  });

  it('quotes a reason from a note of hers only when it is about the same direction', () => {
    const note = '注：年初预算比上年减少，原因是政府性基金项目未纳入年初预算安排。';
    const less = said('initial-budget', [budget(2023, 100, '万元', note), budget(2022, 200)]);
    const more = said('initial-budget', [budget(2023, 300, '万元', note), budget(2022, 200)]);
    expect(less[0]).toContain('下降50.00%，主要原因是政府性基金项目未纳入年初预算安排。');
    expect(more[0]).toContain('增长50.00%，主要原因是【待填：年初预算增加原因】。');
  });
});

describe('a comparison of two years', () => {
  const expenditure = (year: number, total: number): ReturnType<typeof page> =>
    page(
      `${year}年部门支出总表`,
      '万元',
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [
        ['合计', null, total, 10, total - 10],
        ['208', '社会保障和就业支出', total, 10, total - 10],
      ],
    );

  it('takes both from the same kind of table', () => {
    const grids = [budget(2023, 100), expenditure(2023, 90), expenditure(2022, 80)];
    expect(said('initial-budget', grids)[0]).toContain(
      '2023年年初预算合计90.00万元，2022年年初预算合计80.00万元，比上年增加10.00万元',
    );
  });

  it.each([
    { now: '2023-10', then: '2022-10', text: '-50.00%' },
    { now: '2023-10', then: '2022-09', text: '【待填：降幅】' },
    { now: '2023-10', then: null, text: '【待填：降幅】' },
  ])('is never one of $now with $then unless the months are the same', ({ now, then, text }) => {
    const { scope, ...source } = sourceOf([budget(2023, 100), budget(2022, 200)]);
    const upTo: Scope = {
      ...scope,
      table: (name, prior) => {
        const table = scope.table(name, prior);
        return table && { ...table, asOf: prior ? then : now };
      },
    };
    const template = '{降幅=(年初预算合计 - 上年年初预算合计) ÷ 上年年初预算合计:百分比}';
    const [paragraph] = written({ variants: [{ text: template }] }, [], { ...source, scope: upTo });
    expect(partsText(paragraph?.parts ?? [])).toBe(text);
  });
});

describe('figures that are not stated', () => {
  it('prints no amount whose table names no unit', () => {
    const sheet = (unit: string | null): ReturnType<typeof page> =>
      page('2023年政府采购情况表', unit, ['项目', '预算数', '执行数'], [['合计', 95.5, 90]]);
    expect(said('procurement', [sheet('万元')])[0]).toContain('政府采购预算95.50万元，实际采购90.00万元');
    expect(said('procurement', [sheet(null)])).toEqual([]);
  });

  it('does not take a blank count for zero', () => {
    const header = ['人员类别', '编制数', '在职人员数', '退休人员数'];
    const sheet = page('2023年人员编制情况表', null, header, [
      ['合计', 34, 32, null],
      ['行政人员', 34, 32, null],
    ]);
    expect(said('staff', [sheet])).toEqual(['2023年末编制34人，在职人员32人，在职人员控制率94.12%。']);
  });

  it('lists what is pending once, in the order of the text, and only in the wording that holds', () => {
    const report = reportOn('initial-budget', [budget(2023, 1), budget(2022, 2)]);
    expect(report.pending).toEqual(['年初预算减少原因']);
    expect(paragraphsOf(report).flatMap(({ parts }) => pendingIn(parts))).toEqual(['年初预算减少原因']);
  });
});

describe('figures no sentence used', () => {
  it('are listed with name and cell', () => {
    const report = reportOn('duties', [budget(2023, 3228.08)]);
    expect(report.unused).toEqual(['年初预算收入总计（2023年收支预算总表!B7）']);
  });

  it('are not those whose value another table states and a sentence used', () => {
    const expenditure = page(
      '2023年部门支出总表',
      '万元',
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [
        ['合计', null, 3228.08, 412.92, 2815.16],
        ['208', '社会保障和就业支出', 3228.08, 412.92, 2815.16],
      ],
    );
    const { unused } = reportOn('initial-budget', [budget(2023, 3228.08), budget(2022, 3859.65), expenditure]);
    expect(unused.join()).not.toContain('年初预算支出合计');
    expect(unused.join()).toContain('年初预算基本支出（2023年部门支出总表!D4）');
  });
});
