import type { LoggedAction } from './log';

/** When a fault strikes, counted from 1 since it was set: an action, a sync, or the n-th action of a kind of the log. */
export type FaultPoint =
  { readonly action: number } | { readonly sync: number } | { readonly kind: string; readonly nth: number };

/**
 * How the host fails. `fail` answers an error: at an action inside the batch, what came before it was done; at a sync
 * instead of the batch. `hang` answers nothing, ever, after doing as much. `lose` does the whole batch and then answers
 * nothing: the program cannot know.
 */
export interface Fault {
  readonly at: FaultPoint;
  readonly how: 'fail' | 'hang' | 'lose';
  /** The error's code; GeneralException when left out. */
  readonly code?: string;
  /** True strikes at every later point as well. */
  readonly forEver?: boolean;
}

/** What befalls one action or sync; null for nothing. */
export type Strike = Pick<Fault, 'how' | 'code'> | null;

/** Faults set on a host, and states a workbook can be in that refuse everything. */
export class Faults {
  /** Another workbook is in front. */
  inactive = false;
  private typing = false;
  private waiting: (() => void)[] = [];
  private set: { readonly fault: Fault; reached: boolean }[] = [];
  private actions = 0;
  private syncs = 0;
  private readonly kinds = new Map<string, number>();

  /** A cell is being typed in: every batch is refused unless it waits (`delayForCellEdit`), until this is false. */
  get editing(): boolean {
    return this.typing;
  }

  set editing(typing: boolean) {
    this.typing = typing;
    if (typing) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  /** For the bridge: calls back when no cell is being typed in any more. */
  whenEdited(go: () => void): void {
    if (this.typing) this.waiting.push(go);
    else go();
  }

  /** Adds a fault; counting begins anew for all of them. */
  inject(fault: Fault): void {
    this.set.push({ fault, reached: false });
    this.actions = 0;
    this.syncs = 0;
    this.kinds.clear();
  }

  /** Takes all faults away. */
  clear(): void {
    this.set = [];
  }

  /** True when every fault that was set has struck. */
  get struck(): boolean {
    return this.set.every(({ reached }) => reached);
  }

  /** For the executor: a request begins. */
  atSync(): Strike {
    this.syncs += 1;
    return this.strike((point) => 'sync' in point && point.sync === this.syncs);
  }

  /** For the executor: an action is about to be done. */
  atAction(action: LoggedAction): Strike {
    this.actions += 1;
    const seen = (this.kinds.get(action.kind) ?? 0) + 1;
    this.kinds.set(action.kind, seen);
    return this.strike((point) => {
      if ('action' in point) return point.action === this.actions;
      return 'kind' in point && point.kind === action.kind && point.nth === seen;
    }, action.kind);
  }

  private strike(isHere: (point: FaultPoint) => boolean, kind?: string): Strike {
    for (const one of this.set) {
      const again = one.reached && one.fault.forEver === true && isOfKind(one.fault.at, kind);
      const now = !one.reached && isHere(one.fault.at);
      if (now) one.reached = true;
      if (now || again) return one.fault;
    }
    return null;
  }
}

/** Whether a point counts what happens now: syncs (no kind), actions, actions of its kind. */
function isOfKind(point: FaultPoint, kind: string | undefined): boolean {
  if ('sync' in point) return kind === undefined;
  return kind !== undefined && (!('kind' in point) || point.kind === kind);
}
