import type { Figure } from '../facts/figure';
import { Decimal } from '../model/decimal';
import type { Cause } from '../model/check';

/** A relation that fails, as far as its cause can be read from the figures. */
export interface Gap {
  readonly left: Decimal;
  readonly right: Decimal;
  readonly leftFigures: readonly Figure[];
  readonly rightFigures: readonly Figure[];
  readonly tolerance: Decimal;
  /** True when both sides only add figures up, so that changing one of them moves its side by as much. */
  readonly sums: boolean;
}

export interface LikelyCause {
  readonly cause: Cause;
  /** The figures it points to, if it points to any. */
  readonly figures: readonly Figure[];
  /** One clause for the message. */
  readonly text: string;
  /** What to do about it, where that is more than to check both sides. */
  readonly next?: string;
}

const UNIT_POWERS = [4, -4, 8, -8];

/** The most telling cause of a gap, or null. Every cause is tested by undoing it: the relation must then hold. */
export function likelyCause(gap: Gap): LikelyCause | null {
  if (!gap.sums) return wholeUnit(gap);
  return wholeUnit(gap) ?? oneUnit(gap) ?? sign(gap) ?? doubledRow(gap) ?? swappedDigits(gap);
}

/** From this many times on, a figure that must not exceed another is rather in another unit than too large. */
const FAR_TOO_LARGE = 2;

/** Why `smaller ≤ larger` fails by orders of magnitude: the first is written in a unit ten thousand times smaller. */
export function causeOfExcess(smaller: Decimal, larger: Decimal): LikelyCause | null {
  if (smaller.sign() <= 0 || larger.sign() <= 0) return null;
  const scaled = smaller.shift(-4);
  if (scaled.compare(larger) > 0 || smaller.compare(larger.shift(FAR_TOO_LARGE)) < 0) return null;
  return { cause: 'unit', figures: [], text: '两边相差几千倍，多半是元、万元写错了单位' };
}

/** A ratio that is a hundred times what it is worked out to be: a percentage without its sign. */
export function causeOfRatio(written: Decimal, ratio: Decimal, tolerance: Decimal): LikelyCause | null {
  if (ratio.isZero() || !near(written.shift(-2), ratio, tolerance.shift(-2))) return null;
  return { cause: 'unit', figures: [], text: '正好相差一百倍，像是按百分数填的数，漏了百分号或没有设成百分比格式' };
}

function near(value: Decimal, target: Decimal, tolerance: Decimal): boolean {
  return value.minus(target).abs().compare(tolerance) <= 0;
}

function wholeUnit({ left, right, tolerance }: Gap): LikelyCause | null {
  if (left.isZero() || right.isZero()) return null;
  for (const power of UNIT_POWERS) {
    const scaled = right.shift(power);
    const room = power > 0 ? tolerance.shift(power) : tolerance;
    if (near(scaled, left, room) && left.abs().compare(room) > 0) {
      return {
        cause: 'unit',
        figures: [],
        text: `两边正好相差 10 的 ${Math.abs(power)} 次方倍，多半是元、万元写错了单位`,
      };
    }
  }
  return null;
}

/** Tries a change of each single figure: does the relation hold when figure f had been `changed`? */
function* repairs(
  gap: Gap,
  change: (figure: Figure) => Iterable<Decimal>,
): Generator<{ figure: Figure; instead: Decimal }> {
  const difference = gap.left.minus(gap.right);
  for (const [figures, weight] of [
    [gap.leftFigures, 1],
    [gap.rightFigures, -1],
  ] as const) {
    for (const figure of figures) {
      if (figure.value === null || figure.value.isZero() || figure.place === null) continue;
      for (const instead of change(figure)) {
        const moved = instead.minus(figure.value);
        const repaired = difference.plus(weight > 0 ? moved : moved.negate());
        if (near(repaired, Decimal.ZERO, gap.tolerance) && moved.abs().compare(gap.tolerance) > 0)
          yield { figure, instead };
      }
    }
  }
}

/** More suspects than this say nothing. */
const MOST_SUSPECTS = 3;

/** The figures of which any one, changed so, would close the gap. */
function suspects(gap: Gap, change: (figure: Figure) => Iterable<Decimal>): readonly Figure[] {
  const found = new Set<Figure>();
  for (const { figure } of repairs(gap, change)) found.add(figure);
  return [...found].slice(0, MOST_SUSPECTS);
}

function suspected(cause: Cause, text: string, figures: readonly Figure[]): LikelyCause | null {
  return figures.length === 0 ? null : { cause, figures, text };
}

function oneUnit(gap: Gap): LikelyCause | null {
  // An amount that vanishes within the tolerance when divided would as well be a row too many.
  const figures = suspects(gap, ({ value }) =>
    [(value as Decimal).shift(4), (value as Decimal).shift(-4)].filter((one) => one.abs().compare(gap.tolerance) > 0),
  );
  return suspected('unit', '其中一个数像是用了另一个单位（相差一万倍）', figures);
}

function sign(gap: Gap): LikelyCause | null {
  return suspected(
    'sign',
    '其中一个数像是正负号写反了',
    suspects(gap, ({ value }) => [(value as Decimal).negate()]),
  );
}

function doubledRow(gap: Gap): LikelyCause | null {
  const { rightFigures } = gap;
  const excess = gap.right.minus(gap.left);
  if (excess.sign() <= 0) return null;
  const doubled = rightFigures.find(
    (figure, index) =>
      figure.value !== null &&
      near(figure.value, excess, gap.tolerance) &&
      rightFigures.some(
        (other, at) =>
          at !== index &&
          other.value?.equals(figure.value as Decimal) &&
          other.row?.code === figure.row?.code &&
          other.row?.label === figure.row?.label,
      ),
  );
  return doubled ? { cause: 'doubled-row', figures: [doubled], text: '像是有一行重复了' } : null;
}

/** Digits exchanged: exchanging two neighbouring digits of one figure closes the gap. */
function swappedDigits(gap: Gap): LikelyCause | null {
  return suspected('swapped-digits', '其中一个数像是前后两位数字写颠倒了', suspects(gap, exchanges));
}

/** The amounts a figure becomes by such an exchange, as far as its table could have written them. */
function* exchanges(figure: Figure): Generator<Decimal> {
  for (const exchanged of anyExchanges(figure))
    if ((exchanged.lastPower() ?? 0) >= (figure.step.lastPower() ?? -Infinity)) yield exchanged;
}

function* anyExchanges(figure: Figure): Generator<Decimal> {
  const digits = Array.from((figure.value as Decimal).toString());
  const places = digits.flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  for (let n = 0; n + 1 < places.length; n++) {
    const [a, b] = [places[n] as number, places[n + 1] as number];
    if (digits[a] === digits[b]) continue;
    const exchanged = [...digits];
    [exchanged[a], exchanged[b]] = [exchanged[b] as string, exchanged[a] as string];
    yield Decimal.of(exchanged.join(''));
  }
}
