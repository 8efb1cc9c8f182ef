import type { CellKey, LaidBook, LaidRow, LaidTable } from './laid';
import { withTables } from './laid';
import { headKey } from './laid-head';
import type { Head } from './laid-head';
import {
  CODED_KINDS,
  currentYear,
  gapInYuan,
  LEAST_CHANGE,
  planted,
  SUMMARY_KINDS,
  tablesOfKind,
  yearOf,
} from './planting';
import type { Fault } from './planting';
import { Random } from './random';

/** Errors that concern a whole table. */
export const TABLE_FAULTS: readonly Fault[] = [
  headFault('table-under-wrong-unit', '单位', ({ unit }) => {
    if (unit === null) return null;
    return { unit: unit.includes('万元') ? unit.replace('万元', '元') : unit.replace('元', '万元') };
  }),
  headFault('unit-line-removed', '单位', ({ unit }) => (unit === null ? null : { unit: null })),
  // A year before would make it one of last year's tables, which the workbook may have already.
  headFault('wrong-year-in-title', '标题', ({ year, yearStyle }) =>
    year === null || yearStyle === 'none' ? null : { year: year + 1 },
  ),
  { id: 'table-emptied', plant: emptied },
];

function headFault(id: string, column: '单位' | '标题', change: (head: Head) => Partial<Head> | null): Fault {
  return {
    id,
    plant: (book, seed) => {
      const current = tablesOfKind(book, [...CODED_KINDS, ...SUMMARY_KINDS]).filter(
        (table) => yearOf(table) === currentYear(book) && hasAmounts(table),
      );
      const target = new Random(seed, id).pick(current);
      const head = target && change(target.head);
      if (!target || !head) return null;
      const result = withTables(book, (table) =>
        table.id === target.id ? { ...table, head: { ...table.head, ...head } } : table,
      );
      // Where the line was taken away, the title is the nearest cell to point at; a year may stand on its own row.
      const at =
        head.unit === null
          ? (['标题'] as const)
          : column === '标题'
            ? (['标题', '年度'] as const)
            : ([column] as const);
      const keys = at.map((each) => headKey(target.id, each));
      return planted(result, keys, `${id}: ${target.id} ${JSON.stringify(head)}`);
    },
  };
}

function hasAmounts(table: LaidTable): boolean {
  return table.body.flat().some((cell) => cell?.role === 'amount' && Number(cell.value ?? 0) !== 0);
}

/** Tables whose total another table of the set repeats. */
const REPEATED = [
  'final/government-fund',
  'final/state-capital',
  'final/general-budget-expenditure',
  'final/general-budget-basic',
  'budget/government-fund',
];

/** All rows but the total taken out of a table, its amounts blank, and a note that it holds no data. */
function emptied(book: LaidBook, seed: number): ReturnType<Fault['plant']> {
  const candidates = tablesOfKind(book, REPEATED).filter(
    (table) =>
      yearOf(table) === currentYear(book) &&
      table.body
        .flat()
        .some((cell) => cell?.role === 'amount' && gapInYuan(table, Number(cell.value), 0) > LEAST_CHANGE),
  );
  const target = new Random(seed, 'table-emptied').pick(candidates);
  if (!target) return null;
  const totals = target.body.filter((row) => !row.some((cell) => cell?.role === 'code' && cell.value !== null));
  const body = totals.map((row): LaidRow =>
    row.map((cell) => (cell?.role === 'amount' ? { ...cell, value: null } : cell)),
  );
  const notes = [...target.notes, '说明：本部门本年度没有此项收支，故本表无数据。'];
  const keys: CellKey[] = body.flatMap((row) =>
    row.flatMap((cell) => (cell?.role === 'amount' && cell.key ? [cell.key] : [])),
  );
  const result = withTables(book, (table) => (table.id === target.id ? { ...table, body, notes } : table));
  return planted(result, keys, `table-emptied: ${target.id}`);
}
