import type { Table, TableRow } from '../model/table';
import { comparable, withoutBrackets } from '../model/text';
import type { RowTerm, TableKind } from '../tables/kind';
import { KINDS } from '../tables/packs';

const kindByName = new Map<string, TableKind>(KINDS.map((kind) => [kind.name, kind]));

/** The kind of table a pack calls 《name》, or null. */
export function kindNamed(name: string): TableKind | null {
  return kindByName.get(name) ?? null;
}

/** The pack's row of that name in the kind called 《table》, or null when the name is an ordinary label or code. */
export function rowTerm(table: string, row: string): RowTerm | null {
  return kindNamed(table)?.rows?.find((term) => term.name === row) ?? null;
}

/** The row of a table by pack name, code or label; null when it has none. */
export function findRow(table: Table, key: string): TableRow | null {
  return (
    table.rows.find((row) => row.name === key) ??
    (/^\d{3,}$/.test(key) ? table.rows.find((row) => row.code === key) : undefined) ??
    (rowTerm(table.name, key) ? undefined : table.rows.find((row) => sameLabel(row.label, key) && row.code === null)) ??
    null
  );
}

/** True for a table without any figure: its form was kept, nothing happened. */
export function isEmpty(table: Table): boolean {
  return table.rows.every((row) => [...row.cells.values()].every((cell) => cell.value === null || cell.value.isZero()));
}

/** Equal labels, apart from punctuation and bracketed remarks. */
export function sameLabel(one: string, other: string): boolean {
  const [a, b] = [comparable(one), comparable(other)];
  return a === b || (withoutBrackets(a) === withoutBrackets(b) && withoutBrackets(a) !== '');
}

/** How a row of one table is found in another: by code where both have codes, else by name or label. */
export function counterpart(row: TableRow, other: Table): TableRow | 'none' | 'unknown' {
  const coded = other.rows.some((one) => one.code !== null);
  if (row.code !== null && coded) return other.rows.find((one) => one.code === row.code) ?? 'none';
  const named = row.name === null ? undefined : other.rows.find((one) => one.name === row.name);
  // Class names are worded differently by year and place: no match is no proof that the row is missing.
  return (
    named ??
    other.rows.find((one) => isTopItem(one, other) && one.label !== '' && sameLabel(one.label, row.label)) ??
    'unknown'
  );
}

/** A row of the first level, or directly below a named one: budgets print the classes below 一、本年支出. */
function isTopItem(row: TableRow, table: Table): boolean {
  if (row.ofWhich) return false;
  return (row.level ?? 1) <= 1 || (row.parent !== null && table.rows[row.parent]?.name !== null);
}

/** Rows that make up a row: its direct parts, without 其中 lines. For a table's total: its top rows. */
export function partsOf(table: Table, row: TableRow): TableRow[] {
  const index = table.rows.indexOf(row);
  if (row.level === 0 && row.name === '合计') {
    return table.rows.filter((one) => one.parent === null && one.level !== 0 && one.name === null && !one.ofWhich);
  }
  return table.rows.filter((one) => one.parent === index && !one.ofWhich);
}
