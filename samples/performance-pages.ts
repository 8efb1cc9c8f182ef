import type { Box, BoxRow, Value } from './boxes';
import { column, frame, wan } from './frames';
import data from './indicators-2023.json';
import { departmentIndicators, goals, initialBudget } from './indicators';
import type { Indicator } from './indicators';
import { basicOf, budgetLines, projectOf } from './lines';
import { groupedRows } from './page';
import type { BodyRow, FormPage, Page } from './page';
import { UNIT_NAME, publishedTexts, sampleNote, stated } from './published';

/** The goals set with the budget: one form for the bureau and one for each of some projects. */
export function goalForms(): FormPage[] {
  return [departmentGoals(), ...goals.map(projectGoals)];
}

/** What became of the goals: 部门整体支出绩效指标完成情况表 and 项目绩效指标表. */
export function indicatorPages(): Page[] {
  return [departmentResults(), projectResults()];
}

const GOAL_WIDTHS = [18, 22, 40, 22];
const field = (value: string): Box => ({ value, look: 'field' });
const text = (label: string, value: string): BoxRow => [field(label), { value, look: 'text', across: 3 }];
const pairs = (...fields: readonly (readonly [string, Value])[]): BoxRow =>
  fields.flatMap(([label, value]) => [
    field(label),
    { value, look: typeof value === 'number' ? ('money' as const) : ('middle' as const) },
  ]);

function departmentGoals(): FormPage {
  const lines = budgetLines(2023);
  const { total, other } = initialBudget();
  const overall = statedTexts('goal').join('；');
  const note = `资金总额 ${stated('budget.initial')}、基本支出、项目支出和年度总体目标`;
  return {
    ...frame('部门整体支出绩效目标表', '万元', [sampleNote(note)]),
    widths: GOAL_WIDTHS,
    rows: [
      text('部门名称', UNIT_NAME),
      text('部门职能', data.department.duties),
      pairs(['资金总额', total], ['财政拨款', Math.round((total - other) * 100) / 100]),
      pairs(['基本支出', wan(basicOf(lines))], ['项目支出', wan(projectOf(lines))]),
      pairs(['其他资金', other], ['上年结转', 0]),
      text('年度总体目标', overall),
      ...goalList(departmentIndicators()),
    ],
  };
}

function projectGoals({ project, goal, indicators }: (typeof goals)[number]): FormPage {
  const { name, initial } = project;
  return {
    ...frame('项目绩效目标表', '万元', [sampleNote()], { sheet: `项目绩效目标（${name}）` }),
    widths: GOAL_WIDTHS,
    rows: [
      pairs(['项目名称', name], ['项目属性', '延续项目']),
      pairs(['主管部门', UNIT_NAME], ['实施单位', UNIT_NAME]),
      pairs(['年度资金总额', wan(initial)], ['财政拨款', wan(initial)]),
      text('年度目标', goal),
      ...goalList(indicators),
    ],
  };
}

/** The targets alone: the rate of execution is no goal but a rule of scoring. */
function goalList(indicators: readonly Indicator[]): BoxRow[] {
  const rows = indicators.slice(1).map(({ path, target }) => [...path, target]);
  const looks = ['middle', 'middle', 'label', 'middle'] as const;
  const head = ['一级指标', '二级指标', '三级指标', '目标值'].map((value): Box => field(value));
  return [head, ...groupedRows(rows, 2).map(({ cells }) => boxesOf(cells, looks))];
}

function boxesOf(cells: BodyRow['cells'], looks: readonly Box['look'][]): Box[] {
  const skipped = looks.length - cells.length;
  return cells.map((cell, at) => {
    const given = cell !== null && typeof cell === 'object' ? cell : { value: cell };
    return { look: looks[at + skipped] ?? 'text', value: null, ...given };
  });
}

const HEADINGS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const REASON = '偏差原因分析及改进措施';
const COLUMNS = [
  column('middle', 13),
  column('middle', 18),
  column('label', 30),
  column('middle', 16),
  column('middle', 16),
  column('score', 9),
  column('score', 9),
  column('text', 34),
];

const listed = ({ path, target, actual, points, score, reason }: Indicator): Value[] => [
  ...path,
  target,
  actual,
  points,
  score,
  reason,
];

function departmentResults(): Page {
  const indicators = departmentIndicators();
  const notes = [
    sampleNote(publishedActuals(indicators)),
    `注：公布的主要问题：${statedTexts('problem').join('；')}。`,
    `注：公布的改进措施：${statedTexts('measure').join('；')}。`,
  ];
  return {
    ...frame('部门整体支出绩效指标完成情况表', null, notes, { landscape: true }),
    header: [[...HEADINGS, REASON, '佐证材料'].map((heading) => ({ text: heading }))],
    columns: [...COLUMNS, column('text', 26)],
    body: [
      ...groupedRows(
        indicators.map((indicator) => [...listed(indicator), indicator.evidence]),
        2,
      ),
      {
        cells: [{ value: '合计', across: 3, look: 'middle' }, null, null, ...sums(indicators), null, null],
        strong: true,
      },
    ],
  };
}

function projectResults(): Page {
  const rows = goals.flatMap(({ project, indicators }) =>
    indicators.map((indicator) => [project.name, ...listed(indicator)]),
  );
  const indicators = goals.flatMap((one) => one.indicators);
  const weights = '注：每个项目预算执行率10分、产出指标50分、效益指标30分、满意度指标10分。';
  return {
    ...frame('项目绩效指标表', null, [sampleNote(publishedActuals(indicators)), weights], { landscape: true }),
    header: [['项目名称', ...HEADINGS, REASON].map((heading) => ({ text: heading }))],
    columns: [column('middle', 18), ...COLUMNS],
    body: groupedRows(rows, 3),
  };
}

function sums(indicators: readonly Indicator[]): number[] {
  return [
    indicators.reduce((sum, { points }) => sum + points, 0),
    indicators.reduce((sum, { score }) => sum + Math.round(score * 100), 0) / 100,
  ];
}

/** 新建颐养之家、…的实际完成值. */
function publishedActuals(indicators: readonly Indicator[]): string {
  const names = indicators.filter(({ published }) => published !== null).map(({ path }) => path[2]);
  return `${[...new Set(names)].join('、')}的实际完成值`;
}

function statedTexts(group: 'goal' | 'problem' | 'measure'): string[] {
  return publishedTexts.filter(({ id }) => id.startsWith(`${group}.`)).map((one) => one.text);
}
