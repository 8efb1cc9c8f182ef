import { utils } from '@e965/xlsx';
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';

/** A heading cell; `null` is a place that another heading covers or that stays blank. */
export interface Heading {
  readonly text: string;
  /** Columns and rows that are merged into it; one each when absent. */
  readonly across?: number;
  readonly down?: number;
}

export type Value = string | number | null;

/** One sheet with one table, as bureaus lay them out for publication. */
export interface Page {
  readonly sheet: string;
  readonly title: string;
  /** 公开01表. */
  readonly form: string;
  readonly unitName: string;
  readonly year: number;
  /** Null for a table of counts. */
  readonly unit: '元' | '万元' | null;
  readonly header: readonly (readonly (Heading | null)[])[];
  /** Column numbers of the 栏次 row, which stands between header and body; absent when the form has none. */
  readonly numbering?: readonly Value[];
  readonly body: readonly (readonly Value[])[];
  readonly notes: readonly string[];
  /** Columns whose numbers are shares, not amounts. */
  readonly shares?: readonly number[];
  /** Columns of line numbers (行次). */
  readonly lineNumbers?: readonly number[];
  /** Widths in characters. */
  readonly widths: readonly number[];
}

const PREAMBLE_ROWS = 3;

/** The page as a worksheet: title, form number, unit line, header, body and notes, with merges and number formats. */
export function worksheetOf(page: Page): WorkSheet {
  const last = page.widths.length - 1;
  const merges: Range[] = [rangeOf(0, 0, last + 1, 1)];
  const rows: Value[][] = [[page.title], lastColumn(page.form, last), unitLine(page, last)];
  page.header.forEach((headings, level) => {
    rows.push(headings.map((heading) => heading?.text ?? null));
    headings.forEach((heading, column) => {
      const { across = 1, down = 1 } = heading ?? {};
      if (across > 1 || down > 1) merges.push(rangeOf(PREAMBLE_ROWS + level, column, across, down));
    });
  });
  if (page.numbering) rows.push([...page.numbering]);
  const firstBodyRow = rows.length;
  rows.push(...page.body.map((row) => [...row]));
  for (const note of page.notes) {
    merges.push(rangeOf(rows.length, 0, last + 1, 1));
    rows.push([note]);
  }
  const sheet = utils.aoa_to_sheet(rows);
  rows.forEach((row, at) => {
    if (at < firstBodyRow) return;
    row.forEach((value, column) => {
      const cell = sheet[utils.encode_cell({ r: at, c: column })] as CellObject | undefined;
      if (cell && typeof value === 'number') cell.z = formatOf(page, column);
    });
  });
  sheet['!merges'] = merges;
  sheet['!cols'] = page.widths.map((wch) => ({ wch }));
  return sheet;
}

function formatOf(page: Page, column: number): string {
  if (page.shares?.includes(column)) return '0.00%';
  return page.unit === null || page.lineNumbers?.includes(column) ? '0' : '#,##0.00';
}

function rangeOf(row: number, column: number, across: number, down: number): Range {
  return { s: { r: row, c: column }, e: { r: row + down - 1, c: column + across - 1 } };
}

function lastColumn(text: string, last: number): Value[] {
  return [...new Array<null>(last).fill(null), text];
}

function unitLine({ unitName, year, unit }: Page, last: number): Value[] {
  const line: Value[] = new Array<null>(last + 1).fill(null);
  line[0] = `单位名称：${unitName}`;
  line[Math.floor((last + 1) / 2)] = `${year}年度`;
  if (unit !== null) line[last] = `单位：${unit}`;
  return line;
}
