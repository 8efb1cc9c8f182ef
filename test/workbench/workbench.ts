import { isOwnSheet } from '../../src/model/own-sheet';
import type { Area } from '../../src/model/address';
import type { HostEvent } from '../hosts/excel/events';
import type { LoggedAction } from '../hosts/excel/log';
import { PageHost } from '../hosts/excel/page-host';
import type { ShellAnswer, ShellSettings } from '../hosts/excel/shells/page-shell';
import type { Book } from '../hosts/workbook/book';
import { cellArea, common } from '../hosts/workbook/areas';
import { NEW_COLUMN_POINTS, NEW_ROW_POINTS } from '../hosts/workbook/lengths';
import { load } from '../hosts/workbook/load/load';
import { save } from '../hosts/workbook/save/save';
import type { BookSheet } from '../hosts/workbook/sheet';
import type { Style } from '../hosts/workbook/style';
import type { BookView, CellsView, ChartView, CellView, EntryView, Selected, SheetView, Typed } from './view';

const PIXELS_PER_POINT = 4 / 3;
/** Empty rows and columns that are shown around what is used. */
const MARGIN = { rows: 40, columns: 12 };
const FEWEST = { rows: 60, columns: 26 };

/** Who is told: that the workbook looks different now, or something the add-in has to know. */
export interface Listener {
  readonly book: () => void;
  readonly host: (event: HostEvent) => void;
}

/** One workbook open behind the workbench page: the add-in works on it over the wire, the page looks at it and types. */
export class Workbench {
  private pageHost: PageHost;
  private revision = 1;
  private readonly listeners = new Set<Listener>();
  private silence = (): void => {};

  constructor(bytes: Uint8Array, fileName: string) {
    this.pageHost = this.opened(load(bytes, fileName));
  }

  get settings(): ShellSettings {
    return this.pageHost.settings;
  }

  get fileName(): string {
    return this.book.fileName;
  }

  /** Opens another workbook instead. @throws when the file is no .xlsx package */
  open(bytes: Uint8Array, fileName: string): void {
    this.pageHost = this.opened(load(bytes, fileName));
    this.changed();
  }

  /** The workbook as an .xlsx file. */
  file(): Uint8Array {
    return save(this.book);
  }

  /** Does a batch of the add-in; null when there is no answer. */
  execute(batch: string): ShellAnswer | null {
    const { log } = this.pageHost.host;
    const before = log.syncs.length;
    const answer = this.pageHost.execute(batch);
    if (log.syncs.slice(before).some(({ actions }) => actions.some(isSeen))) this.changed();
    return answer;
  }

  /** @returns ends listening */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  view(): BookView {
    const { activeSheet, fileName, sheets } = this.book;
    const { row, column } = activeSheet.selection;
    return {
      fileName,
      revision: this.revision,
      usualWidth: pixels(NEW_COLUMN_POINTS),
      usualHeight: pixels(NEW_ROW_POINTS),
      sheets: sheets.filter(({ visibility }) => visibility === 'visible').map(sheetView),
      active: activeSheet.id,
      selected: { row, column },
    };
  }

  cells(id: string, area: Area): CellsView {
    const sheet = this.book.sheetById(id);
    const used = sheet?.usedArea(false);
    const seen = used && common(used, area);
    if (!sheet || !seen) return { cells: [], styles: [] };
    const styles = new Map<Style, number>();
    const cells: CellView[] = [];
    for (let row = seen.top; row <= seen.bottom; row++) {
      for (let column = seen.left; column <= seen.right; column++) {
        const style = sheet.style(row, column);
        if (!styles.has(style)) styles.set(style, styles.size);
        cells.push({ row, column, ...shown(sheet, row, column), style: styles.get(style) as number });
      }
    }
    return { cells, styles: [...styles.keys()] };
  }

  entry({ sheet, row, column }: Selected): EntryView {
    return { entry: String(this.book.sheetById(sheet)?.entry(row, column) ?? '') };
  }

  select({ sheet, row, column }: Selected): void {
    this.book.activate(sheet);
    this.book.sheetById(sheet)?.select(row, column);
    this.changed();
  }

  /** Types into a cell, as she does. @throws BookError for what Excel refuses */
  type({ sheet, row, column, text }: Typed): void {
    this.book.sheetById(sheet)?.write(cellArea(row, column), [[text]]);
    this.changed();
  }

  private get book(): Book {
    return this.pageHost.host.book;
  }

  private opened(book: Book): PageHost {
    this.silence();
    const host = new PageHost(book, 'web');
    this.silence = host.onEvent((event) => this.listeners.forEach((listener) => listener.host(event)));
    return host;
  }

  private changed(): void {
    this.revision += 1;
    this.listeners.forEach((listener) => listener.book());
  }
}

/** True for an action after which the workbook looks different, or another cell is in front. */
function isSeen({ kind, writes }: LoggedAction): boolean {
  return writes || /\.(?:select|activate)\(\)$/.test(kind);
}

function pixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

function sheetView(sheet: BookSheet): SheetView {
  const used = sheet.usedArea(false) ?? cellArea(0, 0);
  const rows = Math.max(FEWEST.rows, used.bottom + MARGIN.rows);
  const columns = Math.max(FEWEST.columns, used.right + MARGIN.columns);
  return {
    id: sheet.id,
    name: sheet.name,
    own: isOwnSheet(sheet.name),
    rows,
    columns,
    widths: unusual(columns, NEW_COLUMN_POINTS, (column) =>
      sheet.isColumnHidden(column) ? 0 : sheet.columnWidth(column),
    ),
    heights: unusual(rows, NEW_ROW_POINTS, (row) => (sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row))),
    merges: sheet.merges,
    charts: sheet.charts.map((chart) => chartView(sheet, chart.id)),
  };
}

function unusual(count: number, usual: number, lengthOf: (at: number) => number): Record<number, number> {
  const lengths: Record<number, number> = {};
  for (let at = 0; at < count; at++) {
    const length = lengthOf(at);
    if (length !== usual) lengths[at] = pixels(length);
  }
  return lengths;
}

function chartView(sheet: BookSheet, id: string): ChartView {
  const box = sheet.chartBox(id);
  return {
    title: sheet.chart(id)?.title ?? '图表',
    left: pixels(box.left),
    top: pixels(box.top),
    width: pixels(box.width),
    height: pixels(box.height),
  };
}

/** What a cell shows; a formula that the model cannot work out says so. */
function shown(sheet: BookSheet, row: number, column: number): Pick<CellView, 'text' | 'kind'> {
  try {
    const value = sheet.value(row, column);
    const kind = typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'other';
    return { text: sheet.text(row, column), kind };
  } catch {
    return { text: '（未算出）', kind: 'other' };
  }
}
