import fc from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import type { Formula, SheetOperator } from '../../../src/sheet/formula';
import { area, call, cell, negate, number, operation, text } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';

const amount = (value: number | string): Formula => number(Decimal.of(value));
const at = (row: number, column = 0): Formula => cell({ sheet: '支出决算表', row, column });
const [A1, A2, A3] = [at(0), at(1), at(2)];

describe('brackets', () => {
  test.each<[string, Formula]>([
    ["'支出决算表'!A1-'支出决算表'!A2-'支出决算表'!A3", operation('-', operation('-', A1, A2), A3)],
    ["'支出决算表'!A1-('支出决算表'!A2-'支出决算表'!A3)", operation('-', A1, operation('-', A2, A3))],
    ["'支出决算表'!A1-('支出决算表'!A2+'支出决算表'!A3)", operation('-', A1, operation('+', A2, A3))],
    ["'支出决算表'!A1+'支出决算表'!A2-'支出决算表'!A3", operation('+', A1, operation('-', A2, A3))],
    ["('支出决算表'!A1+'支出决算表'!A2)*'支出决算表'!A3", operation('*', operation('+', A1, A2), A3)],
    ["'支出决算表'!A1/('支出决算表'!A2*'支出决算表'!A3)", operation('/', A1, operation('*', A2, A3))],
    ["-('支出决算表'!A1-'支出决算表'!A2)", negate(operation('-', A1, A2))],
    ["-(-'支出决算表'!A1)", negate(negate(A1))],
    [
      "ABS('支出决算表'!A1-'支出决算表'!A2)<=0.01",
      operation('<=', call('ABS', operation('-', A1, A2)), amount('0.01')),
    ],
    [
      "('支出决算表'!A1='支出决算表'!A2)=('支出决算表'!A2='支出决算表'!A3)",
      operation('=', operation('=', A1, A2), operation('=', A2, A3)),
    ],
    ['"共"&(1>2)', operation('&', text('共'), operation('>', amount(1), amount(2)))],
    ['"共"&1+2', operation('&', text('共'), operation('+', amount(1), amount(2)))],
  ])('%s', (printed, formula) => expect(printFormula(formula)).toBe(printed));
});

describe('negative numbers', () => {
  test.each<[string, Formula]>([
    ['-5', amount(-5)],
    ['-(-5)', negate(amount(-5))],
    ['1--5', operation('-', amount(1), amount(-5))],
    ['-5*2', operation('*', amount(-5), amount(2))],
    ['IF(-0.5<0,-0.5,0)', call('IF', operation('<', amount('-0.5'), amount(0)), amount('-0.5'), amount(0))],
  ])('%s', (printed, formula) => expect(printFormula(formula)).toBe(printed));

  it('and very large or small ones are written without exponent', () => {
    expect(printFormula(amount('-0.00000012'))).toBe('-0.00000012');
    expect(printFormula(amount('1.5e21'))).toBe('1500000000000000000000');
  });
});

describe('sheet names', () => {
  test.each([
    ['支出决算表', "'支出决算表'!B3"],
    ["It's 总表", "'It''s 总表'!B3"],
    ["'", "''''!B3"],
    ['表"1"', '\'表"1"\'!B3'],
    ['表!A1+1', "'表!A1+1'!B3"],
  ])('%s is quoted', (sheet, printed) => {
    expect(printFormula(cell({ sheet, row: 2, column: 1 }))).toBe(printed);
    expect(printFormula(area(sheet, { top: 2, left: 1, bottom: 4, right: 27 }))).toBe(`${printed}:AB5`);
  });
});

describe('texts', () => {
  it('double their quotes, so that none of them ends the text', () => {
    expect(printFormula(text('“三公”经费"含"购车'))).toBe('"“三公”经费""含""购车"');
    expect(printFormula(text('"&HYPERLINK("http://x")&"'))).toBe('"""&HYPERLINK(""http://x"")&"""');
    expect(printFormula(text(''))).toBe('""');
  });

  it('of 255 characters are one text, of 256 two', () => {
    expect(printFormula(text('款'.repeat(255)))).toBe(`"${'款'.repeat(255)}"`);
    expect(printFormula(text('款'.repeat(256)))).toBe(`"${'款'.repeat(255)}"&"款"`);
  });

  it('are never parted inside a character of two halves', () => {
    expect(printFormula(text(`${'款'.repeat(254)}𠮷野`))).toBe(`"${'款'.repeat(254)}"&"𠮷野"`);
  });

  it('of several parts hold together in what is around them', () => {
    const long = '款'.repeat(256);
    const inside = operation('=', A1, text(long));
    expect(printFormula(inside)).toBe(`'支出决算表'!A1="${'款'.repeat(255)}"&"款"`);
    expect(printFormula(operation('+', text(long), amount(1)))).toBe(`("${'款'.repeat(255)}"&"款")+1`);
  });

  it('come back whole from their parts, whatever they hold', () => {
    const any = fc.string({ unit: fc.constantFrom('款', '"', '""', '𠮷', '😀', '&', "'", '\n', '项'), maxLength: 900 });
    fc.assert(
      fc.property(any, (content) => {
        const parts = [...printFormula(text(content)).matchAll(/"((?:[^"]|"")*)"(?:&|$)/g)].map(([, part]) =>
          (part as string).replaceAll('""', '"'),
        );
        expect(parts.join('')).toBe(content);
        expect(parts.every((part) => part.length <= 255 && !/[\ud800-\udbff]$/.test(part))).toBe(true);
      }),
    );
  });
});

describe('any formula', () => {
  const leaf = fc.integer({ min: -9, max: 9 }).map(amount);
  const operators = fc.constantFrom<SheetOperator>('+', '-', '*');
  const tree = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 5 },
      leaf,
      tie('formula').map(negate),
      fc.tuple(operators, tie('formula'), tie('formula')).map((parts) => operation(...parts)),
    ),
  })).formula;

  it('means what its tree means when it is read by the rules of spreadsheets', () => {
    fc.assert(fc.property(tree, (formula) => expect(calculated(printFormula(formula))).toBe(valueOf(formula))));
  });
});

/** What the tree stands for, in whole numbers. */
function valueOf(formula: Formula): number {
  switch (formula.type) {
    case 'number':
      return Number(formula.value.toString());
    case 'negate':
      return 0 - valueOf(formula.operand);
    case 'operation': {
      const [left, right] = [valueOf(formula.left), valueOf(formula.right)];
      return formula.operator === '+' ? left + right : formula.operator === '-' ? left - right : left * right + 0;
    }
    default:
      throw new Error(`no ${formula.type} in this test`);
  }
}

/** Calculates + − × and brackets; a sign binds strongest, as in Excel. */
function calculated(printed: string): number {
  let at = 0;
  const take = (sign: string): boolean => printed[at] === sign && ++at > 0;
  const factor = (): number => {
    if (take('-')) return 0 - factor();
    if (take('(')) {
      const inside = terms();
      expect(take(')')).toBe(true);
      return inside;
    }
    const digits = /^\d+/.exec(printed.slice(at))?.[0] ?? '';
    at += digits.length;
    return Number(digits);
  };
  const product = (): number => {
    let value = factor();
    while (take('*')) value = value * factor() + 0;
    return value;
  };
  const terms = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  const value = terms();
  expect(at).toBe(printed.length);
  return value;
}
