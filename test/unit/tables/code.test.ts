import type { CellValue } from '../../../src/model/grid';
import { codeBeforeName, codeDigits, codeLevel, joinCode } from '../../../src/tables/code';

describe('the digits of a code cell', () => {
  test.each([
    [2080501, '2080501'],
    ['2080501', '2080501'],
    ['208 05 01', '2080501'],
    ['208.05.01', '2080501'],
    ['208-05-01', '2080501'],
    ['２０８０５', '20805'],
    ['[208]', '208'],
    [' 208\u200b', '208'],
    ['05', '05'],
    ['1001', '1001'],
  ])('%j is %s', (cell, digits) => {
    expect(codeDigits(cell)).toBe(digits);
  });

  test.each([[null], [''], ['合计'], ['A01'], ['208类'], [0], [-208], [208.5], ['0.00'], [true], [{ error: '#N/A' }]])(
    '%j has none',
    (cell) => {
      expect(codeDigits(cell)).toBeNull();
    },
  );
});

describe('a code in front of its name', () => {
  test.each([
    ['2080501 行政单位离退休', '2080501', '行政单位离退休'],
    ['2080501行政单位离退休', '2080501', '行政单位离退休'],
    ['[208]社会保障和就业支出', '208', '社会保障和就业支出'],
    ['20805-行政事业单位养老支出', '20805', '行政事业单位养老支出'],
    ['  301_工资福利支出', '301', '工资福利支出'],
    ['（302）商品和服务支出', '302', '商品和服务支出'],
  ])('%j', (text, code, name) => {
    expect(codeBeforeName(text)).toEqual({ code, name });
  });

  test.each([['社会保障和就业支出'], ['2080501'], ['208 05'], ['12345678养老'], ['300%增长'], ['20 其他'], ['合计']])(
    '%j has none',
    (text) => {
      expect(codeBeforeName(text)).toBeNull();
    },
  );
});

describe('类, 款 and 项 in three columns', () => {
  function joined(rows: readonly (readonly CellValue[])[]): (string | null)[] {
    const above: (string | null)[] = [null, null, null];
    return rows.map((parts) => joinCode(parts, above));
  }

  test('every row writes all its parts', () => {
    expect(
      joined([
        ['208', null, null],
        ['208', '05', null],
        ['208', '05', '01'],
      ]),
    ).toEqual(['208', '20805', '2080501']);
  });

  test('parts written once are carried down', () => {
    expect(
      joined([
        ['208', null, null],
        [null, '05', null],
        [null, null, '01'],
        [null, null, '05'],
        [null, '08', null],
        [null, null, '01'],
      ]),
    ).toEqual(['208', '20805', '2080501', '2080505', '20808', '2080801']);
  });

  test('numbers lose their leading zero and get it back', () => {
    expect(joined([[208, 5, 1]])).toEqual(['2080501']);
  });

  test('a part may hold the whole code down to its level', () => {
    expect(
      joined([
        ['208', null, null],
        ['208', '20805', null],
        ['208', '20805', '2080501'],
      ]),
    ).toEqual(['208', '20805', '2080501']);
  });

  test('the whole code may stand in the first column of the three', () => {
    expect(
      joined([
        ['2080501', null, null],
        [null, null, '05'],
      ]),
    ).toEqual(['2080501', '2080505']);
  });

  test('a new 类 forgets the 款 of the one before', () => {
    expect(
      joined([
        ['208', '05', null],
        ['210', null, null],
        [null, null, '01'],
      ]),
    ).toEqual(['20805', '210', null]);
  });

  test('a row without parts has no code', () => {
    expect(joined([[null, null, null]])).toEqual([null]);
    expect(joined([['类', '款', '项']])).toEqual([null]);
  });
});

test('the level of a code of the classification is told by its length', () => {
  expect(['208', '20805', '2080501'].map(codeLevel)).toEqual([1, 2, 3]);
  expect(['20', '2080', '208050', '20805011', ''].map(codeLevel)).toEqual([null, null, null, null, null]);
});
