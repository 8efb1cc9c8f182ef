import { comparableEntries } from '../../../../src/hosts/comparable';
import { areaOfAddress, sheetOfAddress } from '../../../../src/hosts/sheet-address';
import { isFormula } from '../../../../src/hosts/entry';
import { cellValue, mayHoldErrors } from '../../../../src/hosts/excel/values';
import { typed } from '../../../../src/hosts/typed-entries';

test('an error is one only where its kind does not say that it is a text', () => {
  expect(cellValue('#REF!', null)).toEqual({ error: '#REF!' });
  expect(cellValue('#REF!', 'Error')).toEqual({ error: '#REF!' });
  expect(cellValue('#REF!', 'String')).toBe('#REF!');
  expect(cellValue('', null)).toBeNull();
  expect(mayHoldErrors([[1, '#1 楼']])).toBe(false);
  expect(mayHoldErrors([[1, '#N/A']])).toBe(true);
});

test('a text that begins with “=” is told from a formula by its value', () => {
  expect(isFormula('=1+1', 2)).toBe(true);
  expect(isFormula('=1+1', '=1+1')).toBe(false);
  expect(isFormula('合计', '合计')).toBe(false);
});

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ["'撇号", "''撇号"],
  ['合计', '合计'],
  ['', null],
])('the text %j is sent as %j', (text, sent) => {
  expect(typed(text)).toBe(sent);
});

test('formulas, numbers and truth values are sent as they are, and nothing that is no number', () => {
  expect([typed({ formula: '=A1' }), typed(1.5), typed(true), typed(null)]).toEqual(['=A1', 1.5, true, null]);
  expect(() => typed(Number.NaN)).toThrow(RangeError);
});

test('what was written and what Excel gives back compare equal', () => {
  const names = new Map([['自评_~1', '自评_评分表']]);
  const nameOf = (sheet: string): string => names.get(sheet) ?? sheet;
  const sent = [[{ formula: "=ROUND('自评_~1'!B3,2)&\"'甲'!乙 丙\"" }, 0.1 + 0.2, null], [], [null]];
  const given = [[{ formula: '=ROUND(自评_评分表!B3, 2)&"\'甲\'!乙 丙"' }, 0.3, '']];
  expect(comparableEntries(sent, nameOf)).toBe(comparableEntries(given));
});

test('another reference, text or number is another content', () => {
  const one = comparableEntries([[{ formula: '=A1&"甲"' }]]);
  expect(comparableEntries([[{ formula: '=A2&"甲"' }]])).not.toBe(one);
  expect(comparableEntries([[{ formula: '=A1&"甲 "' }]])).not.toBe(one);
  expect(comparableEntries([['=A1&"甲"']])).not.toBe(one);
});

test('addresses as Excel gives them', () => {
  expect(areaOfAddress("'It''s 表'!$B$2:$C$9")).toEqual({ top: 1, left: 1, bottom: 8, right: 2 });
  expect(areaOfAddress('表!3:4')).toEqual({ top: 2, left: 0, bottom: 3, right: 16_383 });
  expect(areaOfAddress('B:B')).toEqual({ top: 0, left: 1, bottom: 1_048_575, right: 1 });
  expect([sheetOfAddress("'It''s 表'!A1"), sheetOfAddress('表!A1'), sheetOfAddress('A1')]).toEqual([
    "It's 表",
    '表',
    null,
  ]);
});
