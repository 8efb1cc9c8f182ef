import type { Area } from '../../model/address';
import type { Entry } from '../entry';

/** A line along one side of a cell, in Excel's words. */
export interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export const SIDES = ['top', 'bottom', 'left', 'right', 'diagonalDown', 'diagonalUp'] as const;
export type Side = (typeof SIDES)[number];

/** How a cell looks, in Excel's words. Looks are interned ({@link internedLook}), so that `===` compares them. */
export interface Look {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: string;
  readonly color: string;
  readonly fill: string | null;
  readonly lines: Readonly<Record<Side, Line | null>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly format: string;
}

/** A rule for what may be typed, as Excel gives it and takes it back. */
export interface TypingRule {
  readonly area: Area;
  /** Empty when only a prompt is shown. */
  readonly rule: Excel.DataValidationRule;
  readonly ignoreBlanks: boolean;
  readonly error: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
}

export interface ChartContent {
  readonly name: string | null;
  readonly type: string;
  readonly title: string | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  /** Where the legend stands; null for none. */
  readonly legend: string | null;
  readonly series: readonly {
    readonly name: { readonly area: Area } | { readonly text: string };
    readonly numbers: Area;
    readonly categories: Area | null;
    /** #RRGGBB; empty where Excel chooses. */
    readonly color: string;
  }[];
  /** Cells it covers, or its place in points. */
  readonly place:
    Area | { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

export interface Page {
  readonly orientation: string;
  readonly paper: string | null;
  readonly zoom: Excel.PageLayoutZoomOptions;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly blackAndWhite: boolean;
  /** Points. */
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>>;
  readonly texts: Readonly<Record<PageText, string>>;
  /** Addresses inside the sheet; empty for the whole of it. */
  readonly area: string;
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  readonly titleColumns: { readonly from: number; readonly to: number } | null;
  /** Rows and columns that begin a page. */
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
}

export const PAGE_TEXTS = [
  'leftHeader',
  'centerHeader',
  'rightHeader',
  'leftFooter',
  'centerFooter',
  'rightFooter',
] as const;
export type PageText = (typeof PAGE_TEXTS)[number];

/** Width or height in points; null for what a new sheet has. */
export interface Band {
  readonly size: number | null;
  readonly hidden: boolean;
}

/** All that one sheet of ours holds, whether it is still to be written or was read back (snapshot). */
export interface SheetContent {
  readonly visibility: Excel.SheetVisibility | 'Visible' | 'Hidden' | 'VeryHidden';
  /** #RRGGBB; empty for none. */
  readonly tabColor: string;
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
  readonly links: readonly { readonly row: number; readonly column: number; readonly link: Excel.RangeHyperlink }[];
  readonly charts: readonly ChartContent[];
}

const interned = new Map<string, Look>();

/** The one object that stands for a look; its keys must always come in one order. */
export function internedLook(look: Look): Look {
  const key = JSON.stringify(look);
  const known = interned.get(key);
  if (known) return known;
  interned.set(key, look);
  return look;
}
