import type { Area } from '../../model/address';
import { columnName } from '../../model/address';
import { rangeAddress, rectanglesBy, runsOf } from '../cell-rectangles';
import { rangeOf } from './cells';
import type { Assured } from './assured';
import type { Band, PageValues, SheetContent, TypingRule } from './content';
import { UNDERLINE } from './enums';
import type { EtPageBreaks, EtRange, EtWorksheet } from './et';
import type { Means } from './means';
import type { OpenBook } from './open-book';
import { attempted } from './program';

/** Rows merged alike one below the other are merged by one call, each for itself. */
export function writeMerges(sheet: EtWorksheet, { merges }: SheetContent, { assured, areaRanges }: Means): void {
  if (merges.length === 0) return;
  assured.make(
    'Merge',
    () => mergeAll(sheet, merges),
    () => areaRanges.of(sheet, merges).every((range) => range.MergeCells === true),
  );
}

function mergeAll(sheet: EtWorksheet, merges: readonly Area[]): void {
  for (const area of merges) if (area.bottom > area.top) rangeOf(sheet, area).Merge();
  const rows = merges.filter(({ top, bottom }) => top === bottom).sort((a, b) => a.left - b.left || a.top - b.top);
  const stacks: Area[] = [];
  for (const area of rows) {
    const last = stacks[stacks.length - 1];
    const isNext = last?.left === area.left && last.right === area.right && last.bottom === area.top - 1;
    if (last && isNext) stacks[stacks.length - 1] = { ...last, bottom: area.bottom };
    else stacks.push(area);
  }
  for (const stack of stacks) rangeOf(sheet, stack).Merge(stack.bottom > stack.top);
}

/** Widths and heights, then what is hidden: a hidden column has no width that can be read back. */
export function writeBands(sheet: EtWorksheet, { columns, rows }: SheetContent, means: Means): void {
  const { widths, areaRanges, assured } = means;
  const byWidth = rectanglesBy([columns.map(({ size }) => size)]);
  for (const [width, areas] of byWidth) widths.set(sheet, areas, width);
  for (const [height, areas] of heightsOf(rows)) {
    for (const range of areaRanges.of(sheet, areas)) assured.set(range, 'RowHeight', height);
  }
  for (const { from, to } of runsOf(columns.map(({ hidden }) => hidden))) {
    assured.set(sheet.Columns.Item(`${columnName(from)}:${columnName(to)}`), 'Hidden', true);
  }
  for (const { from, to } of runsOf(rows.map(({ hidden }) => hidden))) {
    assured.set(sheet.Rows.Item(`${from + 1}:${to + 1}`), 'Hidden', true);
  }
}

/** The commonest height for all rows that have one, then the others where they differ. */
function heightsOf(rows: readonly Band[]): (readonly [height: number, areas: Area[]])[] {
  const counts = new Map<number, number>();
  for (const { size } of rows) if (size !== null) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  if (!most) return [];
  const [usual] = most;
  const sized = rectanglesBy(rows.map(({ size }) => [size === null ? null : usual]));
  const others = rectanglesBy(rows.map(({ size }) => [size === usual ? null : size]));
  return [...sized, ...others];
}

/** What a new sheet has; PageSetup is slow, so only what differs is set. Fitting counts only where there is no scale. */
const NEW_PAGE: Partial<PageValues> = {
  Orientation: 1,
  Zoom: 100,
  CenterHorizontally: false,
  CenterVertically: false,
  PrintGridlines: false,
  PrintHeadings: false,
  BlackAndWhite: false,
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
  PrintArea: '',
  PrintTitleRows: '',
  PrintTitleColumns: '',
};
const FITTING: ReadonlySet<string> = new Set(['FitToPagesWide', 'FitToPagesTall']);
const ADDRESSES: ReadonlySet<string> = new Set(['PrintArea', 'PrintTitleRows', 'PrintTitleColumns']);

/** How the sheet prints. @param standing what it is set to; null for a new sheet */
export function writePage(
  sheet: EtWorksheet,
  { page }: SheetContent,
  standing: PageValues | null,
  { assured }: Means,
): void {
  const setup = sheet.PageSetup;
  const known: Partial<PageValues> = standing ?? NEW_PAGE;
  for (const key of Object.keys(page.values) as (keyof PageValues)[]) {
    const value = page.values[key];
    if (value === known[key] || (FITTING.has(key) && page.values.Zoom !== false)) continue;
    // The key and its value come from one PageValues; the compiler sees them apart.
    assured.set(setup as Record<typeof key, unknown>, key, ADDRESSES.has(key) ? fixed(String(value)) : value);
  }
  breakPages(sheet.HPageBreaks, page.rowBreaks, (row) => sheet.Range(`A${row + 1}`), assured);
  breakPages(sheet.VPageBreaks, page.columnBreaks, (column) => sheet.Range(`${columnName(column)}1`), assured);
}

/** The program may break pages of its own accord too, so more are never too many. */
function breakPages(
  breaks: EtPageBreaks,
  places: readonly number[],
  cellAt: (place: number) => EtRange,
  assured: Assured,
): void {
  places.forEach((place, index) => {
    const cell = cellAt(place);
    assured.make(
      'PageBreaks',
      () => breaks.Add(cell),
      () => breaks.Count > index,
    );
  });
}

/** A1:B2 → $A$1:$B$2, 1:4 → $1:$4. */
function fixed(address: string): string {
  return address.replace(/([A-Z]+|\d+)/g, '$$$1');
}

/** What can be set of the sheet in front only: lines of the grid, what stays in view. */
export function writeView(
  book: OpenBook,
  sheet: EtWorksheet,
  { freeze, gridlines, tabColor }: SheetContent,
  { assured }: Means,
): void {
  book.activate(sheet);
  const window = book.program.application.ActiveWindow;
  assured.set(window, 'DisplayGridlines', gridlines);
  if (freeze) {
    assured.set(window, 'ScrollRow', 1);
    assured.set(window, 'ScrollColumn', 1);
    assured.set(window, 'SplitRow', freeze.rows);
    assured.set(window, 'SplitColumn', freeze.columns);
    assured.set(window, 'FreezePanes', true);
  }
  if (tabColor !== null) assured.set(sheet.Tab, 'Color', tabColor);
}

export function writeFilter(sheet: EtWorksheet, { filter }: SheetContent, { assured }: Means): void {
  if (!filter) return;
  const range = rangeOf(sheet, filter);
  assured.make(
    'AutoFilter',
    () => range.AutoFilter(),
    () => sheet.AutoFilterMode,
  );
}

export function writeRules(sheet: EtWorksheet, { rules }: SheetContent, { assured }: Means): void {
  for (const rule of rules) writeRule(sheet, rule, assured);
}

function writeRule(sheet: EtWorksheet, { area, error, prompt, ...rule }: TypingRule, assured: Assured): void {
  const validation = rangeOf(sheet, area).Validation;
  const { type, alertStyle, operator, formula1, formula2 } = rule;
  assured.make(
    'Validation',
    () => {
      validation.Delete();
      if (formula2 === '') validation.Add(type, alertStyle, operator, formula1);
      else validation.Add(type, alertStyle, operator, formula1, formula2);
    },
    () => (attempted(() => validation.Type) ?? null) === type,
  );
  assured.set(validation, 'IgnoreBlank', rule.ignoreBlank);
  assured.set(validation, 'InCellDropdown', rule.dropDown);
  assured.set(validation, 'ShowError', error.show);
  assured.set(validation, 'ErrorTitle', error.title);
  assured.set(validation, 'ErrorMessage', error.message);
  assured.set(validation, 'ShowInput', prompt.show);
  assured.set(validation, 'InputTitle', prompt.title);
  assured.set(validation, 'InputMessage', prompt.message);
}

export function writeNotes(sheet: EtWorksheet, { notes }: SheetContent, { assured }: Means): void {
  if (notes.length === 0) return;
  const { Comments: comments } = sheet;
  notes.forEach(({ row, column, text }, index) => {
    const cell = sheet.Range(rangeAddress({ top: row, left: column, bottom: row, right: column }));
    assured.make(
      'AddComment',
      () => cell.AddComment(text),
      () => comments.Count > index,
    );
  });
}

/** Links before formats: some builds give their cell the look of a link. The text stays what the cell shows. */
export function writeLinks(sheet: EtWorksheet, { links, entries }: SheetContent, { assured }: Means): void {
  if (links.length === 0) return;
  const { Hyperlinks: all } = sheet;
  links.forEach(({ row, column, address, subAddress, tip }, index) => {
    const cell = sheet.Cells.Item(row + 1, column + 1);
    const entry = entries[row]?.[column];
    assured.make(
      'Hyperlinks',
      () => {
        if (typeof entry === 'string' && entry !== '') all.Add(cell, address, subAddress, tip, entry);
        else all.Add(cell, address, subAddress, tip);
      },
      () => all.Count > index,
    );
    // Formats are laid over cells that look new.
    const font = cell.Font;
    assured.set(font, 'Underline', UNDERLINE.none);
    assured.set(font, 'Color', 0);
  });
}
