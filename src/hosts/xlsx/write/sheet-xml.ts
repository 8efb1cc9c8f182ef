import { areaAddress, cellAddress } from '../../../model/address';
import type { Area } from '../../../model/address';
import type { ColumnModel, SheetModel, Validation } from '../../../sheet/sheet';
import type { CellContext } from './cell-xml';
import { sheetData } from './cell-xml';
import { escapeAttribute, escapeXml } from './escape';
import type { Namespaces } from './namespaces';
import { XML_HEAD } from './namespaces';
import { printXml } from './print-xml';

/** Relationships of a sheet's own part, by which it names its drawing and the boxes of its notes. */
export interface SheetRelations {
  readonly drawing: string | null;
  readonly legacyDrawing: string | null;
}

const DEFAULT_ROW_HEIGHT = '14.25';
/** Longest list of choices and longest message Excel takes (CT_DataValidation; Excel shows 225 of a message). */
const MAX_CHOICES = 255;
const MAX_MESSAGE = 225;

/**
 * The part of one sheet of ours, its elements in the order of CT_Worksheet.
 * @param codeName the name macros know the sheet by, when it is written over; else null
 */
export function sheetXml(
  model: SheetModel,
  relations: SheetRelations,
  context: CellContext,
  namespaces: Namespaces,
  codeName: string | null,
): string {
  const macroName = codeName === null ? '' : ` codeName="${escapeAttribute(codeName)}"`;
  return [
    `${XML_HEAD}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}">`,
    `<sheetPr${macroName}><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${usedArea(model)}"/>`,
    sheetView(model.freeze),
    `<sheetFormatPr defaultRowHeight="${DEFAULT_ROW_HEIGHT}"/>`,
    columns(model.columns),
    sheetData(model.rows, context),
    model.filter === null ? '' : `<autoFilter ref="${areaAddress(model.filter)}"/>`,
    merges(model.merges),
    validations(model.validations),
    printXml(model.print, model.rows),
    relations.drawing === null ? '' : `<drawing r:id="${relations.drawing}"/>`,
    relations.legacyDrawing === null ? '' : `<legacyDrawing r:id="${relations.legacyDrawing}"/>`,
    '</worksheet>',
  ].join('');
}

function usedArea(model: SheetModel): string {
  const right = model.rows.reduce((widest, row) => Math.max(widest, row.cells.length - 1), 0);
  const bottom = Math.max(0, model.rows.length - 1);
  return right + bottom === 0 ? 'A1' : areaAddress({ top: 0, left: 0, bottom, right });
}

function sheetView(freeze: SheetModel['freeze']): string {
  const pane = freeze === null || freeze.rows + freeze.columns === 0 ? '' : frozenPane(freeze.rows, freeze.columns);
  const view = '<sheetView showGridLines="0" workbookViewId="0"';
  return `<sheetViews>${pane === '' ? `${view}/>` : `${view}>${pane}</sheetView>`}</sheetViews>`;
}

function frozenPane(rows: number, columns: number): string {
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const corner = cellAddress(rows, columns);
  const selection = `<selection pane="${active}" activeCell="${corner}" sqref="${corner}"/>`;
  return `<pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/>${selection}`;
}

function columns(models: readonly ColumnModel[]): string {
  if (models.length === 0) return '';
  const inside = models.map(({ width, hidden }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${place} width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return `<cols>${inside.join('')}</cols>`;
}

function merges(areas: readonly Area[]): string {
  if (areas.length === 0) return '';
  const inside = areas.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`).join('');
  return `<mergeCells count="${areas.length}">${inside}</mergeCells>`;
}

function validations(list: readonly Validation[]): string {
  if (list.length === 0) return '';
  return `<dataValidations count="${list.length}">${list.map(validation).join('')}</dataValidations>`;
}

/** A list of words to choose from. One that Excel would refuse is a mistake of ours and throws. */
function validation({ area, choices, message }: Validation): string {
  const list = choices.join(',');
  if (list.length > MAX_CHOICES || list === '' || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`Not a list of choices a cell can have: ${list}`);
  }
  if (message.length > MAX_MESSAGE) throw new RangeError(`The message is too long: ${message}`);
  const attributes = 'type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"';
  const error = message === '' ? '' : ` error="${escapeAttribute(message)}"`;
  return `<dataValidation ${attributes}${error} sqref="${areaAddress(area)}"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`;
}
