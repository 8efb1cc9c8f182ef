import type { Visibility } from '../../../model/grid';
import type { Sliced, Step } from '../../../model/slices';
import { readSheet, readTexts } from '../columnar/read';
import { TextStore } from '../columnar/text-store';
import type { Budget } from '../limits';
import { MAX_SHEETS } from '../limits';
import type { WarningList } from '../problem';
import { ReadTrouble } from '../problem';
import { uniqueName } from '../sheetnames';
import type { StoredSheet } from '../storedsheet';
import { SheetBuilder } from '../storedsheet';
import type { XmlReader, XmlTag } from '../xmlscan';
import type { ZipArchive } from '../zip';
import type { Relation } from './part';
import { readPart, readRelations } from './part';
import type { FormulaCount, SheetContext } from './sheet';
import { StylesReader } from './styles';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly visibility: Visibility;
}

class WorkbookReader implements XmlReader {
  readonly collecting = false;
  readonly sheets: SheetEntry[] = [];
  date1904 = false;
  recalculates = false;

  open(tag: XmlTag): void {
    if (tag.name === 'sheet') {
      const state = tag.attribute('state');
      this.sheets.push({
        name: tag.attribute('name') ?? '',
        relation: tag.attribute('id') ?? '',
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      });
      if (this.sheets.length > MAX_SHEETS) throw new ReadTrouble('too-large');
    } else if (tag.name === 'workbookPr') this.date1904 = /^(1|true)$/.test(tag.attribute('date1904') ?? '');
    else if (tag.name === 'calcPr') this.recalculates = /^(1|true)$/.test(tag.attribute('fullCalcOnLoad') ?? '');
  }

  close(): void {}

  text(): void {}
}

/** The sheets of a package and the part each of them was read from, by the sheet's name. */
export interface OoxmlSheets {
  readonly sheets: readonly StoredSheet[];
  readonly parts: ReadonlyMap<string, string>;
}

/** Formulas from which on "every one is 0" is no accident. */
const SUSPICIOUS_FORMULAS = 5;

/**
 * Reads an .xlsx or .xlsm workbook, transitional or strict, from its package: values, formats, visibility and hints.
 * Parts are found by relationships, never by their usual names. Days counted from 1904 are moved to the 1900 calendar.
 * @throws ReadTrouble when the package holds no readable workbook.
 */
export function* readOoxml(
  archive: ZipArchive,
  workbookPart: string,
  budget: Budget,
  warnings: WarningList,
): Sliced<OoxmlSheets, Step> {
  const workbook = new WorkbookReader();
  readPart(archive, workbookPart, workbook);
  const relations = readRelations(archive, workbookPart);
  const partOf = (type: string): string | null => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target !== undefined && archive.has(target) ? target : null;
  };
  const styles = new StylesReader();
  const stylesPart = partOf('styles');
  if (stylesPart !== null) readPart(archive, stylesPart, styles);
  const textsPart = partOf('sharedStrings');
  const texts = textsPart === null ? new TextStore() : yield* readTexts(archive, textsPart);
  const context = { texts, styles: styles.styles, date1904: workbook.date1904, budget, warnings };
  const counts: FormulaCount[] = [];
  const parts = new Map<string, string>();
  const sheets = yield* readSheets(archive, workbook.sheets, relations, context, counts, parts);
  const formulas = counts.reduce((sum, count) => sum + count.formulas, 0);
  if (workbook.recalculates && formulas >= SUSPICIOUS_FORMULAS && counts.every((count) => count.nonZero === 0)) {
    const message = `全部 ${formulas} 个公式的结果都是 0，这个文件多半由程序生成后从未计算过，请用 Excel 或 WPS 打开并保存一次后再试。`;
    warnings.add('formulas-never-calculated', '', '', message);
  }
  return { sheets, parts };
}

/** All worksheets in the order of their tabs; sheets of charts, dialogs and old macros hold no cells and are left out. */
function* readSheets(
  archive: ZipArchive,
  entries: readonly SheetEntry[],
  relations: readonly Relation[],
  context: SheetContext,
  counts: FormulaCount[],
  parts: Map<string, string>,
): Sliced<StoredSheet[], Step> {
  const taken = new Set<string>();
  const sheets: StoredSheet[] = [];
  for (const entry of entries) {
    const relation = relations.find((candidate) => candidate.id === entry.relation);
    if (relation && relation.type !== 'worksheet') continue;
    const name = uniqueName(entry.name, taken);
    if (relation && archive.has(relation.target)) {
      const { sheet, count } = yield* readSheet(
        archive,
        relation.target,
        { name, visibility: entry.visibility },
        context,
      );
      sheets.push(sheet);
      counts.push(count);
      parts.set(name, relation.target);
    } else {
      const message = `工作表“${name}”的内容在文件里找不到，按空表读取，请用 Excel 或 WPS 打开核对后重新保存。`;
      context.warnings.add('sheet-part-missing', name, '', message);
      sheets.push(new SheetBuilder(name, entry.visibility, context.budget).finish());
    }
  }
  return sheets;
}
