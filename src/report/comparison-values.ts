import type { Decimal } from '../model/decimal';
import { fromYuan } from '../model/unit';
import type { Amount, AmountState, ComparedLine } from './comparison';
import { AMOUNTS, COMPARISON } from './comparison';
import { roundedRateNumber } from './rate-cell';

/** How the amounts are called, in every table and chart that compares them. */
export const AMOUNT_NAMES: Readonly<Record<Amount, string>> = {
  prior: '上年决算数',
  initial: '年初预算数',
  annual: '全年预算数',
  final: '本年决算数',
};

export const AMOUNT_COLORS: Readonly<Record<Amount, string>> = {
  prior: '#A5A5A5',
  initial: '#9DC3E6',
  annual: '#F4B183',
  final: '#2E75B6',
};

/** Stands where there is nothing to compare, or no base to compare with. */
export const NO_RATE = '—';

export const COMPARISON_CHART_TITLE = '支出预算、决算对比';

/** What the final accounts are held against, in the order of the columns. */
export const COMPARED_WITH = [
  { base: 'initial', group: '决算比年初预算', difference: '差额', rate: '完成率' },
  { base: 'annual', group: '决算比全年预算', difference: '差额', rate: '完成率' },
  { base: 'prior', group: '决算比上年', difference: '增减额', rate: '增减率' },
] as const satisfies readonly {
  readonly base: Amount;
  readonly group: string;
  readonly difference: string;
  readonly rate: '完成率' | '增减率';
}[];

export type Comparison = (typeof COMPARED_WITH)[number];

/** The amount in 万元; null where none was found or none can be. */
export function amountInWan(state: AmountState): Decimal | null {
  return typeof state === 'object' ? fromYuan(state.value.value, '万元') : null;
}

/**
 * The final accounts against another amount: 差额 in its unit, to six decimals as the sheet writes it, and 完成率
 * (决算÷预算) or 增减率 (增减额÷上年数) as a ratio to four; the rate is null where the other amount is zero.
 */
export function compareAmounts(
  final: Decimal,
  other: Decimal,
  rate: Comparison['rate'],
): { readonly difference: Decimal; readonly rate: Decimal | null } {
  const gap = final.minus(other);
  const ratio = (rate === '增减率' ? gap : final).dividedBy(other);
  return { difference: gap.roundHalfUp(6), rate: ratio && roundedRateNumber(ratio) };
}

/** A line as the chart calls it: 基本支出 of 　　其中：基本支出. */
export function chartLabel(label: string): string {
  return label.replace(/^(?:其中：|　)+/, '');
}

/** The lines the chart draws; none when the table lacks them. */
export function chartedLines(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const from = lines.findIndex(({ line }) => line.id === COMPARISON.chart.from);
  const to = lines.findIndex(({ line }) => line.id === COMPARISON.chart.to);
  return from >= 0 && to >= from ? lines.slice(from, to + 1) : [];
}

/** What the chart draws of its lines, in 万元: one series for each amount. */
export function chartedAmounts(
  lines: readonly ComparedLine[],
): readonly { readonly amount: Amount; readonly values: readonly (Decimal | null)[] }[] {
  const charted = chartedLines(lines);
  return AMOUNTS.map((amount) => ({ amount, values: charted.map(({ amounts }) => amountInWan(amounts[amount])) }));
}
