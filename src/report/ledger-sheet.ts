import type { Figure } from '../facts/figure';
import type { CellPlace } from '../model/address';
import type { Check, Side } from '../model/check';
import { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import { powerOfUnit } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation } from '../sheet/formula';
import { scaledFormula } from '../sheet/scale';
import type { Cell, SheetModel } from '../sheet/sheet';
import type { CheckCells, PlacedCheck } from './check-cells';
import { inOrder, linkToSide, unitText, verdictFormula } from './check-cells';
import { formulaCell, numberCell, ordinalCell, textCell } from './cells';
import { firstBodyRow, listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';
import { CLASS_NAMES, STATUS_NAMES } from './words';

const COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 6 },
  { header: '结论', width: 8 },
  { header: '核对事项', width: 21 },
  { header: '一边', width: 23 },
  { header: '一边数', width: 15 },
  { header: '另一边', width: 20 },
  { header: '另一边数', width: 15 },
  { header: '单位', width: 6 },
  { header: '差额', width: 13 },
  { header: '允许差', width: 8 },
  { header: '说明差额的分录', width: 21 },
  // From here on the screen only.
  { header: '去看一边', width: 22 },
  { header: '去看另一边', width: 22 },
  { header: '轻重', width: 9 },
  { header: '依据', width: 20 },
];
const WORKING_COLUMNS = 4;
const VERDICT = 1;
const LEFT = 4;
const RIGHT = 6;
const GAP = 8;
const TOLERANCE = 9;
/** Two digits of 分, more for 万元. */
const PLACES: Readonly<Record<AmountUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/** What is compared with something outside its own sheet: it is listed even where it holds. */
const TIES = /^ledger\.(?:tie|entries\.account)/;

/** Beyond this many, ties that hold are counted and not listed. */
const MOST_ROWS = 5_000;

/**
 * 自评_账表核对: reported figures against the trial balance, this against the entries, and what the books say about
 * themselves (shared/design/product.md). Figures of tables are live; what stands in the books is a value.
 */
export class LedgerSheet implements CheckCells {
  private readonly listed: readonly Check[];
  private readonly rows: ReadonlyMap<string, number>;
  private readonly unlisted: number;

  /** @param reported figures of tables that are the left side of a check, by its key */
  constructor(
    checks: readonly Check[],
    private readonly reported: ReadonlyMap<string, Figure>,
    private readonly paper: WorkingPaper,
  ) {
    const worth = inOrder(checks).filter(({ id, status }) => status !== 'holds' || TIES.test(id));
    const apart = worth.filter(({ status }) => status !== 'holds').length;
    this.listed = worth.slice(0, Math.max(MOST_ROWS, apart));
    this.unlisted = checks.length - this.listed.length;
    this.rows = new Map(this.listed.map(({ key }, index) => [key, firstBodyRow(COLUMNS) + index]));
  }

  cellsOf({ key }: Check): PlacedCheck | null {
    const row = this.rows.get(key);
    if (row === undefined) return null;
    const at = (column: number): CellPlace => ({ sheet: SHEETS.ledger, row, column });
    return { verdict: at(VERDICT), left: at(LEFT), right: at(RIGHT), gap: at(GAP) };
  }

  /** The column of verdicts, for counting. */
  get verdicts(): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
    const top = firstBodyRow(COLUMNS);
    return { top, bottom: top + Math.max(1, this.listed.length) - 1, left: VERDICT, right: VERDICT };
  }

  compose(unitName: string | null): SheetModel {
    return listSheet({
      name: SHEETS.ledger,
      title: '账表核对表',
      unitName,
      unitLine: '金额单位见“单位”栏',
      columns: COLUMNS,
      rows: this.listed.map((check, index) => this.line(check, index)),
      remarks: [
        '注：报表的数是公式，改动来源表即重算；科目余额表和明细账的数是生成时加出来的，账簿改动后请重新生成。',
        ...(this.unlisted > 0 ? [`注：另有 ${this.unlisted} 条相符的核对没有逐条列出。`] : []),
      ],
      workingColumns: WORKING_COLUMNS,
      orientation: 'landscape',
      filter: this.listed.length > 0,
      frozenColumns: 3,
    });
  }

  private line(check: Check, index: number): ListRow {
    const row = firstBodyRow(COLUMNS) + index;
    const { left, right } = check as { left: Side; right: Side };
    const at = (column: number): Formula => cell({ sheet: SHEETS.ledger, row, column });
    const unit = left.unit ?? '元';
    const power = powerOfUnit(right.unit ?? '元') - powerOfUnit(unit);
    const gap = call(
      'ROUND',
      operation('-', at(LEFT), scaledFormula(at(RIGHT), power)),
      number(Decimal.of(PLACES[unit])),
    );
    const verdict = verdictFormula('=', at(GAP), at(TOLERANCE));
    return {
      cells: [
        ordinalCell(index),
        formulaCell(verdict, STATUS_NAMES[check.status], STYLES.center),
        textCell(check.title),
        textCell(left.text),
        this.amount(left, this.reported.get(check.key)),
        textCell(right.text),
        this.amount(right, undefined),
        textCell(unitText(check), STYLES.center),
        formulaCell(gap, check.difference ?? Decimal.ZERO, STYLES.fineMoney),
        numberCell(check.tolerance ?? Decimal.ZERO, STYLES.plain),
        textCell((check.explainedBy ?? []).map(({ text }) => text).join('；')),
        linkToSide(left),
        linkToSide(right),
        textCell(CLASS_NAMES[check.class], STYLES.center),
        textCell(check.basis),
      ],
    };
  }

  private amount({ value, unit }: Side, figure: Figure | undefined): Cell {
    const shown = value ?? Decimal.ZERO;
    if (!figure || figure.unit === null || unit === null) return numberCell(shown, STYLES.fineMoney);
    const power = powerOfUnit(figure.unit) - powerOfUnit(unit);
    return formulaCell(scaledFormula(this.paper.number(figure), power), shown, STYLES.fineMoney);
  }
}
