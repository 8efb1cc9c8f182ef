import { evaluated, expenditureSheet, indicatorSheet, REACHED, said } from './project-tables';
import type { Row } from './project-tables';

const FULL = expenditureSheet([['临时救助', 60, 80, 80]]);
const judged = (...row: Row): ReturnType<typeof evaluated> =>
  evaluated([indicatorSheet([row, ...REACHED.slice(1)]), FULL]);

describe('scores the table states are worked out again', () => {
  test.each([
    ['full marks on a missed target', '450人次', 50, 'must project.score.full-on-miss'],
    ['above its points', '520人次', 51, 'must project.score.above-points'],
    ['less than earned', '520人次', 49, 'explain project.score.differs'],
    ['more than earned', '450人次', 46, 'explain project.score.differs'],
  ])('%s', (_, actual, stated, finding) => {
    const results = judged('产出指标', '数量指标', '救助人次', '≥500人次', actual, 50, stated);
    expect(said(results)).toEqual([finding]);
    expect(results.findings[0]?.cells[0]).toBe('项目绩效指标表!H4');
  });

  test.each([
    [16.67, []],
    [16.66, ['explain project.score.differs']],
    [16.672, ['explain project.score.differs']],
  ])('16.666… stated as %d', (stated, findings) => {
    const results = judged('产出指标', '数量指标', '救助人次', '≥3次', '1次', 50, stated);
    expect(said(results).filter((one) => one.includes('score'))).toEqual(findings);
  });

  test('exactly half a hundredth is within the tolerance', () => {
    expect(said(judged('产出指标', '数量指标', '救助人次', '≥1000人次', '999.9人次', 50, 49.99))).toEqual([]);
  });

  test('a reverse indicator above its limit with full marks', () => {
    const results = judged('产出指标', '时效指标', '审批时限', '≤6个工作日', '7个工作日', 50, 50);
    expect(said(results)).toEqual(['must project.score.full-on-miss']);
    expect(results.findings[0]?.message).toContain('应得 42.86 分');
  });
});

describe('full marks that need a second look say so', () => {
  test.each([
    ['≤3次', '0次', '完成值是 0，按达到计满分；如果是没有填，请改成空白'],
    ['=0起', '0起', '完成值是 0，按达到计满分；如果是没有填，请改成空白'],
    ['≤-5%', '0%', '实际完成“0%”，没有达到“≤-5%”，不得分'],
    ['>500人', '500人', '恰好等于指标值，按达到计'],
    ['<6天', '6天', '恰好等于指标值，按达到计'],
    ['=12次', '13次', '完成值大于指标值，按达到计满分，请说明原因'],
    ['12次', '13次', ''],
    ['≥12次', '13次', ''],
  ])('%s and %s: %s', (target, actual, note) => {
    const results = judged('产出指标', '数量指标', '事项', target, actual, 50);
    expect(results.projects[0]?.indicators[0]?.note).toBe(note);
  });
});

describe('a qualitative score is hers within its band', () => {
  test.each([
    ['基本达成', 45, '45', []],
    ['部分达成', 35, '35', []],
    ['部分达成', 50, '40', ['must project.score.full-on-miss']],
    ['部分达成', 20, '30', ['explain project.score.differs']],
    ['未达成', 10, '10', []],
    ['达成预期指标', 45, '45', []],
    ['达成预期指标', 39, '40', ['explain project.score.differs']],
  ])('%s with %d of 50 gives %s', (words, stated, score, findings) => {
    const results = judged('产出指标', '质量指标', '制度建设', '健全', words, 50, stated);
    expect(results.projects[0]?.indicators[0]?.score?.toString()).toBe(score);
    expect(said(results)).toEqual(findings);
  });
});

describe('a deviation above 30%', () => {
  const OVER: Row = ['产出指标', '数量指标', '救助人次', '≥500人次', '651人次', 50, 50];

  test('asks for a reason and costs nothing', () => {
    const results = judged(...OVER);
    expect(said(results)).toEqual(['explain project.deviation.unexplained']);
    expect(results.projects[0]?.indicators[0]?.score?.toString()).toBe('50');
  });

  test('is silent with a reason, or at exactly 30%', () => {
    expect(said(judged(...OVER, '年中扩大救助范围'))).toEqual([]);
    expect(said(judged('产出指标', '数量指标', '救助人次', '≥500人次', '650人次', 50, 50))).toEqual([]);
  });

  test('is silent with a reason she gave besides the table', () => {
    const sheets = [indicatorSheet([OVER, ...REACHED.slice(1)]), FULL] as const;
    const asked = (reason?: string): string[] =>
      said(
        evaluated([...sheets], { '临时救助|产出指标/数量指标/救助人次': { ...(reason !== undefined && { reason }) } }),
      ).filter((line) => line.endsWith('deviation.unexplained'));
    expect(asked()).toHaveLength(1);
    expect(asked('年中扩大救助范围')).toEqual([]);
  });

  test('downwards and of reverse indicators alike', () => {
    expect(said(judged('产出指标', '数量指标', '救助人次', '≥500人次', '349人次', 50, 34.9))).toEqual([
      'explain project.deviation.unexplained',
    ]);
    expect(said(judged('产出指标', '时效指标', '审批时限', '≤6个工作日', '4个工作日', 50, 50))).toEqual([
      'explain project.deviation.unexplained',
    ]);
  });
});

describe('answers', () => {
  const ID = '临时救助|产出指标/数量指标/救助人次';
  const WORDS = '临时救助|产出指标/质量指标/制度建设';
  const missing: Row = ['产出指标', '数量指标', '救助人次', '≥500人次', null, 50];
  const vague: Row = ['产出指标', '质量指标', '制度建设', '健全', '效果明显', 50];
  const answered = (row: Row, answers: Parameters<typeof evaluated>[1]): ReturnType<typeof evaluated> =>
    evaluated([indicatorSheet([row, ...REACHED.slice(1)]), FULL], answers);

  test.each([
    ['a number', missing, { [ID]: { value: 450 } }, '45'],
    ['a number with its unit', missing, { [ID]: { value: '450人次' } }, '45'],
    ['a level that is full by itself', vague, { [WORDS]: { level: '达成年度指标' } }, '50'],
    ['a level and percent', vague, { [WORDS]: { level: '部分达成', value: 70 } }, '35'],
    ['a level and a share', vague, { [WORDS]: { level: '部分达成', value: 0.7 } }, '35'],
    ['a level and a written percentage', vague, { [WORDS]: { level: '部分达成', value: '70%' } }, '35'],
  ])('%s scores what was pending', (_, row, answers, score) => {
    const results = answered(row, answers);
    expect(results.projects[0]?.indicators[0]).toMatchObject({ status: 'answered' });
    expect(results.projects[0]?.indicators[0]?.score?.toString()).toBe(score);
    expect(said(results)).toEqual([]);
  });

  test.each([
    ['words for a number', missing, { [ID]: { value: '很多' } }],
    ['another unit', missing, { [ID]: { value: '450户' } }],
    ['an unknown level', vague, { [WORDS]: { level: '马马虎虎' } }],
    ['a percentage outside the band', vague, { [WORDS]: { level: '部分达成', value: 90 } }],
  ])('%s: it is said, and the indicator stays pending', (_, row, answers) => {
    const results = answered(row, answers);
    expect(results.projects[0]?.indicators[0]?.status).toBe('pending');
    expect(said(results)).toContain('must project.answer.impossible');
  });

  test('for an indicator that is not there is said', () => {
    expect(said(answered(REACHED[0] as Row, { '高龄津贴|产出指标/发放人数': { value: 1 } }))).toEqual([
      'explain project.answer.unknown',
    ]);
  });

  test('for the indicators of a rubric are left to the rubric', () => {
    expect(said(answered(REACHED[0] as Row, { 'budget-completion': { value: 1 } }))).toEqual([]);
  });
});
