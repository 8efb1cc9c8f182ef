import { Grid, isBlank, isCellError } from '../../../src/model/grid';

const description = {
  name: '支出决算表',
  visibility: 'visible',
  rowCount: 100,
  columnCount: 2,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
} as const;

describe('a sheet read by blocks of rows', () => {
  const grid = new Grid(description, [
    { firstRow: 0, rows: [['表名'], ['科目', '金额']] },
    { firstRow: 98, rows: [['合计', 12.5], ['注：无']] },
  ]);

  test('gives the rows that were read', () => {
    expect(grid.sheet).toBe('支出决算表');
    expect(grid.row(1)).toEqual(['科目', '金额']);
    expect(grid.row(98)).toEqual(['合计', 12.5]);
    expect(grid.value(98, 1)).toBe(12.5);
  });

  test('is blank where nothing was read or stands', () => {
    expect(grid.row(50)).toEqual([]);
    expect(grid.row(2000)).toEqual([]);
    expect(grid.value(0, 1)).toBeNull();
    expect(grid.value(50, 0)).toBeNull();
  });

  test('knows that it is not whole', () => {
    expect(grid.isWhole()).toBe(false);
  });
});

test('a grid of rows is whole and as wide as its widest row', () => {
  const grid = Grid.ofRows('表', [['a'], [null, 1, 'b'], []], { visibility: 'hidden' });
  expect(grid.isWhole()).toBe(true);
  expect(grid.description).toMatchObject({ rowCount: 3, columnCount: 3, visibility: 'hidden' });
});

test('blank is null, missing, or nothing but white space', () => {
  expect([null, undefined, '', '  ', '　', '\n\t'].map(isBlank)).toEqual([true, true, true, true, true, true]);
  expect([0, false, '-', '无', { error: '#N/A' }].map(isBlank)).toEqual([false, false, false, false, false]);
});

test('an Excel error is a value of its own', () => {
  expect(isCellError({ error: '#REF!' })).toBe(true);
  expect([null, undefined, '#REF!', 0, true].some(isCellError)).toBe(false);
});
