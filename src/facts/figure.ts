import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Table, TableCell, TableRow } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { toYuan } from '../model/unit';
import { amountColumnNames } from '../tables/amount-columns';
import { KINDS } from '../tables/packs';

/** One figure with everything needed to compare, explain and link it. */
export interface Figure {
  /** Money in 元, counts and ratios as they are; null when the cell cannot be read or does not state it. */
  readonly value: Decimal | null;
  /** The step its table is written in, in the same scale as `value` (architecture, rule 4). */
  readonly step: Decimal;
  /** The unit its table is written in; null for counts, ratios and tables without a unit. */
  readonly unit: AmountUnit | null;
  readonly table: Table;
  /** Null for a row that the table leaves out. */
  readonly row: TableRow | null;
  readonly column: string;
  /** Null when the table has no such cell and zero is meant. */
  readonly place: CellPlace | null;
  readonly state: TableCell['state'] | 'absent';
}

const amountColumns = new Map<string, ReadonlySet<string>>();

/** Names of the columns of a kind that hold money. */
export function amountColumnsOf(kindName: string): ReadonlySet<string> {
  let names = amountColumns.get(kindName);
  if (!names) {
    const kind = KINDS.find((one) => one.name === kindName);
    names = new Set(kind ? amountColumnNames(kind) : []);
    if (kind?.layout === 'form') names = new Set([...names, '值']);
    amountColumns.set(kindName, names);
  }
  return names;
}

/** The figure in a row's column; null when the row's block has no such column. */
export function figureOf(table: Table, row: TableRow, column: string): Figure | null {
  const cell = row.cells.get(column);
  if (!cell) return null;
  const money = table.money && amountColumnsOf(table.name).has(column);
  const unit = money ? table.amountUnit : null;
  const scale = (value: Decimal): Decimal => (unit === null ? value : toYuan(value, unit));
  return {
    value: cell.value === null ? null : scale(cell.value),
    step: money ? scale(table.writtenUnit) : Decimal.ZERO,
    unit,
    table,
    row,
    column,
    place: cell.place,
    state: cell.state,
  };
}

/** Zero for a row that a table leaves out because nothing happened there. */
export function absentFigure(table: Table, column: string): Figure {
  return {
    value: Decimal.ZERO,
    step: Decimal.ZERO,
    unit: null,
    table,
    row: null,
    column,
    place: null,
    state: 'absent',
  };
}

/** How a figure is named in messages: 《支出决算表》合计·基本支出. */
export function figureName(figure: Figure): string {
  const { row: at } = figure;
  const row =
    at === null ? '（表中没有的行）' : (at.name ?? ([at.code, at.label].filter(Boolean).join(' ') || '（无名称的行）'));
  return `《${figure.table.name}》${row}·${figure.column}`;
}
