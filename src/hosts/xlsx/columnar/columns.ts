import type { CellValue } from '../../../model/grid';
import type { TextStore } from './text-store';

/** Rows of one piece of a column, a power of two. */
const PIECE_ROWS = 4096;
const PIECE_SHIFT = 12;
const ROW_MASK = PIECE_ROWS - 1;

type Kind = 'texts' | 'numbers' | 'mixed';

// Taken once: under the tests' sandbox every look at a global costs more than the work done here.
const { isNaN } = Number;

const NO_TEXTS = new Int32Array(0);
const NO_NUMBERS = new Float64Array(0);
const NO_VALUES: CellValue[] = [];

/**
 * Consecutive cells of one column, as narrow as what they hold: numbers of texts counted from 1 (0 is blank), numbers
 * (NaN is blank, which no cell holds), or values of any kind where a column has several.
 */
class Piece {
  texts = NO_TEXTS;
  numbers = NO_NUMBERS;
  mixed = NO_VALUES;

  constructor(public kind: Kind) {
    if (kind === 'texts') this.texts = new Int32Array(PIECE_ROWS);
    else if (kind === 'numbers') this.numbers = new Float64Array(PIECE_ROWS).fill(Number.NaN);
    else this.mixed = new Array<CellValue>(PIECE_ROWS).fill(null);
  }

  mix(textOf: (number: number) => CellValue): CellValue[] {
    if (this.kind === 'mixed') return this.mixed;
    const { texts, numbers, kind } = this;
    this.mixed = Array.from({ length: PIECE_ROWS }, (_, row) => {
      if (kind === 'texts') return texts[row] === 0 ? null : textOf(texts[row] as number);
      return isNaN(numbers[row]) ? null : (numbers[row] as number);
    });
    [this.kind, this.texts, this.numbers] = ['mixed', NO_TEXTS, NO_NUMBERS];
    return this.mixed;
  }
}

/** The cells of one sheet as columns. Rows may come in any order; a cell that comes twice holds what came last. */
export class Columns {
  private readonly pieces: Piece[][] = [];
  private current: Piece[] = [];
  private currentAt = -1;
  rowCount = 0;
  columnCount = 0;
  /** How many pieces there are; each holds room for 4,096 cells, however few it has. */
  pieceCount = 0;

  /**
   * @param shared texts that cells name by number
   * @param own texts that cells hold themselves
   */
  constructor(
    private readonly shared: TextStore,
    private readonly own: TextStore,
  ) {}

  number(row: number, column: number, value: number): void {
    const piece = this.piece(row, column, 'numbers');
    if (piece.kind === 'numbers') piece.numbers[row & ROW_MASK] = value;
    else piece.mix(this.textOf)[row & ROW_MASK] = value;
  }

  sharedText(row: number, column: number, number: number): void {
    this.text(row, column, number + 1);
  }

  ownText(row: number, column: number, number: number): void {
    this.text(row, column, -number - 1);
  }

  /** A value of a kind that columns do not consist of: true, false or an error. */
  other(row: number, column: number, value: CellValue): void {
    this.piece(row, column, 'mixed').mix(this.textOf)[row & ROW_MASK] = value;
  }

  /** Rows from one to another, end not included, each as long as its last cell that holds something. */
  rows(from: number, to: number): CellValue[][] {
    const rows: CellValue[][] = Array.from({ length: Math.max(0, to - from) }, () => []);
    for (let row = from; row < to; row = Math.min(to, (row | ROW_MASK) + 1)) {
      const pieces = this.pieces[row >> PIECE_SHIFT];
      const end = Math.min(to, (row | ROW_MASK) + 1);
      pieces?.forEach((piece, column) => this.fill(rows, piece, column, row, end, from));
    }
    return rows;
  }

  private fill(rows: CellValue[][], piece: Piece, column: number, start: number, end: number, from: number): void {
    const { kind, texts, numbers, mixed } = piece;
    for (let row = start; row < end; row += 1) {
      let value: CellValue = null;
      if (kind === 'texts') {
        const text = texts[row & ROW_MASK] as number;
        if (text === 0) continue;
        value = this.textOf(text);
      } else if (kind === 'numbers') {
        value = numbers[row & ROW_MASK] as number;
        if (isNaN(value)) continue;
      } else {
        value = mixed[row & ROW_MASK] as CellValue;
        if (value === null) continue;
      }
      const cells = rows[row - from] as CellValue[];
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
  }

  private text(row: number, column: number, number: number): void {
    const piece = this.piece(row, column, 'texts');
    if (piece.kind === 'texts') piece.texts[row & ROW_MASK] = number;
    else piece.mix(this.textOf)[row & ROW_MASK] = this.textOf(number);
  }

  private readonly textOf = (number: number): CellValue =>
    (number > 0 ? this.shared.text(number - 1) : this.own.text(-number - 1)) ?? null;

  private piece(row: number, column: number, kind: Kind): Piece {
    const at = row >> PIECE_SHIFT;
    if (at !== this.currentAt) {
      this.current = this.pieces[at] ??= [];
      this.currentAt = at;
    }
    if (row >= this.rowCount) this.rowCount = row + 1;
    if (column >= this.columnCount) this.columnCount = column + 1;
    const known = this.current[column];
    if (known !== undefined) return known;
    this.pieceCount += 1;
    return (this.current[column] = new Piece(kind));
  }
}
