import { FUNCTION_NAMES } from './bureau-accounts';
import type { Source } from './bureau-accounts';
import * as figures from './bureau-figures';
import type { BureauFigures, Line, Yuan } from './bureau-figures';
import {
  classRows,
  economicRows,
  emptyNoted,
  enumerated,
  footRows,
  functional,
  threePublicAmounts,
} from './bureau-rows';
import type { LaidTable } from './laid';
import { headerRows } from './laid-cells';
import type { Heading } from './laid-cells';
import {
  amountCells,
  captioned,
  codedTable,
  threePublicHeadings,
  THREE_PUBLIC_ITEMS,
  twoSidedTable,
} from './laid-tables';
import type { Caption, SideRow } from './laid-tables';

const CODE_HEADING: Heading = { text: '功能分类科目', parts: ['编码', '名称'] };
const SPENDING = ['合计', '基本支出', '项目支出'];
const SOURCE_NAMES = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];

/** The nine budget tables of the year: amounts in 元, 三公 in 万元, as bureaus publish them. */
export function budgetTables(bureau: BureauFigures): LaidTable[] {
  return [
    incomeExpenditureSummary(bureau),
    income(bureau),
    spending(bureau, 'expenditure', '部门支出总表', '预算03表', []),
    appropriationSummary(bureau),
    spending(bureau, 'general-budget-expenditure', '一般公共预算支出表', '预算05表', ['general']),
    generalBudgetBasic(bureau),
    threePublic(bureau),
    spending(bureau, 'government-fund', '政府性基金预算支出表', '预算08表', ['fund']),
    spending(bureau, 'state-capital', '国有资本经营预算支出表', '预算09表', ['capital']),
  ];
}

function captionOf<U extends '元' | '万元'>(
  { budget, unitName }: BureauFigures,
  kind: string,
  title: string,
  form: string,
  unit: U,
): Caption & { unit: U } {
  return { kind: `budget/${kind}`, year: budget.year, title, form, unitName, unit };
}

/** All money of a budget line: carried over and of the year. */
function moneyOf(lines: readonly Line[]): Yuan {
  return figures.openingOf(lines) + figures.incomeOf(lines);
}

function incomeExpenditureSummary(bureau: BureauFigures): LaidTable {
  const all = bureau.budget.lines;
  const of = (source: Source): Yuan => figures.incomeOf(figures.linesOf(bureau.budget, source));
  const appropriated = figures.APPROPRIATIONS.map(of);
  const rows: [string, string, Yuan][] = [
    ['财政拨款收入', '一、财政拨款收入', figures.total(appropriated)],
    ['一般公共预算拨款收入', '（一）一般公共预算拨款收入', appropriated[0] ?? 0],
    ['政府性基金预算拨款收入', '（二）政府性基金预算拨款收入', appropriated[1] ?? 0],
    ['国有资本经营预算拨款收入', '（三）国有资本经营预算拨款收入', appropriated[2] ?? 0],
    ['事业收入', '二、事业收入', figures.total(all.map((line) => line.income.business))],
    ['事业单位经营收入', '三、事业单位经营收入', 0],
    ['附属单位上缴收入', '四、附属单位上缴收入', 0],
    ['上级补助收入', '五、上级补助收入', figures.total(all.map((line) => line.income.superior))],
    ['其他收入', '六、其他收入', figures.total(all.map((line) => line.income.other))],
  ];
  const [income, opening, spent] = [figures.incomeOf(all), figures.openingOf(all), figures.spentOf(all)];
  return twoSidedTable(
    captionOf(bureau, 'income-expenditure-summary', '收支预算总表', '预算01表', '元'),
    {
      heading: '收入',
      columns: ['收入'],
      columnHeadings: ['预算数'],
      rows: rows.map(([name, label, amount]) => ({ name, label, amounts: [amount] })),
      foot: footRows(
        ['本年收入合计', '使用非财政拨款结余', '上年结转', '收入总计'],
        [income, 0, opening, income + opening],
      ),
    },
    {
      heading: '支出',
      columns: ['支出'],
      columnHeadings: ['预算数'],
      rows: classRows(all, (lines) => [figures.spentOf(lines)]),
      foot: footRows(['本年支出合计', '结转下年', '支出总计'], [spent, 0, spent]),
    },
  );
}

function income(bureau: BureauFigures): LaidTable {
  const appropriation: Heading = { text: '财政拨款收入', parts: ['小计', ...SOURCE_NAMES] };
  const others = ['事业收入', '事业单位经营收入', '附属单位上缴收入', '上级补助收入', '其他收入', '使用非财政拨款结余'];
  const columns = ['合计', '上年结转', '财政拨款收入', ...SOURCE_NAMES, ...others];
  const rows = functional(bureau.budget.lines, (line) => {
    const { appropriation: granted, business, superior, other } = line.income;
    const bySource = figures.APPROPRIATIONS.map((source) => (source === line.source ? granted : 0));
    return [moneyOf([line]), line.opening, granted, ...bySource, business, 0, 0, superior, other, 0];
  });
  const caption = captionOf(bureau, 'income', '部门收入总表', '预算02表', '元');
  return codedTable(caption, [CODE_HEADING, '合计', '上年结转', appropriation, ...others], columns, rows);
}

/** 部门支出总表 and the three expenditure tables by source share one layout; no source means all money. */
function spending(bureau: BureauFigures, kind: string, title: string, form: string, sources: Source[]): LaidTable {
  const rows = functional(figures.linesOf(bureau.budget, ...sources), ({ basic, project }) => [
    basic + project,
    basic,
    project,
  ]);
  const table = codedTable(captionOf(bureau, kind, title, form, '元'), [CODE_HEADING, ...SPENDING], SPENDING, rows);
  return emptyNoted(table, rows, title.replace('表', ''));
}

function appropriationSummary(bureau: BureauFigures): LaidTable {
  const all = figures.linesOf(bureau.budget, ...figures.APPROPRIATIONS);
  const split = (lines: readonly Line[]): Yuan[] => [
    figures.spentOf(lines),
    ...figures.APPROPRIATIONS.map((source) => figures.spentOf(lines.filter((line) => line.source === source))),
  ];
  const each = (prefix: string, amount: (lines: readonly Line[]) => Yuan): SideRow[] =>
    SOURCE_NAMES.map((name, index) => ({
      name: `${prefix}${name}拨款`,
      label: `（${'一二三'.charAt(index)}）${name}拨款`,
      amounts: [amount(figures.linesOf(bureau.budget, figures.APPROPRIATIONS[index] ?? 'general'))],
    }));
  const classes = classRows(all, split).map((row, index) => ({
    ...row,
    label: `（${enumerated('', index).slice(0, -1)}）${row.name}`,
  }));
  const columns = ['合计', ...SOURCE_NAMES];
  return twoSidedTable(
    captionOf(bureau, 'appropriation-summary', '财政拨款收支总表', '预算04表', '元'),
    {
      heading: '收入',
      columns: ['收入'],
      columnHeadings: ['预算数'],
      rows: [
        { name: '本年收入', label: '一、本年收入', amounts: [figures.incomeOf(all)] },
        ...each('', figures.incomeOf),
        { name: '上年结转', label: '二、上年结转', amounts: [figures.openingOf(all)] },
        ...each('上年结转·', figures.openingOf),
      ],
      foot: footRows(['收入总计'], [moneyOf(all)]),
    },
    {
      heading: '支出',
      columns,
      columnHeadings: columns,
      rows: [
        { name: '本年支出', label: '一、本年支出', amounts: split(all) },
        ...classes,
        { name: '年终结转结余', label: '二、年终结转结余', amounts: [0, 0, 0, 0] },
      ],
      foot: [{ name: '支出总计', label: '支出总计', amounts: split(all) }],
    },
  );
}

function generalBudgetBasic(bureau: BureauFigures): LaidTable {
  const columns = ['合计', '人员经费', '公用经费'];
  const rows = [
    ...economicRows(bureau.budget, '人员经费').map((row) => ({
      ...row,
      amounts: [row.amounts[0] ?? 0, row.amounts[0] ?? 0, 0],
    })),
    ...economicRows(bureau.budget, '公用经费').map((row) => ({
      ...row,
      amounts: [row.amounts[0] ?? 0, 0, row.amounts[0] ?? 0],
    })),
  ];
  const caption = captionOf(bureau, 'general-budget-basic', '一般公共预算基本支出表', '预算06表', '元');
  const codes: Heading = { text: '支出经济分类科目', parts: ['编码', '名称'] };
  return codedTable(caption, [codes, ...columns], columns, rows);
}

function threePublic(bureau: BureauFigures): LaidTable {
  const caption = captionOf(bureau, 'three-public', '一般公共预算“三公”经费支出表', '预算07表', '万元');
  const amounts = threePublicAmounts(bureau.threePublicBudget);
  return captioned(caption, headerRows(threePublicHeadings()), [
    amountCells(caption, '合计', THREE_PUBLIC_ITEMS, amounts),
  ]);
}

/** 类款项 name of a functional account, for tables that name projects by it. */
export function accountName(code: string): string {
  return FUNCTION_NAMES[code] ?? code;
}
