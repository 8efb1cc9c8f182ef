import Big from 'big.js';

// big.js settings are per constructor; a private copy keeps anyone else's settings out of our money.
const ExactBig = Big();
ExactBig.DP = 20;
ExactBig.RM = ExactBig.roundHalfUp;
ExactBig.PE = 1e6;
ExactBig.NE = -1e6;

const SAFE_HUNDREDTHS = Number.MAX_SAFE_INTEGER;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * An exact decimal number: every amount, count, ratio and score of the product.
 *
 * Numbers with at most two decimals (分 when the number is in 元) are kept as integer hundredths in a double, which is
 * exact and fast up to 9.0e13; everything else is kept as a big.js number. No operation ever rounds unless its name
 * says so.
 */
export class Decimal {
  private constructor(
    private readonly hundredths: number | null,
    private readonly big: Big | null,
  ) {}

  static readonly ZERO = new Decimal(0, null);

  /**
   * Reads a number as it stands in a cell. A double is taken at the 15 digits Excel shows, so that 0.1+0.2 computed by
   * a sheet is 0.3. A text must be a plain number in ASCII digits; anything else is a bug of ours and throws.
   */
  static of(value: number | string): Decimal {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
      const scaled = value * 100;
      if (Math.abs(scaled) < SAFE_HUNDREDTHS && Number.isInteger(scaled)) return new Decimal(scaled + 0, null);
      return Decimal.of(value.toPrecision(15));
    }
    if (!PLAIN_NUMBER.test(value)) throw new RangeError(`not a plain number: ${value}`);
    // big.js does not take a leading plus.
    return Decimal.fromBig(new ExactBig(value.replace(/^\+/, '')));
  }

  private static fromBig(big: Big): Decimal {
    // Few digits and at least two of scale: the number fits the fast path without loss.
    const decimals = big.c.length - 1 - big.e;
    if (decimals <= 2 && big.e < 13) return new Decimal(Math.round(big.times(100).toNumber()) + 0, null);
    return new Decimal(null, big);
  }

  private toBig(): Big {
    if (this.big) return this.big;
    const big = new ExactBig(this.hundredths as number);
    if (this.hundredths !== 0) big.e -= 2;
    return big;
  }

  plus(other: Decimal): Decimal {
    if (this.hundredths !== null && other.hundredths !== null) {
      const sum = this.hundredths + other.hundredths;
      if (Math.abs(sum) < SAFE_HUNDREDTHS) return new Decimal(sum + 0, null);
    }
    return Decimal.fromBig(this.toBig().plus(other.toBig()));
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negate());
  }

  times(other: Decimal): Decimal {
    return Decimal.fromBig(this.toBig().times(other.toBig()));
  }

  /** Quotient with 20 decimals, half up; null when the divisor is zero. */
  dividedBy(other: Decimal): Decimal | null {
    if (other.isZero()) return null;
    return Decimal.fromBig(this.toBig().div(other.toBig()));
  }

  /** This number × 10^power, exactly. */
  shift(power: number): Decimal {
    if (this.isZero() || power === 0) return this;
    if (this.hundredths !== null) {
      // Exact when the result is a whole number of hundredths: powers of ten up to 10^8 are exact doubles.
      const factor = 10 ** Math.abs(power);
      const scaled = power > 0 ? this.hundredths * factor : this.hundredths / factor;
      if (Number.isInteger(scaled) && Math.abs(scaled) < SAFE_HUNDREDTHS) return new Decimal(scaled, null);
    }
    const moved = new ExactBig(this.toBig());
    moved.e += power;
    return Decimal.fromBig(moved);
  }

  negate(): Decimal {
    if (this.hundredths !== null) return new Decimal(0 - this.hundredths, null);
    return new Decimal(null, (this.big as Big).neg());
  }

  abs(): Decimal {
    return this.sign() < 0 ? this.negate() : this;
  }

  /** Half away from zero at the given number of decimals, as Excel's ROUND does on the written number. */
  roundHalfUp(decimals: number): Decimal {
    return Decimal.fromBig(this.toBig().round(decimals, ExactBig.roundHalfUp));
  }

  compare(other: Decimal): -1 | 0 | 1 {
    if (this.hundredths !== null && other.hundredths !== null) {
      if (this.hundredths === other.hundredths) return 0;
      return this.hundredths < other.hundredths ? -1 : 1;
    }
    return this.toBig().cmp(other.toBig());
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  sign(): -1 | 0 | 1 {
    if (this.hundredths !== null) return this.hundredths === 0 ? 0 : this.hundredths < 0 ? -1 : 1;
    return (this.big as Big).s < 0 ? -1 : 1;
  }

  isZero(): boolean {
    return this.sign() === 0;
  }

  /** The largest p for which 10^p divides this number: 12.30 → -1, 4500 → 2. Zero has no such power and gives null. */
  lastPower(): number | null {
    if (this.isZero()) return null;
    const big = this.toBig();
    return big.e - (big.c.length - 1);
  }

  /** Plain digits with exactly so many decimals, half away from zero: 17,917.8 with two is "17917.80". */
  toFixed(decimals: number): string {
    return this.toBig().toFixed(decimals, ExactBig.roundHalfUp);
  }

  /** Plain digits, without exponent and without trailing zeros: "-0.5", "17917.84". */
  toString(): string {
    if (this.hundredths === null) return (this.big as Big).toFixed();
    const digits = String(Math.abs(this.hundredths)).padStart(3, '0');
    const fraction = digits.slice(-2).replace(/0{1,2}$/, '');
    return `${this.hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}`;
  }
}

/** Sum of any number of decimals; the empty sum is zero. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = Decimal.ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}
