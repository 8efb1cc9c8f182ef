import { evaluate } from '../../evaluate';
import type { EvaluateOptions, Evaluation, Progress } from '../../evaluate';
import { HostTrouble } from '../../hosts/port';
import type { WorkbookSource } from '../../model/grid';
import { RUBRICS, rubricById } from '../../rubric/packs';
import type { Plan } from '../../sheet/plan';
import { KINDS } from '../../tables/packs';
import type { Catalogue, RunOutcome, RunRequest, RunWork } from './engine';
import { paneResult } from './pane-result';
import { pause } from './pause';
import { typedCells } from './typed-cells';

const CANCELLED = { cancelled: true } as const;

/** Milliseconds of work after which everything else has its turn: what one frame of the screen takes. */
const TURN = 16;

/**
 * The pipe for one pane: runs it, with a turn for everything else between its steps, and keeps what the last finished
 * run composed. One run at a time: a second one waits for the first to end.
 */
export class Session {
  private last: Evaluation | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  catalogue(): Catalogue {
    return {
      // A kind with several layouts is one kind to her.
      kinds: [...new Map([...KINDS].reverse().map(({ id, name }) => [id, { id, name }])).values()].reverse(),
      rubrics: RUBRICS.map(({ id, title }) => ({ id, name: title })),
    };
  }

  run(source: WorkbookSource, request: RunRequest, work: RunWork = {}): Promise<RunOutcome> {
    const outcome = this.queue.then(() => this.runNow(source, request, work));
    // Whoever asked is told of a failure; the next run begins all the same.
    this.queue = outcome.catch(() => undefined);
    return outcome;
  }

  plan(): Plan | null {
    return this.last?.report?.plan ?? null;
  }

  async word(): Promise<Uint8Array | null> {
    const document = this.last?.document ?? null;
    if (document === null) return null;
    const { writeDocx } = await import('../../document/docx');
    return writeDocx(document);
  }

  private async runNow(source: WorkbookSource, request: RunRequest, work: RunWork): Promise<RunOutcome> {
    try {
      const evaluation = await this.evaluated(source, request, work);
      if (evaluation === null) return CANCELLED;
      const result = paneResult(evaluation, await source.describe());
      this.last = evaluation;
      return { result };
    } catch (trouble) {
      if (trouble instanceof HostTrouble) return { problem: trouble.problem };
      throw trouble;
    }
  }

  /** The evaluated workbook; null when it was cancelled. */
  private async evaluated(
    source: WorkbookSource,
    request: RunRequest,
    { onProgress, signal }: RunWork,
  ): Promise<Evaluation | null> {
    const pipe = evaluate(source, optionsOf(request));
    let stage: Progress['stage'] | null = null;
    let turnAt = performance.now();
    for (;;) {
      if (signal?.aborted) return null;
      const step = await pipe.next();
      if (step.done) return signal?.aborted ? null : step.value;
      const isDue = performance.now() - turnAt >= TURN;
      // Nobody sees what is told between two turns; only the stages are told one and all.
      if (isDue || step.value.stage !== stage) onProgress?.(step.value);
      stage = step.value.stage;
      if (!isDue) continue;
      await pause();
      turnAt = performance.now();
    }
  }
}

function optionsOf(request: RunRequest): EvaluateOptions {
  const { last, date, year, unitName, amountUnits, kinds, said } = request;
  const rubric = request.rubric === null ? null : rubricById(request.rubric);
  return {
    ...{ last, date, amountUnits, kinds, typed: typedCells(said) },
    ...(year === null ? {} : { year }),
    ...(unitName === null ? {} : { unitName }),
    ...(rubric === null ? {} : { rubric }),
  };
}
