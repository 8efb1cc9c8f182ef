import { columnName } from '../../model/address';
import { isOwnChart } from '../chart-names';
import { rangeAddress } from '../cell-rectangles';
import type { Assured } from './assured';
import { blockRows, rangeOf, rowsOf, writeEntries } from './cells';
import type { PageValues, SheetContent } from './content';
import { COLOR_INDEX_NONE } from './enums';
import type { EtRange, EtWorksheet } from './et';
import type { Means } from './means';
import { shown } from './open-book';
import type { OpenBook } from './open-book';
import { told } from './program';
import { columnBreaksOf, rowBreaksOf } from './snapshot-layout';
import { validatedAreas } from './snapshot-rules';
import { usedArea } from './used-area';
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
    if (standing) clear(book, sheet, standing, means);
    writeEntries(sheet, content.entries, means.areaRanges);
    writeLinks(sheet, content, means);
    writeMerges(sheet, content, means);
    writeLooks(sheet, content, means);
    writeBands(sheet, content, means);
    writePage(sheet, content, standing?.page ?? null, means);
    writeView(book, sheet, content, means);
    writeFilter(sheet, content, means);
    writeRules(sheet, content, means);
    writeNotes(sheet, content, means);
    writeCharts(sheet, content, means);
  });
}

/** Takes away all that a sheet of ours holds, never the sheet itself: formulas elsewhere keep it. */
function clear(book: OpenBook, sheet: EtWorksheet, { rows, columns }: Standing, { assured }: Means): void {
  clearCharts(sheet, assured);
  if (told(sheet.AutoFilterMode, 'AutoFilterMode')) assured.set(sheet, 'AutoFilterMode', false);
  book.activate(sheet);
  const window = book.program.application.ActiveWindow;
  assured.set(window, 'FreezePanes', false);
  assured.set(window, 'SplitRow', 0);
  assured.set(window, 'SplitColumn', 0);
  clearBreaks(sheet, assured);
  assured.set(sheet.Tab, 'ColorIndex', COLOR_INDEX_NONE);
  clearCells(sheet, sheet.Range(rangeAddress({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 })), assured);
  const allColumns = sheet.Columns.Item(`A:${columnName(columns - 1)}`);
  assured.set(allColumns, 'Hidden', false);
  assured.set(allColumns, 'UseStandardWidth', true);
  const allRows = sheet.Rows.Item(`1:${rows}`);
  assured.set(allRows, 'Hidden', false);
  assured.set(allRows, 'UseStandardHeight', true);
}

function clearCharts(sheet: EtWorksheet, assured: Assured): void {
  const charts = sheet.ChartObjects();
  for (let index = told(charts.Count, 'ChartObjects'); index >= 1; index -= 1) {
    const chart = charts.Item(index);
    if (!isOwnChart(told(chart.Name, 'Name'))) continue;
    assured.make(
      'ChartObject',
      () => chart.Delete(),
      () => charts.Count < index,
    );
  }
}

function clearBreaks(sheet: EtWorksheet, assured: Assured): void {
  assured.make(
    'ResetAllPageBreaks',
    () => sheet.ResetAllPageBreaks(),
    () => rowBreaksOf(sheet).length + columnBreaksOf(sheet).length === 0,
  );
}

function clearCells(sheet: EtWorksheet, cells: EtRange, assured: Assured): void {
  assured.make(
    'UnMerge',
    () => cells.UnMerge(),
    () => cells.MergeCells === false,
  );
  const { Comments: comments, Hyperlinks: links } = sheet;
  assured.make(
    'ClearComments',
    () => cells.ClearComments(),
    () => comments.Count === 0,
  );
  assured.make(
    'Validation',
    () => cells.Validation.Delete(),
    () => validatedAreas(sheet).length === 0,
  );
  assured.make(
    'Hyperlinks',
    () => links.Delete(),
    () => links.Count === 0,
  );
  assured.insist(
    'Clear',
    () => cells.Clear(),
    () => isBlank(sheet),
  );
}

/** True when the first cells of a sheet, as many as are read at once, hold nothing. */
function isBlank(sheet: EtWorksheet): boolean {
  const used = usedArea(sheet);
  const area = { ...used, bottom: Math.min(used.bottom, blockRows(used.right + 1) - 1) };
  return rowsOf(rangeOf(sheet, area).Value2, area).every((row) => row.every((value) => (value ?? '') === ''));
}
