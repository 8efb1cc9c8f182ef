import { fixedReference } from '../../../../src/hosts/xlsx/write/chart-xml';
import type { ChartSeries } from '../../workbook/structure';
import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { parseAddress } from './cells';
import type { ChartSelf } from './charts';
import { changeChart, chartOf } from './charts';
import { colorNumber, colorOf, number, text } from './given';
import { cellsGiven } from './range';

/** A series by its place in its chart. */
interface SeriesSelf extends ChartSelf {
  readonly index: number;
}

function series(self: SeriesSelf): ChartSeries {
  const found = chartOf(self).series[self.index];
  if (found) return found;
  throw new EtError('The series was deleted.');
}

function change(self: SeriesSelf, patch: Partial<ChartSeries>): void {
  series(self);
  const all = chartOf(self).series.map((one, index) => (index === self.index ? { ...one, ...patch } : one));
  changeChart(self, { series: all });
}

/** A Range, or a text with a reference behind “=”. */
function reference(value: unknown, what: string): string {
  const cells = cellsGiven(value);
  if (cells) return fixedReference(cells.sheet.name, cells.area);
  const given = text(value, what);
  if (!given.startsWith('=')) throw new EtError(`${what}: not a reference`);
  return given.slice(1);
}

/** The cells a reference names; null when their sheet is gone. */
function cellsOf({ cells }: ChartSelf, written: string): Cells | null {
  const match = /^'?((?:[^']|'')*?)'?!([^!]+)$/u.exec(written);
  const sheet = match && cells.program.book.sheet((match[1] as string).replace(/''/g, "'"));
  return match && sheet ? parseAddress(cells.program, sheet.id, match[2] as string) : null;
}

/** What a series is called: the text of the cell its name refers to, or its words. */
function nameOf(self: SeriesSelf): string {
  const { name } = series(self);
  if (name === null) return `系列${self.index + 1}`;
  if ('text' in name) return name.text;
  const named = cellsOf(self, name.reference);
  return named ? named.sheet.text(named.area.top, named.area.left) : '';
}

function valuesOf(self: SeriesSelf, written: string | null): unknown[] {
  const named = written === null ? null : cellsOf(self, written);
  return named ? [...named.places()].map(([row, column]) => named.sheet.value(row, column)) : [];
}

/** =SERIES(name,categories,values,order) */
function formulaOf(self: SeriesSelf): string {
  const { name, categories, values } = series(self);
  const named = name === null ? '' : 'text' in name ? `"${name.text.replace(/"/g, '""')}"` : name.reference;
  return `=SERIES(${named},${categories ?? ''},${values ?? ''},${self.index + 1})`;
}

const FORE_COLOR: EtType<SeriesSelf> = etType<SeriesSelf>('Et.ColorFormat', {
  gets: { RGB: (self) => colorNumber(series(self).color ?? '#4472C4') },
  sets: { RGB: (self, value) => change(self, { color: colorOf(value, 'RGB') }) },
});
const FILL: EtType<SeriesSelf> = etType<SeriesSelf>('Et.FillFormat', {
  gets: { ForeColor: (self) => etObject(FORE_COLOR, self) },
});
const FORMAT: EtType<SeriesSelf> = etType<SeriesSelf>('Et.ChartFormat', {
  gets: { Fill: (self) => etObject(FILL, self) },
});

const SERIES: EtType<SeriesSelf> = etType<SeriesSelf>('Et.Series', {
  gets: {
    Name: nameOf,
    Values: (self) => valuesOf(self, series(self).values),
    XValues: (self) => valuesOf(self, series(self).categories),
    Formula: (self) =>
      self.cells.program.quirks.seriesFormula ? formulaOf(self) : self.cells.program.missing('Series.Formula'),
    Format: (self) => etObject(FORMAT, self),
  },
  sets: {
    Name: (self, value) => {
      const given = text(value, 'Name');
      change(self, { name: given.startsWith('=') ? { reference: given.slice(1) } : { text: given } });
    },
    Values: (self, value) => change(self, { values: reference(value, 'Values') }),
    XValues: (self, value) => change(self, { categories: reference(value, 'XValues') }),
  },
  calls: {
    Delete: (self) => {
      series(self);
      changeChart(self, { series: chartOf(self).series.filter((_, index) => index !== self.index) });
    },
  },
});

/** @param position from 1 */
export function seriesObject(self: ChartSelf, position: number): EtObject | undefined {
  const index = position - 1;
  if (!chartOf(self).series[index]) return self.cells.program.missing('There is no such series.');
  return etObject(SERIES, { ...self, index });
}

export const SERIES_COLLECTION: EtType<ChartSelf> = etType<ChartSelf>('Et.SeriesCollection', {
  gets: { Count: (self) => chartOf(self).series.length },
  calls: {
    Item: (self, [index]) => seriesObject(self, number(index, 'Item')),
    NewSeries: (self) => {
      const all = chartOf(self).series;
      changeChart(self, { series: [...all, { name: null, values: null, categories: null, color: null }] });
      return seriesObject(self, all.length + 1);
    },
  },
});

/** The series the program makes of source data whose first row and column are heads ([VBA]; other forms are not modelled). */
export function seriesOfSource({ area, sheet }: Cells): ChartSeries[] {
  const column = (from: number, top: number, bottom: number): string =>
    fixedReference(sheet.name, { top, bottom, left: from, right: from });
  return Array.from({ length: area.right - area.left }, (_, index) => ({
    name: { reference: column(area.left + 1 + index, area.top, area.top) },
    values: column(area.left + 1 + index, area.top + 1, area.bottom),
    categories: column(area.left, area.top + 1, area.bottom),
    color: null,
  }));
}
