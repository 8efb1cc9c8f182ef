import type { CellKey, LaidBook, LaidCell, LaidTable } from './laid';
import { cellsOf, placesOf, sameKey, withCells } from './laid';

/** A workbook with one error in it. */
export interface Planted {
  readonly book: LaidBook;
  /** The cells in which the error sits, wherever the workbook is laid afterwards (see `placesOf`). */
  readonly keys: readonly CellKey[];
  /** The same cells as `Sheet!B12` in `book` as it is. */
  readonly cells: readonly string[];
  readonly description: string;
}

/** An error of one sort. `plant` gives null where the workbook has no place for it. */
export interface Fault {
  readonly id: string;
  /** Shapes that take the error out of sight: what is wrong is not written in them. */
  readonly hiddenBy?: readonly string[];
  readonly plant: (book: LaidBook, seed: number) => Planted | null;
}

/** Nothing smaller is planted, in 元: it must stand out of the rounding of a long sum in 万元. */
export const LEAST_CHANGE = 5_000;

export function planted(book: LaidBook, keys: readonly CellKey[], description: string): Planted {
  return { book, keys, cells: placesOf(book, keys), description };
}

/** An amount cell that holds a number other than zero. */
export interface Amount {
  readonly key: CellKey;
  readonly value: number;
  readonly table: LaidTable;
}

/** Tables keyed by code whose levels add up; a change in any of their amounts shows. */
export const CODED_KINDS = [
  'final/income',
  'final/expenditure',
  'final/general-budget-expenditure',
  'final/general-budget-basic',
  'final/government-fund',
  'budget/income',
  'budget/expenditure',
  'budget/general-budget-expenditure',
  'budget/general-budget-basic',
  'budget/government-fund',
] as const;

export const SUMMARY_KINDS = [
  'final/income-expenditure-summary',
  'final/appropriation-summary',
  'budget/income-expenditure-summary',
  'budget/appropriation-summary',
] as const;

export function kindOf(table: LaidTable): string {
  return table.id.split('@')[0] ?? '';
}

export function yearOf(table: LaidTable): number {
  return Number(/@(\d{4})/.exec(table.id)?.[1]);
}

/** The latest year for which the workbook has final accounts; last year's tables are older. */
export function currentYear(book: LaidBook): number {
  const years = tablesIn(book, (table) => kindOf(table).startsWith('final/')).map(yearOf);
  return Math.max(...years);
}

export function tablesIn(book: LaidBook, fits: (table: LaidTable) => boolean): LaidTable[] {
  return book.sheets.flatMap((sheet) => sheet.tables.map(({ table }) => table)).filter(fits);
}

export function tablesOfKind(book: LaidBook, kinds: readonly string[]): LaidTable[] {
  return tablesIn(book, (table) => kinds.includes(kindOf(table)));
}

/** Amounts other than zero in tables of the kinds. */
export function amountsIn(book: LaidBook, kinds: readonly string[], fits: (key: CellKey) => boolean): Amount[] {
  const found: Amount[] = [];
  for (const { cell, table } of cellsOf(book)) {
    const { key, value } = cell;
    if (cell.role !== 'amount' || !key || typeof value !== 'number' || value === 0) continue;
    if (kinds.includes(kindOf(table)) && fits(key)) found.push({ key, value, table });
  }
  return found;
}

/** An amount of 元 in the unit of the table. */
export function inUnitOf(table: LaidTable, yuan: number): number {
  return table.unit === '元' ? yuan : yuan / 1e4;
}

/** What the difference of two amounts of the table is in 元. */
export function gapInYuan(table: LaidTable, one: number, other: number): number {
  return Math.abs(one - other) * (table.unit === '元' ? 1 : 1e4);
}

/** Two decimals, as amounts are written. */
export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The number a cell holds; zero when it is blank, absent or a text. */
export function numberAt(book: LaidBook, key: CellKey): number {
  for (const { cell } of cellsOf(book)) {
    if (sameKey(cell.key, key)) return typeof cell.value === 'number' ? cell.value : 0;
  }
  return 0;
}

/** The workbook with another value in each of the cells. */
export function withValues(book: LaidBook, changes: readonly (readonly [CellKey, LaidCell['value']])[]): LaidBook {
  return withCells(book, (cell) => {
    const change = changes.find(([key]) => sameKey(cell.key, key));
    return change ? { ...cell, value: change[1] } : cell;
  });
}

/** The workbook with the same amount, in the table's own unit, added to each of the cells. */
export function withAdded(book: LaidBook, keys: readonly CellKey[], amount: number): LaidBook {
  return withValues(
    book,
    keys.map((key) => [key, cents(numberAt(book, key) + amount)] as const),
  );
}

/** 表 [行, 列], for descriptions. */
export function written(key: CellKey): string {
  return `${key.table} [${key.row}, ${key.column}]`;
}
