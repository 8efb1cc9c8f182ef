import {
  evaluated,
  expenditureSheet,
  formSheet,
  goalSheet,
  indicatorSheet,
  indicatorsOf,
  REACHED,
  said,
} from './project-tables';
import type { Row } from './project-tables';

const SPENT_90 = expenditureSheet([['临时救助', 60, 80, 72]]);

describe('执行率 is 全年执行数 ÷ 全年预算数', () => {
  const scoreOf = (...money: Row): [string | undefined, string | undefined] => {
    const [project] = evaluated([indicatorSheet(REACHED), expenditureSheet([['临时救助', ...money]])]).projects;
    return [project?.executionRate?.toString(), project?.executionScore?.toString()];
  };

  test.each([
    [[60, 80, 72], '0.9', '9'],
    [[60, 80, 80], '1', '10'],
    [[60, 80, 96], '1.2', '10'],
    [[60, 80, 0], '0', '0'],
  ])('年初、全年、执行 %j', (money, rate, score) => {
    expect(scoreOf(...money)).toEqual([rate, score]);
  });

  test.each([
    [[60, null, 72], /只有年初预算数/],
    [[60, 0, 0], /全年预算数是 0/],
    [[60, 80, -1], /执行数是负数/],
    [[60, 80, null], /没有全年执行数/],
  ])('%j is pending with the reason', (money, reason) => {
    const results = evaluated([indicatorSheet(REACHED), expenditureSheet([['临时救助', ...money]])]);
    const [project] = results.projects;
    expect(project).toMatchObject({ executionRate: null, executionScore: null, grade: null });
    expect(project?.pendingPoints.toString()).toBe('10');
    expect(results.findings.find(({ rule }) => rule === 'project.execution.pending')?.message).toMatch(reason);
  });

  test('its points are those the table states', () => {
    const rows = [['预算执行', '预算执行率', '预算执行率', '100%', '90%', 20, 18], ...REACHED.slice(0, 2)];
    const [project] = evaluated([indicatorSheet(rows), SPENT_90]).projects;
    expect([project?.executionPoints.toString(), project?.executionScore?.toString()]).toEqual(['20', '18']);
  });

  test('a rate that is not the quotient must be put right, full marks for it too', () => {
    const rows = [['预算执行', '预算执行率', '预算执行率', '100%', '100%', 10, 10], ...REACHED];
    expect(said(evaluated([indicatorSheet(rows), SPENT_90]))).toEqual([
      'must project.execution.rate-differs',
      'must project.score.full-on-miss',
    ]);
  });

  test('a rate rounded as it is written is right: 7405.48 ÷ 7427.83 is 99.70%', () => {
    const rows = [['预算执行', '预算执行率', '预算执行率', '100%', '99.70%', 10, 9.97], ...REACHED];
    expect(said(evaluated([indicatorSheet(rows), expenditureSheet([['临时救助', 302.16, 7427.83, 7405.48]])]))).toEqual(
      [],
    );
  });

  test('without any amount the stated rate is scored, and that is said', () => {
    const rows = [['预算执行', '预算执行率', '预算执行率', '100%', '95%', 10, 9.5], ...REACHED];
    const results = evaluated([indicatorSheet(rows)]);
    expect(results.projects[0]?.executionScore?.toString()).toBe('9.5');
    expect(said(results)).toEqual(['explain project.execution.unfounded']);
  });

  test('indicators of a hundred points leave none for it, and that is said', () => {
    const rows = [['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 100]];
    const results = evaluated([indicatorSheet(rows), SPENT_90]);
    expect(results.projects[0]?.executionPoints.toString()).toBe('0');
    expect(said(results)).toContain('explain project.execution.no-points');
  });
});

describe('the official form', () => {
  test('brings its own money, points and stated score', () => {
    const results = evaluated([formSheet('临时救助', [60, 80, 72, 10, '90%', 9], REACHED)]);
    const [project] = results.projects;
    expect(project).toMatchObject({ name: '临时救助', grade: '优' });
    expect(project?.total.toString()).toBe('99');
    expect(project?.funds).toMatchObject({ unit: '万元', places: [{ row: 5 }, { row: 5 }, { row: 5 }] });
    expect(said(results)).toEqual([]);
  });

  test('that disagrees with 项目支出情况表 about the money must be put right', () => {
    const results = evaluated([formSheet('临时救助', [60, 90, 72, 10, '80%', 8], REACHED), SPENT_90]);
    expect(said(results)).toEqual(['must project.funds.differ']);
    expect(results.projects[0]?.executionScore?.toString()).toBe('8');
  });

  test('its line 总分 is no indicator and is added up', () => {
    const total: Row = ['总分', null, null, null, null, 100, 100];
    const results = evaluated([formSheet('临时救助', [60, 80, 72, 10, '90%', 9], [...REACHED, total])]);
    expect(results.projects[0]?.indicators).toHaveLength(3);
    expect(said(results)).toEqual(['must project.total.differs']);
  });
});

describe('total and grade', () => {
  const withLost = (actual: string): Row[] => [
    ['产出指标', '数量指标', '救助人次', '≥1000人次', actual, 50],
    ...REACHED.slice(1),
  ];
  const full = expenditureSheet([['临时救助', 60, 80, 80]]);

  test.each([
    ['800人次', '90', '优'],
    ['799人次', '89.95', '良'],
    ['600人次', '80', '良'],
    ['599人次', '79.95', '中'],
    ['200人次', '60', '中'],
    ['199人次', '59.95', '差'],
    ['201.5人次', '60.08', '中'],
  ])('%s of 1000: %s, %s (the lower limit belongs to the grade; 60.075 is rounded up)', (actual, total, grade) => {
    const [project] = evaluated([indicatorSheet(withLost(actual)), full]).projects;
    expect([project?.total.toString(), project?.grade]).toEqual([total, grade]);
  });

  test('unrounded scores are added before rounding: three times 3.333… is 10', () => {
    const third: Row = ['产出指标', '数量指标', '巡查', '≥3次', '1次', 10];
    const rows = [third, third, third, ['产出指标', '质量指标', '合格率', '≥90%', '90%', 20], ...REACHED.slice(1)];
    const [project] = evaluated([indicatorSheet(rows), full]).projects;
    expect(project?.total.toString()).toBe('80');
    expect(project?.indicators.slice(0, 3).map(({ id }) => id.slice(-2))).toEqual(['巡查', '#2', '#3']);
  });

  test('a missing actual value leaves its points pending and is listed', () => {
    const rows = [['产出指标', '数量指标', '救助人次', '≥500人次', null, 50, 50], ...REACHED.slice(1)];
    const results = evaluated([indicatorSheet(rows), full]);
    expect(results.projects[0]).toMatchObject({ grade: null });
    expect(results.projects[0]?.pendingPoints.toString()).toBe('50');
    expect(results.projects[0]?.total.toString()).toBe('50');
    expect(said(results)).toEqual(['explain project.actual.missing']);
    expect(results.findings[0]?.cells).toEqual(['项目绩效指标表!F4']);
  });

  test('missing points leave what is missing to a hundred pending', () => {
    const rows = [['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', null], ...REACHED.slice(1)];
    const results = evaluated([indicatorSheet(rows), full]);
    expect(results.projects[0]?.pendingPoints.toString()).toBe('50');
    expect(said(results)).toEqual(['explain project.points.missing']);
  });
});

describe('targets spread over 指标性质, 指标值 and 计量单位', () => {
  const header: Row = [
    '项目名称',
    '一级指标',
    '二级指标',
    '三级指标',
    '指标性质',
    '指标值',
    '度量单位',
    '实际完成值',
    '分值',
  ];
  const judged = (...row: Row): unknown => {
    const [indicator] =
      evaluated([indicatorsOf([['临时救助', '产出指标', ...row]], header)]).projects[0]?.indicators ?? [];
    return [indicator?.target, indicator?.score?.toString() ?? '待填', indicator?.note];
  };

  test.each([
    [
      ['数量指标', '救助人次', '≥', 500, '人次', 480, 50],
      '≥500人次',
      '48',
      '实际完成“480”，没有达到“≥500人次”，按比例少 2 分',
    ],
    [
      ['时效指标', '办结时限', '≤', 6, '工作日', 8, 10],
      '≤6工作日',
      '7.5',
      '实际完成“8”，没有达到“≤6工作日”，按比例少 2.5 分',
    ],
    [
      ['质量指标', '准确率', '＝', 100, '%', 98, 10],
      '＝100%',
      '9.8',
      '实际完成“98”，没有达到“＝100%”，按比例少 0.2 分',
    ],
    [['质量指标', '准确率', '≥', 95, '%', 0.96, 10], '≥95%', '10', '实际完成值“0.96”没有写百分号，按 96% 理解'],
    [
      ['数量指标', '保障人数', '≥', 2, '万人', 1.8, 10],
      '≥2万人',
      '9',
      '实际完成“1.8”，没有达到“≥2万人”，按比例少 1 分',
    ],
    [['质量指标', '制度建设', '定性', '健全', null, '健全', 10], '健全', '10', '按“达成年度指标”（80%—100%）理解'],
    [
      ['质量指标', '准确率', '≤', '≥95%', '%', '96%', 10],
      '≥95%',
      '待填',
      '计算符号写的是“≤”，指标值写的是“≥95%”，两处不一致',
    ],
    [['质量指标', '准确率', '≥', '#REF!', '%', '96%', 10], '#REF!', '待填', '指标值是公式错误“#REF!”'],
  ])('%j', (row, target, score, note) => {
    expect(judged(...row)).toEqual([target, score, note]);
  });
});

describe('points', () => {
  test('below zero are none', () => {
    const rows = [['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', -50], ...REACHED.slice(1)];
    expect(said(evaluated([indicatorSheet(rows), expenditureSheet([['临时救助', 60, 80, 80]])]))).toEqual([
      'explain project.points.missing',
    ]);
  });

  const full = expenditureSheet([['临时救助', 60, 80, 80]]);

  test('that do not make a hundred must be put right; there is no grade before', () => {
    const results = evaluated([indicatorSheet(REACHED.slice(0, 2)), full]);
    expect(said(results)).toEqual(['must project.points.sum']);
    expect(results.projects[0]?.grade).toBeNull();
  });

  test('that are shared out otherwise are pointed out', () => {
    const rows = [
      ['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 60],
      ['效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 20],
      ...REACHED.slice(2),
    ];
    const results = evaluated([indicatorSheet(rows), full]);
    expect(said(results)).toEqual(['hint project.points.weights']);
    expect(results.findings[0]?.message).toMatch(/产出指标 60 分（通行 50 分），效益指标 20 分（通行 30 分）/);
  });

  test('with 成本指标 as a level of its own follow the variant', () => {
    const rows = [
      ['成本指标', '经济成本指标', '人均成本', '≤500元', '480元', 20],
      ['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 40],
      ['效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 20],
      ...REACHED.slice(2),
    ];
    expect(said(evaluated([indicatorSheet(rows), full]))).toEqual([]);
  });

  test('must make what the table says beside the level: 产出指标（50分）', () => {
    const rows = [
      ['产出指标（50分）', '数量指标', '救助人次', '≥500人次', '520人次', 60],
      ['效益指标（30分）', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 20],
      ...REACHED.slice(2),
    ];
    expect(said(evaluated([indicatorSheet(rows), full]))).toEqual([
      'must project.points.level',
      'must project.points.level',
    ]);
  });

  test('on 其中 lines are never counted and must be put right', () => {
    const parts: Row[] = [['预算执行', null, '其中：当年财政拨款', null, null, 10, 10]];
    const results = evaluated([indicatorSheet([...parts, ...REACHED]), full]);
    expect(said(results)).toEqual(['must project.funding-part.scored']);
    expect(results.projects[0]?.total.toString()).toBe('100');
  });
});

describe('projects of several tables', () => {
  test('a missing self-evaluation is asked for, all projects in one finding', () => {
    const spent = expenditureSheet([
      ['合计', 90, 120, 112],
      ['临时救助', 60, 80, 80],
      ['高龄津贴', 20, 30, 22],
      ['地名管理', 10, 10, 10],
    ]);
    const results = evaluated([indicatorSheet(REACHED), spent]);
    expect(said(results)).toEqual(['explain project.not-evaluated']);
    expect(results.findings[0]?.message).toContain('有 2 个项目在《项目绩效指标表》里没有：高龄津贴、地名管理。');
  });

  test('a name without ending is taken for the same, and said', () => {
    const results = evaluated([indicatorSheet(REACHED, '临时救助资金（县级）'), SPENT_90]);
    expect(results.projects[0]?.executionScore?.toString()).toBe('9');
    expect(said(results)).toEqual(['hint project.name.differs']);
  });

  test('a similar name with equal amounts is taken for the same, and said', () => {
    const form = formSheet('城乡困难群众临时救助', [60, 80, 72, 10, '90%', 9], REACHED);
    const results = evaluated([form, expenditureSheet([['城乡困难群体临时救助', 60, 80, 72]])]);
    expect(said(results)).toEqual(['hint project.name.differs']);
  });

  test('a similar name with other amounts is not, but is pointed out', () => {
    const form = formSheet('城乡困难群众临时救助', [60, 80, 72, 10, '90%', 9], REACHED);
    const results = evaluated([form, expenditureSheet([['城乡困难群体临时救助', 60, 81, 72]])]);
    expect(said(results)).toEqual(['explain project.not-evaluated', 'explain project.no-expenditure']);
    expect(results.findings[0]?.message).toContain('名称相近');
  });

  test('approved targets are held against those evaluated', () => {
    const goal = goalSheet('临时救助', 60, [
      ['产出指标', '数量指标', '救助人次', '≥600人次'],
      ['产出指标', '时效指标', '审批及时率', '≥95%'],
      ['满意度指标', '服务对象满意度指标', '群众满意度', '95％以上'],
    ]);
    const results = evaluated([indicatorSheet(REACHED), expenditureSheet([['临时救助', 60, 80, 80]]), goal]);
    expect(said(results)).toEqual(['explain project.target.changed', 'explain project.indicator.absent']);
    expect(results.findings[1]?.message).toContain('审批及时率');
  });

  test('one project evaluated twice counts once, from the fuller table, and that is said', () => {
    const form = formSheet('临时救助', [60, 80, 80, 10, '100%', 10], REACHED);
    const results = evaluated([indicatorSheet(REACHED.slice(0, 1)), form]);
    expect(results.projects.map(({ total }) => total.toString())).toEqual(['100']);
    expect(said(results)).toEqual(['explain project.repeated']);
  });

  test('a list keeps the order of its projects, 合计 lines belong to the project above', () => {
    const rows = [
      ...REACHED.map((row): Row => ['临时救助', ...row]),
      ['合计', null, null, null, null, null, 90, 80],
      ...REACHED.map((row): Row => ['高龄津贴', ...row]),
    ];
    const results = evaluated([indicatorsOf(rows)]);
    expect(results.projects.map(({ name }) => name)).toEqual(['临时救助', '高龄津贴']);
    expect(results.findings.find(({ rule }) => rule === 'project.total.differs')?.message).toMatch(
      /“临时救助”的总分是 80，各项得分相加是 90/,
    );
  });

  test('no table of projects, nothing to say', () => {
    expect(evaluated([SPENT_90])).toMatchObject({ projects: [], findings: [] });
  });
});
