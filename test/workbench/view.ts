import type { Area } from '../../src/model/address';
import type { Style } from '../hosts/workbook/style';

/** Where the page asks; served beside the add-in by `npm start`. */
export const PATHS = {
  /** GET {@link BookView} */
  book: '/workbench/book',
  /** GET ?sheet&top&bottom&left&right → {@link CellsView} */
  cells: '/workbench/cells',
  /** GET ?sheet&row&column → {@link EntryView} */
  entry: '/workbench/entry',
  /** POST {@link Typed} */
  type: '/workbench/type',
  /** POST {@link Selected} */
  select: '/workbench/select',
  /** POST the bytes of an .xlsx with ?name, or nothing for the sample */
  open: '/workbench/open',
  /** GET the workbook as it is now */
  file: '/workbench/file',
  /** POST a batch of the rich API → its answer */
  execute: '/workbench/execute',
  /** Server-sent events: `book` after a change, `host` for the add-in */
  events: '/workbench/events',
} as const;

export interface SheetView {
  readonly id: string;
  readonly name: string;
  /** True for a sheet the add-in wrote. */
  readonly own: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Pixels, by column and by row, of those that are not of the usual size; 0 for a hidden one. */
  readonly widths: Readonly<Record<number, number>>;
  readonly heights: Readonly<Record<number, number>>;
  readonly merges: readonly Area[];
  readonly charts: readonly ChartView[];
}

export interface ChartView {
  readonly title: string;
  /** Pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface BookView {
  readonly fileName: string;
  /** Grows with every change: cells that were read before it are old. */
  readonly revision: number;
  readonly usualWidth: number;
  readonly usualHeight: number;
  readonly sheets: readonly SheetView[];
  readonly active: string;
  readonly selected: { readonly row: number; readonly column: number };
}

export interface CellView {
  readonly row: number;
  readonly column: number;
  /** As the number format shows it. */
  readonly text: string;
  readonly kind: 'number' | 'text' | 'other';
  /** Index in {@link CellsView.styles}. */
  readonly style: number;
}

export interface CellsView {
  readonly cells: readonly CellView[];
  readonly styles: readonly Style[];
}

export interface EntryView {
  /** What was typed: the formula with its “=”, or the value. */
  readonly entry: string;
}

export interface Selected {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Typed extends Selected {
  readonly text: string;
}
