import { Decimal } from '../../../src/model/decimal';
import { formatPlace } from '../../../src/model/address';
import { cellsOf } from '../../../src/sheet/formula';
import type { KeptRow } from '../../../src/report/kept';
import { projectAnswersFrom } from '../../../src/report/project-answers';
import type { Row } from '../../support/project-forms';
import { expenditure, formsOf, goals, indicators, shown } from '../../support/project-forms';

const REACHED: readonly Row[] = [
  ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 50, 50],
  ['临时救助', '效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 30, 30],
  ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '96%', 10, 10],
];
const MONEY = expenditure(['临时救助', 60, 80, 70, 10, 0, 72]);
const NOTE =
  '注：执行率＝全年执行数÷全年预算数，“其中”各行不单独计分。得分四舍五入到两位小数，总分按未舍入的得分相加再舍入。浅黄色格由人填写。';

function keptRow(id: string, typed: Readonly<Record<string, string | Decimal>>, own = Object.keys(typed)): KeptRow {
  const places = new Map(own.map((column) => [column, 'x!A1']));
  return { id, figures: '', typed: new Map(Object.entries(typed)), standing: new Map(), places, about: '' };
}

function keptRows(...rows: readonly KeptRow[]): ReadonlyMap<string, KeptRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

describe('the official form, row by row (domain.md §1.3)', () => {
  test('everything the workbook holds', () => {
    const rows: readonly Row[] = [
      ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '450人次', 20, 18, '救助对象减少'],
      ['临时救助', '产出指标', '数量指标', '巡查次数', '≥12次', '12次', 10, 10],
      ['临时救助', '产出指标', '质量指标', '发放准确率', '≥95%', '76%', 20, 16],
      ...REACHED.slice(1),
    ];
    const forms = formsOf([indicators(...rows), MONEY, goals('临时救助', '保障困难群众基本生活。')]);
    const [signatures, ...upper] = shown(forms).reverse();
    expect(upper.reverse()).toEqual([
      '项目支出绩效自评表',
      '（2023年度）',
      '项目名称 | 临时救助',
      '主管部门 | 云岭县民政局 | 实施单位 | 云岭县救助管理站',
      '项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
      '年度资金总额 | 60 | 80 | 72 | 10 | 0.9 | 9',
      '其中：当年财政拨款 | 60 | 70 | 【待填：全年执行数】 | — | —',
      '　　　上年结转资金 | 【待填：年初预算数】 | 10 | 【待填：全年执行数】 | — | —',
      '　　　其他资金 | 【待填：年初预算数】 | 0 | 【待填：全年执行数】 | — | —',
      '年度总体目标 | 预期目标 | 实际完成情况',
      '保障困难群众基本生活。 | 【待填：实际完成情况】',
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
      '产出指标（50分） | 数量指标 | 救助人次 | ≥500人次 | 450人次 | 20 | 18 | 救助对象减少',
      '数量指标 | 巡查次数 | ≥12次 | 12次 | 10 | 10',
      '质量指标 | 发放准确率 | ≥95% | 76% | 20 | 16 | 【待填：偏差原因及改进措施】',
      '效益指标（30分） | 社会效益指标 | 基本生活 | 得到保障 | 达成预期指标 | 30 | 30',
      '满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | ≥95% | 96% | 10 | 10',
      '总分 | 100 | 93',
      '评价等级 | 优',
      NOTE,
    ]);
    expect(signatures).toMatch(/^填表人：.*审核人：.*负责人：.*填报日期：/);
  });

  test('levels 1 and 2 and the headings at the left are merged down, once each', () => {
    const rows: readonly Row[] = [
      ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 30],
      ['临时救助', '产出指标', '数量指标', '巡查次数', '≥12次', '12次', 20],
      ...REACHED.slice(1),
    ];
    const { merges } = formsOf([indicators(...rows), MONEY]).sheet;
    const down = merges.filter(({ top, bottom }) => bottom > top);
    expect(down.map(({ left, top, bottom }) => [left, top + 1, bottom + 1])).toEqual([
      [0, 6, 10],
      [0, 11, 12],
      [2, 14, 15],
      [1, 14, 15],
      [0, 13, 17],
    ]);
  });

  test('where a workbook names neither unit nor money nor goal, they are hers to fill in', () => {
    const forms = formsOf([indicators(...REACHED)], { about: { unitName: null, year: null } });
    const lines = shown(forms);
    expect(lines.slice(1, 6)).toEqual([
      '（【待填：年度】）',
      '项目名称 | 临时救助',
      '主管部门 | 【待填：主管部门】 | 实施单位 | 【待填：实施单位】',
      '项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
      '年度资金总额 | 【待填：年初预算数】 | 【待填：全年预算数】 | 【待填：全年执行数】 | 10 | 待填',
    ]);
    expect(lines).toContain('【待填：预期目标】 | 【待填：实际完成情况】');
    expect(lines).toContain('总分 | 100 | 90 | 已评 90.00/90，待填 10 分');
    expect(lines).toContain('评价等级 | 待填');
  });

  test('two projects, each on a page of its own', () => {
    const second = REACHED.map(([, ...cells]): Row => ['养老服务', ...cells]);
    const { sheet } = formsOf([indicators(...REACHED, ...second)]);
    const breaks = sheet.rows.flatMap(({ breakAfter }, row) => (breakAfter ? [row] : []));
    const titles = sheet.rows.flatMap(({ cells: [first] }, row) =>
      first?.type === 'text' && first.text === '项目支出绩效自评表' ? [row] : [],
    );
    expect(titles).toHaveLength(2);
    expect(breaks).toEqual([(titles[1] as number) - 1]);
    expect(sheet.print.orientation).toBe('landscape');
  });

  test('no project: one row says so', () => {
    expect(shown(formsOf([MONEY]))).toEqual([
      '项目支出绩效自评表',
      '（2023年度）',
      '没有找到项目绩效指标表或项目支出绩效自评表，没有可以自评的项目。',
    ]);
  });
});

describe('scores on the form', () => {
  test('are those of the evaluation, pending ones say so', () => {
    const rows: readonly Row[] = [
      ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '333人次', 50],
      ['临时救助', '效益指标', '社会效益指标', '基本生活', '得到保障', '基本达成', 30],
      ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', null, 10],
    ];
    const forms = formsOf([indicators(...rows), MONEY]);
    const [project] = forms.results.projects;
    expect(project?.total.toString()).toBe('42.3');
    expect(project?.pendingPoints.toString()).toBe('40');
    const lines = shown(forms);
    expect(lines).toContain(
      '产出指标（50分） | 数量指标 | 救助人次 | ≥500人次 | 333人次 | 50 | 33.3 | 【待填：偏差原因及改进措施】',
    );
    expect(lines).toContain('效益指标（30分） | 社会效益指标 | 基本生活 | 得到保障 | 基本达成 | 30 | 待填');
    expect(lines).toContain(
      '满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | ≥95% | 【待填：实际完成值】 | 10 | 待填',
    );
    expect(lines).toContain('总分 | 100 | 42.3 | 已评 42.30/60，待填 40 分');
  });

  test('points that do not make a hundred give no grade', () => {
    const rows = [
      ...REACHED.slice(0, 2),
      ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '96%', 5],
    ];
    expect(shown(formsOf([indicators(...rows), MONEY]))).toContain('评价等级 | 分值合计不是 100');
  });

  test('an indicator without points leaves the rest of the hundred open', () => {
    const rows = [
      ...REACHED.slice(0, 2),
      ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '96%', null],
    ];
    expect(shown(formsOf([indicators(...rows), MONEY]))).toContain('总分 | 90 | 89 | 已评 89.00/90，待填 10 分');
  });

  test('a way of writing that no formula can read is said below the form', () => {
    const rows = [['临时救助', '产出指标', '数量指标', '救助人次', '≥12次', '9次（每季3次）', 50], ...REACHED.slice(1)];
    const lines = shown(formsOf([indicators(...rows), MONEY]));
    expect(lines).toContain(
      `${NOTE}“救助人次”的实际完成值写法不能用公式取数，得分按生成时取数计算，改动来源后请重新生成。`,
    );
  });

  test('every amount and point on the form is read from the working paper', () => {
    const { sheet } = formsOf([indicators(...REACHED), MONEY]);
    const row = sheet.rows[6];
    const read = [3, 4, 5].map((column) => {
      const cell = row?.cells[column];
      return cell?.type === 'formula'
        ? [...cellsOf(cell.formula)].map((place) => formatPlace(place).split('!')[0])
        : null;
    });
    expect(read).toEqual([['自评_取数'], ['自评_取数'], ['自评_取数']]);
  });
});

describe('what she typed', () => {
  const PENDING_ROWS: readonly Row[] = [
    ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', null, 50],
    ['临时救助', '效益指标', '社会效益指标', '基本生活', '得到保障', '基本达成', 30],
    REACHED[2] as Row,
  ];
  const number = '2023|指标|临时救助|产出指标/数量指标/救助人次';
  const words = '2023|指标|临时救助|效益指标/社会效益指标/基本生活';

  test('becomes answers of the engine and stays on the form', () => {
    const kept = keptRows(
      keptRow(number, { 第6栏: '450人次', 第9栏: '救助对象减少' }),
      keptRow(words, { 第10栏: Decimal.of('0.9') }),
    );
    const forms = formsOf([indicators(...PENDING_ROWS), MONEY], { kept });
    expect(forms.results.projects[0]?.total.toString()).toBe('91');
    expect(forms.results.projects[0]?.indicators.map(({ actual }) => actual)).toEqual(['450人次', '基本达成', '96%']);
    const lines = shown(forms);
    expect(lines).toContain('产出指标（50分） | 数量指标 | 救助人次 | ≥500人次 | 450人次 | 50 | 45 | 救助对象减少');
    expect(lines).toContain(
      '效益指标（30分） | 社会效益指标 | 基本生活 | 得到保障 | 基本达成 | 30 | 27 | 【待填：偏差原因及改进措施】',
    );
  });

  test('money the workbook lacks is scored from the form', () => {
    const kept = keptRows(keptRow('2023|资金|临时救助|年度资金总额', { 第5栏: Decimal.of(80), 第6栏: Decimal.of(60) }));
    const lines = shown(formsOf([indicators(...REACHED)], { kept }));
    expect(lines).toContain('年度资金总额 | 【待填：年初预算数】 | 80 | 60 | 10 | 0.75 | 7.5');
    expect(lines).toContain('总分 | 100 | 97.5');
  });

  test('a share typed as a ratio is printed as the percentage it means', () => {
    const rows: readonly Row[] = [
      ['临时救助', '产出指标', '质量指标', '发放准确率', '≥95%', null, 50],
      ...REACHED.slice(1),
    ];
    const kept = keptRows(keptRow('2023|指标|临时救助|产出指标/质量指标/发放准确率', { 第6栏: Decimal.of('0.76') }));
    const [project] = formsOf([indicators(...rows), MONEY], { kept }).results.projects;
    expect(project?.indicators[0]).toMatchObject({ actual: '76%', status: 'answered' });
  });

  test('for another year is kept below the forms, beyond what is printed', () => {
    const kept = keptRows(keptRow('2022|资金|临时救助|年度资金总额', { 第5栏: Decimal.of(55) }));
    const { sheet } = formsOf([indicators(...REACHED), MONEY], { kept });
    const [heading, row] = sheet.rows
      .slice(sheet.print.area.bottom + 1)
      .map(({ cells }) =>
        cells.flatMap((cell) => (cell?.type === 'text' ? cell.text : cell?.type === 'input' ? String(cell.value) : [])),
      );
    expect(heading?.[0]).toMatch(/^以前填写：.*不打印/);
    expect(row?.filter((text) => text !== '').slice(0, 2)).toEqual(['以前填写（2022年）：临时救助·年度资金总额', '55']);
  });

  test.each([
    ['a number', { 第6栏: Decimal.of(450) }, ['第6栏'], { value: '450' }],
    ['words', { 第6栏: '部分达成' }, ['第6栏', '第10栏'], { level: '部分达成' }],
    ['a share', { 第10栏: '85%' }, ['第10栏'], { level: '达成年度指标', value: '85%' }],
    [
      'a share without sign',
      { 第10栏: Decimal.of(65) },
      ['第10栏'],
      { level: '部分达成年度指标并具有一定效果', value: '65%' },
    ],
    [
      'words and a share of their band',
      { 第6栏: '部分达成', 第10栏: '80%' },
      ['第6栏', '第10栏'],
      { level: '部分达成年度指标并具有一定效果', value: '80%' },
    ],
    ['a reason', { 第9栏: '年中扩面' }, ['第9栏'], { reason: '年中扩面' }],
    ['a share that is none', { 第10栏: '很好' }, ['第10栏'], { value: '很好' }],
  ] as const)('%s', (_, typed, own, answer) => {
    const row = keptRow('2023|指标|甲|乙', typed, [...own]);
    expect({ ...projectAnswersFrom(keptRows(row), 2023) }).toEqual({ '甲|乙': answer });
  });

  test('belongs to its year', () => {
    const kept = keptRows(keptRow(number, { 第6栏: '450人次' }));
    expect({ ...projectAnswersFrom(kept, 2024) }).toEqual({});
  });
});
