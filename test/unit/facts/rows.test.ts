import { counterpart, findRow, isEmpty, kindNamed, partsOf, rowTerm, sameLabel } from '../../../src/facts/rows';
import type { Table } from '../../../src/model/table';
import { smallTables } from '../formula/small-tables';

const [SPENDING, BEFORE, SUMMARY] = smallTables() as [Table, Table, Table];

describe('rows', () => {
  it('are found by name, code and label', () => {
    expect(findRow(SPENDING, '合计')?.row).toBe(3);
    expect(findRow(SPENDING, '20802')?.label).toBe('民政管理事务');
    expect(findRow(SUMMARY, '卫生健康支出')?.side).toBe('支出');
    expect(findRow(SUMMARY, '收入总计')?.side).toBe('收入');
  });

  it('are not found by the label of a coded row, nor by a name the table lacks', () => {
    expect(findRow(SPENDING, '民政管理事务')).toBeNull();
    expect(findRow(SUMMARY, '结余分配')).toBeNull();
    expect(findRow(SPENDING, '2210201')).toBeNull();
  });

  it('are found in another table by code, or by label where one has no codes', () => {
    expect(counterpart(findRow(SPENDING, '208')!, BEFORE)).toBe(findRow(BEFORE, '208'));
    expect(counterpart(findRow(SPENDING, '210')!, BEFORE)).toBe('none');
    expect(counterpart(findRow(SPENDING, '合计')!, BEFORE)).toBe(findRow(BEFORE, '合计'));
    expect(counterpart(findRow(SPENDING, '210')!, SUMMARY)).toBe(findRow(SUMMARY, '卫生健康支出'));
    expect(counterpart(findRow(SPENDING, '20802')!, SUMMARY)).toBe('unknown');
  });

  it('have their direct parts; the total has the top rows', () => {
    const codes = (key: string): (string | null)[] => partsOf(SPENDING, findRow(SPENDING, key)!).map((row) => row.code);
    expect(codes('合计')).toEqual(['208', '210']);
    expect(codes('208')).toEqual(['20802']);
    expect(codes('20802')).toEqual(['2080201', '2080299']);
    expect(codes('210')).toEqual([]);
  });
});

describe('names', () => {
  it('of kinds and their rows are those of the packs', () => {
    expect(kindNamed('支出决算表')?.id).toBe('final/expenditure');
    expect(kindNamed('没有这种表')).toBeNull();
    expect(rowTerm('支出决算表', '合计')?.name).toBe('合计');
    expect(rowTerm('支出决算表', '社会保障和就业支出')).toBeNull();
  });

  it('are equal apart from punctuation and bracketed remarks', () => {
    expect(sameLabel('因公出国（境）费', '因公出国(境)费')).toBe(true);
    expect(sameLabel('公务接待费（含外宾）', '公务接待费')).toBe(true);
    expect(sameLabel('（一）', '（二）')).toBe(false);
  });
});

describe('an empty table', () => {
  it('has no figure but zero', () => {
    expect(isEmpty(SPENDING)).toBe(false);
    expect(isEmpty({ ...SPENDING, rows: [] })).toBe(true);
  });
});
