import { accountName } from './bureau-budget';
import * as figures from './bureau-figures';
import type { BureauFigures, Project, Yuan } from './bureau-figures';
import type { LaidCell, LaidRow, LaidTable } from './laid';
import { headerCell, headerRows, labelCell } from './laid-cells';
import { amountCells, captioned, keyOf } from './laid-tables';
import type { Caption } from './laid-tables';

type MoneyCaption = Caption & { unit: '万元' };

/** The tables a bureau keeps beside budget and final accounts; all amounts in 万元. */
export function recordTables(bureau: BureauFigures): LaidTable[] {
  const goals = bureau.projects
    .filter((project) => project.initial > 0)
    .map((project) => projectGoals(bureau, project));
  return [execution(bureau), projectExpenditure(bureau), procurement(bureau), carryOver(bureau), ...goals];
}

function captionOf({ year, unitName }: BureauFigures, kind: string, title: string): MoneyCaption {
  return { kind, year, title, form: null, unitName, unit: '万元' };
}

/** Share of the annual budget that was spent; blank where nothing was budgeted. */
function rateCell(caption: Caption, row: string, actual: Yuan, annual: Yuan): LaidCell {
  const value = annual === 0 ? null : Math.round((actual / annual) * 1e4) / 1e4;
  return { value, role: 'ratio', key: keyOf(caption, row, '执行率'), format: '0.00%' };
}

function execution(bureau: BureauFigures): LaidTable {
  const { budget, final, basicAnnual } = bureau;
  const caption = captionOf(bureau, 'budget/execution', '部门预算执行情况表');
  const columns = ['年初预算数', '预算调整数', '全年预算数', '全年执行数'];
  const project = {
    initial: figures.projectOf(budget.lines),
    annual: figures.projectOf(final.lines) + figures.closingOf(final.lines),
    actual: figures.projectOf(final.lines),
  };
  const staff = {
    initial: figures.staffTotal(budget.economic),
    annual: basicAnnual.staff,
    actual: figures.staffTotal(final.economic),
  };
  const office = {
    initial: figures.officeTotal(budget.economic),
    annual: basicAnnual.office,
    actual: figures.officeTotal(final.economic),
  };
  const added = (a: typeof staff, b: typeof staff): typeof staff => ({
    initial: a.initial + b.initial,
    annual: a.annual + b.annual,
    actual: a.actual + b.actual,
  });
  const basic = added(staff, office);
  const rows: [string, string, typeof staff][] = [
    ['合计', '合计', added(basic, project)],
    ['基本支出', '一、基本支出', basic],
    ['人员经费', '（一）人员经费', staff],
    ['公用经费', '（二）公用经费', office],
    ['项目支出', '二、项目支出', project],
  ];
  const body = rows.map(([name, label, { initial, annual, actual }]): LaidRow => [
    labelCell(label),
    ...amountCells(caption, name, columns, [initial, annual - initial, annual, actual]),
    rateCell(caption, name, actual, annual),
  ]);
  return captioned(caption, headerRows(['项目', ...columns, '执行率']), body);
}

function projectExpenditure(bureau: BureauFigures): LaidTable {
  const caption = captionOf(bureau, 'project/expenditure', '项目支出情况表');
  const columns = ['年初预算数', '全年预算数', '全年执行数'];
  const amounts = ({ initial, annual, actual }: Project): Yuan[] => [initial, annual, actual];
  const all = columns.map((_, index) => figures.total(bureau.projects.map((project) => amounts(project)[index] ?? 0)));
  const rate = (row: string, [, annual = 0, actual = 0]: Yuan[]): LaidCell => rateCell(caption, row, actual, annual);
  const body = bureau.projects.map((project, index): LaidRow => [
    { value: index + 1, role: 'line' },
    labelCell(project.name),
    { value: project.code, role: 'code', format: '@' },
    { value: accountName(project.code), role: 'text' },
    ...amountCells(caption, project.name, columns, amounts(project)),
    rate(project.name, amounts(project)),
  ]);
  const total: LaidRow = [
    null,
    labelCell('合计'),
    null,
    null,
    ...amountCells(caption, '合计', columns, all),
    rate('合计', all),
  ];
  const headings = ['序号', '项目名称', '功能科目编码', '功能科目名称', ...columns, '执行率'];
  return captioned(caption, headerRows(headings), [...body, total]);
}

function procurement(bureau: BureauFigures): LaidTable {
  const caption = captionOf(bureau, 'unit/procurement', '政府采购情况表');
  const columns = ['采购预算金额', '实际采购金额'];
  const rows = bureau.procurement.map(({ name, budget, actual }) => ({ name, amounts: [budget, actual] }));
  const sums = columns.map((_, index) => figures.total(rows.map((row) => row.amounts[index] ?? 0)));
  const body = [{ name: '合计', amounts: sums }, ...rows].map(({ name, amounts }): LaidRow => [
    labelCell(name),
    ...amountCells(caption, name, columns, amounts),
  ]);
  return captioned(caption, headerRows(['采购类别', ...columns]), body);
}

function carryOver(bureau: BureauFigures): LaidTable {
  const caption = captionOf(bureau, 'unit/carry-over', '结转结余情况表');
  const columns = ['年初结转和结余', '本年收入', '本年支出', '年末结转和结余'];
  const names = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款', '非财政拨款'];
  const sums = [figures.openingOf, figures.incomeOf, figures.spentOf, figures.closingOf];
  const rows = names.map((name, index): LaidRow => {
    const source = ([...figures.APPROPRIATIONS, 'own'] as const)[index] ?? 'own';
    const lines = figures.linesOf(bureau.final, source);
    return [
      labelCell(name),
      ...amountCells(
        caption,
        name,
        columns,
        sums.map((sum) => sum(lines)),
      ),
    ];
  });
  const all = sums.map((sum) => sum(bureau.final.lines));
  return captioned(caption, headerRows(['资金性质', ...columns]), [
    ...rows,
    [labelCell('合计'), ...amountCells(caption, '合计', columns, all)],
  ]);
}

/** 项目绩效目标表 of one project: a form with its funds and a few indicators without money. */
function projectGoals(bureau: BureauFigures, project: Project): LaidTable {
  const caption: MoneyCaption = {
    ...captionOf(bureau, 'budget/project-goals', '项目绩效目标表'),
    subject: project.name,
  };
  const own = project.source === 'own';
  const funds: [string, Yuan][] = [
    ['年度资金总额', project.initial],
    ['其中：财政拨款', own ? 0 : project.initial],
    ['其他资金', own ? project.initial : 0],
  ];
  const text = (value: string): LaidCell => ({ value, role: 'text' });
  const body: LaidRow[] = [
    [headerCell('项目名称'), { ...text(project.name), across: 3 }],
    [headerCell('主管部门'), text(bureau.unitName), headerCell('实施单位'), text(bureau.unitName)],
    ...funds.map(([name, amount], index): LaidRow => [
      index === 0 ? headerCell('项目资金（万元）', 1, 3) : null,
      labelCell(name),
      ...amountCells(caption, name.replace('其中：', ''), ['金额'], [amount]),
    ]),
    [headerCell('年度总体目标'), { ...text(`按规定及时足额落实${project.name}，保障服务对象基本权益。`), across: 3 }],
    ['一级指标', '二级指标', '三级指标', '指标值'].map((value) => headerCell(value)),
    [text('产出指标'), text('数量指标'), text('资金发放覆盖率'), text('≥98%')],
    [text('产出指标'), text('时效指标'), text('资金发放及时率'), text('=100%')],
    [text('效益指标'), text('社会效益指标'), text('政策知晓率'), text('≥90%')],
    [text('满意度指标'), text('服务对象满意度指标'), text('服务对象满意度'), text('≥90%')],
  ];
  return captioned(caption, [], body);
}
