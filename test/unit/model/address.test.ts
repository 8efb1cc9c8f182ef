import fc from 'fast-check';
import {
  areaAddress,
  cellAddress,
  columnIndex,
  columnName,
  formatPlace,
  formulaPlace,
  parsePlace,
} from '../../../src/model/address';

const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [LAST_COLUMN, 'XFD'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(columnIndex(name)).toBe(index);
});

test('every column has its own name', () => {
  const names = Array.from({ length: LAST_COLUMN + 1 }, (_, index) => columnName(index));
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name, index) => columnIndex(name) === index)).toBe(true);
});

test('rows count from 1 in addresses', () => {
  expect(cellAddress(0, 0)).toBe('A1');
  expect(cellAddress(LAST_ROW, LAST_COLUMN)).toBe('XFD1048576');
  expect(areaAddress({ top: 0, left: 0, bottom: 39, right: 9 })).toBe('A1:J40');
});

/** Sheet names with everything that could be mistaken for something else. */
const sheetName = fc.oneof(
  fc.constantFrom('支出决算表', "It's", 'a!b', "'quoted'", '[1]表', 'A1', '公开03表!B2', '=SUM(A1)', '😀表', ' 空格 '),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 31 }),
);
const place = fc.record({
  sheet: sheetName,
  row: fc.integer({ min: 0, max: LAST_ROW }),
  column: fc.integer({ min: 0, max: LAST_COLUMN }),
});

describe('places', () => {
  test('what is written can be read again, whatever the sheet is called', () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(parsePlace(formatPlace(one))).toEqual(one);
      }),
    );
  });

  test('the sheet ends at the last exclamation mark', () => {
    expect(parsePlace('收!支!B12')).toEqual({ sheet: '收!支', row: 11, column: 1 });
  });

  test.each([['B12'], ['表!b12'], ['表!B0'], ['表!B'], ['表!12'], ['表!B1:C2'], ['表!$B$1'], ['表!ABCD1'], ['']])(
    '%j is none',
    (text) => {
      expect(parsePlace(text)).toBeNull();
    },
  );

  test('in a formula the sheet name is always quoted and cannot end its quotes', () => {
    expect(formulaPlace({ sheet: "It's", row: 11, column: 1 })).toBe("'It''s'!B12");
    fc.assert(
      fc.property(place, (one) => {
        const match = /^'((?:[^']|'')*)'!([A-Z]+)(\d+)$/su.exec(formulaPlace(one));
        expect(match?.[1]?.replace(/''/g, "'")).toBe(one.sheet);
      }),
    );
  });
});
