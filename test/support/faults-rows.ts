import type { CellKey, LaidBook, LaidCell, LaidRow, LaidTable } from './laid';
import { sameKey, withTables } from './laid';
import { CODED_KINDS, gapInYuan, LEAST_CHANGE, numberAt, planted, tablesOfKind, withValues, written } from './planting';
import type { Fault } from './planting';
import { Random } from './random';

/** Errors that sit in a row of a table keyed by functional code. */
export const ROW_FAULTS: readonly Fault[] = [
  rowFault('row-removed', (book, row) => {
    const parent: CellKey = { table: row.table.id, row: row.code.slice(0, 5), column: row.key.column };
    return planted(
      withRows(book, row, () => []),
      [parent],
      `row-removed: ${written(row.key)}`,
    );
  }),
  rowFault('row-doubled', (book, row) => {
    const copy = (cell: LaidCell | null): LaidCell | null =>
      cell?.key ? { ...cell, key: { ...cell.key, row: `${row.code}·重复` } } : cell;
    const doubled = withRows(book, row, (cells) => [cells, cells.map(copy)]);
    const keys = [row.key, { ...row.key, row: `${row.code}·重复` }];
    return planted(doubled, keys, `row-doubled: ${written(row.key)}`);
  }),
  // With only the row's own level written, the 类 is that of the rows above.
  { ...rowFault('code-in-other-class', codeInOtherClass), hiddenBy: ['codes-split-own'] },
  rowFault('code-against-name', (book, row, random) => {
    const name = random.pick(row.siblings.names.filter((each) => each !== row.name));
    if (!name) return null;
    const key: CellKey = { ...row.key, column: '名称' };
    return planted(withValues(book, [[key, name]]), [key], `code-against-name: ${written(key)} → ${name}`);
  }),
  rowFault('basic-and-project-swapped', (book, row) => {
    const [basic, project] = ['基本支出', '项目支出'].map((column): CellKey => ({ ...row.key, column }));
    if (!basic || !project) return null;
    const [first, second] = [numberAt(book, basic), numberAt(book, project)];
    if (gapInYuan(row.table, first, second) < LEAST_CHANGE) return null;
    const swapped = withValues(book, [
      [basic, second || null],
      [project, first || null],
    ]);
    return planted(swapped, [basic, project], `basic-and-project-swapped: ${written(row.key)}`);
  }),
];

/** A 项 row that has neighbours under the same 款, so that the 款 still has rows below it without this one. */
interface ItemRow {
  readonly table: LaidTable;
  readonly code: string;
  readonly name: string;
  /** An amount of the row that is large enough to be missed. */
  readonly key: CellKey;
  /** 类 and names of 项 in the same table. */
  readonly siblings: { readonly classes: readonly string[]; readonly names: readonly string[] };
}

type PlantInRow = (book: LaidBook, row: ItemRow, random: Random) => ReturnType<Fault['plant']>;

function rowFault(id: string, plant: PlantInRow): Fault {
  return {
    id,
    plant: (book, seed) => {
      const random = new Random(seed, id);
      for (const row of random.shuffled(tablesOfKind(book, CODED_KINDS).flatMap(itemRows))) {
        const result = plant(book, row, random);
        if (result) return result;
      }
      return null;
    },
  };
}

function itemRows(table: LaidTable): ItemRow[] {
  const rows = table.body.flatMap((cells) => {
    const code = cells.find((cell) => cell?.role === 'code')?.value;
    const name = cells.find((cell) => cell?.role === 'label')?.value;
    return typeof code === 'string' && /^2\d+$/.test(code) ? [{ code, name: String(name).trim(), cells }] : [];
  });
  const items = rows.filter(({ code }) => code.length === 7);
  const siblings = {
    classes: rows.filter(({ code }) => code.length === 3).map(({ code }) => code),
    names: items.map(({ name }) => name),
  };
  return items.flatMap(({ code, name, cells }) => {
    const hasNeighbour = items.some((other) => other.code !== code && other.code.startsWith(code.slice(0, 5)));
    const amount = cells.find(
      (cell) => cell?.role === 'amount' && gapInYuan(table, Number(cell.value ?? 0), 0) >= LEAST_CHANGE,
    );
    return hasNeighbour && amount?.key ? [{ table, code, name, key: amount.key, siblings }] : [];
  });
}

function withRows(book: LaidBook, row: ItemRow, change: (cells: LaidRow) => LaidRow[]): LaidBook {
  return withTables(book, (table) => {
    if (table.id !== row.table.id) return table;
    const isRow = (cells: LaidRow): boolean => cells.some((cell) => sameKey(cell?.key, row.key));
    return { ...table, body: table.body.flatMap((cells) => (isRow(cells) ? change(cells) : [cells])) };
  });
}

function codeInOtherClass(...[book, row, random]: Parameters<PlantInRow>): ReturnType<PlantInRow> {
  const others = row.siblings.classes.filter((code) => !row.code.startsWith(code));
  const other = random.pick(others);
  if (!other) return null;
  const key: CellKey = { ...row.key, column: '编码' };
  const moved = other + row.code.slice(3);
  return planted(withValues(book, [[key, moved]]), [key], `code-in-other-class: ${written(key)} → ${moved}`);
}
