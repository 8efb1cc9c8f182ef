import type { CellPlace } from '../model/address';
import type { Grid } from '../model/grid';
import { isBlank, isCellError } from '../model/grid';
import type { TableCell, TableRow } from '../model/table';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import type { HeaderColumn } from './columns';
import { readFigure } from './figure';
import type { HeaderText, Pattern } from './header-text';
import { fitPath, patternOf, readHeader } from './header-text';
import type { ColumnRole, ColumnTerm, RowTerm, TableKind } from './kind';
import { readLabel } from './label';
import { isNoteText } from './notes';
import { holdsNumber } from './number';
import type { Region } from './regions';

/** The figures of a matrix, one row per item. */
export interface MatrixBody {
  readonly rows: readonly TableRow[];
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly lastRow: number;
  readonly notes: readonly string[];
  readonly missing: readonly string[];
}

interface Coordinates {
  readonly item: RowTerm | null;
  readonly measure: ColumnTerm | null;
}

const TOTAL_WORD = /^(?:合计|总计|本年合计)$/;

/**
 * Reads a table whose figures are named by an item and a measure (公务接待费 × 决算数), whichever way it is laid: items
 * across with measures nested inside or around them, items down, measures down, or a single row of figures.
 */
export function readMatrix(
  grid: Grid,
  region: Region,
  band: Band,
  kind: TableKind,
  headers: readonly HeaderColumn[],
  unit: AmountUnit | null,
  tableYear: number | null,
): MatrixBody {
  const fallback = kind.columns.find((column) => column.default) ?? kind.columns[0] ?? null;
  const across = headers.map((header) => ({ header, ...coordinatesOf(header.path, kind) }));
  const itemsAcross = new Set(across.flatMap((one) => (one.item ? [one.item.name] : []))).size >= 2;
  const body = bodyRows(grid, region, band, tableYear, kind, itemsAcross);
  const found = new Map<string, Map<string, TableCell>>();
  let lastRow = band.bottom;
  for (const line of itemsAcross ? figureLines(body.lines) : body.lines) {
    for (const { header, item: columnItem, measure: columnMeasure } of across) {
      const item = columnItem ?? line.item;
      if (!item || (itemsAcross && !columnItem)) continue;
      // Without items above it a column must name its measure: a column of remarks or rates is none.
      const measure = columnMeasure ?? line.measure ?? (itemsAcross ? fallback : null);
      if (!measure) continue;
      const cells = found.get(item.name) ?? new Map<string, TableCell>();
      found.set(item.name, cells);
      if (cells.has(measure.name) && (itemsAcross || !isHeading(cells, measure.name, line.row))) continue;
      cells.set(measure.name, readMatrixCell(grid, line.row, header, roleOf(item, measure), unit));
      lastRow = Math.max(lastRow, line.row);
    }
  }
  const rows = (kind.rows ?? []).flatMap((term) => {
    const cells = found.get(term.name);
    const first = cells?.values().next().value;
    if (!cells || !first) return [];
    return [itemRow(term, first.place, cells)];
  });
  const measures = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  return {
    rows,
    columns: kind.columns.map((column) => column.name).filter((name) => measures.has(name)),
    rowCount: body.lines.length,
    lastRow,
    notes: body.notes,
    missing: (kind.rows ?? []).filter((term) => term.required && !found.has(term.name)).map((term) => term.name),
  };
}

/** The first row of an item counts, but one without any figure (一、“三公”经费支出：—) gives way to the next. */
function isHeading(cells: ReadonlyMap<string, TableCell>, measure: string, row: number): boolean {
  if (cells.get(measure)?.place.row === row) return false;
  return [...cells.values()].every((cell) => cell.place.row === row || cell.state === 'blank');
}

function itemRow(term: RowTerm, place: CellPlace, cells: ReadonlyMap<string, TableCell>): TableRow {
  return {
    row: place.row,
    block: 0,
    side: null,
    code: null,
    label: term.name,
    written: term.name,
    name: term.name,
    level: null,
    ofWhich: false,
    parent: null,
    cells,
    place,
  };
}

/** A measure that is no amount says what its column holds (执行率, 说明); else the item does (辆, 台). */
function roleOf(item: RowTerm, measure: ColumnTerm): ColumnRole {
  if (measure.role !== 'amount') return measure.role;
  return item.role === 'count' || item.role === 'ratio' ? item.role : 'amount';
}

function readMatrixCell(
  grid: Grid,
  row: number,
  header: HeaderColumn,
  role: ColumnRole,
  unit: AmountUnit | null,
): TableCell {
  const place: CellPlace = { sheet: grid.sheet, row, column: header.column };
  const cell = grid.value(row, header.column);
  const written = isCellError(cell) ? cell.error : cell === null ? '' : String(cell).trim();
  const columnUnit =
    header.path
      .map((one) => one.unit)
      .filter((one) => one !== null)
      .pop() ?? null;
  if (role === 'text' || role === 'date')
    return { place, written, state: written === '' ? 'blank' : 'text', value: null };
  return { place, written, ...readFigure(cell, role, unit, columnUnit) };
}

interface Line extends Coordinates {
  readonly row: number;
  readonly label: string;
  readonly figures: boolean;
}

function bodyRows(
  grid: Grid,
  region: Region,
  band: Band,
  tableYear: number | null,
  kind: TableKind,
  itemsAcross: boolean,
): { lines: Line[]; notes: string[] } {
  const lines: Line[] = [];
  const notes: string[] = [];
  for (let row = band.bottom + 1; row <= region.bottom; row++) {
    const cells = grid.row(row).slice(region.left, region.right + 1);
    const texts = cells.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
    const figures = cells.some(holdsNumber);
    if (texts[0] !== undefined && isNoteText(texts[0])) {
      notes.push(...texts.map((text) => text.trim()));
      if (lines.length > 0) break;
      continue;
    }
    // Under items laid across, the first row holds the figures even when it is empty: an empty table is all zeros.
    if (cells.every((cell) => isBlank(cell)) && !(itemsAcross && lines.length === 0)) continue;
    const labels = texts.filter((text) => !holdsNumber(text)).slice(0, 3);
    const path = labels.map((text) => readHeader(readLabel(text).text, tableYear));
    lines.push({ row, label: path[0]?.raw ?? '', figures, ...lineCoordinates(path, kind) });
  }
  return { lines, notes };
}

function lineCoordinates(path: readonly HeaderText[], kind: TableKind): Coordinates {
  const whole = coordinatesOf(path, kind);
  if (whole.item || path.length === 0) return whole;
  const single = path.map((one) => coordinatesOf([one], kind));
  return { item: single.find((one) => one.item)?.item ?? null, measure: whole.measure };
}

/** Of several rows under items laid across: rows of measures, else the total row, else the first row. */
function figureLines(lines: readonly Line[]): readonly Line[] {
  const byMeasure = lines.filter((line) => line.measure !== null);
  if (byMeasure.length > 0) return byMeasure;
  const total = lines.find((line) => TOTAL_WORD.test(line.label));
  const first = total ?? lines.find((line) => line.figures) ?? lines[0];
  return first ? [first] : [];
}

/** The item and the measure a header path names; the year may stand in a level of its own (2023年 / 预算数). */
function coordinatesOf(path: readonly HeaderText[], kind: TableKind): Coordinates {
  const nested = nestedMeasure(path, kind);
  if (nested) return nested;
  let measure: ColumnTerm | null = null;
  const rest: HeaderText[] = [];
  const year = path.flatMap((one) => one.forms).find((form) => form === '上年' || form === '本年') ?? '';
  for (const one of path) {
    if (one.forms.includes('上年') || one.forms.includes('本年')) continue;
    const named = measureOf(one, year, kind);
    if (named) measure = named;
    else rest.push(one);
  }
  return { item: itemOf(rest, kind), measure };
}

/** A measure whose name takes two levels: 年末数 / 原值. */
function nestedMeasure(path: readonly HeaderText[], kind: TableKind): Coordinates | null {
  let best: { measure: ColumnTerm; pattern: Pattern; fit: number } | null = null;
  for (const measure of kind.columns) {
    for (const text of measure.headers) {
      const pattern = patternOf(text);
      const fit = pattern.length > 1 ? fitPath(pattern, path) : 0;
      if (fit > (best?.fit ?? 0)) best = { measure, pattern, fit };
    }
  }
  if (!best) return null;
  const { measure, pattern } = best;
  const rest = path.filter((one) => !pattern.some((level) => one.forms.some((form) => level.has(form))));
  return { item: itemOf(rest, kind), measure };
}

function measureOf(header: HeaderText, year: string, kind: TableKind): ColumnTerm | null {
  const forms = new Set(year === '' ? header.forms : header.forms.flatMap((form) => [`${year}${form}`]));
  const fits = (wanted: ReadonlySet<string>): ColumnTerm | null =>
    kind.columns.find((column) =>
      column.headers.some((text) => [...(patternOf(text)[0] ?? [])].some((form) => wanted.has(form))),
    ) ?? null;
  return fits(forms) ?? (year === '本年' ? fits(new Set(header.forms)) : null);
}

function itemOf(path: readonly HeaderText[], kind: TableKind): RowTerm | null {
  let best: RowTerm | null = null;
  let bestFit = 0;
  for (const term of kind.rows ?? []) {
    for (const label of term.labels) {
      const fit = fitPath(patternOf(label), path);
      if (fit > bestFit) [best, bestFit] = [term, fit];
    }
  }
  return best;
}
