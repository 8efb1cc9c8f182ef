import { column, columns, frame, shareOf, wan } from './frames';
import { basicOf, budgetLines, closingOf, economicRows, finalLines, from, projectOf, spent } from './lines';
import type { Hundreds } from './lines';
import type { BodyRow, Page } from './page';
import { projects } from './projects';
import { sampleNote, stated, wording } from './published';

/** 预算执行情况表 and 项目支出情况表: initial budget, adjustment, the year's budget, what was spent, the rate. */
export function executionPages(): Page[] {
  return [execution(), projectExpenditure()];
}

interface Execution {
  readonly initial: Hundreds;
  readonly annual: Hundreds;
  readonly actual: Hundreds;
}

const AMOUNTS = ['年初预算数', '预算调整数', '全年预算数', '全年执行数'];
const RULE = '注：全年预算数＝年初预算数＋预算调整数；执行率＝全年执行数÷全年预算数。';

function cellsOf({ initial, annual, actual }: Execution): number[] {
  return [...[initial, annual - initial, annual, actual].map(wan), shareOf(actual, annual)];
}

/** By source of money, then by 基本支出 and 项目支出. What was not spent is carried over, so it is in the year's budget. */
function execution(): Page {
  const [before, after] = [budgetLines(2023), finalLines(2023)];
  const bySource = (label: string, ...sources: string[]): BodyRow => {
    const actual = spent(from(after, ...sources));
    const annual = actual + closingOf(from(after, ...sources));
    return { cells: [label, ...cellsOf({ initial: spent(from(before, ...sources)), annual, actual })] };
  };
  const economic = (label: string, personnel: boolean): BodyRow => {
    const sum = (which: 'budget' | 'final'): Hundreds => economicRows(which, personnel)[0]?.amounts[0] ?? 0;
    return { cells: [label, ...cellsOf({ initial: sum('budget'), annual: sum('final'), actual: sum('final') })] };
  };
  const basic = { initial: basicOf(before), annual: basicOf(after), actual: basicOf(after) };
  const project = {
    initial: projectOf(before),
    annual: projectOf(after) + closingOf(after),
    actual: projectOf(after),
  };
  const initial = `年初预算数（合计 ${stated('budget.initial')}、基本支出、项目支出）`;
  const actual = `全年执行数（合计 ${stated('final.expenditure')}、基本支出、项目支出）`;
  return {
    ...frame('预算执行情况表', '万元', [sampleNote(`${initial}和${actual}`), RULE], { form: '预算执行01表' }),
    header: [['项目', ...AMOUNTS, '执行率'].map((text) => ({ text }))],
    columns: [column('label', 30), ...columns(4, 'money', 16), column('share', 12)],
    body: [
      { ...bySource('年度资金总额', 'general', 'fund', 'superior', 'other'), strong: true },
      bySource('其中：财政拨款', 'general', 'fund'),
      bySource('　　　一般公共预算', 'general'),
      bySource('　　　政府性基金预算', 'fund'),
      bySource('　　　上级补助收入', 'superior'),
      bySource('　　　其他资金', 'other'),
      { cells: ['基本支出', ...cellsOf(basic)], strong: true },
      economic('其中：人员经费', true),
      economic('　　　公用经费', false),
      { cells: ['项目支出', ...cellsOf(project)], strong: true },
    ],
  };
}

function projectExpenditure(): Page {
  const sum = (measure: 'initial' | 'annual' | 'actual'): Hundreds =>
    projects.reduce((amount, project) => amount + project[measure], 0);
  const total = { initial: sum('initial'), annual: sum('annual'), actual: sum('actual') };
  const [initial, actual] = [stated('budget.initial.project'), stated('final.project')];
  const row = ({ initial: before, annual, actual: after }: Execution): (number | null)[] => [
    ...cellsOf({ initial: before, annual, actual: after }),
    wan(annual - after),
  ];
  const note = sampleNote(`合计行的年初预算数 ${initial}、全年执行数 ${actual}`);
  return {
    ...frame('项目支出情况表', '万元', [note, RULE], { form: '预算执行02表', landscape: true }),
    header: [['序号', '项目名称', '责任股室', ...AMOUNTS, '执行率', '结余'].map((text) => ({ text }))],
    columns: [
      column('middle', 6),
      column('label', 34),
      column('middle', 18),
      ...columns(4, 'money', 15),
      column('share', 11),
      column('money', 13),
    ],
    body: [
      { cells: [{ value: '合计', across: 3, look: 'middle' }, ...row(total)], strong: true },
      ...projects.map((project, at) => ({
        cells: [at + 1, project.name, wording(`office.${project.office}`), ...row(project)],
      })),
    ],
  };
}
