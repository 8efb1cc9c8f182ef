import type { Area } from '../../../src/model/address';
import { Book } from './book';
import type { Entry } from './entry';
import { BookError } from './problem';
import type { BookSheet } from './sheet';

const A1: Area = { top: 0, left: 0, bottom: 0, right: 0 };
const A1_B2: Area = { top: 0, left: 0, bottom: 1, right: 1 };

function empty(): BookSheet {
  const book = Book.blank('表');
  book.addSheet('支出 表');
  return book.sheets[0] as BookSheet;
}

function refused(action: () => unknown): string {
  try {
    action();
  } catch (trouble) {
    if (trouble instanceof BookError) return trouble.code;
    throw trouble;
  }
  return 'not refused';
}

/** officejs.md §C: strings starting “=”, leading “'”, text format, dates; Microsoft support on what Excel recognises. */
describe('what is written becomes', () => {
  test.each<[Entry, string | number | boolean, string]>([
    ['文字', '文字', 'General'],
    ['1001', 1001, 'General'],
    ['00123', 123, 'General'],
    ['1,234.50', 1234.5, '#,##0'],
    ['-3', -3, 'General'],
    ['(5)', -5, 'General'],
    ['12.5%', 0.125, '0.00%'],
    ['1e3', 1000, 'General'],
    ['2023-12-31', 45291, 'yyyy/m/d'],
    ['2023年12月31日', 45291, 'yyyy"年"m"月"d"日"'],
    ['2023-13-31', '2023-13-31', 'General'],
    ['12:30', 12.5 / 24, 'h:mm'],
    ['true', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ["'=1+1", '=1+1', 'General'],
    ["'00123", '00123', 'General'],
    ['—', '—', 'General'],
    ['2080101 行政运行', '2080101 行政运行', 'General'],
    [0.1, 0.1, 'General'],
    ['', '', 'General'],
  ])('%j → %j, format %s', (entry, expected, format) => {
    const sheet = empty();
    sheet.put(0, 0, entry);
    expect(sheet.entry(0, 0)).toBe(expected);
    expect(sheet.style(0, 0).format).toBe(format);
  });

  test('itself, as a text, in a cell of format “@”, be it a code or what looks like a formula', () => {
    const sheet = empty();
    sheet.format(A1_B2, { format: '@' });
    sheet.write(A1_B2, [
      ['00123', '=1+1'],
      ['2023-12-31', '12%'],
    ]);
    const kinds = [...sheet.storedCells()].map(({ content }) => content);
    expect(kinds).toEqual(['00123', '=1+1', '2023-12-31', '12%'].map((value) => ({ kind: 'constant', value })));
  });

  test('a text behind an apostrophe, which is gone when it is read back and kept nowhere else (office-js#6687)', () => {
    const sheet = empty();
    sheet.put(0, 0, "'=AVERAGE(A2:A3)");
    expect([sheet.entry(0, 0), sheet.isMarkedText(0, 0)]).toEqual(['=AVERAGE(A2:A3)', true]);
    sheet.put(0, 0, sheet.entry(0, 0));
    expect(sheet.content(0, 0)?.kind).toBe('formula');
  });

  test('null leaves a cell as it is, an empty text clears it and keeps how it looks', () => {
    const sheet = empty();
    sheet.write(A1_B2, [
      [1, 2],
      ['三', '=A1'],
    ]);
    sheet.format(A1, { fill: '#FFFF00' });
    sheet.write(A1_B2, [
      ['', null],
      [null, null],
    ]);
    expect([sheet.entry(0, 0), sheet.entry(0, 1), sheet.entry(1, 0), sheet.entry(1, 1)]).toEqual(['', 2, '三', '=A1']);
    expect(sheet.style(0, 0).fill).toBe('#FFFF00');
  });
});

describe('a formula is given back as Excel shows it', () => {
  test.each([
    ["=sum('表'!a1:b2)", '=SUM(表!A1:B2)'],
    ["='支出 表'!A1", "='支出 表'!A1"],
    ['=if(true,"a1",b1)', '=IF(TRUE,"a1",B1)'],
    ["='表'!$A$1*-2%", '=表!$A$1*-2%'],
    ['=SUM(A:A)+SUM(3:4)', '=SUM(A:A)+SUM(3:4)'],
  ])('%s → %s', (written, shown) => {
    const sheet = empty();
    sheet.put(9, 9, written);
    expect(sheet.entry(9, 9)).toBe(shown);
  });
});

describe('nothing is written when', () => {
  test.each<[string, Entry]>([
    ['a formula has an open bracket', '=SUM(A1'],
    ['a formula has no operand', '=A1*'],
    ['a text in a formula is not closed', '="a'],
    ['a formula names a sheet that is not there', '=没有这张表!A1'],
    ['a formula is too long', `=${'1+'.repeat(4_096)}1`],
    ['a text is longer than a cell', '字'.repeat(32_768)],
    ['a number is none', Number.NaN],
    ['a number has no end', Number.POSITIVE_INFINITY],
  ])('%s', (_why, entry) => {
    const sheet = empty();
    sheet.put(0, 0, '旧');
    expect(
      refused(() =>
        sheet.write(A1_B2, [
          ['新', 1],
          [2, entry],
        ]),
      ),
    ).toBe('InvalidArgument');
    expect([sheet.entry(0, 0), sheet.entry(0, 1)]).toEqual(['旧', '']);
  });

  test('the matrix has another shape than the area', () => {
    expect(refused(() => empty().write(A1_B2, [[1, 2]]))).toBe('InvalidArgument');
    expect(refused(() => empty().write(A1_B2, [[1, 2], [3]]))).toBe('InvalidArgument');
  });

  test('the sheet is protected and the cell locked; an unlocked one takes it', () => {
    const sheet = empty();
    sheet.format(A1, { locked: false });
    sheet.protect({ password: null, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false });
    expect(refused(() => sheet.put(1, 1, 1))).toBe('AccessDenied');
    expect(refused(() => sheet.format(A1, { fill: '#000000' }))).toBe('AccessDenied');
    expect(refused(() => sheet.setColumnWidth(0, 0, 60))).toBe('AccessDenied');
    sheet.put(0, 0, 1);
    expect(sheet.entry(0, 0)).toBe(1);
  });
});

describe('merging', () => {
  test('keeps the first value in reading order and hides the others for good', () => {
    const sheet = empty();
    sheet.write(A1_B2, [
      ['', 2],
      [3, 4],
    ]);
    sheet.merge(A1_B2);
    sheet.unmerge(A1);
    expect([sheet.entry(0, 0), sheet.entry(0, 1), sheet.entry(1, 0), sheet.entry(1, 1)]).toEqual([2, '', '', '']);
  });

  test('a cell under a merge takes nothing, and a new merge takes the place of those it touches', () => {
    const sheet = empty();
    sheet.merge(A1_B2);
    sheet.write(A1_B2, [
      ['题', 'x'],
      ['y', 'z'],
    ]);
    sheet.merge({ top: 1, left: 1, bottom: 2, right: 2 });
    expect([sheet.entry(0, 0), sheet.entry(0, 1)]).toEqual(['题', '']);
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
  });

  test('across merges each row by itself', () => {
    const sheet = empty();
    sheet.merge(A1_B2, true);
    expect(sheet.merges).toEqual([
      { ...A1_B2, bottom: 0 },
      { ...A1_B2, top: 1 },
    ]);
  });
});

describe('how cells look', () => {
  test('patches lie over one another, each changing only what it names', () => {
    const sheet = empty();
    const line = { line: 'thin', color: '#000000' } as const;
    sheet.format({ top: 0, left: 0, bottom: 4, right: 4 }, { fill: '#EEEEEE', borders: { top: line, bottom: line } });
    sheet.format({ top: 2, left: 2, bottom: 6, right: 6 }, { font: { bold: true }, borders: { top: null } });
    const both = sheet.style(3, 3);
    expect([both.fill, both.font.bold, both.borders.top, both.borders.bottom]).toEqual(['#EEEEEE', true, null, line]);
    expect([sheet.style(0, 0).font.bold, sheet.style(6, 6).fill]).toEqual([false, null]);
  });

  test('equal looks are one object, on any sheet and in any order of patches', () => {
    const sheet = empty();
    sheet.format(A1, { fill: '#ffffff' });
    sheet.format(A1, { wrap: true });
    sheet.format({ ...A1, top: 5, bottom: 5 }, { wrap: true, fill: '#FFFFFF' });
    expect(sheet.style(0, 0)).toBe(sheet.style(5, 0));
  });

  test('a whole column looks so in cells still to be written; a row goes before it', () => {
    const sheet = empty();
    sheet.format({ top: 0, left: 1, bottom: 1_048_575, right: 1 }, { format: '@' });
    sheet.format({ top: 3, left: 0, bottom: 3, right: 16_383 }, { format: '0.00' });
    sheet.write({ top: 2, left: 1, bottom: 3, right: 1 }, [['00123'], ['00123']]);
    expect([sheet.entry(2, 1), sheet.entry(3, 1), sheet.text(3, 1)]).toEqual(['00123', 123, '123.00']);
  });

  test('clearing looks takes merges and validations along, clearing contents leaves them', () => {
    const sheet = empty();
    sheet.write(A1_B2, [
      [1, 2],
      [3, 4],
    ]);
    sheet.merge(A1_B2);
    sheet.format(A1_B2, { fill: '#FF0000' });
    sheet.clear(A1_B2, 'contents');
    expect([sheet.entry(0, 0), sheet.merges.length, sheet.style(1, 1).fill]).toEqual(['', 1, '#FF0000']);
    sheet.clear(A1_B2, 'formats');
    expect([sheet.merges.length, sheet.usedArea(false)]).toEqual([0, null]);
  });

  test('widths come back in whole pixels', () => {
    const sheet = empty();
    sheet.setColumnWidth(0, 0, 100);
    expect(sheet.columnWidth(0)).toBe(99.75);
    expect(sheet.columnWidth(1)).toBe(54);
    expect(sheet.leftOf(2)).toBe(153.75);
  });
});

test('the used area counts cells that only look different, unless values alone are asked for', () => {
  const sheet = empty();
  sheet.put(2, 3, 'x');
  sheet.format({ top: 9, left: 9, bottom: 9, right: 9 }, { fill: '#FF0000' });
  expect(sheet.usedArea(true)).toEqual({ top: 2, left: 3, bottom: 2, right: 3 });
  expect(sheet.usedArea(false)).toEqual({ top: 2, left: 3, bottom: 9, right: 9 });
  expect(Book.blank().activeSheet.usedArea(false)).toBeNull();
});

test('copying moves references that are not fixed, and takes values or looks alone', () => {
  const sheet = empty();
  sheet.write({ top: 0, left: 0, bottom: 0, right: 2 }, [[2, '=A1*$A$1+A$1', '=支出!A1'.replace('支出', "'支出 表'")]]);
  sheet.format(A1, { fill: '#00FF00' });
  sheet.copyFrom(sheet, { top: 0, left: 0, bottom: 0, right: 2 }, 2, 1, 'all');
  expect([sheet.entry(2, 1), sheet.entry(2, 2), sheet.entry(2, 3)]).toEqual([2, '=B3*$A$1+B$1', "='支出 表'!B3"]);
  expect(sheet.style(2, 1).fill).toBe('#00FF00');
  sheet.copyFrom(sheet, { top: 0, left: 1, bottom: 0, right: 1 }, 5, 0, 'values');
  expect(sheet.content(5, 0)).toEqual({ kind: 'constant', value: 6 });
});

test('a validation takes the cells it is given from those that had another', () => {
  const sheet = empty();
  const rule = (words: string): Parameters<BookSheet['setValidation']>[1] => ({
    type: 'list',
    operator: 'between',
    formula1: words,
    formula2: '',
    allowBlank: true,
    inCellDropDown: true,
    prompt: { show: true, title: '', message: '' },
    error: { show: true, style: 'stop', title: '', message: '请从列表里选。' },
  });
  sheet.setValidation([{ top: 0, left: 0, bottom: 9, right: 0 }], rule('是,否'));
  sheet.setValidation([{ top: 4, left: 0, bottom: 4, right: 0 }], rule('甲,乙'));
  expect([3, 4, 5].map((row) => sheet.validationAt(row, 0)?.formula1)).toEqual(['是,否', '甲,乙', '是,否']);
  sheet.setValidation([{ top: 0, left: 0, bottom: 9, right: 0 }], null);
  expect(sheet.validations).toEqual([]);
});

test('changes of contents are told, changes of looks are not', () => {
  const sheet = empty();
  const book = Book.blank('表');
  const told: unknown[] = [];
  const stop = book.onContentChange(({ sheet: one, area }) => told.push([one.name, area]));
  book.activeSheet.put(0, 0, 1);
  book.activeSheet.format(A1, { wrap: true });
  stop();
  book.activeSheet.put(0, 0, 2);
  expect(told).toEqual([['表', A1]]);
  expect(sheet.entry(0, 0)).toBe('');
});
