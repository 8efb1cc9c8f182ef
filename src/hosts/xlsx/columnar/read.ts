import type { Visibility } from '../../../model/grid';
import type { Sliced, Step } from '../../../model/slices';
import { COLUMNAR_BYTES } from '../limits';
import { partPieces, readPart } from '../ooxml/part';
import type { FormulaCount, SheetContext } from '../ooxml/sheet';
import { SheetReader } from '../ooxml/sheet';
import { SharedTextsReader } from '../ooxml/texts';
import type { StoredSheet } from '../storedsheet';
import { SheetBuilder } from '../storedsheet';
import { XmlScanner } from '../xmlscan';
import type { ZipArchive } from '../zip';
import { ColumnBuilder } from './column-builder';
import type { PartScanner } from './part-scanner';
import { Unfamiliar } from './part-scanner';
import { SheetScanner } from './sheet-scanner';
import { TextStore } from './text-store';
import { TextsScanner } from './texts-scanner';

/** Inflated bytes read between two slices: some hundredths of a second. */
const SLICE_BYTES = 4 * 1024 * 1024;

/** A sheet's name and whether it is shown. */
export interface SheetTitle {
  readonly name: string;
  readonly visibility: Visibility;
}

interface ReadSheet {
  readonly sheet: StoredSheet;
  readonly count: FormulaCount;
}

/**
 * The texts that cells name by number, undecoded.
 * @throws ReadTrouble when the part cannot be read.
 */
export function* readTexts(archive: ZipArchive, part: string): Sliced<TextStore, Step> {
  const { budget } = archive;
  const left = budget.left();
  const texts = new TextStore();
  const outer = new XmlScanner(new SharedTextsReader(texts, budget), budget);
  try {
    yield* scan(archive, part, new TextsScanner(texts, budget, outer), '');
    return texts;
  } catch (trouble) {
    if (!(trouble instanceof Unfamiliar)) throw trouble;
  }
  budget.restore(left);
  const again = new TextStore();
  readPart(archive, part, new SharedTextsReader(again, budget));
  return again;
}

/**
 * One worksheet: a large one as columns, a small one, and one that is not built as large ones are, as rows.
 * @param columnarBytes inflated size from which on a sheet is large
 * @throws ReadTrouble when the part cannot be read.
 */
export function* readSheet(
  archive: ZipArchive,
  part: string,
  title: SheetTitle,
  context: SheetContext,
  columnarBytes = COLUMNAR_BYTES,
): Sliced<ReadSheet, Step> {
  if (archive.size(part) >= columnarBytes) {
    const left = context.budget.left();
    const columnar = yield* readColumns(archive, part, title, context);
    if (columnar) return columnar;
    context.budget.restore(left);
    context.warnings.forget(title.name);
  }
  const builder = new SheetBuilder(title.name, title.visibility, context.budget);
  const reader = new SheetReader(builder, context);
  readPart(archive, part, reader);
  return { sheet: builder.finish(), count: reader.count };
}

/** A worksheet as columns; null when it is not built as expected, or no cell was found where there are bytes. */
export function* readColumns(
  archive: ZipArchive,
  part: string,
  { name, visibility }: SheetTitle,
  context: SheetContext,
): Sliced<ReadSheet | null, Step> {
  const builder = new ColumnBuilder(name, visibility, context.texts, context.budget);
  const reader = new SheetReader(builder, context);
  const scanner = new SheetScanner(builder, context, reader, new XmlScanner(reader, context.budget));
  try {
    yield* scan(archive, part, scanner, name);
  } catch (trouble) {
    if (trouble instanceof Unfamiliar) return null;
    throw trouble;
  }
  return scanner.foundNothing ? null : { sheet: builder.finish(), count: reader.count };
}

function* scan(archive: ZipArchive, part: string, scanner: PartScanner, text: string): Sliced<void, Step> {
  const total = archive.size(part);
  let done = 0;
  let inSlice = 0;
  for (const piece of partPieces(archive, part)) {
    scanner.push(piece);
    inSlice += piece.length;
    if (inSlice < SLICE_BYTES) continue;
    done += inSlice;
    inSlice = 0;
    yield { done: Math.min(done, total), total, text };
  }
  scanner.end();
}
