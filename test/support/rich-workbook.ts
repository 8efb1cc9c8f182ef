import { formulaPlaces, SharedTexts } from './rich-workbook-cells';
import { commentParts, drawingParts } from './rich-workbook-drawings';
import type { RichSheet } from './rich-workbook-figures';
import { BUDGET_ROWS, REGISTER_ROWS, RICH_SHEETS, sheetPart, SHEETS } from './rich-workbook-figures';
import { attachedParts, macroParts, propertyParts, RICH_ROOT } from './rich-workbook-office';
import type { PackagePart, PartRelation } from './rich-workbook-package';
import { MAIN, OFFICE_RELATIONS, packageFrom, SPREADSHEET_TYPE, XML } from './rich-workbook-package';
import { PIVOT_CACHE_ID, PIVOT_CACHE_PART, PIVOT_TABLE_PART, pivotParts } from './rich-workbook-pivot';
import { sheetXml } from './rich-workbook-sheets';
import { stylesPart, themePart } from './rich-workbook-styles';

export type RichKind = 'xlsx' | 'xlsm';

/**
 * A budget workbook that holds one of everything a workbook of some years has: charts, a pivot table, a picture, a text
 * box, comments, conditional formats, validations, names, a table, a link to another workbook, another program's XML,
 * sparklines, protection, hidden sheets; the .xlsm a project of macros and a button besides. Same bytes every time.
 */
export function richWorkbook(kind: RichKind): Uint8Array {
  const macros = kind === 'xlsm';
  const texts = new SharedTexts();
  const sheets = RICH_SHEETS.map((sheet) => ({
    name: sheetPart(sheet),
    contentType: `${SPREADSHEET_TYPE}.worksheet+xml`,
    content: sheetXml(sheet, texts, macros),
    relations: sheetRelations(sheet, macros),
  }));
  const parts: PackagePart[] = [
    workbookPart(macros),
    ...sheets,
    stylesPart(),
    themePart(),
    textsPart(texts),
    calculationPart(sheets.map(({ content }) => content)),
    ...drawingParts(),
    ...commentParts(macros),
    ...pivotParts(),
    ...attachedParts(),
    ...propertyParts(),
    ...(macros ? macroParts() : []),
  ];
  return packageFrom(parts, RICH_ROOT);
}

function sheetRelations(sheet: RichSheet, macros: boolean): PartRelation[] {
  const button: PartRelation = { id: 'rId4', type: 'ctrlProp', target: 'xl/ctrlProps/ctrlProp1.xml' };
  const relations: Partial<Record<RichSheet, PartRelation[]>> = {
    budget: [
      { id: 'rId1', type: 'printerSettings', target: 'xl/printerSettings/printerSettings1.bin' },
      { id: 'rId2', type: 'vmlDrawing', target: 'xl/drawings/vmlDrawing1.vml' },
      { id: 'rId3', type: 'comments', target: 'xl/comments1.xml' },
      ...(macros ? [button] : []),
    ],
    charts: [{ id: 'rId1', type: 'drawing', target: 'xl/drawings/drawing1.xml' }],
    pivot: [{ id: 'rId1', type: 'pivotTable', target: PIVOT_TABLE_PART }],
    register: [{ id: 'rId1', type: 'table', target: 'xl/tables/table1.xml' }],
  };
  return relations[sheet] ?? [];
}

function workbookPart(macros: boolean): PackagePart {
  const sheets = RICH_SHEETS.map((sheet, index) => {
    const { name, sheetId, state } = SHEETS[sheet];
    return `<sheet name="${name}" sheetId="${sheetId}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`;
  });
  const relations: PartRelation[] = RICH_SHEETS.map((sheet, index) => ({
    id: `rId${index + 1}`,
    type: 'worksheet',
    target: sheetPart(sheet),
  }));
  const others: [type: string, target: string][] = [
    ['externalLink', 'xl/externalLinks/externalLink1.xml'],
    ['pivotCacheDefinition', PIVOT_CACHE_PART],
    ['theme', 'xl/theme/theme1.xml'],
    ['styles', 'xl/styles.xml'],
    ['sharedStrings', 'xl/sharedStrings.xml'],
    ['calcChain', 'xl/calcChain.xml'],
    ['customXml', 'customXml/item1.xml'],
  ];
  if (macros) others.push(['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'xl/vbaProject.bin']);
  others.forEach(([type, target]) => relations.push({ id: `rId${relations.length + 1}`, type, target }));
  const idOf = (target: string): string => relations.find((relation) => relation.target === target)?.id ?? '';
  return {
    name: 'xl/workbook.xml',
    contentType: macros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${SPREADSHEET_TYPE}.sheet.main+xml`,
    content:
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr${macros ? ' codeName="ThisWorkbook"' : ''} defaultThemeVersion="124226"/>` +
      `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>` +
      `<externalReferences><externalReference r:id="${idOf('xl/externalLinks/externalLink1.xml')}"/></externalReferences>` +
      `<definedNames>${definedNames()}</definedNames><calcPr calcId="191029"/>` +
      `<pivotCaches><pivotCache cacheId="${PIVOT_CACHE_ID}" r:id="${idOf(PIVOT_CACHE_PART)}"/></pivotCaches></workbook>`,
    relations,
  };
}

/** Print area and titles of the budget, a name for the whole workbook and one of the register's own. */
function definedNames(): string {
  const place = (sheet: RichSheet, area: string): string => `'${SHEETS[sheet].name}'!${area}`;
  const of = (sheet: RichSheet): number => RICH_SHEETS.indexOf(sheet);
  const { first, last } = REGISTER_ROWS;
  return [
    `<definedName name="_xlnm.Print_Area" localSheetId="${of('budget')}">${place('budget', `$A$1:$G$${BUDGET_ROWS.total}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${of('budget')}">${place('budget', '$1:$3')}</definedName>`,
    `<definedName name="年初预算">${place('budget', `$C$${BUDGET_ROWS.total}`)}</definedName>`,
    `<definedName name="支付" localSheetId="${of('register')}">${place('register', `$D$${first}:$D$${last}`)}</definedName>`,
  ].join('');
}

function textsPart(texts: SharedTexts): PackagePart {
  const { count, uniqueCount, items } = texts.xml;
  return {
    name: 'xl/sharedStrings.xml',
    contentType: `${SPREADSHEET_TYPE}.sharedStrings+xml`,
    content: `${XML}<sst xmlns="${MAIN}" count="${count}" uniqueCount="${uniqueCount}">${items}</sst>`,
  };
}

/** The order of calculation names every cell that holds a formula, by the sheetId of its sheet. */
function calculationPart(sheets: readonly string[]): PackagePart {
  const cells = RICH_SHEETS.flatMap((sheet, index) =>
    formulaPlaces(sheets[index] ?? '').map((place) => `<c r="${place}" i="${SHEETS[sheet].sheetId}"/>`),
  );
  return {
    name: 'xl/calcChain.xml',
    contentType: `${SPREADSHEET_TYPE}.calcChain+xml`,
    content: `${XML}<calcChain xmlns="${MAIN}">${cells.join('')}</calcChain>`,
  };
}
