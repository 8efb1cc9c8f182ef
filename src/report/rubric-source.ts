import type { Grid, WorkbookSource } from '../model/grid';
import { readGrid } from '../model/read-grid';
import type { Table } from '../model/table';
import type { ImportRemark } from '../rubric/import/import';
import { importRubric } from '../rubric/import/import';
import type { Rubric } from '../rubric/pack';
import { recognise } from '../tables/recognise';
import { formerRows, keptRows, readFormer } from './former';
import { readRubricSheet, storedRubric } from './rubric-reading';
import { SHEETS } from './sheet-names';

/** A rubric found in a workbook, with what was not understood; or why there is none that can be used. */
export type RubricSource =
  | { readonly rubric: Rubric; readonly remarks: readonly ImportRemark[] }
  | { readonly refused: readonly ImportRemark[] };

/**
 * The rubric of a workbook: its 自评_评分办法 with what was edited there, else a table of indicators, points and criteria
 * such as the finance bureau's attachment.
 */
export async function rubricFromWorkbook(source: WorkbookSource): Promise<RubricSource> {
  const former = await readFormer(source, null);
  const rows = keptRows(former, SHEETS.rubric);
  const stored = storedRubric(formerRows(former, SHEETS.rubric));
  if (stored) {
    const { rubric, findings } = readRubricSheet(stored, rows);
    const said = findings.map(({ cells, message }) => ({ place: cells[0] ?? '', message }));
    const refused = findings.some((one) => one.class === 'must');
    return refused ? { refused: said } : { rubric, remarks: said };
  }
  const sheets = await source.describe();
  const grids = await Promise.all(sheets.map((sheet) => readGrid(source, sheet, 'whole')));
  const table = recognise(grids).tables.find((one) => one.kind === 'rubric/indicators');
  if (table) return importRubric(table, textsAbove(table, grids));
  return {
    refused: [
      {
        place: '',
        message: '里面没有认出评分表：评分表要有一级、二级、三级指标，分值和评分标准各栏，请核对表头后再试。',
      },
    ],
  };
}

/** Every text of a table's sheet above its first row. */
function textsAbove(table: Table, grids: readonly Grid[]): string[] {
  const grid = grids.find(({ sheet }) => sheet === table.sheet);
  const rows = Array.from({ length: table.rows[0]?.row ?? 0 }, (_, row) => grid?.row(row) ?? []);
  return rows.flat().filter((value) => typeof value === 'string');
}
