import fc from 'fast-check';
import { Decimal, sum } from '../../../src/model/decimal';

/** An exact decimal as an integer number of 10^-scale. */
const SCALE = 6;

const scaled = fc.oneof(
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }).map((n) => n * 10n ** 4n),
);

/** The integer as plain digits with SCALE decimals. */
function digits(value: bigint, scale = SCALE): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  return `${sign}${text.slice(0, text.length - scale)}.${text.slice(text.length - scale)}`;
}

function trimmed(text: string): string {
  return text.replace(/\.?0+$/, '').replace(/^-0?$/, '0');
}

const of = (value: bigint): Decimal => Decimal.of(digits(value));

describe('exact arithmetic, against integers', () => {
  test('reading and writing is the identity', () => {
    fc.assert(fc.property(scaled, (a) => of(a).toString() === trimmed(digits(a))));
  });

  test('sum and difference', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        expect(of(a).plus(of(b)).toString()).toBe(trimmed(digits(a + b)));
        expect(of(a).minus(of(b)).toString()).toBe(trimmed(digits(a - b)));
      }),
    );
  });

  test('product', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => of(a).times(of(b)).toString() === trimmed(digits(a * b, 2 * SCALE))),
    );
  });

  test('order', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        expect(of(a).compare(of(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(of(a).equals(of(b))).toBe(a === b);
      }),
    );
  });

  test('sign, absolute value and negation', () => {
    fc.assert(
      fc.property(scaled, (a) => {
        expect(of(a).sign()).toBe(a < 0n ? -1 : a > 0n ? 1 : 0);
        expect(of(a).abs().toString()).toBe(trimmed(digits(a < 0n ? -a : a)));
        expect(of(a).negate().toString()).toBe(trimmed(digits(-a)));
        expect(of(a).isZero()).toBe(a === 0n);
      }),
    );
  });

  test('moving the point there and back changes nothing', () => {
    fc.assert(
      fc.property(scaled, fc.integer({ min: -12, max: 12 }), (a, power) =>
        of(a).shift(power).shift(-power).equals(of(a)),
      ),
    );
  });

  test('rounding takes halves away from zero', () => {
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 4 }), (a, decimals) => {
        const unit = 10n ** BigInt(SCALE - decimals);
        const magnitude = a < 0n ? -a : a;
        const rounded = ((2n * magnitude + unit) / (2n * unit)) * unit;
        expect(of(a).roundHalfUp(decimals).toString()).toBe(trimmed(digits(a < 0n ? -rounded : rounded)));
      }),
    );
  });

  test('the last power is the coarsest power of ten that divides the number', () => {
    fc.assert(
      fc.property(
        scaled.filter((a) => a !== 0n),
        (a) => {
          let power = -SCALE;
          let rest = a;
          while (rest % 10n === 0n) [rest, power] = [rest / 10n, power + 1];
          expect(of(a).lastPower()).toBe(power);
        },
      ),
    );
  });

  test('a sum does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(fc.array(scaled, { maxLength: 30 }), (parts) => {
        const total = sum(parts.map(of));
        expect(total.toString()).toBe(trimmed(digits(parts.reduce((all, part) => all + part, 0n))));
        expect(sum([...parts].reverse().map(of)).equals(total)).toBe(true);
      }),
    );
  });
});

describe('numbers as sheets hold them', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [1.005, '1.005'],
    [17917.84, '17917.84'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [4503599627370497.5, '4503599627370500'],
    [-0, '0'],
    [179178400.005, '179178400.005'],
  ])('the double %d is %s: its first fifteen digits', (value, text) => {
    expect(Decimal.of(value).toString()).toBe(text);
  });

  test.each([
    ['.5', '0.5'],
    ['5.', '5'],
    ['+7', '7'],
    ['-0.00', '0'],
    ['1e3', '1000'],
    ['00012.340', '12.34'],
  ])('the text %j is %s', (value, text) => {
    expect(Decimal.of(value).toString()).toBe(text);
  });

  test.each([[''], ['1,234'], ['１２'], ['12元'], ['abc'], ['1 2'], ['--1'], ['Infinity'], ['NaN']])(
    'the text %j is a bug of ours',
    (value) => {
      expect(() => Decimal.of(value)).toThrow(RangeError);
    },
  );

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])('%d is no number', (value) => {
    expect(() => Decimal.of(value)).toThrow(RangeError);
  });
});

describe('division', () => {
  test('there is no quotient by zero', () => {
    expect(Decimal.of(1).dividedBy(Decimal.ZERO)).toBeNull();
    expect(Decimal.ZERO.dividedBy(Decimal.of('0.00'))).toBeNull();
  });

  test('a quotient has twenty decimals', () => {
    expect(Decimal.of(1).dividedBy(Decimal.of(3))?.toString()).toBe('0.33333333333333333333');
    expect(Decimal.of(2).dividedBy(Decimal.of(3))?.toString()).toBe('0.66666666666666666667');
    expect(Decimal.of('3477.76').dividedBy(Decimal.of('3660.8'))?.toString()).toBe('0.95');
  });
});

test('zero is zero, however it came about', () => {
  const zeros = [
    Decimal.of(0),
    Decimal.of('-0.000'),
    Decimal.of('1.005').minus(Decimal.of('1.005')),
    Decimal.of(-5).plus(Decimal.of(5)),
  ];
  expect(zeros.map((zero) => [zero.isZero(), zero.sign(), zero.toString(), zero.lastPower()])).toEqual(
    zeros.map(() => [true, 0, '0', null]),
  );
  expect(sum([]).isZero()).toBe(true);
});
