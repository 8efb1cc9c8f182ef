import fc from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import type { AmountUnit } from '../../../src/model/unit';
import { fromYuan, powerOfUnit, toYuan } from '../../../src/model/unit';

test('万元 is 10^4 元, 亿元 is 10^8 元', () => {
  expect((['元', '万元', '亿元'] as const).map(powerOfUnit)).toEqual([0, 4, 8]);
});

test.each([
  ['17917.84', '万元', '179178400'],
  ['179178400.00', '元', '179178400'],
  ['1.791784', '亿元', '179178400'],
  ['0.01', '万元', '100'],
  ['-0.0001', '万元', '-1'],
  ['0', '亿元', '0'],
] as const)('%s %s are %s 元', (amount, unit, yuan) => {
  expect(toYuan(Decimal.of(amount), unit).toString()).toBe(yuan);
  expect(fromYuan(Decimal.of(yuan), unit).equals(Decimal.of(amount))).toBe(true);
});

test('changing the unit and back loses nothing', () => {
  const amount = fc.tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.integer({ min: -6, max: 2 }));
  fc.assert(
    fc.property(amount, fc.constantFrom<AmountUnit>('元', '万元', '亿元'), ([digits, power], unit) => {
      const written = Decimal.of(digits.toString()).shift(power);
      return (
        fromYuan(toYuan(written, unit), unit).equals(written) && toYuan(fromYuan(written, unit), unit).equals(written)
      );
    }),
  );
});
