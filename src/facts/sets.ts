import type { Table } from '../model/table';
import { comparable } from '../model/text';
import { isEmpty } from './rows';

/** The tables of one unit and one year: what relations are tried within. */
export interface TableSet {
  /** Null when no table of the set names a unit. */
  readonly unitName: string | null;
  readonly year: number | null;
  readonly tables: readonly Table[];
}

const QUALIFIER = /(?:\(?(?:本级|机关|部门汇总|汇总|合并|本部)\)?)$/;

interface Name {
  readonly base: string;
  readonly qualifier: string;
}

/** 庐山市民政局（本级） → base 庐山市民政局, qualifier 本级. */
function readName(text: string): Name {
  const plain = comparable(text);
  const qualifier = QUALIFIER.exec(plain)?.[0] ?? '';
  return { base: plain.slice(0, plain.length - qualifier.length), qualifier: qualifier.replace(/[()]/g, '') };
}

/**
 * Pairs tables by unit and year. A table without a name belongs to the only unit, if there is only one. Two spellings
 * of one unit (市民政局, 庐山市民政局; with and without 本级) are one set unless both have a table of the same kind.
 */
export function formSets(tables: readonly Table[]): TableSet[] {
  const byYear = new Map<number | null, Table[]>();
  for (const table of tables) byYear.set(table.year, [...(byYear.get(table.year) ?? []), table]);
  return [...byYear].flatMap(([year, own]) =>
    unitsOf(own).map((unit) => ({ unitName: unit.name, year, tables: unit.tables })),
  );
}

interface Unit {
  name: string | null;
  readonly names: Name[];
  tables: Table[];
}

function unitsOf(tables: readonly Table[]): Unit[] {
  const units: Unit[] = [];
  const nameless: Table[] = [];
  for (const table of tables) {
    if (table.unitName === null) {
      nameless.push(table);
      continue;
    }
    const name = readName(table.unitName);
    const same = units.find((unit) =>
      unit.names.some((one) => one.base === name.base && one.qualifier === name.qualifier),
    );
    if (same) same.tables.push(table);
    else units.push({ name: table.unitName, names: [name], tables: [table] });
  }
  const merged = mergeSpellings(units);
  if (nameless.length > 0) {
    const only = merged.length === 1 ? merged[0] : undefined;
    if (only) only.tables = tables.filter((table) => only.tables.includes(table) || nameless.includes(table));
    else merged.push({ name: null, names: [], tables: nameless });
  }
  return merged;
}

function mergeSpellings(units: readonly Unit[]): Unit[] {
  const merged: Unit[] = [];
  for (const unit of units) {
    const host = merged.find((other) => sameUnit(unit, other) && !sharesKind(unit, other));
    if (host) {
      host.tables.push(...unit.tables);
      host.names.push(...unit.names);
      if ((unit.name ?? '').length > (host.name ?? '').length && unit.names.every((name) => name.qualifier === ''))
        host.name = unit.name;
    } else {
      merged.push(unit);
    }
  }
  return merged;
}

function sameUnit(a: Unit, b: Unit): boolean {
  return a.names.some((one) => b.names.some((other) => one.base.endsWith(other.base) || other.base.endsWith(one.base)));
}

function sharesKind(a: Unit, b: Unit): boolean {
  const kinds = new Set(a.tables.map((table) => table.kind));
  return b.tables.some((table) => kinds.has(table.kind));
}

/**
 * Tables that may be tied to others: recognised for sure enough, and with a unit where they hold money. An empty table
 * is zero in any unit.
 */
export function isTieable(table: Table): boolean {
  return table.confidence !== 'uncertain' && (!table.money || table.amountUnit !== null || isEmpty(table));
}

/**
 * The table of a name that stands for its kind in a set when there are several: the one with most figures, the first
 * of equals. Null when there is none.
 */
export function mainTable(set: TableSet, name: string): Table | null {
  let best: Table | null = null;
  let most = -1;
  for (const table of set.tables) {
    if (table.name !== name || !isTieable(table)) continue;
    const figures = table.rows.reduce(
      (sum, row) => sum + [...row.cells.values()].filter((cell) => cell.value !== null && !cell.value.isZero()).length,
      0,
    );
    if (figures > most) [best, most] = [table, figures];
  }
  return best;
}

/** The set of the same unit one year earlier, or null. */
export function priorSet(sets: readonly TableSet[], set: TableSet): TableSet | null {
  if (set.year === null) return null;
  const own = set.unitName === null ? null : readName(set.unitName);
  const before = sets.filter((other) => other.year === (set.year as number) - 1);
  return (
    before.find((other) => {
      if (own === null || other.unitName === null) return before.length === 1;
      const name = readName(other.unitName);
      return name.base === own.base && (name.qualifier === own.qualifier || before.length === 1);
    }) ?? null
  );
}
