import type { Block, Chart, Table, TableRow } from '../document/document';
import type { Area } from '../model/address';
import { pendingText } from '../model/pending';
import type { AmountState, ComparedLine } from './comparison';
import { AMOUNTS } from './comparison';
import type { Comparison } from './comparison-values';
import {
  AMOUNT_COLORS,
  AMOUNT_NAMES,
  COMPARED_WITH,
  COMPARISON_CHART_TITLE,
  NO_RATE,
  amountInWan,
  chartLabel,
  chartedAmounts,
  chartedLines,
  compareAmounts,
} from './comparison-values';
import type { FormField } from './official-report-form';
import { FormColumns, figure, label, words } from './official-report-form';
import { amountText, orPending, rateText } from './official-report-numbers';

// Tenths of the 225 mm of a page on its side: in 五号 an amount holds 117,917.84, a rate 1234.56%.
const COLUMNS = [240, 213, 213, 213, 213, 213, 173, 213, 173, 213, 173] as const;
const NOWHERE: Area = { top: 0, left: 0, bottom: 0, right: 0 };

/** The table of 收支对比 and the chart of its main lines. */
export function comparisonBlocks(lines: readonly ComparedLine[], unitName: string | null, title: string): Block[] {
  return [comparisonTable(lines, unitName, title), ...comparisonChart(lines)];
}

function comparisonTable(lines: readonly ComparedLine[], unitName: string | null, title: string): Table {
  const form = new FormColumns([COLUMNS]);
  const amounts = AMOUNTS.map((amount) => label(AMOUNT_NAMES[amount], 1, 2));
  const groups = COMPARED_WITH.map(({ group }) => label(group, 2));
  const kinds = COMPARED_WITH.flatMap(({ difference, rate }) => [label(difference), label(rate)]);
  return {
    type: 'table',
    caption: title,
    unitLine: { left: `单位名称：${unitName ?? pendingText('单位名称')}`, right: '金额单位：万元' },
    columns: form.columns,
    header: [
      form.row(COLUMNS, [label('项目', 1, 2), ...amounts, ...groups]),
      form.row(COLUMNS, kinds, 1 + amounts.length),
    ],
    body: [
      ...lines.map((compared) => comparedRow(form, compared)),
      form.row(COLUMNS, [words('注：完成率＝决算÷预算，增减率＝增减额÷上年数。', COLUMNS.length)]),
    ],
    wide: true,
  };
}

function comparedRow(form: FormColumns, { line, amounts }: ComparedLine): TableRow {
  return form.row(COLUMNS, [
    // One character in: the column is narrow.
    words(line.label.replace(/^　+/, '　')),
    ...AMOUNTS.map((amount) => figure(stateText(amounts[amount]))),
    ...COMPARED_WITH.flatMap((comparison) => comparedFields(amounts.final, amounts[comparison.base], comparison)),
  ]);
}

function stateText(state: AmountState): string {
  return state === 'none' ? NO_RATE : orPending(amountInWan(state), amountText);
}

/** Blank while an amount is missing, — where there is nothing to compare or the base is zero. */
function comparedFields(final: AmountState, base: AmountState, { rate }: Comparison): FormField[] {
  if (final === 'none' || base === 'none') return [figure(NO_RATE), figure(NO_RATE)];
  const [one, other] = [amountInWan(final), amountInWan(base)];
  if (one === null || other === null) return [figure(''), figure('')];
  const compared = compareAmounts(one, other, rate);
  return [figure(amountText(compared.difference)), figure(compared.rate === null ? NO_RATE : rateText(compared.rate))];
}

/** Amounts of which the workbook holds none are not drawn. */
function comparisonChart(lines: readonly ComparedLine[]): Chart[] {
  const known = chartedAmounts(lines).filter(({ values }) => values.some((value) => value !== null));
  if (known.length === 0) return [];
  return [
    {
      type: 'chart',
      chart: {
        title: COMPARISON_CHART_TITLE,
        unit: '万元',
        categories: {
          area: NOWHERE,
          values: chartedLines(lines).map(({ line }) => chartLabel(line.label)),
        },
        series: known.map(({ amount, values }) => ({
          name: { row: 0, column: 0, text: AMOUNT_NAMES[amount] },
          numbers: { area: NOWHERE, values },
          color: AMOUNT_COLORS[amount],
        })),
        anchor: NOWHERE,
      },
    },
  ];
}
