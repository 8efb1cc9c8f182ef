import { Book } from './book';
import { canonical } from './canonical';
import { differences } from './differences';
import type { BookSheet } from './sheet';

const B12 = { top: 11, left: 1, bottom: 11, right: 1 };

function book(change: (sheet: BookSheet, book: Book) => void = () => {}): Book {
  const made = Book.blank('表');
  const sheet = made.activeSheet;
  sheet.put(11, 1, '=1+1');
  sheet.format(B12, { fill: '#FFFFFF' });
  change(sheet, made);
  return made;
}

describe('two books differ, in words, by', () => {
  test.each<[string, (sheet: BookSheet, book: Book) => void, string]>([
    ['a fill', (sheet) => sheet.format(B12, { fill: '#EEEEEE' }), '《表》B12 fill #FFFFFF ≠ #EEEEEE'],
    ['a formula', (sheet) => sheet.put(11, 1, '=1+2'), '《表》B12 formula =1+1 ≠ =1+2'],
    [
      'a border',
      (sheet) => sheet.format(B12, { borders: { top: { line: 'thin', color: '#000000' } } }),
      '《表》B12 borders top null ≠ {"line":"thin","color":"#000000"}',
    ],
    [
      'a width beyond rounding',
      (sheet) => sheet.setColumnWidth(2, 2, 80),
      '《表》columns C nothing ≠ {"width":80,"hidden":false,"style":null}',
    ],
    ['a merge', (sheet) => sheet.merge({ top: 0, left: 0, bottom: 0, right: 3 }), '《表》merges 0 nothing ≠ A1:D1'],
    ['the tabs', (_sheet, made) => void made.addSheet('二'), 'order 1 nothing ≠ 二'],
    ['a setting', (_sheet, made) => made.setSetting('k', 1), 'settings k nothing ≠ 1'],
    ['what is selected', (sheet) => sheet.select(3, 3), '《表》selection 0 A1:A1 ≠ D4:D4'],
  ])('%s', (_what, change, words) => {
    expect(differences(canonical(book()), canonical(book(change)))[0]).toBe(words);
  });
});

describe('two books are equal whatever way they came about', () => {
  test.each<[string, (sheet: BookSheet, book: Book) => void, (sheet: BookSheet, book: Book) => void]>([
    [
      'one rule given in pieces or at once',
      (sheet) => sheet.setValidation([{ top: 0, left: 0, bottom: 9, right: 1 }], RULE),
      (sheet) => {
        sheet.setValidation([{ top: 5, left: 0, bottom: 9, right: 1 }], RULE);
        sheet.setValidation([{ top: 0, left: 0, bottom: 4, right: 1 }], { ...RULE });
      },
    ],
    [
      'a cell formatted and formatted back',
      () => {},
      (sheet) => {
        sheet.format({ ...B12, top: 20, bottom: 20 }, { fill: '#123456' });
        sheet.format({ ...B12, top: 20, bottom: 20 }, { fill: null });
      },
    ],
    ['a width a pixel apart', (sheet) => sheet.setColumnWidth(0, 0, 90), (sheet) => sheet.setColumnWidth(0, 0, 90.75)],
    [
      'a setting set and removed',
      () => {},
      (_sheet, made) => {
        made.setSetting('k', 1);
        made.setSetting('k', undefined);
      },
    ],
  ])('%s', (_what, one, other) => {
    expect(differences(canonical(book(one)), canonical(book(other)))).toEqual([]);
  });
});

const RULE: NonNullable<Parameters<BookSheet['setValidation']>[1]> = {
  type: 'list',
  operator: 'between',
  formula1: '是,否',
  formula2: '',
  allowBlank: true,
  inCellDropDown: true,
  prompt: { show: false, title: '', message: '' },
  error: { show: true, style: 'stop', title: '', message: '' },
};

test('values of formulas and the view count only when they are asked for', () => {
  const one = book((sheet) => sheet.put(0, 0, 1));
  const other = book((sheet) => sheet.put(0, 0, 1));
  one.setCalculationMode('manual');
  other.setCalculationMode('manual');
  other.activeSheet.put(11, 1, '=1+1');
  other.activeSheet.select(5, 5);
  expect(differences(canonical(one, { view: false }), canonical(other, { view: false }))).toEqual([]);
  expect(
    differences(canonical(one, { values: true, view: false }), canonical(other, { values: true, view: false })),
  ).toEqual(['《表》B12 value 2 ≠ stale: 表!B12 holds a formula that was not calculated']);
});

test('twenty differences are listed at most', () => {
  const changed = book((sheet) =>
    sheet.write(
      { top: 20, left: 0, bottom: 69, right: 0 },
      Array.from({ length: 50 }, () => [1]),
    ),
  );
  expect(differences(canonical(book()), canonical(changed))).toHaveLength(20);
});
