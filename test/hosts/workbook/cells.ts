import type { Area } from '../../../src/model/address';
import type { CellError } from '../../../src/model/grid';
import { SharedMap } from './shared-map';
import type { Style } from './style';

/** A formula as it stands in one cell. The object stands for the cell's calculation, so two cells never share one. */
export interface FormulaContent {
  readonly kind: 'formula';
  /** Without “=”. */
  readonly text: string;
}

export interface ConstantContent {
  readonly kind: 'constant';
  readonly value: string | number | boolean | CellError;
}

/** What a cell holds; null is blank. */
export type Content = ConstantContent | FormulaContent | null;

/** One cell as it is kept; never changed in place. */
export interface StoredCell {
  readonly content: Content;
  readonly style: Style;
  /** A text entered behind a leading “'” (ECMA-376 part 1, 18.8.45 quotePrefix). */
  readonly marked: boolean;
}

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: StoredCell;
}

interface Row {
  readonly owner: object;
  readonly cells: (StoredCell | undefined)[];
}

/** The cells of a sheet. Cloning shares every row; a row is copied when one of the owners first writes to it. */
export class CellStore {
  private owner: object = {};

  constructor(private readonly rows: SharedMap<number, Row> = new SharedMap()) {}

  clone(): CellStore {
    this.owner = {};
    return new CellStore(this.rows.clone());
  }

  get(row: number, column: number): StoredCell | undefined {
    return this.rows.get(row)?.cells[column];
  }

  /** Undefined takes the cell away. */
  set(row: number, column: number, cell: StoredCell | undefined): void {
    const known = this.rows.get(row);
    if (known === undefined && cell === undefined) return;
    const own =
      known?.owner === this.owner ? known : { owner: this.owner, cells: known === undefined ? [] : [...known.cells] };
    if (own !== known) this.rows.set(row, own);
    own.cells[column] = cell;
  }

  /** Cells that are kept, row by row from the top, inside an area when one is given. */
  *all(area?: Area): Generator<PlacedCell> {
    for (const row of this.rowNumbers(area)) {
      const cells = this.rows.get(row)?.cells ?? [];
      const right = Math.min(cells.length - 1, area?.right ?? cells.length);
      for (let column = area?.left ?? 0; column <= right; column += 1) {
        const cell = cells[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  private rowNumbers(area: Area | undefined): number[] {
    if (area && area.bottom - area.top < this.rows.size) {
      const numbers: number[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) if (this.rows.has(row)) numbers.push(row);
      return numbers;
    }
    const numbers = [...this.rows.keys()].sort((a, b) => a - b);
    return area ? numbers.filter((row) => row >= area.top && row <= area.bottom) : numbers;
  }
}
