import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { cellAddress } from '../src/model/address';
import type { PlacedBox, Sheet } from './boxes';
import { styleNumber, styleSheet } from './looks';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The fixed date of every entry, so that two runs write the same bytes. */
const ENTRY_DATE = new Date(1980, 0, 1);

/**
 * An .xlsx package of the sheets, with fonts, borders, number formats and A4 print set-up. The library we read other
 * formats with writes no styles in its free edition, hence our own writer for this one workbook.
 */
export function packageOf(sheets: readonly Sheet[]): Uint8Array {
  const strings = new SharedStrings();
  const worksheets = sheets.map((sheet, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    worksheet(sheet, strings, at === 0),
  ]);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styleSheet(),
    ...(Object.fromEntries(worksheets) as Record<string, string>),
    'xl/sharedStrings.xml': strings.xml(),
  };
  const entries: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) entries[name] = [strToU8(xml), { mtime: ENTRY_DATE, level: 9 }];
  return zipSync(entries);
}

/** The texts of the workbook, each once. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  number(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function worksheet(sheet: Sheet, strings: SharedStrings, selected: boolean): string {
  const { widths, boxes, heights, landscape } = sheet;
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const rows = heights.map(
    (height, row) => `<row r="${row + 1}" ht="${height}" customHeight="1">${cellsOf(boxes, row, strings)}</row>`,
  );
  const merges = boxes
    .filter(({ across, down }) => across > 1 || down > 1)
    .map(
      ({ row, column, across, down }) =>
        `<mergeCell ref="${cellAddress(row, column)}:${cellAddress(row + down - 1, column + across - 1)}"/>`,
    );
  return [
    HEAD,
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellAddress(heights.length - 1, widths.length - 1)}"/>`,
    `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** The cells of one row, the covered cells of merged ones included: they carry the border. */
function cellsOf(boxes: readonly PlacedBox[], row: number, strings: SharedStrings): string {
  const crossing = boxes.filter((box) => box.row <= row && row < box.row + box.down);
  return crossing
    .sort((one, other) => one.column - other.column)
    .map((box) =>
      Array.from({ length: box.across }, (_, at) => {
        const named = `<c r="${cellAddress(row, box.column + at)}" s="${styleNumber(box.style)}"`;
        const { value } = box;
        if (at > 0 || box.row !== row || value === null) return `${named}/>`;
        if (typeof value === 'number') return `${named}><v>${value}</v></c>`;
        return `${named} t="s"><v>${strings.number(value)}</v></c>`;
      }).join(''),
    )
    .join('');
}

function workbook(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.map(({ name, repeated }, at) => {
    const rows = `$${repeated.first + 1}:$${repeated.last + 1}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(`'${name}'!${rows}`)}</definedName>`;
  });
  return [
    HEAD,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${entries.join('')}</sheets>`,
    `<definedNames>${titles.join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}

function contentTypes(sheets: number): string {
  const overrides: [string, string][] = [
    ['/xl/workbook.xml', `${PARTS}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, at): [string, string] => [
      `/xl/worksheets/sheet${at + 1}.xml`,
      `${PARTS}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${PARTS}.styles+xml`],
    ['/xl/sharedStrings.xml', `${PARTS}.sharedStrings+xml`],
  ];
  return [
    HEAD,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${entries.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
