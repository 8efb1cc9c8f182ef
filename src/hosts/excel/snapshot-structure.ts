import type { Area } from '../../model/address';
import { isOwnChart } from '../chart-names';
import type { Connection, Session } from './connection';
import type { Page, SheetContent } from './content';
import { PAGE_TEXTS } from './content';
import { areaOfAddress } from '../sheet-address';
import { trouble } from './problems';
import type { Standing } from './write-sheet';

/** Rows and columns beyond the used ones that may be hidden, wide or high without holding anything. */
const BEYOND = 40;
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Names by which Excel keeps what of a sheet is printed and repeated. */
const PRINT_NAME = /^(?:_xlnm\.)?Print_(?:Area|Titles)$/i;

/** What a sheet is and has apart from its cells. */
export interface Structure {
  readonly id: string;
  readonly name: string;
  readonly content: Pick<
    SheetContent,
    'visibility' | 'tabColor' | 'gridlines' | 'merges' | 'freeze' | 'filter' | 'page' | 'notes'
  >;
  readonly standing: Standing;
  /** Rows and columns that hold or look like something; 0 × 0 for an empty sheet. */
  readonly used: { readonly rows: number; readonly columns: number };
}

const PAGE = [
  'orientation,paperSize,zoom,centerHorizontally,centerVertically,printGridlines,printHeadings,blackAndWhite',
  'topMargin,bottomMargin,leftMargin,rightMargin,headerMargin,footerMargin',
].join(',');

/** Asks for the structure of one sheet; what it gives reads the answer, once the request is through. */
function ask(session: Session, id: string, { requirements }: Connection): () => Structure {
  const sheet = session.sheet(id);
  sheet.load('name,visibility,tabColor,showGridlines');
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('rowCount,columnCount');
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load('address');
  const layout = sheet.pageLayout;
  layout.load(PAGE);
  const texts = layout.headersFooters.defaultForAllPages;
  texts.load(PAGE_TEXTS.join(','));
  const area = layout.getPrintAreaOrNullObject();
  area.load('address');
  const titleRows = layout.getPrintTitleRowsOrNullObject();
  titleRows.load('address');
  const titleColumns = layout.getPrintTitleColumnsOrNullObject();
  titleColumns.load('address');
  sheet.horizontalPageBreaks.load('items/rowIndex');
  sheet.verticalPageBreaks.load('items/columnIndex');
  sheet.charts.load('items/id,items/name');
  sheet.names.load('items/name');
  const merged = requirements.mergedAreas ? sheet.getRange().getMergedAreasOrNullObject() : null;
  merged?.load('areas/items/address');
  return () => {
    if (sheet.protection.protected) throw trouble('protected', sheet.name);
    const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    const columns = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
    const page: Page = {
      orientation: layout.orientation,
      paper: layout.paperSize,
      zoom: zoomOf(layout.zoom),
      centerHorizontally: layout.centerHorizontally,
      centerVertically: layout.centerVertically,
      gridlines: layout.printGridlines,
      headings: layout.printHeadings,
      blackAndWhite: layout.blackAndWhite,
      margins: {
        top: layout.topMargin,
        bottom: layout.bottomMargin,
        left: layout.leftMargin,
        right: layout.rightMargin,
        header: layout.headerMargin,
        footer: layout.footerMargin,
      },
      texts: {
        leftHeader: texts.leftHeader,
        centerHeader: texts.centerHeader,
        rightHeader: texts.rightHeader,
        leftFooter: texts.leftFooter,
        centerFooter: texts.centerFooter,
        rightFooter: texts.rightFooter,
      },
      area: area.isNullObject ? '' : withoutSheets(area.address),
      titleRows: titleRows.isNullObject ? null : rowsOf(areaOfAddress(titleRows.address)),
      titleColumns: titleColumns.isNullObject ? null : columnsOf(areaOfAddress(titleColumns.address)),
      rowBreaks: sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex),
      columnBreaks: sheet.verticalPageBreaks.items.map(({ columnIndex }) => columnIndex),
    };
    return {
      id,
      name: sheet.name,
      used: { rows, columns },
      content: {
        visibility: sheet.visibility,
        tabColor: sheet.tabColor,
        gridlines: sheet.showGridlines,
        merges: merged === null || merged.isNullObject ? [] : mergesOf(merged),
        freeze: frozen.isNullObject ? null : frozenOf(frozen),
        filter: filter.isNullObject ? null : areaOfAddress(filter.address),
        page,
        notes: [],
      },
      standing: {
        rows: rows + BEYOND,
        columns: columns + BEYOND,
        charts: sheet.charts.items.filter(({ name }) => isOwnChart(name)).map((chart) => chart.id),
        hasFilter: !filter.isNullObject,
        printNames: sheet.names.items.map(({ name }) => name).filter((name) => PRINT_NAME.test(name)),
        notes: [],
      },
    };
  };
}

/** Reads the structure of sheets in one request. @throws HostTrouble protected, gone, … */
export async function structuresOf(
  session: Session,
  connection: Connection,
  sheets: readonly { readonly id: string; readonly name: string }[],
): Promise<Structure[]> {
  const answers = sheets.map(({ id }) => ask(session, id, connection));
  if (answers.length > 0) await session.sync(sheets.length === 1 ? sheets[0]?.name : '');
  return answers.map((answer) => answer());
}

function zoomOf({
  scale,
  horizontalFitToPages,
  verticalFitToPages,
}: Excel.PageLayoutZoomOptions): Excel.PageLayoutZoomOptions {
  if (horizontalFitToPages || verticalFitToPages) {
    return { ...(horizontalFitToPages && { horizontalFitToPages }), ...(verticalFitToPages && { verticalFitToPages }) };
  }
  return scale ? { scale } : { scale: 100 };
}

function mergesOf(merged: Excel.RangeAreas): Area[] {
  return merged.areas.items.map(({ address }) => areaOfAddress(address));
}

function frozenOf({ rowCount, columnCount }: Excel.Range): { rows: number; columns: number } {
  return { rows: rowCount > LAST_ROW ? 0 : rowCount, columns: columnCount > LAST_COLUMN ? 0 : columnCount };
}

/** 表!A1:B2,表!D1 → A1:B2,D1; a comma inside a quoted name separates nothing. */
function withoutSheets(address: string): string {
  return address.replace(/(?:'(?:[^']|'')*'|[^'!,]+)!/g, '').replace(/\$/g, '');
}

function rowsOf({ top, bottom }: Area): { from: number; to: number } {
  return { from: top, to: bottom };
}

function columnsOf({ left, right }: Area): { from: number; to: number } {
  return { from: left, to: right };
}
