import type { Opened, Script } from './et';
import { opened, set } from './et';
import { outcome } from './refused';

// What must fail a test loudly: wps.md §5 (“encode as strict behaviours”).
let wps: Opened;
beforeEach(() => {
  wps = opened();
});

const cell = (): Script => wps.sheet.Range('A1');

test.each<[string, () => unknown, RegExp]>([
  ['a member that does not exist', () => cell().Value3, /Range\.Value3 does not exist/],
  ['one that does not exist, set', () => set(cell(), 'Colour', 1), /Range\.Colour does not exist/],
  ['one that is declared and not modelled', () => cell().Sort(), /Range\.Sort\(\) is not modelled/],
  ['a method used as a property', () => `${String(cell().Address)}`, /Address\(\) is a method/],
  ['a method set as a property', () => set(cell(), 'Merge', true), /Range\.Merge is a method and was set/],
  ['a read-only property, set', () => set(cell(), 'Row', 2), /Range\.Row is read-only/],
  ['too few arguments', () => wps.sheet.Range(), /Range\(\) called with 0 arguments/],
  ['too many arguments', () => cell().Merge(1, 2), /called with 2 arguments/],
])('%s is kept against the test even when the code catches it', (_, work, message) => {
  expect(outcome(work)).toBe('misuse');
  expect(() => wps.close()).toThrow(message);
});

test('a property called as a method is no function', () => {
  expect(() => cell().Value2()).toThrow(TypeError);
  expect(() => wps.sheet.Rows(1)).toThrow(TypeError);
  wps.close();
});

test('collections cannot be gone through by for…of', () => {
  expect(() => [...(wps.sheet.Rows as unknown as Iterable<unknown>)]).toThrow(TypeError);
  wps.close();
});

test.each<[string, () => unknown]>([
  [
    'deleting a sheet',
    () => {
      wps.book.addSheet('二');
      wps.sheet.Delete();
    },
  ],
  [
    'merging several values',
    () => {
      wps.book.sheets[0]?.write({ top: 0, left: 0, bottom: 0, right: 1 }, [['甲', '乙']]);
      wps.sheet.Range('A1:B1').Merge();
    },
  ],
  [
    'unprotecting without the password',
    () => {
      wps.sheet.Protect('密码');
      wps.sheet.Unprotect();
    },
  ],
])('%s with alerts on would open a dialogue', (_, work) => {
  expect(outcome(work)).toBe('misuse');
  expect(() => wps.close()).toThrow(/a dialogue would block/);
});

test('with alerts off a sheet is deleted and values are merged at once', () => {
  set(wps.app, 'DisplayAlerts', false);
  wps.book.addSheet('二');
  wps.sheet.Delete();
  expect(wps.book.sheets.map(({ name }) => name)).toEqual(['二']);
  wps.close();
});

test('every crossing is counted by its member', () => {
  wps.calls.clear();
  const range = cell();
  void range.Value2;
  set(range, 'Value2', 1);
  set(range, 'Value2', 2);
  expect(wps.calls.byMember()).toEqual([
    ['Range.Value2=', 2],
    ['Worksheet.Range()', 1],
    ['Range.Value2', 1],
  ]);
  expect(wps.calls.total).toBe(4);
});

test('a fault strikes the crossing it was set for, does nothing, and is over', () => {
  const range = cell();
  wps.faults.inject({ at: { call: 2 }, how: 'throw' });
  wps.faults.inject({ at: { member: 'Range.Value2=', nth: 3 }, how: 'silent' });
  set(range, 'Value2', 1);
  expect(outcome(() => set(range, 'Value2', 2))).toBe('refused');
  set(range, 'Value2', 3);
  expect([range.Value2, wps.faults.struck]).toEqual([1, true]);
  set(range, 'Value2', 4);
  expect(range.Value2).toBe(4);
});
