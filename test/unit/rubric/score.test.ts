import { toExcel } from '../../../src/formula/excel';
import { formatPlace } from '../../../src/model/address';
import type { ScoredIndicator } from '../../../src/model/scorecard';
import type { Answers } from '../../../src/rubric/answers';
import type { Indicator, Rubric, Way } from '../../../src/rubric/pack';
import { rubricById } from '../../../src/rubric/packs';
import { score } from '../../../src/rubric/score';
import type { Scoring } from '../../../src/rubric/score';
import { scoreText } from '../../../src/rubric/words';
import { printFormula } from '../../../src/sheet/print-formula';
import { indicator, target } from './scored';
import type { SmallSheet } from './small-scope';
import { execution, procurement, scopeOfSheets, staffing, survey, threePublic } from './small-scope';

const EXECUTION_RATE: Way = { expression: '全年执行数 / 全年预算数', base: '以全年（调整后）预算数为基数' };

function rubricOf(indicators: readonly Indicator[], more: Partial<Rubric> = {}): Rubric {
  return {
    id: 'test',
    title: '试验评分表',
    region: [],
    year: null,
    full: '100',
    grades: [
      { name: '优', from: '90' },
      { name: '良', from: '80' },
      { name: '中', from: '60' },
      { name: '差', from: '0' },
    ],
    basis: '试验',
    pointsBasis: 'unconfirmed',
    indicators,
    ...more,
  };
}

const share = (id: string, points: string): Indicator => indicator({ type: 'ratio' }, { id, points });
const scored = (rubric: Rubric, answers: Answers, ...sheets: readonly SmallSheet[]): Scoring =>
  score(rubric, scopeOfSheets(...sheets), answers);

/** One shipped indicator in a workbook of these sheets. */
function shipped(rubricId: string, id: string, ...sheets: readonly SmallSheet[]): ScoredIndicator {
  const rubric = rubricById(rubricId) as Rubric;
  const { card } = score(rubric, scopeOfSheets(...sheets), {});
  return card.indicators.find((one) => one.id === id) as ScoredIndicator;
}

describe('an indicator that is worked out', () => {
  const rate = shipped('jiangxi-four', 'execution-rate', execution(80, 100, 99.5));

  it('says what it was worked out from, with base, cells, loss and the sum that would regain it', () => {
    expect(rate.formula).toBe('全年执行数 ÷ 全年预算数（以全年（调整后）预算数为基数）');
    expect(
      rate.inputs.map(({ name, value, unit, places }) => [name, value?.toString(), unit, places.map(formatPlace)]),
    ).toEqual([
      ['《预算执行情况表》合计·全年执行数', '99.5', '万元', ['2023年度预算执行情况表!D4']],
      ['《预算执行情况表》合计·全年预算数', '100', '万元', ['2023年度预算执行情况表!C4']],
    ]);
    expect(rate.score?.toString()).toBe('9.95');
    expect(rate.deduction).toBe('实际99.5%，目标≥100%，按比例得9.95分，扣0.05分。');
    expect(rate.regain).toBe('“全年执行数”再增加0.5万元（100万元×100%－99.5万元）即得满分。');
    expect(rate).toMatchObject({ status: 'computed', target: '≥100%' });
  });

  it('counts persons in whole ones when it says what would regain points', () => {
    const staff = shipped('step-deduction', 'staff-control', staffing(30, 32));
    expect(scoreText(staff.score as NonNullable<typeof staff.score>)).toBe('0.33');
    expect(staff.deduction).toBe(
      '实际106.67%，与目标≤100%相差6.67个百分点，每1个百分点扣0.1分（不足的按比例），扣0.67分。',
    );
    expect(staff.regain).toBe('“在职人员数”再减少2（32－30×100%）即得满分。');
  });

  it('rounds the change up, so that it is enough', () => {
    const forms = survey(['合计', 40, 35, 33, 20, 10, 2, 1]);
    // 33 × 95 % is 31.35: one more satisfied answer is not enough.
    expect(shipped('mof-2013-53', 'satisfaction', forms).regain).toBe(
      '“非常满意份数 ＋ 满意份数”再增加2（33×95%－30）即得满分。',
    );
  });

  it('loses no word where no point is lost', () => {
    expect(shipped('step-deduction', 'staff-control', staffing(30, 30))).toMatchObject({ deduction: '', regain: '' });
  });
});

describe('a trace', () => {
  const formulaOf = (rubricId: string, id: string, ...sheets: readonly SmallSheet[]): string | null => {
    const { traces } = score(rubricById(rubricId) as Rubric, scopeOfSheets(...sheets), {});
    const trace = traces.get(id);
    if (!trace) return null;
    const drawn = toExcel(trace.node, trace.scope, '万元');
    return 'gap' in drawn ? drawn.gap : printFormula(drawn.formula);
  };

  it('becomes a formula over the source cells', () => {
    expect(formulaOf('jiangxi-four', 'execution-rate', execution(80, 100, 99.5))).toBe(
      "'2023年度预算执行情况表'!D4/'2023年度预算执行情况表'!C4",
    );
  });

  it('holds what the pack says of a base of zero', () => {
    expect(formulaOf('mof-2013-53', 'three-public-change', threePublic(3, 2))).toBe(
      "IF('2023年三公经费支出表'!B4+'2023年三公经费支出表'!C4=0,0," +
        "('2023年三公经费支出表'!B4-'2023年三公经费支出表'!C4)/'2023年三公经费支出表'!C4)",
    );
  });

  it('adds up the rows of a grouped figure', () => {
    const formula = formulaOf(
      'mof-2013-53',
      'satisfaction',
      survey(['低保对象', 60, 55, 50, 40, 8, 1, 1], ['残疾人', 60, 55, 50, 40, 6, 2, 2]),
    );
    const sheet = "'2023年度满意度问卷汇总表'";
    const sum = (column: string): string => `SUM(${sheet}!${column}4,${sheet}!${column}5)`;
    expect(formula).toBe(`(${sum('E')}+${sum('F')})/${sum('D')}`);
  });

  it('is not there for what a person answers or what is missing', () => {
    expect(formulaOf('mof-2013-53', 'key-work')).toBeNull();
    expect(formulaOf('mof-2013-53', 'budget-completion')).toBeNull();
  });
});

/** 年初预算数, 全年预算数 and 决算数 side by side. */
const SUMMARY: SmallSheet = {
  title: '2023年度收入支出决算总表',
  unit: '万元',
  rows: [
    ['收入', null, null, null, '支出', null, null, null],
    ['项目', '年初预算数', '全年预算数', '决算数', '项目', '年初预算数', '全年预算数', '决算数'],
    ['一、财政拨款收入', 50, 90, 90, '一、社会保障和就业支出', 50, 100, 90],
    ['本年收入合计', 50, 90, 90, '本年支出合计', 50, 100, 90],
    ['年初结转和结余', 0, 10, 10, '年末结转和结余', 0, 0, 10],
    ['总计', 50, 100, 100, '总计', 50, 100, 100],
  ],
};

describe('the rate of execution', () => {
  it('is none of the year when the table reaches up to a month only', () => {
    const untilOctober = { ...execution(80, 100, 75), title: '2023年1—10月预算执行情况表' };
    expect(shipped('jiangxi-four', 'execution-rate', untilOctober).status).toBe('pending');
  });

  it('stays open, with the reason, when only the initial budget is there', () => {
    const rate = shipped('jiangxi-four', 'execution-rate', {
      title: '2023年度部门支出总表',
      unit: '万元',
      rows: [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        [null, '合计', 100, 60, 40],
        ['208', '社会保障和就业支出', 100, 60, 40],
      ],
    });
    expect(rate).toMatchObject({ status: 'pending', score: null, value: null });
    expect(rate.deduction).toMatch(/没有取到“全年预算数”（应在《预算执行情况表》合计·全年预算数）/);
    expect(rate.deduction).toMatch(/年初预算数不能代替/);
  });

  it('is taken from a summary with three columns where there is no execution table', () => {
    const rate = shipped('jiangxi-four', 'execution-rate', SUMMARY);
    expect(rate.value?.toString()).toBe('0.9');
    expect(rate.formula).toContain('以决算总表的全年（调整后）预算数为基数');
  });

  it('has no value when the budget is zero: no other base is taken instead', () => {
    const rate = shipped('jiangxi-four', 'execution-rate', execution(80, 0, 99.5), SUMMARY);
    expect(rate.status).toBe('pending');
    expect(rate.deduction).toContain('“全年预算数”为0，不能作分母');
  });
});

describe('a base of zero', () => {
  it('is no change when both years are zero', () => {
    expect(shipped('mof-2013-53', 'three-public-change', threePublic(0, 0))).toMatchObject({ status: 'computed' });
    expect(shipped('mof-2013-53', 'three-public-change', threePublic(0, 0)).score?.toString()).toBe('3');
  });

  it('is asked about when only last year is zero', () => {
    const change = shipped('mof-2013-53', 'three-public-change', threePublic(5, 0));
    expect(change.status).toBe('pending');
    expect(change.deduction).toContain('“上年三公经费预算”为0，不能作分母');
  });

  it('in procurement means that the indicator does not apply', () => {
    const rate = shipped('mof-2013-53', 'procurement-execution', procurement(0, 0));
    expect(rate.status).toBe('not-applicable');
    expect(rate.deduction).toBe('不适用：政府采购预算 ＋ 政府采购执行数 = 0。');
  });
});

describe('satisfaction', () => {
  it('has the valid forms as its base, and says what counts as satisfied', () => {
    const rate = shipped(
      'mof-2013-53',
      'satisfaction',
      survey(['低保对象', 120, 110, 100, 60, 30, 8, 2], ['合计', 120, 110, 100, 60, 30, 8, 2]),
    );
    expect(rate.value?.toString()).toBe('0.9');
    expect(rate.formula).toContain('以有效问卷份数为基数，“非常满意”“满意”计为满意，“基本满意”不计');
  });

  it('adds the groups up where the survey has no total', () => {
    const rate = shipped(
      'mof-2013-53',
      'satisfaction',
      survey(['低保对象', 60, 55, 50, 40, 8, 1, 1], ['残疾人', 60, 55, 50, 40, 6, 2, 2]),
    );
    expect(rate.value?.toString()).toBe('0.94');
    expect(rate.inputs).toHaveLength(6);
  });

  it('stays open when a group has no number of valid forms', () => {
    const rate = shipped(
      'mof-2013-53',
      'satisfaction',
      survey(['低保对象', 60, 55, null, 40, 8, 1, 1], ['残疾人', 60, 55, 50, 40, 6, 2, 2]),
    );
    expect(rate.status).toBe('pending');
    expect(rate.deduction).toContain('满意度以有效问卷份数为分母');
  });
});

describe('output indicators', () => {
  const results = (score: number | null): SmallSheet => ({
    title: '2023年度部门整体支出绩效指标完成情况表',
    rows: [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '新建颐养之家', '≥22个', '22个', 10, 10],
      [null, null, '居家适老化改造', '≥100户', '80户', 10, score],
      ['效益指标', '社会效益指标', '保障水平', '有所提高', '达成', 30, 30],
      ['合计', null, null, null, null, 50, 48],
    ],
  });

  it('are worth the points their own indicators got', () => {
    const rate = shipped('jiangxi-four', 'output-quantity', results(8));
    expect(rate.value?.toString()).toBe('0.9');
    expect(rate.score?.toString()).toBe('9');
    expect(rate.regain).toBe('“数量指标得分”再增加2（20×100%－18）即得满分。');
  });

  it('stay open while one of them has no score: blank is not zero', () => {
    expect(shipped('jiangxi-four', 'output-quantity', results(null)).status).toBe('pending');
  });
});

describe('answers', () => {
  const rubric = rubricOf([
    share('a', '60'),
    { ...share('b', '40'), method: { type: 'qualitative' }, target: target('有所提高') },
  ]);

  it('fill what no figure gives; the grade waits for the last point', () => {
    const part = scored(rubric, { a: { value: '90%' } }).card;
    expect([part.scorable, part.pendingPoints, part.total].map(String)).toEqual(['60', '40', '54']);
    expect(part.grade).toBeNull();
    const whole = scored(rubric, { a: { value: '90%' }, b: { level: '部分达成', value: '75%' } }).card;
    expect([whole.total.toString(), whole.pendingPoints.toString(), whole.grade]).toEqual(['84', '0', '良']);
    expect(whole.indicators[1]?.deduction).toBe('评为“部分达成”，按75%计，得30分，扣10分。');
    expect(whole.indicators[1]?.regain).toBe('评为“达成年度指标”并按100%计，可再得10分。');
  });

  it('to unknown indicators and impossible ones are said, and leave the points open', () => {
    const { card, problems } = scored(rubric, { c: { value: 1 }, b: { level: '部分达成', value: '95%' } });
    expect(problems.map(({ rule }) => rule)).toEqual(['score.answer.unknown', 'score.answer.impossible']);
    expect(problems[0]?.message).toContain('没有编号为“c”的指标');
    expect(card.indicators[1]).toMatchObject({ status: 'pending' });
  });

  it('do not replace a figure of the workbook, which is said', () => {
    const computed = rubricOf([{ ...share('a', '100'), formula: [EXECUTION_RATE] }]);
    const { card, problems } = scored(computed, { a: { value: '100%' } }, execution(80, 100, 50));
    expect(card.total.toString()).toBe('50');
    expect(problems.map(({ rule }) => rule)).toEqual(['score.answer.unused']);
  });

  it('count where the figure is missing', () => {
    const computed = rubricOf([{ ...share('a', '100'), formula: [EXECUTION_RATE] }]);
    expect(scored(computed, { a: { value: '88%' } }).card.indicators[0]).toMatchObject({ status: 'answered' });
  });

  it('of “does not apply” need a reason', () => {
    const { card, problems } = scored(rubric, { a: { notApplicable: true } });
    expect(card.indicators[0]?.status).toBe('pending');
    expect(problems.map(({ rule }) => rule)).toEqual(['score.not-applicable.reason']);
  });
});

describe('the total', () => {
  it('shares points of indicators that do not apply out over the others', () => {
    const rubric = rubricOf([share('a', '50'), share('b', '30'), share('c', '20')]);
    const { card } = scored(rubric, {
      a: { value: 0.9 },
      b: { value: 1 },
      c: { notApplicable: true, reason: '没有此项职能' },
    });
    // (45 + 30) × 100 ÷ 80
    expect(card.total.toString()).toBe('93.75');
    expect([card.scorable, card.pendingPoints].map(String)).toEqual(['100', '0']);
    expect(card.indicators[2]?.deduction).toBe('不适用：没有此项职能。');
    expect(card.grade).toBe('优');
  });

  it('is zero, without grade points, when nothing applies', () => {
    const { card } = scored(rubricOf([share('a', '100')]), { a: { notApplicable: true, reason: '无' } });
    expect(card.total.toString()).toBe('0');
  });

  it('sums unrounded scores and shows the remainder', () => {
    const third = (id: string): Indicator => ({ ...share(id, '25'), target: target('≥300%') });
    const rubric = rubricOf(['a', 'b', 'c', 'd'].map(third));
    const { card } = scored(rubric, Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { value: 1 }])));
    // Four times 8.3333…: 33.33, where the rounded scores give 33.32.
    expect(card.total.toString()).toBe('33.33');
    expect(card.remainder.toString()).toBe('0.01');
  });

  it.each([
    ['89.995', '90', '优'],
    ['89.994', '89.99', '良'],
    ['80', '80', '良'],
    ['59.99', '59.99', '差'],
  ])('of %s is shown as %s and graded %s: limits belong to the better grade', (points, total, grade) => {
    const { card } = scored(rubricOf([share('a', '100')]), { a: { value: `${points}%` } });
    expect([card.total.toString(), card.grade]).toEqual([total, grade]);
  });
});

describe('a cap', () => {
  const rubric = rubricOf([share('a', '100')], {
    caps: [
      { ratio: EXECUTION_RATE.expression, below: '0.9', total: '89', reason: '执行率低于90%不得评优' },
      { ratio: EXECUTION_RATE.expression, below: '0.6', total: '59', reason: '执行率低于60%评为差' },
    ],
  });
  const full: Answers = { a: { value: '100%' } };

  it('holds the total down, the lowest one that applies, and says why', () => {
    expect(scored(rubric, full, execution(80, 100, 90)).card).toMatchObject({ cap: null, grade: '优' });
    const good = scored(rubric, full, execution(80, 100, 89.99)).card;
    expect([good.total.toString(), good.grade]).toEqual(['89', '良']);
    expect(good.cap).toBe('全年执行数 ÷ 全年预算数为89.99%，低于90%，总分不超过89分：执行率低于90%不得评优');
    expect(scored(rubric, full, execution(80, 100, 50)).card.total.toString()).toBe('59');
  });

  it('that cannot be tried caps nothing and is said', () => {
    const { card, problems } = scored(rubric, full);
    expect(card.total.toString()).toBe('100');
    expect(problems.map(({ rule }) => rule)).toEqual(['score.cap.unknown', 'score.cap.unknown']);
  });
});

describe('a target passed by far', () => {
  const many = { ...share('a', '100'), target: target('≥100人次'), display: 'count' } as const;

  it('asks for the reason, once it is not there, and takes nothing off by itself', () => {
    const rubric = rubricOf([many], { overAchievement: { above: '0.3' } });
    const asked = scored(rubric, { a: { value: 131 } });
    expect(asked.problems.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'score.over-achievement',
        '“某指标”实际131人次，超过目标≥100人次的30%以上；请说明原因，并核对年初目标是否定得偏低。',
      ],
    ]);
    expect(asked.card.total.toString()).toBe('100');
    expect(scored(rubric, { a: { value: 131, reason: '年中新增培训任务' } }).problems).toEqual([]);
    expect(scored(rubric, { a: { value: 130 } }).problems).toEqual([]);
  });

  it('loses points where the pack says so', () => {
    const rubric = rubricOf([many], { overAchievement: { above: '0.3', deduct: '0.1' } });
    const { card } = scored(rubric, { a: { value: 131, reason: '目标偏低' } });
    expect(card.total.toString()).toBe('90');
    expect(card.indicators[0]).toMatchObject({ deduction: '超过目标≥100人次的30%以上，扣10分。', regain: '' });
  });
});
