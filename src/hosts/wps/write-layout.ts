import type { Area } from '../../model/address';
import { columnName } from '../../model/address';
import { rangeAddress, rectanglesBy, runsOf } from '../cell-rectangles';
import { rangeOf } from './cells';
import type { Band, Link, PageValues, SheetContent, TypingRule } from './content';
import { UNDERLINE } from './enums';
import type { EtPageSetup, EtWorksheet } from './et';
import type { Means } from './means';
import type { OpenBook } from './open-book';

/** Rows merged alike one below the other are merged by one call, each for itself. */
export function writeMerges(sheet: EtWorksheet, { merges }: SheetContent): void {
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
export function writeBands(sheet: EtWorksheet, { columns, rows }: SheetContent, { widths, areaRanges }: Means): void {
  for (const { from, to, size } of sizeRuns(columns)) widths.set(sheet, from, to, size);
  const byHeight = rectanglesBy(rows.map(({ size }) => [size]));
  for (const [height, areas] of byHeight) for (const range of areaRanges.of(sheet, areas)) range.RowHeight = height;
  for (const { from, to } of runsOf(columns.map(({ hidden }) => hidden))) {
    sheet.Columns.Item(`${columnName(from)}:${columnName(to)}`).Hidden = true;
  }
  for (const { from, to } of runsOf(rows.map(({ hidden }) => hidden))) {
    sheet.Rows.Item(`${from + 1}:${to + 1}`).Hidden = true;
  }
}

function sizeRuns(bands: readonly Band[]): { readonly from: number; readonly to: number; readonly size: number }[] {
  const runs: { from: number; to: number; size: number }[] = [];
  bands.forEach(({ size }, index) => {
    const last = runs[runs.length - 1];
    if (size === null) return;
    if (last?.to === index - 1 && last.size === size) last.to = index;
    else runs.push({ from: index, to: index, size });
  });
  return runs;
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
export function writePage(sheet: EtWorksheet, { page }: SheetContent, standing: PageValues | null): void {
  const setup = sheet.PageSetup;
  const known: Partial<PageValues> = standing ?? NEW_PAGE;
  for (const key of Object.keys(page.values) as (keyof PageValues)[]) {
    const value = page.values[key];
    if (value === known[key] || (FITTING.has(key) && page.values.Zoom !== false)) continue;
    setPageValue(setup, key, ADDRESSES.has(key) ? fixed(String(value)) : value);
  }
  for (const row of page.rowBreaks) sheet.HPageBreaks.Add(sheet.Range(`A${row + 1}`));
  for (const column of page.columnBreaks) sheet.VPageBreaks.Add(sheet.Range(`${columnName(column)}1`));
}

function setPageValue<K extends keyof PageValues>(
  setup: EtPageSetup,
  key: K,
  value: PageValues[keyof PageValues],
): void {
  // The key and its value come from one PageValues; the compiler sees them apart.
  (setup as Record<K, unknown>)[key] = value;
}

/** A1:B2 → $A$1:$B$2, 1:4 → $1:$4. */
function fixed(address: string): string {
  return address.replace(/([A-Z]+|\d+)/g, '$$$1');
}

/** What can be set of the sheet in front only: lines of the grid, what stays in view. */
export function writeView(book: OpenBook, sheet: EtWorksheet, { freeze, gridlines, tabColor }: SheetContent): void {
  sheet.Activate();
  const window = book.program.application.ActiveWindow;
  window.DisplayGridlines = gridlines;
  if (freeze) {
    window.ScrollRow = 1;
    window.ScrollColumn = 1;
    window.SplitRow = freeze.rows;
    window.SplitColumn = freeze.columns;
    window.FreezePanes = true;
  }
  if (tabColor !== null) sheet.Tab.Color = tabColor;
}

export function writeFilter(sheet: EtWorksheet, { filter }: SheetContent): void {
  if (filter) rangeOf(sheet, filter).AutoFilter();
}

export function writeRules(sheet: EtWorksheet, { rules }: SheetContent): void {
  for (const rule of rules) writeRule(sheet, rule);
}

function writeRule(sheet: EtWorksheet, { area, error, prompt, ...rule }: TypingRule): void {
  const validation = rangeOf(sheet, area).Validation;
  validation.Delete();
  if (rule.formula2 === '') validation.Add(rule.type, rule.alertStyle, rule.operator, rule.formula1);
  else validation.Add(rule.type, rule.alertStyle, rule.operator, rule.formula1, rule.formula2);
  validation.IgnoreBlank = rule.ignoreBlank;
  validation.InCellDropdown = rule.dropDown;
  validation.ShowError = error.show;
  validation.ErrorTitle = error.title;
  validation.ErrorMessage = error.message;
  validation.ShowInput = prompt.show;
  validation.InputTitle = prompt.title;
  validation.InputMessage = prompt.message;
}

export function writeNotes(sheet: EtWorksheet, { notes }: SheetContent): void {
  for (const { row, column, text } of notes) {
    sheet.Range(rangeAddress({ top: row, left: column, bottom: row, right: column })).AddComment(text);
  }
}

/** Links before formats: some builds give their cell the look of a link. The text stays what the cell shows. */
export function writeLinks(sheet: EtWorksheet, { links, entries }: SheetContent): void {
  for (const link of links) {
    const entry = entries[link.row]?.[link.column];
    writeLink(sheet, link, typeof entry === 'string' ? entry : '');
  }
}

function writeLink(sheet: EtWorksheet, { row, column, address, subAddress, tip }: Link, text: string): void {
  const cell = sheet.Cells.Item(row + 1, column + 1);
  if (text === '') sheet.Hyperlinks.Add(cell, address, subAddress, tip);
  else sheet.Hyperlinks.Add(cell, address, subAddress, tip, text);
  // Formats are laid over cells that look new.
  const font = cell.Font;
  font.Underline = UNDERLINE.none;
  font.Color = 0;
}
