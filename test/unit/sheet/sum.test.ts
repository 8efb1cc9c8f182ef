import { Decimal } from '../../../src/model/decimal';
import type { Formula } from '../../../src/sheet/formula';
import { cell, number, operation } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { sumOf } from '../../../src/sheet/sum';

const at = (row: number, column = 1, sheet = '取数'): Formula => cell({ sheet, row: row - 1, column });
const printed = (...terms: Formula[]): string => printFormula(sumOf(terms));

/** Cells of column B in these rows. */
const rows = (...numbers: number[]): Formula[] => numbers.map((row) => at(row));

describe('a sum', () => {
  it('of no term is 0, of one term the term itself', () => {
    expect(printed()).toBe('0');
    expect(printed(at(7))).toBe("'取数'!B7");
  });

  it.each([
    ['two cells below one another', rows(3, 4), "SUM('取数'!B3,'取数'!B4)"],
    ['three', rows(3, 4, 5), "SUM('取数'!B3:B5)"],
    ['two runs', rows(3, 4, 5, 9, 10, 11, 12), "SUM('取数'!B3:B5,'取数'!B9:B12)"],
    ['a run with single cells around it', rows(1, 3, 4, 5, 8), "SUM('取数'!B1,'取数'!B3:B5,'取数'!B8)"],
    ['cells upwards', rows(5, 4, 3), "SUM('取数'!B5,'取数'!B4,'取数'!B3)"],
    ['one cell three times', rows(3, 3, 3), "SUM('取数'!B3,'取数'!B3,'取数'!B3)"],
    ['cells side by side', [at(3, 1), at(3, 2), at(3, 3)], "SUM('取数'!B3,'取数'!C3,'取数'!D3)"],
    ['a run that goes on in another column', [...rows(3, 4), at(5, 2)], "SUM('取数'!B3,'取数'!B4,'取数'!C5)"],
    ['a run that goes on in another sheet', [...rows(3, 4), at(5, 1, '他表')], "SUM('取数'!B3,'取数'!B4,'他表'!B5)"],
  ])('of %s', (_, terms, formula) => expect(printed(...terms)).toBe(formula));

  it('keeps what is no cell as it stands', () => {
    const inWan = operation('/', at(9), number(Decimal.of(10000)));
    expect(printed(...rows(1, 2, 3), inWan)).toBe("SUM('取数'!B1:B3,'取数'!B9/10000)");
  });
});

describe('a sum of more terms than a function takes', () => {
  /** Every other row, so that none of them becomes an area. */
  const apart = (count: number): Formula[] => rows(...Array.from({ length: count }, (_, index) => 2 * index + 1));

  it('stays one SUM up to 255', () => {
    expect(printed(...apart(255)).match(/SUM/g)).toHaveLength(1);
  });

  it.each([256, 65_026])('is nested: %d terms', (count) => {
    const formula = sumOf(apart(count));
    expect(mostArguments(formula)).toBeLessThanOrEqual(255);
    expect(cellRows(formula)).toEqual(cellRows({ type: 'call', name: 'SUM', args: apart(count) }));
  });
});

function mostArguments(formula: Formula): number {
  return formula.type === 'call' ? Math.max(formula.args.length, ...formula.args.map(mostArguments)) : 0;
}

/** Rows of the cells added up, in order. */
function cellRows(formula: Formula): number[] {
  if (formula.type === 'cell') return [formula.place.row];
  return formula.type === 'call' ? formula.args.flatMap(cellRows) : [];
}
