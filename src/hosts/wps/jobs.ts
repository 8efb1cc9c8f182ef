import type { Area } from '../../model/address';
import type { Change, Write } from '../change';
import { sheetKey } from '../change';
import type { Entry } from '../entry';
import type { HostProblem } from '../port';
import { HostTrouble } from '../port';
import { stagingNames } from '../staging-names';
import type { SheetContent } from './content';
import { VISIBILITY } from './enums';
import type { Tabs } from './open-book';
import { hostProblem, trouble } from './problems';
import type { Snapshot } from './snapshot';

/** A write with everything that is known of it while it is made. */
export interface Job {
  readonly write: Write<string, SheetContent>;
  readonly content: SheetContent;
  /** The name it has until the change is whole. */
  readonly staged: string;
  /** What stands there; null for a new sheet. */
  readonly before: Snapshot | null;
}

/** A workbook has one visible sheet at least. */
const LAST_SHEET: HostProblem = {
  ...hostProblem('failed'),
  message:
    '工作簿里没有别的可见工作表，不能把自评表全部删除。请先新建一张工作表，或取消隐藏一张，再试一次。工作簿没有改动。',
};

type SheetChange = Change<string, SheetContent>;

/**
 * Refuses a change that cannot be made to the tabs there are.
 * @throws HostTrouble structure-protected, gone, changed when a name is taken
 */
export function refuseImpossible({ writes, removes }: SheetChange, { sheets, structureProtected }: Tabs): void {
  const adds = writes.filter(({ over, keepAs }) => over === null || keepAs !== null);
  if (structureProtected && adds.length + removes.length > 0) throw trouble('structure-protected');
  const ids = new Set(sheets.map(({ id }) => id));
  for (const name of [...removes.map(({ id }) => id), ...writes.flatMap(({ over }) => over ?? [])]) {
    if (!ids.has(name)) throw trouble('gone', name);
  }
  const removed = new Set(removes.map(({ id }) => id));
  const taken = new Set(sheets.flatMap(({ id, name }) => (removed.has(id) ? [] : [sheetKey(name)])));
  const wanted = writes.flatMap(({ over, name, keepAs }) => [
    ...(over === null ? [name] : []),
    ...(keepAs ? [keepAs] : []),
  ]);
  const clash = wanted.find((name) => taken.has(sheetKey(name)));
  if (clash !== undefined) throw trouble('changed', clash);
  const stays = sheets.some(({ id, visibility }) => !removed.has(id) && visibility === VISIBILITY.visible);
  if (removes.length > 0 && !stays && adds.length === 0) throw new HostTrouble(LAST_SHEET);
}

/** What she changed since the sheets were written would be lost. */
export function refuseChanged(change: SheetChange, snapshots: ReadonlyMap<string, Snapshot>): void {
  for (const [id, expected] of change.expected) {
    const snapshot = snapshots.get(id);
    if (!snapshot || snapshot.fingerprint === expected) continue;
    const message = `工作表“${snapshot.name}”写入后又有改动，撤销会把这些改动丢掉，所以没有撤销。请把要留的内容抄到别处，或直接删掉这张表。`;
    throw new HostTrouble({ ...hostProblem('changed'), message });
  }
}

/** What is to be written, under the names sheets have meanwhile. */
export function jobsOf(change: SheetChange, { sheets }: Tabs, snapshots: ReadonlyMap<string, Snapshot>): Job[] {
  // One that comes back has formulas that read others by the names they have.
  const fresh = change.writes.filter(({ over, position }) => over === null && position === null);
  const staging = stagingNames(
    fresh.map(({ name }) => name),
    sheets.map(({ name }) => name),
  );
  const nameOf = (sheet: string): string => staging.get(sheetKey(sheet)) ?? sheet;
  return change.writes.map((write) => {
    const before = write.over === null ? null : (snapshots.get(write.over) ?? null);
    return { write, content: write.content(nameOf), staged: before ? write.name : nameOf(write.name), before };
  });
}

/** From the names sheets have while they are made to those they get. */
export function finalNames(fresh: readonly Job[]): (sheet: string) => string {
  const names = new Map(fresh.map(({ staged, write }) => [sheetKey(staged), write.name]));
  return (sheet) => names.get(sheetKey(sheet)) ?? sheet;
}

/** All names that new sheets bear at any time; the program calls a copy “名称 (2)” until it has its own. */
export function namesOfNew(jobs: readonly Job[], { sheets }: Tabs): Set<string> {
  const taken = new Set(sheets.map(({ name }) => sheetKey(name)));
  return new Set(
    jobs.flatMap(({ write: { name, keepAs }, staged, before }) => {
      if (before === null) return [staged, name];
      if (keepAs === null) return [];
      let number = 2;
      while (taken.has(sheetKey(`${name} (${number})`))) number += 1;
      return [keepAs, `${name} (${number})`];
    }),
  );
}

/** Entries without those that lie hidden under a merged area: programs need not keep them. */
export function withoutCovered(entries: SheetContent['entries'], merges: readonly Area[]): SheetContent['entries'] {
  const rows = entries.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if ((row > top || column > left) && rows[row]?.[column] !== undefined) (rows[row] as Entry[])[column] = null;
      }
    }
  }
  return rows;
}
