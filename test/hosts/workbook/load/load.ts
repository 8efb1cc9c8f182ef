import { openPackage } from '../../../../src/hosts/xlsx/write/open-package';
import type { Package } from '../../../../src/hosts/xlsx/write/package';
import type { Area } from '../../../../src/model/address';
import type { Visibility } from '../../../../src/model/grid';
import { areaOf, COLUMNS, ROWS } from '../areas';
import { Book } from '../book';
import type { Results } from '../calculation';
import { formulaPieces } from '../formula-text';
import type { BookSheet } from '../sheet';
import { PLAIN } from '../style';
import type { CellContext } from './cells';
import { themeColors } from './colors';
import { loadSettings } from './settings';
import { loadSheet } from './sheet';
import { loadStyles } from './styles';
import type { Node } from './xml';
import { Node as Xml, partOfKind, relation } from './xml';

/**
 * The book an .xlsx or .xlsm file holds. Values kept beside formulas count as calculated, as they do when a program opens
 * the file. Not read: conditional formats, pictures, tables, pivot tables, macros; they stay in the file when it is saved.
 * @throws when the file is no such package, or counts its dates from 1904.
 */
export function load(bytes: Uint8Array, fileName = '工作簿1.xlsx'): Book {
  const { parts, workbook } = openPackage(bytes);
  const root = Xml.root(parts, workbook);
  if (root.first('workbookPr')?.flag('date1904')) throw new Error('Dates counted from 1904 are not modelled.');
  const part = (kind: string): Node | null => {
    const name = partOfKind(parts, workbook, kind);
    return name === null ? null : Xml.root(parts, name);
  };
  const theme = themeColors(part('theme'));
  const styleRoot = part('styles');
  const styles = styleRoot ? loadStyles(styleRoot, theme) : [];
  const book = Book.empty(fileName, styles[0]?.style ?? PLAIN, bytes);
  const results: Results = new Map();
  const texts = (part('sharedStrings')?.all('si') ?? []).map((text) => text.runs);
  const entries = listSheets(book, parts, workbook, root);
  const context: CellContext = { book, texts, styles, results };
  for (const sheet of entries) if (sheet.part !== null) loadSheet(sheet, parts, sheet.part, context, theme);
  loadNames(book, root);
  loadSettings(book, parts);
  const active = book.sheets[root.at('bookViews', 'workbookView')?.number('activeTab', 0) ?? 0];
  if (active?.visibility === 'visible') book.activate(active.id);
  book.takeResults(results);
  const mode = root.first('calcPr')?.attribute('calcMode');
  if (mode === 'manual') book.setCalculationMode('manual');
  if (mode === 'autoNoTable') book.setCalculationMode('automaticExceptTables');
  if (root.first('workbookProtection')?.flag('lockStructure')) book.protect();
  book.rememberLoaded();
  return book;
}

/** All sheets first: formulas of one name the others. */
function listSheets(book: Book, parts: Package, workbook: string, root: Node): BookSheet[] {
  return (root.first('sheets')?.all('sheet') ?? []).map((entry) => {
    const found = relation(parts, workbook, entry.attribute('id'));
    const worksheet = found?.kind === 'worksheet' ? found.target : null;
    const state = (entry.attribute('state') ?? 'visible') as Visibility;
    return book.loadSheet(entry.attribute('name') ?? '', state, worksheet);
  });
}

function loadNames(book: Book, root: Node): void {
  for (const name of root.first('definedNames')?.all('definedName') ?? []) {
    const scope = name.attribute('localSheetId');
    const sheet = scope === null ? null : (book.sheets[Number(scope)] ?? null);
    const called = name.attribute('name') ?? '';
    if (called === '_xlnm._FilterDatabase') continue;
    if (sheet && called === '_xlnm.Print_Area') sheet.setPage({ area: areasIn(name.text) });
    else if (sheet && called === '_xlnm.Print_Titles') loadTitles(sheet, name.text);
    else {
      const hidden = name.flag('hidden');
      const comment = name.attribute('comment') ?? '';
      book.setDefinedName({ name: called, sheet: sheet?.id ?? null, refersTo: `=${name.text}`, hidden, comment });
    }
  }
}

function areasIn(formula: string): Area[] {
  return (formulaPieces(formula) ?? []).flatMap((piece) => (piece.type === 'reference' ? areaOf(piece.address) : []));
}

function loadTitles(sheet: BookSheet, formula: string): void {
  for (const area of areasIn(formula)) {
    if (area.right === COLUMNS - 1) sheet.setPage({ titleRows: { from: area.top, to: area.bottom } });
    else if (area.bottom === ROWS - 1) sheet.setPage({ titleColumns: { from: area.left, to: area.right } });
  }
}
