import type { Area } from '../../model/address';
import { chartName } from '../chart-names';
import { rangeAddress } from '../cell-rectangles';
import type { Assured } from './assured';
import { rangeOf } from './cells';
import { colorNumber } from './colors';
import type { Chart, SheetContent } from './content';
import { AXIS } from './enums';
import type { EtChart, EtSeries, EtWorksheet } from './et';
import type { Means } from './means';

/** Draws the charts of a sheet whose cells and sizes are written. */
export function writeCharts(sheet: EtWorksheet, { charts }: SheetContent, { assured }: Means): void {
  charts.forEach((chart, index) => draw(sheet, chart, index + 1, assured));
}

function draw(sheet: EtWorksheet, content: Chart, number: number, assured: Assured): void {
  const { left, top, width, height } = 'bottom' in content.place ? pointsOf(sheet, content.place) : content.place;
  const object = sheet.ChartObjects().Add(left, top, width, height);
  assured.set(object, 'Name', content.name ?? chartName(number, content.series));
  const chart = object.Chart;
  assured.set(chart, 'ChartType', content.type);
  writeSeries(sheet, chart, content, assured);
  assured.set(chart, 'HasTitle', content.title !== null);
  if (content.title !== null) assured.set(chart.ChartTitle, 'Text', content.title);
  writeAxisTitle(chart, AXIS.category, content.categoryTitle, assured);
  writeAxisTitle(chart, AXIS.value, content.valueTitle, assured);
  assured.set(chart, 'HasLegend', content.legend !== null);
  if (content.legend !== null) assured.set(chart.Legend, 'Position', content.legend);
}

function writeSeries(sheet: EtWorksheet, chart: EtChart, { series }: Chart, assured: Assured): void {
  const all = chart.SeriesCollection();
  const quoted = `'${sheet.Name.replace(/'/g, "''")}'`;
  for (const { name, numbers, categories, color } of series) {
    const one = all.NewSeries();
    const cells = rangeOf(sheet, numbers);
    const words = categories && rangeOf(sheet, categories);
    assured.make(
      'Series',
      () => {
        one.Values = cells;
        if (words) one.XValues = words;
        one.Name = 'area' in name ? `=${quoted}!${fixed(name.area)}` : name.text;
      },
      () => draws(one, [numbers, ...(categories ? [categories] : [])], 'area' in name ? name.area : null),
    );
    if (color !== '') assured.set(one.Format.Fill.ForeColor, 'RGB', colorNumber(color));
  }
}

/** Builds that do not tell what a series draws are taken at their word. */
function draws(series: EtSeries, areas: readonly Area[], name: Area | null): boolean {
  const told = series.Formula as string | null | undefined;
  if (!told) return true;
  return [...areas, ...(name ? [name] : [])].every((area) => told.includes(`!${fixed(area)}`));
}

function writeAxisTitle(chart: EtChart, kind: number, text: string | null, assured: Assured): void {
  if (text === null) return;
  const axis = chart.Axes(kind);
  assured.set(axis, 'HasTitle', true);
  assured.set(axis.AxisTitle, 'Text', text);
}

function fixed(area: Area): string {
  return rangeAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function pointsOf(sheet: EtWorksheet, area: Area): { left: number; top: number; width: number; height: number } {
  const { Left: left, Top: top, Width: width, Height: height } = rangeOf(sheet, area);
  return { left, top, width, height };
}
