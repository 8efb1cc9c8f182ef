import type { HerFormula } from '../change';
import { sheetKey } from '../change';
import { comparableEntries } from '../comparable';
import { readEntries } from './cells';
import type { Means } from './means';
import { setVisibility } from './open-book';
import type { OpenBook, Tabs } from './open-book';
import { attempted, insistently, undisturbed } from './program';
import { putFormulasBack } from './references';
import type { Snapshot } from './snapshot';
import { standingNow } from './snapshot';
import { writeSheet } from './write-sheet';

/** How far a change has come, so that it can be taken back at any point. */
export interface Begun {
  readonly before: Tabs;
  /** Sheets that are written over and may have been touched. */
  readonly touched: Set<Snapshot>;
  readonly removed: readonly Snapshot[];
  /** Names new sheets were given, temporary ones and final ones. */
  readonly names: Set<string>;
  readonly references: readonly HerFormula<string>[];
}

/** A call that failed once may go through the next time. */
const ATTEMPTS = 2;

/**
 * Puts back what stood before a change, in the workbook it was made in, also when another is in front by now. Gives the
 * names of the sheets that may not be as they were.
 */
export function rollBack(book: OpenBook, begun: Begun, means: Means): string[] {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const restored = attempted(() => {
      const rewritten = undisturbed(book.program.application, () => restore(book, begun, means));
      // Calculation is on again: formulas have values that can be read.
      return rewritten.every((snapshot) => isAsBefore(book, snapshot));
    });
    if (restored) return [];
  }
  const { touched, removed, names } = begun;
  const gone = removed.map(({ name }) => name);
  const concerned = [...new Set([...[...touched].map(({ name }) => name), ...gone, ...names])];
  const tabs = attempted(() => book.tabs());
  return concerned.filter((name) => !tabs || gone.includes(name) || tabs.sheets.some((sheet) => sheet.name === name));
}

/**
 * Work that adds sheets, within one block: when it fails, whatever sheets came into being go at once, by whatever name.
 * @param names takes down those that could not be taken away
 */
export function withoutStrays<T>(book: OpenBook, names: Set<string>, work: () => T): T {
  const before = new Set(book.names());
  try {
    return work();
  } catch (error) {
    for (const name of attempted(() => book.names()) ?? book.names()) {
      if (before.has(name)) continue;
      names.add(name);
      insistently(() => book.remove(name));
    }
    throw error;
  }
}

function restore(book: OpenBook, { before, touched, removed, names, references }: Begun, means: Means): Snapshot[] {
  const known = new Set(before.sheets.map(({ name }) => sheetKey(name)));
  const taken = new Set([...names].map(sheetKey));
  const now = book.names();
  const there = new Set(now.map(sheetKey));
  for (const name of now) if (!known.has(sheetKey(name)) && taken.has(sheetKey(name))) book.remove(name);
  const lost = removed.filter(({ name }) => !there.has(sheetKey(name)));
  // All of them before any is written: their formulas may read each other.
  for (const { name } of lost) book.add(name);
  for (const snapshot of lost) recreate(book, snapshot, before, means);
  const begun = [...touched, ...removed.filter((snapshot) => !lost.includes(snapshot) && lost.length > 0)];
  for (const snapshot of begun) rewrite(book, snapshot, means);
  if (lost.length > 0) putFormulasBack(book, references);
  book.bringToFront(before.front);
  return begun;
}

function rewrite(book: OpenBook, { id, content, standing }: Snapshot, means: Means): void {
  const sheet = book.sheet(id);
  writeSheet(book, sheet, content, standingNow(sheet, standing), means);
  setVisibility(sheet, content.visibility);
}

function isAsBefore(book: OpenBook, { id, content: { entries }, fingerprint }: Snapshot): boolean {
  const right = entries.reduce((widest, row) => Math.max(widest, row.length), 0);
  const read = readEntries(book.sheet(id), { top: 0, left: 0, bottom: entries.length, right });
  return comparableEntries(read) === fingerprint;
}

/** A sheet that is gone is made once more; her formulas find it by its name. */
function recreate(book: OpenBook, { name, content }: Snapshot, before: Tabs, means: Means): void {
  const sheet = book.sheet(name);
  writeSheet(book, sheet, content, null, means);
  const place = before.sheets.findIndex((one) => sheetKey(one.name) === sheetKey(name));
  if (place >= 0) book.move(sheet, place);
  setVisibility(sheet, content.visibility);
}
