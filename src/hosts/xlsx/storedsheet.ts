import type { CellValue, ReadRequest, RowBlock, SheetDescription, Visibility, WorkbookSource } from '../../model/grid';
import type { Area } from '../../model/address';
import type { Budget } from './limits';
import { MAX_COLUMNS, MAX_MERGES, MAX_ROWS } from './limits';
import { ReadTrouble } from './problem';

// Not looked up for every cell: where modules are compiled one by one, every look at an import is a call.
const LAST_ROW = MAX_ROWS - 1;
const LAST_COLUMN = MAX_COLUMNS - 1;

/** A sheet as it was read. */
export interface StoredSheet {
  readonly description: SheetDescription;
  readonly columnFormats: readonly (string | null)[];
  /** The rows from one to another, end not included; each ends with its last cell that holds something. */
  rows(from: number, to: number): readonly (readonly CellValue[])[];
}

/** What a reader of a sheet tells about it, cell by cell and hint by hint, in any order. */
export interface SheetTaker {
  readonly name: string;
  /** One cell; blanks and empty texts are nothing. A place outside Excel's sheet means a damaged file. */
  cell(row: number, column: number, value: CellValue, format?: string | null): void;
  merge(area: Area): void;
  hideRow(row: number): void;
  /** Hides columns, edges included. */
  hideColumns(from: number, to: number): void;
}

/** The hints of a sheet while it is read, and the description they end in. */
export class SheetHints {
  private readonly merges: Area[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: [number, number][] = [];

  /** A merged area; areas beyond the cap are dropped, since they are hints. */
  merge(area: Area): void {
    const real = area.top >= 0 && area.left >= 0 && area.bottom >= area.top && area.right >= area.left;
    const inside = area.bottom < MAX_ROWS && area.right < MAX_COLUMNS;
    if (real && inside && this.merges.length < MAX_MERGES) this.merges.push(area);
  }

  hideRow(row: number): void {
    if (row >= 0 && row < MAX_ROWS && this.hiddenRows.length < MAX_ROWS) this.hiddenRows.push(row);
  }

  hideColumns(from: number, to: number): void {
    if (from >= 0 && to >= from && this.hiddenColumns.length < MAX_COLUMNS) {
      this.hiddenColumns.push([from, Math.min(to, MAX_COLUMNS - 1)]);
    }
  }

  /** @param rowCount rows, and columns, up to the last cell that holds something */
  describe(name: string, visibility: Visibility, rowCount: number, columnCount: number): SheetDescription {
    const hiddenColumns: number[] = [];
    for (let column = 0; column < columnCount; column += 1) {
      if (this.hiddenColumns.some(([from, to]) => column >= from && column <= to)) hiddenColumns.push(column);
    }
    return {
      name,
      visibility,
      rowCount,
      columnCount,
      merges: this.merges.filter((area) => area.top < rowCount && area.left < columnCount),
      hiddenRows: [...new Set(this.hiddenRows)].filter((row) => row < rowCount).sort((a, b) => a - b),
      hiddenColumns,
    };
  }
}

/** A place of a cell that no sheet has means a damaged file. @throws ReadTrouble */
export function checkPlace(row: number, column: number): void {
  if (!(row >= 0 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN)) throw new ReadTrouble('damaged');
}

/**
 * Takes the cells of a sheet in any order and keeps what holds something. The used area follows from the cells alone;
 * what a file claims about it is never asked.
 */
export class SheetBuilder implements SheetTaker {
  private readonly rowNumbers: number[] = [];
  private readonly rows: CellValue[][] = [];
  private readonly formats: (string | null)[] = [];
  private readonly hints = new SheetHints();
  private ordered = true;

  constructor(
    readonly name: string,
    public visibility: Visibility,
    private readonly budget: Budget,
  ) {}

  cell(row: number, column: number, value: CellValue, format: string | null = null): void {
    if (value === null || value === '') return;
    checkPlace(row, column);
    const last = this.rowNumbers.length - 1;
    const lastRow = last < 0 ? -1 : (this.rowNumbers[last] as number);
    let cells: CellValue[];
    if (row === lastRow) cells = this.rows[last] as CellValue[];
    else {
      if (row < lastRow) this.ordered = false;
      cells = [];
      this.rowNumbers.push(row);
      this.rows.push(cells);
    }
    this.budget.spendCell(Math.max(0, column + 1 - cells.length));
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    if (typeof value === 'number' && format !== null) {
      while (this.formats.length <= column) this.formats.push(null);
      this.formats[column] ??= format;
    }
  }

  merge(area: Area): void {
    this.hints.merge(area);
  }

  hideRow(row: number): void {
    this.hints.hideRow(row);
  }

  hideColumns(from: number, to: number): void {
    this.hints.hideColumns(from, to);
  }

  finish(): StoredSheet {
    const { rowNumbers, rows } = this.ordered ? { rowNumbers: this.rowNumbers, rows: this.rows } : this.sorted();
    const rowCount = (rowNumbers[rowNumbers.length - 1] ?? -1) + 1;
    const columnCount = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    return {
      description: this.hints.describe(this.name, this.visibility, rowCount, columnCount),
      columnFormats: Array.from({ length: columnCount }, (_, column) => this.formats[column] ?? null),
      rows: (from, to) => rowsBetween(rowNumbers, rows, from, to),
    };
  }

  /** Rows that came out of order, sorted; cells of a row that came twice are laid over each other. */
  private sorted(): { rowNumbers: number[]; rows: CellValue[][] } {
    const byRow = new Map<number, CellValue[]>();
    this.rowNumbers.forEach((row, index) => {
      const cells = this.rows[index] as CellValue[];
      const known = byRow.get(row);
      if (!known) byRow.set(row, cells);
      else cells.forEach((value, column) => this.lay(known, column, value));
    });
    const rowNumbers = [...byRow.keys()].sort((a, b) => a - b);
    return { rowNumbers, rows: rowNumbers.map((row) => byRow.get(row) as CellValue[]) };
  }

  private lay(cells: CellValue[], column: number, value: CellValue): void {
    if (value === null) return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
}

const NOTHING: readonly CellValue[] = [];

/** Rows with blank ones where no row holds anything. @param rowNumbers of the rows, in order */
function rowsBetween(
  rowNumbers: readonly number[],
  rows: readonly (readonly CellValue[])[],
  from: number,
  to: number,
): (readonly CellValue[])[] {
  const block: (readonly CellValue[])[] = [];
  let at = lowerBound(rowNumbers, from);
  for (let row = from; row < to; row += 1) {
    block.push(rowNumbers[at] === row ? (rows[at++] as readonly CellValue[]) : NOTHING);
  }
  return block;
}

/** The place of the first row number that is not below `row`. */
function lowerBound(rowNumbers: readonly number[], row: number): number {
  let low = 0;
  let high = rowNumbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowNumbers[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the formulas of a sheet when they are asked for; see {@link WorkbookSource.formulas}. */
export type FormulaSource = (sheet: string) => ReadonlyMap<string, string>;

const NO_FORMULAS: FormulaSource = () => new Map();

/** A workbook that was read whole. Asking for a sheet it does not have is a bug of the caller and throws. */
export class StoredWorkbook implements WorkbookSource {
  private readonly sheets: ReadonlyMap<string, StoredSheet>;

  constructor(
    sheets: readonly StoredSheet[],
    private readonly readFormulas: FormulaSource = NO_FORMULAS,
  ) {
    this.sheets = new Map(sheets.map((sheet) => [sheet.description.name, sheet]));
  }

  async describe(): Promise<readonly SheetDescription[]> {
    return [...this.sheets.values()].map((sheet) => sheet.description);
  }

  async read(request: ReadRequest): Promise<RowBlock> {
    const sheet = this.sheet(request.sheet);
    const firstRow = Math.max(0, request.fromRow);
    return { firstRow, rows: sheet.rows(firstRow, Math.min(request.toRow, sheet.description.rowCount)) };
  }

  async columnFormats(sheet: string): Promise<readonly (string | null)[]> {
    return this.sheet(sheet).columnFormats;
  }

  async formulas(sheet: string): Promise<ReadonlyMap<string, string>> {
    return this.readFormulas(this.sheet(sheet).description.name);
  }

  private sheet(name: string): StoredSheet {
    const sheet = this.sheets.get(name);
    if (!sheet) throw new Error(`No such sheet: ${name}`);
    return sheet;
  }
}
