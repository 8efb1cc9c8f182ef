import fc from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import type { Form } from '../../../src/narrative/forms';
import { printed, printedFormula, rounded, roundedFormula } from '../../../src/narrative/forms';
import { cell } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';

describe('a figure in a sentence', () => {
  it.each<[string, Form, string]>([
    ['179178400', '万元', '17917.84'],
    ['3786000', '万元', '378.60'],
    ['10050', '万元', '1.01'],
    ['100750', '万元', '10.08'],
    ['-25000', '万元', '-2.50'],
    ['-24950', '万元', '-2.50'],
    ['49', '万元', '0.00'],
    ['-49', '万元', '0.00'],
    ['0.163634', '百分比', '16.36%'],
    ['1', '百分比', '100.00%'],
    ['0.000045', '百分比', '0.00%'],
    ['0.00005', '百分比', '0.01%'],
    ['0.0125', '百分点', '1.25'],
    ['6462', '个数', '6462'],
    ['2.5', '个数', '3'],
    ['25.52', '原数', '25.52'],
    ['22841', '原数', '22841'],
    ['0.3000000000004', '原数', '0.3'],
    ['99.806', '分', '99.81'],
  ])('%s as %s is %s', (value, form, text) => {
    expect(printed(Decimal.of(value), form)).toBe(text);
  });

  it('has no thousands separator, as published reports write amounts', () => {
    expect(printed(Decimal.of('123456789012'), '万元')).toBe('12345678.90');
  });

  it('is the same text as the number its sign is taken from', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom<Form>('万元', '分', '原数'),
        (n, form) => {
          const value = Decimal.of(n.toString()).shift(-3);
          expect(Decimal.of(printed(value, form)).equals(rounded(value, form))).toBe(true);
        },
      ),
    );
  });
});

/** A cell that holds the figure. */
const HELD = cell({ sheet: '表', row: 2, column: 1 });

describe('its formula', () => {
  it.each<[Form, string]>([
    ['万元', `TEXT(ROUND(ROUND('表'!B3,9),2),"0.00")`],
    ['百分比', `TEXT(ROUND(ROUND('表'!B3*100,9),2),"0.00")&"%"`],
    ['个数', `TEXT(ROUND(ROUND('表'!B3,9),0),"0")`],
    ['原数', `ROUND('表'!B3,9)&""`],
  ])('of %s', (form, formula) => {
    expect(printFormula(printedFormula(HELD, form))).toBe(formula);
  });

  it('rounds the sign as it rounds the figure', () => {
    expect(printFormula(roundedFormula(HELD, '万元'))).toBe(`ROUND(ROUND('表'!B3,9),2)`);
  });
});
