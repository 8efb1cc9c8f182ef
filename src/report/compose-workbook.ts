import type { Finding } from '../model/finding';
import type { Grid } from '../model/grid';
import type { Sliced, Step } from '../model/slices';
import type { Table } from '../model/table';
import type { Plan, PlannedSheet } from '../sheet/plan';
import type { SheetModel } from '../sheet/sheet';
import { composeSheetsInSlices, keptFinding, planSheets } from './compose';
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

/** The plan of all sheets of an evaluated workbook, sheet by sheet. */
export function* composeWorkbookInSlices(source: WorkbookReportSource): Sliced<WorkbookPlan, Step> {
  const { former, grids, copiedFrom } = source;
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  const kept = new Map(Object.values(SHEETS).map((sheet) => [sheet as string, keptRows(former, sheet)]));
  const sheets = yield* composeSheetsInSlices({
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
    findings: [
      ...findings,
      ...rescued.flatMap(({ model, oldOf }) => (oldOf === null ? [] : [keptFinding(oldOf, model.name, true)])),
    ],
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

/** A sheet of the file to be replaced that has to be copied over. */
interface RescuedSheet {
  readonly model: SheetModel;
  /** The sheet of ours it is the old state of; null for one that was kept on an earlier run already. */
  readonly oldOf: string | null;
}

/**
 * Sheets of the file to be replaced that would be lost, because the new file is made from another workbook: those in
 * which she changed what is not hers to fill in, and those kept on earlier runs. Their values are copied over.
 */
function rescuedSheets({ former }: WorkbookReportSource, names: readonly string[]): RescuedSheet[] {
  const taken = new Set(names);
  const own = new Set<string>(Object.values(SHEETS));
  return former.replaced.flatMap(({ grid, kept }) => {
    const isOurs = own.has(grid.sheet);
    if (isOurs ? kept?.edited === false : taken.has(grid.sheet)) return [];
    const name = isOurs ? nameForOld(grid.sheet, taken) : grid.sheet;
    taken.add(name);
    const origin = isOurs ? `由上次生成的“${grid.sheet}”复制` : '';
    return [{ model: copiedSheet(grid, name, origin), oldOf: isOurs ? grid.sheet : null }];
  });
}
