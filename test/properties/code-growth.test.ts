import { codeFindings } from '../../src/checks/codes';
import type { TableSet } from '../../src/facts/sets';
import { formSets } from '../../src/facts/sets';
import type { CellValue } from '../../src/model/grid';
import { wholeWork, workOf } from '../support/work';
import { tablesOn } from '../unit/checks/figures';
import { sheetOf } from '../unit/checks/rare-tables';

/** Room for what is done once; what grows with the square is five times as much. */
const GROWTH = 1.1;
const [FEW, MANY] = [200, 1000] as const;
const HEADER = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];

/** A table whose rows all have codes, the n-th of them as stated. */
function table(rows: number, row: (at: number) => readonly [code: string, name: string]): TableSet[] {
  const body = Array.from({ length: rows }, (_, at): CellValue[] => [...row(at), at + 1, 0, at + 1]);
  return formSets(tablesOn(sheetOf('2023年度支出决算表', [HEADER], [['合计', null, 9, 4, 5], ...body])));
}

describe('the cost of checking codes', () => {
  it.each([
    ['one code under ever new names', (at: number) => ['2080201', `第${at}项工作`] as const],
    ['one code under one name', () => ['2080201', '行政运行'] as const],
    ['a code of its own in each row', (at: number) => [`${2_080_000 + at}`, `第${at}项工作`] as const],
  ])('of %s grows with the rows and no faster', async (_, row) => {
    const runs = [FEW, MANY].map((rows) => {
      const sets = table(rows, row);
      return () => Promise.resolve(codeFindings(sets));
    });
    const [few, many] = (await workOf(runs)).map(wholeWork) as [number, number];
    expect(few).toBeGreaterThan(FEW);
    expect(many / MANY).toBeLessThanOrEqual((GROWTH * few) / FEW);
  });
});
