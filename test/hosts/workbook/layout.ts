import type { Area } from '../../../src/model/address';
import { isWholeColumns } from './areas';
import { MAX_COLUMN_POINTS, MAX_ROW_POINTS, NEW_COLUMN_POINTS, NEW_ROW_POINTS, wholePixels } from './lengths';
import { BookError } from './problem';
import { SharedMap } from './shared-map';
import type { Style } from './style';

export interface ColumnLayout {
  /** Points; null for the width of a new column. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Of cells that have none of their own; null for a plain one. */
  readonly style: Style | null;
}

export interface RowLayout {
  /** Points; null for the height of a new row. */
  readonly height: number | null;
  /** True when somebody set the height; else the program chose it to fit. */
  readonly custom: boolean;
  readonly hidden: boolean;
  readonly style: Style | null;
}

const NEW_COLUMN: ColumnLayout = { width: null, hidden: false, style: null };
const NEW_ROW: RowLayout = { height: null, custom: false, hidden: false, style: null };

/** Widths, heights, hidden and wholly formatted rows and columns of one sheet. */
export class SheetLayout {
  private columns = new SharedMap<number, ColumnLayout>();
  private rows = new SharedMap<number, RowLayout>();
  private columnDefault = NEW_COLUMN_POINTS;
  private rowDefault = NEW_ROW_POINTS;

  clone(): SheetLayout {
    const copy = new SheetLayout();
    copy.columns = this.columns.clone();
    copy.rows = this.rows.clone();
    copy.columnDefault = this.columnDefault;
    copy.rowDefault = this.rowDefault;
    return copy;
  }

  column(column: number): ColumnLayout {
    return this.columns.get(column) ?? NEW_COLUMN;
  }

  row(row: number): RowLayout {
    return this.rows.get(row) ?? NEW_ROW;
  }

  columnWidth(column: number): number {
    return this.column(column).width ?? this.columnDefault;
  }

  rowHeight(row: number): number {
    return this.row(row).height ?? this.rowDefault;
  }

  setDefaults(columnWidth: number, rowHeight: number): void {
    this.columnDefault = columnWidth;
    this.rowDefault = rowHeight;
  }

  /** @throws BookError InvalidArgument for a width Excel does not take. */
  setColumns(from: number, to: number, patch: Partial<ColumnLayout>): void {
    const width = checked(patch.width, MAX_COLUMN_POINTS);
    for (let column = from; column <= to; column += 1) {
      this.columns.set(column, { ...this.column(column), ...patch, ...(width === undefined ? {} : { width }) });
    }
  }

  /** @throws BookError InvalidArgument for a height Excel does not take. */
  setRows(from: number, to: number, patch: Partial<RowLayout>): void {
    const height = checked(patch.height, MAX_ROW_POINTS);
    for (let row = from; row <= to; row += 1) {
      const chosen = height === undefined ? {} : { height, custom: patch.custom ?? height !== null };
      this.rows.set(row, { ...this.row(row), ...patch, ...chosen });
    }
  }

  /** The look of cells without one of their own: a row's before a column's (ECMA-376 part 1, 18.3.1.73 `s`). */
  style(row: number, column: number): Style | null {
    return this.rows.get(row)?.style ?? this.columns.get(column)?.style ?? null;
  }

  /** Changes the look of whole columns or whole rows. */
  restyle(area: Area, change: (style: Style) => Style, normal: Style): void {
    if (isWholeColumns(area)) {
      for (let column = area.left; column <= area.right; column += 1) {
        this.setColumns(column, column, { style: change(this.column(column).style ?? normal) });
      }
      for (const [row, { style }] of [...this.rows.entries()]) {
        if (style !== null && area.left === 0) this.setRows(row, row, { style: change(style) });
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      this.setRows(row, row, { style: change(this.row(row).style ?? normal) });
    }
  }

  leftOf(column: number): number {
    let left = 0;
    for (let one = 0; one < column; one += 1) left += this.column(one).hidden ? 0 : this.columnWidth(one);
    return left;
  }

  topOf(row: number): number {
    let top = 0;
    for (let one = 0; one < row; one += 1) top += this.row(one).hidden ? 0 : this.rowHeight(one);
    return top;
  }

  /** Columns and rows of which something was set, ascending, and the lengths of all others. */
  runs(): {
    readonly columns: readonly (readonly [number, ColumnLayout])[];
    readonly rows: readonly (readonly [number, RowLayout])[];
    readonly columnWidth: number;
    readonly rowHeight: number;
  } {
    return {
      columns: [...this.columns.entries()].sort(([a], [b]) => a - b),
      rows: [...this.rows.entries()].sort(([a], [b]) => a - b),
      columnWidth: this.columnDefault,
      rowHeight: this.rowDefault,
    };
  }
}

function checked(points: number | null | undefined, most: number): number | null | undefined {
  if (points === null || points === undefined) return points;
  if (!(points >= 0 && points <= most)) throw new BookError('InvalidArgument', `A length of ${points} points.`);
  return wholePixels(points);
}
