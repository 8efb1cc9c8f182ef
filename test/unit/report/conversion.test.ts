import { blankWorkbook } from '../../../src/hosts/xlsx/write/blank';
import { writePlan } from '../../../src/hosts/xlsx/write/write';
import type { CellValue } from '../../../src/model/grid';
import { Grid } from '../../../src/model/grid';
import type { TableCell } from '../../../src/model/table';
import { numberCell, textCell, formulaCell } from '../../../src/report/cells';
import { conversionOf } from '../../../src/report/conversion';
import { listSheet } from '../../../src/report/list-sheet';
import { STYLES } from '../../../src/report/styles';
import { Decimal } from '../../../src/model/decimal';
import { cell } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import type { Cell } from '../../../src/sheet/sheet';
import { recognise } from '../../../src/tables/recognise';
import { opened } from '../../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../../support/libreoffice';

type Shape = readonly [
  what: string,
  raw: CellValue,
  value: string | null,
  formula: string | null,
  remark: string,
  table?: Layout,
];
type Layout = 'yuan' | 'wan' | 'wan-in-yuan' | 'rate';

const AS_TEXT = '文本数字，已转成数';
const SHAPES: readonly Shape[] = [
  ['a number', 1234.5, '1234.5', 'A1', ''],
  ['a negative number', -3, '-3', 'A1', ''],
  ['zero', 0, '0', 'A1', ''],
  ['a number in a column with its own unit', 12.34, '123400', 'A1*10000', '按列的单位换算', 'wan-in-yuan'],
  ['the tail of a computed number', 0.1000000000000012, '0.1', 'ROUND(A1,10)', '去掉计算尾数'],
  ['a tail in a column with its own unit', 0.3000000000000004, '3000', 'A1*10000', '按列的单位换算', 'wan-in-yuan'],
  ['thousands', '1,234.50', '1234.5', 'VALUE(SUBSTITUTE(A1,",",""))', AS_TEXT],
  ['thousands by spaces', '1 234 567', '1234567', 'VALUE(SUBSTITUTE(A1," ",""))', AS_TEXT],
  [
    'full-width digits',
    '１，２３４．５',
    '1234.5',
    'VALUE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,"１","1"),"，",""),"２","2"),"３","3"),"４","4"),"．","."),"５","5"))',
    AS_TEXT,
  ],
  ['digits in a text', '307.82', '307.82', 'VALUE(A1)', AS_TEXT],
  ['a point at the end', '307.', '307', 'VALUE(A1)', AS_TEXT],
  ['a plus', '+5', '5', 'VALUE(A1)', AS_TEXT],
  ['full-width brackets', '（123.45）', '-123.45', '-VALUE(SUBSTITUTE(SUBSTITUTE(A1,"（",""),"）",""))', AS_TEXT],
  ['brackets', '(1,000)', '-1000', '-VALUE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,"(",""),",",""),")",""))', AS_TEXT],
  ['a minus sign', '−5', '-5', 'VALUE(SUBSTITUTE(A1,"−","-"))', AS_TEXT],
  ['a full-width hyphen', '－5', '-5', 'VALUE(SUBSTITUTE(A1,"－","-"))', AS_TEXT],
  ['a unit behind it', '12.5万元', '125000', 'VALUE(SUBSTITUTE(A1,"万元",""))*10000', AS_TEXT],
  [
    'a unit behind it and a space',
    '1,200 元 ',
    '0.12',
    'VALUE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,"元 ",""),",","")," ",""))/10000',
    AS_TEXT,
    'wan',
  ],
  ['a currency sign', '￥88', '88', 'VALUE(SUBSTITUTE(A1,"￥",""))', AS_TEXT],
  ['invisible characters', '\u200b5\u00a0', '5', 'VALUE(SUBSTITUTE(SUBSTITUTE(A1,"\u200b",""),"\u00a0",""))', AS_TEXT],
  ['a percentage', '95%', '0.95', 'VALUE(SUBSTITUTE(A1,"%",""))/100', AS_TEXT, 'rate'],
  ['a dash', '—', '0', 'N(A1)', '按 0'],
  ['a slash', '/', '0', 'N(A1)', '按 0'],
  ['white space', '　', '0', 'N(A1)', '按 0'],
  ['nothing', null, '0', 'N(A1)', '空白，按 0'],
  ['words', '见附表', null, null, '读不成数'],
  ['an error', { error: '#REF!' }, null, null, '读不成数'],
  ['a unit that is no money', '5人', null, null, '读不成数'],
];

describe('the number of a cell', () => {
  for (const [what, raw, value, formula, remark, table] of SHAPES)
    it(`that holds ${what}`, () => {
      const source = read(raw, table);
      const conversion = conversionOf(raw, source, at(0));
      expect(source.value?.toString() ?? null).toBe(value);
      expect(conversion.formula && printFormula(conversion.formula).replaceAll("'自评_取数'!", '')).toBe(formula);
      expect(conversion.remark).toBe(remark);
    });

  it('is written as a number where no formula would give it', () => {
    const source: TableCell = { ...read('5'), value: Decimal.of(7) };
    const conversion = conversionOf('5', source, at(0));
    expect(conversion.formula && printFormula(conversion.formula)).toBe('7');
    expect(conversion.remark).toBe('生成时取数');
  });
});

describeWithLibreOffice('in a spreadsheet', () => {
  it('every one of these formulas gives the amount the table states', async () => {
    const shapes = SHAPES.filter(([, raw, value]) => value !== null && typeof raw !== 'object');
    const rows = shapes.map(([, raw, , , , table], row) => {
      const { formula } = conversionOf(raw, read(raw, table), at(FIRST_ROW + row));
      if (formula === null) throw new Error(`no formula for ${String(raw)}`);
      return { cells: [rawCell(raw), formulaCell(formula, Decimal.of(-1), STYLES.plain)] };
    });
    const columns = ['原值', '数值'].map((header) => ({ header, width: 20 }));
    const model = listSheet({
      ...{ name: '自评_取数', title: '取数底稿', unitName: null, unitLine: '', columns, rows, remarks: [] },
      ...{ orientation: 'portrait', filter: false, frozenColumns: 0 },
    });
    const written = writePlan(blankWorkbook(), { sheets: [{ model, keepAs: null }] });
    if ('problem' in written) throw new Error(written.problem.message);
    const source = await opened(await recalculated(written.bytes));
    const { rows: calculated } = await source.read({ sheet: '自评_取数', fromRow: 0, toRow: 99 });
    expect(shapes.map(([what], row) => [what, calculated[FIRST_ROW + row]?.[1]])).toEqual(
      shapes.map(([what, , value]) => [what, expect.closeTo(Number(value), 9)]),
    );
  });
});

/** The first row of a list below title, unit line and header. */
const FIRST_ROW = 4;

function at(row: number) {
  return cell({ sheet: '自评_取数', row, column: 0 });
}

function rawCell(raw: CellValue): Cell | null {
  if (raw === null) return null;
  return typeof raw === 'number'
    ? numberCell(Decimal.of(raw), STYLES.plain)
    : textCell(typeof raw === 'string' ? raw : '', STYLES.text);
}

/** The cell as recognition reads it from a table of its own: 基本支出 of 支出决算表, or 执行率 of 预算执行情况表. */
function read(raw: CellValue, layout: Layout = 'yuan'): TableCell {
  const unit = layout === 'wan' ? '万元' : '元';
  const [title, header, body, column]: [string, CellValue[], CellValue[], string] =
    layout === 'rate'
      ? [
          '2023年度预算执行情况表',
          ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数', '执行率'],
          ['合计', 100, 0, 100, 95, raw],
          '执行率',
        ]
      : [
          '2023年度支出决算表',
          [
            '科目编码',
            '科目名称',
            '本年支出合计',
            layout === 'wan-in-yuan' ? '基本支出（万元）' : '基本支出',
            '项目支出',
          ],
          ['合计', null, 500, raw, 500],
          '基本支出',
        ];
  const { tables } = recognise([Grid.ofRows('表', [[title], [`单位：${unit}`], header, body])]);
  const found = tables[0]?.rows[0]?.cells.get(column);
  if (!found) throw new Error(`no ${column} in ${title}`);
  return found;
}
