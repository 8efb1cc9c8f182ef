import * as figures from './bureau-figures';
import type { BureauFigures, Line, YearFigures, Yuan } from './bureau-figures';
import {
  classRows,
  economicRows,
  emptyNoted,
  enumerated,
  footRows,
  functional,
  threePublicAmounts,
} from './bureau-rows';
import type { LaidRow, LaidTable } from './laid';
import { codeCell, headerRows, labelCell } from './laid-cells';
import type { Heading } from './laid-cells';
import {
  amountCells,
  captioned,
  codedTable,
  columnSums,
  keyOf,
  namedCells,
  threePublicHeadings,
  THREE_PUBLIC_ITEMS,
  twoSidedTable,
} from './laid-tables';
import type { Caption, CodedRow, SideRow } from './laid-tables';

type MoneyCaption = Caption & { unit: '万元' };
const CODE_HEADING: Heading = { text: '项目', parts: ['功能分类科目编码', '科目名称'] };
/** The final accounts of a year. */
export class FinalTables {
  constructor(
    private readonly unitName: string,
    private readonly figures: YearFigures,
  ) {}

  private caption(kind: string, title: string, form: string): MoneyCaption {
    const note = `注：本表反映部门本年度${title.replace(/(情况|决算|决算总)表$/, '')}情况。`;
    const { unitName } = this;
    return { kind: `final/${kind}`, year: this.figures.year, title, form, unitName, unit: '万元', note };
  }

  private lines(...sources: readonly Line['source'][]): readonly Line[] {
    return figures.linesOf(this.figures, ...sources);
  }

  incomeExpenditureSummary(): LaidTable {
    const all = this.lines();
    const [opening, closing] = [figures.openingOf(all), figures.closingOf(all)];
    const [income, spent] = [figures.incomeOf(all), figures.spentOf(all)];
    const side = { columnHeadings: ['决算数'] };
    const incomes: [string, Yuan][] = [
      ['一般公共预算财政拨款收入', figures.incomeOf(this.lines('general'))],
      ['政府性基金预算财政拨款收入', figures.incomeOf(this.lines('fund'))],
      ['国有资本经营预算财政拨款收入', figures.incomeOf(this.lines('capital'))],
      ['上级补助收入', figures.total(all.map((line) => line.income.superior))],
      ['事业收入', figures.total(all.map((line) => line.income.business))],
      ['经营收入', 0],
      ['附属单位上缴收入', 0],
      ['其他收入', figures.total(all.map((line) => line.income.other))],
    ];
    return twoSidedTable(
      this.caption('income-expenditure-summary', '收入支出决算总表', '公开01表'),
      {
        ...side,
        heading: '收入',
        columns: ['收入'],
        rows: incomes.map(([name, amount], index) => ({ name, label: enumerated(name, index), amounts: [amount] })),
        foot: footRows(
          ['本年收入合计', '使用非财政拨款结余', '年初结转和结余', '总计'],
          [income, 0, opening, income + opening],
        ),
      },
      {
        ...side,
        heading: '支出',
        columns: ['支出'],
        rows: classRows(all, (lines) => [figures.spentOf(lines)]),
        foot: footRows(['本年支出合计', '结余分配', '年末结转和结余', '总计'], [spent, 0, closing, spent + closing]),
      },
    );
  }

  income(): LaidTable {
    const columns = [
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    ];
    const rows = functional(this.lines(), ({ income }) => [
      figures.totalIncome(income),
      income.appropriation,
      income.superior,
      income.business,
      0,
      0,
      income.other,
    ]);
    return codedTable(this.caption('income', '收入决算表', '公开02表'), [CODE_HEADING, ...columns], columns, rows);
  }

  expenditure(): LaidTable {
    const columns = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
    const rows = functional(this.lines(), ({ basic, project }) => [basic + project, basic, project, 0, 0, 0]);
    return codedTable(this.caption('expenditure', '支出决算表', '公开03表'), [CODE_HEADING, ...columns], columns, rows);
  }

  appropriationSummary(): LaidTable {
    const all = this.lines(...figures.APPROPRIATIONS);
    const split = (amount: (lines: readonly Line[]) => Yuan) => (lines: readonly Line[]) => [
      amount(lines),
      ...figures.APPROPRIATIONS.map((source) => amount(lines.filter((line) => line.source === source))),
    ];
    const names = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
    const each = (prefix: string, amount: (lines: readonly Line[]) => Yuan): SideRow[] =>
      names.map((name, index) => ({
        name: prefix + name,
        label: enumerated(name, index),
        amounts: [amount(this.lines(figures.APPROPRIATIONS[index] ?? 'general'))],
      }));
    const [income, opening] = [figures.incomeOf(all), figures.openingOf(all)];
    return twoSidedTable(
      this.caption('appropriation-summary', '财政拨款收入支出决算总表', '公开04表'),
      {
        heading: '收入',
        columns: ['收入'],
        columnHeadings: ['决算数'],
        rows: each('', figures.incomeOf),
        foot: [
          ...footRows(['本年收入合计', '年初财政拨款结转和结余'], [income, opening]),
          ...each('年初·', figures.openingOf),
          ...footRows(['总计'], [income + opening]),
        ],
      },
      {
        heading: '支出',
        columns: ['合计', ...names],
        columnHeadings: ['合计', ...names],
        rows: classRows(all, split(figures.spentOf)),
        foot: [
          { name: '本年支出合计', label: '本年支出合计', amounts: split(figures.spentOf)(all) },
          { name: '年末财政拨款结转和结余', label: '年末财政拨款结转和结余', amounts: split(figures.closingOf)(all) },
          {
            name: '总计',
            label: '总计',
            amounts: split((lines) => figures.spentOf(lines) + figures.closingOf(lines))(all),
          },
        ],
      },
    );
  }

  generalBudgetExpenditure(): LaidTable {
    const columns = ['合计', '基本支出', '项目支出'];
    const rows = functional(this.lines('general'), ({ basic, project }) => [basic + project, basic, project]);
    const caption = this.caption('general-budget-expenditure', '一般公共预算财政拨款支出决算表', '公开05表');
    return codedTable(caption, [CODE_HEADING, ...columns], columns, rows);
  }

  /** 人员经费 left, 公用经费 right, each under its 类. */
  generalBudgetBasic(): LaidTable {
    const caption = this.caption('general-budget-basic', '一般公共预算财政拨款基本支出决算表', '公开06表');
    const [staff, office] = [economicRows(this.figures, '人员经费'), economicRows(this.figures, '公用经费')];
    const block = (row: CodedRow | undefined): LaidRow => {
      if (!row) return [codeCell(null), null, null];
      const label = row.code.length === 3 ? row.name : `　　${row.name}`;
      return [
        ...namedCells(caption, row.code, label, (row.code.length - 1) / 2),
        ...amountCells(caption, row.code, ['决算数'], row.amounts),
      ];
    };
    const height = Math.max(staff.length, office.length);
    const body = Array.from({ length: height }, (_, index): LaidRow => [
      ...block(staff[index]),
      ...block(office[index]),
    ]);
    const total = (name: string, rows: readonly CodedRow[]): LaidRow => [
      labelCell(name, undefined, 2),
      null,
      ...amountCells(caption, name, ['决算数'], columnSums(rows, 3, 1)),
    ];
    const header = headerRows([1, 2].flatMap(() => ['经济分类科目编码', '科目名称', '决算数']));
    return captioned(caption, header, [...body, [...total('人员经费合计', staff), ...total('公用经费合计', office)]]);
  }

  /** One row, first the six budget figures and then the six final ones. */
  threePublic(bureau: BureauFigures): LaidTable {
    const caption = this.caption('three-public', '财政拨款“三公”经费支出决算表', '公开09表');
    const measures = ['预算数', '决算数'];
    const columns = measures.flatMap((measure) => THREE_PUBLIC_ITEMS.map((item) => `${item}·${measure}`));
    const amounts = [bureau.threePublicBudget, bureau.threePublicFinal].flatMap(threePublicAmounts);
    const header = headerRows(measures.map((text) => ({ text, parts: threePublicHeadings() })));
    return captioned(caption, header, [amountCells(caption, '合计', columns, amounts)]);
  }

  governmentFund(): LaidTable {
    const columns = ['年初结转和结余', '本年收入', '本年支出', '基本支出', '项目支出', '年末结转和结余'];
    const rows = functional(this.lines('fund'), (line) => [
      line.opening,
      figures.totalIncome(line.income),
      line.basic + line.project,
      line.basic,
      line.project,
      line.closing,
    ]);
    const spent = { text: '本年支出', parts: ['小计', '基本支出', '项目支出'] };
    const headings = [CODE_HEADING, '年初结转和结余', '本年收入', spent, '年末结转和结余'];
    const caption = this.caption('government-fund', '政府性基金预算财政拨款收入支出决算表', '公开07表');
    return emptyNoted(codedTable(caption, headings, columns, rows), rows, '政府性基金预算财政拨款收入和支出');
  }

  stateCapital(): LaidTable {
    const columns = ['合计', '基本支出', '项目支出'];
    const rows = functional(this.lines('capital'), ({ basic, project }) => [basic + project, basic, project]);
    const caption = this.caption('state-capital', '国有资本经营预算财政拨款支出决算表', '公开08表');
    return emptyNoted(
      codedTable(caption, [CODE_HEADING, ...columns], columns, rows),
      rows,
      '国有资本经营预算财政拨款支出',
    );
  }

  stateAssets(bureau: BureauFigures): LaidTable {
    const caption: Caption = { ...this.caption('state-assets', '国有资产占用情况表', '公开10表'), unit: null };
    const rows: [string, number][] = [
      ['一、车辆数合计（辆）', bureau.vehicles],
      ['1.机要通信用车', Math.min(1, bureau.vehicles)],
      ['2.应急保障用车', bureau.vehicles - Math.min(1, bureau.vehicles)],
      ['3.执法执勤用车', 0],
      ['4.其他用车', 0],
      ['二、单价100万元（含）以上设备（不含车辆）（台/套）', bureau.equipment],
    ];
    const body = rows.map(([label, value]): LaidRow => [
      labelCell(label),
      { value, role: 'count', key: keyOf(caption, label, '数量') },
    ]);
    return captioned(caption, headerRows(['项目', '数量']), body);
  }
}
