import { Decimal } from '../model/decimal';
import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import { formatPlace, parsePlace } from '../model/address';
import { isPendingText } from '../model/pending';
import type { Sliced } from '../model/slices';
import { atOnce } from '../model/slices';
import type { MarkedInput } from './marks';
import { contentOfFormula, contentOfValue, digestOf, fingerprint, readInputList, readMark } from './marks';

/** So many rows, and so many formulas, are read back in some milliseconds. */
const ROWS_AT_ONCE = 100;
const FORMULAS_AT_ONCE = 1_000;

/** What she typed into one cell of ours. */
export type Typed = string | Decimal;

/** A row of a sheet of ours as it was found. */
export interface KeptRow {
  readonly id: string;
  /** Fingerprint of the figures it showed. */
  readonly figures: string;
  /** What she typed, by column id; blank cells are not in it. */
  readonly typed: ReadonlyMap<string, Typed>;
  /** What stands in her cells, by column id, whether she typed it or we did. */
  readonly standing: ReadonlyMap<string, Typed>;
  /** Where her cells stand, by column id: "自评_评分办法!D12". */
  readonly places: ReadonlyMap<string, string>;
  /** What the row was about, in words. */
  readonly about: string;
}

/** A sheet of ours as it was found in a workbook. */
export interface KeptSheet {
  readonly name: string;
  readonly rows: ReadonlyMap<string, KeptRow>;
  /** True when a cell that is not hers was changed since we wrote it. */
  readonly edited: boolean;
}

/**
 * Reads back a sheet that we wrote on an earlier run: what she typed, by the hidden ids, wherever rows and columns have
 * moved since. Null when the sheet bears no mark of ours.
 * @param formulas the sheet's formulas by address
 */
export function readKeptSheet(grid: Grid, formulas: ReadonlyMap<string, string>): KeptSheet | null {
  return atOnce(readKeptSheetInSlices(grid, formulas));
}

/** The same, some rows at a time. */
export function* readKeptSheetInSlices(grid: Grid, formulas: ReadonlyMap<string, string>): Sliced<KeptSheet | null> {
  const first = grid.row(0);
  const at = first.findIndex((value) => readMark(value) !== null);
  const mark = at < 0 ? null : readMark(first[at] ?? null);
  if (!mark || mark.name !== grid.sheet) return null;
  const inputs = new Map<string, number>();
  first.slice(0, at).forEach((value, column) => {
    if (typeof value === 'string' && value !== '') inputs.set(value, column);
  });
  const places = yield* rowsOfFormulas(formulas);
  const rows = new Map<string, KeptRow>();
  const contents: string[][] = [];
  const rowCount = [...places.keys()].reduce((most, row) => Math.max(most, row + 1), grid.description.rowCount);
  for (let row = 1; row < rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const cells = grid.row(row);
    const id = cells[at];
    const own = typeof id === 'string' ? readInputList(cells[at + 1] ?? null) : [];
    const hers = new Set(own.map(({ column }) => inputs.get(column)));
    contents.push(contentOfRow(cells, places.get(row) ?? new Map<number, string>(), hers));
    if (typeof id !== 'string' || rows.has(id)) continue;
    const hersAt = own.map(({ column: name }) => {
      const column = inputs.get(name) ?? 0;
      return [name, formatPlace({ sheet: mark.name, row, column })] as const;
    });
    rows.set(id, { ...keptRow(id, cells, at, own, inputs), places: new Map(hersAt) });
  }
  return { name: mark.name, rows, edited: digestOf(contents) !== mark.digest };
}

function keptRow(
  id: string,
  cells: readonly CellValue[],
  at: number,
  own: readonly MarkedInput[],
  inputs: ReadonlyMap<string, number>,
): Omit<KeptRow, 'places'> {
  const typed = new Map<string, Typed>();
  const standing = new Map<string, Typed>();
  for (const { column: name, prefilled } of own) {
    const value = cells[inputs.get(name) ?? -1] ?? null;
    if (isBlank(value)) continue;
    const what: Typed = typeof value === 'number' ? Decimal.of(value) : typedText(value);
    const isOurs = isAsked(what) || (prefilled !== null && fingerprint(what.toString()) === prefilled);
    if (!isAsked(what)) standing.set(name, what);
    if (!isOurs) typed.set(name, what);
  }
  const hers = new Set(own.map(({ column }) => inputs.get(column)));
  const texts = cells
    .slice(0, at)
    .filter((value, column) => typeof value === 'string' && !hers.has(column)) as string[];
  const about = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  const figures = cells[at + 2];
  return { id, figures: typeof figures === 'string' ? figures : '', typed, standing, about };
}

/** True for a cell that still asks for what is missing. */
function isAsked(what: Typed): boolean {
  return typeof what === 'string' && isPendingText(what);
}

function typedText(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' && value !== null ? value.error : String(value);
}

function contentOfRow(
  cells: readonly CellValue[],
  formulas: ReadonlyMap<number, string>,
  hers: ReadonlySet<number | undefined>,
): string[] {
  const width = Math.max(cells.length, ...[...formulas.keys()].map((column) => column + 1));
  const contents: string[] = [];
  for (let column = 0; column < width; column += 1) {
    if (hers.has(column)) continue;
    const formula = formulas.get(column);
    const value = cells[column] ?? null;
    if (formula !== undefined) contents.push(contentOfFormula(formula));
    else if (value !== null && value !== '') contents.push(contentOfValue(value));
  }
  return contents;
}

function* rowsOfFormulas(formulas: ReadonlyMap<string, string>): Sliced<Map<number, Map<number, string>>> {
  const rows = new Map<number, Map<number, string>>();
  let read = 0;
  for (const [address, formula] of formulas) {
    read += 1;
    if (read % FORMULAS_AT_ONCE === 0) yield;
    const place = parsePlace(`!${address}`);
    if (!place) continue;
    const row = rows.get(place.row) ?? new Map<number, string>();
    row.set(place.column, formula);
    rows.set(place.row, row);
  }
  return rows;
}
