import type { Area } from '../../../src/model/address';
import { areaAddress, cellAddress, columnName } from '../../../src/model/address';
import type { CellError, CellValue } from '../../../src/model/grid';
import type { Book } from './book';
import { NotCalculable, StaleValue } from './problem';
import type { BookSheet } from './sheet';
import type { Style } from './style';
import type { CellNote, Chart, Corner, Freeze, PageSetup, SheetProtection, ValidationRule } from './structure';

/** What is compared beside the contents. */
export interface CanonicalOptions {
  /** Values of formulas, too; they are calculated for it. */
  readonly values?: boolean;
  /** The sheet in front and what is selected on each. Hosts need not agree on it, undoing must put it back. */
  readonly view?: boolean;
}

export interface CanonicalCell {
  /** A constant; null for blank; a formula with its “=” stands in `formula`. */
  readonly constant: string | number | boolean | CellError | null;
  readonly formula: string | null;
  /** Of a formula, when values are asked for; a text in words when it has none. */
  readonly value?: CellValue;
  readonly markedAsText: boolean;
  readonly style: Style;
}

export interface CanonicalSheet {
  readonly visibility: string;
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  readonly protection: SheetProtection | null;
  /** By address. */
  readonly cells: Readonly<Record<string, CanonicalCell>>;
  /** By letters; width in whole points. */
  readonly columns: Readonly<Record<string, { width: number; hidden: boolean; style: Style | null }>>;
  /** By number from 1; null for a height the program chose. */
  readonly rows: Readonly<Record<string, { height: number | null; hidden: boolean; style: Style | null }>>;
  readonly merges: readonly string[];
  readonly freeze: Freeze | null;
  readonly filter: string | null;
  readonly page: Readonly<Record<string, unknown>>;
  /** By rule: the runs of cells in a column that have it. */
  readonly validations: readonly { readonly rule: ValidationRule; readonly cells: readonly string[] }[];
  readonly notes: Readonly<Record<string, CellNote>>;
  readonly links: Readonly<Record<string, string>>;
  readonly charts: readonly Readonly<Record<string, unknown>>[];
  readonly selection?: readonly string[];
}

/** Everything a book holds, plain and comparable; nothing in it depends on how it came about. */
export interface Canonical {
  readonly order: readonly string[];
  readonly sheets: Readonly<Record<string, CanonicalSheet>>;
  readonly names: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly calculation: string;
  readonly protected: boolean;
  readonly active?: string;
}

/**
 * Describes a book so that two can be compared: cells that hold nothing and look like their row, column or the plain cell
 * are left out, lengths are rounded, ids and the names of charts (which programs give) do not count.
 */
export function canonical(book: Book, { values = false, view = true }: CanonicalOptions = {}): Canonical {
  return {
    order: book.sheets.map((sheet) => sheet.name),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.name, canonicalSheet(sheet, { values, view })])),
    names: Object.fromEntries(book.definedNames.map((name) => [scopedName(book, name), name.refersTo]).sort()),
    settings: Object.fromEntries([...book.settingKeys].sort().map((key) => [key, book.setting(key)])),
    calculation: book.calculationMode,
    protected: book.isProtected,
    ...(view ? { active: book.activeSheet.name } : {}),
  };
}

function scopedName(book: Book, { name, sheet }: { name: string; sheet: string | null }): string {
  return sheet === null ? name : `${book.sheetById(sheet)?.name}!${name}`;
}

/** One sheet of a book; see {@link canonical}. */
export function canonicalSheet(
  sheet: BookSheet,
  { values = false, view = true }: CanonicalOptions = {},
): CanonicalSheet {
  return {
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    gridlines: sheet.gridlines,
    protection: sheet.protection,
    cells: cellsOf(sheet, values),
    ...layoutOf(sheet),
    merges: sheet.merges.map(areaAddress).sort(),
    freeze: sheet.freeze,
    filter: sheet.filter === null ? null : areaAddress(sheet.filter),
    page: pageOf(sheet.page),
    validations: validationsOf(sheet),
    notes: Object.fromEntries(
      sheet.notes().map(({ row, column, author, text }) => [cellAddress(row, column), { author, text }]),
    ),
    links: Object.fromEntries(sheet.links().map(({ row, column, target }) => [cellAddress(row, column), target])),
    charts: sheet.charts.map(chartOf),
    ...(view ? { selection: sheet.selection.areas.map(areaAddress) } : {}),
  };
}

function cellsOf(sheet: BookSheet, values: boolean): Record<string, CanonicalCell> {
  const cells: Record<string, CanonicalCell> = {};
  for (const { row, column, content, style, marked } of sheet.storedCells()) {
    if (content === null && style === sheet.styleAround(row, column)) continue;
    const formula = content?.kind === 'formula' ? `=${content.text}` : null;
    cells[cellAddress(row, column)] = {
      constant: content?.kind === 'constant' ? content.value : null,
      formula,
      ...(values && formula !== null ? { value: valueOf(sheet, row, column) } : {}),
      markedAsText: marked,
      style,
    };
  }
  return cells;
}

/** Numbers count in the 15 digits a spreadsheet has (Excel specifications and limits: number precision). */
function valueOf(sheet: BookSheet, row: number, column: number): CellValue {
  try {
    const value = sheet.value(row, column);
    return typeof value === 'number' ? Number(value.toPrecision(15)) : value;
  } catch (trouble) {
    if (trouble instanceof StaleValue || trouble instanceof NotCalculable) return trouble.message;
    throw trouble;
  }
}

function layoutOf(sheet: BookSheet): Pick<CanonicalSheet, 'columns' | 'rows'> {
  const runs = sheet.layoutRuns();
  const columns: Record<string, { width: number; hidden: boolean; style: Style | null }> = {};
  for (const [column, { width, hidden, style }] of runs.columns) {
    if ((width === null || width === runs.columnWidth) && !hidden && style === null) continue;
    columns[columnName(column)] = { width: Math.round(width ?? runs.columnWidth), hidden, style };
  }
  const rows: Record<string, { height: number | null; hidden: boolean; style: Style | null }> = {};
  for (const [row, { height, custom, hidden, style }] of runs.rows) {
    if (!custom && !hidden && style === null) continue;
    rows[row + 1] = { height: custom ? height : null, hidden, style };
  }
  return { columns, rows };
}

function pageOf(page: PageSetup): Record<string, unknown> {
  const margins = Object.fromEntries(Object.entries(page.margins).map(([side, points]) => [side, tenth(points)]));
  return { ...page, margins, area: page.area.map(areaAddress) };
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}

function validationsOf(sheet: BookSheet): { rule: ValidationRule; cells: string[] }[] {
  const byRule = new Map<string, { rule: ValidationRule; areas: Area[] }>();
  for (const { areas, rule } of sheet.validations) {
    const key = JSON.stringify(rule);
    const known = byRule.get(key) ?? { rule, areas: [] };
    byRule.set(key, { rule, areas: [...known.areas, ...areas] });
  }
  return [...byRule.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { rule, areas }]) => ({ rule, cells: columnRuns(areas) }));
}

/** The cells of areas as runs down each column, so that it does not matter how they were divided. */
function columnRuns(areas: readonly Area[]): string[] {
  const byColumn = new Map<number, Area[]>();
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column += 1) {
      byColumn.set(column, [...(byColumn.get(column) ?? []), { ...area, left: column, right: column }]);
    }
  }
  return [...byColumn.entries()]
    .sort(([one], [other]) => one - other)
    .flatMap(([, runs]) => joined(runs.sort((one, other) => one.top - other.top)).map(areaAddress));
}

function joined(runs: readonly Area[]): Area[] {
  const result: Area[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && run.top <= last.bottom + 1) {
      result[result.length - 1] = { ...last, bottom: Math.max(last.bottom, run.bottom) };
    } else result.push(run);
  }
  return result;
}

function chartOf({ type, title, categoryTitle, valueTitle, legend, series, from, to }: Chart): Record<string, unknown> {
  return { type, title, categoryTitle, valueTitle, legend, series, from: cornerOf(from), to: cornerOf(to) };
}

function cornerOf({ row, column, down, right }: Corner): string {
  return `${cellAddress(row, column)}+${tenth(right)},${tenth(down)}`;
}
