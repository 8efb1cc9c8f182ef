import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table as DocxTable,
  TableCell as DocxCell,
  TableLayoutType,
  TableRow as DocxRow,
  TabStopType,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { columnWidths, leastWidths } from './column-widths';
import type { Table, TableCell } from './document';
import { SIZE, TWIPS_PER_POINT } from './layout';
import { STYLE } from './styles';
import type { Place } from './table-grid';
import { tableGrid } from './table-grid';
import { textRun } from './text-run';

/** Sizes of type, the largest first. Tables of more columns than a size is for, or whose figures do not fit, take the next. */
const LOOKS = [
  { style: STYLE.cell, size: SIZE.smallFourth, columns: 6 },
  { style: STYLE.denseCell, size: SIZE.fifth, columns: Infinity },
  { style: STYLE.smallCell, size: SIZE.smallFifth, columns: Infinity },
] as const;
/** Least height of a row, in points. */
const ROW_HEIGHT = 20;
/** Between the text of a cell and its border, in twips. */
const CELL_MARGINS = { top: 20, bottom: 20, left: 60, right: 60 };
/** The last rows of a table, 总分 and the like, go to the next page together and never without a row before them. */
const LAST_ROWS = 3;

const ALIGNMENT = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table with what stands above it, as wide as the text (in twips); ends with the paragraph Word wants behind it. */
export function tableBlock(table: Table, width: number, newPage: boolean): (Paragraph | DocxTable)[] {
  const above = linesAbove(table, width, newPage);
  // A table itself cannot be told to begin a page.
  if (newPage && above.length === 0)
    above.push(new Paragraph({ style: STYLE.gap, pageBreakBefore: true, keepNext: true }));
  return [...above, grid(table, width), new Paragraph({ style: STYLE.gap })];
}

function linesAbove(table: Table, width: number, newPage: boolean): Paragraph[] {
  const lines: Paragraph[] = [];
  if (table.caption !== null) {
    lines.push(new Paragraph({ style: STYLE.caption, pageBreakBefore: newPage, children: [textRun(table.caption)] }));
  }
  if (table.unitLine) {
    const { left, right } = table.unitLine;
    lines.push(
      new Paragraph({
        style: STYLE.unitLine,
        pageBreakBefore: newPage && lines.length === 0,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [textRun(`${left}\t${right}`)],
      }),
    );
  }
  return lines;
}

function grid(table: Table, width: number): DocxTable {
  const { rows, headerRows } = tableGrid(table);
  const { style, widths } = tableLook(table, rows, width);
  const isHeld = (index: number): boolean =>
    index < headerRows || (index >= rows.length - LAST_ROWS - 1 && index < rows.length - 1);
  return new DocxTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: CELL_MARGINS,
    rows: rows.map(
      (places, index) =>
        new DocxRow({
          ...(index < headerRows && { tableHeader: true }),
          cantSplit: true,
          height: { value: ROW_HEIGHT * TWIPS_PER_POINT, rule: HeightRule.ATLEAST },
          // Nor is a header left behind at the foot of a page.
          children: places.map((place) => cell(place, widths, style, isHeld(index))),
        }),
    ),
  });
}

/** The largest type in which every figure stays on one line, with the widths of the columns, in twips. */
function tableLook(
  table: Table,
  rows: readonly (readonly Place[])[],
  width: number,
): { readonly style: string; readonly widths: number[] } {
  const margins = CELL_MARGINS.left + CELL_MARGINS.right;
  const looks = LOOKS.filter(({ columns }) => table.columns.length <= columns).map(({ style, size }) => {
    const least = leastWidths(table, rows, { size, margins });
    return { style, least, fits: least.reduce((sum, one) => sum + one, 0) <= width };
  });
  const { style, least } = (looks.find(({ fits }) => fits) ?? looks.at(-1)) as (typeof looks)[number];
  const shares = table.columns.map((column) => column.width);
  return { style, widths: columnWidths(shares, least, width) };
}

function cell(place: Place, widths: readonly number[], style: string, keepNext: boolean): DocxCell {
  const { column, begins } = place;
  const { across, down } = place.cell;
  const width = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  return new DocxCell({
    width: { size: width, type: WidthType.DXA },
    ...(across > 1 && { columnSpan: across }),
    ...(down > 1 && { verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [begins ? cellText(place.cell, style, keepNext) : new Paragraph({ style, keepNext })],
  });
}

function cellText({ text, align, bold }: TableCell, style: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    style,
    keepNext,
    alignment: ALIGNMENT[align],
    children: [textRun(text, { bold })],
  });
}
