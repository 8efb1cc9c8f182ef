import type { Area } from '../model/address';
import { pendingText } from '../model/pending';
import type { Sliced } from '../model/slices';
import { atOnce, mapped } from '../model/slices';
import type { Cell, ChartModel, Note, RowModel, SheetModel, Validation } from '../sheet/sheet';
import type { CellStyle } from '../sheet/style';
import { textCell } from './cells';
import { markedInSlices } from './marks';
import type { RowMark } from './marks';
import { linesOf, rowHeight } from './row-height';
import { STYLES } from './styles';

export interface ListColumn {
  readonly header: string;
  /** A heading over several columns; neighbours with the same one share it. */
  readonly group?: string;
  /** In characters. */
  readonly width: number;
  /** Id of a column she types into. */
  readonly input?: string;
}

export interface ListRow {
  readonly cells: readonly (Cell | null)[];
  readonly mark?: RowMark;
}

/** A sheet with one list: title, unit line, header, body, remarks, signatures. */
export interface List {
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  /** Right end of the line above the table: 单位：万元. */
  readonly unitLine: string;
  readonly columns: readonly ListColumn[];
  /** Working columns behind the printed ones, if any: on the screen only. */
  readonly workingColumns?: number;
  readonly rows: readonly ListRow[];
  readonly remarks: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  readonly filter: boolean;
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  readonly validations?: (body: Area) => readonly Validation[];
  readonly notes?: (headerRow: number) => readonly Note[];
  /** A chart below the table. */
  readonly chart?: { readonly rows: number; readonly model: (anchor: Area) => ChartModel };
}

/** The first row holds marks and is hidden; title and unit line follow. */
const TITLE_ROW = 1;
const HEADER_ROW = 3;
const SIGNATURES =
  '填表人：　　　　　　　　审核人：　　　　　　　　负责人：　　　　　　　　填报日期：　　　　年　　月　　日';
export const MARGINS = { top: 19, bottom: 19, left: 15, right: 15 } as const;
export const FOOTER = '第 &P 页　共 &N 页';
const TITLE_HEIGHT = 30;
const LINE_HEIGHT = 20;

function headerRows(columns: readonly ListColumn[]): number {
  return columns.some((column) => column.group !== undefined) ? 2 : 1;
}

/** The row of the sheet in which the body of a list with these columns begins. */
export function firstBodyRow(columns: readonly ListColumn[]): number {
  return HEADER_ROW + headerRows(columns);
}

/** The list as a sheet, print-ready: A4, one page wide, header repeated (shared/design/product.md, sheets we write). */
export function listSheet(list: List): SheetModel {
  return atOnce(listSheetInSlices(list));
}

/** The same, some rows at a time: for lists that may be long. */
export function* listSheetInSlices(list: List): Sliced<SheetModel> {
  const last = list.columns.length - 1;
  const widths = list.columns.map((column) => column.width);
  const top = firstBodyRow(list.columns);
  const bottom = top + Math.max(list.rows.length, 1) - 1;
  const printed = widths.slice(0, widths.length - (list.workingColumns ?? 0));
  const across = (row: number): Area => ({ top: row, left: 0, bottom: row, right: printed.length - 1 });
  const header = headerOf(list.columns);
  const empty: readonly ListRow[] = [{ cells: [textCell('无', STYLES.center)] }];
  const body = yield* mapped(list.rows.length > 0 ? list.rows : empty, ({ cells }) =>
    row(cells, rowHeight(cells, widths)),
  );
  const remarksAt = bottom + 1;
  const remarks = list.remarks.map((remark) =>
    row(
      [textCell(remark, STYLES.remark)],
      14 *
        linesOf(
          remark,
          printed.reduce((a, b) => a + b, 0),
        ) +
        4,
    ),
  );
  const signaturesAt = remarksAt + remarks.length;
  const chartAt = signaturesAt + 2;
  const rows = [
    row([], null),
    row([textCell(list.title, STYLES.title)], TITLE_HEIGHT),
    row(unitLine(list, printed.length - 1), LINE_HEIGHT),
    ...header.rows,
    ...body,
    ...remarks,
    row([textCell(SIGNATURES, STYLES.line)], 28),
    ...(list.chart ? Array.from({ length: list.chart.rows + 1 }, () => row([], null)) : []),
  ];
  const chart = list.chart?.model({
    top: chartAt,
    left: 0,
    bottom: chartAt + list.chart.rows - 1,
    right: printed.length - 1,
  });
  const bodyArea: Area = { top, left: 0, bottom, right: last };
  const sheet: SheetModel = {
    name: list.name,
    columns: list.columns.map((column) => ({ width: column.width, hidden: false })),
    rows,
    merges: [
      across(TITLE_ROW),
      ...header.merges,
      ...remarks.map((_, at) => across(remarksAt + at)),
      across(signaturesAt),
    ],
    freeze: { rows: top, columns: list.frozenColumns },
    filter: list.filter ? { ...bodyArea, top: top - 1 } : null,
    print: {
      orientation: list.orientation,
      area: { top: TITLE_ROW, left: 0, bottom: rows.length - 1, right: printed.length - 1 },
      titleRows: { from: HEADER_ROW, to: top - 1 },
      margins: MARGINS,
      footer: FOOTER,
    },
    validations: list.validations?.(bodyArea) ?? [],
    notes: list.notes?.(top - 1) ?? [],
    charts: chart ? [chart] : [],
  };
  const inputs = new Map(list.columns.flatMap(({ input }, column) => (input === undefined ? [] : [[input, column]])));
  const marks = new Map(list.rows.flatMap(({ mark }, at) => (mark === undefined ? [] : [[top + at, mark] as const])));
  return yield* markedInSlices(sheet, inputs, marks);
}

export function row(cells: readonly (Cell | null)[], height: number | null): RowModel {
  return { cells, height, hidden: false, breakAfter: false };
}

function unitLine({ unitName, unitLine: right }: List, last: number): (Cell | null)[] {
  const cells: (Cell | null)[] = new Array<Cell | null>(last + 1).fill(null);
  cells[0] = textCell(`单位名称：${unitName ?? pendingText('单位名称')}`, STYLES.line);
  cells[last] = textCell(right, STYLES.lineRight);
  return cells;
}

function headerOf(columns: readonly ListColumn[]): { rows: RowModel[]; merges: Area[] } {
  const widths = columns.map((column) => column.width);
  const cellOf = (content: string): Cell => textCell(content, STYLES.header as CellStyle);
  const lower = columns.map((column) => cellOf(column.header));
  if (headerRows(columns) === 1) return { rows: [row(lower, rowHeight(lower, widths) + 4)], merges: [] };
  const merges: Area[] = [];
  const upper = columns.map((column, at) => {
    if (column.group === undefined) {
      merges.push({ top: HEADER_ROW, left: at, bottom: HEADER_ROW + 1, right: at });
      return cellOf(column.header);
    }
    if (column.group === columns[at - 1]?.group) return cellOf('');
    let right = at;
    while (columns[right + 1]?.group === column.group) right += 1;
    if (right > at) merges.push({ top: HEADER_ROW, left: at, bottom: HEADER_ROW, right });
    return cellOf(column.group);
  });
  const below = columns.map((column, at) => (column.group === undefined ? cellOf('') : (lower[at] as Cell)));
  return { rows: [row(upper, 22), row(below, rowHeight(below, widths) + 4)], merges };
}
