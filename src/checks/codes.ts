import type { TableSet } from '../facts/sets';
import { kindNamed, sameLabel } from '../facts/rows';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import { formatPlace } from '../model/address';
import type { Table, TableRow } from '../model/table';
import { comparable } from '../model/text';
import economic from './packs/economic-codes.json';
import functional from './packs/functional-codes.json';

/** As many names of one code are listed; a table of projects may have a new one in each row. */
const MOST_NAMES = 5;

interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** One classification with its names, both ways. */
interface CodeTable {
  readonly title: string;
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

function codeTable(pack: { title: string; codes: readonly CodeEntry[] }): CodeTable {
  const names = new Map<string, readonly string[]>();
  const codes = new Map<string, string[]>();
  for (const { code, name, aliases = [] } of pack.codes) {
    const all = [name, ...aliases].map(comparable);
    names.set(code, all);
    for (const one of all) codes.set(one, [...(codes.get(one) ?? []), code]);
  }
  return { title: pack.title, names, codes };
}

const CLASSIFICATIONS: Readonly<Record<string, CodeTable>> = {
  functional: codeTable(functional as { title: string; codes: readonly CodeEntry[] }),
  economic: codeTable(economic as { title: string; codes: readonly CodeEntry[] }),
};

/**
 * Codes against names: a name that belongs to another code, one code under two names in the tables of a set, and one
 * code twice in a table. A name the code table does not know is no finding: names change from year to year.
 */
export function codeFindings(sets: readonly TableSet[]): Finding[] {
  return sets.flatMap((set) => [
    ...set.tables.flatMap((table) => [...foreignNames(table), ...repeatedCodes(table)]),
    ...twoNames(set),
  ]);
}

function codedRows(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => row.code !== null && row.label !== '');
}

function foreignNames(table: Table): Finding[] {
  const classification = CLASSIFICATIONS[kindNamed(table.name)?.codes ?? ''];
  if (!classification) return [];
  return codedRows(table).flatMap((row) => {
    const names = classification.names.get(row.code as string);
    if (!names || names.some((name) => alike(name, row.label))) return [];
    const owners = classification.codes.get(comparable(row.label)) ?? [];
    if (owners.length === 0) return [];
    const cell = formatPlace(row.place);
    return [
      finding('checks.code.name', [cell], {
        stage: 'checks',
        class: 'explain',
        title: '科目编码与名称不一致',
        cells: [cell],
        message: `《${table.name}》${row.code} 的名称写作“${row.label}”，这是 ${owners.slice(0, 3).join('、')} 的名称；${row.code} 应为“${names[0]}”。请核对编码或名称。`,
        basis: classification.title,
      }),
    ];
  });
}

function alike(name: string, label: string): boolean {
  return sameLabel(name, label) || name.includes(comparable(label)) || comparable(label).includes(name);
}

function repeatedCodes(table: Table): Finding[] {
  if (!CLASSIFICATIONS[kindNamed(table.name)?.codes ?? '']) return [];
  const first = new Map<string, TableRow>();
  return table.rows.flatMap((row) => {
    if (row.code === null) return [];
    const key = `${row.parent ?? ''}|${row.code}`;
    const before = first.get(row.code) ?? first.get(key);
    if (!before) {
      first.set(row.code, row);
      return [];
    }
    // Tables that list several units, or projects below a code, repeat codes rightly; the same figures twice are not.
    if (!sameFigures(before, row) || before.label !== row.label || groupOf(table, before) !== groupOf(table, row))
      return [];
    const cells = [before, row].map((one) => formatPlace(one.place));
    return [
      finding('checks.code.repeated', cells, {
        stage: 'checks',
        class: 'explain',
        title: '同一科目写了两行',
        cells,
        message: `《${table.name}》${row.code} ${row.label} 有两行，金额相同，像是重复。请删去多余的一行，或说明为什么分列。`,
        basis: '同一张表每个科目只列一行',
      }),
    ];
  });
}

/** The unit's row above, in tables that list several units. */
function groupOf(table: Table, row: TableRow): number | null {
  let at: number | null = row.parent;
  while (at !== null && table.rows[at]?.code !== null) at = table.rows[at]?.parent ?? null;
  return at;
}

function sameFigures(one: TableRow, other: TableRow): boolean {
  const figures = [...one.cells].filter(([, cell]) => cell.value !== null && !cell.value.isZero());
  return (
    figures.length > 0 &&
    figures.every(([column, cell]) =>
      other.cells.get(column)?.value?.equals(cell.value as NonNullable<typeof cell.value>),
    )
  );
}

function twoNames(set: TableSet): Finding[] {
  const byCode = new Map<string, TableRow[]>();
  for (const table of set.tables) {
    const codes = kindNamed(table.name)?.codes ?? '';
    if (!CLASSIFICATIONS[codes]) continue;
    for (const row of codedRows(table)) {
      const key = `${codes}|${row.code}`;
      const uses = byCode.get(key);
      if (uses) uses.push(row);
      else byCode.set(key, [row]);
    }
  }
  return [...byCode].flatMap(([key, uses]) => {
    const names = namesOf(uses);
    if (names.length < 2) return [];
    const cells = uses.map(({ place }) => formatPlace(place));
    const named = `“${names.slice(0, MOST_NAMES).join('”“')}”${names.length > MOST_NAMES ? '等' : ''}`;
    return [
      finding('checks.code.two-names', [set.unitName, set.year, key.slice(key.indexOf('|') + 1)], {
        stage: 'checks',
        class: 'explain',
        title: '同一编码有两个名称',
        cells,
        message: `科目 ${key.slice(key.indexOf('|') + 1)} 在各表里分别写作${named}。请统一为当年科目表的名称。`,
        basis: '政府收支分类科目编码与名称一一对应',
      }),
    ];
  });
}

/** The names rows have that are not alike, up to one more than are listed. */
function namesOf(rows: readonly TableRow[]): string[] {
  const names: string[] = [];
  for (const { label } of rows) {
    if (names.length > MOST_NAMES) break;
    if (!names.some((name) => alike(comparable(name), label))) names.push(label);
  }
  return names;
}
