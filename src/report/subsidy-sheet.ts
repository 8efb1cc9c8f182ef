import type { Figure } from '../facts/figure';
import type { Area, CellPlace } from '../model/address';
import { Decimal, sum } from '../model/decimal';
import { pendingText } from '../model/pending';
import { fromYuan } from '../model/unit';
import { area, call, cell, number, operation } from '../sheet/formula';
import type { Formula } from '../sheet/formula';
import type { Cell, ChartModel, SheetModel } from '../sheet/sheet';
import { sumOf } from '../sheet/sum';
import { formulaCell, linkCell, numberCell, textCell } from './cells';
import { verdictFormula } from './check-cells';
import { firstBodyRow, listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import type { ProgrammeLedger } from './programme-ledger';
import type { ListedProgramme, ProgrammeFigure } from './programmes';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';
import { STATUS_NAMES } from './words';

/** Only where entries of a ledger name a programme. */
const LEDGER_COLUMNS: readonly ListColumn[] = [
  { header: '账上数（万元）', width: 13 },
  { header: '差额', width: 11 },
  { header: '结论', width: 8 },
];
const AMOUNT = 5;
const LEDGER = 6;
const GAP = 7;
/** 分 in 万元. */
const GAP_PLACES = 6;
/** 去看: on the screen only. */
const WORKING_COLUMNS = 1;
const HALF = Decimal.of('0.5');

function columnsOf(hasLedger: boolean): readonly ListColumn[] {
  return [
    { header: '补贴项目', width: 30 },
    { header: '户数', width: 9 },
    { header: '人数（人次）', width: 11 },
    { header: '标准', width: 10 },
    { header: '月数', width: 7 },
    { header: '金额（万元）', width: 14 },
    ...(hasLedger ? LEDGER_COLUMNS : []),
    { header: '时期', width: 18 },
    { header: '备注', width: 24 },
    { header: '去看', width: 26 },
  ];
}

const COUNTS: readonly ProgrammeFigure[] = ['households', 'persons'];
const CHART_ROWS = 18;
const COLOR = '#2E75B6';

interface Group {
  readonly period: string | null;
  readonly programmes: readonly ListedProgramme[];
}

/**
 * 自评_补贴汇总: each programme with its households, persons and money, live from the working paper. Programmes are grouped
 * by cut-off date and added up inside a group only: figures of different dates are no sum.
 */
export function subsidySheet(
  programmes: readonly ListedProgramme[],
  paper: WorkingPaper,
  about: { readonly unitName: string | null; readonly year: number | null },
  booked: ProgrammeLedger = () => null,
): SheetModel {
  const hasLedger = programmes.some((programme) => booked(programme) !== null);
  const columns = columnsOf(hasLedger);
  const groups = groupsOf(programmes);
  const rows: ListRow[] = [];
  // One period in one chart: the one with most money.
  const charted = [...groups].sort((a, b) => totalOf(b).compare(totalOf(a)))[0];
  let chartFrom = 0;
  for (const group of groups) {
    const top = firstBodyRow(columns) + rows.length;
    if (group === charted) chartFrom = top;
    for (const [at, programme] of group.programmes.entries()) {
      const compared = hasLedger ? ledgerCells(programme, booked(programme), top + at) : [];
      rows.push(programmeRow(programme, paper, compared));
    }
    rows.push(subtotalRow(group, top, hasLedger));
  }
  return listSheet({
    name: SHEETS.subsidy,
    title: `${about.year === null ? '' : `${about.year}年度`}补贴发放汇总表`,
    unitName: about.unitName,
    unitLine: '单位：万元',
    columns,
    workingColumns: WORKING_COLUMNS,
    rows,
    remarks: [
      '注：按补贴发放汇总表填列，截至日期不同的数不相加。户数、人数、金额空白的，是来源表没有写。',
      ...(hasLedger ? ['注：账上数是明细账里“项目”为该补贴的支出，到同一截止月份；明细账改动后请重新生成。'] : []),
    ],
    orientation: 'landscape',
    filter: false,
    frozenColumns: 1,
    ...(charted && {
      chart: {
        rows: CHART_ROWS,
        model: (anchor: Area) => chartOf(anchor, charted, chartFrom, firstBodyRow(columns) - 1),
      },
    }),
  });
}

function groupsOf(programmes: readonly ListedProgramme[]): Group[] {
  const groups = new Map<string | null, ListedProgramme[]>();
  for (const programme of programmes) {
    groups.set(programme.period, [...(groups.get(programme.period) ?? []), programme]);
  }
  return [...groups].map(([period, own]) => ({ period, programmes: own }));
}

function programmeRow(programme: ListedProgramme, paper: WorkingPaper, compared: readonly Cell[]): ListRow {
  const { figures, name, period, remark } = programme;
  return {
    cells: [
      textCell(name),
      ...COUNTS.map((column) => countCell(figures[column], paper)),
      standardCell(figures.standard, paper),
      countCell(figures.months, paper),
      amountCell(figures.amount, paper),
      ...compared,
      textCell(period ?? pendingText('截至日期'), STYLES.center),
      textCell(remark),
      linkOf(programme),
    ],
  };
}

/** The ledger's amount, how far the summary is from it, and whether that is more than the summary's rounding. */
function ledgerCells(programme: ListedProgramme, ledger: Decimal | null, row: number): Cell[] {
  const amount = amountOf(programme);
  if (ledger === null || amount === null) {
    const none = ledger === null ? textCell('', STYLES.fineMoney) : numberCell(ledger, STYLES.fineMoney);
    return [none, textCell('', STYLES.fineMoney), textCell('', STYLES.center)];
  }
  const at = (column: number): Formula => cell({ sheet: SHEETS.subsidy, row, column });
  const gap = amount.minus(ledger);
  const tolerance = fromYuan(sum(programme.figures.amount.map(({ step }) => step.times(HALF))), '万元');
  const status = gap.isZero() ? 'holds' : gap.abs().compare(tolerance) <= 0 ? 'rounding' : 'fails';
  return [
    numberCell(ledger, STYLES.fineMoney),
    formulaCell(
      call('ROUND', operation('-', at(AMOUNT), at(LEDGER)), number(Decimal.of(GAP_PLACES))),
      gap,
      STYLES.fineMoney,
    ),
    formulaCell(verdictFormula('=', at(GAP), number(tolerance)), STATUS_NAMES[status], STYLES.center),
  ];
}

function linkOf({ figures }: ListedProgramme): Cell {
  const place = [...figures.amount, ...figures.persons, ...figures.households][0]?.place;
  return place ? linkCell(place) : textCell('', STYLES.link);
}

function countCell(figures: readonly Figure[], paper: WorkingPaper): Cell {
  if (figures.length === 0) return textCell('', STYLES.plain);
  const value = sum(figures.map((figure) => figure.value as Decimal));
  return formulaCell(sumOf(figures.map((figure) => paper.number(figure))), value, STYLES.plain);
}

/** In 元 where the table says what its standards are in; else as it stands, since a standard is seldom in 万元. */
function standardCell(figures: readonly Figure[], paper: WorkingPaper): Cell {
  const [figure] = figures;
  if (!figure || figure.value === null) return textCell('', STYLES.money);
  const isStated = figure.unit !== null && figure.table.columnUnits.has(figure.column);
  if (isStated) return formulaCell(paper.yuan(figure), figure.value, STYLES.money);
  const written = figure.row?.cells.get(figure.column)?.value ?? figure.value;
  return formulaCell(paper.number(figure), written, STYLES.money);
}

function amountCell(figures: readonly Figure[], paper: WorkingPaper): Cell {
  if (figures.length === 0) return textCell('', STYLES.fineMoney);
  if (figures.some((figure) => figure.unit === null)) return textCell('没有写金额单位', STYLES.center);
  const value = fromYuan(sum(figures.map((figure) => figure.value as Decimal)), '万元');
  return formulaCell(sumOf(figures.map((figure) => paper.wan(figure))), value, STYLES.fineMoney);
}

function amountOf({ figures }: ListedProgramme): Decimal | null {
  if (figures.amount.length === 0 || figures.amount.some((figure) => figure.unit === null)) return null;
  return fromYuan(sum(figures.amount.map((figure) => figure.value as Decimal)), '万元');
}

function totalOf({ programmes }: Group): Decimal {
  return sum(programmes.flatMap((programme) => amountOf(programme) ?? []));
}

function subtotalRow(group: Group, top: number, hasLedger: boolean): ListRow {
  const { period, programmes } = group;
  const bottom = top + programmes.length - 1;
  const amounts: Formula = area(SHEETS.subsidy, { top, left: AMOUNT, bottom, right: AMOUNT });
  const blank = (): Cell => textCell('', STYLES.plain);
  return {
    cells: [
      textCell('小计', STYLES.strong),
      blank(),
      blank(),
      blank(),
      blank(),
      formulaCell(call('SUM', amounts), totalOf(group), STYLES.fineMoney),
      ...(hasLedger ? LEDGER_COLUMNS.map(blank) : []),
      textCell(period ?? pendingText('截至日期'), STYLES.center),
      textCell(''),
      textCell(''),
    ],
  };
}

function chartOf(anchor: Area, { period, programmes }: Group, top: number, headerRow: number): ChartModel {
  const bottom = top + programmes.length - 1;
  const header: CellPlace = { sheet: SHEETS.subsidy, row: headerRow, column: AMOUNT };
  return {
    title: `补贴发放金额（${period ?? pendingText('截至日期')}）`,
    unit: '万元',
    categories: {
      area: { top, left: 0, bottom, right: 0 },
      values: programmes.map((programme) => programme.name),
    },
    series: [
      {
        name: { row: header.row, column: header.column, text: '金额（万元）' },
        numbers: { area: { top, left: AMOUNT, bottom, right: AMOUNT }, values: programmes.map(amountOf) },
        color: COLOR,
      },
    ],
    anchor,
  };
}
