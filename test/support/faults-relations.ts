import type { CellKey, LaidBook } from './laid';
import {
  amountsIn,
  cents,
  currentYear,
  gapInYuan,
  inUnitOf,
  LEAST_CHANGE,
  numberAt,
  planted,
  tablesOfKind,
  withAdded,
  withValues,
  written,
  yearOf,
} from './planting';
import type { Fault } from './planting';
import { Random } from './random';

/** Errors that leave each single table right, or nearly so, and show only between tables. */
export const RELATION_FAULTS: readonly Fault[] = [
  { id: 'opening-against-last-closing', plant: openingAgainstLastClosing },
  { id: 'appropriation-against-general-budget', plant: againstGeneralBudget },
  { id: 'office-item-among-staff', plant: officeAmongStaff },
  { id: 'budget-basic-against-expenditure', plant: budgetBasicAgainstExpenditure },
  { id: 'projects-above-expenditure', plant: projectsAboveExpenditure },
];

type Plant = Fault['plant'];

function gapFor(random: Random): number {
  return random.stepped(LEAST_CHANGE + 1_300, 400_000, 100);
}

/** Last year's summary stays balanced but begins, and therefore ends, with another amount. */
function openingAgainstLastClosing(...[book, seed]: Parameters<Plant>): ReturnType<Plant> {
  const year = currentYear(book);
  const tables = tablesOfKind(book, ['final/income-expenditure-summary']);
  const before = tables.find((table) => yearOf(table) === year - 1);
  const now = tables.find((table) => yearOf(table) === year);
  if (!before || !now) return null;
  const cell = (row: string, column: string): CellKey => ({ table: before.id, row, column });
  const closing = cell('年末结转和结余', '支出');
  const keys = [cell('年初结转和结余', '收入'), cell('总计', '收入'), closing, cell('总计', '支出')];
  const gap = inUnitOf(before, gapFor(new Random(seed)));
  const opening: CellKey = { table: now.id, row: '年初结转和结余', column: '收入' };
  return planted(withAdded(book, keys, gap), [closing, opening], `opening-against-last-closing: ${gap}`);
}

/** The general-budget table states more for one 项, and so in every level above and in its total. */
function againstGeneralBudget(...[book, seed]: Parameters<Plant>): ReturnType<Plant> {
  const random = new Random(seed);
  const items = amountsIn(
    book,
    ['final/general-budget-expenditure'],
    ({ row, column }) => row.length === 7 && column !== '合计',
  );
  const item = random.pick(items);
  if (!item) return null;
  const { table, row, column } = item.key;
  const rows = [row, row.slice(0, 5), row.slice(0, 3), '合计'];
  const keys = rows.flatMap((each) => ['合计', column].map((at): CellKey => ({ table, row: each, column: at })));
  const total: CellKey = { table, row: '合计', column: '合计' };
  const gap = inUnitOf(item.table, gapFor(random));
  return planted(
    withAdded(book, keys, gap),
    [total],
    `appropriation-against-general-budget: ${written(item.key)} + ${gap}`,
  );
}

/** A 公用 item's amount stands under 人员经费, while the sums are those of the right place. */
function officeAmongStaff(...[book, seed]: Parameters<Plant>): ReturnType<Plant> {
  const random = new Random(seed);
  const items = amountsIn(
    book,
    ['final/general-budget-basic', 'budget/general-budget-basic'],
    ({ row, column }) => /^302\d{2}$/.test(row) && column !== '合计',
  ).filter(({ table, value }) => gapInYuan(table, value, 0) >= LEAST_CHANGE);
  const item = random.pick(items);
  if (!item) return null;
  const { table, row } = item.key;
  const to: CellKey = item.key.column === '决算数' ? { ...item.key, row: '30199' } : { table, row, column: '人员经费' };
  const moved = withAdded(withValues(book, [[item.key, null]]), [to], item.value);
  return planted(moved, [item.key, to], `office-item-among-staff: ${written(item.key)} ${item.value}`);
}

/** The basic-expenditure budget states more 公用经费, all its sums included, than the expenditure budget allows. */
function budgetBasicAgainstExpenditure(...[book, seed]: Parameters<Plant>): ReturnType<Plant> {
  const random = new Random(seed);
  const isItem = ({ row, column }: CellKey): boolean => /^302\d{2}$/.test(row) && column === '公用经费';
  const item = random.pick(amountsIn(book, ['budget/general-budget-basic'], isItem));
  if (!item) return null;
  const { table, row } = item.key;
  const rows = [row, row.slice(0, 3), '合计'];
  const keys = rows.flatMap((each) => ['合计', '公用经费'].map((column): CellKey => ({ table, row: each, column })));
  const gap = inUnitOf(item.table, gapFor(random));
  const total: CellKey = { table, row: '合计', column: '合计' };
  return planted(
    withAdded(book, keys, gap),
    [total],
    `budget-basic-against-expenditure: ${written(item.key)} + ${gap}`,
  );
}

/** One project spent so much that all projects together exceed 项目支出; budget, total and rates follow. */
function projectsAboveExpenditure(...[book, seed]: Parameters<Plant>): ReturnType<Plant> {
  const random = new Random(seed);
  const isActual = ({ row, column }: CellKey): boolean => column === '全年执行数' && row !== '合计';
  const project = random.pick(amountsIn(book, ['project/expenditure'], isActual));
  if (!project) return null;
  const { table } = project.key;
  const total: CellKey = { table, row: '合计', column: '全年执行数' };
  const spent: CellKey = { table: `final/expenditure@${yearOf(project.table)}`, row: '合计', column: '项目支出' };
  const missing = numberAt(book, spent) - numberAt(book, total);
  const gap = cents(missing + inUnitOf(project.table, gapFor(random)));
  const rows = [project.key.row, '合计'];
  const keys = rows.flatMap((row) => ['全年预算数', '全年执行数'].map((column): CellKey => ({ table, row, column })));
  const raised = withRates(withAdded(book, keys, gap), table, rows);
  return planted(raised, [total], `projects-above-expenditure: ${written(project.key)} + ${gap}`);
}

/** The execution rates of the rows as their amounts now give them. */
function withRates(book: LaidBook, table: string, rows: readonly string[]): LaidBook {
  return withValues(
    book,
    rows.map((row) => {
      const [annual, actual] = ['全年预算数', '全年执行数'].map((column) => numberAt(book, { table, row, column }));
      const rate = Math.round(((actual ?? 0) / (annual || 1)) * 1e4) / 1e4;
      return [{ table, row, column: '执行率' }, rate] as const;
    }),
  );
}
