import type { Area } from '../../model/address';
import { chartName } from '../chart-names';
import type { ChartContent, SheetContent } from './content';
import { rangeAddress } from '../cell-rectangles';
import { piece } from './requests';
import type { Piece } from './requests';
import { rangeOf } from './write-values';

/** Draws the charts of a sheet whose cells are written. @param name what the sheet is called while it is written */
export function chartPieces(content: SheetContent, name: string): Piece[] {
  return content.charts.map((chart, index) =>
    piece(16 + chart.series.length * 8, (sheet) =>
      draw(sheet, chart, chart.name ?? chartName(index + 1, chart.series), name),
    ),
  );
}

function draw(sheet: Excel.Worksheet, content: ChartContent, name: string, sheetName: string): void {
  const [first] = content.series;
  if (!first) return;
  // One cell makes one series: of more Excel guesses which of them are names.
  const seed = sheet.getCell(first.numbers.top, first.numbers.left);
  const chart = sheet.charts.add(content.type as 'ColumnClustered', seed, 'Columns');
  chart.name = name;
  place(sheet, chart, content.place);
  content.series.forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add();
    series.setValues(rangeOf(sheet, one.numbers));
    if (one.categories) series.setXAxisValues(rangeOf(sheet, one.categories));
    series.name = 'area' in one.name ? `='${sheetName.replace(/'/g, "''")}'!${fixed(one.name.area)}` : one.name.text;
    if (one.color !== '') series.format.fill.setSolidColor(one.color);
  });
  if (content.title === null) chart.title.visible = false;
  else chart.title.text = content.title;
  titled(chart.axes.categoryAxis, content.categoryTitle);
  titled(chart.axes.valueAxis, content.valueTitle);
  chart.legend.visible = content.legend !== null;
  if (content.legend !== null) chart.legend.position = content.legend as 'Bottom';
}

function titled(axis: Excel.ChartAxis, text: string | null): void {
  if (text !== null) axis.title.text = text;
}

function fixed(area: Area): string {
  return rangeAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function place(sheet: Excel.Worksheet, chart: Excel.Chart, at: ChartContent['place']): void {
  if ('bottom' in at) {
    chart.setPosition(sheet.getCell(at.top, at.left), sheet.getCell(at.bottom, at.right));
    return;
  }
  chart.left = at.left;
  chart.top = at.top;
  chart.width = at.width;
  chart.height = at.height;
}
