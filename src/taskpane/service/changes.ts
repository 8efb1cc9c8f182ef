import type { Applied, Outcome, Work } from '../../hosts/port';
import type { PlannedWrite } from '../engine/result';
import { NOTHING_SAID } from '../engine/said';
import type { PaneCore } from './core';
import type { LastChange, Standing } from './state';
import { writeWords } from './words';

/** Changes of the workbook: writing, taking back, removing. Each is watched, stoppable, and can be taken back. */
export class Changes {
  private changing: AbortController | null = null;

  constructor(private readonly core: PaneCore) {}

  get isUnderWay(): boolean {
    return this.changing !== null;
  }

  cancel(): void {
    this.changing?.abort();
  }

  /** Writes what the last run composed. @param again what she asked for, to be tried again after trouble */
  async write(writes: readonly PlannedWrite[], again: () => Promise<void>): Promise<void> {
    const { host, engine } = this.core.tools;
    const plan = await engine.plan();
    if (plan === null) return;
    const outcome = await this.watched('正在写入', (work) => host.apply(plan, work));
    if (!this.core.succeeded(outcome, () => void again())) return;
    // What she said stands on the sheets now.
    const now = { said: NOTHING_SAID, sheets: writes.map(({ name }) => name), writes: allOf(writes, 'replace') };
    await this.note('write', outcome, now);
  }

  /** Takes the last change back; that is a change again. */
  async undo(again: () => Promise<void>): Promise<void> {
    const { change } = this.core.state;
    if (change === null) return;
    const outcome = await this.watched('正在撤销', (work) => this.core.tools.host.undo(change.undo, work));
    if (this.core.succeeded(outcome, () => void again())) await this.note('undo', outcome, change.before);
  }

  async removeAll(again: () => Promise<void>): Promise<void> {
    const outcome = await this.watched('正在删除', (work) => this.core.tools.host.removeOwnSheets(work));
    if (!this.core.succeeded(outcome, () => void again())) return;
    const { result, saved } = this.core.state;
    const writes = result?.writes ? allOf(result.writes, 'new') : null;
    await this.note('removal', outcome, { said: saved.said, sheets: [], writes });
  }

  private async watched(text: string, act: (work: Work) => Promise<Outcome<Applied>>): Promise<Outcome<Applied>> {
    const controller = new AbortController();
    this.changing = controller;
    this.core.update({ work: { step: 'report', text, share: null }, trouble: null, notice: null });
    try {
      return await act({
        signal: controller.signal,
        onProgress: (progress) => {
          const share = progress.total === 0 ? null : progress.done / progress.total;
          this.core.update({ work: { step: 'report', text: writeWords(progress), share } });
        },
      });
    } finally {
      this.changing = null;
      this.core.update({ work: null });
    }
  }

  /** Notes a change, and how things stand after it. */
  private async note(type: LastChange['type'], { undo, remarks }: Applied, after: Standing): Promise<void> {
    const { change, result, saved } = this.core.state;
    const before: Standing = { said: saved.said, sheets: change?.sheets ?? [], writes: result?.writes ?? null };
    this.core.update({
      change: { type, undo, remarks, sheets: after.sheets, before },
      result: result && { ...result, writes: after.writes },
      step: 'report',
    });
    await this.core.save({ said: after.said }, type === 'undo');
  }
}

function allOf(writes: readonly PlannedWrite[], action: 'new' | 'replace'): PlannedWrite[] {
  return writes.map(({ name }) => ({ name, action, keepAs: null }));
}
