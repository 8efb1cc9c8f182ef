import type { TableSet } from '../facts/sets';
import { isTieable } from '../facts/sets';
import { isEmpty } from '../facts/rows';
import { areaAddress, formatPlace } from '../model/address';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import { OPEN, finding } from '../model/finding';
import type { Table } from '../model/table';
import type { Expected, RelationPack } from './pack';

/** The year most tables of a family (final/…, budget/…) are of: the year the workbook is about. */
function mainYear(sets: readonly TableSet[], names: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const set of sets) {
    const own = new Set(set.tables.filter((table) => names.includes(table.name)).map((table) => table.name)).size;
    if (set.year !== null && own > 0) counts.set(set.year, (counts.get(set.year) ?? 0) + own);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** Tables that belong together: one element per absent table, in the year the workbook is about. */
export function missingTables(sets: readonly TableSet[], packs: readonly RelationPack[]): Check[] {
  return packs.flatMap((pack) => (pack.expected ?? []).flatMap((expected) => missingOf(sets, expected)));
}

function missingOf(sets: readonly TableSet[], expected: Expected): Check[] {
  const year = mainYear(sets, expected.tables);
  const own = sets.filter((set) => set.year === year);
  return own.flatMap((set) => {
    const present = new Set(set.tables.map((table) => table.name));
    const absent = expected.tables.filter((name) => !present.has(name));
    // One stray table under another unit's name is no set of its own; nor is a table that may be another.
    const sure = new Set(set.tables.filter((table) => table.confidence !== 'uncertain').map((table) => table.name));
    const found = expected.tables.filter((name) => sure.has(name)).length;
    if (found === 0 || (found === 1 && own.length > 1)) return [];
    return absent.map((name): Check => ({
      id: expected.id,
      key: [expected.id, year ?? '', ...(own.length > 1 ? [set.unitName ?? ''] : []), name].join('|'),
      title: expected.title,
      basis: expected.basis,
      class: expected.class,
      status: 'missing',
      left: null,
      right: null,
      difference: null,
      tolerance: null,
      cause: null,
      message: `没有找到${year === null ? '' : ` ${year} 年的`}《${name}》，与它有关的勾稽关系没有核对。请把这张表放进工作簿；没有数据的也要保留表样并注明。`,
      handling: OPEN,
    }));
  });
}

/** What is odd about the tables of a workbook together: a year out of line, a table given twice, negative amounts. */
export function setFindings(sets: readonly TableSet[], packs: readonly RelationPack[]): Finding[] {
  return packs.flatMap((pack) =>
    (pack.expected ?? []).flatMap((expected) => [
      ...strayYears(sets, expected),
      ...strayUnits(sets, expected),
      ...repeatedTables(sets, expected),
      ...negatives(sets, expected),
    ]),
  );
}

function corner(table: Table): string {
  return formatPlace({ sheet: table.sheet, row: table.area.top, column: table.area.left });
}

/** A table of another year, whose own year's table is absent while the rest of the family is there: a wrong year? */
function strayYears(sets: readonly TableSet[], expected: Expected): Finding[] {
  const year = mainYear(sets, expected.tables);
  const main = sets.filter((set) => set.year === year);
  const present = new Set(main.flatMap((set) => set.tables.map((table) => table.name)));
  const family = expected.tables.filter((name) => present.has(name)).length;
  if (year === null || family < 3) return [];
  return sets
    .filter((set) => set.year !== year)
    .flatMap((set) => {
      const own = set.tables.filter((table) => expected.tables.includes(table.name));
      return own.filter((table) => {
        if (present.has(table.name)) return false;
        const twice = own.filter((other) => other.name === table.name).length > 1;
        return own.length <= 2 || twice;
      });
    })
    .map((table) =>
      finding('checks.year.stray', [table.sheet, table.kind, table.year], {
        stage: 'checks',
        class: 'explain',
        title: '年度与其他表不一致',
        cells: [corner(table)],
        message: `《${table.name}》（${table.sheet}!${areaAddress(table.area)}）写的是 ${table.year} 年，其他表是 ${year} 年，而 ${year} 年的这张表没有找到。请核对表名里的年度是否写错。`,
        basis: '同一套表应为同一年度',
      }),
    );
}

/** A table or two under another unit's name, which the unit all others name lacks: a wrong name? */
function strayUnits(sets: readonly TableSet[], expected: Expected): Finding[] {
  const year = mainYear(sets, expected.tables);
  const familyOf = (set: TableSet): readonly Table[] =>
    set.tables.filter((table) => expected.tables.includes(table.name));
  const own = sets.filter((set) => set.year === year && set.unitName !== null && familyOf(set).length > 0);
  const main = [...own].sort((a, b) => familyOf(b).length - familyOf(a).length)[0];
  const present = new Set(main?.tables.map((table) => table.name));
  if (!main || familyOf(main).length < 3) return [];
  return own
    .filter((set) => set !== main && familyOf(set).length <= 2)
    .flatMap((set) => familyOf(set).filter((table) => !present.has(table.name) && table.unitName !== null))
    .map((table) =>
      finding('checks.unit-name.stray', [table.sheet, table.kind, table.unitName], {
        stage: 'checks',
        class: 'explain',
        title: '单位名称与其他表不一致',
        cells: [corner(table)],
        message: `《${table.name}》（${table.sheet}!${areaAddress(table.area)}）写的单位是“${table.unitName}”，其他表是“${main.unitName}”，而“${main.unitName}”的这张表没有找到，所以没有与其他表核对。请核对单位名称是否写错；确是另一个单位的，请说明。`,
        basis: '同一套表应为同一单位',
      }),
    );
}

function repeatedTables(sets: readonly TableSet[], expected: Expected): Finding[] {
  return sets.flatMap((set) =>
    expected.tables.flatMap((name) => {
      const tables = set.tables.filter((table) => table.name === name && isTieable(table) && !isEmpty(table));
      // Tables of one kind with other columns are other views of it (国有资本经营…收入支出决算表 beside …支出决算表).
      if (tables.length < 2 || new Set(tables.map((table) => table.columns.join('|'))).size > 1) return [];
      return [
        finding('checks.table.repeated', [set.unitName, set.year, name], {
          stage: 'checks',
          class: 'explain',
          title: '同一张表有几份',
          cells: tables.map(corner),
          message: `《${name}》有 ${tables.length} 份（${tables.map((table) => table.sheet).join('、')}），单位和年度相同；表间关系只按内容最全的一份核对。请留下正确的一份，或写明单位、年度。`,
          basis: '同一单位同一年度每张表一份',
        }),
      ];
    }),
  );
}

function negatives(sets: readonly TableSet[], expected: Expected): Finding[] {
  return sets.flatMap((set) =>
    set.tables.flatMap((table) => {
      const columns = expected.nonNegative?.[table.name] ?? [];
      const cells = table.rows.flatMap((row) =>
        columns
          .flatMap((column) => row.cells.get(column) ?? [])
          .filter((cell) => cell.value !== null && cell.value.sign() < 0)
          .map((cell) => formatPlace(cell.place)),
      );
      if (cells.length === 0) return [];
      return [
        finding('checks.amount.negative', [table.sheet, table.kind, table.year], {
          stage: 'checks',
          class: 'explain',
          title: '收支数为负',
          cells,
          message: `《${table.name}》有 ${cells.length} 个负数。收入、支出一般不为负；冲减以前年度的请说明，写错正负号的请改正。`,
          basis: '决算收支数为当年发生数',
        }),
      ];
    }),
  );
}
