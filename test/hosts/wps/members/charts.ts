import type { Chart, Corner } from '../../workbook/structure';
import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { SERIES_COLLECTION, seriesObject, seriesOfSource } from './chart-series';
import { code, isLeftOut, number, text, truth, word } from './given';
import { cellsGiven, RANGE } from './range';

/** A chart of a sheet. */
export interface ChartSelf {
  readonly cells: Cells;
  readonly id: string;
}

/** XlChartType (wps.md §3.3 charts); others are not modelled. */
const TYPES = [
  [51, 'columnClustered'],
  [52, 'columnStacked'],
  [53, 'columnStacked100'],
  [57, 'barClustered'],
  [58, 'barStacked'],
  [4, 'line'],
  [65, 'lineMarkers'],
  [5, 'pie'],
  [1, 'area'],
  [-4120, 'doughnut'],
  [-4169, 'xyscatter'],
] as const;
const LEGENDS = [
  [-4107, 'bottom'],
  [-4131, 'left'],
  [-4152, 'right'],
  [-4160, 'top'],
] as const;

export function chartOf({ cells, id }: ChartSelf): Chart {
  const chart = cells.sheet.chart(id);
  if (chart) return chart;
  throw new EtError('The chart was deleted.');
}

export function changeChart({ cells, id }: ChartSelf, patch: Partial<Omit<Chart, 'id'>>): void {
  cells.sheet.changeChart(id, patch);
}

type TitleKey = 'title' | 'categoryTitle' | 'valueTitle';

/** Its words can be read and set only while HasTitle is true (wps.md §3.3 charts). */
function titleType(declaredAs: string, key: TitleKey): ReturnType<typeof etType<ChartSelf>> {
  return etType<ChartSelf>(declaredAs, {
    gets: { Text: (self) => shownTitle(self, key) },
    sets: {
      Text: (self, value) => {
        shownTitle(self, key);
        changeChart(self, { [key]: text(value, 'Text') });
      },
    },
  });
}

function shownTitle(self: ChartSelf, key: TitleKey): string {
  const words = chartOf(self)[key];
  if (words === null) throw new EtError('There is no title: set HasTitle first.');
  return words;
}

function showTitle(self: ChartSelf, key: TitleKey, value: unknown): void {
  changeChart(self, { [key]: truth(value, 'HasTitle') ? (chartOf(self)[key] ?? '') : null });
}

const CHART_TITLE = titleType('Et.ChartTitle', 'title');

function axisType(key: 'categoryTitle' | 'valueTitle'): ReturnType<typeof etType<ChartSelf>> {
  const title = titleType('Et.AxisTitle', key);
  return etType<ChartSelf>('Et.Axis', {
    gets: { HasTitle: (self) => chartOf(self)[key] !== null, AxisTitle: (self) => etObject(title, self) },
    sets: { HasTitle: (self, value) => showTitle(self, key, value) },
  });
}

const AXES: readonly (readonly [number, ReturnType<typeof axisType>])[] = [
  [1, axisType('categoryTitle')],
  [2, axisType('valueTitle')],
];

const LEGEND: EtType<ChartSelf> = etType<ChartSelf>('Et.Legend', {
  gets: { Position: (self) => code(LEGENDS, chartOf(self).legend ?? 'bottom', 'Position') },
  sets: { Position: (self, value) => changeChart(self, { legend: word(LEGENDS, value, 'Position') }) },
});

const CHART: EtType<ChartSelf> = etType<ChartSelf>('Et.Chart', {
  gets: {
    ChartType: (self) => code<string>(TYPES, chartOf(self).type, 'ChartType'),
    HasTitle: (self) => chartOf(self).title !== null,
    ChartTitle: (self) => etObject(CHART_TITLE, self),
    HasLegend: (self) => chartOf(self).legend !== null,
    Legend: (self) => etObject(LEGEND, self),
  },
  sets: {
    ChartType: (self, value) => changeChart(self, { type: word(TYPES, value, 'ChartType') }),
    HasTitle: (self, value) => showTitle(self, 'title', value),
    HasLegend: (self, value) =>
      changeChart(self, { legend: truth(value, 'HasLegend') ? (chartOf(self).legend ?? 'bottom') : null }),
  },
  calls: {
    Axes: (self, [kind]) => etObject(word(AXES, kind, 'Axes'), self),
    SeriesCollection: (self, [index]) =>
      isLeftOut(index) ? etObject(SERIES_COLLECTION, self) : seriesObject(self, number(index, 'SeriesCollection')),
    SetSourceData: (self, [source]) => {
      const given = cellsGiven(source);
      if (!given) throw new EtError('SetSourceData: no cells.');
      changeChart(self, { series: seriesOfSource(given) });
    },
  },
});

type Box = ReturnType<Cells['sheet']['chartBox']>;

function box({ cells, id }: ChartSelf): Box {
  chartOf({ cells, id });
  return cells.sheet.chartBox(id);
}

function place(self: ChartSelf, { left, top, width, height }: Box): void {
  if (Math.min(left, top, width, height) < 0) throw new EtError('A chart lies outside the sheet.');
  changeChart(self, { from: cornerAt(self.cells, left, top), to: cornerAt(self.cells, left + width, top + height) });
}

/** The cell at a distance from the sheet's corner, and how far into it. */
function cornerAt({ sheet }: Cells, left: number, top: number): Corner {
  const along = (distance: number, lengthOf: (index: number) => number): readonly [number, number] => {
    let [index, rest] = [0, distance];
    for (; rest >= lengthOf(index) || lengthOf(index) === 0; index += 1) rest -= lengthOf(index);
    return [index, rest];
  };
  const [column, right] = along(left, (one) => (sheet.isColumnHidden(one) ? 0 : sheet.columnWidth(one)));
  const [row, down] = along(top, (one) => (sheet.isRowHidden(one) ? 0 : sheet.rowHeight(one)));
  return { row, column, down, right };
}

function corner(self: ChartSelf, end: 'from' | 'to'): EtObject {
  const { row, column, down, right } = chartOf(self)[end];
  // An end on an edge lies in the cell before it.
  const [y, x] = end === 'from' ? [row, column] : [down === 0 ? row - 1 : row, right === 0 ? column - 1 : column];
  return etObject(RANGE, self.cells.at({ top: y, left: x, bottom: y, right: x }));
}

function measure(key: keyof Box): (self: ChartSelf, value: unknown) => void {
  return (self, value) => place(self, { ...box(self), [key]: number(value, key) });
}

const CHART_OBJECT: EtType<ChartSelf> = etType<ChartSelf>('Et.ChartObject', {
  gets: {
    Name: (self) => chartOf(self).name,
    Left: (self) => box(self).left,
    Top: (self) => box(self).top,
    Width: (self) => box(self).width,
    Height: (self) => box(self).height,
    TopLeftCell: (self) => corner(self, 'from'),
    BottomRightCell: (self) => corner(self, 'to'),
    Chart: (self) => etObject(CHART, self),
  },
  sets: {
    Name: (self, value) => changeChart(self, { name: text(value, 'Name') }),
    Left: measure('left'),
    Top: measure('top'),
    Width: measure('width'),
    Height: measure('height'),
  },
  calls: { Delete: ({ cells, id }) => cells.sheet.deleteChart(id) },
});

export function chartObject(cells: Cells, key: unknown): EtObject | undefined {
  const { charts } = cells.sheet;
  const found = typeof key === 'string' ? charts.find(({ name }) => name === key) : charts[number(key, 'Item') - 1];
  return found ? etObject(CHART_OBJECT, { cells, id: found.id }) : cells.program.missing('There is no such chart.');
}

/** The charts of a sheet. */
export const CHART_OBJECTS: EtType<Cells> = etType<Cells>('Et.ChartObjects', {
  gets: { Count: ({ sheet }) => sheet.charts.length },
  calls: {
    Item: (cells, [key]) => chartObject(cells, key),
    Add: (cells, [left, top, width, height]) => {
      const nowhere: Corner = { row: 0, column: 0, down: 0, right: 0 };
      const { id } = cells.sheet.addChart({
        name: `图表 ${cells.sheet.charts.length + 1}`,
        type: 'columnClustered',
        title: null,
        categoryTitle: null,
        valueTitle: null,
        legend: null,
        series: [],
        from: nowhere,
        to: nowhere,
      });
      place(
        { cells, id },
        {
          left: number(left, 'Left'),
          top: number(top, 'Top'),
          width: number(width, 'Width'),
          height: number(height, 'Height'),
        },
      );
      return etObject(CHART_OBJECT, { cells, id });
    },
  },
});
