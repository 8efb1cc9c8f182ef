import type { Area } from '../model/address';
import { rangeAddress } from './cell-rectangles';
import { areaOfAddress } from './sheet-address';

/** What one series of a chart draws. */
export interface ChartSeries {
  readonly name: { readonly area: Area } | { readonly text: string };
  readonly numbers: Area;
  readonly categories: Area | null;
  /** #RRGGBB; empty where the program chooses. */
  readonly color: string;
}

const PREFIX = '自评图表';
/** Charts that src/hosts/xlsx wrote are called so, as Excel itself calls new ones. */
const GIVEN_BY_PROGRAMS = /^图表 \d+$/;
/** Characters the name of a drawing takes. */
const LONGEST = 250;

/** True for a chart on a sheet of ours that goes when the sheet is written over. */
export function isOwnChart(name: string): boolean {
  return name.startsWith(PREFIX) || GIVEN_BY_PROGRAMS.test(name);
}

/**
 * The name of a chart of ours: “自评图表 1 B5:B9 A5:A9 B4 #4472C4;…”. It says what each series draws and in which colour,
 * since Office.js tells that only from ExcelApi 1.15 (the source) and 1.16 (the colour) on.
 */
export function chartName(number: number, series: readonly ChartSeries[]): string {
  const said = series.map(({ numbers, categories, name, color }) =>
    [numbers, categories, 'area' in name ? name.area : null]
      .map(addressOrDash)
      .concat(color || '-')
      .join(' '),
  );
  const whole = `${PREFIX} ${number} ${said.join(';')}`;
  return whole.length > LONGEST ? `${PREFIX} ${number}` : whole;
}

function addressOrDash(area: Area | null): string {
  return area === null ? '-' : rangeAddress(area);
}

const ADDRESS = String.raw`[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?`;
const SERIES = new RegExp(`^(${ADDRESS}) (-|${ADDRESS}) (-|${ADDRESS}) (-|#[0-9A-Fa-f]{6})$`);

/** The series a name of ours tells of; null when it tells of none. */
export function seriesOfName(name: string): ChartSeries[] | null {
  const said = new RegExp(`^${PREFIX} \\d+ (.+)$`).exec(name)?.[1];
  if (said === undefined) return null;
  const series: ChartSeries[] = [];
  for (const one of said.split(';')) {
    const match = SERIES.exec(one) as [string, string, string, string, string] | null;
    if (!match) return null;
    const [, numbers, categories, cell, color] = match;
    series.push({
      name: cell === '-' ? { text: '' } : { area: areaOfAddress(cell) },
      numbers: areaOfAddress(numbers),
      categories: categories === '-' ? null : areaOfAddress(categories),
      color: color === '-' ? '' : color,
    });
  }
  return series;
}
