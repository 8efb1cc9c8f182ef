import type { Area } from '../../model/address';
import { chartName } from '../chart-names';
import { rangeAddress } from '../cell-rectangles';
import { rangeOf } from './cells';
import { colorNumber } from './colors';
import type { Chart, SheetContent } from './content';
import { AXIS } from './enums';
import type { EtChart, EtWorksheet } from './et';

/** Draws the charts of a sheet whose cells and sizes are written. */
export function writeCharts(sheet: EtWorksheet, { charts }: SheetContent): void {
  charts.forEach((chart, index) => draw(sheet, chart, index + 1));
}

function draw(sheet: EtWorksheet, content: Chart, number: number): void {
  const { left, top, width, height } = 'bottom' in content.place ? pointsOf(sheet, content.place) : content.place;
  const object = sheet.ChartObjects().Add(left, top, width, height);
  object.Name = content.name ?? chartName(number, content.series);
  const chart = object.Chart;
  chart.ChartType = content.type;
  writeSeries(sheet, chart, content);
  chart.HasTitle = content.title !== null;
  if (content.title !== null) chart.ChartTitle.Text = content.title;
  writeAxisTitle(chart, AXIS.category, content.categoryTitle);
  writeAxisTitle(chart, AXIS.value, content.valueTitle);
  chart.HasLegend = content.legend !== null;
  if (content.legend !== null) chart.Legend.Position = content.legend;
}

function writeSeries(sheet: EtWorksheet, chart: EtChart, { series }: Chart): void {
  const all = chart.SeriesCollection();
  const quoted = `'${sheet.Name.replace(/'/g, "''")}'`;
  for (const { name, numbers, categories, color } of series) {
    const one = all.NewSeries();
    one.Values = rangeOf(sheet, numbers);
    if (categories) one.XValues = rangeOf(sheet, categories);
    one.Name = 'area' in name ? `=${quoted}!${fixed(name.area)}` : name.text;
    if (color !== '') one.Format.Fill.ForeColor.RGB = colorNumber(color);
  }
}

function writeAxisTitle(chart: EtChart, kind: number, text: string | null): void {
  if (text === null) return;
  const axis = chart.Axes(kind);
  axis.HasTitle = true;
  axis.AxisTitle.Text = text;
}

function fixed(area: Area): string {
  return rangeAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function pointsOf(sheet: EtWorksheet, area: Area): { left: number; top: number; width: number; height: number } {
  const { Left: left, Top: top, Width: width, Height: height } = rangeOf(sheet, area);
  return { left, top, width, height };
}
