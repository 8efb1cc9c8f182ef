import type { Finding } from '../model/finding';
import type { Grid } from '../model/grid';
import type { Table } from '../model/table';
import type { Plan, PlannedSheet } from '../sheet/plan';
import type { SheetModel } from '../sheet/sheet';
import { composeSheets, keptFinding, planSheets } from './compose';
import type { ReportSource } from './compose';
import { copiedSheet, copiedValue } from './copied-sheet';
import type { Former } from './former';
import { keptRows } from './former';
import { SHEETS, nameForOld } from './sheet-names';

/** Everything the workbook we hand over is made from. */
export interface WorkbookReportSource extends Omit<ReportSource, 'tables' | 'sheetNames' | 'raw' | 'kept'> {
  readonly tables: readonly Table[];
  readonly grids: readonly Grid[];
  readonly former: Former;
  /** Name of the file, when its sheets in use have to be copied into a new workbook. */
  readonly copiedFrom: string | null;
}

/** What is to be written, and what she must be told about it. */
export interface WorkbookPlan {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  /** Names of the sheets of ours, in the order of their tabs. */
  readonly written: readonly string[];
}

/** The plan of all sheets of an evaluated workbook. */
export function composeWorkbook(source: WorkbookReportSource): WorkbookPlan {
  const { former, grids, copiedFrom } = source;
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  const kept = new Map(Object.values(SHEETS).map((sheet) => [sheet as string, keptRows(former, sheet)]));
  const sheets = composeSheets({
    ...source,
    tables: source.tables.length,
    sheetNames: former.sheetNames,
    raw: ({ sheet, row, column }) => {
      const value = bySheet.get(sheet)?.value(row, column) ?? null;
      return copiedFrom === null ? value : copiedValue(value);
    },
    kept,
  });
  const found = former.here.flatMap((sheet) => sheet.kept ?? []);
  const { plan, findings } = planSheets(sheets, copiedFrom === null ? former.sheetNames : [], found);
  const copies = copiedFrom === null ? [] : copiesInUse(source, copiedFrom);
  const rescued = rescuedSheets(source, [...copies.map((copy) => copy.name), ...namesIn(plan), ...former.sheetNames]);
  const added = (models: readonly SheetModel[]): PlannedSheet[] => models.map((model) => ({ model, keepAs: null }));
  return {
    plan: { sheets: [...added(copies), ...plan.sheets, ...added(rescued.map(({ model }) => model))] },
    findings: [...findings, ...rescued.map(({ model, from }) => keptFinding(from, model.name, true))],
    written: sheets.map((sheet) => sheet.name),
  };
}

function namesIn(plan: Plan): string[] {
  return plan.sheets.flatMap(({ model, keepAs }) => (keepAs === null ? [model.name] : [model.name, keepAs]));
}

/** Her sheets from which figures may be taken; lists that are only counted are not copied. */
function copiesInUse({ grids, tables }: WorkbookReportSource, copiedFrom: string): SheetModel[] {
  const inUse = new Set(tables.filter((table) => table.rows.length > 0).map((table) => table.sheet));
  return grids
    .filter((grid) => inUse.has(grid.sheet) && grid.isWhole())
    .map((grid) => copiedSheet(grid, grid.sheet, `由《${copiedFrom}》复制`));
}

/**
 * Sheets of the file to be replaced in which she changed what is not hers to fill in: the new file is made from another
 * workbook, so their values are copied over.
 */
function rescuedSheets(
  { former, copiedFrom }: WorkbookReportSource,
  names: readonly string[],
): { readonly model: SheetModel; readonly from: string }[] {
  const taken = new Set(names);
  return former.replaced.flatMap(({ grid, kept }) => {
    const isOld = !Object.values<string>(SHEETS).includes(grid.sheet);
    // Old copies are carried along; a sheet of ours only when something in it is not as we wrote it.
    if (isOld ? former.sheetNames.includes(grid.sheet) && copiedFrom === null : kept?.edited === false) return [];
    const name = isOld && !taken.has(grid.sheet) ? grid.sheet : nameForOld(grid.sheet, taken);
    taken.add(name);
    return [{ model: copiedSheet(grid, name, `由上次生成的“${grid.sheet}”复制`), from: grid.sheet }];
  });
}
