import type { Box, BoxRow, Sheet, Value } from './boxes';
import { heightsOf, placed } from './boxes';
import type { Look } from './looks';

/** A heading; with `across` or `down` it is merged over that many columns or rows. */
export interface Heading {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
}

/** A column: how its cells look, and its width in characters. */
export interface Column {
  readonly look: Look;
  readonly width: number;
}

/** A cell of the body: a value in the look of its column, or a box of its own. */
export type BodyCell = Value | Partial<Box>;

export interface BodyRow {
  readonly cells: readonly BodyCell[];
  /** The row of a total, printed bold. */
  readonly strong?: boolean;
}

/** What stands above and below a table, and how it is printed. */
export interface Frame {
  readonly sheet: string;
  readonly title: string;
  /** 公开01表. */
  readonly form?: string;
  readonly unitName: string;
  /** 2023年度, 截至2023年10月; null where the title says it. */
  readonly period: string | null;
  /** Null for a table of counts. */
  readonly unit: '元' | '万元' | null;
  readonly notes: readonly string[];
  readonly landscape?: boolean;
}

/** One sheet with one table under a header. */
export interface Page extends Frame {
  readonly header: readonly (readonly Heading[])[];
  /** The 栏次 row between header and body; absent when the form has none. */
  readonly numbering?: readonly Value[];
  readonly columns: readonly Column[];
  readonly body: readonly BodyRow[];
}

/** A form: fields and lists in boxes that the caller lays out. */
export interface FormPage extends Frame {
  readonly widths: readonly number[];
  readonly rows: readonly BoxRow[];
}

/** The table as a sheet: title, form number, unit line, header, body and notes. */
export function tableSheet(page: Page): Sheet {
  const { header, numbering, columns } = page;
  const heading = header.map((row) =>
    row.map(({ text, ...span }): Box => ({ value: text, look: 'heading' as const, ...span })),
  );
  const numbers = numbering ? [numbering.map((value): Box => ({ value, look: 'numbering' as const }))] : [];
  const body = bodyRows(page.body, columns);
  const widths = columns.map(({ width }) => width);
  return sheetOf(page, widths, [...heading, ...numbers], body);
}

/** The form as a sheet: title, unit line, boxes and notes. */
export function formSheet(page: FormPage): Sheet {
  return sheetOf(page, page.widths, [], page.rows);
}

/**
 * Body rows in which a value of the first `depth` columns is merged over the rows that repeat it, as 一级指标 is
 * printed once for all its indicators. A value is merged only inside the merged cell to its left.
 */
export function groupedRows(rows: readonly (readonly Value[])[], depth: number): BodyRow[] {
  const same = (one: number, other: number, column: number): boolean =>
    rows[one] !== undefined &&
    rows[other] !== undefined &&
    Array.from({ length: column + 1 }, (_, at) => rows[one]?.[at] === rows[other]?.[at]).every(Boolean);
  return rows.map((row, at) => ({
    cells: row.flatMap((value, column): BodyCell[] => {
      if (column >= depth) return [value];
      if (same(at - 1, at, column)) return [];
      let down = 1;
      while (same(at, at + down, column)) down += 1;
      return [{ value, down }];
    }),
  }));
}

function sheetOf(frame: Frame, widths: readonly number[], head: readonly BoxRow[], body: readonly BoxRow[]): Sheet {
  const above = preamble(frame, widths);
  const notes = frame.notes.map((value): BoxRow => [{ value, look: 'note', across: widths.length }]);
  const boxes = placed([...above, ...head, ...body, ...notes], widths.length);
  return {
    name: frame.sheet,
    widths,
    boxes,
    heights: heightsOf(boxes, widths),
    repeated: { first: 0, last: above.length + head.length - 1 },
    landscape: frame.landscape ?? false,
  };
}

/** Title, the form's number at the right, then the line with unit name, period and unit of money. */
function preamble({ title, form, unitName, period, unit }: Frame, widths: readonly number[]): BoxRow[] {
  const across = widths.length;
  const [left, right] = sides(widths);
  if (left + right >= across) throw new Error(`${title}: too few columns for the unit line`);
  const line: BoxRow = [
    { value: `单位名称：${unitName}`, look: 'left', across: left },
    { value: period, look: 'centre', across: across - left - right },
    { value: unit === null ? null : `单位：${unit}`, look: 'right', across: right },
  ];
  return [
    [{ value: title, look: 'title', across }],
    ...(form === undefined ? [] : [[{ value: form, look: 'right', across } as const]]),
    line,
  ];
}

/** How many columns the unit's name and the unit of money need at the ends of the unit line. */
function sides(widths: readonly number[]): [number, number] {
  const enough = (own: readonly number[], least: number): number => {
    let [columns, width] = [0, 0];
    while (width < least && columns < own.length) width += own[columns++] ?? 0;
    return columns;
  };
  const left = enough(widths, 24);
  return [left, enough([...widths].reverse(), 12)];
}

function bodyRows(rows: readonly BodyRow[], columns: readonly Column[]): BoxRow[] {
  const taken = columns.map(() => 0);
  return rows.map(({ cells, strong = false }) => {
    let column = 0;
    const row = cells.map((cell): Box => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const given = cell !== null && typeof cell === 'object' ? cell : { value: cell };
      const look = columns[column]?.look ?? 'text';
      const { across = 1, down = 1 } = given;
      for (let beside = column; beside < column + across; beside++) taken[beside] = down;
      column += across;
      return { look, strong, value: null, ...given };
    });
    taken.forEach((left, at) => (taken[at] = Math.max(0, left - 1)));
    return row;
  });
}
