import type { HostProblem, WorkbookHost } from '../../hosts/port';
import type { Engine } from '../engine/engine';
import type { Saved } from './saved';
import { NOTHING_SAVED, keyOf } from './saved';
import type { NextStep, PaneState } from './state';

/** What the service works with; the composition root, or a test, provides it. */
export interface PaneTools {
  readonly host: WorkbookHost;
  readonly engine: Engine;
  readonly today: () => Date;
  /** Where the sample workbook can be had; null where it is not shipped. */
  readonly sample: string | null;
  /** Told of a bug of ours, for whoever looks after the PC. */
  readonly onBug: (reason: unknown) => void;
}

const NEXT_STEPS: Partial<Readonly<Record<HostProblem['code'], NextStep>>> = {
  changed: 'rerun',
  gone: 'rerun',
  unsupported: 'dismiss',
};

/**
 * What every part of the service shares: the state and who listens to it, what is kept in the workbook, and what becomes
 * of trouble and of bugs.
 */
export class PaneCore {
  private current: PaneState;
  private readonly listeners = new Set<() => void>();
  private retried: (() => void) | null = null;

  constructor(readonly tools: PaneTools) {
    const { name, capabilities } = tools.host;
    this.current = {
      phase: 'opening',
      hostName: name,
      capabilities,
      sample: tools.sample,
      catalogue: { kinds: [], rubrics: [] },
      saved: NOTHING_SAVED,
      welcome: false,
      step: 'tables',
      showsSettings: false,
      asksUndo: false,
      result: null,
      outdated: false,
      work: null,
      trouble: null,
      notice: null,
      change: null,
      listChanged: false,
    };
  }

  get state(): PaneState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  update(change: Partial<PaneState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Does a piece of work in which every throw is a bug of ours. */
  async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.fail(reason);
    }
  }

  /** Nothing more is done in this session. */
  fail(reason: unknown): void {
    this.update({ phase: 'broken', work: null });
    this.tools.onBug(reason);
  }

  /** Keeps something in the workbook. It counts for this session even where the workbook cannot keep it. */
  async save(change: Partial<Saved>, outdates = false): Promise<void> {
    const { host } = this.tools;
    const { saved, result } = this.state;
    this.update({ saved: { ...saved, ...change }, ...(outdates && { outdated: result !== null }) });
    if (!host.capabilities.has('store')) return;
    for (const [name, value] of Object.entries(change)) {
      const outcome = await host.store.set(keyOf(name as keyof Saved), JSON.stringify(value));
      if (!this.succeeded(outcome, () => void this.guarded(() => this.save(change)))) return;
    }
  }

  /** False, with the trouble shown, when the host could not. */
  succeeded<T extends object>(outcome: T | { readonly problem: HostProblem }, retry: () => void): outcome is T {
    if (!('problem' in outcome)) return true;
    const problem = outcome.problem as HostProblem;
    if (problem.code === 'cancelled' && !problem.unrestored) this.update({ notice: problem.message });
    else {
      this.retried = retry;
      const next = problem.unrestored ? 'dismiss' : (NEXT_STEPS[problem.code] ?? 'retry');
      this.update({ trouble: { problem, next } });
    }
    return false;
  }

  /** Takes trouble and notices off the screen; gives what was to be tried again. */
  dismiss(): (() => void) | null {
    const retry = this.retried;
    this.retried = null;
    this.update({ trouble: null, notice: null, listChanged: false });
    return retry;
  }

  /** Nobody is told anything any more. */
  close(): void {
    this.listeners.clear();
  }
}
