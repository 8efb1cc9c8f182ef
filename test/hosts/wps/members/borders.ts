import type { Area } from '../../../../src/model/address';
import type { Border, BorderLine, BorderSide } from '../../workbook/style';
import type { EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { stylesIn } from './cells';
import { colorNumber, colorOf, number } from './given';

interface Edge {
  readonly cells: Cells;
  readonly index: number;
}

/** XlBordersIndex (wps.md §3.3 borders). */
const SIDES: Readonly<Record<number, BorderSide>> = {
  5: 'diagonalDown',
  6: 'diagonalUp',
  7: 'left',
  8: 'top',
  9: 'bottom',
  10: 'right',
};
const INSIDE_VERTICAL = 11;
const INSIDE_HORIZONTAL = 12;
const NONE = -4142;
/** LineStyle and Weight of each kind of line (XlLineStyle, XlBorderWeight). */
const LINES: readonly (readonly [style: number, weight: number, line: BorderLine])[] = [
  [1, 2, 'thin'],
  [1, 1, 'hair'],
  [1, -4138, 'medium'],
  [1, 4, 'thick'],
  [-4115, 2, 'dashed'],
  [-4115, -4138, 'mediumDashed'],
  [-4118, 2, 'dotted'],
  [-4119, 4, 'double'],
  [4, 2, 'dashDot'],
  [4, -4138, 'mediumDashDot'],
  [5, 2, 'dashDotDot'],
  [5, -4138, 'mediumDashDotDot'],
  [13, -4138, 'slantDashDot'],
];

/** The cells, and which of their sides, that an index of an area means. */
function sidesOf(area: Area, index: number): readonly (readonly [Area, BorderSide])[] {
  const { top, left, bottom, right } = area;
  if (index === INSIDE_VERTICAL) {
    return left === right
      ? []
      : [
          [{ ...area, right: right - 1 }, 'right'],
          [{ ...area, left: left + 1 }, 'left'],
        ];
  }
  if (index === INSIDE_HORIZONTAL) {
    return top === bottom
      ? []
      : [
          [{ ...area, bottom: bottom - 1 }, 'bottom'],
          [{ ...area, top: top + 1 }, 'top'],
        ];
  }
  const side = SIDES[index];
  if (!side) throw new EtError(`Borders.Item(${index})`);
  if (side === 'left') return [[{ ...area, right: left }, side]];
  if (side === 'right') return [[{ ...area, left: right }, side]];
  if (side === 'top') return [[{ ...area, bottom: top }, side]];
  return [[side === 'bottom' ? { ...area, top: bottom } : area, side]];
}

/** @throws EtError where the build refuses lines between the cells of a single row or column */
function parts({ cells, index }: Edge): readonly (readonly [Area, BorderSide])[] {
  const found = cells.areas.flatMap((area) => sidesOf(area, index));
  if (found.length === 0 && cells.program.quirks.insideLines === 'throw') {
    throw new EtError('There are no lines between the cells of a single row or column.');
  }
  return found;
}

function shared(edge: Edge, pick: (border: Border | null) => unknown): unknown {
  const { program, sheet } = edge.cells;
  const found = parts(edge).flatMap(([area, side]) =>
    [...stylesIn(program, sheet, area)].map(({ borders }) => pick(borders[side])),
  );
  return found.length === 0 ? pick(null) : edge.cells.one(found);
}

function change(edge: Edge, changed: (old: Border | null) => Border | null): void {
  const { program, sheet } = edge.cells;
  for (const [area, side] of parts(edge)) {
    const before = new Set([...stylesIn(program, sheet, area)].map(({ borders }) => JSON.stringify(borders[side])));
    if (before.size === 1) {
      sheet.format(area, { borders: { [side]: changed(sheet.style(area.top, area.left).borders[side]) } });
      continue;
    }
    for (const [row, column] of edge.cells.at(area).places()) {
      const border = changed(sheet.style(row, column).borders[side]);
      sheet.format({ top: row, bottom: row, left: column, right: column }, { borders: { [side]: border } });
    }
  }
}

function lineOf(style: number, weight: number | null): BorderLine {
  const [, , line] =
    LINES.find((one) => one[0] === style && one[1] === weight) ?? LINES.find((one) => one[0] === style) ?? [];
  if (line) return line;
  throw new EtError(`LineStyle ${style}`);
}

const codes = (border: Border | null): readonly [number, number, BorderLine] | undefined =>
  border === null ? undefined : LINES.find(([, , line]) => line === border.line);

const BORDER: EtType<Edge> = etType<Edge>('Et.Border', {
  gets: {
    LineStyle: (edge) => shared(edge, (border) => codes(border)?.[0] ?? NONE),
    Weight: (edge) => shared(edge, (border) => codes(border)?.[1] ?? 2),
    Color: (edge) => shared(edge, (border) => (border === null ? 0 : colorNumber(border.color))),
  },
  sets: {
    LineStyle: (edge, value) => {
      const style = number(value, 'LineStyle');
      change(edge, (old) =>
        style === NONE ? null : { line: lineOf(style, codes(old)?.[1] ?? null), color: old?.color ?? '#000000' },
      );
    },
    // On a side without a line, weight and colour draw one (VBA).
    Weight: (edge, value) => {
      const weight = number(value, 'Weight');
      if (![1, 2, -4138, 4].includes(weight)) throw new EtError(`Weight ${weight}`);
      change(edge, (old) => ({ line: lineOf(codes(old)?.[0] ?? 1, weight), color: old?.color ?? '#000000' }));
    },
    Color: (edge, value) => {
      const color = colorOf(value, 'Color');
      change(edge, (old) => ({ line: old?.line ?? 'thin', color }));
    },
  },
});

const AROUND_AND_INSIDE = [7, 8, 9, 10, INSIDE_VERTICAL, INSIDE_HORIZONTAL];

/** The one value of all lines of a Range, or what they are all set to; lines it cannot have count for nothing. */
function all(cells: Cells): Edge[] {
  return AROUND_AND_INSIDE.map((index) => ({ cells, index })).filter(({ index }) =>
    cells.areas.some((area) => sidesOf(area, index).length > 0),
  );
}

function setAll(name: 'LineStyle' | 'Weight' | 'Color'): (cells: Cells, value: unknown) => void {
  return (cells, value) => all(cells).forEach((edge) => BORDER.sets[name]?.(edge, value));
}

function oneOfAll(name: 'LineStyle' | 'Weight' | 'Color'): (cells: Cells) => unknown {
  return (cells) => cells.one(all(cells).map((edge) => BORDER.gets[name]?.(edge)));
}

export const BORDERS: EtType<Cells> = etType<Cells>('Et.Borders', {
  gets: { Count: () => 6, LineStyle: oneOfAll('LineStyle'), Weight: oneOfAll('Weight'), Color: oneOfAll('Color') },
  sets: { LineStyle: setAll('LineStyle'), Weight: setAll('Weight'), Color: setAll('Color') },
  calls: { Item: (cells, [index]) => etObject(BORDER, { cells, index: number(index, 'Borders.Item') }) },
});
