import { toExcel } from '../formula/excel';
import type { Scope } from '../formula/scope';
import type { Area } from '../model/address';
import { Decimal } from '../model/decimal';
import { pendingText } from '../model/pending';
import { fromYuan } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell, ChartModel, SheetModel } from '../sheet/sheet';
import { formulaCell, textCell } from './cells';
import type { Amount, AmountState, ComparedLine } from './comparison';
import { AMOUNTS, COMPARISON } from './comparison';
import type { Comparison } from './comparison-values';
import {
  AMOUNT_COLORS,
  AMOUNT_NAMES,
  COMPARED_WITH,
  COMPARISON_CHART_TITLE,
  NO_RATE,
  chartLabel,
  compareAmounts,
} from './comparison-values';
import type { KeptRow, Typed } from './kept';
import { firstBodyRow, listSheet } from './list-sheet';
import type { List, ListColumn, ListRow } from './list-sheet';
import { roundedRate } from './rate-cell';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';

const COLUMNS: readonly ListColumn[] = [
  { header: '项目', width: 24 },
  ...AMOUNTS.map((amount) => ({ header: AMOUNT_NAMES[amount], width: 16, input: amount })),
  ...COMPARED_WITH.flatMap(({ group, difference, rate }) => [
    { header: difference, group, width: 13 },
    { header: rate, group, width: 10 },
  ]),
  // On the screen only: what the chart reads its lines' names from.
  { header: '图中名称', width: 14 },
];
const WORKING_COLUMNS = 1;
const CHART_NAME = COLUMNS.length - 1;
const FIRST_AMOUNT = 1;
const PLACES = Decimal.of(6);
const CHART_ROWS = 18;

/** What stands in an amount cell: a number, hers or ours, or nothing that can be compared. */
interface Standing {
  readonly cell: Cell;
  readonly value: Decimal | null;
  readonly isInput: boolean;
}

/**
 * 自评_收支对比: budget, adjusted budget and final accounts of the year and final accounts of the year before, with
 * differences and rates, and a chart. What the workbook does not hold is hers to fill in.
 */
export function comparisonSheet(
  lines: readonly ComparedLine[],
  scope: Scope,
  paper: WorkingPaper,
  about: { readonly unitName: string | null; readonly year: number | null },
  kept: ReadonlyMap<string, KeptRow>,
): SheetModel {
  const idOf = (id: string): string => `${about.year ?? ''}|${id}`;
  const current = new Set(lines.map(({ line }) => idOf(line.id)));
  const charted = chartedRows(lines);
  const rows = lines.map((compared, index) => {
    const id = idOf(compared.line.id);
    const standings = AMOUNTS.map((amount) =>
      standingOf(compared.amounts[amount], amount, kept.get(id)?.typed.get(amount), scope, paper),
    );
    const isCharted = charted !== null && index >= charted.from && index <= charted.to;
    return { compared, standings, row: lineRow(compared, standings, id, index, isCharted) };
  });
  const list: List = {
    name: SHEETS.comparison,
    title: `${about.year === null ? '' : `${about.year}年度`}部门收支预算、决算对比表`,
    unitName: about.unitName,
    unitLine: '单位：万元',
    columns: COLUMNS,
    rows: [...rows.map(({ row }) => row), ...goneRows(kept, current)],
    remarks: [
      '注：各数取自《自评_取数》。浅黄色格是工作簿里没有的数，可以直接填写，重新生成时保留。完成率＝决算÷预算，增减率＝增减额÷上年数。',
    ],
    workingColumns: WORKING_COLUMNS,
    orientation: 'landscape',
    filter: false,
    frozenColumns: 1,
    ...(charted && {
      chart: {
        rows: CHART_ROWS,
        model: (anchor: Area) =>
          chartOf(
            anchor,
            charted,
            lines,
            rows.map(({ standings }) => standings),
          ),
      },
    }),
  };
  return listSheet(list);
}

function standingOf(
  state: AmountState,
  amount: Amount,
  typed: Typed | undefined,
  scope: Scope,
  paper: WorkingPaper,
): Standing {
  if (state === 'none') return { cell: textCell(NO_RATE, STYLES.center), value: null, isInput: false };
  if (state === 'pending') {
    const value = typed ?? pendingText(AMOUNT_NAMES[amount]);
    const input: Cell = { type: 'input', value, style: STYLES.inputMoney };
    return { cell: input, value: value instanceof Decimal ? value : null, isInput: true };
  }
  const drawn = toExcel(state.node, scope, '万元', (figure) => paper.number(figure));
  if ('gap' in drawn) throw new Error('an amount that has a value has a formula');
  const value = fromYuan(state.value.value, '万元');
  return { cell: formulaCell(drawn.formula, value, STYLES.money), value, isInput: false };
}

function lineRow(
  { line, amounts }: ComparedLine,
  standings: readonly Standing[],
  id: string,
  index: number,
  isCharted: boolean,
): ListRow {
  const row = firstBodyRow(COLUMNS) + index;
  const at = (amount: Amount): Formula =>
    cell({ sheet: SHEETS.comparison, row, column: FIRST_AMOUNT + AMOUNTS.indexOf(amount) });
  const valueOf = (amount: Amount): Decimal | null => standings[AMOUNTS.indexOf(amount)]?.value ?? null;
  const against = ({ base, rate: kind }: Comparison): Cell[] => {
    if (amounts.final === 'none' || amounts[base] === 'none') {
      return [textCell(NO_RATE, STYLES.center), textCell(NO_RATE, STYLES.center)];
    }
    const ofDifference = kind === '增减率';
    const [final, other] = [valueOf('final'), valueOf(base)];
    const known = (formula: Formula): Formula => {
      const both = call('AND', call('ISNUMBER', at('final')), call('ISNUMBER', at(base)));
      return call('IF', both, formula, text(''));
    };
    const compared = final && other ? compareAmounts(final, other, kind) : null;
    const gap = operation('-', at('final'), at(base));
    const ratio = operation('/', ofDifference ? gap : at('final'), at(base));
    const exact = roundedRate(ratio);
    const zero = operation('=', at(base), number(Decimal.ZERO));
    return [
      formulaCell(known(call('ROUND', gap, number(PLACES))), compared?.difference ?? '', STYLES.money),
      formulaCell(
        known(call('IF', zero, text(NO_RATE), exact)),
        compared ? (compared.rate ?? NO_RATE) : '',
        STYLES.percent,
      ),
    ];
  };
  return {
    cells: [
      textCell(line.label, line.label.startsWith('　') || line.label.startsWith('其中') ? STYLES.text : STYLES.strong),
      ...standings.map((standing) => standing.cell),
      ...COMPARED_WITH.flatMap(against),
      textCell(isCharted ? chartLabel(line.label) : ''),
    ],
    mark: { id, inputs: AMOUNTS.filter((_, amount) => standings[amount]?.isInput), figures: '' },
  };
}

/** What she filled in for lines that are not in this table, another year's for instance: kept below it. */
function goneRows(kept: ReadonlyMap<string, KeptRow>, current: ReadonlySet<string>): ListRow[] {
  return [...kept.values()]
    .filter((row) => !current.has(row.id) && row.typed.size > 0)
    .map((row) => {
      const year = /^\d{4}/.exec(row.id)?.[0];
      const label = /^以前填写/.test(row.about)
        ? row.about
        : `以前填写${year ? `（${year}年）` : ''}：${row.about.trim()}`;
      return {
        cells: [
          textCell(label),
          ...AMOUNTS.map((amount): Cell => {
            const typed = row.typed.get(amount);
            return typed === undefined ? textCell('') : { type: 'input', value: typed, style: STYLES.inputMoney };
          }),
          ...new Array<Cell>(COLUMNS.length - FIRST_AMOUNT - AMOUNTS.length).fill(textCell('')),
        ],
        mark: { id: row.id, inputs: [...row.typed.keys()], figures: '' },
      };
    });
}

function chartedRows(lines: readonly ComparedLine[]): { readonly from: number; readonly to: number } | null {
  const from = lines.findIndex(({ line }) => line.id === COMPARISON.chart.from);
  const to = lines.findIndex(({ line }) => line.id === COMPARISON.chart.to);
  return from >= 0 && to >= from ? { from, to } : null;
}

function chartOf(
  anchor: Area,
  { from, to }: { readonly from: number; readonly to: number },
  lines: readonly ComparedLine[],
  standings: readonly (readonly Standing[])[],
): ChartModel {
  const top = firstBodyRow(COLUMNS) + from;
  const bottom = firstBodyRow(COLUMNS) + to;
  const headerRow = firstBodyRow(COLUMNS) - 2;
  const area = (column: number): Area => ({ top, left: column, bottom, right: column });
  return {
    title: COMPARISON_CHART_TITLE,
    unit: '万元',
    categories: {
      area: area(CHART_NAME),
      values: lines.slice(from, to + 1).map(({ line }) => chartLabel(line.label)),
    },
    series: AMOUNTS.map((amount) => {
      const column = FIRST_AMOUNT + AMOUNTS.indexOf(amount);
      return {
        name: { row: headerRow, column, text: AMOUNT_NAMES[amount] },
        numbers: {
          area: area(column),
          values: standings.slice(from, to + 1).map((line) => line[AMOUNTS.indexOf(amount)]?.value ?? null),
        },
        color: AMOUNT_COLORS[amount],
      };
    }),
    anchor,
  };
}
