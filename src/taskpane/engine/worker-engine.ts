import type { ReadRequest, WorkbookSource } from '../../model/grid';
import type { Plan, PlannedSheet } from '../../sheet/plan';
import type { RowModel } from '../../sheet/sheet';
import type { Catalogue, Engine, RunOutcome, RunRequest, RunWork } from './engine';
import type { WiredProgress } from './serve';
import { untilCancelled } from './until-cancelled';
import type { MessageEnd } from './wire';
import { Wire } from './wire';

/** So many rows of formulas are taken off the wire in 20 to 30 ms; the longest sheet of the sample has 2,600. */
const ROWS_AT_ONCE = 100;

interface Running {
  readonly source: WorkbookSource;
  readonly work: RunWork;
}

interface SourceQuestion {
  readonly run: number;
  readonly member: keyof WorkbookSource;
  readonly argument: unknown;
}

/** The pipe on another thread. Only the workbook is read here; nothing of the pipe takes time on this thread. */
export class WorkerEngine implements Engine {
  /** Settled when the other thread is there; until then it may still turn out that it cannot be. */
  readonly ready: Promise<void>;
  private readonly wire: Wire;
  private readonly running = new Map<number, Running>();
  private lastRun = 0;

  /** @param end the other thread, @param stop ends it */
  constructor(
    end: MessageEnd,
    private readonly stop: () => void,
  ) {
    let arrived: () => void = () => undefined;
    this.ready = new Promise((resolve) => {
      arrived = resolve;
    });
    this.wire = new Wire(end, {
      ready: () => arrived(),
      progress: ({ run, progress }: WiredProgress) => this.running.get(run)?.work.onProgress?.(progress),
      source: (question: SourceQuestion) => this.readFor(question),
    });
  }

  async catalogue(): Promise<Catalogue> {
    return (await this.wire.ask('catalogue', null)) as Catalogue;
  }

  async run(source: WorkbookSource, request: RunRequest, work: RunWork = {}): Promise<RunOutcome> {
    const run = (this.lastRun += 1);
    const { signal } = work;
    this.running.set(run, { source, work });
    const cancel = (): void => this.wire.tell('cancel', run);
    signal?.addEventListener('abort', cancel, { once: true });
    const outcome = this.wire.ask('run', { run, request }).finally(() => {
      signal?.removeEventListener('abort', cancel);
      this.running.delete(run);
    });
    return untilCancelled(outcome as Promise<RunOutcome>, signal);
  }

  /** In pieces, with a turn for everything else between them. */
  async plan(): Promise<Plan | null> {
    const count = (await this.wire.ask('sheetCount', null)) as number | null;
    if (count === null) return null;
    const sheets: PlannedSheet[] = [];
    for (let sheet = 0; sheet < count; sheet += 1) {
      const { model, keepAs } = (await this.wire.ask('sheet', sheet)) as PlannedSheet;
      sheets.push({ model: { ...model, rows: await this.rowsOf(sheet) }, keepAs });
    }
    return { sheets };
  }

  private async rowsOf(sheet: number): Promise<RowModel[]> {
    const rows: RowModel[] = [];
    for (;;) {
      const from = rows.length;
      const piece = (await this.wire.ask('rows', { sheet, from, to: from + ROWS_AT_ONCE })) as readonly RowModel[];
      rows.push(...piece);
      if (piece.length < ROWS_AT_ONCE) return rows;
    }
  }

  async word(): Promise<Uint8Array | null> {
    return (await this.wire.ask('word', null)) as Uint8Array | null;
  }

  close(): void {
    this.wire.giveUp(new Error('the engine was closed'));
    this.stop();
  }

  private readFor({ run, member, argument }: SourceQuestion): Promise<unknown> {
    const source = this.running.get(run)?.source;
    if (!source) throw new Error(`run ${run} is over`);
    switch (member) {
      case 'describe':
        return source.describe();
      case 'read':
        return source.read(argument as ReadRequest);
      case 'columnFormats':
        return source.columnFormats(argument as string);
      case 'formulas':
        return source.formulas(argument as string);
    }
  }
}
