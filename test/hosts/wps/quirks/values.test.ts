import { PROFILES } from '../quirks';
import type { Opened } from './et';
import { opened, set } from './et';

// Values and formulas: wps.md §3.2, §0 facts 4 and 5.
let wps: Opened;
beforeEach(() => {
  wps = opened();
});
afterEach(() => wps.close());

const range = (address: string): Record<string, unknown> => wps.sheet.Range(address) as never;

test('one cell gives its value, more give rows of values, a blank gives null', () => {
  range('A1:B2')['Value2'] = [
    [1, '项目'],
    [true, null],
  ];
  expect(range('A1')['Value2']).toBe(1);
  expect(range('A1:B2')['Value2']).toEqual([
    [1, '项目'],
    [true, null],
  ]);
  expect(range('A1:B1')['Value2']).toEqual([[1, '项目']]);
  expect(range('A1:A2')['Value2']).toEqual([[1], [true]]);
});

test.each([
  ['0101', 101],
  ['2023/12/31', 45291],
  ['110101199003071234', 110101199003071000],
  ['=1+2', 3],
])('the text “%s” is taken as if it were typed: %s', (typed, value) => {
  range('A1')['Value2'] = typed;
  expect(range('A1')['Value2']).toBe(value);
});

test('format “@” before the text keeps a code as it is, after it nothing comes back', () => {
  range('A1')['NumberFormat'] = '@';
  range('A1')['Value2'] = '0101';
  range('B1')['Value2'] = '0101';
  range('B1')['NumberFormat'] = '@';
  expect([range('A1')['Value2'], range('B1')['Value2']]).toEqual(['0101', 101]);
});

test.each([
  ['=1/0', -2146826281],
  ['=NA()', -2146826246],
  ['="a"+1', -2146826273],
  ['=SQRT(-1)', -2146826252],
])('the error of %s is the number %d', (formula, number) => {
  range('A1')['Formula'] = formula;
  expect(range('A1')['Value2']).toBe(number);
  expect(String(range('A1')['Text'])).toMatch(/^#/);
});

test('an array that is too small leaves #N/A, one that is too large loses what is over', () => {
  range('A1:C1')['Value2'] = [['甲', '乙']];
  range('A2:A2')['Value2'] = [['丙', '丁']];
  expect(range('A1:C2')['Value2']).toEqual([
    ['甲', '乙', -2146826246],
    ['丙', null, null],
  ]);
});

test('a value fills every cell of an area, a formula goes along with each', () => {
  range('A1:A3')['Value2'] = 2;
  range('B1:B3')['Formula'] = '=A1*10';
  expect(range('B1:B3')['Formula']).toEqual([['=A1*10'], ['=A2*10'], ['=A3*10']]);
  expect(range('B3')['Value2']).toBe(20);
});

test('Text is of one cell only', () => {
  range('A1')['NumberFormat'] = '#,##0.00';
  range('A1')['Value2'] = 1234.5;
  expect([range('A1')['Text'], range('A1:A2')['Text']]).toEqual(['1,234.50', null]);
});

test('an empty sheet uses its first cell', () => {
  const used = wps.sheet['UsedRange'] as never as Record<string, unknown>;
  expect([(wps.sheet['UsedRange'] as never as { Address(): string }).Address(), used['Value2']]).toEqual([
    '$A$1',
    null,
  ]);
});

test('a build may drop the outer array, answer undefined for blanks and leave what is beyond an array', () => {
  wps.close();
  wps = opened(PROFILES.wps2019);
  range('A1:C1')['Value2'] = [['甲', 2]];
  expect(range('A1:C1')['Value2']).toEqual(['甲', 2, null]);
  expect(range('A1:A2')['Formula']).toEqual(['甲', '']);
  expect(range('B1')['Formula']).toBe('2');
  wps.close();
  wps = opened(PROFILES.kylin);
  expect(range('A1')['Value2']).toBeUndefined();
});

test('Value is a method that reads', () => {
  set(range('A1'), 'Value2', 5);
  expect((range('A1') as { Value?: () => unknown }).Value?.()).toBe(5);
});
