import type { BookState } from './book-state';
import type { Change, Write } from './change';
import type { SheetContent } from './content';
import { HostTrouble } from '../port';
import { hostProblem, trouble } from './problems';
import type { Requirements } from './requirements';
import type { Snapshot } from './snapshot';
import { stagingNames } from '../staging-names';
import { withNotesAs } from './write-notes';

/** A write with everything that is known of it while it is made. */
export interface Job {
  readonly write: Write;
  readonly content: SheetContent;
  /** The name it has until the change is whole. */
  readonly staged: string;
  /** What stands there; null for a new sheet. */
  readonly before: Snapshot | null;
}

/**
 * Refuses a change that cannot be made to the tabs there are.
 * @throws HostTrouble structure-protected, gone, changed when a name is taken
 */
export function refuseImpossible({ writes, removes }: Change, { sheets, structureProtected }: BookState): void {
  const adds = writes.filter(({ over, keepAs }) => over === null || keepAs !== null);
  if (structureProtected && adds.length + removes.length > 0) throw trouble('structure-protected');
  const ids = new Set(sheets.map(({ id }) => id));
  for (const { id, name } of [...removes, ...writes.flatMap(({ over, name }) => (over ? [{ id: over, name }] : []))]) {
    if (!ids.has(id)) throw trouble('gone', name);
  }
  const removed = new Set(removes.map(({ id }) => id));
  const taken = new Set(sheets.flatMap(({ id, name }) => (removed.has(id) ? [] : [name.toLowerCase()])));
  const clash = writes.flatMap(({ over, name, keepAs }) => [
    ...(over === null ? [name] : []),
    ...(keepAs ? [keepAs] : []),
  ]);
  const found = clash.find((name) => taken.has(name.toLowerCase()));
  if (found !== undefined) throw trouble('changed', found);
}

/** What she changed since the sheets were written would be lost. */
export function refuseChanged(change: Change, snapshots: ReadonlyMap<string, Snapshot>): void {
  for (const [id, expected] of change.expected) {
    const snapshot = snapshots.get(id);
    if (!snapshot || snapshot.fingerprint === expected) continue;
    const message = `工作表“${snapshot.name}”写入后又有改动，撤销会把这些改动丢掉，所以没有撤销。请把要留的内容抄到别处，或直接删掉这张表。`;
    throw new HostTrouble({ ...hostProblem('changed'), message });
  }
}

/** What is to be written, under the names sheets have meanwhile. */
export function jobsOf(
  change: Change,
  book: BookState,
  snapshots: ReadonlyMap<string, Snapshot>,
  requirements: Requirements,
): { readonly jobs: Job[]; readonly remarks: string[] } {
  const remarks: string[] = [];
  const fresh = change.writes.filter(({ over, position }) => over === null && position === null);
  const staging = stagingNames(
    fresh.map(({ name }) => name),
    book.sheets.map(({ name }) => name),
  );
  const nameOf = (sheet: string): string => staging.get(sheet.toLowerCase()) ?? sheet;
  const jobs = change.writes.map((write) => {
    const { content, lost } = withNotesAs(write.content(nameOf), requirements);
    if (lost.length > 0) {
      remarks.push(`这个版本的 Excel 不能写批注，“${write.name}”的 ${lost.join('、')} 没有附说明。`);
    }
    const before = write.over === null ? null : (snapshots.get(write.over) ?? null);
    return { write, content, staged: before ? write.name : nameOf(write.name), before };
  });
  return { jobs, remarks };
}

/** From the names sheets have while they are made to those they get. */
export function finalNames(fresh: readonly Job[]): (sheet: string) => string {
  const names = new Map(fresh.map(({ staged, write }) => [staged.toLowerCase(), write.name]));
  return (sheet) => names.get(sheet.toLowerCase()) ?? sheet;
}

/** All names that new sheets bear at any time; Excel calls a copy “名称 (2)” until it has its own. */
export function namesOfNew(jobs: readonly Job[], { sheets }: BookState): Set<string> {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  return new Set(
    jobs.flatMap(({ write: { name, keepAs }, staged, before }) => {
      if (before === null) return [staged, name];
      if (keepAs === null) return [];
      let number = 2;
      while (taken.has(`${name} (${number})`.toLowerCase())) number += 1;
      return [keepAs, `${name} (${number})`];
    }),
  );
}
