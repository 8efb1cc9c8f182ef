import type { RunRequest } from '../../../src/taskpane/engine/engine';
import { NOTHING_SAID } from '../../../src/taskpane/engine/said';
import { Session } from '../../../src/taskpane/engine/session';
import { sampleBytes } from '../../support/sample';
import { FileWorkbook } from './file-workbook';

const REQUEST: RunRequest = {
  last: 'report',
  date: '2024年4月20日',
  year: null,
  unitName: null,
  amountUnits: {},
  kinds: {},
  rubric: null,
  said: NOTHING_SAID,
};

describe('a run of the pipe', () => {
  it.each(['识别', '核对', '生成'] as const)('gives others a turn inside %s, and stops there', async (stage) => {
    const session = new Session();
    const controller = new AbortController();
    const told: string[] = [];
    const outcome = await session.run(new FileWorkbook(sampleBytes()).source, REQUEST, {
      signal: controller.signal,
      onProgress: (progress) => {
        // Only a turn of the event loop before the stage is over lets this through in time.
        if (progress.stage === stage && !told.includes(stage)) setTimeout(() => controller.abort(), 0);
        told.push(progress.stage);
      },
    });
    expect(outcome).toEqual({ cancelled: true });
    expect(told.at(-1)).toBe(stage);
    expect(session.plan()).toBeNull();
  });

  it('tells of every stage, and of counts that never fall within one', async () => {
    const session = new Session();
    const told: { readonly stage: string; readonly done: number }[] = [];
    await session.run(new FileWorkbook(sampleBytes()).source, REQUEST, { onProgress: (one) => told.push(one) });
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['读取', '识别', '核对', '计分', '生成']);
    for (const [at, { stage, done }] of told.entries()) {
      const before = told[at - 1];
      if (before?.stage === stage) expect(done).toBeGreaterThanOrEqual(before.done);
    }
  });
});
