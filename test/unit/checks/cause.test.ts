import { likelyCause } from '../../../src/checks/cause';
import type { LikelyCause } from '../../../src/checks/cause';
import { toleranceOf } from '../../../src/checks/verdict';
import type { Figure } from '../../../src/facts/figure';
import { sum } from '../../../src/model/decimal';
import type { Decimal } from '../../../src/model/decimal';
import { figure } from './figures';

function causeOf(left: readonly Figure[], right: readonly Figure[]): LikelyCause | null {
  const total = (figures: readonly Figure[]): Decimal => sum(figures.map((one) => one.value as Decimal));
  return likelyCause({
    left: total(left),
    right: total(right),
    leftFigures: left,
    rightFigures: right,
    tolerance: toleranceOf([...left, ...right], undefined),
    sums: true,
  });
}

/** Figures with these amounts in 元; a text after the amount is the row's code. */
const amounts = (...values: readonly (number | string)[]): Figure[] => values.map((value) => figure(value));

describe('a whole side in another unit', () => {
  it('is found either way, and for 亿元', () => {
    expect(causeOf(amounts(30_000_000_000), amounts(1_000_000, 2_000_000))).toMatchObject({
      cause: 'unit',
      figures: [],
    });
    expect(causeOf(amounts(300), amounts(1_000_000, 2_000_000))?.cause).toBe('unit');
    expect(causeOf(amounts('300000000000000'), amounts(1_000_000, 2_000_000))?.cause).toBe('unit');
  });

  it('is not claimed a digit away', () => {
    expect(causeOf(amounts(3_000_000_000), amounts(1_000_000, 2_000_000))).toBeNull();
  });
});

describe('one figure in another unit', () => {
  it('is found and pointed to', () => {
    const [one, other] = amounts(10_000_000_000, 2_000_000) as [Figure, Figure];
    expect(causeOf(amounts(3_000_000), [one, other])).toMatchObject({ cause: 'unit', figures: [one] });
  });

  it('is not claimed when undoing it leaves a gap', () => {
    expect(causeOf(amounts(3_500_000), amounts(10_000_000_000, 2_000_000))).toBeNull();
  });
});

describe('a sign', () => {
  it('is found and pointed to', () => {
    const [one, other] = amounts(5_000_000, -1_000_000) as [Figure, Figure];
    expect(causeOf(amounts(6_000_000), [one, other])).toMatchObject({ cause: 'sign', figures: [other] });
  });

  it('is not claimed when undoing it leaves a gap', () => {
    expect(causeOf(amounts(6_300_000), amounts(5_000_000, -1_000_000))?.cause).not.toBe('sign');
  });
});

describe('a doubled row', () => {
  it('is found when two equal rows are one too many', () => {
    expect(causeOf(amounts(5_000_000), amounts(2_000_000, 2_000_000, 3_000_000))?.cause).toBe('doubled-row');
  });

  it('is not claimed for equal amounts of different rows, nor for another excess', () => {
    const other = figure(2_000_000, { row: { ...figure(1).row!, code: '20899', label: '其他' } });
    expect(causeOf(amounts(5_000_000), [...amounts(2_000_000), other, ...amounts(3_000_000)])).toBeNull();
    expect(causeOf(amounts(5_500_000), amounts(2_000_000, 2_000_000, 3_000_000))?.cause).not.toBe('doubled-row');
  });
});

describe('swapped digits', () => {
  it('are found, and every figure is pointed to that may hold them', () => {
    const [one, other, third] = amounts(1_230_000, 4_560_000, 5_550_000) as [Figure, Figure, Figure];
    const total = amounts(1_320_000 + 4_560_000 + 5_550_000) as [Figure];
    expect(causeOf(total, [one, other, third])).toMatchObject({
      cause: 'swapped-digits',
      figures: [...total, one, other],
    });
  });

  it('are not claimed for a gap that divides by nine only', () => {
    expect(causeOf(amounts(1_230_000 + 4_560_000 + 270_000), amounts(1_230_000, 4_560_000))?.cause).not.toBe(
      'swapped-digits',
    );
  });
});
