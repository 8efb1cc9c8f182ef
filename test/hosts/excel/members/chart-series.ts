import type { Chart, ChartSeries } from '../../workbook/structure';
import { HostError } from '../host-error';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { parseAddress } from './cells';
import { chartReference } from './chart-data';
import type { ChartSelf } from './charts';
import { cells as givenCells, color, invalid, optionalText, text, whole } from './given';
import { chartOf } from './charts';

/** A series by its place in its chart. */
interface SeriesSelf extends ChartSelf {
  readonly index: number;
}

function seriesOf(self: SeriesSelf): ChartSeries {
  const series = chartOf(self).series[self.index];
  if (series) return series;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

function change(self: SeriesSelf, patch: Partial<ChartSeries>): void {
  seriesOf(self);
  const series = chartOf(self).series.map((one, index) => (index === self.index ? { ...one, ...patch } : one));
  self.cells.sheet.changeChart(self.id, { series });
}

/** What a series is called: the text of the cell its name refers to, or its words. */
function nameOf(self: SeriesSelf): string {
  const { name } = seriesOf(self);
  if (name === null) return `系列${self.index + 1}`;
  if ('text' in name) return name.text;
  const match = /^'?((?:[^']|'')*?)'?!([^!]+)$/u.exec(name.reference);
  const sheet = match && self.cells.host.book.sheet((match[1] as string).replace(/''/g, "'"));
  if (!match || !sheet) return '';
  const { top, left } = parseAddress(match[2], sheet);
  return sheet.text(top, left);
}

/** Excel.ChartFill: only a solid colour is modelled. */
const FILL: ObjectType<SeriesSelf> = objectType<SeriesSelf>('ChartFill', {
  methods: {
    setSolidColor: writes((self, [given]) => change(self, { color: color(given, 'color') })),
  },
});

const FORMAT = objectType<SeriesSelf>('ChartSeriesFormat', { links: { fill: (self) => hostObject(FILL, self) } });

/** Excel.ChartSeriesDimension as the store names them. */
function dimension(self: SeriesSelf, given: unknown): string | null {
  const series = seriesOf(self);
  if (given === 'Values' || given === 'YValues') return series.values;
  if (given === 'Categories' || given === 'XValues') return series.categories;
  throw invalid('dimension');
}

const SERIES: ObjectType<SeriesSelf> = objectType<SeriesSelf>('ChartSeries', {
  properties: {
    name: {
      get: nameOf,
      // A text that begins with “=” refers to a cell, as VBA's Series.Name ([J]).
      set: (self, value) => {
        const given = text(value, 'name');
        change(self, { name: given.startsWith('=') ? { reference: given.slice(1) } : { text: given } });
      },
    },
  },
  links: { format: (self) => hostObject(FORMAT, self) },
  methods: {
    setValues: writes((self, [given]) =>
      change(self, { values: chartReference(givenCells(given, self.cells, 'sourceData')) }),
    ),
    setXAxisValues: writes((self, [given]) =>
      change(self, { categories: chartReference(givenCells(given, self.cells, 'sourceData')) }),
    ),
    // The reference as Excel gives it, without “=” (ChartSeries.getDimensionDataSourceString, ExcelApi 1.15).
    getDimensionDataSourceString: reads((self, [given]) => dimension(self, given) ?? ''),
    getDimensionDataSourceType: reads((self, [given]) => (dimension(self, given) === null ? 'Unknown' : 'LocalRange')),
    delete: writes((self) => {
      seriesOf(self);
      const series = chartOf(self).series.filter((_, index) => index !== self.index);
      self.cells.sheet.changeChart(self.id, { series });
    }),
  },
});

function items(self: ChartSelf): HostObject[] {
  return chartOf(self).series.map((_, index) => hostObject(SERIES, { ...self, index }));
}

/** Excel.ChartSeriesCollection. */
export const SERIES_COLLECTION: ObjectType<ChartSelf> = objectType<ChartSelf>('ChartSeriesCollection', {
  properties: { count: { get: (self) => chartOf(self).series.length } },
  methods: {
    add: writes((self, [name, index]) => {
      const chart: Chart = chartOf(self);
      const place = index === null || index === undefined ? chart.series.length : whole(index, 'index');
      const given = optionalText(name, 'name');
      const added: ChartSeries = {
        name: given === null ? null : { text: given },
        values: null,
        categories: null,
        color: null,
      };
      self.cells.sheet.changeChart(self.id, { series: chart.series.toSpliced(place, 0, added) });
      return hostObject(SERIES, { ...self, index: place });
    }),
    getCount: reads((self) => chartOf(self).series.length),
    getItemAt: reads((self, [index]) => {
      const found = items(self)[whole(index, 'index')];
      if (found) return found;
      throw new HostError('InvalidArgument', 'The index is outside the collection.');
    }),
  },
  items,
});
