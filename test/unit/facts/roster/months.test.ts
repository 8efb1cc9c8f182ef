import { dayOf, monthIn, monthsIn } from '../../../../src/facts/roster/months';

test.each([
  ['2023年10月', 202310],
  ['2023.03', 202303],
  ['2023-10-31', 202310],
  ['202310', 202310],
  ['2023年孤儿基本生活费', null],
  ['2023年1-10月', null],
  ['2023年13月', null],
  ['', null],
])('%s names the month %s', (text, month) => {
  expect(monthIn(text)).toBe(month);
});

test('a row names its months in words of its own', () => {
  expect(monthsIn('7-9月', 2023)).toEqual([202307, 202308, 202309]);
  expect(monthsIn('10月份', 2023)).toEqual([202310]);
  expect(monthsIn('10月', null)).toEqual([]);
  expect(monthsIn('第四季度', 2023)).toEqual([]);
});

test('a day is read from texts and date serials, a year and month is none', () => {
  expect([dayOf('2012-04-10'), dayOf('2012年4月10日'), dayOf(41009), dayOf('2012.04')]).toEqual([
    20120410,
    20120410,
    20120410,
    null,
  ]);
});
