import { columnName } from '../../model/address';
import { isOwnChart } from '../chart-names';
import { rangeAddress } from '../cell-rectangles';
import { writeEntries } from './cells';
import type { PageValues, SheetContent } from './content';
import { COLOR_INDEX_NONE } from './enums';
import type { EtWorksheet } from './et';
import type { Means } from './means';
import { shown } from './open-book';
import type { OpenBook } from './open-book';
import { writeCharts } from './write-charts';
import {
  writeBands,
  writeFilter,
  writeLinks,
  writeMerges,
  writeNotes,
  writePage,
  writeRules,
  writeView,
} from './write-layout';
import { writeLooks } from './write-looks';

/** What stands on a sheet that is written over. */
export interface Standing {
  /** Rows and columns to be cleared. */
  readonly rows: number;
  readonly columns: number;
  readonly page: PageValues;
}

/** Writes one sheet, in one block. @param standing null for a new sheet */
export function writeSheet(
  book: OpenBook,
  sheet: EtWorksheet,
  content: SheetContent,
  standing: Standing | null,
  means: Means,
): void {
  shown(sheet, () => {
    if (standing) clear(book, sheet, standing);
    writeEntries(sheet, content.entries, means.areaRanges);
    writeLinks(sheet, content);
    writeMerges(sheet, content);
    writeLooks(sheet, content, means.areaRanges);
    writeBands(sheet, content, means);
    writePage(sheet, content, standing?.page ?? null);
    writeView(book, sheet, content);
    writeFilter(sheet, content);
    writeRules(sheet, content);
    writeNotes(sheet, content);
    writeCharts(sheet, content);
  });
}

/** Takes away all that a sheet of ours holds, never the sheet itself: formulas elsewhere keep it. */
function clear(book: OpenBook, sheet: EtWorksheet, { rows, columns }: Standing): void {
  const charts = sheet.ChartObjects();
  for (let index = charts.Count; index >= 1; index -= 1) {
    const chart = charts.Item(index);
    if (isOwnChart(chart.Name)) chart.Delete();
  }
  if (sheet.AutoFilterMode) sheet.AutoFilterMode = false;
  sheet.Activate();
  const window = book.program.application.ActiveWindow;
  window.FreezePanes = false;
  window.SplitRow = 0;
  window.SplitColumn = 0;
  sheet.ResetAllPageBreaks();
  sheet.Tab.ColorIndex = COLOR_INDEX_NONE;
  const cells = sheet.Range(rangeAddress({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  cells.UnMerge();
  cells.ClearComments();
  cells.Validation.Delete();
  sheet.Hyperlinks.Delete();
  cells.Clear();
  const allColumns = sheet.Columns.Item(`A:${columnName(columns - 1)}`);
  allColumns.Hidden = false;
  allColumns.UseStandardWidth = true;
  const allRows = sheet.Rows.Item(`1:${rows}`);
  allRows.Hidden = false;
  allRows.UseStandardHeight = true;
}
