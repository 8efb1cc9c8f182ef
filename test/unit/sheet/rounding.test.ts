import fc from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import { exactNumber } from '../../../src/rubric/exact-formula';
import { cell, number } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { numberWithoutTail, roundFormula, roundNumber, withoutTail } from '../../../src/sheet/rounding';

const HELD = cell({ sheet: '表', row: 6, column: 3 });

describe('rounding in a sheet', () => {
  it('first cuts off the tail of a binary fraction', () => {
    expect(printFormula(roundFormula(HELD, 2))).toBe("ROUND(ROUND('表'!D7,9),2)");
    expect(printFormula(withoutTail(HELD))).toBe("ROUND('表'!D7,9)");
  });

  it('leaves a plain number as it is for comparing: it has no tail', () => {
    expect(printFormula(withoutTail(number(Decimal.of('0.95'))))).toBe('0.95');
  });

  it.each([
    ['1.00499999999999989', 2, '1.01'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['0.96193750000000001', 4, '0.9619'],
    ['1.004', 2, '1'],
  ])('of %s to %d decimals is %s', (value, decimals, rounded) => {
    expect(roundNumber(Decimal.of(value), decimals).toString()).toBe(rounded);
  });

  it('gives in a cell what it gives of the known number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const value = Decimal.of(n.toString()).shift(-12);
        expect(exactNumber(roundFormula(number(value), decimals)).equals(roundNumber(value, decimals))).toBe(true);
        expect(numberWithoutTail(value).minus(value).abs().compare(Decimal.of('0.0000000005'))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
