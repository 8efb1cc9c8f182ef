import { Book } from './book';
import type { BookErrorCode } from './problem';
import { BookError } from './problem';
import type { BookSheet } from './sheet';
import type { Chart } from './structure';

function refused(action: () => unknown): BookErrorCode | 'not refused' {
  try {
    action();
  } catch (trouble) {
    if (trouble instanceof BookError) return trouble.code;
    throw trouble;
  }
  return 'not refused';
}

function sheet(book: Book, name: string): BookSheet {
  const found = book.sheet(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const names = (book: Book): string[] => book.sheets.map((one) => one.name);

const CHART: Omit<Chart, 'id'> = {
  name: '图表 1',
  type: 'columnClustered',
  title: '收支',
  categoryTitle: null,
  valueTitle: '万元',
  legend: 'bottom',
  series: [
    { name: { reference: '支出!$B$1' }, values: '支出!$B$2:$B$3', categories: '支出!$A$2:$A$3', color: '#4472C4' },
  ],
  from: { row: 0, column: 0, down: 0, right: 0 },
  to: { row: 10, column: 5, down: 0, right: 0 },
};

describe('the name of a sheet', () => {
  test.each(['', '  ', '一'.repeat(32), 'a/b', 'a\\b', 'a?b', 'a*b', 'a[b', 'a]b', 'a:b', "'a", "a'", 'History'])(
    'is refused when it is “%s”',
    (name) => {
      const book = Book.blank('表');
      expect(refused(() => book.addSheet(name))).toBe('InvalidArgument');
      expect(names(book)).toEqual(['表']);
    },
  );

  test('is taken in any letter case, but may change its own', () => {
    const book = Book.blank('Total');
    expect(refused(() => book.addSheet('TOTAL'))).toBe('ItemAlreadyExists');
    book.renameSheet(sheet(book, 'total').id, 'TOTAL');
    expect(names(book)).toEqual(['TOTAL']);
  });
});

describe('renaming a sheet', () => {
  test('rewrites formulas, names, charts and validations, quoted only where it must be', () => {
    const book = Book.blank('支出');
    const other = book.addSheet('汇总');
    other.put(0, 0, `=SUM('支出'!A1:B2)+支出!$C$3&"支出!A1"`);
    other.addChart(CHART);
    book.setDefinedName({ name: '总额', sheet: null, refersTo: '=支出!$B$9', hidden: false, comment: '' });
    book.renameSheet(sheet(book, '支出').id, "23年 支出's");
    expect(other.entry(0, 0)).toBe(`=SUM('23年 支出''s'!A1:B2)+'23年 支出''s'!$C$3&"支出!A1"`);
    expect(other.charts[0]?.series[0]?.values).toBe("'23年 支出''s'!$B$2:$B$3");
    expect(book.definedNames[0]?.refersTo).toBe("='23年 支出''s'!$B$9");
  });

  test('leaves a sheet alone whose name only begins alike', () => {
    const book = Book.blank('支出');
    book.addSheet('支出表');
    book.addSheet('汇总').put(0, 0, '=支出表!A1');
    book.renameSheet(sheet(book, '支出').id, '收入');
    expect(sheet(book, '汇总').entry(0, 0)).toBe('=支出表!A1');
  });
});

describe('deleting a sheet', () => {
  test('turns every reference to it into #REF! and brings the next sheet to the front', () => {
    const book = Book.blank('支出');
    const other = book.addSheet('汇总');
    other.put(0, 0, "=SUM('支出'!A1:B2)");
    other.addChart(CHART);
    book.deleteSheet(sheet(book, '支出').id);
    expect(other.entry(0, 0)).toBe('=SUM(#REF!A1:B2)');
    expect(other.value(0, 0)).toEqual({ error: '#REF!' });
    expect(other.charts[0]?.series[0]?.values).toBe('#REF!$B$2:$B$3');
    expect(book.activeSheet.name).toBe('汇总');
  });

  test('is refused for the last sheet that can be seen, as hiding it is', () => {
    const book = Book.blank('表');
    book.setVisibility(book.addSheet('隐藏的').id, 'veryHidden');
    expect(refused(() => book.deleteSheet(sheet(book, '表').id))).toBe('InvalidOperation');
    expect(refused(() => book.setVisibility(sheet(book, '表').id, 'hidden'))).toBe('InvalidOperation');
    expect(refused(() => book.activate(sheet(book, '隐藏的').id))).toBe('InvalidOperation');
    expect(refused(() => book.deleteSheet('{nobody}'))).toBe('ItemNotFound');
  });
});

test('sheets move, and are copied with what they hold', () => {
  const book = Book.blank('甲');
  book.addSheet('乙').put(0, 0, '=甲!A1+A2');
  book.addSheet('丙');
  book.moveSheet(sheet(book, '丙').id, 0);
  expect(names(book)).toEqual(['丙', '甲', '乙']);
  const copy = book.copySheet(sheet(book, '乙').id);
  copy.put(1, 0, 5);
  expect(names(book)).toEqual(['丙', '甲', '乙', '乙 (2)']);
  expect([copy.value(0, 0), sheet(book, '乙').value(0, 0)]).toEqual([5, 0]);
});

test('a protected structure refuses whatever changes the tabs; cells can still be written', () => {
  const book = Book.blank('表');
  book.addSheet('二');
  book.protect('口令');
  const { id } = sheet(book, '表');
  const actions = [
    () => book.addSheet('三'),
    () => book.renameSheet(id, '三'),
    () => book.deleteSheet(id),
    () => book.moveSheet(id, 1),
    () => book.setVisibility(id, 'hidden'),
    () => book.copySheet(id),
  ];
  expect(actions.map(refused)).toEqual(actions.map(() => 'AccessDenied'));
  sheet(book, '表').put(0, 0, 1);
  expect(refused(() => book.unprotect('别的'))).toBe('InvalidArgument');
  book.unprotect('口令');
  expect(refused(() => book.addSheet('三'))).toBe('not refused');
});

describe('a clone', () => {
  test('shares nothing that one of the two changes', () => {
    const book = Book.blank('表');
    const before = sheet(book, '表');
    before.write({ top: 0, left: 0, bottom: 0, right: 1 }, [[1, '=A1*2']]);
    const copy = book.clone();
    const after = sheet(copy, '表');
    after.put(0, 0, 10);
    after.setColumnWidth(0, 0, 90);
    after.setNote(0, 0, { author: '甲', text: '注' });
    after.merge({ top: 3, left: 0, bottom: 3, right: 2 });
    copy.setSetting('k', 1);
    copy.addSheet('新');
    before.put(0, 1, '=A1*3');
    expect([before.value(0, 1), after.value(0, 1)]).toEqual([3, 20]);
    expect([before.columnWidth(0), before.notes().length, before.merges.length]).toEqual([54, 0, 0]);
    expect([names(book), book.settingKeys]).toEqual([['表'], []]);
  });

  test('puts a book back, sheets by the same ids', () => {
    const book = Book.blank('表');
    const { id } = sheet(book, '表');
    const kept = book.clone();
    sheet(book, '表').put(0, 0, 'x');
    book.renameSheet(id, '改名');
    book.restore(kept);
    expect(book.sheetById(id)?.name).toBe('表');
    expect(book.sheetById(id)?.entry(0, 0)).toBe('');
  });

  test('of sixty thousand cells costs no more than a few hundred of them', () => {
    const book = Book.blank('表');
    const bottom = 5_999;
    const rows = Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: 10 }, (_cell, column) => row * column),
    );
    sheet(book, '表').write({ top: 0, left: 0, bottom, right: 9 }, rows);
    const copies = Array.from({ length: 1_000 }, () => book.clone());
    copies.forEach((copy, index) => sheet(copy, '表').put(index, 0, 'x'));
    expect(copies.filter((copy) => sheet(copy, '表').entry(7, 0) === 'x')).toHaveLength(1);
  });
});
