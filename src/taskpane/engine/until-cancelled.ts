import type { RunOutcome } from './engine';

/**
 * The outcome of a run, or `cancelled` at once when it is cancelled: a host that does not answer keeps nobody waiting.
 * What the run still gives afterwards is dropped.
 */
export function untilCancelled(run: Promise<RunOutcome>, signal: AbortSignal | undefined): Promise<RunOutcome> {
  if (!signal) return run;
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve({ cancelled: true });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    run.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
