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

/** Rows of a table by the ways they are asked for; the first of equals. */
interface RowIndex {
  readonly byName: ReadonlyMap<string, TableRow>;
  readonly byCode: ReadonlyMap<string, TableRow>;
  /** Codes that stand in several rows, as where a department lists its units: no single row answers for them. */
  readonly repeated: ReadonlySet<string>;
  /** Direct parts by the row they make up, without 其中 lines. */
  readonly parts: ReadonlyMap<TableRow, readonly TableRow[]>;
  /** What a table's 合计 is made up of: its top rows. */
  readonly top: readonly TableRow[];
}

const indices = new WeakMap<Table, RowIndex>();

function indexOf(table: Table): RowIndex {
  let index = indices.get(table);
  if (!index) {
    index = buildIndex(table);
    indices.set(table, index);
  }
  return index;
}

function buildIndex(table: Table): RowIndex {
  const byName = new Map<string, TableRow>();
  const byCode = new Map<string, TableRow>();
  const repeated = new Set<string>();
  const parts = new Map<TableRow, TableRow[]>();
  const top: TableRow[] = [];
  for (const row of table.rows) {
    if (row.name !== null && !byName.has(row.name)) byName.set(row.name, row);
    if (row.code !== null && byCode.has(row.code)) repeated.add(row.code);
    else if (row.code !== null) byCode.set(row.code, row);
    if (row.ofWhich) continue;
    const whole = row.parent === null ? null : (table.rows[row.parent] ?? null);
    if (whole) {
      const own = parts.get(whole);
      if (own) own.push(row);
      else parts.set(whole, [row]);
    } else if (row.level !== 0 && row.name === null) top.push(row);
  }
  return { byName, byCode, repeated, parts, top };
}

/** The row of a table by pack name, code or label; null when it has none. */
export function findRow(table: Table, key: string): TableRow | null {
  const { byName, byCode } = indexOf(table);
  const found = byName.get(key) ?? (/^\d{3,}$/.test(key) ? byCode.get(key) : undefined);
  if (found || rowTerm(table.name, key)) return found ?? null;
  return table.rows.find((row) => row.code === null && sameLabel(row.label, key)) ?? null;
}

/** True when the rows of a table carry codes. */
export function isCoded(table: Table): boolean {
  return indexOf(table).byCode.size > 0;
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
  const { byName, byCode, repeated } = indexOf(other);
  if (row.code !== null && repeated.has(row.code)) return 'unknown';
  if (row.code !== null && byCode.size > 0) return byCode.get(row.code) ?? 'none';
  const named = row.name === null ? undefined : byName.get(row.name);
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
export function partsOf(table: Table, row: TableRow): readonly TableRow[] {
  const { parts, top } = indexOf(table);
  return row.level === 0 && row.name === '合计' ? top : (parts.get(row) ?? []);
}
