import type { Area } from '../../../model/address';
import type { CellValue, Visibility } from '../../../model/grid';
import type { Budget } from '../limits';
import { MAX_PIECES } from '../limits';
import type { SheetTaker, StoredSheet } from '../storedsheet';
import { SheetHints, checkPlace } from '../storedsheet';
import { Columns } from './columns';
import { Unfamiliar } from './part-scanner';
import type { TextStore } from './text-store';
import { DistinctTexts, charactersOf } from './text-store';

// Not looked up for every cell: where modules are compiled one by one, every look at an import is a call.
const MOST_PIECES = MAX_PIECES;

/** Takes the cells of a sheet, in any order, into columns; see {@link SheetTaker}. */
export class ColumnBuilder implements SheetTaker {
  private readonly hints = new SheetHints();
  private readonly own = new DistinctTexts();
  private readonly columns: Columns;
  private readonly formats: (string | undefined)[] = [];

  constructor(
    readonly name: string,
    private readonly visibility: Visibility,
    private readonly shared: TextStore,
    private readonly budget: Budget,
  ) {
    this.columns = new Columns(shared, this.own);
  }

  cell(row: number, column: number, value: CellValue, format: string | null = null): void {
    if (value === null || value === '') return;
    if (typeof value === 'number') return this.number(row, column, value, format ?? 'General');
    this.spend(row, column);
    if (typeof value === 'string') this.columns.ownText(row, column, this.own.addText(value));
    else this.columns.other(row, column, value);
  }

  number(row: number, column: number, value: number, format: string): void {
    this.spend(row, column);
    this.columns.number(row, column, value);
    this.formats[column] ??= format;
  }

  /** A text by its number among the shared ones. */
  sharedText(row: number, column: number, number: number): void {
    if (this.shared.isEmpty(number)) return;
    this.spend(row, column);
    this.columns.sharedText(row, column, number);
  }

  /** A text that the cell itself holds, as UTF-8, end not included. */
  ownText(row: number, column: number, bytes: Uint8Array, start: number, end: number): void {
    this.spend(row, column);
    const known = this.own.count;
    const number = this.own.number(bytes, start, end);
    if (this.own.count > known) this.budget.spendText(charactersOf(bytes, start, end));
    this.columns.ownText(row, column, number);
  }

  merge(area: Area): void {
    this.hints.merge(area);
  }

  hideRow(row: number): void {
    this.hints.hideRow(row);
  }

  hideColumns(from: number, to: number): void {
    this.hints.hideColumns(from, to);
  }

  finish(): StoredSheet {
    const { columns } = this;
    return {
      description: this.hints.describe(this.name, this.visibility, columns.rowCount, columns.columnCount),
      columnFormats: Array.from({ length: columns.columnCount }, (_, column) => this.formats[column] ?? null),
      rows: (from, to) => columns.rows(from, to),
    };
  }

  /** @throws Unfamiliar when the cells lie so far apart that columns would take more room than rows */
  private spend(row: number, column: number): void {
    checkPlace(row, column);
    this.budget.spendCell(0);
    if (this.columns.pieceCount > MOST_PIECES) throw new Unfamiliar();
  }
}
