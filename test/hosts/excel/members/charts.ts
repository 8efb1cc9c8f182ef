import type { Chart, Corner } from '../../workbook/structure';
import { HostError } from '../host-error';
import type { HostObject, ObjectType, Property } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import type { Cells } from './cells';
import { seriesOf } from './chart-data';
import { SERIES_COLLECTION } from './chart-series';
import { cells as givenCells, constant, constantFor, invalid, number, text, truth, whole } from './given';

/** A chart of a sheet. */
export interface ChartSelf {
  readonly cells: Cells;
  readonly id: string;
}

/** @throws HostError ItemNotFound when the chart was deleted. */
export function chartOf({ cells, id }: ChartSelf): Chart {
  const chart = cells.sheet.chart(id);
  if (chart) return chart;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

function change(self: ChartSelf, patch: Partial<Omit<Chart, 'id'>>): void {
  self.cells.sheet.changeChart(self.id, patch);
}

/** Excel's names of chart types with a small first letter are the store's. */
function typeGiven(value: unknown): string {
  const given = text(value, 'chartType');
  if (!/^[A-Z0-9_][A-Za-z0-9_]*$/.test(given)) throw invalid('chartType');
  return given.charAt(0).toLowerCase() + given.slice(1);
}

/** A title that is a text, shown when there is one: of the chart or of an axis. */
function title(name: string, key: 'title' | 'categoryTitle' | 'valueTitle'): ObjectType<ChartSelf> {
  return objectType<ChartSelf>(name, {
    properties: {
      text: {
        get: (self) => chartOf(self)[key] ?? '',
        set: (self, value) => change(self, { [key]: text(value, 'text') }),
      },
      visible: {
        get: (self) => chartOf(self)[key] !== null,
        set: (self, value) => {
          const shown = truth(value, 'visible');
          change(self, { [key]: shown ? (chartOf(self)[key] ?? '') : null });
        },
      },
    },
  });
}

const TITLE = title('ChartTitle', 'title');
const AXIS_TITLES = {
  categoryTitle: title('ChartAxisTitle', 'categoryTitle'),
  valueTitle: title('ChartAxisTitle', 'valueTitle'),
} as const;

function axis(key: keyof typeof AXIS_TITLES): ObjectType<ChartSelf> {
  return objectType<ChartSelf>('ChartAxis', {
    links: { title: (self) => hostObject(AXIS_TITLES[key], self) },
  });
}

const CATEGORY_AXIS = axis('categoryTitle');
const VALUE_AXIS = axis('valueTitle');

const AXES = objectType<ChartSelf>('ChartAxes', {
  links: {
    categoryAxis: (self) => hostObject(CATEGORY_AXIS, self),
    valueAxis: (self) => hostObject(VALUE_AXIS, self),
  },
});

const LEGEND_PLACES: Readonly<Record<string, Exclude<Chart['legend'], null>>> = {
  Top: 'top',
  Bottom: 'bottom',
  Left: 'left',
  Right: 'right',
};

const LEGEND = objectType<ChartSelf>('ChartLegend', {
  properties: {
    visible: {
      get: (self) => chartOf(self).legend !== null,
      set: (self, value) =>
        change(self, { legend: truth(value, 'visible') ? (chartOf(self).legend ?? 'bottom') : null }),
    },
    position: {
      get: (self) => constantFor(LEGEND_PLACES, chartOf(self).legend ?? 'bottom'),
      set: (self, value) => change(self, { legend: constant(LEGEND_PLACES, value, 'position') }),
    },
  },
});

type Box = ReturnType<Cells['sheet']['chartBox']>;

/** A measure of the chart's box, in points; the others stay. */
function measure(key: keyof Box): Property<ChartSelf> {
  return {
    get: ({ cells, id }) => cells.sheet.chartBox(id)[key],
    set: (self, value) => {
      const box = { ...self.cells.sheet.chartBox(self.id), [key]: number(value, key) };
      if (Object.values(box).some((points) => points < 0)) throw invalid(key);
      const from = cornerAt(self.cells, box.left, box.top);
      change(self, { from, to: cornerAt(self.cells, box.left + box.width, box.top + box.height) });
    },
  };
}

/** The cell at a distance from the sheet's corner, and how far into it. */
function cornerAt({ sheet }: Cells, left: number, top: number): Corner {
  let column = 0;
  let right = left;
  for (; right >= sheet.columnWidth(column) || sheet.isColumnHidden(column); column += 1) {
    right -= sheet.isColumnHidden(column) ? 0 : sheet.columnWidth(column);
  }
  let row = 0;
  let down = top;
  for (; down >= sheet.rowHeight(row) || sheet.isRowHidden(row); row += 1) {
    down -= sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row);
  }
  return { row, column, down, right };
}

/** Excel.Chart, as far as it is modelled. */
const CHART: ObjectType<ChartSelf> = objectType<ChartSelf>('Chart', {
  properties: {
    id: { get: ({ id }) => id },
    name: {
      get: (self) => chartOf(self).name,
      set: (self, value) => change(self, { name: text(value, 'name') }),
    },
    chartType: {
      get: (self) => {
        const { type } = chartOf(self);
        return type.charAt(0).toUpperCase() + type.slice(1);
      },
      set: (self, value) => change(self, { type: typeGiven(value) }),
    },
    left: measure('left'),
    top: measure('top'),
    width: measure('width'),
    height: measure('height'),
  },
  links: {
    axes: (self) => hostObject(AXES, self),
    legend: (self) => hostObject(LEGEND, self),
    series: (self) => hostObject(SERIES_COLLECTION, self),
    title: (self) => hostObject(TITLE, self),
  },
  methods: {
    delete: writes(({ cells, id }) => cells.sheet.deleteChart(id)),
    setData: writes((self, [source, seriesBy]) =>
      change(self, { series: seriesOf(givenCells(source, self.cells, 'sourceData'), seriesBy) }),
    ),
    setPosition: writes((self, [start, end]) => {
      const first = givenCells(start, self.cells, 'startCell').area;
      const last = end === null || end === undefined ? null : givenCells(end, self.cells, 'endCell').area;
      if (last === null) {
        const box = self.cells.sheet.chartBox(self.id);
        const { sheet } = self.cells;
        const left = sheet.leftOf(first.left);
        const top = sheet.topOf(first.top);
        const to = cornerAt(self.cells, left + box.width, top + box.height);
        change(self, { from: { row: first.top, column: first.left, down: 0, right: 0 }, to });
        return;
      }
      self.cells.sheet.placeChart(self.id, {
        top: first.top,
        left: first.left,
        bottom: Math.max(first.bottom, last.bottom),
        right: Math.max(first.right, last.right),
      });
    }),
  },
  identity: ({ id }) => ({ Id: id }),
});

function items(cells: Cells): HostObject[] {
  return cells.sheet.charts.map(({ id }) => hostObject(CHART, { cells, id }));
}

function find(cells: Cells, key: unknown): HostObject | null {
  const given = text(key, 'name');
  const found = cells.sheet.charts.find(({ id, name }) => id === given || name === given);
  return found ? hostObject(CHART, { cells, id: found.id }) : null;
}

function item(cells: Cells, key: unknown): HostObject {
  const found = find(cells, key);
  if (found) return found;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

/** Where and how large Excel puts a new chart: 360 × 216 points ([J]: near the middle of what is seen). */
const NEW_CHART = { left: 100, top: 100, width: 360, height: 216 } as const;

function freeName(cells: Cells): string {
  let number = cells.sheet.charts.length + 1;
  while (cells.sheet.charts.some(({ name }) => name === `图表 ${number}`)) number += 1;
  return `图表 ${number}`;
}

/** Excel.ChartCollection. */
export const CHARTS: ObjectType<Cells> = objectType<Cells>('ChartCollection', {
  properties: { count: { get: ({ sheet }) => sheet.charts.length } },
  methods: {
    add: writes((cells, [type, source, seriesBy]) => {
      const series = seriesOf(givenCells(source, cells, 'sourceData'), seriesBy);
      const { left, top, width, height } = NEW_CHART;
      const chart = cells.sheet.addChart({
        name: freeName(cells),
        type: typeGiven(type),
        // Excel shows the name of an only series, or the words for “chart title”; neither is a text of the chart's own.
        title: null,
        categoryTitle: null,
        valueTitle: null,
        legend: 'bottom',
        series,
        from: cornerAt(cells, left, top),
        to: cornerAt(cells, left + width, top + height),
      });
      return hostObject(CHART, { cells, id: chart.id });
    }),
    getCount: reads(({ sheet }) => sheet.charts.length),
    getItem: reads((cells, [key]) => item(cells, key)),
    getItemAt: reads((cells, [index]) => {
      const found = items(cells)[whole(index, 'index')];
      if (found) return found;
      throw new HostError('InvalidArgument', 'The index is outside the collection.');
    }),
    getItemOrNullObject: reads((cells, [key]) => find(cells, key)),
  },
  items,
  item,
});
