import type { CDPSession } from 'playwright-core';
import { PageHost } from '../hosts/excel/page-host';
import { load } from '../hosts/workbook/load/load';
import { sampleBytes } from '../support/sample';
import { describeInChromium } from './browser';

const PATIENCE = 120_000;
const [FEW, MANY] = [10, 50];
const GROWTH = 1.1;

/** Bytes of JavaScript alive in the page and its frames. */
async function heapOf(session: CDPSession): Promise<number> {
  // What finalisers hold is given back by the second collection.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

describeInChromium('the memory of the program that shows the pane', (_open, openWeb) => {
  test(
    'is the same after fifty panes as after ten: what a closed pane held is free',
    async () => {
      const { context, page, pane, foreign } = await openWeb(new PageHost(load(sampleBytes()), 'web'));
      const session = await context.newCDPSession(page);
      const frame = page.locator('iframe');
      const address = pane.url();
      const go = (to: string): Promise<void> => frame.evaluate((element, url) => element.setAttribute('src', url), to);
      const isReady = (): Promise<void> => pane.getByRole('button', { name: '用我的表开始' }).waitFor();
      const cycle = async (): Promise<void> => {
        await go('about:blank');
        await page.waitForFunction(() => window.frames[0]?.document.getElementById('root') === null);
        await go(address);
        await isReady();
      };
      await isReady();
      for (let time = 0; time < FEW; time++) await cycle();
      const few = await heapOf(session);
      for (let time = FEW; time < MANY; time++) await cycle();
      const many = await heapOf(session);
      process.stdout.write(`Heap after ${FEW} panes: ${few} bytes, after ${MANY}: ${many}\n`);
      expect(many).toBeLessThan(few * GROWTH);
      expect(foreign).toEqual([]);
      await context.close();
    },
    PATIENCE,
  );
});
