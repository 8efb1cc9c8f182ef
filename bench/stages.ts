import { writeDocx } from '../src/document/docx';
import type { Evaluation } from '../src/evaluate';
import { evaluate } from '../src/evaluate';
import { openWorkbookFile } from '../src/hosts/xlsx/open';
import { writePlan } from '../src/hosts/xlsx/write/write';

/** The stages of a whole run in their order, with their names in reports. */
export const STAGES = {
  open: '读取',
  recognise: '识别',
  check: '核对',
  score: '计分',
  compose: '成表',
  write: '写入',
  word: 'Word',
} as const;

export type Stage = keyof typeof STAGES;

/** Milliseconds of each stage. */
export type StageTimes = Readonly<Record<Stage, number>>;

/** A whole run: what came of it, and what each stage took. */
export interface Run {
  readonly evaluation: Evaluation;
  readonly times: StageTimes;
}

/**
 * Everything the command does with a workbook, in memory: read, recognise, check, score, compose, write the workbook and
 * the Word report.
 * @throws when the workbook cannot be read or written: what is measured here can
 */
export async function runWhole(bytes: Uint8Array): Promise<Run> {
  const opened = await timed(() => openWorkbookFile(bytes, '示例.xlsx'));
  if ('problem' in opened.value) throw new Error(opened.value.problem.message);
  const evaluation = await finished(evaluate(opened.value.source, { last: 'report', date: '2024年4月20日' }));
  const { report, document, timings } = evaluation;
  if (!report || !document) throw new Error('the run gave no report');
  const written = await timed(() => writePlan(bytes, report.plan));
  if ('problem' in written.value) throw new Error(written.value.problem.message);
  const word = await timed(() => writeDocx(document));
  return {
    evaluation,
    times: {
      open: opened.ms + timings.read,
      recognise: timings.recognise,
      check: timings.check,
      score: timings.score,
      compose: timings.write,
      write: written.ms,
      word: word.ms,
    },
  };
}

/** What a pipe ends with. */
async function finished<T>(pipe: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const step = await pipe.next();
    if (step.done) return step.value;
  }
}

/** A piece of work with the milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** The middle one of some numbers. @throws when there are none */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('no median of nothing');
  return middle;
}
