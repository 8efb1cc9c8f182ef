import type { Area } from '../../../src/model/address';

/** How a sheet prints (ECMA-376 part 1, 18.3.1.46, .62–.64, .70). Lengths in points. */
export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** ST paperSize: 9 is A4; null leaves it to the printer. */
  readonly paper: number | null;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Pages wide and tall, 0 for as many as it takes; null when `scale` counts. */
  readonly fit: { readonly wide: number; readonly tall: number } | null;
  /** Percent. */
  readonly scale: number;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly blackAndWhite: boolean;
  /** Raw codes of the parts of head and foot: &P, &N, … */
  readonly header: HeadFoot;
  readonly footer: HeadFoot;
  /** Areas printed; none means the whole sheet. */
  readonly area: readonly Area[];
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  readonly titleColumns: { readonly from: number; readonly to: number } | null;
  /** First row of each page that begins by a manual break, ascending. */
  readonly rowBreaks: readonly number[];
  /** First column of each page that begins by a manual break, ascending. */
  readonly columnBreaks: readonly number[];
}

export interface HeadFoot {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

export type ValidationType = 'none' | 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
export type ValidationOperator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

/** A rule for what may be typed into cells (18.3.1.33). */
export interface ValidationRule {
  readonly type: ValidationType;
  readonly operator: ValidationOperator;
  /** For a list: the words joined by “,”, or a reference that begins with “=”. Formulas begin with “=”. */
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  readonly inCellDropDown: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly error: {
    readonly show: boolean;
    readonly style: 'stop' | 'warning' | 'information';
    readonly title: string;
    readonly message: string;
  };
}

/** No cell has two rules: setting one cuts its area out of the others. */
export interface PlacedValidation {
  readonly areas: readonly Area[];
  readonly rule: ValidationRule;
}

/** A note (旧批注). */
export interface CellNote {
  readonly author: string;
  readonly text: string;
}

/** A link set on a cell, not by a formula. `target` is an address, or a place in the workbook when it begins with “#”. */
export interface CellLink {
  readonly target: string;
  readonly tip: string;
}

export interface ChartSeries {
  /** A reference ("'表'!$B$4") or words; null where the program names it. */
  readonly name: { readonly reference: string } | { readonly text: string } | null;
  /** References to cells, absolute, as charts write them: "'表'!$B$5:$B$9"; null for none. */
  readonly values: string | null;
  readonly categories: string | null;
  /** #RRGGBB; null where the theme decides. */
  readonly color: string | null;
}

/** A corner of a drawing: a cell and how far into it, in points (20.5.2.15). */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
}

export interface Chart {
  /** Unique in its sheet, never changed. */
  readonly id: string;
  readonly name: string;
  /** columnClustered, line, pie, … as Excel's ChartType names them, with a small first letter. */
  readonly type: string;
  readonly title: string | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  readonly legend: 'top' | 'bottom' | 'left' | 'right' | null;
  readonly series: readonly ChartSeries[];
  readonly from: Corner;
  /** The corner it ends at; row and column are the first cells it does not cover when the offsets are 0. */
  readonly to: Corner;
}

/** A defined name other than print areas and titles, which are part of {@link PageSetup}. */
export interface DefinedName {
  readonly name: string;
  /** Id of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  /** With its “=”: "='表'!$A$1". */
  readonly refersTo: string;
  readonly hidden: boolean;
  readonly comment: string;
}

/** Rows and columns that stay in view. */
export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

/** What may be done on a protected sheet; all false is Excel's plain protection (18.3.1.85). */
export interface SheetProtection {
  readonly password: string | null;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
}

/** A cell and the area around it that is marked. */
export interface Selection {
  readonly row: number;
  readonly column: number;
  readonly areas: readonly Area[];
}

const NOTHING: HeadFoot = { left: '', center: '', right: '' };

/** What a new sheet prints like: margins of 0.7 and 0.75 inches, head and foot at 0.3 (Excel's 普通 margins). */
export const NEW_PAGE: PageSetup = {
  orientation: 'portrait',
  paper: 9,
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  fit: null,
  scale: 100,
  centerHorizontally: false,
  centerVertically: false,
  gridlines: false,
  headings: false,
  blackAndWhite: false,
  header: NOTHING,
  footer: NOTHING,
  area: [],
  titleRows: null,
  titleColumns: null,
  rowBreaks: [],
  columnBreaks: [],
};
