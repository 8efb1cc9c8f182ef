import type { Area } from '../model/address';
import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import type { Band } from './bands';
import { findBands, shapeOf } from './bands';
import { isNoteText } from './notes';
import { looksLikeTitle, matchTitle } from './title';
import { ORGANISATION_END, WORDING, oneOf } from './wording';

/** A part of a sheet that holds one table: its preamble, header bands and body. */
export interface Region extends Area {
  readonly titleRow: number | null;
  readonly bands: readonly Band[];
}

/** Rows above a header that may belong to its table (title, 单位名称, 单位：万元, blank lines). */
const LONGEST_PREAMBLE = 12;
const CAPTION = /单位|[:：]|[万亿]元/;
/** From this strength on a title says what its table is. */
const SURE_TITLE = 70;

/**
 * Cuts a sheet into regions: first by blank columns between tables that have their own titles, then by titles and
 * header bands from top to bottom, then side by side where one row holds two titles.
 */
export function findRegions(grid: Grid): Region[] {
  const { rowCount, columnCount } = grid.description;
  if (rowCount === 0 || columnCount === 0) return [];
  const whole: Area = { top: 0, left: 0, bottom: rowCount - 1, right: columnCount - 1 };
  return splitByGutters(grid, whole).flatMap((part) => stack(grid, part));
}

/** True for rows of nothing but blank cells between the two columns. */
export function isBlankRow(grid: Grid, row: number, left: number, right: number): boolean {
  const cells = grid.row(row);
  for (let column = left; column <= right && column < cells.length; column++) if (!isBlank(cells[column])) return false;
  return true;
}

/** Calls `visit` with every filled cell of an area and its column, counted from the area's left edge. */
function eachFilled(grid: Grid, area: Area, visit: (cell: CellValue, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = grid.row(row);
    for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column++) {
      const cell = cells[column] ?? null;
      if (!isBlank(cell)) visit(cell, column - area.left);
    }
  }
}

function splitByGutters(grid: Grid, area: Area): Area[] {
  const width = area.right - area.left + 1;
  const filled = new Array<boolean>(width).fill(false);
  eachFilled(grid, area, (_, column) => (filled[column] = true));
  const isGutter = (at: number): boolean => at > 0 && filled[at] === false && filled[at - 1] === true;
  // Most sheets have no blank column inside: then no title needs to be looked for.
  if (!filled.some((_, column) => isGutter(column))) return [area];
  const titled = new Array<boolean>(width).fill(false);
  eachFilled(grid, area, (cell, column) => {
    if (typeof cell === 'string' && matchTitle(cell).length > 0) titled[column] = true;
  });
  const parts: Area[] = [];
  let start = 0;
  for (let at = 1; at < filled.length; at++) {
    if (!isGutter(at) || !titled.slice(start, at).includes(true)) continue;
    // A table may have blank columns of its own: the gap is the last one before the next title.
    const next = titled.indexOf(true, at);
    if (next >= 0 && !filled.some((_, column) => column > at && column <= next && isGutter(column))) {
      parts.push({ ...area, left: area.left + start, right: area.left + at - 1 });
      start = at;
    }
  }
  parts.push({ ...area, left: area.left + start, right: area.right });
  return parts;
}

interface Start {
  readonly row: number;
  readonly titleRow: number | null;
}

function stack(grid: Grid, part: Area): Region[] {
  const bands = findBands(grid, part.left, part.right);
  const titled = titledStarts(grid, part);
  const untitled = bandStarts(grid, part, bands, titled);
  const starts = [...titled, ...untitled.filter((start, index) => !insideForm(grid, part, titled, start.row, index))];
  const unique = new Map<number, Start>();
  for (const start of starts) {
    const known = unique.get(start.row);
    if (!known || known.titleRow === null) unique.set(start.row, start);
  }
  const ordered = [...unique.values()].sort((a, b) => a.row - b.row);
  const kept = ordered.filter((start, index) => {
    // A title directly followed by the next one (a cover title, a list of tables) begins nothing.
    const end = ordered[index + 1]?.row ?? part.bottom + 1;
    return bands.some((band) => band.top >= start.row && band.top < end) || hasBody(grid, part, start.row, end);
  });
  return kept.flatMap((start, index) => {
    const bottom = (kept[index + 1]?.row ?? part.bottom + 1) - 1;
    const area: Area = { ...part, top: start.row, bottom };
    return splitByTitles(grid, area, start.titleRow).map((cut) => ({
      ...cut,
      titleRow: start.titleRow,
      bands: (cut.left === part.left && cut.right === part.right ? bands : findBands(grid, cut.left, cut.right)).filter(
        (band) => band.top >= area.top && band.bottom <= bottom,
      ),
    }));
  });
}

/** Some data between a title and the next start: forms have no header band of their own. */
function hasBody(grid: Grid, part: Area, from: number, to: number): boolean {
  let rows = 0;
  for (let row = from + 1; row < to; row++) {
    const shape = shapeOf(grid.row(row), part.left, part.right);
    if (shape.texts + shape.numbers >= 2) rows += 1;
  }
  return rows >= 3;
}

function titledStarts(grid: Grid, part: Area): Start[] {
  const starts: Start[] = [];
  for (let row = part.top; row <= part.bottom; row++) {
    const cells = grid.row(row);
    const shape = shapeOf(cells, part.left, part.right);
    if (shape.texts === 0 || shape.texts > 4 || shape.numbers > 0) continue;
    const titled = cells
      .slice(part.left, part.right + 1)
      .some(
        (cell) =>
          typeof cell === 'string' && looksLikeTitle(cell) && (matchTitle(cell).length > 0 || shape.texts === 1),
      );
    if (titled && shape.terms < 2) starts.push({ row: preambleTop(grid, part, row), titleRow: row });
  }
  // Several title-like rows above one header (cover title, table title) share one start: the nearest title counts.
  return starts;
}

function bandStarts(grid: Grid, part: Area, bands: readonly Band[], titled: readonly Start[]): Start[] {
  const starts: Start[] = [];
  bands.forEach((band, index) => {
    const top = preambleTop(grid, part, band.top);
    // A header straight below figures continues the table above it (a form's list of indicators).
    if (index > 0 && top === band.top) return;
    if (rowOfTitle(grid, part, top, band.top) !== null) return;
    if (starts.length > 0 && !isSetOff(grid, part, top, band.top)) return;
    const leading = starts.length === 0 && !titled.some((start) => start.row <= top);
    starts.push({ row: leading ? filledTop(grid, part, top) : top, titleRow: null });
  });
  return starts;
}

/** Blank rows or a caption (编制单位：…, 单位：万元) set a table without a title off from what stands above it. */
function isSetOff(grid: Grid, part: Area, top: number, bandTop: number): boolean {
  for (let row = Math.max(part.top, top - 1); row < bandTop; row++) {
    if (isBlankRow(grid, row, part.left, part.right)) return true;
    if (row >= top && grid.row(row).some((cell) => typeof cell === 'string' && CAPTION.test(cell))) return true;
  }
  return false;
}

/** Above the first header of a sheet without titles stand the fields of a form: 项目名称, 主管部门. */
function filledTop(grid: Grid, part: Area, row: number): number {
  let top = row;
  while (top > part.top && !isBlankRow(grid, top - 1, part.left, part.right)) top -= 1;
  return top;
}

/** A form is full of rows that look like headers: it lasts until the next title. Without titles the sheet's name tells. */
function insideForm(grid: Grid, part: Area, titled: readonly Start[], row: number, index: number): boolean {
  const title = titled.filter((start) => start.row < row).pop();
  if (!title) return index > 0 && namesForm(grid.sheet);
  if (title.titleRow === null) return false;
  return grid
    .row(title.titleRow)
    .slice(part.left, part.right + 1)
    .some((cell) => typeof cell === 'string' && namesForm(cell));
}

function namesForm(text: string): boolean {
  const match = matchTitle(text)[0];
  return match !== undefined && match.strength >= SURE_TITLE && match.kind.layout === 'form';
}

function rowOfTitle(grid: Grid, part: Area, from: number, to: number): number | null {
  for (let row = to - 1; row >= from; row--) {
    const cells = grid.row(row).slice(part.left, part.right + 1);
    if (cells.some((cell) => typeof cell === 'string' && looksLikeTitle(cell))) return row;
  }
  return null;
}

/** The first row that belongs to what stands at `row`: preamble lines above it, up to the table before. */
function preambleTop(grid: Grid, part: Area, row: number): number {
  let top = row;
  for (let above = row - 1; above >= Math.max(part.top, row - LONGEST_PREAMBLE); above--) {
    if (isBlankRow(grid, above, part.left, part.right)) continue;
    if (!isPreambleRow(grid, part, above)) break;
    top = above;
  }
  return top;
}

function isPreambleRow(grid: Grid, part: Area, row: number): boolean {
  const cells = grid.row(row);
  const shape = shapeOf(cells, part.left, part.right);
  if (shape.numbers > 0 || shape.texts === 0 || shape.texts > 6) return false;
  if (shape.first !== null && isNoteText(shape.first)) return false;
  if (shape.terms >= 2) return false;
  const texts = cells
    .slice(part.left, part.right + 1)
    .filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
  return texts.every((text) => text.length <= 60 && isPreambleText(text));
}

const PREAMBLE_TEXT = new RegExp(
  `${oneOf(WORDING.captionWords)}|^[(（]?\\s*元\\s*[)）]?$|公开.{0,3}表|附[表件]|表\\s*[一二三四五六七八九十\\d]|科目\\s*[:：]|预算.{0,3}表|^[:：\\s]*$`,
);

function isPreambleText(text: string): boolean {
  return PREAMBLE_TEXT.test(text) || looksLikeTitle(text) || ORGANISATION_END.test(text.trim());
}

/** Two titles in one row: two tables side by side. */
function splitByTitles(grid: Grid, area: Area, titleRow: number | null): Area[] {
  if (titleRow === null) return [area];
  const columns: number[] = [];
  grid.row(titleRow).forEach((cell, column) => {
    if (column >= area.left && column <= area.right && typeof cell === 'string' && matchTitle(cell).length > 0)
      columns.push(column);
  });
  if (columns.length < 2) return [area];
  return columns.map((column, index) => ({
    ...area,
    left: index === 0 ? area.left : column,
    right: (columns[index + 1] ?? area.right + 1) - 1,
  }));
}
