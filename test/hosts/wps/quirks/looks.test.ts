import { PROFILES } from '../quirks';
import type { EtQuirks } from '../quirks';
import type { Opened, Script } from './et';
import { opened, set } from './et';
import { outcome } from './refused';

// Looks, sizes and lines: wps.md §3.3, §3.5, §0 fact 6.
let wps: Opened;
beforeEach(() => {
  wps = opened();
});
afterEach(() => wps.close());

const range = (address: string): Script => wps.sheet.Range(address);
const columns = (key: string): Script => wps.sheet.Columns.Item(key);

test('red is 255: colours are BGR', () => {
  set(range('A1').Font, 'Color', 255);
  set(range('A1').Interior, 'Color', 0xff0000);
  expect(wps.book.sheets[0]?.style(0, 0)).toMatchObject({ font: { color: '#FF0000' }, fill: '#0000FF' });
});

test('no fill is a pattern, not a colour: its colour reads as white', () => {
  expect([range('A1').Interior['Pattern'], range('A1').Interior['Color']]).toEqual([-4142, 0xffffff]);
  set(range('A1').Interior, 'Color', 255);
  set(range('A1').Interior, 'Pattern', -4142);
  expect(wps.book.sheets[0]?.style(0, 0).fill).toBeNull();
});

test('cells that differ give null', () => {
  set(range('A1'), 'NumberFormat', '0.00');
  set(range('A1').Font, 'Bold', true);
  expect([range('A1:A2').NumberFormat, range('A1:A2').Font['Bold'], range('A1').NumberFormat]).toEqual([
    null,
    null,
    '0.00',
  ]);
});

test.each<[keyof typeof PROFILES, number, number]>([
  ['windows', 5, 31.5],
  ['windows', 10, 59.6],
  ['windows', 20, 115.85],
  ['windows', 40, 228.35],
  ['kylin', 10, 63.75],
])('on %s %d characters are %d points, to a pixel', (profile, characters, points) => {
  wps.close();
  wps = opened(PROFILES[profile]);
  set(columns('B:B'), 'ColumnWidth', characters);
  expect(Math.abs(Number(columns('B:B').Width) - points)).toBeLessThanOrEqual(0.375);
});

test('Width is the total of the area, a width of 0 hides', () => {
  set(columns('A:B'), 'ColumnWidth', 10);
  expect(Number(columns('A:B').Width)).toBe(2 * Number(columns('A:A').Width));
  set(columns('A:A'), 'ColumnWidth', 0);
  expect([columns('A:A').Hidden, columns('A:A').ColumnWidth, columns('A:B').ColumnWidth]).toEqual([true, 0, null]);
});

test('a line is told as soon as it is drawn', () => {
  const edge = range('A1:B2').Borders.Item(8);
  set(edge, 'LineStyle', 1);
  expect(edge.LineStyle).toBe(1);
});

test('LineStyle draws a line, Weight its strength; edges are of the area', () => {
  const edge = (index: number): Script => range('A1:B2').Borders.Item(index);
  set(edge(9), 'LineStyle', 1);
  set(edge(9), 'Weight', -4138);
  const line = (row: number): unknown => wps.book.sheets[0]?.style(row, 0).borders.bottom;
  expect([line(0), line(1)]).toEqual([null, { line: 'medium', color: '#000000' }]);
  expect([edge(9).LineStyle, edge(8).LineStyle]).toEqual([1, -4142]);
});

test.each<[EtQuirks['insideLines'], keyof typeof PROFILES]>([
  ['throw', 'windows'],
  ['nothing', 'kylin'],
])('lines between the cells of a single column: %s on %s', (answer, profile) => {
  wps.close();
  wps = opened(PROFILES[profile]);
  const inside = range('A1:A3').Borders.Item(11);
  expect(outcome(() => set(inside, 'LineStyle', 1)) === 'refused').toBe(answer === 'throw');
  expect(wps.book.sheets[0]?.usedArea(false)).toBeNull();
});

test('a rule is added only where there is none, and none can be read where there is none', () => {
  const { Validation: rule } = range('A1:A3');
  expect(outcome(() => rule.Type)).toBe('refused');
  rule.Add(3, 1, 1, '是,否');
  expect([rule.Type, rule.Formula1, outcome(() => rule.Add(3, 1, 1, '甲,乙'))]).toEqual([3, '是,否', 'refused']);
  rule.Delete();
  expect(wps.book.sheets[0]?.validations).toEqual([]);
});

test('a second comment in a cell is refused, special cells that there are none of, too', () => {
  const one = range('A1');
  one.AddComment('核对');
  expect(outcome(() => one.AddComment('再核对'))).toBe('refused');
  expect(outcome(() => one.SpecialCells(-4123))).toBe('refused');
});
