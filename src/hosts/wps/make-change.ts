import type { Change, Made } from '../change';
import { comparableEntries } from '../comparable';
import type { Work } from '../port';
import { HostTrouble } from '../port';
import { readEntries } from './cells';
import type { SheetContent } from './content';
import { VISIBILITY } from './enums';
import type { EtWorksheet } from './et';
import type { Job } from './jobs';
import { finalNames, jobsOf, namesOfNew, refuseChanged, refuseImpossible, withoutCovered } from './jobs';
import { newMeans } from './means';
import { OpenBook, rename, setVisibility } from './open-book';
import type { Tabs } from './open-book';
import { hostProblem, trouble, unrestored } from './problems';
import type { WpsProgram } from './program';
import { formulasReading, putFormulasBack } from './references';
import type { Begun } from './rollback';
import { rollBack, withoutStrays } from './rollback';
import { takeSnapshot } from './snapshot';
import type { Snapshot } from './snapshot';
import { writeSheet } from './write-sheet';

export type SheetChange = Change<string, SheetContent>;
export type SheetsMade = Made<string, SheetContent>;

const NOTHING: SheetsMade = { created: [], replaced: [], removed: [], references: [], remarks: [] };

/**
 * Makes a change whole or not at all: new sheets are made under other names and verified, then sheets that stand are
 * written over and verified, and only the last block gives names and takes sheets away. Each sheet is one block that
 * nothing comes between; between blocks she may work. When anything fails, all is put back.
 * @param changeOf what is to be done, seeing the tabs there are
 * @throws HostTrouble
 */
export async function makeChange(
  program: WpsProgram,
  changeOf: (tabs: Tabs) => SheetChange,
  work: Work = {},
): Promise<SheetsMade> {
  refuseWhenStopped(work.signal);
  const book = OpenBook.front(program);
  const tabs = book.ask('', () => book.tabs());
  const change = changeOf(tabs);
  if (change.writes.length + change.removes.length === 0) return NOTHING;
  return new ChangeMaker(book, tabs, change, work).make();
}

class ChangeMaker {
  private readonly means = newMeans();
  private done = 0;

  constructor(
    private readonly book: OpenBook,
    private readonly tabs: Tabs,
    private readonly change: SheetChange,
    private readonly work: Work,
  ) {}

  async make(): Promise<SheetsMade> {
    const { book, tabs, change } = this;
    refuseImpossible(change, tabs);
    const snapshots = await this.snapshots();
    refuseChanged(change, snapshots);
    const gone = new Set(change.removes.map(({ id }) => id));
    const staying = tabs.sheets.map(({ name }) => name).filter((name) => !gone.has(name));
    const references = formulasReading(book, staying, [...gone]);
    const jobs = jobsOf(change, tabs, snapshots);
    const removed = change.removes.map(({ id }) => snapshots.get(id) as Snapshot);
    const begun: Begun = { before: tabs, touched: new Set(), removed, names: namesOfNew(jobs, tabs), references };
    try {
      return await this.carryOut(jobs, removed, begun);
    } catch (error) {
      throw this.takenBack(error, begun);
    }
  }

  private async snapshots(): Promise<Map<string, Snapshot>> {
    const { writes, removes } = this.change;
    const names = [...writes.flatMap(({ over }) => (over === null ? [] : [over])), ...removes.map(({ id }) => id)];
    const snapshots = new Map<string, Snapshot>();
    for (const name of names) {
      await this.book.program.pause();
      refuseWhenStopped(this.work.signal);
      snapshots.set(name, takeSnapshot(this.book, name));
    }
    return snapshots;
  }

  private async carryOut(jobs: readonly Job[], removed: readonly Snapshot[], begun: Begun): Promise<SheetsMade> {
    const { book, tabs } = this;
    const fresh = jobs.filter(({ before }) => before === null);
    const standing = jobs.filter((job): job is Job & { before: Snapshot } => job.before !== null);
    const nameOf = finalNames(fresh);
    const fingerprints = new Map<string, string>();
    if (fresh.length > 0) book.change('', () => withoutStrays(book, begun.names, () => this.create(fresh)));
    for (const job of fresh) {
      await this.next(job);
      book.change(job.write.name, () => writeSheet(book, book.sheet(job.staged), job.content, null, this.means));
    }
    for (const job of fresh) fingerprints.set(job.write.name, this.verified(job, nameOf));
    const kept: SheetsMade['created'][number][] = [];
    for (const job of standing) {
      await this.next(job);
      book.change(job.write.name, () => {
        this.refuseMeanwhile(job.before);
        const { keepAs } = job.write;
        if (keepAs !== null) withoutStrays(book, begun.names, () => book.copy(book.sheet(job.before.id), keepAs));
        begun.touched.add(job.before);
        writeSheet(book, book.sheet(job.before.id), job.content, job.before.standing, this.means);
      });
      fingerprints.set(job.write.name, this.verified(job, nameOf));
      const { keepAs } = job.write;
      if (keepAs !== null) kept.push(this.kept(job.before, keepAs));
    }
    refuseWhenStopped(this.work.signal);
    book.change('', () => this.finish(jobs));
    const fingerprintOf = (name: string): string => fingerprints.get(name) ?? '';
    return {
      created: [...fresh.map(({ write: { name } }) => ({ id: name, name, fingerprint: fingerprintOf(name) })), ...kept],
      replaced: standing.map(({ before, write }) => ({ before, fingerprint: fingerprintOf(write.name) })),
      removed: removed.map((before) => ({ before, position: tabs.sheets.findIndex(({ id }) => id === before.id) })),
      references: begun.references,
      remarks: [...[...begun.touched, ...removed].flatMap(remarksOn), ...this.refusals()],
    };
  }

  /** Before each sheet: room for the program, a chance to stop, and word of what comes. */
  private async next({ write }: Job): Promise<void> {
    await this.book.program.pause();
    refuseWhenStopped(this.work.signal);
    this.work.onProgress?.({ done: this.done, total: this.change.writes.length, sheet: write.name });
    this.done += 1;
    refuseWhenStopped(this.work.signal);
  }

  /** All new sheets at once, empty: formulas of one may read another. */
  private create(fresh: readonly Job[]): void {
    for (const { staged } of fresh) this.book.add(staged);
  }

  private kept({ content }: Snapshot, name: string): SheetsMade['created'][number] {
    const { book } = this;
    return {
      id: name,
      name,
      fingerprint: book.ask(name, () => comparableEntries(entriesOn(book.sheet(name), content))),
    };
  }

  /** What was written is read back. Gives its entries in the form in which they are compared later. */
  private verified({ staged, write, content }: Job, nameOf: (sheet: string) => string): string {
    const { book } = this;
    const read = book.ask(write.name, () => entriesOn(book.sheet(staged), content));
    const shown = (entries: SheetContent['entries']): string =>
      comparableEntries(withoutCovered(entries, content.merges), nameOf);
    if (shown(read) !== shown(content.entries)) throw trouble('failed', write.name, 'verify');
    return comparableEntries(read, nameOf);
  }

  /** Between the snapshot and the first write she may have worked on a sheet of ours. */
  private refuseMeanwhile({ id, name, content, fingerprint }: Snapshot): void {
    if (comparableEntries(entriesOn(this.book.sheet(id), content)) !== fingerprint) throw trouble('changed', name);
  }

  /** The last block: what goes, names, places, what shows, her formulas. */
  private finish(jobs: readonly Job[]): void {
    const { book, change } = this;
    for (const { id } of change.removes) book.remove(id);
    for (const { before, write, staged, content } of jobs) {
      const sheet = book.sheet(staged);
      if (staged !== write.name) rename(sheet, write.name);
      if (write.position !== null) book.move(sheet, write.position);
      // A new sheet is visible.
      const visibility = before?.content.visibility ?? VISIBILITY.visible;
      if (visibility !== content.visibility) setVisibility(sheet, content.visibility);
    }
    putFormulasBack(book, change.references);
  }

  private refusals(): string[] {
    const { refused } = this.means.assured;
    if (refused.size === 0) return [];
    const members = [...refused].join('、');
    return [`表里的数和文字都已写好，但这个版本的 WPS 没有接受个别格式（${members}）。打印前请先看一遍打印预览。`];
  }

  /** Takes all back and gives what is to be thrown. */
  private takenBack(error: unknown, begun: Begun): unknown {
    const left = rollBack(this.book, begun, this.means);
    if (left.length === 0) return error;
    const problem = error instanceof HostTrouble ? error.problem : hostProblem('failed');
    return new HostTrouble(unrestored(problem, left));
  }
}

/** Entries as far as they were written and one row and column further. */
export function entriesOn(sheet: EtWorksheet, { entries }: Pick<SheetContent, 'entries'>): SheetContent['entries'] {
  const right = entries.reduce((widest, row) => Math.max(widest, row.length), 0);
  return readEntries(sheet, { top: 0, left: 0, bottom: entries.length, right });
}

function remarksOn({ name, untoldCharts }: Snapshot): string[] {
  if (untoldCharts === 0) return [];
  return [`这个版本的 WPS 读不出“${name}”里图表的数据来源，撤销本次写入后图表要重新生成。`];
}

/** @throws HostTrouble cancelled when she stopped the work */
export function refuseWhenStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw trouble('cancelled');
}
