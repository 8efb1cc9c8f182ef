import type { Figure } from '../facts/figure';
import type { CellPlace } from '../model/address';
import { formatPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { CellValue } from '../model/grid';
import { isCellError } from '../model/grid';
import { isOwnSheet } from '../model/own-sheet';
import type { Sliced } from '../model/slices';
import { atOnce, mapped } from '../model/slices';
import type { TableCell } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { fromYuan, powerOfUnit } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import { scaledFormula } from '../sheet/scale';
import type { CachedValue, Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, linkCell, ordinalCell, textCell } from './cells';
import { conversionOf } from './conversion';
import { firstBodyRow, listSheetInSlices } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';

const COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 6 },
  { header: '工作表', width: 18 },
  { header: '表', width: 22 },
  { header: '行', width: 25 },
  { header: '列', width: 16 },
  { header: '去看', width: 18 },
  { header: '原值', width: 13 },
  { header: '数值', width: 13 },
  { header: '单位', width: 6 },
  { header: '折合万元', width: 13 },
  { header: '尾差额度', width: 10 },
  { header: '说明', width: 16 },
];
const RAW = 6;
const NUMBER = 7;
const WAN = 9;
const TOLERANCE = 10;
/** Beside an amount that stands in no table of hers. */
const TYPED = '在自评表里填写';
const HALF = Decimal.of('0.5');

/** The reading of a cell of the source workbook. */
export type RawValue = (place: CellPlace) => CellValue;

/**
 * 自评_取数: every figure used, with a live formula to its source cell, and the number it stands for. Other sheets take
 * their figures from here and nowhere else (architecture, rule 5).
 */
export class WorkingPaper {
  private readonly lines: readonly Figure[];
  private readonly rows = new Map<string, number>();

  /**
   * @param figures in any order and number; those without a cell of their own are left out
   * @param sheets the order of the source sheets
   */
  constructor(
    figures: Iterable<Figure>,
    sheets: readonly string[],
    private readonly raw: RawValue,
  ) {
    const byPlace = new Map<string, Figure>();
    for (const figure of figures) if (figure.place !== null) byPlace.set(formatPlace(figure.place), figure);
    const order = new Map(sheets.filter((sheet) => !isOwnSheet(sheet)).map((sheet, index) => [sheet, index]));
    const at = (figure: Figure): CellPlace => figure.place as CellPlace;
    // Sheets of ours come last, wherever their tabs stand.
    const orderOf = (figure: Figure): number => order.get(at(figure).sheet) ?? sheets.length;
    // Column by column, so that the figures of a total stand below one another.
    this.lines = [...byPlace.values()].sort(
      (a, b) =>
        orderOf(a) - orderOf(b) ||
        a.table.area.top - b.table.area.top ||
        a.table.area.left - b.table.area.left ||
        at(a).column - at(b).column ||
        at(a).row - at(b).row,
    );
    this.lines.forEach((figure, index) => this.rows.set(formatPlace(at(figure)), firstBodyRow(COLUMNS) + index));
  }

  /** The figure's number, in the unit its table is written in. */
  number(figure: Figure): Formula {
    return cell(this.at(figure, NUMBER));
  }

  /** The figure in 万元. */
  wan(figure: Figure): Formula {
    return cell(this.at(figure, WAN));
  }

  /** The figure in 元, converted from the unit its table is written in. */
  yuan(figure: Figure): Formula {
    return scaledFormula(this.number(figure), figure.unit === null ? 0 : powerOfUnit(figure.unit));
  }

  /** Half the written step of the figure's table, in its unit; 0 where the figure is zero (architecture, rule 4). */
  tolerance(figure: Figure): Formula {
    return cell(this.at(figure, TOLERANCE));
  }

  private at(figure: Figure, column: number): CellPlace {
    const row = figure.place === null ? undefined : this.rows.get(formatPlace(figure.place));
    if (row === undefined) throw new Error('a figure that is not in the working paper');
    return { sheet: SHEETS.paper, row, column };
  }

  compose(unitName: string | null): SheetModel {
    return atOnce(this.composeInSlices(unitName));
  }

  /** The same, some rows at a time. */
  *composeInSlices(unitName: string | null): Sliced<SheetModel> {
    const rows = yield* mapped(this.lines, (figure, index) => this.line(figure, index));
    return yield* listSheetInSlices({
      name: SHEETS.paper,
      title: '取数底稿',
      unitName,
      unitLine: '“原值”是表里的数，“数值”按该表单位',
      columns: COLUMNS,
      rows,
      remarks: ['注：每个数都是指向来源单元格的公式。尾差额度是该表最小一位的一半，数为零时不计。'],
      // 说明 is for the screen.
      workingColumns: 1,
      orientation: 'landscape',
      filter: this.lines.length > 0,
      frozenColumns: 0,
    });
  }

  private line(figure: Figure, index: number): ListRow {
    const place = figure.place as CellPlace;
    const source = figure.row?.cells.get(figure.column) as TableCell;
    const raw = this.raw(place);
    const rawAt = this.at(figure, RAW);
    const conversion = conversionOf(raw, source, cell(rawAt));
    const label = figure.row?.name ?? [figure.row?.code, figure.row?.label].filter(Boolean).join(' ');
    const style = figure.unit === null ? STYLES.plain : STYLES.fineMoney;
    const value = source.value;
    const numeric: Cell =
      conversion.formula === null || value === null
        ? textCell('读不成数', STYLES.plain)
        : formulaCell(conversion.formula, value, style);
    return {
      cells: [
        ordinalCell(index),
        textCell(place.sheet),
        textCell(figure.table.title ?? figure.table.name),
        textCell(label),
        textCell(figure.column),
        linkCell(place),
        rawCell(raw, place, style),
        numeric,
        textCell(figure.unit ?? '', STYLES.center),
        ...this.amounts(figure, value),
        textCell(isOwnSheet(place.sheet) ? TYPED : conversion.remark),
      ],
    };
  }

  /** 折合万元 and 尾差额度; nothing for counts and ratios. */
  private amounts(figure: Figure, value: Decimal | null): Cell[] {
    if (figure.unit === null || value === null) return [textCell('', STYLES.plain), textCell('', STYLES.plain)];
    const at = this.number(figure);
    const half = figure.table.writtenUnit.times(HALF);
    return [
      formulaCell(inWan(at, figure.unit), fromYuan(figure.value ?? Decimal.ZERO, '万元'), STYLES.fineMoney),
      formulaCell(
        call('IF', operation('=', at, number(Decimal.ZERO)), number(Decimal.ZERO), number(half)),
        value.isZero() ? Decimal.ZERO : half,
        STYLES.plain,
      ),
    ];
  }
}

function inWan(formula: Formula, unit: AmountUnit): Formula {
  return scaledFormula(formula, powerOfUnit(unit) - powerOfUnit('万元'));
}

/** The source cell as it stands; a blank one stays blank, where a bare reference would show 0. */
function rawCell(raw: CellValue, place: CellPlace, style: Cell['style']): Cell {
  const source = cell(place);
  if (raw === null) {
    const blank = text('');
    return formulaCell(call('IF', operation('=', source, blank), blank, source), '', style);
  }
  return formulaCell(source, cachedOf(raw), style);
}

function cachedOf(raw: Exclude<CellValue, null>): CachedValue {
  if (isCellError(raw)) return raw;
  return typeof raw === 'number' ? Decimal.of(raw) : raw;
}
