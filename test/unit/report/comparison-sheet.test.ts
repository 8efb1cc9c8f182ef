import { areaAddress } from '../../../src/model/address';
import { Decimal } from '../../../src/model/decimal';
import type { Grid } from '../../../src/model/grid';
import { compareYears } from '../../../src/report/comparison';
import { comparisonSheet } from '../../../src/report/comparison-sheet';
import type { KeptRow, Typed } from '../../../src/report/kept';
import type { SheetModel } from '../../../src/sheet/sheet';
import { ABOUT, kept, keptById, reportOn, rowWith, sheet, shownRows, spending } from './small-report';

interface Compared {
  readonly model: SheetModel;
  readonly rows: readonly (readonly string[])[];
}

function compared(grids: readonly Grid[], typed: ReadonlyMap<string, KeptRow> = new Map()): Compared {
  const { scope, paper } = reportOn(...grids);
  const model = comparisonSheet(compareYears(scope), scope, paper, ABOUT, typed);
  return { model, rows: shownRows(model, paper) };
}

/** The cells of a line behind its label. */
function line(label: string, grids: readonly Grid[], typed?: ReadonlyMap<string, KeptRow>): readonly string[] {
  return rowWith(compared(grids, typed).rows, 0, label).slice(1);
}

const hers = (id: string, typed: Readonly<Record<string, Typed>>): ReadonlyMap<string, KeptRow> =>
  keptById(kept(`2023|${id}`, typed));

const FINAL = spending(2023, '万元', ['合计', null, 307.82, 105.58, 202.24]);
const BEFORE = spending(2022, '元', ['合计', null, 2500000, 0, 2500000]);
const EXECUTION = sheet(
  '2023年度预算执行情况表',
  '元',
  ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数'],
  ['合计', 3000000, 200000, 3200000, 3078200],
  ['基本支出', 1000000, 0, 1000000, 1055800],
  ['项目支出', 2000000, 200000, 2200000, 2022400],
);
const BUDGET = sheet(
  '2023年部门支出总表',
  '万元',
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['合计', null, 299, 99, 200],
);

describe('a line of the comparison', () => {
  it('holds four amounts in 万元, live from the working paper, and what the final accounts make of three of them', () => {
    expect(line('本年支出合计', [FINAL, BEFORE, EXECUTION])).toEqual([
      '=〔2022支出决算表!C4〕/10000 → 250',
      '=〔2023预算执行情况表!B4〕/10000 → 300',
      '=〔2023预算执行情况表!D4〕/10000 → 320',
      '=〔2023支出决算表!C4〕 → 307.82',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(C7)),ROUND(E7-C7,6),"") → 7.82',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(C7)),IF(C7=0,"—",ROUND(ROUND(E7/C7,9),4)),"") → 1.0261',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(D7)),ROUND(E7-D7,6),"") → -12.18',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(D7)),IF(D7=0,"—",ROUND(ROUND(E7/D7,9),4)),"") → 0.9619',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(B7)),ROUND(E7-B7,6),"") → 57.82',
      '=IF(AND(ISNUMBER(E7),ISNUMBER(B7)),IF(B7=0,"—",ROUND(ROUND((E7-B7)/B7,9),4)),"") → 0.2313',
      '本年支出合计',
    ]);
  });

  it('takes the first of its sources that has a value: 部门支出总表 before 预算执行情况表', () => {
    const initial = (...grids: Grid[]): string | undefined => line('本年支出合计', grids)[1];
    expect(initial(FINAL, EXECUTION, BUDGET)).toBe('=〔2023部门支出总表!C4〕 → 299');
    expect(initial(FINAL, EXECUTION)).toBe('=〔2023预算执行情况表!B4〕/10000 → 300');
    expect(initial(FINAL)).toBe('[【待填：年初预算数】]');
  });

  it('counts a zero of a table as an amount, with a difference and without a rate', () => {
    const cells = line('其中：基本支出', [FINAL, BEFORE]);
    expect(cells[0]).toBe('=〔2022支出决算表!D4〕/10000 → 0');
    expect(cells[8]).toMatch(/^=IF\(.*ROUND\(E8-B8,6\).* → 105.58$/);
    expect(cells[9]).toMatch(/IF\(B8=0,"—",.* → "—"$/);
  });

  it('takes no amount from a table that states no unit', () => {
    const unknown = spending(2023, null, ['合计', null, 307.82, 105.58, 202.24]);
    expect(line('本年支出合计', [unknown])[3]).toBe('[【待填：本年决算数】]');
  });

  it('has “—” where no table states such an amount, and no comparison with it', () => {
    const income = sheet(
      '2023年度收入决算表',
      '万元',
      [
        '科目编码',
        '科目名称',
        '本年收入合计',
        '财政拨款收入',
        '上级补助收入',
        '事业收入',
        '经营收入',
        '附属单位上缴收入',
        '其他收入',
      ],
      ['合计', null, 307.82, 300, 0, 0, 0, 0, 7.82],
    );
    const cells = line('其中：财政拨款收入', [income]);
    expect(cells.slice(0, 4)).toEqual([
      '[【待填：上年决算数】]',
      '[【待填：年初预算数】]',
      '—',
      '=〔2023收入决算表!D4〕 → 300',
    ]);
    const blank = '""';
    const compared = cells.slice(4, 10).map((cell) => cell.split(' → ').at(-1));
    expect(compared).toEqual([blank, blank, '—', '—', blank, blank]);
  });

  it('stands in the table when something but zero is known of it, or always', () => {
    const labels = compared([FINAL]).rows.map(([label]) => label);
    expect(labels.slice(4, -3).filter((label) => label !== undefined)).toEqual([
      '本年收入合计',
      '本年支出合计',
      '其中：基本支出',
      '　　　项目支出',
      expect.stringMatching(/^注：/),
      expect.stringMatching(/^填表人：/),
    ]);
  });
});

describe('an amount she typed', () => {
  it('takes part in difference and rate', () => {
    const cells = line(
      '本年支出合计',
      [FINAL],
      hers('expenditure', { initial: Decimal.of(300), annual: Decimal.of(0) }),
    );
    expect(cells[1]).toBe('[300]');
    expect(cells.slice(4, 8).map((cell) => cell.split(' → ')[1])).toEqual(['7.82', '1.0261', '307.82', '"—"']);
  });

  it('stands in its line and nowhere else', () => {
    const typed = keptById(kept('2023|expenditure', { initial: Decimal.of(300) }, '本年支出合计'));
    const labels = compared([FINAL], typed).rows.map(([label]) => label);
    expect(labels.filter((label) => label?.includes('本年支出合计'))).toEqual(['本年支出合计']);
  });

  it('in words is kept, and compared with nothing', () => {
    const cells = line('本年支出合计', [FINAL], hers('expenditure', { initial: '三百万' }));
    expect([cells[1], cells[4]?.split(' → ')[1]]).toEqual(['[三百万]', '""']);
  });

  it('gives way to the amount of a table that has come since', () => {
    const cells = line('本年支出合计', [FINAL, EXECUTION], hers('expenditure', { initial: Decimal.of(1) }));
    expect(cells[1]).toBe('=〔2023预算执行情况表!B4〕/10000 → 300');
  });

  it('for another year is kept below the table, named once, and stays there', () => {
    const before = kept('2022|expenditure', { initial: Decimal.of(280) }, '本年支出合计');
    const earlier = kept('2021|basic', { prior: '无' }, '以前填写（2021年）：其中：基本支出');
    const { rows } = compared([FINAL], keptById(before, earlier));
    const [first, second] = ['以前填写（2022年）：本年支出合计', '以前填写（2021年）：其中：基本支出'];
    expect(rowWith(rows, 0, first)).toEqual([first, '', '[280]', ...new Array<string>(9).fill('')]);
    expect(rowWith(rows, 0, second)).toEqual([second, '[无]', ...new Array<string>(10).fill('')]);
  });
});

describe('marks', () => {
  it('of a line are its year and id, and the columns she may type into', () => {
    const { model } = compared([FINAL, BEFORE]);
    const marks = model.rows
      .slice(6, 8)
      .map(({ cells }) => cells.slice(-3).map((cell) => cell?.type === 'text' && cell.text));
    expect(marks).toEqual([
      ['2023|expenditure', 'initial annual', false],
      ['2023|basic', 'initial annual', false],
    ]);
  });
});

describe('the chart', () => {
  const [chart] = compared([FINAL, BEFORE, EXECUTION], hers('basic', { annual: Decimal.of(99) })).model.charts;

  it('draws the lines from 本年支出合计 to 项目支出', () => {
    expect(chart && areaAddress(chart.categories.area)).toBe('L7:L9');
    expect(chart?.categories.values).toEqual(['本年支出合计', '基本支出', '项目支出']);
  });

  it('has one series for each amount, named by its header, with what the cells hold now', () => {
    const series = chart?.series.map(({ name, numbers }) => [
      `${name.text} ${areaAddress({ top: name.row, left: name.column, bottom: name.row, right: name.column })}`,
      areaAddress(numbers.area),
      numbers.values.map((value) => value?.toString() ?? null),
    ]);
    expect(series).toEqual([
      ['上年决算数 B4:B4', 'B7:B9', ['250', '0', '250']],
      ['年初预算数 C4:C4', 'C7:C9', ['300', '100', '200']],
      ['全年预算数 D4:D4', 'D7:D9', ['320', '100', '220']],
      ['本年决算数 E4:E4', 'E7:E9', ['307.82', '105.58', '202.24']],
    ]);
  });

  it('draws what she typed, and nothing where an amount is not known', () => {
    const [other] = compared([FINAL], hers('basic', { annual: Decimal.of(99) })).model.charts;
    expect(other?.series.map(({ numbers }) => numbers.values.map((value) => value?.toString() ?? null))).toEqual([
      [null, null, null],
      [null, null, null],
      [null, '99', null],
      ['307.82', '105.58', '202.24'],
    ]);
  });
});
