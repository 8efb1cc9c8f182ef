import { amountColumnsOf } from '../facts/figure';
import { findRow } from '../facts/rows';
import type { TableSet } from '../facts/sets';
import { isTieable, mainTable, priorSet } from '../facts/sets';
import type { Scope } from '../formula/scope';
import type { ComparisonNode, Quantifier } from '../formula/syntax';
import { walk } from '../formula/syntax';
import type { Check } from '../model/check';
import type { Sliced, Step } from '../model/slices';
import { atOnce, saying } from '../model/slices';
import type { Table, TableRow } from '../model/table';
import type { Trace } from './judge';
import { tryHere } from './judge';
import type { ParsedRelation } from './pack';

/** A check and how it came about. */
export interface TriedRelation {
  readonly check: Check;
  readonly trace: Trace | null;
}

/** Tries every relation on every set of tables. */
export function runRelations(sets: readonly TableSet[], relations: readonly ParsedRelation[]): TriedRelation[] {
  return atOnce(runRelationsInSlices(sets, relations));
}

/** The same, row by row of every relation. */
export function* runRelationsInSlices(
  sets: readonly TableSet[],
  relations: readonly ParsedRelation[],
): Sliced<TriedRelation[], Step> {
  const total = sets.length * relations.length;
  const tried: TriedRelation[] = [];
  let done = 0;
  for (const set of sets) {
    const manyUnits = sets.filter((other) => other.year === set.year).length > 1;
    for (const relation of relations) {
      const step = { done, total, text: relation.title };
      yield step;
      const trying = tryRelation(relation, set, priorSet(sets, set), manyUnits);
      for (const one of yield* saying(trying, () => step)) tried.push(one);
      done += 1;
    }
  }
  yield { done, total, text: '' };
  return withUniqueKeys(tried);
}

/** Rows alike in everything a key holds are counted in the order of the sheet. */
function withUniqueKeys(tried: readonly TriedRelation[]): TriedRelation[] {
  const seen = new Map<string, number>();
  return tried.map(({ check, trace }) => {
    const times = (seen.get(check.key) ?? 0) + 1;
    seen.set(check.key, times);
    return { check: times === 1 ? check : { ...check, key: `${check.key}|${times}` }, trace };
  });
}

/** What a row is called in keys: its code, name or label, behind the units it is listed under. */
function rowKey(table: Table, row: TableRow): string[] {
  const units: string[] = [];
  for (let at = row.parent; at !== null; at = table.rows[at]?.parent ?? null) {
    const above = table.rows[at];
    if (above && above.code === null && row.code !== null) units.unshift(above.label);
  }
  return [...units, row.code ?? row.name ?? row.label];
}

/** One way of reading a relation in a set: which table each name means. */
interface Binding {
  readonly own: ReadonlyMap<string, Table>;
  readonly prior: ReadonlyMap<string, Table>;
  /** Distinguishes several tables of one kind in the keys of their checks. */
  readonly mark: string;
}

function* tryRelation(
  relation: ParsedRelation,
  set: TableSet,
  before: TableSet | null,
  manyUnits: boolean,
): Sliced<TriedRelation[]> {
  const { quantifier, body } = relation.expression;
  const all: TriedRelation[] = [];
  for (const binding of bindings(relation, set, before)) {
    const table = (name: string, prior: boolean): Table | null =>
      (prior ? binding.prior : binding.own).get(name) ?? null;
    const places = quantifier ? placesOf(quantifier, binding) : [null];
    for (const here of places) {
      yield;
      const scope: Scope = { table, fact: () => null, here };
      const tried = tryHere(relation, body as ComparisonNode, scope);
      if (!tried) continue;
      const at = here ? [...rowKey(here.table, here.row), ...(here.column ? [here.column] : [])] : [];
      const key = [
        relation.id,
        set.year ?? '',
        ...(manyUnits ? [set.unitName ?? ''] : []),
        ...at,
        ...(binding.mark ? [binding.mark] : []),
      ];
      all.push({ check: { ...tried.check, key: key.join('|') }, trace: tried.trace });
    }
  }
  return all;
}

/**
 * A relation inside one table is tried on every table of that kind; one between tables only on the main tables of the
 * set, and only when each is there, is sure and has a unit, and all are of one period.
 */
function bindings(relation: ParsedRelation, set: TableSet, before: TableSet | null): Binding[] {
  const { quantifier, body } = relation.expression;
  const own = new Set(quantifier ? [quantifier.table] : []);
  const prior = new Set<string>();
  for (const node of walk(body))
    if (node.type === 'reference' && node.table !== null) (node.prior ? prior : own).add(node.table);
  if (own.size === 1 && prior.size === 0) {
    const [name] = [...own] as [string];
    const tables = set.tables.filter((table) => table.name === name);
    return tables.map((table, index) => ({
      own: new Map([[name, table]]),
      prior: new Map(),
      mark: index === 0 ? '' : table.sheet,
    }));
  }
  const bound = [...own].map((name) => [name, mainTable(set, name)] as const);
  const boundPrior = [...prior].map((name) => [name, before === null ? null : mainTable(before, name)] as const);
  // Alternatives (任一) may name tables that a workbook does not have.
  const present = bound.filter((pair): pair is readonly [string, Table] => pair[1] !== null);
  const presentPrior = boundPrior.filter((pair): pair is readonly [string, Table] => pair[1] !== null);
  if (present.length === 0 || (prior.size > 0 && presentPrior.length < prior.size)) return [];
  if (new Set(present.map(([, table]) => table.asOf)).size > 1) return [];
  // A year carries over from the end of the year before, never from a month of it.
  if (presentPrior.some(([, table]) => table.asOf !== null)) return [];
  if (![...present, ...presentPrior].every(([, table]) => isTieable(table))) return [];
  return [{ own: new Map(present), prior: new Map(presentPrior), mark: '' }];
}

type Here = NonNullable<Scope['here']>;

function placesOf(quantifier: Quantifier, binding: Binding): Here[] {
  const table = binding.own.get(quantifier.table);
  if (!table) return [];
  const rows = rowsOf(table, quantifier.group).filter((row) => !row.ofWhich);
  if (!quantifier.everyColumn) return rows.map((row) => ({ table, row, column: null }));
  const amounts = amountColumnsOf(table.name);
  const columns = table.columns.filter((column) => amounts.has(column));
  return rows.flatMap((row) =>
    columns.filter((column) => row.cells.has(column)).map((column) => ({ table, row, column })),
  );
}

function rowsOf(table: Table, group: string | null): readonly TableRow[] {
  if (group === null) return table.rows;
  const indices = table.groups.get(group);
  if (indices) return indices.map((index) => table.rows[index] as TableRow);
  const row = findRow(table, group);
  return row ? [row] : [];
}
