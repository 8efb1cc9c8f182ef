import type { Work } from '../port';
import { HostTrouble } from '../port';
import { readBook } from './book-state';
import type { BookState } from './book-state';
import type { Change, Made } from './change';
import { comparableEntries } from '../comparable';
import { breathe, refuseWhenStopped } from './connection';
import type { Connection, Session } from './connection';
import type { SheetContent } from './content';
import { withoutCovered } from './merges';
import { finalNames, jobsOf, namesOfNew, refuseChanged, refuseImpossible } from './jobs';
import type { Job } from './jobs';
import { hostProblem, trouble, unrestored } from './problems';
import { formulasReading, putFormulasBack } from './references';
import type { Begun } from './rollback';
import { rollBack } from './rollback';
import { takeSnapshots } from './snapshot';
import type { Snapshot } from './snapshot';
import { entriesOf } from './verify';
import { writeSheet } from './write-sheet';

/** A sheet that came into being. */
interface Created {
  readonly id: string;
  readonly name: string;
}

/**
 * Makes a change whole or not at all: new sheets are made under other names and verified, then sheets that stand are
 * written over and verified, and only the last request gives names and takes sheets away. When anything fails, all is put
 * back.
 * @param changeOf what is to be done, seeing the tabs there are
 * @throws HostTrouble
 */
export async function makeChange(
  connection: Connection,
  changeOf: (book: BookState) => Change,
  work: Work = {},
): Promise<Made> {
  connection.requireBaseline();
  refuseWhenStopped(work.signal);
  const session = connection.open();
  const book = await readBook(session);
  const change = changeOf(book);
  if (change.writes.length + change.removes.length === 0) return NOTHING;
  return new ChangeMaker(connection, session, change, work).make(book);
}

const NOTHING: Made = { created: [], replaced: [], removed: [], references: [], remarks: [] };

class ChangeMaker {
  private readonly remarks: string[] = [];
  private done = 0;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly change: Change,
    private readonly work: Work,
  ) {}

  async make(book: BookState): Promise<Made> {
    const { session, connection, change } = this;
    refuseImpossible(change, book);
    const overwritten = change.writes.flatMap(({ over, name }) => (over === null ? [] : [{ id: over, name }]));
    const { all, untoldCharts } = await takeSnapshots(session, connection, [...overwritten, ...change.removes]);
    const snapshots = new Map(all.map((snapshot) => [snapshot.id, snapshot]));
    refuseChanged(change, snapshots);
    for (const name of untoldCharts) {
      this.remarks.push(`这个版本的 Excel 读不出“${name}”里图表的数据来源，撤销本次写入后图表要重新生成。`);
    }
    const gone = new Set(change.removes.map(({ id }) => id));
    const others = book.sheets.filter(({ id }) => !gone.has(id));
    const references = await formulasReading(
      session,
      connection,
      others,
      change.removes.map(({ name }) => name),
    );
    const { jobs, remarks } = jobsOf(change, book, snapshots, connection.requirements);
    this.remarks.push(...remarks);
    const removed = change.removes.map(({ id }) => snapshots.get(id) as Snapshot);
    const begun: Begun = {
      before: book,
      touched: new Set(),
      removed,
      names: namesOfNew(jobs, book),
      references,
    };
    try {
      return await this.carryOut(book, jobs, removed, begun);
    } catch (error) {
      throw await this.takenBack(error, begun);
    }
  }

  private async carryOut(
    book: BookState,
    jobs: readonly Job[],
    removed: readonly Snapshot[],
    begun: Begun,
  ): Promise<Made> {
    const { session, connection } = this;
    const fresh = jobs.filter(({ before }) => before === null);
    const standing = jobs.filter((job): job is Job & { before: Snapshot } => job.before !== null);
    const { made, copies } = await this.create(book, fresh, standing);
    const finalName = finalNames(fresh);
    const fingerprints = new Map<string, string>();
    for (const [index, job] of fresh.entries()) {
      await this.next(job);
      const { id } = made[index] as Created;
      await writeSheet(
        session,
        connection,
        { id, name: job.staged, shown: job.write.name, standing: null },
        job.content,
      );
    }
    await this.verify(
      fresh.map((job, index) => ({ job, id: (made[index] as Created).id })),
      finalName,
      fingerprints,
    );
    await this.refuseMeanwhile(standing);
    for (const job of standing) {
      await this.next(job);
      begun.touched.add(job.before);
      const { id, standing: old } = job.before;
      await writeSheet(session, connection, { id, name: job.staged, shown: job.staged, standing: old }, job.content);
    }
    await this.verify(
      standing.map((job) => ({ job, id: job.before.id })),
      finalName,
      fingerprints,
    );
    const kept = await this.fingerprintsOf(copies, standing);
    refuseWhenStopped(this.work.signal);
    await this.finish(book, jobs, made);
    await putFormulasBack(session, this.change.references);
    return {
      created: [
        ...fresh.map(({ write }, index) => {
          const { id } = made[index] as Created;
          return { id, name: write.name, fingerprint: fingerprints.get(id) ?? '' };
        }),
        ...copies.map(({ id, name }) => ({ id, name, fingerprint: kept.get(id) ?? '' })),
      ],
      replaced: standing.map(({ before }) => ({ before, fingerprint: fingerprints.get(before.id) ?? '' })),
      removed: removed.map((before) => ({ before, position: book.sheets.findIndex(({ id }) => id === before.id) })),
      references: begun.references,
      remarks: this.remarks,
    };
  }

  /** Makes the new sheets, and copies of those that are kept, in one request. */
  private async create(
    book: BookState,
    fresh: readonly Job[],
    standing: readonly Job[],
  ): Promise<{ made: Created[]; copies: Created[] }> {
    const keeping = standing.filter(({ write }) => write.keepAs !== null);
    if (fresh.length + keeping.length === 0) return { made: [], copies: [] };
    refuseWhenStopped(this.work.signal);
    const { session } = this;
    const made = fresh.map(({ staged }) => session.workbook.worksheets.add(staged));
    const copies = keeping.map(({ write }) => {
      const copy = session.sheet(write.over as string).copy('End');
      copy.name = write.keepAs as string;
      return copy;
    });
    for (const sheet of [...made, ...copies]) sheet.load('id,name');
    // Excel brings a copy to the front.
    if (copies.length > 0) session.sheet(book.active).activate();
    await session.sync();
    const created = ({ id, name }: Excel.Worksheet): Created => ({ id, name });
    return { made: made.map(created), copies: copies.map(created) };
  }

  /** Before each sheet: room for the program, a chance to stop, and word of what comes. */
  private async next({ write }: Job): Promise<void> {
    await breathe();
    refuseWhenStopped(this.work.signal);
    this.work.onProgress?.({ done: this.done, total: this.change.writes.length, sheet: write.name });
    this.done += 1;
  }

  private async verify(
    sheets: readonly { readonly job: Job; readonly id: string }[],
    finalName: (sheet: string) => string,
    fingerprints: Map<string, string>,
  ): Promise<void> {
    const written = sheets.map(({ job, id }) => ({ id, name: job.write.name, content: job.content }));
    const read = await entriesOf(this.session, written);
    for (const { id, name, content } of written) {
      const entries = read.get(id) ?? [];
      const shown = (some: SheetContent['entries']): string =>
        comparableEntries(withoutCovered(some, content.merges), finalName);
      if (shown(entries) !== shown(content.entries)) throw trouble('failed', name, 'verify');
      fingerprints.set(id, comparableEntries(entries, finalName));
    }
  }

  /** Between the snapshot and the first write someone else may have worked on a sheet of ours. */
  private async refuseMeanwhile(standing: readonly (Job & { before: Snapshot })[]): Promise<void> {
    const read = await entriesOf(
      this.session,
      standing.map(({ before }) => before),
    );
    for (const { before } of standing) {
      if (comparableEntries(read.get(before.id) ?? []) !== before.fingerprint) throw trouble('changed', before.name);
    }
  }

  private async fingerprintsOf(copies: readonly Created[], standing: readonly Job[]): Promise<Map<string, string>> {
    const contents = standing.flatMap(({ write, before }) => (write.keepAs !== null && before ? [before.content] : []));
    const read = await entriesOf(
      this.session,
      copies.map(({ id, name }, index) => ({ id, name, content: contents[index] as SheetContent })),
    );
    return new Map([...read].map(([id, entries]) => [id, comparableEntries(entries)]));
  }

  /** The last request: names, places, what shows, what goes. */
  private async finish(book: BookState, jobs: readonly Job[], made: readonly Created[]): Promise<void> {
    const { session, change } = this;
    for (const { id } of change.removes) session.sheet(id).delete();
    jobs
      .filter(({ before }) => before === null)
      .forEach(({ write, staged, content }, index) => {
        const sheet = session.sheet((made[index] as Created).id);
        if (staged !== write.name) sheet.name = write.name;
        if (write.position !== null) sheet.position = write.position;
        if (content.visibility !== 'Visible') sheet.visibility = content.visibility;
      });
    for (const { before, content } of jobs) {
      if (before && before.content.visibility !== content.visibility)
        session.sheet(before.id).visibility = content.visibility;
    }
    if (!change.removes.some(({ id }) => id === book.active)) session.sheet(book.active).activate();
    await session.sync();
  }

  /** Takes all back and gives what is to be thrown. */
  private async takenBack(error: unknown, begun: Begun): Promise<unknown> {
    const left = await rollBack(this.connection, begun);
    if (left.length === 0) return error;
    const problem = error instanceof HostTrouble ? error.problem : hostProblem('failed');
    return new HostTrouble(unrestored(problem, left));
  }
}
