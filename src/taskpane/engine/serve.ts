import type { Progress } from '../../evaluate';
import type { ReadRequest, RowBlock, SheetDescription, WorkbookSource } from '../../model/grid';
import type { PlannedSheet } from '../../sheet/plan';
import type { RowModel } from '../../sheet/sheet';
import type { RunOutcome, RunRequest } from './engine';
import { Session } from './session';
import type { MessageEnd } from './wire';
import { Wire } from './wire';

/** A run as it is asked for over the wire; `run` tells it from others. */
export interface WiredRun {
  readonly run: number;
  readonly request: RunRequest;
}

export interface WiredProgress {
  readonly run: number;
  readonly progress: Progress;
}

/** Rows of a planned sheet, `to` not included. */
export interface WiredRows {
  readonly sheet: number;
  readonly from: number;
  readonly to: number;
}

/** Serves the pipe to the thread at the other end; the workbook is read through that thread. */
export function serveEngine(end: MessageEnd): void {
  const session = new Session();
  const running = new Map<number, AbortController>();
  const wire: Wire = new Wire(end, {
    catalogue: () => session.catalogue(),
    run: async ({ run, request }: WiredRun): Promise<RunOutcome> => {
      const controller = new AbortController();
      running.set(run, controller);
      const onProgress = (progress: Progress): void => wire.tell('progress', { run, progress });
      try {
        return await session.run(remoteSource(wire, run), request, { onProgress, signal: controller.signal });
      } finally {
        running.delete(run);
      }
    },
    cancel: (run: number) => running.get(run)?.abort(),
    sheetCount: () => session.plan()?.sheets.length ?? null,
    sheet: (index: number): PlannedSheet | null => withoutRows(session.plan()?.sheets[index]),
    rows: ({ sheet, from, to }: WiredRows): readonly RowModel[] =>
      session.plan()?.sheets[sheet]?.model.rows.slice(from, to) ?? [],
    word: () => session.word(),
  });
  wire.tell('ready', null);
}

/** A workbook that is read through the other end of the wire. */
function remoteSource(wire: Wire, run: number): WorkbookSource {
  const ask = <T>(member: keyof WorkbookSource, argument: unknown): Promise<T> =>
    wire.ask('source', { run, member, argument }) as Promise<T>;
  return {
    describe: () => ask<readonly SheetDescription[]>('describe', null),
    read: (request: ReadRequest) => ask<RowBlock>('read', request),
    columnFormats: (sheet: string) => ask<readonly (string | null)[]>('columnFormats', sheet),
    formulas: (sheet: string) => ask<ReadonlyMap<string, string>>('formulas', sheet),
  };
}

function withoutRows(planned: PlannedSheet | undefined): PlannedSheet | null {
  return planned ? { ...planned, model: { ...planned.model, rows: [] } } : null;
}
