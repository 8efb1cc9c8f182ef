import { absentFigure, amountColumnsOf, figureName, figureOf } from '../../../src/facts/figure';
import { findRow } from '../../../src/facts/rows';
import type { Table } from '../../../src/model/table';
import { smallTables } from '../formula/small-tables';

const [SPENDING, , SUMMARY] = smallTables() as [Table, Table, Table];
const total = findRow(SPENDING, '合计')!;

describe('a figure', () => {
  it('is in 元, with unit, step and cell of its table', () => {
    const figure = figureOf(SPENDING, total, '基本支出');
    expect(figure?.value?.toString()).toBe('1055800');
    expect(figure?.step.toString()).toBe('100');
    expect(figure).toMatchObject({ unit: '万元', column: '基本支出', state: 'number', place: { row: 3, column: 3 } });
    expect(figureOf(SUMMARY, findRow(SUMMARY, '本年支出合计')!, '决算数')).toMatchObject({ unit: '元' });
  });

  it('is as written in a table without a unit', () => {
    const figure = figureOf({ ...SPENDING, amountUnit: null }, total, '基本支出');
    expect(figure?.value?.toString()).toBe('105.58');
    expect(figure?.unit).toBeNull();
  });

  it('is none in a column that the table does not have', () => {
    expect(figureOf(SPENDING, total, '经营支出')).toBeNull();
  });

  it('is zero without a cell for a row that is left out', () => {
    const figure = absentFigure(SPENDING, '基本支出');
    expect(figure).toMatchObject({ place: null, row: null, state: 'absent' });
    expect(figure.value?.isZero()).toBe(true);
    expect(figureName(figure)).toBe('《支出决算表》（表中没有的行）·基本支出');
  });

  it('is named by table, row and column', () => {
    expect(figureName(figureOf(SPENDING, total, '基本支出')!)).toBe('《支出决算表》合计·基本支出');
    const row = findRow(SPENDING, '208')!;
    expect(figureName(figureOf(SPENDING, row, '基本支出')!)).toBe('《支出决算表》208 社会保障和就业支出·基本支出');
  });

  it('is money in columns of amounts only', () => {
    expect([...amountColumnsOf('预算执行情况表')]).toContain('全年预算数');
    expect([...amountColumnsOf('预算执行情况表')]).not.toContain('执行率');
    expect([...amountColumnsOf('部门整体支出绩效目标表')]).toEqual(['值']);
    expect(amountColumnsOf('没有这种表').size).toBe(0);
  });
});
