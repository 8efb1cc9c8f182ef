import type { Area } from '../../../src/model/address';
import { cellAddress } from '../../../src/model/address';
import type { CellValue } from '../../../src/model/grid';
import { cellArea, common, contains, covers, isWholeColumns, isWholeRows } from './areas';
import type { Book } from './book';
import type { Content, FormulaContent, StoredCell } from './cells';
import { CellStore } from './cells';
import { displayed } from './display';
import type { Entry } from './entry';
import { enter } from './entry';
import { withSheetRenamed } from './formula-text';
import { BookError } from './problem';
import { SheetObjects } from './sheet-objects';
import type { Style, StylePatch } from './style';
import { intern, patched } from './style';

/** What {@link BookSheet.clear} takes away: values and formulas, how cells look, or both (Excel.ClearApplyTo). */
export type ClearWhat = 'contents' | 'formats' | 'all';
/** What {@link BookSheet.copyFrom} brings along (Excel.RangeCopyType). */
export type CopyWhat = 'all' | 'formulas' | 'values' | 'formats';

/**
 * One sheet of a {@link Book}. Rows and columns count from 0, lengths are points. What stands in fields is read there;
 * what changes something is a method, refuses with {@link BookError} and then leaves the sheet as it was. A protected
 * sheet refuses with AccessDenied. Sheets are made, renamed, moved, shown and deleted by their book.
 */
export class BookSheet extends SheetObjects {
  private cells = new CellStore();
  private mergedAreas: readonly Area[] = [];

  get merges(): readonly Area[] {
    return this.mergedAreas;
  }

  /** What a cell holds, uncalculated; null is blank. */
  content(row: number, column: number): Content {
    return this.cells.get(row, column)?.content ?? null;
  }

  /** As Office.js gives `formulas`: a formula with its “=”, a constant as it is, "" for blank; errors as their text. */
  entry(row: number, column: number): string | number | boolean {
    const content = this.content(row, column);
    if (content === null) return '';
    if (content.kind === 'formula') return `=${content.text}`;
    return typeof content.value === 'object' ? content.value.error : content.value;
  }

  /** The value, calculated when need be; null is blank. @throws StaleValue, NotCalculable: see {@link Book.valueOf}. */
  value(row: number, column: number): CellValue {
    const content = this.content(row, column);
    if (content === null) return null;
    return content.kind === 'constant' ? content.value : this.book.valueOf(content, this, row, column);
  }

  /** The value as its number format shows it; "" for blank. Column widths count for nothing. */
  text(row: number, column: number): string {
    return displayed(this.value(row, column), this.style(row, column).format);
  }

  /** True when the cell holds a text that was entered behind a “'”. */
  isMarkedText(row: number, column: number): boolean {
    return this.cells.get(row, column)?.marked ?? false;
  }

  /** How a cell looks: as it was formatted, else as its row, else as its column was, else as a plain cell of the book. */
  style(row: number, column: number): Style {
    return this.cells.get(row, column)?.style ?? this.styleAround(row, column);
  }

  /** How a cell would look that was never touched: as its row, else as its column, else as a plain cell of the book. */
  styleAround(row: number, column: number): Style {
    return this.layout.style(row, column) ?? this.book.normal;
  }

  /** Cells that hold or look like something of their own, row by row. Whole rows and columns: {@link layoutRuns}. */
  *storedCells(
    area?: Area,
  ): Generator<{ row: number; column: number; content: Content; style: Style; marked: boolean }> {
    for (const { row, column, cell } of this.cells.all(area)) {
      yield { row, column, content: cell.content, style: cell.style, marked: cell.marked };
    }
  }

  /** Formula cells with the object that stands for each. */
  *formulas(): Generator<{ row: number; column: number; formula: FormulaContent }> {
    for (const { row, column, cell } of this.cells.all()) {
      if (cell.content?.kind === 'formula') yield { row, column, formula: cell.content };
    }
  }

  /**
   * Writes a matrix of the shape of the area: texts that begin with “=” become formulas, texts that look like numbers or
   * dates become numbers unless the cell has format “@”, “'” marks a text, null leaves a cell, "" clears it
   * (officejs.md §C). Cells hidden under a merge take nothing. Nothing is written when one entry is refused.
   * @throws BookError InvalidArgument for another shape, a number that is none, a text or formula Excel would refuse.
   */
  write(area: Area, matrix: readonly (readonly Entry[])[]): void {
    const height = area.bottom - area.top + 1;
    const width = area.right - area.left + 1;
    if (matrix.length !== height || matrix.some((row) => row.length !== width)) {
      throw new BookError(
        'InvalidArgument',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    }
    this.allowCells(area);
    const changes: { row: number; column: number; cell: StoredCell }[] = [];
    matrix.forEach((entries, down) => {
      entries.forEach((entry, right) => {
        if (entry === null || this.isCovered(area.top + down, area.left + right)) return;
        const [row, column] = [area.top + down, area.left + right];
        changes.push({ row, column, cell: this.entered(entry, row, column) });
      });
    });
    for (const { row, column, cell } of changes) this.cells.set(row, column, cell);
    this.changed(area);
  }

  /** Writes one cell; see {@link write}. */
  put(row: number, column: number, entry: Entry): void {
    this.write(cellArea(row, column), [[entry]]);
  }

  /** Takes away contents, looks or both; with looks also merges, validations and links, and with contents links' texts. */
  clear(area: Area, what: ClearWhat): void {
    this.allowCells(area);
    if (what !== 'contents') this.clearFormats(area);
    for (const { row, column, cell } of [...this.cells.all(area)]) {
      const style = what === 'contents' ? cell.style : this.book.normal;
      const content = what === 'formats' ? cell.content : null;
      const empty = content === null && style === this.styleAround(row, column);
      this.cells.set(row, column, empty ? undefined : { content, style, marked: cell.marked && content !== null });
    }
    if (what !== 'formats') {
      this.dropLinks(area);
      this.changed(area);
    }
  }

  /**
   * Copies a rectangle here, references moved along as Excel moves them. The source may be another sheet of this book.
   * `all` and `formats` bring merges along too.
   */
  copyFrom(source: BookSheet, area: Area, row: number, column: number, what: CopyWhat): void {
    const [down, right] = [row - area.top, column - area.left];
    const target = { top: row, left: column, bottom: area.bottom + down, right: area.right + right };
    this.allowCells(target);
    const copies = new Map<string, { content: Content; style: Style; marked: boolean }>();
    for (let y = area.top; y <= area.bottom; y += 1) {
      for (let x = area.left; x <= area.right; x += 1) {
        copies.set(`${y + down},${x + right}`, {
          content: this.book.copiedContent(source, y, x, down, right, what),
          style: source.style(y, x),
          marked: source.isMarkedText(y, x),
        });
      }
    }
    const merged = source.merges.filter((merge) => covers(area, merge));
    if (what === 'all' || what === 'formats') this.unmerge(target);
    for (const [key, copy] of copies) {
      const [y, x] = key.split(',').map(Number) as [number, number];
      const content = what === 'formats' ? this.content(y, x) : copy.content;
      const looks = what === 'all' || what === 'formats';
      const marked = what === 'formats' ? this.isMarkedText(y, x) : copy.marked;
      this.cells.set(y, x, { content, style: looks ? copy.style : this.style(y, x), marked });
    }
    if (what === 'all' || what === 'formats') {
      const moved = merged.map((merge) => shifted(merge, down, right));
      this.mergedAreas = [...this.mergedAreas, ...moved];
    }
    this.changed(target);
  }

  /** Rows and columns from the first to the last cell that holds (or, without `valuesOnly`, looks like) something. */
  usedArea(valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    for (const { row, column, cell } of this.cells.all()) {
      if (cell.content === null && (valuesOnly || cell.style === this.book.normal)) continue;
      used = used === null ? cellArea(row, column) : union(used, row, column);
    }
    if (!valuesOnly) {
      for (const merge of this.mergedAreas) {
        used = union(union(used ?? merge, merge.top, merge.left), merge.bottom, merge.right);
      }
    }
    return used;
  }

  /** Lays a patch over the style of every cell of an area; whole rows and columns also for cells still to be written. */
  format(area: Area, patch: StylePatch): void {
    this.allow('allowFormatCells');
    this.restyle(area, (style) => patched(style, patch));
  }

  /** Gives every cell of an area one style. */
  setStyle(area: Area, style: Style): void {
    this.allow('allowFormatCells');
    const whole = intern(style);
    this.restyle(area, () => whole);
  }

  mergeAt(row: number, column: number): Area | null {
    return this.mergedAreas.find((area) => contains(area, row, column)) ?? null;
  }

  /**
   * Merges an area, or each of its rows; only the value of the first cell stays (officejs.md §C: merge conflicts).
   * Merges that overlap the area are taken apart first, as Range.merge does. One cell alone is never merged.
   */
  merge(area: Area, across = false): void {
    this.allow('allowFormatCells');
    if (across) {
      for (let row = area.top; row <= area.bottom; row += 1) this.merge({ ...area, top: row, bottom: row });
      return;
    }
    this.unmerge(area);
    if (area.top === area.bottom && area.left === area.right) return;
    const first = [...this.cells.all(area)].find(({ cell }) => cell.content !== null);
    for (const { row, column, cell } of [...this.cells.all(area)]) {
      if (cell.content !== null) this.cells.set(row, column, { ...cell, content: null, marked: false });
    }
    if (first) {
      const style = this.style(area.top, area.left);
      this.cells.set(area.top, area.left, { content: first.cell.content, style, marked: first.cell.marked });
    }
    this.mergedAreas = [...this.mergedAreas, area];
    this.changed(area);
  }

  /** Takes apart every merge that touches the area. */
  unmerge(area: Area): void {
    this.allow('allowFormatCells');
    this.mergedAreas = this.mergedAreas.filter((merge) => !common(merge, area));
  }

  /** Merges as a file has them: cells under them may hold something; for loading only. */
  loadMerges(areas: readonly Area[]): void {
    this.mergedAreas = areas;
  }

  /** The same sheet in another book; nothing is copied before one of them changes. For {@link Book} only. */
  clone(book: Book, id = this.id, name = this.name, part = this.part): BookSheet {
    const copy = new BookSheet(book, id, name, this.visibility, part);
    copy.takeFrame(this);
    copy.takeObjects(this);
    copy.cells = this.cells.clone();
    copy.mergedAreas = this.mergedAreas;
    return copy;
  }

  /** A cell as a file has it, unchecked; for loading only. */
  load(row: number, column: number, content: Content, style: Style, marked: boolean): void {
    this.cells.set(row, column, { content, style, marked });
  }

  /**
   * Makes the formulas of a copied sheet its own and lets those that named the original name the copy, as charts do
   * ([J] for formulas). For {@link Book} only.
   */
  ownFormulas(original: string, copy: string): void {
    for (const { row, column, formula } of [...this.formulas()]) {
      const text = withSheetRenamed(formula.text, original, copy) ?? formula.text;
      const cell = this.cells.get(row, column) as StoredCell;
      this.cells.set(row, column, { ...cell, content: { kind: 'formula', text } });
    }
    this.renameInStructure(original, copy);
  }

  /** Rewrites what names a sheet that was renamed, or deleted (null). For {@link Book} only. */
  rewriteReferences(
    from: string,
    to: string | null,
    rewritten: (old: FormulaContent, fresh: FormulaContent) => void,
  ): void {
    for (const { row, column, formula } of [...this.formulas()]) {
      const text = withSheetRenamed(formula.text, from, to);
      if (text === undefined) continue;
      const fresh: FormulaContent = { kind: 'formula', text };
      const cell = this.cells.get(row, column) as StoredCell;
      this.cells.set(row, column, { ...cell, content: fresh });
      rewritten(formula, fresh);
    }
    this.renameInStructure(from, to);
  }

  private entered(entry: string | number | boolean, row: number, column: number): StoredCell {
    const style = this.style(row, column);
    try {
      const { content, marked, format } = enter(entry, style.format);
      const checked = content?.kind === 'formula' ? this.book.checkedFormula(content.text) : content;
      const seen = format === null || style.format !== 'General' ? style : patched(style, { format });
      return { content: checked, style: seen, marked };
    } catch (trouble) {
      if (!(trouble instanceof RangeError)) throw trouble;
      throw new BookError('InvalidArgument', `${this.name}!${cellAddress(row, column)}: ${trouble.message}`);
    }
  }

  private restyle(area: Area, change: (style: Style) => Style): void {
    if (isWholeColumns(area) || isWholeRows(area)) {
      this.layout.restyle(area, change, this.book.normal);
      for (const { row, column, cell } of [...this.cells.all(area)]) {
        this.cells.set(row, column, { ...cell, style: change(cell.style) });
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = this.cells.get(row, column);
        const style = change(cell?.style ?? this.style(row, column));
        this.cells.set(row, column, { content: cell?.content ?? null, style, marked: cell?.marked ?? false });
      }
    }
  }

  private clearFormats(area: Area): void {
    this.unmerge(area);
    if (isWholeColumns(area) || isWholeRows(area)) this.layout.restyle(area, () => this.book.normal, this.book.normal);
    this.dropValidations(area);
  }

  private isCovered(row: number, column: number): boolean {
    const merge = this.mergedAreas.length === 0 ? null : this.mergeAt(row, column);
    return merge !== null && (merge.top !== row || merge.left !== column);
  }

  private changed(area: Area): void {
    this.book.contentChanged(this, area);
  }

  /** A protected sheet lets nobody write into locked cells (officejs.md §C: protected sheet/workbook). */
  private allowCells(area: Area): void {
    if (this.protection === null) return;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (this.style(row, column).locked) throw this.denied();
      }
    }
  }
}

function shifted(area: Area, down: number, right: number): Area {
  return { top: area.top + down, left: area.left + right, bottom: area.bottom + down, right: area.right + right };
}

function union(area: Area, row: number, column: number): Area {
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
}
