import type { Area } from '../../model/address';
import { rectanglesBy } from '../cell-rectangles';
import { textsToHold } from '../typed-entries';
import type { Assured } from './assured';
import type { Line, Look, SheetContent } from './content';
import { internedLine } from './content';
import { INSIDE, LINE_STYLE, SIDE_NAMES, SIDES, WEIGHT } from './enums';
import type { Side } from './enums';
import type { EtBorder, EtBorders, EtRange, EtWorksheet } from './et';
import { NEW_CELL, PROPERTIES } from './looks';
import type { Means } from './means';
import { rangeOf } from './cells';
import { attempted } from './program';

/**
 * Formats the cells of a cleared sheet whose values are written: the commonest look is laid over all cells, then the
 * others where they differ; lines by themselves, since one that is taken away is taken from the next cell too.
 */
export function writeLooks(sheet: EtWorksheet, content: SheetContent, { areaRanges, assured }: Means): void {
  for (const { areas, properties, look } of strokesOf(content)) {
    for (const range of areaRanges.of(sheet, areas)) for (const { write } of properties) write(range, look, assured);
  }
  writeLines(sheet, content, assured);
  for (const [format, areas] of formatsOf(content)) {
    for (const range of areaRanges.of(sheet, areas)) assured.set(range, 'NumberFormat', format);
  }
}

interface Stroke {
  readonly areas: readonly Area[];
  readonly properties: readonly (typeof PROPERTIES)[number][];
  readonly look: Look;
}

/** One stroke for the commonest value of every property over all cells, and one for each other value. */
function strokesOf({ looks }: SheetContent): Stroke[] {
  const all = rectanglesBy(looks.map((row) => row.map((look) => (look === null ? null : true)))).get(true) ?? [];
  const base = commonest(looks);
  if (!base) return [];
  const first = PROPERTIES.filter(({ of }) => base[of] !== NEW_CELL[of]);
  const strokes: Stroke[] = [{ areas: all, properties: first, look: base }];
  for (const property of PROPERTIES) {
    const { of } = property;
    const carriers = new Map<unknown, Look>();
    const differing = looks.map((row) =>
      row.map((look) => {
        if (look === null || look[of] === base[of]) return null;
        if (!carriers.has(look[of])) carriers.set(look[of], look);
        return carriers.get(look[of]);
      }),
    );
    for (const [look, areas] of rectanglesBy(differing)) {
      if (look) strokes.push({ areas, properties: [property], look });
    }
  }
  return strokes;
}

/** A look made of the commonest value of every property; each is set by itself, so no cell needs to have it. */
function commonest(looks: SheetContent['looks']): Look | null {
  const cells = looks.flat().filter((look): look is Look => look !== null);
  const [any] = cells;
  if (!any) return null;
  const most = PROPERTIES.map(({ of }) => {
    const counts = new Map<unknown, number>();
    for (const look of cells) counts.set(look[of], (counts.get(look[of]) ?? 0) + 1);
    const [[value]] = [...counts].sort(([, one], [, other]) => other - one) as [[unknown, number]];
    return [of, value];
  });
  return { ...any, ...(Object.fromEntries(most) as Partial<Look>) };
}

/** Cells with one line on all four sides, and every side of the others by itself. */
function writeLines(sheet: EtWorksheet, { looks }: SheetContent, assured: Assured): void {
  const framed = rectanglesBy(looks.map((row) => row.map((look) => (look ? frameOf(look) : null))));
  for (const [line, areas] of framed) {
    if (line) for (const area of areas) drawFrame(rangeOf(sheet, area), area, line, assured);
  }
  for (const side of SIDE_NAMES) {
    const single = looks.map((row) => row.map((look) => (look && !isFramed(look, side) ? look.lines[side] : null)));
    for (const [line, areas] of rectanglesBy(single)) {
      if (!line) continue;
      for (const area of areas.flatMap((one) => slices(one, side))) {
        draw(rangeOf(sheet, area).Borders.Item(SIDES[side]), line, assured);
      }
    }
  }
}

const frames = new WeakMap<Look, Line | null>();

/** Looks are few and cells many. */
function frameOf(look: Look): Line | null {
  const known = frames.get(look);
  if (known !== undefined) return known;
  const { top, bottom, left, right } = look.lines;
  const line = top && internedLine(top);
  const isFrame = [bottom, left, right].every((other) => other && internedLine(other) === line);
  const frame = isFrame ? line : null;
  frames.set(look, frame);
  return frame;
}

function isFramed(look: Look, side: Side): boolean {
  return !side.startsWith('diagonal') && frameOf(look) !== null;
}

const FRAME = ['top', 'bottom', 'left', 'right'] as const;

/** Lines between cells are refused where there is only one row or column (wps.md §3.3). */
function drawFrame(range: EtRange, { top, left, bottom, right }: Area, line: Line, assured: Assured): void {
  const { Borders: borders } = range;
  if (isDrawn(borders, line)) return;
  for (const side of FRAME) draw(borders.Item(SIDES[side]), line, assured);
  if (right > left) draw(borders.Item(INSIDE.vertical), line, assured);
  if (bottom > top) draw(borders.Item(INSIDE.horizontal), line, assured);
}

/** All lines by one call; builds that do not draw them so get them one by one. */
function isDrawn(borders: EtBorders, { style, weight, color }: Line): boolean {
  if (weight !== WEIGHT.thin || style !== LINE_STYLE.continuous || color !== 0) return false;
  return (
    attempted(() => {
      borders.LineStyle = style;
      return borders.LineStyle === style;
    }) ?? false
  );
}

function draw(border: EtBorder, { style, weight, color }: Line, assured: Assured): void {
  assured.set(border, 'LineStyle', style);
  if (weight !== WEIGHT.thin || style !== LINE_STYLE.continuous) assured.set(border, 'Weight', weight);
  if (color !== 0) assured.set(border, 'Color', color);
}

/** An edge is drawn around a whole area, so cells with the line on one side go row by row or column by column. */
function slices(area: Area, side: Side): Area[] {
  const { top, left, bottom, right } = area;
  if (side === 'top' || side === 'bottom') {
    return Array.from({ length: bottom - top + 1 }, (_, down) => ({ ...area, top: top + down, bottom: top + down }));
  }
  if (side === 'left' || side === 'right') {
    return Array.from({ length: right - left + 1 }, (_, at) => ({ ...area, left: left + at, right: left + at }));
  }
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, at) => {
    const row = top + Math.floor(at / (right - left + 1));
    const column = left + (at % (right - left + 1));
    return { top: row, left: column, bottom: row, right: column };
  });
}

/** Number formats last: a text that was held back from turning into a number stays a text in any of them. */
function formatsOf({ looks, entries }: SheetContent): Map<string, Area[]> {
  const wanted: (string | null)[][] = looks.map((row) =>
    row.map((look) => (look && look.format !== 'General' ? look.format : null)),
  );
  for (const { top, left, bottom, right } of textsToHold(entries)) {
    for (let row = top; row <= bottom; row += 1) {
      const cells = (wanted[row] ??= []);
      for (let column = left; column <= right; column += 1) {
        const format = looks[row]?.[column]?.format ?? 'General';
        cells[column] = format === '@' ? null : format;
      }
    }
  }
  const rows = Array.from(wanted, (row) => Array.from(row ?? [], (format) => format ?? null));
  return rectanglesBy(rows) as Map<string, Area[]>;
}
