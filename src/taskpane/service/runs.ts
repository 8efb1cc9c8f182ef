import type { LastStage, Progress } from '../../evaluate';
import type { RunRequest } from '../engine/engine';
import type { PaneResult } from '../engine/result';
import type { PaneCore } from './core';
import type { Step, Work } from './state';
import { dateWords, progressWords } from './words';

const STEP_OF_STAGE: Readonly<Record<Progress['stage'], Step>> = {
  读取: 'tables',
  识别: 'tables',
  核对: 'checks',
  计分: 'scores',
  生成: 'report',
};

/** Runs of the pipe: one at a time, the last one asked for. */
export class Runs {
  private running: AbortController | null = null;

  constructor(private readonly core: PaneCore) {}

  cancel(): void {
    this.running?.abort();
  }

  /**
   * The result of a run; null when it was stopped or the host had trouble. A run under way gives way to it.
   * @param again what she asked for, to be tried again after trouble
   */
  async runTo(last: LastStage, again: () => Promise<void>): Promise<PaneResult | null> {
    const { core } = this;
    this.cancel();
    const controller = new AbortController();
    this.running = controller;
    const isCurrent = (): boolean => this.running === controller;
    const work: Work = { step: 'tables', text: '正在准备', share: null };
    core.update({ work, trouble: null, notice: null, listChanged: false });
    const outcome = await core.tools.engine.run(core.tools.host.source, this.request(last), {
      signal: controller.signal,
      onProgress: (progress) => {
        if (isCurrent() && !controller.signal.aborted) core.update({ work: workOf(progress) });
      },
    });
    if (!isCurrent()) return null;
    this.running = null;
    core.update({ work: null });
    if ('cancelled' in outcome) {
      core.update({ notice: '已停下，工作簿没有改动。' });
      return null;
    }
    if (!core.succeeded(outcome, () => void again())) return null;
    core.update({ result: outcome.result, outdated: false });
    return outcome.result;
  }

  private request(last: LastStage): RunRequest {
    const { settings, corrections, said } = this.core.state.saved;
    return { last, date: dateWords(this.core.tools.today()), ...settings, ...corrections, said };
  }
}

function workOf(progress: Progress): Work {
  const share = progress.total > 1 ? progress.done / progress.total : null;
  return { step: STEP_OF_STAGE[progress.stage], text: progressWords(progress), share };
}
