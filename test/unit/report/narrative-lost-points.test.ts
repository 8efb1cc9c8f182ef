import { formatPlace } from '../../../src/model/address';
import { partsText } from '../../../src/narrative/report';
import { lostPointsOf } from '../../../src/report/narrative-lost-points';
import { narrateWorkbook } from '../../../src/report/narrative-workbook';
import { SCORE_COLUMNS } from '../../../src/report/score-layout';
import type { Answers } from '../../../src/rubric/answers';
import type { Indicator, Rubric } from '../../../src/rubric/pack';
import { RUBRICS } from '../../../src/rubric/packs';
import type { Scoring } from '../../../src/rubric/score';
import { score } from '../../../src/rubric/score';
import { printFormula } from '../../../src/sheet/print-formula';
import { paragraphsOf, said, sourceOf } from '../narrative/small-office';
import { indicator, target } from '../rubric/scored';
import { execution, scopeOfSheets } from '../rubric/small-scope';

const SPENT = { expression: '全年执行数 / 全年预算数', base: '' };

function rubricOf(...indicators: readonly Indicator[]): Rubric {
  return {
    ...{ id: 'test', title: '试验评分表', region: [], year: null, full: '10', grades: [{ name: '优', from: '0' }] },
    ...{ basis: '试验', pointsBasis: 'confirmed', indicators },
  };
}

const scored = (rubric: Rubric, answers: Answers, spent = 99.5): Scoring =>
  score(rubric, scopeOfSheets(execution(80, 100, spent)), answers);

/** What is said of the only indicator: names with value, cells and formula, and the words beside them. */
function saidOf(one: Indicator, answer: Answers[string] = {}, spent?: number): unknown {
  const rubric = rubricOf(one);
  const { card } = scored(rubric, { one: answer }, spent);
  const [lost] = lostPointsOf(rubric, card);
  return (
    lost && {
      name: `${lost.name} ${formatPlace(lost.place)}`,
      results: lost.results.map(({ name, value, place, formula }) =>
        [name, value.toString(), formula ? printFormula(formula) : formatPlace(place)].join(' '),
      ),
      texts: lost.texts,
    }
  );
}

const GIVEN = '自评_评分表!J5';
const LOSS = "'自评_评分表'!E5-'自评_评分表'!J5";

describe('a lost point', () => {
  it('is value, points given and lost, and target, each with its cells', () => {
    expect(saidOf(indicator({ type: 'ratio' }, { formula: [SPENT], target: target('≥100%') }))).toEqual({
      name: '某指标 自评_评分表!D5',
      results: [
        '实际比率 0.995 自评_评分表!H5',
        `得分 9.95 ${GIVEN}`,
        `扣分 0.05 ${LOSS}`,
        '目标 ≥100% 自评_评分表!G5',
      ],
      texts: {},
    });
  });

  it('without a target says none', () => {
    expect(saidOf(indicator({ type: 'ratio' }), { value: '80%' })).toMatchObject({
      results: ['实际比率 0.8 自评_评分表!H5', `得分 8 ${GIVEN}`, `扣分 2 ${LOSS}`],
    });
  });

  it('shows a value that two decimals would show as its target with all of them', () => {
    const step = { type: 'threshold-step', per: '1', deduct: '0.5', partial: 'counts' } as const;
    const narrow = indicator(step, { formula: [SPENT], target: target('≥100%') });
    expect(saidOf(narrow, {}, 99.997)).toMatchObject({
      results: ["实际百分数 99.997 '自评_评分表'!H5*100", `得分 9.5 ${GIVEN}`, `扣分 0.5 ${LOSS}`, expect.anything()],
    });
  });

  it.each([
    [
      indicator({ type: 'ratio' }, { display: 'amount', target: target('≤100万元') }),
      { value: 125 },
      '实际金额 1250000',
    ],
    [indicator({ type: 'qualitative' }), { value: '85%' }, '评定比例 0.85'],
    [indicator({ type: 'checklist', items: ['甲', '乙', '丙'] }), { count: 2 }, '符合要点数 2'],
  ])('is called by what its value is: %#', (one, answer, first) => {
    expect(saidOf(one, answer)).toMatchObject({
      results: expect.arrayContaining([`${first} 自评_评分表!H5`]) as unknown,
      texts: {},
    });
  });

  it('has its unit beside it where it is a number, rounded as sentences show numbers', () => {
    const days = indicator({ type: 'ratio' }, { display: 'count', target: target('≤6个工作日') });
    expect(saidOf(days, { value: '7.333333' })).toMatchObject({
      results: expect.arrayContaining(["实际数 7.33 ROUND(ROUND('自评_评分表'!H5,9),2)"]) as unknown,
      texts: { 计量单位: '个工作日' },
    });
  });

  it.each([
    ['缺少的管理制度', { 扣分事项: '缺少的管理制度' }],
    ['超过3个月未办结的事项', {}],
  ])('names what was counted unless that holds a figure: %s', (counted, texts) => {
    expect(saidOf(indicator({ type: 'deduction', counted, each: '2' }), { count: 1 })).toMatchObject({
      results: expect.arrayContaining(['扣分事项数 1 自评_评分表!H5']) as unknown,
      texts,
    });
  });

  it.each([
    ['full marks', { value: '100%' }],
    ['full marks as they are shown', { value: '99.99999%' }],
    ['no answer yet', {}],
    ['an indicator that does not apply', { notApplicable: true, reason: '没有这项业务' }],
  ])('is none for %s', (_, answer) => {
    expect(saidOf(indicator({ type: 'ratio' }), answer)).toBeUndefined();
  });
});

describe.each(RUBRICS.map((rubric) => [rubric.id, rubric] as const))('the lost points of %s', (_, rubric) => {
  const answers: Answers = Object.fromEntries(
    rubric.indicators.map(({ id, method }) => [
      id,
      method.type === 'qualitative' ? { value: '70%' } : { count: 1, value: '50%' },
    ]),
  );
  const { card } = scored(rubric, answers, 93.5);

  it('are those the scorer gives a reason for, under the headers that say so', () => {
    const lost = lostPointsOf(rubric, card);
    expect(lost.length).toBeGreaterThan(5);
    expect(lost.map(({ name }) => name)).toEqual(
      card.indicators.filter((one) => one.score !== null && one.deduction !== '').map(({ path }) => path.at(-1)),
    );
    const header = ({ column }: { readonly column: number }): string => SCORE_COLUMNS[column]?.header ?? '';
    const shown = (name: string): string[] =>
      lost.flatMap(({ results }) => results.filter((one) => one.name === name).map(({ place }) => header(place)));
    expect([new Set(lost.map(({ place }) => header(place))), new Set(shown('目标'))]).toEqual([
      new Set(['三级指标']),
      new Set(['目标']),
    ]);
  });
});

describe('the sentences about lost points', () => {
  it.each(RUBRICS.map((rubric) => [rubric.id, rubric] as const))('of %s say what each was lost by', (_, rubric) => {
    const answers = Object.fromEntries(rubric.indicators.map(({ id }) => [id, { count: 1, value: '70%' }]));
    const lostPoints = lostPointsOf(rubric, scored(rubric, answers, 93.5).card);
    const sentences = said('lost-points', [], { lostPoints })
      .join('')
      .split(/[；：]/u)
      .filter((one) => /扣\d/u.test(one));
    expect(sentences).toHaveLength(lostPoints.length);
    for (const sentence of sentences)
      expect(sentence).toMatch(
        /^.+是.+，(?:实际|人工评定为分值的|规定的要点符合|.+\d个，).*得\d+\.\d{2}分，扣\d+\.\d{2}分，原因是/u,
      );
  });
});

describe('what the text says of findings', () => {
  it('points to the list where the scorer’s words hold figures of no cell, and quotes all others', () => {
    const rubric = rubricOf(
      indicator({ type: 'checklist', items: ['甲', '乙', '丙'] }),
      indicator({ type: 'ratio' }, { id: 'two' }),
    );
    const { card, problems } = scored(rubric, { one: { count: 5 }, two: { notApplicable: true } });
    const source = sourceOf([]);
    const report = narrateWorkbook({
      ...{ ...source, region: [], rubric, card, checks: [], findings: problems, projects: [] },
    });
    const found = paragraphsOf(report).find(({ id }) => id.endsWith('/found'));
    expect(partsText(found?.parts ?? [])).toContain(
      '一是填写的内容不能计分（见《自评_问题清单》）；二是“某指标”选了不适用，但没有写原因；',
    );
  });
});
