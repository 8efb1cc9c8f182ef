import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { NO_TABLE, recognise } from '../../../src/tables/recognise';

/** A table whose title says nothing and whose columns fit several kinds. */
const UNTITLED: readonly (readonly CellValue[])[] = [
  ['2023年度', null, null, null, '单位：万元'],
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['208', '社会保障和就业支出', 300, 100, 200],
  ['20802', '民政管理事务', 300, 100, 200],
  ['合计', null, 300, 100, 200],
];

function recognised(kinds?: Readonly<Record<string, string>>): {
  readonly names: readonly string[];
  readonly reasons: readonly string[];
  readonly said: readonly string[];
} {
  const recognition = recognise([Grid.ofRows('表1', UNTITLED)], kinds ? { kinds } : {});
  return {
    names: recognition.tables.map((table) => `${table.name} ${table.confidence}`),
    reasons: recognition.unrecognised.map((one) => one.reason),
    said: recognition.findings.filter((one) => one.rule === 'table.kind.stated').map((one) => one.message),
  };
}

describe('A kind she states for a sheet', () => {
  it('is taken, whatever the sheet was taken for before', () => {
    const before = recognised().names;
    expect(before).not.toEqual(['一般公共预算财政拨款支出决算表 certain']);
    expect(recognised({ 表1: 'final/general-budget-expenditure' }).names).toEqual([
      '一般公共预算财政拨款支出决算表 certain',
    ]);
  });

  it('concerns that sheet only', () => {
    expect(recognised({ 表2: 'final/general-budget-expenditure' })).toEqual(recognised());
  });

  it('is refused with what is lacking when the sheet cannot be read so, and nothing else changes', () => {
    const stated = recognised({ 表1: 'final/income' });
    expect(stated.names).toEqual(recognised().names);
    expect(stated.said).toEqual([
      expect.stringMatching(/^您指定工作表“表1”是《收入决算表》，但没有找到“.+”，这张工作表仍按原来的识别结果处理/),
    ]);
  });

  it('may be none at all: the sheet takes no part, and is listed with that reason', () => {
    expect(recognised({ 表1: NO_TABLE })).toEqual({
      names: [],
      reasons: ['您指定这张工作表不参加核对'],
      said: [],
    });
  });
});
