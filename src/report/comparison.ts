import type { Figure } from '../facts/figure';
import type { Scope } from '../formula/scope';
import type { FoundAmount } from './found-amount';
import { foundAmount } from './found-amount';
import pack from './packs/comparison.json';

/** The amounts a line compares, in the order of the columns. */
export const AMOUNTS = ['prior', 'initial', 'annual', 'final'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** A line of the comparison as its data pack states it; several expressions are alternatives, the first found counts. */
export interface ComparisonLine extends Readonly<Record<Amount, readonly string[]>> {
  readonly id: string;
  readonly label: string;
  /** True for lines that stand in the table even when nothing is known of them. */
  readonly always?: boolean;
}

export interface ComparisonPack {
  readonly basis: string;
  /** First and last line the chart draws. */
  readonly chart: { readonly from: string; readonly to: string };
  readonly rows: readonly ComparisonLine[];
}

export const COMPARISON: ComparisonPack = pack;

/** What is known of an amount: found, not in the workbook, or meaningless for this line. */
export type AmountState = FoundAmount | 'pending' | 'none';

export interface ComparedLine {
  readonly line: ComparisonLine;
  readonly amounts: Readonly<Record<Amount, AmountState>>;
}

/** The lines of the comparison of which something is known in this workbook. */
export function compareYears(scope: Scope): ComparedLine[] {
  return COMPARISON.rows.flatMap((line) => {
    const amounts = Object.fromEntries(AMOUNTS.map((amount) => [amount, amountOf(line[amount], scope)])) as Record<
      Amount,
      AmountState
    >;
    const known = AMOUNTS.some((amount) => {
      const state = amounts[amount];
      return typeof state === 'object' && !state.value.value.isZero();
    });
    return known || line.always ? [{ line, amounts }] : [];
  });
}

function amountOf(expressions: readonly string[], scope: Scope): AmountState {
  if (expressions.length === 0) return 'none';
  return foundAmount(expressions, scope) ?? 'pending';
}

/** All figures the comparison takes from the workbook. */
export function figuresCompared(lines: readonly ComparedLine[]): Figure[] {
  return lines.flatMap(({ amounts }) =>
    AMOUNTS.flatMap((amount) => {
      const state = amounts[amount];
      return typeof state === 'object' ? state.value.figures : [];
    }),
  );
}
