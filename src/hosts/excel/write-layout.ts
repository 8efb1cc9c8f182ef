import { cellAddress, columnName } from '../../model/address';
import type { Band, Page, SheetContent, TypingRule } from './content';
import { PAGE_TEXTS } from './content';
import { runsOf } from '../cell-rectangles';
import { jsonBytes, piece } from './requests';
import type { Piece } from './requests';
import { rangeOf } from './write-values';

/** Widths, heights and what is hidden. Rows of no height of their own are left to Excel. */
export function bandPieces({ columns, rows }: SheetContent): Piece[] {
  const column = (sheet: Excel.Worksheet, from: number, to: number): Excel.Range =>
    sheet.getRangeByIndexes(0, from, 1, to - from + 1).getEntireColumn();
  const row = (sheet: Excel.Worksheet, from: number, to: number): Excel.Range =>
    sheet.getRangeByIndexes(from, 0, to - from + 1, 1).getEntireRow();
  return [
    ...sizeRuns(columns).map(({ from, to, size }) =>
      piece(3, (sheet) => {
        column(sheet, from, to).format.columnWidth = size;
      }),
    ),
    ...sizeRuns(rows).map(({ from, to, size }) =>
      piece(3, (sheet) => {
        row(sheet, from, to).format.rowHeight = size;
      }),
    ),
    ...runsOf(columns.map(({ hidden }) => hidden)).map(({ from, to }) =>
      piece(3, (sheet) => {
        column(sheet, from, to).columnHidden = true;
      }),
    ),
    ...runsOf(rows.map(({ hidden }) => hidden)).map(({ from, to }) =>
      piece(3, (sheet) => {
        row(sheet, from, to).rowHidden = true;
      }),
    ),
  ];
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

/** What stays in view, what can be filtered, lines of the grid, colour of the tab. */
export function viewPieces({ freeze, filter, gridlines, tabColor }: SheetContent): Piece[] {
  const pieces = [
    piece(2, (sheet) => {
      sheet.showGridlines = gridlines;
      if (tabColor !== '') sheet.tabColor = tabColor;
    }),
  ];
  if (freeze) {
    const { rows, columns } = freeze;
    pieces.push(
      piece(3, (sheet) => {
        if (columns === 0) sheet.freezePanes.freezeRows(rows);
        else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
        else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
      }),
    );
  }
  if (filter) pieces.push(piece(3, (sheet) => sheet.autoFilter.apply(rangeOf(sheet, filter))));
  return pieces;
}

/** How the sheet prints. @param fresh true for a new sheet, which has most of it already */
export function pagePieces({ page }: SheetContent, fresh: boolean): Piece[] {
  const breaks = [
    ...page.rowBreaks.map((row) => piece(2, (sheet) => void sheet.horizontalPageBreaks.add(cellAddress(row, 0)))),
    ...page.columnBreaks.map((column) =>
      piece(2, (sheet) => void sheet.verticalPageBreaks.add(cellAddress(0, column))),
    ),
  ];
  return [piece(24, (sheet) => setPage(sheet.pageLayout, page, fresh), jsonBytes(page)), ...breaks];
}

function setPage(layout: Excel.PageLayout, page: Page, fresh: boolean): void {
  layout.orientation = page.orientation as 'Portrait';
  if (page.paper !== null) layout.paperSize = page.paper as 'A4';
  layout.zoom = page.zoom;
  layout.centerHorizontally = page.centerHorizontally;
  const differs = (value: boolean | string): boolean => !fresh || (value !== false && value !== '');
  if (differs(page.centerVertically)) layout.centerVertically = page.centerVertically;
  if (differs(page.gridlines)) layout.printGridlines = page.gridlines;
  if (differs(page.headings)) layout.printHeadings = page.headings;
  if (differs(page.blackAndWhite)) layout.blackAndWhite = page.blackAndWhite;
  layout.topMargin = page.margins.top;
  layout.bottomMargin = page.margins.bottom;
  layout.leftMargin = page.margins.left;
  layout.rightMargin = page.margins.right;
  layout.headerMargin = page.margins.header;
  layout.footerMargin = page.margins.footer;
  const texts = layout.headersFooters.defaultForAllPages;
  for (const part of PAGE_TEXTS) if (differs(page.texts[part])) texts[part] = page.texts[part];
  if (page.area !== '') layout.setPrintArea(page.area);
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows.from + 1}:$${page.titleRows.to + 1}`);
  if (page.titleColumns) {
    const { from, to } = page.titleColumns;
    layout.setPrintTitleColumns(`$${columnName(from)}:$${columnName(to)}`);
  }
}

export function rulePieces({ rules }: SheetContent): Piece[] {
  return rules.map((one) => piece(6, (sheet) => setRule(rangeOf(sheet, one.area).dataValidation, one), jsonBytes(one)));
}

function setRule(validation: Excel.DataValidation, { rule, ignoreBlanks, error, prompt }: TypingRule): void {
  if (Object.keys(rule).length > 0) {
    validation.rule = rule;
    validation.ignoreBlanks = ignoreBlanks;
    validation.errorAlert = error;
  }
  validation.prompt = prompt;
}

export function linkPieces({ links }: SheetContent): Piece[] {
  return links.map(({ row, column, link }) =>
    piece(
      2,
      (sheet) => {
        sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = link;
      },
      jsonBytes(link),
    ),
  );
}
