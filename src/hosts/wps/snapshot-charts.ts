import type { ChartSeries } from '../chart-names';
import { isOwnChart, seriesOfName } from '../chart-names';
import { areaOfAddress } from '../sheet-address';
import { colorText } from './colors';
import type { Chart } from './content';
import { AXIS } from './enums';
import type { EtChart, EtChartObject, EtSeries, EtWorksheet } from './et';
import { told } from './program';

/** The charts of ours on a sheet, so that they can be drawn again; `untold` counts those whose cells are not told. */
export function chartsOf(sheet: EtWorksheet): { readonly charts: Chart[]; readonly untold: number } {
  const objects = sheet.ChartObjects();
  const count = told(objects.Count, 'Count');
  const charts: Chart[] = [];
  let untold = 0;
  for (let index = 1; index <= count; index += 1) {
    const object = objects.Item(index);
    const name = told(object.Name, 'Name');
    if (!isOwnChart(name)) continue;
    const series = seriesOf(object.Chart) ?? seriesOfName(name);
    if (series === null) untold += 1;
    else charts.push(chartOf(object, name, series));
  }
  return { charts, untold };
}

function chartOf(object: EtChartObject, name: string, series: readonly ChartSeries[]): Chart {
  const { Left: left, Top: top, Width: width, Height: height, Chart: chart } = object;
  return {
    name,
    type: told(chart.ChartType, 'ChartType'),
    title: told(chart.HasTitle, 'HasTitle') ? told(chart.ChartTitle.Text, 'Text') : null,
    categoryTitle: axisTitle(chart, AXIS.category),
    valueTitle: axisTitle(chart, AXIS.value),
    legend: told(chart.HasLegend, 'HasLegend') ? told(chart.Legend.Position, 'Position') : null,
    series,
    place: { left, top, width, height },
  };
}

function axisTitle(chart: EtChart, kind: number): string | null {
  const axis = chart.Axes(kind);
  return told(axis.HasTitle, 'HasTitle') ? told(axis.AxisTitle.Text, 'Text') : null;
}

/** Null when one of them is not told. */
function seriesOf(chart: EtChart): ChartSeries[] | null {
  const all = chart.SeriesCollection();
  const count = told(all.Count, 'Count');
  const series: ChartSeries[] = [];
  for (let index = 1; index <= count; index += 1) {
    const one = seriesFrom(all.Item(index));
    if (!one) return null;
    series.push(one);
  }
  return series;
}

const REFERENCE = String.raw`(?:'(?:[^']|'')*'|[^'!,()]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?`;
/** =SERIES(name,categories,values,order) */
const SERIES = new RegExp(`^=SERIES\\((${REFERENCE}|"(?:[^"]|"")*")?,(${REFERENCE})?,(${REFERENCE}),`);

function seriesFrom(series: EtSeries): ChartSeries | null {
  const match = SERIES.exec(series.Formula ?? '');
  if (!match) return null;
  const [, name, categories, numbers] = match as unknown as [string, string | undefined, string | undefined, string];
  return {
    name: nameOf(name),
    numbers: areaOfAddress(numbers),
    categories: categories === undefined ? null : areaOfAddress(categories),
    color: colorText(series.Format.Fill.ForeColor.RGB),
  };
}

function nameOf(written: string | undefined): ChartSeries['name'] {
  if (written === undefined) return { text: '' };
  if (written.startsWith('"')) return { text: written.slice(1, -1).replace(/""/g, '"') };
  return { area: areaOfAddress(written) };
}
