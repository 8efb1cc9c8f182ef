import type { Area } from '../../../src/model/address';
import type { Visibility } from '../../../src/model/grid';
import { cellArea } from './areas';
import type { Book } from './book';
import { SheetLayout } from './layout';
import { BookError } from './problem';
import type { Freeze, PageSetup, Selection, SheetProtection } from './structure';
import { NEW_PAGE } from './structure';

/** What a sheet is apart from its cells: its tab, its rows and columns, how it is seen, printed and protected. */
export abstract class SheetFrame {
  protected layout = new SheetLayout();
  private setup: PageSetup = NEW_PAGE;
  private frozen: Freeze | null = null;
  private filtered: Area | null = null;
  private shield: SheetProtection | null = null;
  private tab: string | null = null;
  private lines = true;
  private marked: Selection = { row: 0, column: 0, areas: [cellArea(0, 0)] };

  /** Made by {@link Book} only. `part` is the part of the loaded package this sheet stands for, null for a new sheet. */
  constructor(
    protected readonly book: Book,
    readonly id: string,
    private sheetName: string,
    private shown: Visibility,
    readonly part: string | null = null,
  ) {}

  get name(): string {
    return this.sheetName;
  }

  get visibility(): Visibility {
    return this.shown;
  }

  /** #RRGGBB; null for none. */
  get tabColor(): string | null {
    return this.tab;
  }

  get gridlines(): boolean {
    return this.lines;
  }

  get protection(): SheetProtection | null {
    return this.shield;
  }

  get freeze(): Freeze | null {
    return this.frozen;
  }

  get filter(): Area | null {
    return this.filtered;
  }

  get page(): PageSetup {
    return this.setup;
  }

  get selection(): Selection {
    return this.marked;
  }

  setFreeze(freeze: Freeze | null): void {
    this.frozen = freeze !== null && freeze.rows + freeze.columns === 0 ? null : freeze;
  }

  setFilter(area: Area | null): void {
    this.allow(null);
    this.filtered = area;
  }

  setGridlines(shown: boolean): void {
    this.lines = shown;
  }

  setTabColor(color: string | null): void {
    this.tab = color === null ? null : color.toUpperCase();
  }

  /** Changes parts of the page set-up; the others stay. */
  setPage(patch: Partial<PageSetup>): void {
    this.setup = { ...this.setup, ...patch };
  }

  select(row: number, column: number, areas: readonly Area[] = [cellArea(row, column)]): void {
    this.marked = { row, column, areas };
  }

  /** Points, also when the column is hidden. */
  columnWidth(column: number): number {
    return this.layout.columnWidth(column);
  }

  /** Points, also when the row is hidden; the default height where the program chooses. */
  rowHeight(row: number): number {
    return this.layout.rowHeight(row);
  }

  isColumnHidden(column: number): boolean {
    return this.layout.column(column).hidden;
  }

  isRowHidden(row: number): boolean {
    return this.layout.row(row).hidden;
  }

  /** True when the height was set, not chosen by the program. */
  hasOwnHeight(row: number): boolean {
    return this.layout.row(row).custom;
  }

  /** @param points null for the width of a new column. Snapped to whole pixels. */
  setColumnWidth(from: number, to: number, points: number | null): void {
    this.allow('allowFormatColumns');
    this.layout.setColumns(from, to, { width: points });
  }

  /** @param points null lets the program choose. */
  setRowHeight(from: number, to: number, points: number | null): void {
    this.allow('allowFormatRows');
    this.layout.setRows(from, to, { height: points });
  }

  setColumnsHidden(from: number, to: number, hidden: boolean): void {
    this.allow('allowFormatColumns');
    this.layout.setColumns(from, to, { hidden });
  }

  setRowsHidden(from: number, to: number, hidden: boolean): void {
    this.allow('allowFormatRows');
    this.layout.setRows(from, to, { hidden });
  }

  /** Widths and heights as a file has them; for loading only. */
  loadLayout(fill: (layout: SheetLayout) => void): void {
    fill(this.layout);
  }

  /** Columns and rows of which something was set, ascending. */
  layoutRuns(): ReturnType<SheetLayout['runs']> {
    return this.layout.runs();
  }

  /** Distance of the left edge of a column from the sheet's, in points; hidden columns have no width. */
  leftOf(column: number): number {
    return this.layout.leftOf(column);
  }

  topOf(row: number): number {
    return this.layout.topOf(row);
  }

  /** @throws BookError InvalidOperation when it is protected already. */
  protect(protection: SheetProtection): void {
    if (this.shield !== null) throw new BookError('InvalidOperation', `The sheet ${this.name} is protected already.`);
    this.shield = protection;
  }

  /** @throws BookError InvalidArgument for a wrong password. */
  unprotect(password: string | null): void {
    if ((this.shield?.password ?? password) !== password) {
      throw new BookError('InvalidArgument', 'The password is not correct.');
    }
    this.shield = null;
  }

  /** For {@link Book} only. */
  setName(name: string): void {
    this.sheetName = name;
  }

  /** For {@link Book} only. */
  setShown(shown: Visibility): void {
    this.shown = shown;
  }

  protected takeFrame(other: SheetFrame): void {
    this.layout = other.layout.clone();
    this.setup = other.setup;
    this.frozen = other.frozen;
    this.filtered = other.filtered;
    this.shield = other.shield;
    this.tab = other.tab;
    this.lines = other.lines;
    this.marked = other.marked;
  }

  /** Refuses on a protected sheet that does not allow this; null is what no protection allows. */
  protected allow(permission: keyof Omit<SheetProtection, 'password'> | null): void {
    if (this.shield !== null && (permission === null || !this.shield[permission])) throw this.denied();
  }

  protected denied(): BookError {
    return new BookError('AccessDenied', `The sheet ${this.name} is protected.`);
  }
}
