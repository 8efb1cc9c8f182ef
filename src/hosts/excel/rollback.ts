import { readBook } from './book-state';
import type { BookState } from './book-state';
import { comparableEntries } from '../comparable';
import type { Connection, Session } from './connection';
import { putFormulasBack } from './references';
import type { HerFormula } from './references';
import { standingNow } from './snapshot';
import type { Snapshot } from './snapshot';
import { entriesOf } from './verify';
import { writeSheet } from './write-sheet';

/** How far a change has come, so that it can be taken back at any point, also when an answer never came. */
export interface Begun {
  readonly before: BookState;
  /** Sheets that are written over and may have been touched. */
  readonly touched: Set<Snapshot>;
  readonly removed: readonly Snapshot[];
  /** Names new sheets were given, temporary ones and final ones. */
  readonly names: ReadonlySet<string>;
  readonly references: readonly HerFormula[];
}

/** A request that failed once may go through the next time. */
const ATTEMPTS = 2;

/** Puts back what stood before a change. Gives the names of the sheets that may not be as they were. */
export async function rollBack(connection: Connection, begun: Begun): Promise<string[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await restore(connection, connection.open(), begun);
      return [];
    } catch {
      // What is left undone is done by the next attempt, or said.
    }
  }
  const { touched, removed, names } = begun;
  const concerned = [...new Set([...[...touched, ...removed].map(({ name }) => name), ...names])];
  try {
    const { sheets } = await readBook(connection.open());
    const gone = removed.map(({ name }) => name);
    return concerned.filter((name) => gone.includes(name) || sheets.some((sheet) => sheet.name === name));
  } catch {
    return concerned;
  }
}

async function restore(connection: Connection, session: Session, begun: Begun): Promise<void> {
  const { before, touched, removed, names, references } = begun;
  const now = await readBook(session);
  const known = new Set(before.sheets.map(({ id }) => id));
  const taken = new Set([...names].map((name) => name.toLowerCase()));
  const standing = new Set(now.sheets.map(({ id }) => id));
  const lost = removed.filter(({ id }) => !standing.has(id));
  const strays = now.sheets.filter(({ id, name }) => !known.has(id) && taken.has(name.toLowerCase()));
  for (const { id } of strays) session.sheet(id).delete();
  if (strays.length > 0) await session.sync();
  for (const sheet of touched) await rewrite(connection, session, sheet);
  for (const sheet of lost) await recreate(connection, session, sheet, before);
  if (lost.length > 0) await putFormulasBack(session, references);
  const front = lost.find(({ id }) => id === before.active)?.name ?? before.active;
  if (now.active !== before.active) {
    session.sheet(front).activate();
    await session.sync();
  }
}

async function rewrite(connection: Connection, session: Session, sheet: Snapshot): Promise<void> {
  const { id, name, content } = sheet;
  const standing = await standingNow(session, connection, id, sheet.standing);
  await writeSheet(session, connection, { id, name, shown: name, standing }, content);
  const excel = session.sheet(id);
  excel.visibility = content.visibility;
  await session.sync(name);
  const read = await entriesOf(session, [{ id, name, content }]);
  if (comparableEntries(read.get(id) ?? []) !== sheet.fingerprint) throw new Error('The sheet is not as it was.');
}

/** A sheet that is gone is made once more; its id is another, her formulas find it by its name. */
async function recreate(connection: Connection, session: Session, sheet: Snapshot, before: BookState): Promise<void> {
  const { name, content } = sheet;
  const excel = session.workbook.worksheets.add(name);
  excel.load('id');
  await session.sync(name);
  const { id } = excel;
  await writeSheet(session, connection, { id, name, shown: name, standing: null }, content);
  const made = session.sheet(id);
  made.position = before.sheets.findIndex((one) => one.id === sheet.id);
  made.visibility = content.visibility;
  await session.sync(name);
}
