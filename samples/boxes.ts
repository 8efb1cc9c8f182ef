import type { Look, StyleName } from './looks';

export type Value = string | number | null;

/** One cell, or a block of merged cells, of a sheet that is being laid out. */
export interface Box {
  readonly value: Value;
  readonly look: Look;
  /** In the row of a total. */
  readonly strong?: boolean;
  /** Columns and rows it takes; one each when absent. */
  readonly across?: number;
  readonly down?: number;
}

/** A row of boxes from left to right. Places that a box above reaches down into are skipped, as in a web table. */
export type BoxRow = readonly Box[];

/** A box at its place; rows and columns count from 0. */
export interface PlacedBox {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly value: Value;
  readonly style: StyleName;
}

/** A sheet ready to be written. */
export interface Sheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly boxes: readonly PlacedBox[];
  /** Heights in points, one for each row. */
  readonly heights: readonly number[];
  /** Rows that are printed on every page, counted from 0, both ends included. */
  readonly repeated: { readonly first: number; readonly last: number };
  readonly landscape: boolean;
}

/** Places rows of boxes; throws when a row does not fill the sheet from its first column to its last. */
export function placed(rows: readonly BoxRow[], columns: number): PlacedBox[] {
  const taken = new Set<string>();
  return rows.flatMap((boxes, row) => {
    let column = 0;
    const skipTaken = (): void => {
      while (taken.has(`${row},${column}`)) column += 1;
    };
    const own = boxes.map((box): PlacedBox => {
      skipTaken();
      const { across = 1, down = 1, value, look, strong } = box;
      const at = { row, column, across, down, value, style: strong ? (`strong-${look}` as const) : look };
      for (let below = row; below < row + down; below++) {
        for (let beside = column; beside < column + across; beside++) taken.add(`${below},${beside}`);
      }
      column += across;
      return at;
    });
    skipTaken();
    if (column !== columns) throw new Error(`row ${row + 1} ends at column ${column} of ${columns}`);
    return own;
  });
}

const LINE_HEIGHT = 15;
/** Characters of a cell's width that text cannot use. */
const MARGINS = 3;
const LEAST_HEIGHT = 20;
const TITLE_HEIGHT = 32;

/** The height of each row, so that every wrapped text can be read. */
export function heightsOf(boxes: readonly PlacedBox[], widths: readonly number[]): number[] {
  const rows = Math.max(...boxes.map((box) => box.row + box.down));
  const heights = new Array<number>(rows).fill(LEAST_HEIGHT);
  for (const box of [...boxes].sort((one, other) => one.down - other.down)) {
    const needed = heightOf(box, widths);
    const last = box.row + box.down - 1;
    const present = heights.slice(box.row, last + 1).reduce((sum, height) => sum + height, 0);
    if (needed > present) heights[last] = (heights[last] ?? LEAST_HEIGHT) + needed - present;
  }
  return heights;
}

function heightOf({ value, style, column, across }: PlacedBox, widths: readonly number[]): number {
  if (style === 'title') return TITLE_HEIGHT;
  if (typeof value !== 'string') return LEAST_HEIGHT;
  const width = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0) - MARGINS;
  const lines = value.split('\n').map((line) => Math.max(1, Math.ceil(columnsOf(line) / width)));
  return 5 + LINE_HEIGHT * lines.reduce((sum, count) => sum + count, 0);
}

/** The width of a text in characters: a Chinese character takes two. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u0000-\u00ff]/.test(char) ? 1 : 2), 0);
}
