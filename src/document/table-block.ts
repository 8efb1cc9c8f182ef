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
import type { Table, TableCell } from './document';
import { TWIPS_PER_POINT } from './layout';
import { STYLE } from './styles';
import type { Place } from './table-grid';
import { tableGrid } from './table-grid';
import { textRun } from './text-run';

/** Tables with more columns are set in 五号 instead of 小四. */
const ROOMY_COLUMNS = 6;
/** Least height of a row, in points. */
const ROW_HEIGHT = 24;
/** Between the text of a cell and its border, in twips. */
const CELL_MARGINS = { top: 20, bottom: 20, left: 60, right: 60 };

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
  const widths = columnWidths(table, width);
  const { rows, headerRows } = tableGrid(table);
  const style = widths.length > ROOMY_COLUMNS ? STYLE.denseCell : STYLE.cell;
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
          // A header is never left behind at the foot of a page.
          children: places.map((place) => cell(place, widths, style, index < headerRows)),
        }),
    ),
  });
}

/** Whole twips that add up to the width, by the shares of the columns. */
function columnWidths(table: Table, width: number): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const edges = table.columns.map((_, index) => {
    const share = table.columns.slice(0, index + 1).reduce((sum, column) => sum + column.width, 0);
    return Math.round((width * share) / total);
  });
  return edges.map((edge, index) => edge - (index === 0 ? 0 : (edges[index - 1] as number)));
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
