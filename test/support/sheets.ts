import type { CellValue } from '../../src/model/grid';
import { gridsOf } from './book';
import type { Judged } from './verdicts';
import { judge } from './verdicts';

/** A sheet as tests write it down: rows from A1 on. */
export type Rows = (readonly CellValue[])[];

/** Recognition and checks of a workbook of these sheets. */
export function judgeSheets(...sheets: readonly (readonly [name: string, rows: Rows])[]): Judged {
  return judge(gridsOf({ sheets: sheets.map(([name, rows]) => ({ name, rows })) }));
}

/** What each sheet was taken for. */
export function kindsBySheet({ recognition }: Judged): Record<string, string> {
  return Object.fromEntries(recognition.tables.map((table) => [table.sheet, table.kind]));
}

/** The amount in a row (by pack name, code or label) and column of the first table of a kind. */
export function amountIn({ recognition }: Judged, kind: string, row: string, column: string): string | undefined {
  const table = recognition.tables.find((one) => one.kind === kind);
  const cells = table?.rows.find((one) => one.name === row || one.code === row || one.label === row)?.cells;
  return cells?.get(column)?.value?.toString();
}
