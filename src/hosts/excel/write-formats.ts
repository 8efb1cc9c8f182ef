import type { Area } from '../../model/address';
import type { Line, Look, SheetContent, Side } from './content';
import { SIDES } from './content';
import { rectanglesBy } from '../cell-rectangles';
import { jsonBytes, piece } from './requests';
import type { Piece } from './requests';
import { textsToHold } from '../typed-entries';
import { areaPieces, rangeOf } from './write-values';

const EDGES = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
} as const;

/** One property of a look and how it is set. */
type Setter = (format: Excel.RangeFormat, look: Look) => void;
const SETTERS: readonly { readonly of: keyof Look; readonly set: Setter }[] = [
  { of: 'name', set: (format, look) => (format.font.name = look.name) },
  { of: 'size', set: (format, look) => (format.font.size = look.size) },
  { of: 'bold', set: (format, look) => (format.font.bold = look.bold) },
  { of: 'italic', set: (format, look) => (format.font.italic = look.italic) },
  { of: 'strikethrough', set: (format, look) => (format.font.strikethrough = look.strikethrough) },
  { of: 'underline', set: (format, look) => (format.font.underline = look.underline as 'None') },
  { of: 'color', set: (format, look) => (format.font.color = look.color) },
  { of: 'fill', set: (format, { fill }) => (fill === null ? format.fill.clear() : (format.fill.color = fill)) },
  { of: 'horizontal', set: (format, look) => (format.horizontalAlignment = look.horizontal as 'General') },
  { of: 'vertical', set: (format, look) => (format.verticalAlignment = look.vertical as 'Center') },
  { of: 'wrap', set: (format, look) => (format.wrapText = look.wrap) },
  { of: 'shrink', set: (format, look) => (format.shrinkToFit = look.shrink) },
  // Behind the alignment: a cell aligned in general has no indent.
  { of: 'indent', set: (format, look) => (format.indentLevel = look.indent) },
  { of: 'rotation', set: (format, look) => (format.textOrientation = look.rotation) },
  { of: 'locked', set: (format, look) => (format.protection.locked = look.locked) },
  { of: 'formulaHidden', set: (format, look) => (format.protection.formulaHidden = look.formulaHidden) },
];

/** What a cell of a new sheet is in any edition; font and vertical alignment differ from one to another. */
const NEW_CELL: Partial<Look> = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: 'None',
  color: '#000000',
  fill: null,
  horizontal: 'General',
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  locked: true,
  formulaHidden: false,
};

/**
 * Formats the cells of a cleared sheet whose values are written: the commonest look is laid over all cells, then the
 * others where they differ; lines by themselves, since one that is taken away is taken from the next cell too.
 */
export function formatPieces(content: SheetContent): Piece[] {
  const areas = rectanglesBy(content.looks);
  return [...lookPieces(content, areas), ...linePieces(content), ...numberFormatPieces(content)];
}

function lookPieces(content: SheetContent, byLook: ReadonlyMap<Look, readonly Area[]>): Piece[] {
  const base = commonest(byLook);
  if (!base) return [];
  const all =
    rectanglesBy(content.looks.map((row) => row.map((look) => (look === null ? null : true)))).get(true) ?? [];
  const pieces = setPieces(all, base, NEW_CELL);
  for (const [look, areas] of byLook) if (look !== base) pieces.push(...setPieces(areas, look, base));
  return pieces;
}

function setPieces(areas: readonly Area[], look: Look, known: Partial<Look>): Piece[] {
  const setters = SETTERS.filter(({ of }) => look[of] !== known[of]);
  if (setters.length === 0) return [];
  return areaPieces(areas, setters.length * 2, (ranges) => {
    for (const { set } of setters) set(ranges.format, look);
  });
}

function commonest(byLook: ReadonlyMap<Look, readonly Area[]>): Look | null {
  let most = 0;
  let base: Look | null = null;
  for (const [look, areas] of byLook) {
    const cells = areas.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
    if (cells > most) [most, base] = [cells, look];
  }
  return base;
}

/** Cells with one line on all four sides, and every side of the others by itself. */
function linePieces(content: SheetContent): Piece[] {
  const framed = rectanglesBy(content.looks.map((row) => row.map((look) => (look ? frameOf(look) : null))));
  const pieces = [...framed].flatMap(([line, areas]) =>
    areaPieces(areas, 24, (ranges) => {
      for (const edge of [
        'EdgeTop',
        'EdgeBottom',
        'EdgeLeft',
        'EdgeRight',
        'InsideVertical',
        'InsideHorizontal',
      ] as const) {
        draw(ranges.format.borders.getItem(edge), line);
      }
    }),
  );
  for (const side of SIDES) pieces.push(...sidePieces(content, side));
  return pieces;
}

const lines = new Map<string, Line>();

/** The one object that stands for a line. */
function internedLine(line: Line): Line {
  const key = `${line.style}|${line.weight}|${line.color}`;
  const known = lines.get(key);
  if (!known) lines.set(key, line);
  return known ?? line;
}

function frameOf({ lines: { top, bottom, left, right } }: Look): Line | null {
  if (!top || !bottom || !left || !right) return null;
  const line = internedLine(top);
  return [bottom, left, right].every((other) => internedLine(other) === line) ? line : null;
}

function sidePieces(content: SheetContent, side: Side): Piece[] {
  const single = content.looks.map((row) =>
    row.map((look) => {
      const line = look?.lines[side] ?? null;
      const framed = look !== null && frameOf(look) !== null && EDGES[side].startsWith('Edge');
      return line === null || framed ? null : internedLine(line);
    }),
  );
  return [...rectanglesBy(single)].flatMap(([line, areas]) =>
    areaPieces(
      areas.flatMap((area) => slices(area, side)),
      4,
      (ranges) => {
        draw(ranges.format.borders.getItem(EDGES[side]), line);
      },
    ),
  );
}

/** An edge is drawn around a whole area, so cells with the line on one side go row by row or column by column. */
function slices(area: Area, side: Side): Area[] {
  const { top, left, bottom, right } = area;
  if (side === 'top' || side === 'bottom') {
    return Array.from({ length: bottom - top + 1 }, (_, down) => ({
      top: top + down,
      left,
      bottom: top + down,
      right,
    }));
  }
  if (side === 'left' || side === 'right') {
    return Array.from({ length: right - left + 1 }, (_, at) => ({ top, left: left + at, bottom, right: left + at }));
  }
  return [area];
}

function draw(border: Excel.RangeBorder, line: Line): void {
  border.style = line.style as 'Continuous';
  if (line.weight !== 'Thin') border.weight = line.weight as 'Thin';
  if (line.color !== '#000000') border.color = line.color;
}

/** Above so many bytes a matrix of formats costs less than its areas one by one. */
const AREA_BYTES = 400;
const FORMAT_BYTES = 12;
const MATRIX_CELLS = 1_500;

/** Number formats last: a text that was held back from turning into a number stays a text in any of them. */
function numberFormatPieces(content: SheetContent): Piece[] {
  const held = textsToHold(content.entries);
  const wanted: (string | null)[][] = content.looks.map((row) =>
    row.map((look) => (look && look.format !== 'General' ? look.format : null)),
  );
  for (const { top, left, bottom, right } of held) {
    for (let row = top; row <= bottom; row += 1) {
      const cells = (wanted[row] ??= []);
      for (let column = left; column <= right; column += 1) {
        const format = content.looks[row]?.[column]?.format ?? 'General';
        cells[column] = format === '@' ? null : format;
      }
    }
  }
  const rows = Array.from(wanted, (row) => Array.from(row ?? [], (format) => format ?? null));
  const byFormat = rectanglesBy(rows);
  const count = [...byFormat.values()].reduce((sum, areas) => sum + areas.length, 0);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (count * AREA_BYTES > rows.length * width * FORMAT_BYTES) return formatMatrices(rows, width);
  return [...byFormat].flatMap(([format, areas]) =>
    areas.map((area) =>
      piece(2, (sheet) => {
        rangeOf(sheet, area).numberFormat = [[format]];
      }),
    ),
  );
}

function formatMatrices(rows: readonly (readonly (string | null)[])[], width: number): Piece[] {
  const step = Math.max(1, Math.floor(MATRIX_CELLS / width));
  const pieces: Piece[] = [];
  for (let top = 0; top < rows.length; top += step) {
    const matrix = rows.slice(top, top + step).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
    if (matrix.every((row) => row.every((format) => format === null))) continue;
    const send = (sheet: Excel.Worksheet): void => {
      sheet.getRangeByIndexes(top, 0, matrix.length, width).numberFormat = matrix;
    };
    pieces.push(piece(2, send, jsonBytes(matrix)));
  }
  return pieces;
}
