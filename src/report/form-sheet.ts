import type { Area } from '../model/address';
import type { Cell, ColumnModel, RowModel, SheetModel, Validation } from '../sheet/sheet';
import type { CellStyle } from '../sheet/style';
import { textCell } from './cells';
import { FOOTER, MARGINS } from './list-sheet';
import { marked } from './marks';
import type { RowMark } from './marks';
import type { RowGroup } from './page-breaks';
import { pageHeight, pageStarts } from './page-breaks';
import { linesOf, rowHeight } from './row-height';
import { STYLES } from './styles';

/** One field of a form's row: what it shows and how many columns it covers. */
export interface Field {
  readonly cell: Cell;
  readonly across?: number;
}

const TITLE_HEIGHT = 30;
const LINE_HEIGHT = 20;
const SIGNATURE_HEIGHT = 32;
const LEAST_ROW_HEIGHT = 22;

/**
 * Puts an official form together row by row: fields that cover several columns, captions that cover several rows, page
 * breaks between forms. The first row is hidden and holds the marks of cells she types into.
 */
export class FormBuilder {
  private readonly rows: RowModel[] = [{ cells: [], height: null, hidden: true, breakAfter: false }];
  private readonly merges: Area[] = [];
  private readonly marks = new Map<number, RowMark>();
  private readonly groups: RowGroup[] = [];
  private repeated: number | null = null;
  private readonly last: number;

  /**
   * @param widths of the columns in characters
   * @param beside columns right of the form that are not printed: hidden working columns, or cells for the screen only
   */
  constructor(
    private readonly widths: readonly number[],
    private readonly beside: readonly ColumnModel[] = [],
  ) {
    this.last = widths.length - 1;
  }

  /** The row that is added next, from 0. */
  get next(): number {
    return this.rows.length;
  }

  /** The ids of the rows that have cells of hers. */
  get rowIds(): ReadonlySet<string> {
    return new Set([...this.marks.values()].map(({ id }) => id));
  }

  title(text: string): void {
    this.add([textCell(text, STYLES.title)], TITLE_HEIGHT);
    this.merge(this.next - 1, 0, this.last);
  }

  /** A line over the whole width, centred: （2023年度）. */
  subtitle(text: string): void {
    this.add([textCell(text, STYLES.subtitle)], LINE_HEIGHT);
    this.merge(this.next - 1, 0, this.last);
  }

  /** 单位名称 at the left, 单位 at the right. */
  unitLine(left: string, right: string): void {
    const cells: (Cell | null)[] = new Array<Cell | null>(this.last + 1).fill(null);
    cells[0] = textCell(left, STYLES.line);
    cells[this.last] = textCell(right, STYLES.lineRight);
    this.add(cells, LINE_HEIGHT);
  }

  /**
   * A row of fields from the first column on; what they leave over is blank and framed.
   * @param beside cells of the columns right of the form
   */
  row(fields: readonly Field[], mark?: RowMark, beside: readonly (Cell | null)[] = []): number {
    const at = this.next;
    const cells: Cell[] = [];
    let height = LEAST_ROW_HEIGHT;
    for (const { cell, across = 1 } of fields) {
      const left = cells.length;
      cells.push(cell, ...new Array<Cell>(across - 1).fill(textCell('', STYLES.text)));
      const width = this.widths.slice(left, left + across).reduce((sum, one) => sum + one, 0);
      height = Math.max(height, rowHeight([cell], [width]));
      if (across > 1) this.merge(at, left, left + across - 1);
    }
    while (cells.length <= this.last) cells.push(textCell('', STYLES.text));
    this.add([...cells, ...beside], height);
    if (mark) this.marks.set(at, mark);
    return at;
  }

  /** A field of the rows from `top` to the last one covers them all. */
  mergeDown(column: number, top: number, right = column): void {
    const bottom = this.next - 1;
    if (bottom <= top) return;
    const inside = (area: Area): boolean => area.top >= top && area.left >= column && area.right <= right;
    // What ends above was merged before the row at the top was there, and so was everything before it.
    const above = this.merges.findLastIndex((area) => area.bottom < top);
    const below = this.merges.splice(above + 1).filter((area) => !inside(area));
    this.merges.push(...below);
    this.merges.push({ top, left: column, bottom, right });
  }

  /** A remark over the whole width. */
  remark(text: string): void {
    const width = this.widths.reduce((sum, one) => sum + one, 0);
    this.add([textCell(text, STYLES.remark)], 14 * linesOf(text, width) + 4);
    this.merge(this.next - 1, 0, this.last);
  }

  signatures(text: string): void {
    this.add([textCell(text, STYLES.line)], SIGNATURE_HEIGHT);
    this.merge(this.next - 1, 0, this.last);
  }

  /** The next row begins on a new page. */
  pageBreak(): void {
    const index = this.rows.length - 1;
    this.rows[index] = { ...(this.rows[index] as RowModel), breakAfter: true };
  }

  /** The row that was added last is repeated at the top of the pages that follow. */
  repeatOnPages(): void {
    this.repeated = this.next - 1;
  }

  /** The rows from `top` to the last one stay on one page, if a page can hold them. */
  keepTogether(top: number): void {
    this.groups.push({ from: top, to: this.next - 1 });
  }

  /** @param inputs columns she types into, by id */
  sheet(
    name: string,
    orientation: 'portrait' | 'landscape',
    inputs: ReadonlyMap<string, number>,
    validations: readonly Validation[] = [],
  ): SheetModel {
    const sheet: SheetModel = {
      name,
      columns: [...this.widths.map((width) => ({ width, hidden: false })), ...this.beside],
      rows: this.brokenRows(orientation),
      merges: this.merges,
      freeze: null,
      filter: null,
      print: {
        orientation,
        area: { top: 1, left: 0, bottom: this.rows.length - 1, right: this.last },
        titleRows: this.repeated === null ? null : { from: this.repeated, to: this.repeated },
        margins: MARGINS,
        footer: FOOTER,
      },
      validations,
      notes: [],
      charts: [],
    };
    return marked(sheet, inputs, this.marks);
  }

  private brokenRows(orientation: 'portrait' | 'landscape'): RowModel[] {
    const heights = this.rows.map(({ height, hidden }) => (hidden ? 0 : (height ?? LINE_HEIGHT)));
    const starts = pageStarts(heights, this.groups, {
      height: pageHeight(this.widths, { orientation, margins: MARGINS }),
      repeated: this.repeated === null ? 0 : (heights[this.repeated] ?? 0),
    });
    const ends = new Set(starts.map((row) => row - 1));
    return this.rows.map((row, index) => (ends.has(index) ? { ...row, breakAfter: true } : row));
  }

  private add(cells: readonly (Cell | null)[], height: number): void {
    this.rows.push({ cells, height, hidden: false, breakAfter: false });
  }

  private merge(row: number, left: number, right: number): void {
    this.merges.push({ top: row, left, bottom: row, right });
  }
}

/** A field with words, as captions and headings are set. */
export function caption(text: string, across = 1): Field {
  return { cell: textCell(text, STYLES.header as CellStyle), across };
}

export function words(text: string, across = 1, style: CellStyle = STYLES.text): Field {
  return { cell: textCell(text, style), across };
}
