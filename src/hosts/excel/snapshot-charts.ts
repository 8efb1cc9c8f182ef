import { seriesOfName } from '../chart-names';
import type { Connection, Session } from './connection';
import type { ChartContent, SheetContent } from './content';
import { areaOfAddress } from '../sheet-address';
import type { Structure } from './snapshot-structure';

type Series = ChartContent['series'][number];
/** A chart before its series are known. */
type Outline = Omit<ChartContent, 'series'>;

/**
 * The charts of ours on sheets, so that they can be drawn again. Below ExcelApi 1.15 Excel does not tell which cells a
 * chart draws; then its name does, if we gave it. `untold` names the sheets with charts of which nothing tells.
 */
export async function chartsOf(
  session: Session,
  { requirements }: Connection,
  sheets: readonly Structure[],
): Promise<{ readonly charts: ReadonlyMap<string, ChartContent[]>; readonly untold: readonly string[] }> {
  const charts = new Map<string, ChartContent[]>(sheets.map(({ id }) => [id, []]));
  const untold = new Set<string>();
  const keys = sheets.flatMap((sheet) => sheet.standing.charts.map((chart) => ({ sheet, chart })));
  if (keys.length === 0) return { charts, untold: [] };
  const outlines = keys.map(({ sheet, chart }) => askOutline(session.sheet(sheet.id).charts.getItem(chart)));
  await session.sync();
  const asked = outlines.map((outline, index) => {
    const { sheet, chart } = keys[index] as (typeof keys)[number];
    const { series } = session.sheet(sheet.id).charts.getItem(chart);
    const count = requirements.chartSources ? outline().seriesCount : 0;
    return Array.from({ length: count }, (_, at) => askSeries(series.getItemAt(at)));
  });
  if (requirements.chartSources) await session.sync();
  keys.forEach(({ sheet }, index) => {
    const { content } = (outlines[index] as (typeof outlines)[number])();
    const said = seriesOfName(content.name ?? '');
    const told = (asked[index] ?? []).map((series) => series());
    const series = told.length > 0 ? told.flatMap((one, at) => (one ? [withName(one, said?.[at])] : [])) : said;
    if (series === null) untold.add(sheet.name);
    else charts.get(sheet.id)?.push({ ...content, series });
  });
  return { charts, untold: [...untold] };
}

/** What Excel tells of a series, completed by what the chart's name says. */
function withName(told: Series, said: Series | undefined): Series {
  if (!said) return told;
  return {
    ...told,
    name: 'area' in said.name ? said.name : told.name,
    color: told.color === '' ? said.color : told.color,
  };
}

/**
 * Excel tells the words of a series' name, not the cell they stand in; in charts of ours it is above the numbers. The
 * nearest cell there with those words is taken for it.
 */
export function withNameCells(charts: readonly ChartContent[], entries: SheetContent['entries']): ChartContent[] {
  const named = (series: Series): Series => {
    if ('area' in series.name) return series;
    const { left } = series.numbers;
    for (let row = series.numbers.top - 1; row >= 0; row -= 1) {
      if (entries[row]?.[left] === series.name.text) {
        return { ...series, name: { area: { top: row, left, bottom: row, right: left } } };
      }
    }
    return series;
  };
  return charts.map((chart) => ({ ...chart, series: chart.series.map(named) }));
}

function askOutline(chart: Excel.Chart): () => { content: Outline; seriesCount: number } {
  chart.load('name,chartType,left,top,width,height');
  chart.title.load('text,visible');
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.load('text,visible');
  valueAxis.title.load('text,visible');
  chart.legend.load('visible,position');
  chart.series.load('count');
  const textOf = ({ text, visible }: { text: string; visible: boolean }): string | null => (visible ? text : null);
  return () => ({
    seriesCount: chart.series.count,
    content: {
      name: chart.name,
      type: chart.chartType,
      title: textOf(chart.title),
      categoryTitle: textOf(categoryAxis.title),
      valueTitle: textOf(valueAxis.title),
      legend: chart.legend.visible ? chart.legend.position : null,
      place: { left: chart.left, top: chart.top, width: chart.width, height: chart.height },
    },
  });
}

function askSeries(series: Excel.ChartSeries): () => Series | null {
  series.load('name');
  const numbers = series.getDimensionDataSourceString('Values');
  const categories = series.getDimensionDataSourceString('Categories');
  const { fill } = series.format;
  // ExcelApi 1.16; an Office.js of our own may not know it (officejs.md §A.1).
  const color = 'getSolidColor' in fill ? fill.getSolidColor() : null;
  return () => {
    const area = areaOrNull(numbers.value);
    if (!area) return null;
    return {
      name: { text: series.name },
      numbers: area,
      categories: areaOrNull(categories.value),
      color: color?.value ?? '',
    };
  };
}

function areaOrNull(reference: string): Series['numbers'] | null {
  return reference === '' || !/[A-Z]+\$?\d/.test(reference) ? null : areaOfAddress(reference.replace(/^=/, ''));
}
