import type { Trace } from '../checks/judge';
import type { Figure } from '../facts/figure';
import { toExcel } from '../formula/excel';
import type { CellPlace } from '../model/address';
import type { Check, Side } from '../model/check';
import { Decimal } from '../model/decimal';
import type { Sliced } from '../model/slices';
import { atOnce, mapped } from '../model/slices';
import type { AmountUnit } from '../model/unit';
import { powerOfUnit } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation } from '../sheet/formula';
import { MAX_FORMULA_LENGTH, printFormula } from '../sheet/print-formula';
import { scaledFormula } from '../sheet/scale';
import type { Cell, SheetModel } from '../sheet/sheet';
import type { CellStyle } from '../sheet/style';
import { sumOf } from '../sheet/sum';
import type { CheckCells, PlacedCheck } from './check-cells';
import { inOrder, linkToSide, unitText, verdictFormula } from './check-cells';
import { formulaCell, numberCell, ordinalCell, textCell } from './cells';
import { firstBodyRow, listSheetInSlices } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';
import { CLASS_NAMES, STATUS_NAMES } from './words';

const COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 6 },
  { header: '结论', width: 8 },
  { header: '勾稽关系', width: 26 },
  { header: '核对对象', width: 18 },
  { header: '左边', width: 22 },
  { header: '左边数', width: 15 },
  { header: '右边', width: 22 },
  { header: '右边数', width: 15 },
  { header: '单位', width: 7 },
  { header: '差额', width: 13 },
  { header: '允许差', width: 9 },
  // From here on the screen only.
  { header: '去看左边', width: 22 },
  { header: '去看右边', width: 22 },
  { header: '轻重', width: 9 },
  { header: '依据', width: 20 },
];
const WORKING_COLUMNS = 4;
const VERDICT = 1;
const LEFT = 5;
const RIGHT = 7;
const GAP = 9;
const TOLERANCE = 10;

/** Beyond this many rows only what does not hold is listed row by row; the rest is counted. */
const MOST_ROWS = 20_000;
/** Digits after the point within which a gap is worked out: 分 in 亿元, and more than any ratio is written with. */
const MOST_PLACES = 10;

/** 自评_勾稽核对: every relation tried, both sides live from the working paper (shared/design/product.md). */
export class RelationsSheet implements CheckCells {
  private readonly listed: readonly Check[];
  private readonly rows: ReadonlyMap<string, number>;
  /** Relations that hold and are not listed, because there are too many. */
  readonly unlisted: number;

  constructor(
    checks: readonly Check[],
    private readonly traces: ReadonlyMap<string, Trace>,
    private readonly paper: WorkingPaper,
  ) {
    const sorted = inOrder(checks);
    const apart = sorted.filter(({ status }) => status !== 'holds').length;
    this.listed = sorted.slice(0, Math.max(MOST_ROWS, apart));
    this.unlisted = sorted.length - this.listed.length;
    this.rows = new Map(this.listed.map((check, index) => [check.key, firstBodyRow(COLUMNS) + index]));
  }

  cellsOf(check: Check): PlacedCheck | null {
    const row = this.rows.get(check.key);
    if (row === undefined) return null;
    const at = (column: number): CellPlace => ({ sheet: SHEETS.relations, row, column });
    return { verdict: at(VERDICT), left: at(LEFT), right: at(RIGHT), gap: at(GAP) };
  }

  /** The column of verdicts, for counting. */
  get verdicts(): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
    const top = firstBodyRow(COLUMNS);
    return { top, bottom: top + Math.max(1, this.listed.length) - 1, left: VERDICT, right: VERDICT };
  }

  compose(unitName: string | null): SheetModel {
    return atOnce(this.composeInSlices(unitName));
  }

  /** The same, some rows at a time. */
  *composeInSlices(unitName: string | null): Sliced<SheetModel> {
    const more = `注：另有 ${this.unlisted} 条相符的关系没有逐条列出。`;
    const rows = yield* mapped(this.listed, (check, index) => this.line(check, index));
    return yield* listSheetInSlices({
      name: SHEETS.relations,
      title: '勾稽关系核对表',
      unitName,
      unitLine: '金额单位见“单位”栏',
      columns: COLUMNS,
      rows,
      remarks: [
        '注：差额＝左边－右边；允许差是各数最小一位的一半之和，差额在允许差以内为尾差。左右两边都是公式，改动来源表即重算。',
        ...(this.unlisted > 0 ? [more] : []),
      ],
      workingColumns: WORKING_COLUMNS,
      orientation: 'landscape',
      filter: this.listed.length > 0,
      frozenColumns: 3,
    });
  }

  private line(check: Check, index: number): ListRow {
    const row = firstBodyRow(COLUMNS) + index;
    const trace = this.traces.get(check.key) ?? null;
    const drawn = trace && this.draw(check, trace, row);
    return {
      cells: [
        ordinalCell(index),
        drawn?.verdict ?? textCell(STATUS_NAMES[check.status], STYLES.center),
        textCell(check.title),
        textCell(trace ? objectOf(trace) : ''),
        textCell(check.left?.text ?? ''),
        drawn?.left ?? textCell(''),
        textCell(check.right?.text ?? (check.status === 'missing' ? check.message : '')),
        drawn?.right ?? textCell(''),
        textCell(unitText(check), STYLES.center),
        drawn?.gap ?? textCell(''),
        drawn?.tolerance ?? textCell(''),
        linkToSide(check.left),
        linkToSide(check.right),
        textCell(CLASS_NAMES[check.class], STYLES.center),
        textCell(check.basis),
      ],
    };
  }

  private draw(
    check: Check,
    trace: Trace,
    row: number,
  ): Record<'verdict' | 'left' | 'right' | 'gap' | 'tolerance', Cell> {
    const at = (column: number): Formula => cell({ sheet: SHEETS.relations, row, column });
    const { left, right } = check as { left: Side; right: Side };
    const gap = check.difference ?? Decimal.ZERO;
    const tolerance = check.tolerance ?? Decimal.ZERO;
    const places = Decimal.of(placesOf(check));
    const power = left.unit === null || right.unit === null ? 0 : powerOfUnit(right.unit) - powerOfUnit(left.unit);
    const gapFormula = call('ROUND', operation('-', at(LEFT), scaledFormula(at(RIGHT), power)), number(places));
    const style = styleOf(left, trace);
    return {
      verdict: formulaCell(
        verdictFormula(trace.operator, at(GAP), at(TOLERANCE)),
        STATUS_NAMES[check.status],
        STYLES.center,
      ),
      left: this.side(trace, 'left', left),
      right: this.side(trace, 'right', right),
      gap: formulaCell(gapFormula, gap.roundHalfUp(MOST_PLACES), style),
      tolerance: this.tolerance(trace, tolerance, left.unit),
    };
  }

  private side(trace: Trace, which: 'left' | 'right', side: Side): Cell {
    const unit = trace.step === null ? side.unit : commonUnit([...trace.leftFigures, ...trace.rightFigures]);
    const drawn = toExcel(trace[which], trace.scope, unit, (figure) => this.paper.number(figure));
    const style = styleOf(side, trace);
    const value = side.value ?? Decimal.ZERO;
    // A formula longer than a spreadsheet takes: the number as it was when the sheet was written.
    if ('gap' in drawn || isTooLong(drawn.formula)) return numberCell(value, style);
    return formulaCell(drawn.formula, value, style);
  }

  private tolerance(trace: Trace, tolerance: Decimal, unit: AmountUnit | null): Cell {
    if (trace.step !== null || unit === null) return numberCell(tolerance, STYLES.plain);
    const terms = [...trace.leftFigures, ...trace.rightFigures]
      .filter((figure) => figure.place !== null && figure.unit !== null)
      .map((figure) =>
        scaledFormula(this.paper.tolerance(figure), powerOfUnit(figure.unit as AmountUnit) - powerOfUnit(unit)),
      );
    const formula = sumOf(terms);
    return isTooLong(formula) ? numberCell(tolerance, STYLES.plain) : formulaCell(formula, tolerance, STYLES.plain);
  }
}

function styleOf(side: Side, trace: Trace): CellStyle {
  if (side.unit !== null) return STYLES.fineMoney;
  return trace.step === null ? STYLES.plain : STYLES.ratio;
}

function isTooLong(formula: Formula): boolean {
  return printFormula(formula).length >= MAX_FORMULA_LENGTH;
}

/** Amounts of a relation of ratios are divided by one another: one unit for all of them, whichever it is. */
function commonUnit(figures: readonly Figure[]): AmountUnit | null {
  return figures.find((figure) => figure.unit !== null)?.unit ?? null;
}

function placesOf({ left, right, difference, tolerance }: Check): number {
  const needed = [left?.value, right?.value, difference, tolerance].map((value) => -(value?.lastPower() ?? 0));
  return Math.min(MOST_PLACES, Math.max(2, ...needed, left?.unit === right?.unit ? 0 : 6));
}

function objectOf({ scope: { here } }: Trace): string {
  if (!here) return '';
  const row = [here.row.code, here.row.name ?? here.row.label].filter((part) => part).join(' ');
  return here.column === null ? row : `${row}·${here.column}`;
}
