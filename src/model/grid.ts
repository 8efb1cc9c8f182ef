import type { Area } from './address';

/** A cell that holds an Excel error, such as #REF!. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: dates are serial numbers, `null` is blank, texts are as stored. */
export type CellValue = null | string | number | boolean | CellError;

/** Consecutive rows of a sheet; every row begins at column A and may be shorter than the sheet is wide. */
export interface RowBlock {
  readonly firstRow: number;
  readonly rows: readonly (readonly CellValue[])[];
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** What a host tells about a sheet before any cell is read. */
export interface SheetDescription {
  readonly name: string;
  readonly visibility: Visibility;
  /** Rows and columns up to the last cell that holds something; 0 × 0 for an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Hints only (architecture, rule 8): dropping them changes no fact and no verdict. */
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A block of rows to read: `toRow` is not included. */
export interface ReadRequest {
  readonly sheet: string;
  readonly fromRow: number;
  readonly toRow: number;
}

/** Something a host noticed while reading that the figures may suffer from: a formula without a value, lost text. */
export interface SourceNotice {
  readonly code: string;
  readonly sheet: string;
  /** "B12", or empty when it is about a whole sheet or the workbook. */
  readonly cell: string;
  /** What happened and what to do next. */
  readonly message: string;
}

/**
 * Where a workbook comes from: a file, Excel or WPS. Sheets are described first and read by blocks of rows, so that a
 * ledger of a million rows is never held whole and a slow host is asked only for what is needed.
 */
export interface WorkbookSource {
  describe(): Promise<readonly SheetDescription[]>;
  read(request: ReadRequest): Promise<RowBlock>;
  /** One number format per column, sampled from the first number in it; null where there is none. */
  columnFormats(sheet: string): Promise<readonly (string | null)[]>;
  /**
   * Formulas of one sheet without the leading “=”, by address: "B12" → "SUM(B2:B11)". Cells that share a formula all
   * give the text of the first of them, not shifted. Empty where the host keeps no formulas. Meant for small sheets.
   */
  formulas(sheet: string): Promise<ReadonlyMap<string, string>>;
}

/** The cells of one sheet that were read, as blocks of rows. Rows between two blocks were not read. */
export class Grid {
  constructor(
    readonly description: SheetDescription,
    readonly blocks: readonly RowBlock[],
    readonly columnFormats: readonly (string | null)[] = [],
  ) {}

  get sheet(): string {
    return this.description.name;
  }

  /** The whole sheet given as rows; for tests and for hosts that hold everything anyway. */
  static ofRows(sheet: string, rows: readonly (readonly CellValue[])[], more: Partial<SheetDescription> = {}): Grid {
    const columnCount = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    const description: SheetDescription = {
      name: sheet,
      visibility: 'visible',
      rowCount: rows.length,
      columnCount,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      ...more,
    };
    return new Grid(description, [{ firstRow: 0, rows }]);
  }

  /** The cells of a row from column A on; an unread or blank row is empty. */
  row(row: number): readonly CellValue[] {
    for (const block of this.blocks) {
      const cells = block.rows[row - block.firstRow];
      if (cells) return cells;
    }
    return [];
  }

  value(row: number, column: number): CellValue {
    return this.row(row)[column] ?? null;
  }

  /** Rows of the sheet that were not read. */
  get unreadRows(): number {
    return Math.max(0, this.description.rowCount - this.blocks.reduce((rows, block) => rows + block.rows.length, 0));
  }

  /** True when every row of the sheet was read. */
  isWhole(): boolean {
    return this.unreadRows === 0;
  }
}

/** True for null and for texts of nothing but white space. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}
