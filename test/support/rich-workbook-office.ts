import { REGISTER_ROWS, SHEETS } from './rich-workbook-figures';
import type { PackagePart, PartRelation } from './rich-workbook-package';
import { MAIN, OFFICE_RELATIONS, OFFICE_TYPE, SPREADSHEET_TYPE, WORKBOOK_ROOT, XML } from './rich-workbook-package';

const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What the package points to: the workbook and the three kinds of document properties. */
export const RICH_ROOT: readonly PartRelation[] = [
  WORKBOOK_ROOT,
  { id: 'rId2', type: `${PACKAGE_RELATIONS}/metadata/core-properties`, target: 'docProps/core.xml' },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
];

/** Document properties, one of them her own, and a piece of XML that another program keeps in the workbook. */
export function propertyParts(): PackagePart[] {
  const sheets = Object.values(SHEETS).map(({ name }) => `<vt:lpstr>${name}</vt:lpstr>`);
  const variants = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
  const properties = (kind: string): string =>
    `xmlns="http://schemas.openxmlformats.org/officeDocument/2006/${kind}-properties" xmlns:vt="${variants}"`;
  return [
    {
      name: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>2023年部门预算</dc:title><dc:creator>王会计</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2023-02-20T01:30:00Z</dcterms:created></cp:coreProperties>`,
    },
    {
      name: 'docProps/app.xml',
      contentType: `${OFFICE_TYPE}.extended-properties+xml`,
      content: `${XML}<Properties ${properties('extended')}><Application>Microsoft Excel</Application><TitlesOfParts><vt:vector size="${sheets.length}" baseType="lpstr">${sheets.join('')}</vt:vector></TitlesOfParts></Properties>`,
    },
    {
      name: 'docProps/custom.xml',
      contentType: `${OFFICE_TYPE}.custom-properties+xml`,
      content: `${XML}<Properties ${properties('custom')}><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="批复文号"><vt:lpwstr>示例财预〔2023〕12号</vt:lpwstr></property></Properties>`,
    },
    {
      name: 'customXml/item1.xml',
      contentType: 'application/xml',
      content: `${XML}<budget xmlns="urn:example:budget"><year>2023</year></budget>`,
      relations: [{ id: 'rId1', type: 'customXmlProps', target: 'customXml/itemProps1.xml' }],
    },
    {
      name: 'customXml/itemProps1.xml',
      contentType: `${OFFICE_TYPE}.customXmlProperties+xml`,
      content: `${XML}<ds:datastoreItem ds:itemID="{6A1E0C52-5B0E-4A58-9B0F-0C1B0B7C2F11}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:example:budget"/></ds:schemaRefs></ds:datastoreItem>`,
    },
  ];
}

/** The table of the register, the link to last year's workbook and the settings of a printer. */
export function attachedParts(): PackagePart[] {
  const { header, last } = REGISTER_ROWS;
  const area = `A${header}:E${last}`;
  const columns = ['项目名称', '资金来源', '预算数', '支付数', '批复日期'].map(
    (name, index) => `<tableColumn id="${index + 1}" name="${name}"/>`,
  );
  return [
    {
      name: 'xl/tables/table1.xml',
      contentType: `${SPREADSHEET_TYPE}.table+xml`,
      content: `${XML}<table xmlns="${MAIN}" id="1" name="台账" displayName="台账" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    },
    {
      name: 'xl/externalLinks/externalLink1.xml',
      contentType: `${SPREADSHEET_TYPE}.externalLink+xml`,
      content: `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE_RELATIONS}" r:id="rId1"><sheetNames><sheetName val="决算"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2"><v>3859.65</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      relations: [
        { id: 'rId1', type: 'externalLinkPath', target: '2022%E5%B9%B4%E5%86%B3%E7%AE%97.xlsx', external: true },
      ],
    },
    {
      name: 'xl/printerSettings/printerSettings1.bin',
      contentType: `${SPREADSHEET_TYPE}.printerSettings`,
      content: Uint8Array.from({ length: 220 }, (_, index) => (index * 37) & 255),
    },
  ];
}

/** What an .xlsm has besides: a project of macros (an empty one) and a button's properties. */
export function macroParts(): PackagePart[] {
  return [
    { name: 'xl/vbaProject.bin', contentType: 'application/vnd.ms-office.vbaProject', content: emptyCompoundFile() },
    {
      name: 'xl/ctrlProps/ctrlProp1.xml',
      contentType: 'application/vnd.ms-excel.controlproperties+xml',
      content: `${XML}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>`,
    },
  ];
}

/** An OLE compound file of version 3 with nothing in it but its root (MS-CFB 2.2, 2.6). */
function emptyCompoundFile(): Uint8Array {
  const SECTOR = 512;
  const END_OF_CHAIN = 0xfffffffe;
  const file = new Uint8Array(3 * SECTOR);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [0x3e, 3, 0xfffe, 9, 6].forEach((value, index) => view.setUint16(24 + 2 * index, value, true));
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  // Of the places of allocation tables only the first is used: sector 0.
  file.fill(0xff, 80, SECTOR);
  // Sector 0 is the allocation table: itself, then the directory.
  file.fill(0xff, SECTOR, 2 * SECTOR);
  view.setUint32(SECTOR, 0xfffffffd, true);
  view.setUint32(SECTOR + 4, END_OF_CHAIN, true);
  const name = 'Root Entry';
  for (let index = 0; index < name.length; index += 1) {
    view.setUint16(2 * SECTOR + 2 * index, name.charCodeAt(index), true);
  }
  view.setUint16(2 * SECTOR + 64, 2 * (name.length + 1), true);
  file[2 * SECTOR + 66] = 5;
  file[2 * SECTOR + 67] = 1;
  file.fill(0xff, 2 * SECTOR + 68, 2 * SECTOR + 80);
  view.setUint32(2 * SECTOR + 116, END_OF_CHAIN, true);
  for (let entry = 1; entry < 4; entry += 1)
    file.fill(0xff, 2 * SECTOR + 128 * entry + 68, 2 * SECTOR + 128 * entry + 80);
  return file;
}
