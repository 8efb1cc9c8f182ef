import type { Figure } from '../facts/figure';
import type { Value } from '../formula/evaluate';
import { evaluate, isGap } from '../formula/evaluate';
import { parse } from '../formula/parse';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
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

export const COMPARISON = pack as unknown as ComparisonPack;

/** An amount found in the workbook: the expression that gave it and its value in 元. */
export interface FoundAmount {
  readonly node: Node;
  readonly value: Value;
}

/** What is known of an amount: found, not in the workbook, or meaningless for this line. */
export type AmountState = FoundAmount | 'pending' | 'none';

export interface ComparedLine {
  readonly line: ComparisonLine;
  readonly amounts: Readonly<Record<Amount, AmountState>>;
}

/** Parses an expression of a pack. One that does not parse is our own fault and throws. */
function bodyOf(text: string): Node {
  const outcome = parse(text);
  if ('problem' in outcome) throw new Error(`${text}: ${outcome.problem.message}`);
  return outcome.expression.body;
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
  for (const text of expressions) {
    const node = bodyOf(text);
    const value = evaluate(node, scope);
    // An amount without unit is not known, whatever its digits.
    if (!isGap(value) && value.figures.every((figure) => figure.unit !== null || figure.place === null)) {
      return { node, value };
    }
  }
  return 'pending';
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
