import { parsePlace } from '../src/model/address';
import { Decimal } from '../src/model/decimal';
import type { Sheet, Value } from './boxes';
import data from './published-2023.json';

/** A figure the bureau published. */
export interface PublishedFigure {
  readonly id: string;
  readonly item: string;
  /** As published: 4459.7, 100.00. */
  readonly value: string;
  readonly unit: string;
  /** 2023-10 or 2023-10-31 or 印发时; absent for the full year. */
  readonly asOf?: string;
  /** The group in 业务统计表; absent for other figures. */
  readonly category?: string;
  /** The cells that state it, `Sheet!A1`, with what stands there: a number in the sheet's own unit, or part of a text. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Words the bureau published, with the cells that state them. */
export interface PublishedText {
  readonly id: string;
  readonly text: string;
  readonly cells: readonly string[];
}

export const UNIT_NAME = data.unitName;
export const publishedFigures: readonly PublishedFigure[] = data.figures as readonly PublishedFigure[];
export const publishedTexts: readonly PublishedText[] = data.texts;

/** The published figure as a number, in its own unit. */
export function published(id: string): number {
  return Number(publishedFigure(id).value);
}

/** The published figure with its unit, as a sentence states it: 3228.08 万元, 16.36%. */
export function stated(id: string): string {
  const { value, unit } = publishedFigure(id);
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

/** The published words. */
export function wording(id: string): string {
  const found = publishedTexts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no published text ${id}`);
  return found.text;
}

/** 2023-10 → 截至2023年10月; the full year → 2023年度. */
export function asOfText(asOf: string | undefined): string {
  if (asOf === undefined) return `${data.year}年度`;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(asOf) ?? [];
  if (year === undefined) return `截至${asOf}`;
  return `截至${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

/** The line below every table that says which of its figures were published. */
export function sampleNote(publishedPart?: string): string {
  if (publishedPart === undefined) return '注：本表各数均为示例数据，不是公布数。';
  return `注：${publishedPart}为已公布数，其余均为示例数据。`;
}

/** Throws unless every published figure and text stands in its cells: a slip in the sample data stops here. */
export function confirmPublished(sheets: readonly Sheet[]): void {
  const stands = (id: string, cell: string, written: string): string[] =>
    states(valueAt(sheets, cell), written) ? [] : [`${id}: ${cell} is ${valueAt(sheets, cell)}, not ${written}`];
  const slips = [
    ...publishedFigures.flatMap((figure) =>
      Object.entries(figure.cells).flatMap(([cell, written]) =>
        restates(figure, written) ? stands(figure.id, cell, written) : [`${figure.id}: ${written} is another figure`],
      ),
    ),
    ...publishedTexts.flatMap(({ id, text, cells }) => cells.flatMap((cell) => stands(id, cell, text))),
    ...[...publishedFigures, ...publishedTexts].flatMap(({ id, cells }) =>
      Object.keys(cells).length > 0 ? [] : [`${id} stands in no cell`],
    ),
  ];
  if (slips.length > 0) throw new Error(slips.join('\n'));
}

/** True when what a cell says is the published figure: in its own unit, 万元 as 元, a percentage as a ratio. */
export function restates({ value, unit }: PublishedFigure, written: string): boolean {
  if (written.endsWith(unit)) return written.slice(0, -unit.length).trimEnd() === value;
  const number = Decimal.of(value);
  const shifted = unit === '万元' ? number.shift(4) : unit === '%' ? number.shift(-2) : number;
  return [number, shifted].some((one) => one.equals(Decimal.of(written)));
}

/** True when a cell's value is the number written so, or a text that holds it and not as part of a longer number. */
export function states(value: Value, written: string): boolean {
  if (typeof value === 'number') return String(value) === written;
  if (value === null) return false;
  return value.split(written).some((before, at, parts) => {
    const after = parts[at + 1];
    return after !== undefined && !/[\d.]$/.test(before) && !/^\.?\d/.test(after);
  });
}

function valueAt(sheets: readonly Sheet[], cell: string): Value {
  const place = parsePlace(cell);
  const sheet = sheets.find(({ name }) => name === place?.sheet);
  return sheet?.boxes.find(({ row, column }) => row === place?.row && column === place.column)?.value ?? null;
}

function publishedFigure(id: string): PublishedFigure {
  const found = publishedFigures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no published figure ${id}`);
  return found;
}
