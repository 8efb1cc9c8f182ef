import type { Table } from '../model/table';
import type { TableSet } from './sets';

/** Whom and which year a workbook is about. */
export interface Subject {
  readonly unitName: string | null;
  readonly year: number | null;
}

/** The unit and year the workbook is about: the set with most tables, the latest of equals. */
export function mainSet(sets: readonly TableSet[]): TableSet | null {
  return [...sets].sort((a, b) => b.tables.length - a.tables.length || (b.year ?? 0) - (a.year ?? 0))[0] ?? null;
}

/** The same before tables are put into sets. */
export function mainSubject(tables: readonly Table[]): Subject {
  return {
    unitName: mostCommon(tables.map((table) => table.unitName)),
    year: mostCommon(tables.map((table) => table.year)),
  };
}

function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
