import { PATIENCE } from './excel-under-test';
import type { ExcelUnderTest } from './excel-under-test';

/** Turns of the event loop without any request after which a program is waiting for its own clock. */
const IDLE_TURNS = 25;

/** Replaces the timers of programs, not those the runtime and the test turn on. */
export function stopClock(): void {
  jest.useFakeTimers({
    doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'],
  });
}

/** Waits for work whose host may hang: whenever nothing is asked any more, the clock is set forward by our patience. */
export async function settled<T>(work: Promise<T>, { excel }: Pick<ExcelUnderTest, 'excel'>): Promise<T> {
  let done = false;
  const mark = (): void => {
    done = true;
  };
  work.then(mark, mark);
  let idle = 0;
  for (let syncs = excel.log.syncs.length; !done;) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = excel.log.syncs.length;
    idle = now === syncs ? idle + 1 : 0;
    syncs = now;
    if (idle > IDLE_TURNS && jest.getTimerCount() > 0) {
      jest.advanceTimersByTime(PATIENCE + 1);
      idle = 0;
    }
  }
  return work;
}
