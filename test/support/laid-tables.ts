import type { AmountUnit } from '../../src/model/unit';
import type { CellKey, LaidCell, LaidRow, LaidTable } from './laid';
import { amountCell, codeCell, headerRows, labelCell } from './laid-cells';
import type { Heading } from './laid-cells';

/** What every table of a bureau's workbook begins with. */
export interface Caption {
  readonly kind: string;
  readonly year: number;
  readonly title: string;
  readonly form: string | null;
  readonly unitName: string;
  readonly unit: AmountUnit | null;
  readonly note?: string;
  /** What a table that exists several times is about. */
  readonly subject?: string;
}

/** Amounts of one account, in 元, in the order of the table's columns. */
export interface CodedRow {
  readonly code: string;
  readonly name: string;
  readonly amounts: readonly number[];
}

/** A caption with header and body: title with the year, unit name left and unit of amounts right. */
export function captioned(caption: Caption, header: readonly LaidRow[], body: readonly LaidRow[]): LaidTable {
  const subject = caption.subject ? `#${caption.subject}` : '';
  return {
    id: `${caption.kind}@${caption.year}${subject}`,
    unit: caption.unit,
    head: {
      title: caption.title,
      year: caption.year,
      yearStyle: '2024年度',
      form: caption.form,
      owner: `单位名称：${caption.unitName}`,
      unit: caption.unit === null ? null : `金额单位：${caption.unit}`,
      style: 'standard',
    },
    header,
    body,
    notes: caption.note === undefined ? [] : [caption.note],
  };
}

export function tableId(caption: Pick<Caption, 'kind' | 'year' | 'subject'>): string {
  return `${caption.kind}@${caption.year}${caption.subject ? `#${caption.subject}` : ''}`;
}

/** Adds up rows of the lowest level to every level above: codes of 7 digits to 5 and 3, or of 5 digits to 3. */
export function classified(
  rows: readonly { code: string; amounts: readonly number[] }[],
  names: Readonly<Record<string, string>>,
): CodedRow[] {
  const sums = new Map<string, number[]>();
  for (const { code, amounts } of rows) {
    for (let length = 3; length <= code.length; length += 2) {
      const prefix = code.slice(0, length);
      const sum = sums.get(prefix) ?? amounts.map(() => 0);
      sums.set(
        prefix,
        sum.map((amount, index) => amount + (amounts[index] ?? 0)),
      );
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, amounts]) => ({ code, name: names[code] ?? code, amounts }));
}

/** Adds up rows of one depth, column by column. */
export function columnSums(rows: readonly CodedRow[], depth: number, width: number): number[] {
  const top = rows.filter((row) => row.code.length === depth);
  return Array.from({ length: width }, (_, column) => top.reduce((sum, row) => sum + (row.amounts[column] ?? 0), 0));
}

/** A table keyed by code: code, name, amounts; the total in the first body row, merged over code and name. */
export function codedTable(
  caption: Caption & { unit: AmountUnit },
  headings: readonly (Heading | string)[],
  columns: readonly string[],
  rows: readonly CodedRow[],
): LaidTable {
  const total: LaidRow = [
    { ...labelCell('合计', undefined, 2), format: '@' },
    null,
    ...amountCells(caption, '合计', columns, columnSums(rows, 3, columns.length)),
  ];
  const body = rows.map(({ code, name, amounts }): LaidRow => {
    const level = (code.length - 1) / 2;
    return [...namedCells(caption, code, name, level), ...amountCells(caption, code, columns, amounts)];
  });
  return captioned(caption, headerRows(headings), [total, ...body]);
}

/** Code and name of a row; both carry keys, because errors are planted in them too. */
export function namedCells(caption: Caption, code: string, name: string, level: number): LaidCell[] {
  return [
    { ...codeCell(code), key: keyOf(caption, code, '编码') },
    { ...labelCell(name, level), key: keyOf(caption, code, '名称') },
  ];
}

/** The amount cells of one row. */
export function amountCells(
  caption: Caption & { unit: AmountUnit },
  row: string,
  columns: readonly string[],
  amounts: readonly number[],
): LaidCell[] {
  return columns.map((column, index) => amountCell(amounts[index] ?? 0, caption.unit, keyOf(caption, row, column)));
}

export function keyOf(caption: Caption, row: string, column: string): CellKey {
  return { table: tableId(caption), row, column };
}

/** One side of a two-sided table: the row's name in keys, its label, its amounts. */
export interface SideRow {
  readonly name: string;
  readonly label: string;
  readonly amounts: readonly number[];
}

export interface Side {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly columnHeadings: readonly string[];
  /** Rows from the top. */
  readonly rows: readonly SideRow[];
  /** Rows at the foot, level with those of the other side. */
  readonly foot: readonly SideRow[];
}

/** 收入 left, 支出 right; the shorter side is filled with blank rows above its foot. */
export function twoSidedTable(caption: Caption & { unit: AmountUnit }, left: Side, right: Side): LaidTable {
  const height = Math.max(left.rows.length, right.rows.length);
  const foot = Math.max(left.foot.length, right.foot.length);
  const filled = (side: Side): (SideRow | null)[] => [
    ...padded(side.rows, height),
    ...(side.foot.length === foot ? side.foot : spaced(side.foot, foot)),
  ];
  const [lefts, rights] = [filled(left), filled(right)];
  const header = headerRows(
    [left, right].map((side) => ({ text: side.heading, parts: ['项目', ...side.columnHeadings] })),
  );
  const body = lefts.map((row, index): LaidRow => [
    ...sideCells(caption, left, row),
    ...sideCells(caption, right, rights[index] ?? null),
  ]);
  return captioned(caption, header, body);
}

function padded<T>(rows: readonly T[], height: number): (T | null)[] {
  return Array.from({ length: height }, (_, index) => rows[index] ?? null);
}

/** Keeps the last row, the total, at the bottom. */
function spaced(rows: readonly SideRow[], height: number): (SideRow | null)[] {
  return [...padded(rows.slice(0, -1), height - 1), rows.at(-1) ?? null];
}

function sideCells(caption: Caption & { unit: AmountUnit }, side: Side, row: SideRow | null): (LaidCell | null)[] {
  if (row === null) return [null, ...side.columns.map(() => null)];
  return [labelCell(row.label), ...amountCells(caption, row.name, side.columns, row.amounts)];
}

/** The five items of 三公 with their two sums, in 元, in the order of the published table. */
export const THREE_PUBLIC_ITEMS = [
  '合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
] as const;

/** The header over the six items; the vehicles' three under one heading. */
export function threePublicHeadings(): (Heading | string)[] {
  const [total, abroad, vehicles, purchase, running, reception] = THREE_PUBLIC_ITEMS;
  return [total, abroad, { text: vehicles, parts: ['小计', purchase, running] }, reception];
}
