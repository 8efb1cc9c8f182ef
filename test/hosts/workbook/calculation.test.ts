import { Decimal } from '../../../src/model/decimal';
import type { CellValue } from '../../../src/model/grid';
import { area, call, cell, negate, number, operation, text } from '../../../src/sheet/formula';
import type { Formula } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { Book } from './book';
import { NotCalculable, StaleValue } from './problem';

const SOURCE = "支出 '23";

/** A book with a source sheet of four rows (code, name, amount) and an empty sheet 《表》. */
function small(): Book {
  const book = Book.blank('表');
  const source = book.addSheet(SOURCE);
  source.format({ top: 0, left: 0, bottom: 3, right: 0 }, { format: '@' });
  source.write({ top: 0, left: 0, bottom: 3, right: 2 }, [
    ['2080101', '行政运行', 10.005],
    ['2080102', '一般行政管理事务', -2.5],
    ['2080199', '', '—'],
    ['00123', '行政运行', 30],
  ]);
  return book;
}

/** What a formula in B2 of 《表》 gives. */
function given(formula: Formula | string, book = small()): CellValue {
  const sheet = book.sheets[0];
  if (!sheet) throw new Error('no sheet');
  sheet.put(1, 1, `=${typeof formula === 'string' ? formula : printFormula(formula)}`);
  return sheet.value(1, 1);
}

const n = (digits: string): Formula => number(Decimal.of(digits));
const at = (row: number, column: number): Formula => cell({ sheet: SOURCE, row, column });
const column = (index: number): Formula => area(SOURCE, { top: 0, left: index, bottom: 3, right: index });

describe('the functions our sheets use give what Excel gives', () => {
  test.each<[string, Formula, CellValue]>([
    ['ABS', call('ABS', at(1, 2)), 2.5],
    ['AND', call('AND', operation('>', at(0, 2), n('10')), operation('<', at(1, 2), n('0'))), true],
    ['COUNTIF', call('COUNTIF', column(1), text('行政运行')), 2],
    ['COUNTIF of numbers above', call('COUNTIF', column(2), text('>5')), 2],
    ['COUNTIFS', call('COUNTIFS', column(1), text('行政运行'), column(2), text('>20')), 1],
    ['HYPERLINK shows its second argument', call('HYPERLINK', text("#'表'!A1"), text('去看')), '去看'],
    ['HYPERLINK keeps a number a number', call('HYPERLINK', text('#A1'), operation('+', at(3, 2), n('1'))), 31],
    ['IF', call('IF', operation('=', at(2, 1), text('')), text('空'), text('有')), '空'],
    ['ISNUMBER of a dash', call('ISNUMBER', at(2, 2)), false],
    ['ISNUMBER of an amount', call('ISNUMBER', at(3, 2)), true],
    ['LEN counts UTF-16 units', call('LEN', text('民政𠀀')), 4],
    ['MAX leaves texts out', call('MAX', column(2)), 30],
    ['MIN', call('MIN', column(2)), -2.5],
    ['N of a text', call('N', at(2, 2)), 0],
    ['OR', call('OR', operation('=', at(0, 2), n('1')), operation('<>', at(1, 2), n('0'))), true],
    ['ROUND half away from zero, binary ties as seen', call('ROUND', n('1.005'), n('2')), 1.01],
    ['ROUND of a negative half', call('ROUND', n('-2.5'), n('0')), -3],
    ['ROUND of a cell', call('ROUND', at(0, 2), n('2')), 10.01],
    ['ROUNDDOWN', call('ROUNDDOWN', negate(n('2.999')), n('2')), -2.99],
    ['ROUNDUP', call('ROUNDUP', negate(n('1.21')), n('1')), -1.3],
    ['SUBSTITUTE and VALUE', call('VALUE', call('SUBSTITUTE', text('1,234.50元'), text('元'), text(''))), 1234.5],
    ['SUM leaves texts out', call('SUM', column(2)), 37.505],
    ['cells far outside the sheet are blank', operation('+', at(900, 90), n('1')), 1],
    ['SUMIF', call('SUMIF', column(1), text('行政运行'), column(2)), 40.005],
    ['SUMIF by a code that is a text', call('SUMIF', column(0), text('2080102'), column(2)), -2.5],
    ['TEXT of an amount', call('TEXT', n('1234.5'), text('#,##0.00')), '1,234.50'],
    ['TEXT of a share', call('TEXT', n('0.98765'), text('0.00%')), '98.77%'],
    [
      'a text that joins',
      operation('&', text('共'), operation('&', call('TEXT', at(3, 2), text('0')), text('万元'))),
      '共30万元',
    ],
    ['comparison knows no letter case', operation('=', text('a'), text('A')), true],
    ['a sum that is equal in 15 digits', operation('=', operation('+', n('0.1'), n('0.2')), n('0.3')), true],
  ])('%s', (_name, formula, expected) => {
    expect(given(formula)).toEqual(expected);
  });
});

test('whole columns and rows', () => {
  expect(given("SUM('支出 ''23'!C:C)+COUNTIF('支出 ''23'!$B:$B,\"行政运行\")+SUM('支出 ''23'!4:5)")).toBe(
    37.505 + 2 + 30,
  );
});

test('a name of the workbook stands for what it refers to', () => {
  const book = small();
  book.setDefinedName({
    name: '合计',
    sheet: null,
    refersTo: "=SUM('支出 ''23'!$C$1:$C$4)",
    hidden: false,
    comment: '',
  });
  expect(given('合计*2', book)).toBe(75.01);
});

describe('errors are values', () => {
  test.each([
    ['1/0', '#DIV/0!'],
    ['SUM(B1,1/0)', '#DIV/0!'],
    ['VALUE("一百")', '#VALUE!'],
    ['NOSUCH(1)', '#NAME?'],
    ['未定义', '#NAME?'],
    ["SUM('支出 ''23'!Z99:Z100)/'支出 ''23'!Z1", '#DIV/0!'],
  ])('=%s gives %s', (formula, error) => {
    expect(given(formula)).toEqual({ error });
  });

  test('a reference to a deleted sheet is #REF! and stays it when a sheet of that name comes back', () => {
    const book = small();
    expect(given(at(3, 2), book)).toBe(30);
    book.deleteSheet(book.sheet(SOURCE)?.id as string);
    book.addSheet(SOURCE).put(3, 2, 99);
    const sheet = book.sheet('表');
    expect(sheet?.entry(1, 1)).toBe('=#REF!C4');
    expect(sheet?.value(1, 1)).toEqual({ error: '#REF!' });
  });
});

describe('what cannot be worked out as Excel would throws', () => {
  test.each(['INDIRECT("A1")', 'B2+1', 'A1:A3', 'TODAY()', '1/3&""', '"共"&1E15', 'COUNTIF(C1:C9,"2080*")'])(
    '=%s',
    (formula) => {
      expect(() => given(formula)).toThrow(NotCalculable);
    },
  );

  test('a circle over three sheets, and what reads it', () => {
    const book = small();
    const [first, second] = book.sheets;
    first?.put(0, 0, `='支出 ''23'!E1`);
    second?.put(0, 4, '=F1+1');
    second?.put(0, 5, '=表!A1');
    first?.put(5, 5, '=A1*2');
    expect(() => first?.value(0, 0)).toThrow('reads itself');
    expect(() => first?.value(5, 5)).toThrow(NotCalculable);
  });
});

describe('a value is as old as the calculation', () => {
  test('automatic: a change is seen at the next reading, through other sheets', () => {
    const book = small();
    given(operation('*', at(3, 2), n('2')), book);
    book.sheet(SOURCE)?.put(3, 2, 50);
    expect(book.sheet('表')?.value(1, 1)).toBe(100);
  });

  test('manual: the old value until it is calculated, and none for a formula that is new', () => {
    const book = small();
    const sheet = book.sheet('表');
    given(at(3, 2), book);
    book.setCalculationMode('manual');
    book.sheet(SOURCE)?.put(3, 2, 50);
    sheet?.put(0, 0, '=B2+1');
    expect(sheet?.value(1, 1)).toBe(30);
    expect(() => sheet?.value(0, 0)).toThrow(StaleValue);
    book.calculate();
    expect([sheet?.value(1, 1), sheet?.value(0, 0)]).toEqual([50, 51]);
  });

  test('suspended: the old value, also under a new name of the sheet, until calculation resumes', () => {
    const book = small();
    given(at(3, 2), book);
    book.suspendCalculation(true);
    book.sheet(SOURCE)?.put(3, 2, 50);
    book.renameSheet(book.sheet(SOURCE)?.id as string, '另一个名称');
    expect(book.sheet('表')?.value(1, 1)).toBe(30);
    book.suspendCalculation(false);
    expect(book.sheet('表')?.value(1, 1)).toBe(50);
  });
});

test('ten thousand formulas, each resting on the one before and on a sum of another sheet', () => {
  const book = small();
  const sheet = book.sheets[0];
  sheet?.write({ top: 0, left: 0, bottom: 0, right: 0 }, [[0]]);
  const formulas = Array.from({ length: 10_000 }, (_, index) => [`=ROUND(A${index + 1}+SUM('支出 ''23'!C1:C4)/C1,2)`]);
  sheet?.put(0, 2, 1);
  sheet?.write(
    { top: 1, left: 0, bottom: 10_000, right: 0 },
    formulas.map(([one]) => [(one as string).replace('/C1', '')]),
  );
  const from = performance.now();
  expect(sheet?.value(10_000, 0)).toBeCloseTo(375_100, 0);
  process.stdout.write(`10,000 formulas: ${Math.round(performance.now() - from)} ms\n`);
});
