import { zipSync } from 'fflate';
import type { WorkbookSource } from '../../model/grid';
import type { Sliced, Step } from '../../model/slices';
import { atOnce } from '../../model/slices';
import { readBinary, refuseForeignOle } from './binary';
import { declaredEncoding, decodeText } from './decodetext';
import { readDelimited } from './delimited';
import { Budget, MAX_BINARY_BYTES, MAX_MARKUP_BYTES, MAX_TEXT_BYTES } from './limits';
import { readFormulas } from './ooxml/formulas';
import { readRelations } from './ooxml/part';
import { readOoxml } from './ooxml/workbook';
import type { ReadProblem, ReadWarning } from './problem';
import { readProblem, ReadTrouble, WarningList } from './problem';
import { nameFromFile } from './sheetnames';
import { sniff } from './sniff';
import { readSpreadsheetXml } from './spreadsheetxml';
import type { FormulaSource, StoredSheet } from './storedsheet';
import { StoredWorkbook } from './storedsheet';
import { readWebPage } from './webpage';
import { ZipArchive } from './zip';

/** What a file really is, whatever its name says. `ooxml-macro` is an .xlsm; `xls` covers old .et too. */
export type FileFormat = 'ooxml' | 'ooxml-macro' | 'xlsb' | 'xls' | 'spreadsheet-xml' | 'web-page' | 'text';

export interface OpenedWorkbook {
  readonly source: WorkbookSource;
  readonly format: FileFormat;
  readonly warnings: readonly ReadWarning[];
}

interface ReadResult {
  readonly format: FileFormat;
  readonly sheets: readonly StoredSheet[];
  readonly formulas?: FormulaSource;
}

/**
 * Opens a workbook file by its content; `fileName` only names the sheet of a text table or web page. Values are cached
 * ones, dates stay serial numbers of the 1900 calendar, merged areas hold their value in the first cell and whatever the
 * file keeps in the others. Trouble with the file is data: a code and a sentence for her. An exception is a bug.
 */
export async function openWorkbookFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<OpenedWorkbook | { readonly problem: ReadProblem }> {
  return atOnce(openWorkbookInSlices(bytes, fileName));
}

/** The same in slices: a large sheet of an .xlsx is read some megabytes at a time. */
export function* openWorkbookInSlices(
  bytes: Uint8Array,
  fileName: string,
): Sliced<OpenedWorkbook | { readonly problem: ReadProblem }, Step> {
  const warnings = new WarningList();
  try {
    const { format, sheets, formulas } = yield* readFile(bytes, fileName, warnings);
    if (sheets.length === 0) throw new ReadTrouble('no-sheets');
    return { source: new StoredWorkbook(sheets, formulas), format, warnings: warnings.all() };
  } catch (trouble) {
    if (trouble instanceof ReadTrouble) return { problem: readProblem(trouble.code) };
    throw trouble;
  }
}

function* readFile(bytes: Uint8Array, fileName: string, warnings: WarningList): Sliced<ReadResult, Step> {
  const sniffed = sniff(bytes);
  if ('problem' in sniffed) throw new ReadTrouble(sniffed.problem);
  const budget = new Budget();
  switch (sniffed.container) {
    case 'zip':
      return yield* readZip(bytes, budget, warnings);
    case 'ole':
      return readOle(bytes, budget);
    case 'markup':
      return readMarkup(bytes, fileName, budget, warnings);
    case 'text':
      return readText(bytes, fileName, budget, warnings);
  }
}

function* readZip(bytes: Uint8Array, budget: Budget, warnings: WarningList): Sliced<ReadResult, Step> {
  const archive = new ZipArchive(bytes, budget);
  const main = readRelations(archive, '').find((relation) => relation.type === 'officeDocument')?.target;
  const part = main !== undefined && archive.has(main) ? main : 'xl/workbook.xml';
  if (/\.bin$/i.test(part)) return { format: 'xlsb', sheets: readBinary(repacked(archive), false, budget) };
  if (/(?:^|\/)(?:word|ppt|visio)\//i.test(part)) throw new ReadTrouble('document');
  if (!archive.has(part)) throw new ReadTrouble(foreignZip(archive));
  const { sheets, parts } = yield* readOoxml(archive, part, budget, warnings);
  const formulas: FormulaSource = (sheet) => {
    const sheetPart = parts.get(sheet);
    // Read a second time, on an account of its own: formulas are asked for after the first may be nearly spent.
    return sheetPart === undefined ? new Map() : readFormulas(new ZipArchive(bytes, new Budget()), sheetPart);
  };
  return { format: hasMacros(archive) ? 'ooxml-macro' : 'ooxml', sheets, formulas };
}

/** An .xlsm says so in its list of content types, even when it holds no macro yet. */
function hasMacros(archive: ZipArchive): boolean {
  if (archive.has('xl/vbaProject.bin')) return true;
  const types = '[Content_Types].xml';
  return archive.has(types) && /macroEnabled\.main\+xml/i.test(new TextDecoder().decode(archive.read(types)));
}

function foreignZip(archive: ZipArchive): 'document' | 'opendocument' | 'archive' {
  if (archive.has('word/document.xml') || archive.has('ppt/presentation.xml')) return 'document';
  return archive.has('mimetype') && archive.has('content.xml') ? 'opendocument' : 'archive';
}

/**
 * The package again without compression, every part inflated under our caps first: the library that reads .xlsb
 * inflates whatever it is given. Parts it does not need for cells are left out.
 */
function repacked(archive: ZipArchive): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  let size = 0;
  for (const name of archive.names()) {
    if (/\/$|\/(?:media|drawings|charts|embeddings|printerSettings)\/|vbaProject/i.test(name)) continue;
    const part = archive.read(name);
    size += part.length;
    if (size > MAX_BINARY_BYTES) throw new ReadTrouble('too-large');
    parts[name] = part;
  }
  return zipSync(parts, { level: 0 });
}

function readOle(bytes: Uint8Array, budget: Budget): ReadResult {
  if (bytes.length > MAX_BINARY_BYTES) throw new ReadTrouble('too-large');
  refuseForeignOle(bytes);
  const sheets = readBinary(bytes, true, budget);
  // The library takes noise for a workbook without sheets, which no program writes.
  if (sheets.length === 0) throw new ReadTrouble('damaged');
  return { format: 'xls', sheets };
}

function readMarkup(bytes: Uint8Array, fileName: string, budget: Budget, warnings: WarningList): ReadResult {
  if (bytes.length > MAX_MARKUP_BYTES) throw new ReadTrouble('too-large');
  const { text, lossy } = decodeText(bytes, declaredEncoding(bytes));
  if (lossy) warnLost(warnings);
  if (/<(?:\w+:)?Workbook[\s>]/.test(text.slice(0, 65_536))) {
    return { format: 'spreadsheet-xml', sheets: readSpreadsheetXml(text, budget, warnings) };
  }
  return { format: 'web-page', sheets: readWebPage(text, nameFromFile(fileName), budget) };
}

function readText(bytes: Uint8Array, fileName: string, budget: Budget, warnings: WarningList): ReadResult {
  if (bytes.length > MAX_TEXT_BYTES) throw new ReadTrouble('too-large');
  const { text, lossy } = decodeText(bytes);
  if (/^MIME-Version:/i.test(text.trimStart())) throw new ReadTrouble('webarchive');
  if (lossy) warnLost(warnings);
  return { format: 'text', sheets: [readDelimited(text, nameFromFile(fileName), budget)] };
}

function warnLost(warnings: WarningList): void {
  const message = '文件里有些字节不成文字，已用“�”代替，请核对含有这个符号的单元格，或重新导出后再试。';
  warnings.add('characters-lost', '', '', message);
}
