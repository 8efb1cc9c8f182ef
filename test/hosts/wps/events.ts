import type { EtProgram } from './et-program';

type Listener = (...args: unknown[]) => void;

/** ApiEvent: who listens to what (wps.md §1.3). A listener is a function or the name of one on the page's window. */
export class EtEvents {
  /** Set by a listener of a Before… event to veto it. */
  cancel = false;
  private readonly listeners = new Map<string, (Listener | string)[]>();

  constructor(private readonly program: EtProgram) {}

  add(name: string, listener: Listener | string): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  /** @param listener undefined takes all of the event's away */
  remove(name: string, listener: Listener | string | undefined): void {
    const kept = (this.listeners.get(name) ?? []).filter((one) => listener !== undefined && one !== listener);
    this.listeners.set(name, kept);
  }

  /** Tells the listeners unless events are off. @returns false when one of them vetoed it */
  fire(name: string, ...args: unknown[]): boolean {
    if (!this.program.switches.EnableEvents) return true;
    this.cancel = false;
    for (const listener of this.listeners.get(name) ?? []) {
      const listening = typeof listener === 'string' ? globalFunction(listener) : listener;
      try {
        listening?.(...args.map((one) => this.program.bridge.wrap(one)));
      } catch {
        // The program swallows what its callbacks throw (wps.md §1.2, REAL S8).
      }
    }
    return !this.cancel;
  }
}

function globalFunction(path: string): Listener | undefined {
  let found: unknown = globalThis;
  for (const step of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  return typeof found === 'function' ? (found as Listener) : undefined;
}
