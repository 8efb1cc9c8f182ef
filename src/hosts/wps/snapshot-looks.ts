import type { Area } from '../../model/address';
import { rangeOf } from './cells';
import type { Line, Lines, Look } from './content';
import { internedLine, internedLook } from './content';
import { INSIDE, LINE_STYLE, SIDE_NAMES, SIDES } from './enums';
import type { EtBorder, EtRange, EtWorksheet } from './et';
import { PROPERTIES } from './looks';
import { halves } from './uniform';

type Known = Partial<Record<keyof Look, unknown>>;
type Drawn = Record<keyof Lines, Line | null>;

/** How the cells of an area look, row by row from its first. ET tells it of areas whose cells are alike. */
export function looksOf(sheet: EtWorksheet, area: Area): Look[][] {
  const readers: Reader[] = [
    ...PROPERTIES.map(({ of, read }): Reader => [of, read]),
    ['format', (range) => range.NumberFormat ?? undefined],
  ];
  const lines = linesOf(sheet, area);
  const known = lines.map((row) => row.map((): Known => ({})));
  ask(sheet, area, readers, known);
  return known.map((row, down) => row.map((told, at) => lookOf(told, lines[down]?.[at] as Lines)));
}

type Reader = readonly [keyof Look, (range: EtRange) => unknown];

/** Asks for several properties together; each is asked for again only in the parts of an area where it differs. */
function ask(sheet: EtWorksheet, whole: Area, all: readonly Reader[], known: Known[][]): void {
  const open: { area: Area; readers: readonly Reader[] }[] = [{ area: whole, readers: all }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { area } = next;
    const range = rangeOf(sheet, area);
    const differing: Reader[] = [];
    for (const reader of next.readers) {
      const [of, read] = reader;
      const value = read(range);
      if (value === undefined) differing.push(reader);
      else fill(known, whole, area, of, value);
    }
    const isOne = area.top === area.bottom && area.left === area.right;
    if (differing.length === 0 || isOne) continue;
    for (const half of halves(area)) open.push({ area: half, readers: differing });
  }
}

function fill(known: Known[][], whole: Area, part: Area, of: keyof Look, value: unknown): void {
  for (let row = part.top; row <= part.bottom; row += 1) {
    for (let column = part.left; column <= part.right; column += 1) {
      const told = known[row - whole.top]?.[column - whole.left];
      if (told) told[of] = value;
    }
  }
}

/** Keys in one order, so that equal looks are one; what a cell does not tell counts as usual. */
function lookOf(known: Known, lines: Lines): Look {
  const plain = Object.fromEntries(PROPERTIES.map(({ of, otherwise }) => [of, known[of] ?? otherwise]));
  return internedLook({ ...plain, format: known.format ?? 'General', lines } as Look);
}

/** The lines around the cells of an area. */
function linesOf(sheet: EtWorksheet, area: Area): Drawn[][] {
  const height = area.bottom - area.top + 1;
  const drawn = Array.from({ length: height }, () =>
    Array.from({ length: area.right - area.left + 1 }, (): Drawn => ({
      top: null,
      bottom: null,
      left: null,
      right: null,
      diagonalDown: null,
      diagonalUp: null,
    })),
  );
  const open = [area];
  for (let next = open.pop(); next; next = open.pop()) {
    const read = readLines(rangeOf(sheet, next), next);
    if (read === null) open.push(...halves(next));
    else place(drawn, next, area, read);
  }
  return drawn;
}

interface Read {
  readonly edges: Readonly<Record<keyof Lines, Line | null>>;
  readonly vertical: Line | null;
  readonly horizontal: Line | null;
}

/** Null when some of the lines of one kind differ; a single cell that does not tell has none. */
function readLines(range: EtRange, { top, left, bottom, right }: Area): Read | null {
  const { Borders: borders } = range;
  const single = top === bottom && left === right;
  // Lines inside first: they differ soonest.
  const horizontal = bottom > top ? lineOf(borders.Item(INSIDE.horizontal)) : null;
  if (horizontal === undefined) return null;
  const vertical = right > left ? lineOf(borders.Item(INSIDE.vertical)) : null;
  if (vertical === undefined) return null;
  const edges: Partial<Drawn> = {};
  for (const side of SIDE_NAMES) {
    const line = lineOf(borders.Item(SIDES[side]));
    if (line === undefined && !single) return null;
    edges[side] = line ?? null;
  }
  return { edges: edges as Drawn, vertical, horizontal };
}

/** Undefined when the lines differ. */
function lineOf(border: EtBorder): Line | null | undefined {
  const style = border.LineStyle;
  if (style === LINE_STYLE.none) return null;
  if (style === null || style === undefined) return undefined;
  const weight = border.Weight;
  const color = border.Color;
  if (typeof weight !== 'number' || typeof color !== 'number') return undefined;
  return internedLine({ style, weight, color });
}

function place(drawn: Drawn[][], part: Area, whole: Area, { edges, vertical, horizontal }: Read): void {
  for (let row = part.top; row <= part.bottom; row += 1) {
    for (let column = part.left; column <= part.right; column += 1) {
      const cell = drawn[row - whole.top]?.[column - whole.left] as Drawn;
      cell.top = row === part.top ? edges.top : horizontal;
      cell.bottom = row === part.bottom ? edges.bottom : horizontal;
      cell.left = column === part.left ? edges.left : vertical;
      cell.right = column === part.right ? edges.right : vertical;
      cell.diagonalDown = edges.diagonalDown;
      cell.diagonalUp = edges.diagonalUp;
    }
  }
}
