import type { Area } from '../../model/address';
import { columnName } from '../../model/address';
import { runsOf } from '../cell-rectangles';
import { areaOfAddress } from '../sheet-address';
import { Assured } from './assured';
import { rangeOf } from './cells';
import type { Band, Link, Page, PageValues, SheetContent } from './content';
import { PAGE_BREAK_MANUAL } from './enums';
import type { EtPageBreaks, EtPageSetup, EtRange, EtWorksheet, Mixed } from './et';
import type { OpenBook } from './open-book';
import { insistently, told } from './program';
import { uniformAreas } from './uniform';

const PAGE_KEYS: readonly (keyof PageValues)[] = [
  'Orientation',
  'PaperSize',
  'Zoom',
  'FitToPagesWide',
  'FitToPagesTall',
  'CenterHorizontally',
  'CenterVertically',
  'PrintGridlines',
  'PrintHeadings',
  'BlackAndWhite',
  'TopMargin',
  'BottomMargin',
  'LeftMargin',
  'RightMargin',
  'HeaderMargin',
  'FooterMargin',
  'LeftHeader',
  'CenterHeader',
  'RightHeader',
  'LeftFooter',
  'CenterFooter',
  'RightFooter',
  'PrintArea',
  'PrintTitleRows',
  'PrintTitleColumns',
];

export function pageOf(sheet: EtWorksheet): Page {
  const setup: EtPageSetup = sheet.PageSetup;
  const values = Object.fromEntries(
    PAGE_KEYS.map((key) => {
      const value = setup[key] ?? setup[key] ?? '';
      return [key, /^Print(?:Area|Title)/.test(key) ? String(value).replace(/\$/g, '') : value];
    }),
  ) as unknown as PageValues;
  return {
    values,
    rowBreaks: rowBreaksOf(sheet),
    columnBreaks: columnBreaksOf(sheet),
  };
}

/** Rows that begin a page because somebody said so. */
export function rowBreaksOf(sheet: EtWorksheet): number[] {
  return breaksOf(sheet.HPageBreaks, ({ Row: row }) => row - 1);
}

export function columnBreaksOf(sheet: EtWorksheet): number[] {
  return breaksOf(sheet.VPageBreaks, ({ Column: column }) => column - 1);
}

function breaksOf(breaks: EtPageBreaks, placeOf: (location: EtRange) => number): number[] {
  const count = told(breaks.Count, 'Count');
  const places: number[] = [];
  for (let index = 1; index <= count; index += 1) {
    const one = breaks.Item(index);
    if (one.Type === PAGE_BREAK_MANUAL) places.push(placeOf(one.Location));
  }
  return places;
}

/** What stays in view and whether lines are shown; the sheet must be visible. */
export function viewOf(book: OpenBook, sheet: EtWorksheet): Pick<SheetContent, 'freeze' | 'gridlines'> {
  book.activate(sheet);
  const window = book.program.application.ActiveWindow;
  return {
    gridlines: told(window.DisplayGridlines, 'DisplayGridlines'),
    freeze: told(window.FreezePanes, 'FreezePanes')
      ? { rows: told(window.SplitRow, 'SplitRow'), columns: told(window.SplitColumn, 'SplitColumn') }
      : null,
  };
}

/** Merged areas within an area. @param most questions that may be asked; null when they do not suffice */
export function mergesOf(sheet: EtWorksheet, area: Area, most = Infinity): Area[] | null {
  const ask = (part: Area): Area | null | undefined => {
    const range = rangeOf(sheet, part);
    const merged = range.MergeCells;
    if (merged === false) return null;
    if (merged !== true) return undefined;
    const first = range.Item(1, 1).MergeArea.Address(false, false);
    const whole = areaOfAddress(first);
    return whole.bottom >= part.bottom && whole.right >= part.right ? whole : undefined;
  };
  const parts = uniformAreas(area, { ask, otherwise: null }, most);
  if (parts === null) return null;
  const found = new Map(parts.flatMap(({ value }) => (value ? [[JSON.stringify(value), value] as const] : [])));
  return [...found.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

/** Indexes of hidden columns up to a count. @param most questions that may be asked; null when they do not suffice */
export function hiddenColumns(sheet: EtWorksheet, count: number, most = Infinity): boolean[] | null {
  return flagsOf(count, ({ from, to }) => columnsOf(sheet, from, to).Hidden, most);
}

/** Widths and heights; one like the last column or row, which holds nothing, is as in a new sheet. */
export function bandsOf(
  sheet: EtWorksheet,
  rows: number,
  columns: number,
): { readonly rows: Band[]; readonly columns: Band[] } {
  return {
    rows: bands(
      rows,
      (from, to) => sheet.Rows.Item(`${from + 1}:${to + 1}`),
      (range) => range.RowHeight,
      (row) => Number(sheet.Rows.Item(row + 1).RowHeight),
    ),
    columns: bands(
      columns,
      (from, to) => columnsOf(sheet, from, to),
      (range) => range.ColumnWidth,
      (column) => sheet.Columns.Item(column + 1).Width,
    ),
  };
}

function columnsOf(sheet: EtWorksheet, from: number, to: number): EtRange {
  return sheet.Columns.Item(`${columnName(from)}:${columnName(to)}`);
}

/** What is hidden has no size that can be read, so it is shown for as long as that takes. */
function bands(
  count: number,
  rangeFor: (from: number, to: number) => EtRange,
  sizeOf: (range: EtRange) => Mixed<number>,
  pointsOf: (index: number) => number,
): Band[] {
  const hidden = flagsOf(count, ({ from, to }) => rangeFor(from, to).Hidden) ?? [];
  const away = runsOf(hidden).map(({ from, to }) => rangeFor(from, to));
  const sizes: (number | null)[] = [];
  const assured = new Assured();
  try {
    for (const range of away) assured.set(range, 'Hidden', false);
    for (const { from, to } of runsOfSame(count, ({ from, to }) => sizeOf(rangeFor(from, to)))) {
      const points = told(pointsOf(from), 'Width');
      for (let index = from; index <= to; index += 1) sizes[index] = points;
    }
  } finally {
    for (const range of away) {
      insistently(() => assured.set(range, 'Hidden', true));
    }
  }
  const usual = sizes[count - 1];
  return hidden.map((flag, index) => ({ hidden: flag, size: sizes[index] === usual ? null : (sizes[index] ?? null) }));
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function runsOfSame(count: number, ask: (run: Run) => Mixed<number>): Run[] {
  const line: Area = { top: 0, bottom: 0, left: 0, right: count - 1 };
  const parts = uniformAreas<number>(line, {
    ask: ({ left, right }) => ask({ from: left, to: right }) ?? undefined,
    otherwise: 0,
  });
  return (parts ?? []).map(({ area }) => ({ from: area.left, to: area.right }));
}

function flagsOf(count: number, ask: (run: Run) => Mixed<boolean>, most = Infinity): boolean[] | null {
  const line: Area = { top: 0, bottom: 0, left: 0, right: count - 1 };
  const parts = uniformAreas<boolean>(
    line,
    { ask: ({ left, right }) => ask({ from: left, to: right }) ?? undefined, otherwise: false },
    most,
  );
  if (parts === null) return null;
  const flags: boolean[] = Array.from({ length: count }, () => false);
  for (const { area, value } of parts) flags.fill(value, area.left, area.right + 1);
  return flags;
}

export function notesOf(sheet: EtWorksheet): SheetContent['notes'] {
  const { Comments: comments } = sheet;
  const count = told(comments.Count, 'Count');
  return Array.from({ length: count }, (_, index) => {
    const comment = comments.Item(index + 1);
    const { Row: row, Column: column } = comment.Parent;
    return { row: row - 1, column: column - 1, text: comment.Text() };
  });
}

export function linksOf(sheet: EtWorksheet): Link[] {
  const { Hyperlinks: links } = sheet;
  const count = told(links.Count, 'Count');
  return Array.from({ length: count }, (_, index) => {
    const link = links.Item(index + 1);
    const { Row: row, Column: column } = link.Range;
    return {
      row: row - 1,
      column: column - 1,
      address: link.Address ?? '',
      subAddress: link.SubAddress ?? '',
      tip: link.ScreenTip ?? '',
    };
  });
}
