import { Decimal } from '../../src/model/decimal';
import * as formula from '../../src/sheet/formula';
import type { Plan } from '../../src/sheet/plan';
import type { Cell, PrintSetup, RowModel, SheetModel } from '../../src/sheet/sheet';
import type { CellStyle } from '../../src/sheet/style';
import { BUDGET, BUDGET_ROWS, SHEETS } from './rich-workbook-figures';

const PLAIN: CellStyle = {
  font: { name: '宋体', size: 11, bold: false, color: null, underline: false },
  fill: null,
  border: true,
  horizontal: 'general',
  vertical: 'center',
  wrap: false,
  indent: 0,
  format: 'General',
};
const HEADER: CellStyle = {
  ...PLAIN,
  font: { ...PLAIN.font, name: '黑体', bold: true },
  fill: '#D9E1F2',
  horizontal: 'center',
  wrap: true,
};
const AMOUNT: CellStyle = { ...PLAIN, horizontal: 'right', format: '#,##0.00' };
const LINK: CellStyle = { ...PLAIN, font: { ...PLAIN.font, color: '#0563C1', underline: true } };
const INPUT: CellStyle = { ...PLAIN, fill: '#FFF2CC', wrap: true };

function text(content: string, style = PLAIN): Cell {
  return { type: 'text', text: content, style };
}

function row(...cells: readonly (Cell | null)[]): RowModel {
  return { height: null, hidden: false, cells, breakAfter: false };
}

function printed(area: PrintSetup['area']): PrintSetup {
  return {
    orientation: 'portrait',
    area,
    titleRows: { from: 0, to: 0 },
    margins: { top: 20, bottom: 20, left: 15, right: 15 },
    footer: '第 &P 页 共 &N 页',
  };
}

function sheet(
  name: string,
  widths: readonly number[],
  rows: readonly RowModel[],
  more: Partial<SheetModel> = {},
): SheetModel {
  return {
    name,
    columns: widths.map((width) => ({ width, hidden: false })),
    rows,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    filter: null,
    print: printed({ top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 }),
    validations: [],
    notes: [],
    charts: [],
    ...more,
  };
}

/** 《自评_目录》: links to the other sheets. `title` tells one version of it from another. */
function directory(title: string): SheetModel {
  const link = (name: string): RowModel => {
    const target = formula.text(`#'${name}'!A1`);
    return row(text(name), {
      type: 'formula',
      formula: formula.call('HYPERLINK', target, formula.text('去看')),
      value: '去看',
      style: LINK,
    });
  };
  const rows = [
    row(text(title, HEADER), text('去看', HEADER)),
    link('自评_支出构成'),
    link('自评_取数'),
    link(SHEETS.budget.name),
  ];
  return sheet('自评_目录', [36, 10], rows);
}

/** 《自评_支出构成》: a chart, two notes, and a column she fills in from a list. */
function composition(): SheetModel {
  const heads = row(...['科目', '基本支出', '项目支出', '是否核对'].map((head) => text(head, HEADER)));
  const lines = BUDGET.map(({ subject, basic, project }) =>
    row(
      text(subject),
      { type: 'number', value: Decimal.of(basic), style: AMOUNT },
      { type: 'number', value: Decimal.of(project), style: AMOUNT },
      { type: 'input', value: null, style: INPUT },
    ),
  );
  const last = BUDGET.length;
  const column = (at: number): { top: number; left: number; bottom: number; right: number } => ({
    top: 1,
    left: at,
    bottom: last,
    right: at,
  });
  const series = (at: number, name: string, color: string, numbers: readonly number[]) => ({
    name: { row: 0, column: at, text: name },
    numbers: { area: column(at), values: numbers.map((one) => Decimal.of(one)) },
    color,
  });
  return sheet('自评_支出构成', [28, 16, 16, 12], [heads, ...lines], {
    filter: { top: 0, left: 0, bottom: last, right: 3 },
    validations: [{ area: column(3), choices: ['已核对', '未核对'], message: '请从下拉框里选择。' }],
    notes: [
      { row: 0, column: 1, text: '人员经费和公用经费。' },
      { row: 0, column: 3, text: '核对后选“已核对”。' },
    ],
    print: { ...printed({ top: 0, left: 0, bottom: last + 18, right: 3 }), orientation: 'landscape' },
    charts: [
      {
        title: '支出构成',
        unit: '元',
        categories: { area: column(0), values: BUDGET.map(({ subject }) => subject) },
        series: [
          series(
            1,
            '基本支出',
            '#4F81BD',
            BUDGET.map(({ basic }) => basic),
          ),
          series(
            2,
            '项目支出',
            '#C0504D',
            BUDGET.map(({ project }) => project),
          ),
        ],
        anchor: { top: last + 2, left: 0, bottom: last + 18, right: 3 },
      },
    ],
  });
}

const FIGURE_ROWS = 50;

/** 《自评_取数》: fifty live formulas to cells of her budget, in 万元. */
function figures(): SheetModel {
  const rows = Array.from({ length: FIGURE_ROWS }, (_, index) => {
    const at = index % BUDGET.length;
    const { subject, basic, project } = BUDGET[at] as (typeof BUDGET)[number];
    const place = { sheet: SHEETS.budget.name, row: BUDGET_ROWS.first - 1 + at, column: 2 };
    const inUnit = formula.operation('/', formula.cell(place), formula.number(Decimal.of(10_000)));
    return row(text(`${index + 1}. ${subject}`), {
      type: 'formula',
      formula: formula.call('ROUND', inUnit, formula.number(Decimal.of(2))),
      value: Decimal.of(basic + project)
        .shift(-4)
        .roundHalfUp(2),
      style: AMOUNT,
    });
  });
  return sheet('自评_取数', [40, 18], [row(text('数', HEADER), text('万元', HEADER)), ...rows]);
}

/** A plan of three sheets of ours for the rich workbook. */
export function threeSheets(title = '自评目录'): Plan {
  return { sheets: [directory(title), composition(), figures()].map((model) => ({ model, keepAs: null })) };
}

/** The same plan; sheets of these names that are there already stay under the names given for them. */
export function threeSheetsKeeping(names: Readonly<Record<string, string>>, title: string): Plan {
  return {
    sheets: threeSheets(title).sheets.map(({ model }) => ({ model, keepAs: names[model.name] ?? null })),
  };
}
