import type { Area } from '../../../../src/model/address';
import { fixedReference } from '../../../../src/hosts/xlsx/write/chart-xml';
import type { ChartSeries } from '../../workbook/structure';
import type { Cells } from './cells';
import { constant } from './given';

/** The reference a chart keeps for cells: 'It''s'!$A$1:$B$2. */
export function chartReference({ sheet, area }: Cells): string {
  return fixedReference(sheet.name, area);
}

/**
 * The series Excel makes of source data: a first row and a first column of texts (or with a blank corner) name series and
 * categories, the rest are values; “Auto” takes the shorter side for the series (ChartSeriesBy; [J] for the heads).
 */
export function seriesOf(cells: Cells, seriesBy: unknown): ChartSeries[] {
  const { area, sheet } = cells;
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const by = constant({ Auto: null, Columns: 'columns', Rows: 'rows' } as const, seriesBy ?? 'Auto', 'seriesBy');
  const byColumns = (by ?? (columns <= rows ? 'columns' : 'rows')) === 'columns';
  const isNumber = (row: number, column: number): boolean => typeof sheet.value(row, column) === 'number';
  const headRow = rows > 1 && !isNumber(area.top, area.right);
  const headColumn = columns > 1 && !isNumber(area.bottom, area.left);
  const body: Area = { ...area, top: area.top + (headRow ? 1 : 0), left: area.left + (headColumn ? 1 : 0) };
  const reference = (part: Area): string => chartReference(cells.at(part));
  const series: ChartSeries[] = [];
  if (byColumns) {
    const categories = headColumn ? reference({ ...body, left: area.left, right: area.left }) : null;
    for (let column = body.left; column <= body.right; column += 1) {
      const head: Area = { top: area.top, bottom: area.top, left: column, right: column };
      const name = headRow ? { reference: reference(head) } : null;
      series.push({ name, categories, values: reference({ ...body, left: column, right: column }), color: null });
    }
    return series;
  }
  const categories = headRow ? reference({ ...body, top: area.top, bottom: area.top }) : null;
  for (let row = body.top; row <= body.bottom; row += 1) {
    const head: Area = { top: row, bottom: row, left: area.left, right: area.left };
    const name = headColumn ? { reference: reference(head) } : null;
    series.push({ name, categories, values: reference({ ...body, top: row, bottom: row }), color: null });
  }
  return series;
}
