import figures from './figures-2023.json';
import { enumerated, SAMPLE_NOTE } from './final-page';
import { CLASSES, budgetLines, economicRows, finalLines, from, functionalRows, nameOf, spent, total } from './lines';
import type { Hundreds, Line } from './lines';
import type { Page, Value } from './page';

const { unitName, year } = figures;
const yuan = (amount: Hundreds): number => amount * 100;
const wan = (amount: Hundreds): number => amount / 100;

/** Four tables of the published budget in 元, and 预算执行情况表 in 万元. */
export function budgetPages(): Page[] {
  return [
    incomeExpenditureSummary(),
    spending('预算公开03表', '部门支出总表', budgetLines),
    spending('预算公开05表', '一般公共预算支出表', from(budgetLines, 'general')),
    generalBudgetBasic(),
    execution(),
  ];
}

function incomeExpenditureSummary(): Page {
  const [general, other] = [spent(from(budgetLines, 'general')), spent(from(budgetLines, 'other'))];
  const left: [string, Hundreds][] = [
    ['一、财政拨款收入', general],
    ['（一）一般公共预算拨款收入', general],
    ['（二）政府性基金预算拨款收入', 0],
    ['（三）国有资本经营预算拨款收入', 0],
    ['二、事业收入', 0],
    ['三、上级补助收入', 0],
    ['四、其他收入', other],
  ];
  const sum = yuan(spent(budgetLines));
  const classes = CLASSES.map((code, at): Value[] => [
    `${enumerated(at + 1)}、${nameOf(code)}`,
    yuan(spent(budgetLines.filter((line) => line.code.startsWith(code)))),
  ]);
  return {
    ...pageOf('预算公开01表', '收支预算总表', '元'),
    header: [
      [{ text: '收入', across: 2 }, null, { text: '支出', across: 2 }, null],
      [{ text: '项目' }, { text: '预算数' }, { text: '项目（按支出功能科目）' }, { text: '预算数' }],
    ],
    body: [
      ...classes.map((row, at) => {
        const [label, amount] = left[at] ?? [];
        return [label ?? null, amount === undefined ? null : yuan(amount), ...row];
      }),
      ['本年收入合计', sum, '本年支出合计', sum],
      ['上年结转', 0, '结转下年', 0],
      ['收入总计', sum, '支出总计', sum],
    ],
    notes: [`注：${figures.published.budgetNote}`, SAMPLE_NOTE],
    widths: [34, 18, 34, 18],
  };
}

function pageOf(
  form: string,
  title: string,
  unit: '元' | '万元',
): Pick<Page, 'sheet' | 'title' | 'form' | 'unitName' | 'year' | 'unit'> {
  return { sheet: title, title, form, unitName, year, unit };
}

function spending(form: string, title: string, lines: readonly Line[]): Page {
  const rows = functionalRows(lines, ({ basic, project }) => [basic + project, basic, project]);
  return {
    ...pageOf(form, title, '元'),
    header: [
      [
        { text: '支出功能分类科目', across: 2 },
        null,
        ...['合计', '基本支出', '项目支出'].map((text) => ({ text, down: 2 })),
      ],
      [{ text: '科目编码' }, { text: '科目名称' }, null, null, null],
    ],
    body: rows.map((row) => [row.code, row.label, ...row.amounts.map(yuan)]),
    notes: [SAMPLE_NOTE],
    widths: [14, 38, 18, 18, 18],
  };
}

function generalBudgetBasic(): Page {
  const rows = economicRows('budget');
  const split = (personnel: boolean): Map<string, Hundreds> =>
    new Map(economicRows('budget', personnel).map((row) => [row.code ?? '', row.amounts[0] ?? 0]));
  const [personnel, running] = [split(true), split(false)];
  return {
    ...pageOf('预算公开06表', '一般公共预算基本支出表', '元'),
    header: [
      [{ text: '支出经济分类科目', across: 2 }, null, { text: '2023年基本支出', across: 3 }, null, null],
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'].map((text) => ({ text })),
    ],
    body: rows.map((row) => [
      row.code,
      row.label,
      ...[row.amounts[0] ?? 0, personnel.get(row.code ?? '') ?? 0, running.get(row.code ?? '') ?? 0].map(yuan),
    ]),
    notes: [SAMPLE_NOTE],
    widths: [14, 38, 18, 18, 18],
  };
}

/** Initial budget, adjusted budget (what was spent and what was left) and execution, by source and by 基本 and 项目. */
function execution(): Page {
  const sum = (lines: readonly Line[], of: (line: Line) => Hundreds): Hundreds => total(lines.map(of));
  const bySource = (label: string, ...sources: string[]): Value[] => {
    const [before, after] = [from(budgetLines, ...sources), from(finalLines, ...sources)];
    return row(label, spent(before), spent(after) + sum(after, (line) => line.closing), spent(after));
  };
  const economic = (label: string, personnel: boolean): Value[] => {
    const actual = economicRows('final', personnel)[0]?.amounts[0] ?? 0;
    return row(label, economicRows('budget', personnel)[0]?.amounts[0] ?? 0, actual, actual);
  };
  const [basic, project] = [sum(finalLines, (line) => line.basic), sum(finalLines, (line) => line.project)];
  const left = sum(finalLines, (line) => line.closing);
  return {
    ...pageOf('预算执行01表', '预算执行情况表', '万元'),
    header: [['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数', '执行率'].map((text) => ({ text }))],
    body: [
      bySource('年度资金总额', 'general', 'fund', 'superior', 'other'),
      bySource('其中：财政拨款', 'general', 'fund'),
      bySource('其他资金', 'superior', 'other'),
      row(
        '基本支出',
        sum(budgetLines, (line) => line.basic),
        basic,
        basic,
      ),
      economic('其中：人员经费', true),
      economic('公用经费', false),
      row(
        '项目支出',
        sum(budgetLines, (line) => line.project),
        project + left,
        project,
      ),
    ],
    notes: ['注：全年预算数＝年初预算数＋预算调整数；执行率＝全年执行数÷全年预算数。', SAMPLE_NOTE],
    shares: [5],
    widths: [26, 16, 16, 16, 16, 12],
  };
}

function row(label: string, initial: Hundreds, annual: Hundreds, actual: Hundreds): Value[] {
  return [
    label,
    ...[initial, annual - initial, annual, actual].map(wan),
    Math.round((actual / annual) * 10_000) / 10_000,
  ];
}
