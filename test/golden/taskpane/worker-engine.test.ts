import { MessageChannel } from 'node:worker_threads';
import { writePlan } from '../../../src/hosts/xlsx/write/write';
import type { Engine, RunOutcome, RunRequest } from '../../../src/taskpane/engine/engine';
import { inThreadEngine } from '../../../src/taskpane/engine/in-thread';
import type { PaneResult } from '../../../src/taskpane/engine/result';
import { NOTHING_SAID } from '../../../src/taskpane/engine/said';
import { serveEngine } from '../../../src/taskpane/engine/serve';
import type { MessageEnd } from '../../../src/taskpane/engine/wire';
import { WorkerEngine } from '../../../src/taskpane/engine/worker-engine';
import { sampleBytes } from '../../support/sample';
import { FileWorkbook, fileProblem } from './file-workbook';

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

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** The engine behind a real message channel: everything is cloned as between a page and its worker. */
function remoteEngine(): WorkerEngine {
  const { port1, port2 } = new MessageChannel();
  serveEngine(port2 as unknown as MessageEnd);
  const engine = new WorkerEngine(port1 as unknown as MessageEnd, () => port1.close());
  open.push(engine);
  return engine;
}

function resultOf(outcome: RunOutcome): PaneResult {
  if (!('result' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

async function planned(engine: Engine, workbook: FileWorkbook): Promise<Uint8Array> {
  resultOf(await engine.run(workbook.source, REQUEST));
  const plan = await engine.plan();
  const written = plan && writePlan(workbook.bytes, plan);
  if (!written || !('bytes' in written)) throw new Error('nothing written');
  return written.bytes;
}

describe('the engine on another thread', () => {
  it('gives the same sheets, byte for byte, as on this one', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const [there, here] = [await planned(remoteEngine(), workbook), await planned(inThreadEngine(), workbook)];
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
  });

  it('reads back sheets of ours with their formulas', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const written = new FileWorkbook(await planned(inThreadEngine(), workbook));
    const { writes } = resultOf(await remoteEngine().run(written.source, REQUEST));
    expect(new Set(writes?.map(({ action }) => action))).toEqual(new Set(['replace']));
  });

  it('gives the same result, figures exact', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const there = resultOf(await remoteEngine().run(workbook.source, REQUEST));
    const here = resultOf(await inThreadEngine().run(workbook.source, REQUEST));
    expect({ ...there, timings: null }).toEqual({ ...here, timings: null, figures: { ...here.figures } });
    expect(there.scorecard?.total.toFixed(2)).toBe(here.scorecard?.total.toFixed(2));
  });

  it('tells of its progress and writes the Word report', async () => {
    const engine = remoteEngine();
    const stages = new Set<string>();
    const onProgress = ({ stage }: { readonly stage: string }): unknown => stages.add(stage);
    await engine.run(new FileWorkbook(sampleBytes()).source, REQUEST, { onProgress });
    expect([...stages]).toEqual(['读取', '识别', '核对', '计分', '生成']);
    expect((await engine.word())?.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('hands trouble of the host back as trouble', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const problem = fileProblem('editing', '正在编辑单元格，请先按回车，再试一次。');
    workbook.refuse('read', problem);
    expect(await remoteEngine().run(workbook.source, REQUEST)).toEqual({ problem });
  });

  it('stops at once, even where the host does not answer', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const silent = { ...workbook.source, read: () => new Promise<never>(() => undefined) };
    const controller = new AbortController();
    const run = remoteEngine().run(silent, REQUEST, { signal: controller.signal });
    controller.abort();
    expect(await run).toEqual({ cancelled: true });
  });

  it('tells of a bug as a bug', async () => {
    const workbook = new FileWorkbook(sampleBytes());
    const broken = { ...workbook.source, describe: () => Promise.reject(new Error('a bug')) };
    await expect(remoteEngine().run(broken, REQUEST)).rejects.toThrow('a bug');
  });
});
