import type { Engine } from './engine';
import { Session } from './session';
import { untilCancelled } from './until-cancelled';

/**
 * The pipe on the pane's own thread, for hosts without workers: the screen has its turn between the steps of the pipe,
 * not inside one.
 */
export function inThreadEngine(): Engine {
  const session = new Session();
  return {
    catalogue: async () => session.catalogue(),
    run: (source, request, work = {}) => untilCancelled(session.run(source, request, work), work.signal),
    plan: async () => session.plan(),
    word: () => session.word(),
    close: () => undefined,
  };
}
