import type { Area } from '../model/address';
import type { Decimal } from '../model/decimal';
import type { CellError } from '../model/grid';
import type { Formula } from './formula';
import type { CellStyle } from './style';

/** What a formula gives, worked out by us: written beside it, so that the sheet is right before it is calculated. */
export type CachedValue = Decimal | string | boolean | CellError;

/** One cell of a sheet of ours. */
export type Cell =
  | { readonly type: 'blank'; readonly style: CellStyle }
  | { readonly type: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly type: 'number'; readonly value: Decimal; readonly style: CellStyle }
  | { readonly type: 'formula'; readonly formula: Formula; readonly value: CachedValue; readonly style: CellStyle }
  /** Hers to fill in: what she typed so far, or null. */
  | { readonly type: 'input'; readonly value: string | Decimal | null; readonly style: CellStyle };

export interface ColumnModel {
  /** In characters of the default font, as Excel's column width; Chinese characters take two. */
  readonly width: number;
  readonly hidden: boolean;
}

export interface RowModel {
  /** In points; null lets the host choose. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** From column A on; null leaves a cell alone. */
  readonly cells: readonly (Cell | null)[];
  /** True when a new printed page begins below this row. */
  readonly breakAfter: boolean;
}

/** How a sheet prints: A4 always, one page wide. Margins in millimetres. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly area: Area;
  /** Rows repeated on every page, from 0, edges included; null for none. */
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Printed in the middle of the foot; &P and &N are the page and the number of pages. */
  readonly footer: string;
}

/** A list of words a cell may be filled with. */
export interface Validation {
  readonly area: Area;
  readonly choices: readonly string[];
  /** Said when something else is typed. */
  readonly message: string;
}

/** A note that shows when the mouse rests on a cell. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Numbers or labels a chart draws, with what stands in them now. */
export interface ChartData<T> {
  readonly area: Area;
  readonly values: readonly T[];
}

/** A native chart of clustered columns on a sheet's own cells. */
export interface ChartModel {
  readonly title: string;
  /** Stands above the vertical axis: 万元. */
  readonly unit: string;
  readonly categories: ChartData<string>;
  readonly series: readonly {
    readonly name: { readonly row: number; readonly column: number; readonly text: string };
    readonly numbers: ChartData<Decimal | null>;
    /** #RRGGBB. */
    readonly color: string;
  }[];
  /** The cells it covers. */
  readonly anchor: Area;
}

/**
 * A sheet as every host draws it (architecture: the neutral sheet model). Rows and columns count from 0, both from the
 * sheet's first; `rows` has no gaps.
 */
export interface SheetModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly RowModel[];
  readonly merges: readonly Area[];
  /** Rows and columns that stay in view; null for none. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  /** The header row and the body below it that can be filtered; null for none. */
  readonly filter: Area | null;
  readonly print: PrintSetup;
  readonly validations: readonly Validation[];
  readonly notes: readonly Note[];
  readonly charts: readonly ChartModel[];
}
