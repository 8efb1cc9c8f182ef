import { CONTENT_TYPES, CONTENT_TYPES_PART } from './content-types';
import { TRANSITIONAL, XML_HEAD } from './namespaces';
import { relationMarkup, relationsPart, relationsXml } from './relations';
import { emptyStyles } from './styles';
import { packedEntry, writeZip } from './zip-writer';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/**
 * A package without sheets for writePlan to write into, when the input is no .xlsx itself. Spreadsheets open it only
 * after at least one sheet is in it.
 */
export function blankWorkbook(): Uint8Array {
  const { main, relations } = TRANSITIONAL;
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const types =
    `${XML_HEAD}<Types xmlns="${TYPES_NAMESPACE}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override(WORKBOOK, WORKBOOK_TYPE)}${override(STYLES, CONTENT_TYPES.styles)}</Types>`;
  const workbook =
    `${XML_HEAD}<workbook xmlns="${main}" xmlns:r="${relations}">` +
    '<bookViews><workbookView/></bookViews><sheets></sheets></workbook>';
  const parts: readonly (readonly [string, string])[] = [
    [CONTENT_TYPES_PART, types],
    [relationsPart(''), relationsXml(relationMarkup('rId1', `${relations}/officeDocument`, '', WORKBOOK))],
    [WORKBOOK, workbook],
    [relationsPart(WORKBOOK), relationsXml(relationMarkup('rId1', `${relations}/styles`, WORKBOOK, STYLES))],
    [STYLES, emptyStyles(main)],
  ];
  return writeZip(parts.map(([name, text]) => packedEntry(name, new TextEncoder().encode(text))));
}
