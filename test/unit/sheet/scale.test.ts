import { Decimal } from '../../../src/model/decimal';
import { cell, number } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { scaledFormula } from '../../../src/sheet/scale';

const HELD = cell({ sheet: '表', row: 6, column: 3 });

describe('a formula times a power of ten', () => {
  it.each([
    [4, "'表'!D7*10000"],
    [-4, "'表'!D7/10000"],
    [-2, "'表'!D7/100"],
    [0, "'表'!D7"],
  ])('of %d is %s', (power, formula) => {
    expect(printFormula(scaledFormula(HELD, power))).toBe(formula);
  });

  it('is worked out for a plain number', () => {
    expect(printFormula(scaledFormula(number(Decimal.of('500000')), -4))).toBe('50');
  });
});
