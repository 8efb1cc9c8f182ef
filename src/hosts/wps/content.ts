import type { Area } from '../../model/address';
import type { ChartSeries } from '../chart-names';
import type { Entry } from '../entry';
import type { Side } from './enums';

/** A line along one side of a cell; numbers of ET, colour as ET counts it. */
export interface Line {
  readonly style: number;
  readonly weight: number;
  readonly color: number;
}

export type Lines = Readonly<Record<Side, Line | null>>;

/** How a cell looks, in numbers of ET. Looks are interned ({@link internedLook}), so that `===` compares them. */
export interface Look {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: number;
  readonly color: number;
  readonly fill: number | null;
  readonly horizontal: number;
  readonly vertical: number;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  readonly orientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly format: string;
  readonly lines: Lines;
}

/** What may be typed into cells. */
export interface TypingRule {
  readonly area: Area;
  readonly type: number;
  readonly alertStyle: number;
  readonly operator: number;
  readonly formula1: string;
  readonly formula2: string;
  readonly ignoreBlank: boolean;
  readonly dropDown: boolean;
  readonly error: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
}

export interface Chart {
  /** Null until it is drawn: then it says what the series are. */
  readonly name: string | null;
  readonly type: number;
  readonly title: string | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  readonly legend: number | null;
  readonly series: readonly ChartSeries[];
  /** Cells it covers, or its place in points. */
  readonly place:
    Area | { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Plain members of PageSetup, by their names in ET. Margins in points. */
export interface PageValues {
  readonly Orientation: number;
  readonly PaperSize: number;
  readonly Zoom: number | boolean;
  readonly FitToPagesWide: number | boolean;
  readonly FitToPagesTall: number | boolean;
  readonly CenterHorizontally: boolean;
  readonly CenterVertically: boolean;
  readonly PrintGridlines: boolean;
  readonly PrintHeadings: boolean;
  readonly BlackAndWhite: boolean;
  readonly TopMargin: number;
  readonly BottomMargin: number;
  readonly LeftMargin: number;
  readonly RightMargin: number;
  readonly HeaderMargin: number;
  readonly FooterMargin: number;
  readonly LeftHeader: string;
  readonly CenterHeader: string;
  readonly RightHeader: string;
  readonly LeftFooter: string;
  readonly CenterFooter: string;
  readonly RightFooter: string;
  /** Addresses without “$”; empty for the whole sheet. */
  readonly PrintArea: string;
  readonly PrintTitleRows: string;
  readonly PrintTitleColumns: string;
}

export interface Page {
  readonly values: PageValues;
  /** Rows and columns that begin a page. */
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
}

/** Width or height in points; null for what a new sheet has. */
export interface Band {
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface Link {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly subAddress: string;
  readonly tip: string;
}

/** All that one sheet of ours holds, whether it is still to be written or was read back (snapshot). */
export interface SheetContent {
  readonly visibility: number;
  /** Null for none. */
  readonly tabColor: number | null;
  readonly gridlines: boolean;
  /** From A1 on, row by row; a row may be shorter than the sheet is wide. */
  readonly entries: readonly (readonly Entry[])[];
  /** As `entries`; null where nothing was ever formatted. */
  readonly looks: readonly (readonly (Look | null)[])[];
  readonly columns: readonly Band[];
  readonly rows: readonly Band[];
  readonly merges: readonly Area[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly filter: Area | null;
  readonly page: Page;
  readonly rules: readonly TypingRule[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly links: readonly Link[];
  readonly charts: readonly Chart[];
}

const looks = new Map<string, Look>();
const lines = new Map<string, Line>();

/** The one object that stands for a look; its keys must always come in one order. */
export function internedLook(look: Look): Look {
  return interned(looks, look);
}

/** The one object that stands for a line. */
export function internedLine(line: Line): Line {
  return interned(lines, line);
}

function interned<T>(all: Map<string, T>, one: T): T {
  const key = JSON.stringify(one);
  const known = all.get(key);
  if (known) return known;
  all.set(key, one);
  return one;
}
