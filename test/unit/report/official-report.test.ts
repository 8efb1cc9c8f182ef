import { writeDocx } from '../../../src/document/docx';
import type { Block, Chart, OfficialDocument, Signature, Table } from '../../../src/document/document';
import { tableGrid } from '../../../src/document/table-grid';
import { formSets } from '../../../src/facts/sets';
import type { Value } from '../../../src/formula/evaluate';
import { Decimal } from '../../../src/model/decimal';
import type { FundAmounts, ProjectEvaluation, ProjectIndicator } from '../../../src/model/project';
import type { ScoredIndicator } from '../../../src/model/scorecard';
import { narrate } from '../../../src/narrative/narrate';
import { outlineNamed } from '../../../src/narrative/outline';
import type { Outline } from '../../../src/narrative/outline';
import type { NarrativeReport } from '../../../src/narrative/report';
import { partsText } from '../../../src/narrative/report';
import type { Amount, AmountState, ComparedLine } from '../../../src/report/comparison';
import { AMOUNTS, COMPARISON, compareYears } from '../../../src/report/comparison';
import { departmentMoney } from '../../../src/report/department-money';
import type { KnownFunds } from '../../../src/report/department-money';
import { bodyOf } from '../../../src/report/found-amount';
import type { FoundAmount } from '../../../src/report/found-amount';
import type { OfficialReportSource } from '../../../src/report/official-report';
import { officialReport } from '../../../src/report/official-report';
import { workbookScope } from '../../../src/report/workbook-scope';
import type { Indicator } from '../../../src/rubric/pack';
import { rubricFor } from '../../../src/rubric/packs';
import { evaluateProjects } from '../../../src/rubric/projects/evaluate';
import { score } from '../../../src/rubric/score';
import { documentFaults, describeWithPrinting, OpenedDocument, printedLines } from '../../support/docx-parts';
import { judgeFile, sampleBytes } from '../../support/sample';

const wan = (amount: string): FoundAmount => ({
  node: bodyOf('1'),
  value: { value: Decimal.of(amount).shift(4), figures: [] } satisfies Value,
});
const points = (value: string | null): Decimal | null => (value === null ? null : Decimal.of(value));

function scored(id: string, path: readonly string[], more: Partial<ScoredIndicator>): ScoredIndicator {
  return {
    id,
    path,
    points: Decimal.of('10'),
    value: null,
    target: '≥100%',
    score: null,
    status: 'pending',
    formula: '',
    inputs: [],
    deduction: '请填写实际完成值。',
    regain: '',
    evidence: [],
    basis: '',
    ...more,
  };
}

function indicator(id: string, path: readonly [string, string, string], display: Indicator['display']): Indicator {
  return {
    id,
    path,
    points: '10',
    formula: null,
    display,
    target: null,
    method: { type: 'ratio' },
    evidence: [],
    basis: '',
    confirmed: false,
    note: '',
  };
}

const RATE = ['管理', '预算执行', '预算执行率'] as const;
const CONTROL = ['管理', '预算执行', '公用经费控制率'] as const;
const SYSTEM = ['管理', '预算管理', '制度健全性'] as const;
const SAVED = ['产出', '成本', '节约额'] as const;

const NARRATIVE: NarrativeReport = {
  outline: '提纲',
  title: '甲县民政局2023年度部门整体支出绩效自评报告',
  sections: [
    { id: '1', heading: '一、部门概况', level: 1, paragraphs: [] },
    {
      id: '1.1',
      heading: '（一）职责',
      level: 2,
      paragraphs: [drafted('a', '主管民政工作。'), drafted('b', '草稿。')],
    },
    { id: '1.1.1', heading: '1.人员', level: 3, paragraphs: [drafted('c', '编制16人。')] },
  ],
  pending: [],
  unused: [],
};

function drafted(id: string, text: string): NarrativeReport['sections'][number]['paragraphs'][number] {
  return { id, parts: [{ type: 'words', text, origin: 'outline', name: null, place: null }], needs: [] };
}

const FUNDS: KnownFunds = new Map([
  ['all', { initial: wan('3228.08'), adjustment: null, annual: wan('17998.37'), actual: wan('17917.84') }],
  ['other', { initial: wan('12'), adjustment: wan('-12'), annual: wan('0'), actual: wan('0') }],
]);

const PROJECT: ProjectEvaluation = {
  id: '低保',
  name: '城乡低保',
  executionRate: Decimal.of('0.996991'),
  funds: {
    initialBudget: null,
    annualBudget: Decimal.of('74278300'),
    actual: Decimal.of('74054800'),
    unit: '元',
    places: [],
    parts: {
      当年财政拨款: ofPart(null, '70000000', '69800000'),
      上年结转资金: ofPart('0', '4278300', '4254800'),
      其他资金: ofPart(null, null, null),
    },
  },
  executionPoints: Decimal.of('10'),
  executionScore: Decimal.of('9.96991'),
  indicators: [
    ofProject(['产出指标', '数量指标', '发放人次'], {
      target: '≥500人次',
      actual: '450人次',
      points: '50',
      score: '45',
    }),
    ofProject(
      ['产出指标', '质量指标', '准确率'],
      { target: '=100%', actual: '98%', points: '30', score: '29.4' },
      '系统升级',
    ),
    ofProject(['满意度指标', '满意度', '群众满意度'], { target: '≥95%', actual: '', points: '10', score: null }),
  ],
  total: Decimal.of('84.37'),
  pendingPoints: Decimal.of('10'),
  grade: null,
};

function ofPart(initial: string | null, annual: string | null, actual: string | null): FundAmounts {
  return { initialBudget: points(initial), annualBudget: points(annual), actual: points(actual), places: [] };
}

interface Stated {
  readonly target: string;
  readonly actual: string;
  readonly points: string;
  readonly score: string | null;
}

function ofProject(path: readonly string[], stated: Stated, deviation = ''): ProjectIndicator {
  return {
    id: path.join('/'),
    path,
    target: stated.target,
    actual: stated.actual,
    points: points(stated.points),
    score: points(stated.score),
    stated: null,
    status: stated.score === null ? 'pending' : 'computed',
    note: '',
    deviation,
    places: [],
  };
}

function compared(id: string, amounts: Readonly<Record<Amount, AmountState>>): ComparedLine {
  const line = COMPARISON.rows.find((one) => one.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return { line, amounts };
}

const SOURCE: OfficialReportSource = {
  narrative: NARRATIVE,
  finalTexts: new Map([['b', '她改写的第一段。\n\n她改写的第二段。']]),
  unitName: '甲县民政局',
  year: 2023,
  scorecard: {
    rubric: '办法',
    rubricTitle: '部门整体支出绩效评分办法',
    pointsBasis: 'unconfirmed',
    full: Decimal.of('40'),
    scorable: Decimal.of('30'),
    pendingPoints: Decimal.of('10'),
    total: Decimal.of('19.97'),
    remainder: Decimal.of('0.01'),
    grade: null,
    cap: null,
    indicators: [
      scored('execution-rate', RATE, {
        value: Decimal.of('0.995525'),
        score: Decimal.of('9.955'),
        status: 'computed',
        deduction: '扣0.04分。',
      }),
      scored('control', CONTROL, { status: 'not-applicable', target: '≤100%', deduction: '' }),
      scored('system', SYSTEM, { target: '制度健全' }),
      scored('saved', SAVED, {
        value: Decimal.of('1234.5'),
        score: Decimal.of('10'),
        status: 'computed',
        deduction: '',
      }),
    ],
  },
  rubric: {
    indicators: [
      indicator('execution-rate', RATE, 'ratio'),
      indicator('control', CONTROL, 'ratio'),
      indicator('system', SYSTEM, 'count'),
      indicator('saved', SAVED, 'amount'),
    ],
  },
  projects: [PROJECT],
  projectTexts: new Map([
    [PROJECT.id, { 主管部门: '甲县民政局', 实施单位: '甲县救助站', 年度总体目标: '应保尽保', 实际完成情况: null }],
  ]),
  goal: { expected: null, achieved: null },
  comparison: [
    compared('expenditure', {
      prior: wan('16691.92'),
      initial: wan('3228.08'),
      annual: 'pending',
      final: wan('17917.84'),
    }),
    compared('basic', { prior: wan('0'), initial: wan('412.92'), annual: 'pending', final: wan('378.6') }),
    compared('project', { prior: 'none', initial: 'pending', annual: 'pending', final: wan('17539.24') }),
  ],
  funds: FUNDS,
  date: '2024年4月20日',
  pointsUnconfirmed: true,
};

function ofType<T extends Block['type']>({ blocks }: OfficialDocument, type: T): Extract<Block, { type: T }>[] {
  return blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

/** The cells that begin in each row of a table, as texts. */
function textsOf({ header, body }: Table): string[][] {
  return [...header, ...body].map((row) => row.map(({ text }) => text));
}

function tablesOf(source: OfficialReportSource): Table[] {
  return ofType(officialReport(source), 'table');
}

describe('the report as an official document', () => {
  const document = officialReport(SOURCE);

  it('has the text, the list of attachments, the lines to be sealed, then the attachments (GB/T 9704-2012, 7.3)', () => {
    const outline = document.blocks.map((block) => {
      if (block.type === 'heading') return `${block.level} ${block.text}`;
      if (block.type === 'paragraph') return block.text;
      if (block.type === 'attachment') return `新页 ${block.mark}`;
      return block.type === 'table' ? `《${block.caption ?? ''}》` : block.type;
    });
    expect(document.title).toBe('甲县民政局2023年度\n部门整体支出绩效自评报告');
    expect(outline).toEqual([
      '1 一、部门概况',
      '2 （一）职责',
      '主管民政工作。',
      '她改写的第一段。',
      '她改写的第二段。',
      '3 1.人员',
      '编制16人。',
      '',
      '附件：1.部门整体支出绩效自评表',
      '　　　2.项目支出绩效自评表',
      '　　　3.2023年度部门收支预算、决算对比表',
      'signature',
      '新页 附件1',
      '《部门整体支出绩效自评表\n（2023年度）》',
      '《》',
      '新页 附件2',
      '《项目支出绩效自评表\n（2023年度）》',
      '《》',
      '新页 附件3',
      '《2023年度部门收支预算、决算对比表》',
      'chart',
    ]);
    expect(ofType(document, 'signature')).toEqual<Signature[]>([
      { type: 'signature', lines: [['甲县民政局（盖章）'], ['2024年4月20日']] },
    ]);
    expect(document.properties).toEqual({ title: NARRATIVE.title, subject: '2023年度' });
  });

  it('numbers the attachments it has, and the forms of several projects', () => {
    const marks = (source: OfficialReportSource): string[] =>
      ofType(officialReport(source), 'attachment').map(({ mark }) => mark);
    expect(marks({ ...SOURCE, projects: [] })).toEqual(['附件1', '附件2']);
    expect(marks({ ...SOURCE, projects: [PROJECT, PROJECT], comparison: [] })).toEqual(['附件1', '附件2-1', '附件2-2']);
  });

  it('leaves the unit, year and date to be filled in where they are not known', () => {
    const open = officialReport({ ...SOURCE, unitName: null, year: null, date: '' });
    expect(ofType(open, 'signature')[0]?.lines).toEqual([['【待填：单位名称】（盖章）'], ['　　　　年　　月　　日']]);
    const [form] = ofType(open, 'table');
    expect(form?.caption).toBe('部门整体支出绩效自评表\n（【待填：年度】）');
    expect(form?.body[0]?.map(({ text }) => text)).toEqual(['部门名称', '【待填：单位名称】']);
  });

  it('lays every table out without gaps or overlaps', () => {
    for (const table of ofType(document, 'table')) expect(() => tableGrid(table)).not.toThrow();
  });
});

describe('附件1 部门整体支出绩效自评表', () => {
  const [money, indicators] = tablesOf(SOURCE) as [Table, Table];

  it('has the money in 万元, 待填 for what is not known and — for a rate on nothing', () => {
    expect(money.unitLine).toEqual({ left: '试算·分值待与财政局附件核对', right: '金额单位：万元' });
    expect(textsOf(money)).toEqual([
      ['部门名称', '甲县民政局'],
      ['年度部门预算情况', '项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数', '执行率', '分值', '得分'],
      ['资金总额', '3,228.08', '待填', '17,998.37', '17,917.84', '99.55%', '10', '9.96'],
      ['按来源：财政拨款', '待填', '待填', '待填', '待填', '待填', '—', '—'],
      ['　　　　其他资金', '12.00', '-12.00', '0.00', '0.00', '—', '—', '—'],
      ['按支出：基本支出', '待填', '待填', '待填', '待填', '待填', '—', '—'],
      ['　　　　项目支出', '待填', '待填', '待填', '待填', '待填', '—', '—'],
      ['年度总体目标', '预期目标', '实际完成情况'],
      ['待填', '待填'],
    ]);
  });

  it('has the indicators, total and grade, levels that repeat once', () => {
    expect(textsOf(indicators)).toEqual([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ['管理', '预算执行', '预算执行率', '≥100%', '99.55%', '10', '9.96', '扣0.04分。'],
      ['公用经费控制率', '≤100%', '不适用', '10', '不适用', ''],
      ['预算管理', '制度健全性', '制度健全', '待填', '10', '待填', ''],
      ['产出', '成本', '节约额', '≥100%', '1,234.50万元', '10', '10.00', ''],
      ['总分', '40', '19.97', '待填10.00分；尾差0.01分'],
      ['评价等级', '待填'],
      ['注：执行率＝全年执行数÷全年预算数。评分办法：部门整体支出绩效评分办法（试算·分值待与财政局附件核对）。'],
      [expect.stringMatching(/^填表人：　+审核人：　+负责人：$/)],
    ]);
    expect(indicators.body.map(([first]) => first?.down)).toEqual([3, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('says nothing of points once they are confirmed', () => {
    expect(JSON.stringify(officialReport({ ...SOURCE, pointsUnconfirmed: false }))).not.toContain('试算');
  });

  it('shows goals where they are known, and her reasons behind the lost points', () => {
    const more = {
      goal: { expected: '保障基本生活', achieved: null },
      deviations: new Map([['execution-rate', '年底支付。']]),
    };
    const [withGoal, withReason] = tablesOf({ ...SOURCE, ...more }) as [Table, Table];
    expect(textsOf(withGoal).slice(-2)).toEqual([
      ['年度总体目标', '预期目标', '实际完成情况'],
      ['保障基本生活', '待填'],
    ]);
    expect(textsOf(withReason)[1]?.at(-1)).toBe('扣0.04分。年底支付。');
  });

  it('shows a narrow miss as a miss', () => {
    const close = { value: Decimal.of('0.99997'), score: Decimal.of('9.9997'), status: 'computed' } as const;
    const target = { sign: '≥', value: '100', unit: '%' } as const;
    const rubric = { indicators: [{ ...indicator('close', RATE, 'ratio'), target }] };
    const scorecard = { ...SOURCE.scorecard, indicators: [scored('close', RATE, close)] };
    expect(textsOf(tablesOf({ ...SOURCE, rubric, scorecard })[1] as Table)[1]?.[4]).toBe('99.997%');
  });
});

describe('附件2 项目支出绩效自评表', () => {
  const [, , head, indicators] = tablesOf(SOURCE) as [Table, Table, Table, Table];

  it('is the form of 财预〔2020〕10号, parts of the money without points of their own', () => {
    expect(textsOf(head)).toEqual([
      ['项目名称', '城乡低保'],
      ['主管部门', '甲县民政局', '实施单位', '甲县救助站'],
      ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', '待填', '7,427.83', '7,405.48', '10', '99.70%', '9.97'],
      ['其中：当年财政拨款', '待填', '7,000.00', '6,980.00', '—', '99.71%', '—'],
      ['　上年结转资金', '0.00', '427.83', '425.48', '—', '99.45%', '—'],
      ['　其他资金', '待填', '待填', '待填', '—', '', '—'],
      ['年度总体目标', '预期目标', '实际完成情况'],
      ['应保尽保', '待填'],
    ]);
    expect(textsOf(indicators).slice(1)).toEqual([
      ['产出指标', '数量指标', '发放人次', '≥500人次', '450人次', '50', '45.00', '待填'],
      ['质量指标', '准确率', '=100%', '98%', '30', '29.40', '系统升级'],
      ['满意度指标', '满意度', '群众满意度', '≥95%', '待填', '10', '待填', ''],
      ['总分', '100', '84.37', '等级：待填（待填10.00分）'],
      [expect.stringMatching(/^填表人：/)],
    ]);
  });

  it('is marked as a trial while points are not confirmed', () => {
    expect(head.unitLine).toEqual({ left: '试算·分值待与财政局附件核对', right: '金额单位：万元' });
    const [, , confirmed] = tablesOf({ ...SOURCE, pointsUnconfirmed: false });
    expect(confirmed?.unitLine?.left).toBe('');
  });

  it('prints amounts without a unit as the sheet does, and says so', () => {
    const bare = { ...PROJECT, funds: { ...PROJECT.funds, unit: null } };
    const money = textsOf(tablesOf({ ...SOURCE, projects: [bare] })[2] as Table);
    expect(money[3]?.slice(0, 4)).toEqual(['年度资金总额', '待填', '74,278,300.00', '74,054,800.00']);
    expect(money[7]).toEqual(['说明', '项目资金的来源表没有写金额单位，数字照原样列出，请核对单位。']);
  });

  it('does not know the points of a total that lacks some', () => {
    const indicators = PROJECT.indicators.map((one) => ({ ...one, points: null }));
    const list = textsOf(tablesOf({ ...SOURCE, projects: [{ ...PROJECT, indicators }] })[3] as Table);
    expect(list.find(([name]) => name === '总分')?.[1]).toBe('待填');
  });
});

describe('附件3 收支对比', () => {
  const table = tablesOf(SOURCE).at(-1) as Table;

  it('has differences and rates; blank while an amount is pending, — where there is nothing to compare', () => {
    expect(textsOf(table).slice(2, -1)).toEqual([
      // prettier-ignore
      ['本年支出合计', '16,691.92', '3,228.08', '待填', '17,917.84', '14,689.76', '555.06%', '', '', '1,225.92', '7.34%'],
      ['其中：基本支出', '0.00', '412.92', '待填', '378.60', '-34.32', '91.69%', '', '', '378.60', '—'],
      ['　项目支出', '—', '待填', '待填', '17,539.24', '', '', '', '', '—', '—'],
    ]);
  });

  it('draws the charted lines, without the amounts of which nothing is known', () => {
    const [{ chart }] = ofType(officialReport(SOURCE), 'chart') as [Chart];
    expect(chart.categories.values).toEqual(['本年支出合计', '基本支出', '项目支出']);
    expect(chart.series.map(({ name, numbers }) => [name.text, numbers.values.map((one) => one?.toString())])).toEqual([
      ['上年决算数', ['16691.92', '0', undefined]],
      ['年初预算数', ['3228.08', '412.92', undefined]],
      ['本年决算数', ['17917.84', '378.6', '17539.24']],
    ]);
  });
});

async function sampleSource(): Promise<OfficialReportSource> {
  const { evaluation } = await judgeFile(sampleBytes(), { last: 'checks' });
  const { tables, unitName, year } = evaluation;
  const facts = evaluation.facts ?? [];
  const sets = formSets(tables);
  const set = sets.find((one) => one.year === year && one.unitName === unitName) ?? null;
  const scope = workbookScope(set, sets, facts);
  const rubric = rubricFor(['江西省'], year);
  const { projects } = evaluateProjects(set?.tables ?? []);
  const lacking = { findings: [], results: [], lostPoints: [] };
  const outline = outlineNamed('jiangxi') as Outline;
  return {
    narrative: narrate(outline, { unitName, year, scope, set, facts, projects, ...lacking }),
    finalTexts: new Map(),
    unitName,
    year,
    scorecard: score(rubric, scope, {}).card,
    rubric,
    projects,
    projectTexts: new Map(),
    goal: { expected: null, achieved: null },
    comparison: compareYears(scope),
    funds: departmentMoney(scope, year, new Map()).funds,
    date: '2024年4月20日',
    pointsUnconfirmed: true,
  };
}

/** As a printed table has it, worked out by the tests themselves. */
function printed(yuan: Decimal): string {
  return Number(yuan.shift(-4).toFixed(2)).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

describe('the sample as a Word file', () => {
  let source: OfficialReportSource;
  let document: OfficialDocument;
  let bytes: Uint8Array;
  beforeAll(async () => {
    source = await sampleSource();
    document = officialReport(source);
    bytes = await writeDocx(document);
  });

  it('holds the title, every heading and every paragraph in order, then the attachments', () => {
    expect(documentFaults(bytes)).toEqual([]);
    const written = new OpenedDocument(bytes).paragraphs().map(({ text }) => text);
    const said = source.narrative.sections.flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.map(({ parts }) => partsText(parts)),
    ]);
    const expected = ['庐山市民政局2023年度\n部门整体支出绩效自评报告', ...said, '', '附件：1.部门整体支出绩效自评表'];
    expect(written.slice(0, expected.length)).toEqual(expected);
    const after = written.slice(expected.length).filter((text) => /^　+\d\.|盖章|^\d{4}年\d+月|^附件/.test(text));
    expect(after).toEqual([
      '　　　2.项目支出绩效自评表',
      '　　　3.2023年度部门收支预算、决算对比表',
      '庐山市民政局（盖章）',
      '2024年4月20日',
      '附件1',
      ...[1, 2, 3, 4].map((project) => `附件2-${project}`),
      '附件3',
    ]);
  });

  it('shows every amount as its source has it', () => {
    const [money] = ofType(document, 'table') as [Table];
    const funds = [...source.funds.values()].map((line) =>
      (['initial', 'adjustment', 'annual', 'actual'] as const).map((fund) =>
        line[fund] ? printed(line[fund].value.value) : '待填',
      ),
    );
    expect(
      textsOf(money)
        .slice(2, -2)
        .map((row) => row.slice(1, 5)),
    ).toEqual(funds);
    expect(funds[0]).toEqual(['3,228.08', '14,770.29', '17,998.37', '17,917.84']);

    const comparison = ofType(document, 'table').at(-1) as Table;
    const states = source.comparison.map(({ amounts }) =>
      AMOUNTS.map((amount) => {
        const state = amounts[amount];
        return state === 'none' ? '—' : state === 'pending' ? '待填' : printed(state.value.value);
      }),
    );
    expect(
      textsOf(comparison)
        .slice(2, -1)
        .map((row) => row.slice(1, 5)),
    ).toEqual(states);
  });

  it('shows every score as it was given', () => {
    const [, indicators] = ofType(document, 'table') as [Table, Table];
    const rows = textsOf(indicators).slice(1, 1 + source.scorecard.indicators.length);
    expect(rows.map((row) => row.at(-2))).toEqual(
      source.scorecard.indicators.map((one) => one.score?.toFixed(2) ?? '待填'),
    );
    const grades = ofType(document, 'table').flatMap((table) =>
      textsOf(table).flatMap(([name, , , grade = '']) => (name === '总分' ? [grade] : [])),
    );
    expect(grades).toEqual(['待填16.00分', ...source.projects.map(({ grade }) => `等级：${grade ?? ''}`)]);
    const totals = ofType(document, 'table').flatMap((table) =>
      textsOf(table).flatMap(([name, , total]) => (name === '总分' ? [total] : [])),
    );
    expect(totals).toEqual([source.scorecard, ...source.projects].map(({ total }) => total.toFixed(2)));
  });

  it('draws the numbers of the comparison', () => {
    const [{ chart }] = ofType(document, 'chart') as [Chart];
    const final = chart.series.find(({ name }) => name.text === '本年决算数')?.numbers.values;
    expect(final?.map((value) => value?.toString())).toEqual(['17917.84', '378.6', '17539.24']);
  });
});

describeWithPrinting('the sample as LibreOffice prints it', () => {
  it('keeps every figure of the tables on one line', async () => {
    const document = officialReport(await sampleSource());
    // Hyphens that hold print as U+2011; what stands between white space is a field, or words of one.
    const pages = (await printedLines(await writeDocx(document))).flat().join('\n').replaceAll('\u2011', '-');
    const counted = (texts: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
      return counts;
    };
    const whole = counted(pages.split(/\s+/));
    const amounts = ofType(document, 'table').flatMap((table) =>
      textsOf(table)
        .flat()
        .filter((text) => /^-?[\d,]+\.\d\d%?$/.test(text)),
    );
    expect(amounts).toEqual(expect.arrayContaining(['17,917.84', '555.15%', '100.00%']));
    expect([...counted(amounts)].filter(([amount, times]) => (whole.get(amount) ?? 0) < times)).toEqual([]);
  });
});
