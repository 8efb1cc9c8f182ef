import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** How often a run entered a function or a block of code, by the folder of src it is in: tables, report … */
export type Work = ReadonlyMap<string, number>;

const FOLDER = /\/src\/([a-z]+)\//;
const LIBRARY = '/node_modules/';

/**
 * How much work runs do, one after the other. Unlike time it is the same on every machine, however busy. What happens in
 * libraries and inside one call of the engine, such as searching a long text, is not in it. The first run is done twice:
 * what is only done once, such as reading packs, counts for none.
 */
export async function workOf(runs: readonly (() => Promise<unknown>)[]): Promise<Work[]> {
  const session = new Session();
  session.connect();
  // Optimised code counts nothing.
  setFlagsFromString('--no-opt');
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await runs[0]?.();
    await workSinceLast(session);
    const works: Work[] = [];
    for (const run of runs) {
      await run();
      works.push(await workSinceLast(session));
    }
    return works;
  } finally {
    setFlagsFromString('--opt');
    session.disconnect();
  }
}

/** All of a run's work. */
export function wholeWork(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}

/** What was done since this was last asked. */
async function workSinceLast(session: Session): Promise<Work> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const work = new Map<string, number>();
  for (const { url, functions } of result) {
    const folder = url.includes(LIBRARY) ? undefined : FOLDER.exec(url)?.[1];
    if (folder === undefined) continue;
    const entered = functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
    work.set(folder, (work.get(folder) ?? 0) + entered);
  }
  return work;
}
