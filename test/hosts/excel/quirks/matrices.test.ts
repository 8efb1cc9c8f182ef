import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refused, refusedCode } from './refused';

// Rules of matrices: officejs.md §A.6 (chunks, JSON), §C (matrix shape, 1×1, null, unbounded, read size, strings “=”, “'”, “@”).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

const sheet = () => excel.book.sheet('表');
/** Does something with a range in a run of its own. */
function withRange(address: string, work: (range: Excel.Range) => void): Promise<void> {
  return excel.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem('表').getRange(address));
    await context.sync();
  });
}
const row = (from: number, to: number, line = 0): unknown[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sheet()?.value(line, from + index));

test.each([
  ['too few rows', 'A1:B2', [[1, 2]]],
  [
    'too many columns',
    'A1:A2',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['ragged rows', 'A1:B2', [[1, 2], [3]]],
])('a matrix of another shape is refused: %s', async (_, address, values) => {
  const error = await refused(withRange(address, (range) => (range.values = values)));
  expect(error.code).toBe('InvalidArgument');
  expect(error.message).toContain("doesn't match the size or dimensions of the range");
  expect(error.debugInfo.errorLocation).toBe('Range.values');
});

test('a single value fills the range, bare or as a matrix of one', async () => {
  await withRange('A1:C1', (range) => (range.values = 7 as unknown as number[][]));
  await withRange('D1:F1', (range) => (range.values = [[8]]));
  expect(row(0, 5)).toEqual([7, 7, 7, 8, 8, 8]);
});

test('a number format alone goes over whole columns; values do not', async () => {
  await withRange('B:C', (range) => (range.numberFormat = [['@']]));
  expect(sheet()?.style(999, 2).format).toBe('@');
  expect(await refusedCode(withRange('B:C', (range) => (range.values = [[1]])))).toBe('InvalidOperation');
});

test('whole columns give no values', async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表').getRange('A:C').load('values,formulas,address');
    await context.sync();
    expect([range.values, range.formulas, range.address]).toEqual([null, null, '表!A:C']);
  });
});

test('null in a matrix leaves a cell, an empty text clears it', async () => {
  sheet()?.write({ top: 0, left: 0, bottom: 0, right: 2 }, [[1, 2, 3]]);
  await withRange('A1:C1', (range) => (range.values = [[null, '', 9]]));
  expect(row(0, 2)).toEqual([1, null, 9]);
});

test('null for the whole property is refused', async () => {
  expect(await refusedCode(withRange('A1', (range) => (range.values = null as unknown as never[][])))).toBe(
    'InvalidArgument',
  );
});

test('what JSON cannot say leaves the old value or changes it, without a word', async () => {
  sheet()?.write({ top: 0, left: 0, bottom: 0, right: 2 }, [['旧', '旧', '旧']]);
  const values = [[undefined, Number.NaN, new Date(Date.UTC(2023, 11, 31))]];
  await withRange('A1:C1', (range) => (range.values = values));
  expect(row(0, 2)).toEqual(['旧', '旧', '2023-12-31T00:00:00.000Z']);
});

test('a matrix of more than 1,500 cells goes out in pieces, in one request', async () => {
  const values = Array.from({ length: 400 }, (_, index) => [index, `第${index}行`, index * 2, null, '=1+1']);
  await withRange('B2:F401', (range) => (range.formulas = values));
  expect(excel.log.syncs).toHaveLength(1);
  expect(excel.log.actions.filter(({ kind }) => kind === 'Range.formulas=')).toHaveLength(2);
  expect(sheet()?.value(400, 1)).toBe(399);
  expect(sheet()?.entry(400, 5)).toBe('=1+1');
});

test('a large matrix of another shape is refused as a whole', async () => {
  const values = Array.from({ length: 1000 }, () => [1, 2]);
  expect(await refusedCode(withRange('A1:B999', (range) => (range.values = values)))).toBe('InvalidArgument');
  expect(sheet()?.usedArea(true)).toBeNull();
});

test('texts become what typing them would make of them', async () => {
  const values = [['=1+2', '3.50', '1,234', '12%', '2023-12-31', 'TRUE', '文字']];
  await withRange('A1:G1', (range) => (range.values = values));
  expect(sheet()?.entry(0, 0)).toBe('=1+2');
  expect(row(1, 6)).toEqual([3.5, 1234, 0.12, 45291, true, '文字']);
});

test('the format “@” keeps a text when it was set before, not after', async () => {
  await withRange('A1', (range) => {
    range.numberFormat = [['@']];
    range.values = [['00123']];
  });
  await withRange('B1', (range) => {
    range.values = [['00123']];
    range.numberFormat = [['@']];
  });
  expect(row(0, 1)).toEqual(['00123', 123]);
});

test('a leading apostrophe marks a text and is gone when read, so that writing it back makes a formula', async () => {
  await withRange('A1', (range) => (range.values = [["'=1+2"]]));
  expect(sheet()?.value(0, 0)).toBe('=1+2');
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表').getRange('A1').load('formulas');
    await context.sync();
    const read = range.formulas;
    range.formulas = read;
    await context.sync();
  });
  expect(sheet()?.content(0, 0)).toMatchObject({ kind: 'formula' });
});

test('a text longer than a cell holds is refused', async () => {
  expect(await refusedCode(withRange('A1', (range) => (range.values = [['长'.repeat(32_768)]])))).toBe(
    'InvalidArgument',
  );
  await withRange('A1', (range) => (range.values = [['长'.repeat(32_767)]]));
});

test('a formula longer than 8,192 characters, or none at all, is refused', async () => {
  const long = `=${'1+'.repeat(4096)}1`;
  expect(await refusedCode(withRange('A1', (range) => (range.formulas = [[long]])))).not.toBeNull();
  expect(await refusedCode(withRange('A1', (range) => (range.formulas = [['=SUM(']])))).toBe('InvalidArgument');
});

test('more than five million cells are not given at once', async () => {
  expect(await refusedCode(withRange('A1:A1000000', (range) => range.getResizedRange(0, 5).load('values')))).toBe(
    'RangeExceedsLimit',
  );
});
