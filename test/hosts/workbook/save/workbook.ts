import { fixedReference } from '../../../../src/hosts/xlsx/write/chart-xml';
import { escapeAttribute, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { TRANSITIONAL } from '../../../../src/hosts/xlsx/write/namespaces';
import type { XmlEdit } from '../../../../src/hosts/xlsx/write/xml-tree';
import { insertChild, splice, XmlTree } from '../../../../src/hosts/xlsx/write/xml-tree';
import { columnName } from '../../../../src/model/address';
import type { Book } from '../book';
import { sheetPrefix } from '../formula-text';
import type { BookSheet } from '../sheet';

/** Children of workbook up to the last that is written here (CT_Workbook). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'alternateContent',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
];

/** workbook.xml with the book's tabs, names, tab in front, protection and mode of calculation; the rest stays. */
export function workbookXml(text: string, book: Book, relationOf: (sheet: BookSheet) => string): string {
  const tree = new XmlTree(text);
  const kept = new Map(
    (tree.childOf(tree.root, 'sheets')?.children ?? []).map((entry) => [
      tree.attribute(entry, 'id') ?? '',
      Number(tree.attribute(entry, 'sheetId')),
    ]),
  );
  let lastId = Math.max(0, ...kept.values());
  const tabs = book.sheets.map((sheet) => {
    const relation = relationOf(sheet);
    const id = kept.get(relation) ?? (lastId += 1);
    const state = sheet.visibility === 'visible' ? '' : ` state="${sheet.visibility}"`;
    const name = escapeAttribute(sheet.name);
    return `<sheet name="${name}" sheetId="${id}"${state} xmlns:r="${TRANSITIONAL.relations}" r:id="${relation}"/>`;
  });
  const active = book.positionOf(book.activeSheet.id);
  const mode = { automatic: 'auto', automaticExceptTables: 'autoNoTable', manual: 'manual' }[book.calculationMode];
  const names = definedNames(book);
  const elements: readonly (readonly [string, string])[] = [
    ['workbookProtection', book.isProtected ? '<workbookProtection lockStructure="1"/>' : ''],
    ['bookViews', `<bookViews><workbookView activeTab="${active}"/></bookViews>`],
    ['sheets', `<sheets>${tabs.join('')}</sheets>`],
    ['definedNames', names === '' ? '' : `<definedNames>${names}</definedNames>`],
    ['calcPr', `<calcPr calcId="191029" calcMode="${mode}"/>`],
  ];
  return elements.reduce((whole, [name, xml]) => replaced(whole, name, xml), text);
}

function replaced(text: string, name: string, xml: string): string {
  const tree = new XmlTree(text);
  const old = tree.childOf(tree.root, name);
  const edits: XmlEdit[] = old
    ? [{ start: old.start, end: old.end, text: xml }]
    : [insertChild(tree, tree.root, ORDER, name, xml)];
  return splice(text, edits);
}

function definedNames(book: Book): string {
  const own = book.definedNames.map(({ name, sheet, refersTo, hidden, comment }) => {
    const scope = sheet === null ? '' : ` localSheetId="${book.positionOf(sheet)}"`;
    const words = comment === '' ? '' : ` comment="${escapeAttribute(comment)}"`;
    const attributes = `name="${escapeAttribute(name)}"${words}${scope}${hidden ? ' hidden="1"' : ''}`;
    return `<definedName ${attributes}>${escapeXml(refersTo.slice(1))}</definedName>`;
  });
  return [...own, ...book.sheets.flatMap((sheet, position) => sheetNames(sheet, position))].join('');
}

/** What is printed, repeated and filtered (18.2.5: built-in names). */
function sheetNames(sheet: BookSheet, position: number): string[] {
  const { area, titleRows, titleColumns } = sheet.page;
  const name = (called: string, refersTo: string, hidden = ''): string =>
    `<definedName name="_xlnm.${called}" localSheetId="${position}"${hidden}>${escapeXml(refersTo)}</definedName>`;
  const prefix = sheetPrefix(sheet.name);
  const titles = [
    titleColumns ? `${prefix}$${columnName(titleColumns.from)}:$${columnName(titleColumns.to)}` : '',
    titleRows ? `${prefix}$${titleRows.from + 1}:$${titleRows.to + 1}` : '',
  ].filter((text) => text !== '');
  return [
    ...(area.length > 0 ? [name('Print_Area', area.map((one) => fixedReference(sheet.name, one)).join(','))] : []),
    ...(titles.length > 0 ? [name('Print_Titles', titles.join(','))] : []),
    ...(sheet.filter ? [name('_FilterDatabase', fixedReference(sheet.name, sheet.filter), ' hidden="1"')] : []),
  ];
}
