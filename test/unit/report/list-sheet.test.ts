import { areaAddress } from '../../../src/model/address';
import { Decimal } from '../../../src/model/decimal';
import { numberCell, textCell } from '../../../src/report/cells';
import type { List, ListColumn } from '../../../src/report/list-sheet';
import { firstBodyRow, listSheet } from '../../../src/report/list-sheet';
import { readMark } from '../../../src/report/marks';
import { STYLES } from '../../../src/report/styles';
import type { Cell, SheetModel } from '../../../src/sheet/sheet';
import { shownRows } from './small-report';

const ONE_ROW: readonly ListColumn[] = [
  { header: '项目', width: 20 },
  { header: '说明', width: 20, input: '说明' },
  { header: '金额', width: 10 },
];
const TWO_ROWS: readonly ListColumn[] = [
  { header: '项目', width: 20 },
  { header: '差额', group: '决算比预算', width: 10 },
  { header: '完成率', group: '决算比预算', width: 10 },
  { header: '增减额', group: '决算比上年', width: 10 },
  { header: '备注', width: 20 },
];

const item = (name: string, typed: string | null, amount: string): List['rows'][number] => ({
  cells: [textCell(name), { type: 'input', value: typed, style: STYLES.input }, money(amount)],
  mark: { id: `键${name}`, inputs: ['说明'], figures: `数${amount}` },
});
const money = (amount: string): Cell => numberCell(Decimal.of(amount), STYLES.money);

function listOf(more: Partial<List>): SheetModel {
  return listSheet({
    ...{
      name: '自评_试',
      title: '试填表',
      unitName: '云岭县民政局',
      unitLine: '单位：万元',
      columns: ONE_ROW,
      rows: [],
    },
    ...{ remarks: [], orientation: 'landscape', filter: true, frozenColumns: 1 },
    ...more,
  });
}

const merges = (sheet: SheetModel): string[] => sheet.merges.map(areaAddress);

describe('a list', () => {
  const sheet = listOf({
    rows: [item('低保', '见附件', '80.5'), item('高龄', null, '3.6')],
    remarks: ['注：甲。', '注：乙。'],
  });

  it('has title, unit line, header, body, remarks and signatures, one below the other', () => {
    expect(shownRows(sheet).map(([first, second, third]) => [first, second, third])).toEqual([
      ['试填表', undefined, undefined],
      ['单位名称：云岭县民政局', '', '单位：万元'],
      ['项目', '说明', '金额'],
      ['低保', '[见附件]', '80.5'],
      ['高龄', '[]', '3.6'],
      ['注：甲。', undefined, undefined],
      ['注：乙。', undefined, undefined],
      [expect.stringMatching(/^填表人：.*审核人：.*负责人：.*填报日期：/), undefined, undefined],
    ]);
  });

  it('merges title, remarks and signatures over its whole width, nothing else', () => {
    expect(merges(sheet)).toEqual(['A2:C2', 'A7:C7', 'A8:C8', 'A9:C9']);
  });

  it('prints from the title to the signatures, without marks, and repeats the header on every page', () => {
    expect(areaAddress(sheet.print.area)).toBe('A2:C9');
    expect(sheet.print.titleRows).toEqual({ from: 3, to: 3 });
    expect(sheet.print.orientation).toBe('landscape');
  });

  it('keeps the rows down to the header and the columns asked for in view', () => {
    expect(sheet.freeze).toEqual({ rows: 4, columns: 1 });
  });

  it('filters header and body, not the remarks', () => {
    expect(sheet.filter && areaAddress(sheet.filter)).toBe('A4:C6');
    expect(listOf({ filter: false }).filter).toBeNull();
  });

  it('gives validations the body and notes the header', () => {
    const seen: string[] = [];
    listOf({
      rows: [item('低保', null, '1')],
      validations: (body) => (seen.push(areaAddress(body)), []),
      notes: (headerRow) => (seen.push(String(headerRow)), []),
    });
    expect(seen).toEqual(['A5:C5', '3']);
  });

  it('asks for the name of the unit where it is not known', () => {
    expect(shownRows(listOf({ unitName: null }))[1]?.[0]).toBe('单位名称：【待填：单位名称】');
  });
});

describe('an empty list', () => {
  it('says 无 in one row of its body', () => {
    const sheet = listOf({ rows: [] });
    expect(shownRows(sheet)[3]).toEqual(['无']);
    expect(sheet.filter && areaAddress(sheet.filter)).toBe('A4:C5');
  });
});

describe('a header of two rows', () => {
  const sheet = listOf({ columns: TWO_ROWS, filter: true });

  it('stands where a column belongs to a group', () => {
    expect([firstBodyRow(ONE_ROW), firstBodyRow(TWO_ROWS)]).toEqual([4, 5]);
    expect(shownRows(sheet).slice(2, 4)).toEqual([
      ['项目', '决算比预算', '', '决算比上年', '备注'],
      ['', '差额', '完成率', '增减额', ''],
    ]);
  });

  it('merges a group over its columns and a column without group over both rows; a group of one column stays', () => {
    expect(merges(sheet).filter((area) => /^[A-E][45]:/.test(area))).toEqual(['A4:A5', 'B4:C4', 'E4:E5']);
  });

  it('is repeated and kept in view as a whole', () => {
    expect(sheet.print.titleRows).toEqual({ from: 3, to: 4 });
    expect(sheet.freeze?.rows).toBe(5);
    expect(sheet.filter && areaAddress(sheet.filter)).toBe('A5:E6');
  });
});

describe('marks', () => {
  const sheet = listOf({ rows: [item('低保', '见附件', '80.5'), { cells: [textCell('小计')] }] });
  const texts = (row: number): (string | null)[] =>
    (sheet.rows[row]?.cells ?? []).map((cell) => (cell?.type === 'text' ? cell.text : null));

  it('stand in a hidden first row: ids above the columns she types into, then the mark of the sheet', () => {
    expect(sheet.rows[0]?.hidden).toBe(true);
    expect(texts(0).slice(0, 3)).toEqual([null, '说明', null]);
    expect(readMark(texts(0)[3] ?? null)?.name).toBe('自评_试');
  });

  it('stand in three hidden columns behind the last one: id, columns she types into, figures', () => {
    expect(sheet.columns.map(({ hidden }) => hidden)).toEqual([false, false, false, true, true, true]);
    expect(texts(4).slice(3)).toEqual(['键低保', '说明', '数80.5']);
    expect(sheet.rows[5]?.cells).toHaveLength(1);
  });
});

describe('heights', () => {
  const heightOf = (row: number, more: Partial<List>): number | null | undefined => listOf(more).rows[row]?.height;

  it('of a remark follow from its lines over the whole width of 50 characters', () => {
    const remark = (characters: number): Partial<List> => ({ remarks: ['注'.repeat(characters)] });
    expect([24, 25, 49].map((characters) => heightOf(5, remark(characters)))).toEqual([18, 32, 32]);
  });

  it('of a body row follow from its longest wrapped text', () => {
    const rows = (name: string): Partial<List> => ({ rows: [item(name, null, '1')] });
    expect(heightOf(4, rows('低'.repeat(9)))).toBe(20);
    expect(heightOf(4, rows('低'.repeat(10)))).toBe(34);
  });
});

describe('a chart', () => {
  it('stands a row below the signatures, over the width of the table, and is printed with it', () => {
    const anchors: string[] = [];
    const sheet = listOf({
      rows: [item('低保', null, '80.5')],
      chart: {
        rows: 10,
        model: (anchor) => {
          anchors.push(areaAddress(anchor));
          return { title: '图', unit: '万元', categories: { area: anchor, values: [] }, series: [], anchor };
        },
      },
    });
    expect(anchors).toEqual(['A8:C17']);
    expect(sheet.charts).toHaveLength(1);
    expect(areaAddress(sheet.print.area)).toBe('A2:C17');
  });
});
