import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import { browser, describeInChromium } from './browser';
import type { DevServer } from './dev-server';
import { startDevServer } from './dev-server';

const PATIENCE = 120_000;
const VIEW = { width: 1360, height: 800 };

describeInChromium('the workbench that npm start serves', () => {
  let server: DevServer;
  let context: BrowserContext;
  let page: Page;
  let pane: Frame;
  const foreign: string[] = [];

  beforeAll(async () => {
    server = await startDevServer();
    context = await (await browser()).newContext({ viewport: VIEW, ignoreHTTPSErrors: true, acceptDownloads: true });
    await context.route('**/*', (route) => {
      const { href, origin } = new URL(route.request().url());
      if (origin === server.origin) return route.continue();
      foreign.push(href);
      return route.abort();
    });
    page = await context.newPage();
    await page.goto(`${server.origin}/workbench/`);
    pane = (await (await page.waitForSelector('iframe')).contentFrame()) as Frame;
    await pane.getByRole('button', { name: '用我的表开始' }).click();
  }, PATIENCE);
  afterAll(async () => {
    await context.close();
    server.stop();
  });

  const cell = (address: string) => page.locator(`[data-cell="${address}"]`);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const generate = async (): Promise<void> => {
    await pane.getByRole('button', { name: '一键生成自评表' }).click();
  };

  /** Names of elements of the pane that reach beyond its right edge. */
  const beyondEdge = (): Promise<string[]> =>
    pane.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => `${element.tagName} ${element.textContent.slice(0, 20)}`),
    );

  test(
    'shows the sheets as they are formatted, what the pane writes and what she types, and hands out the result',
    async () => {
      await tab('支出决算表').click();
      const total = cell('E7');
      await total.waitFor();
      expect(await total.textContent()).toBe('17,917.84');
      expect(await cell('A1').evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');

      await generate();
      await pane.getByText(/^已写入 12 张表/).waitFor();
      await pane.getByRole('button', { name: '查看自评_评分表' }).click();
      await page.waitForSelector('[role="tab"][aria-selected="true"].own');
      expect(await page.locator('[role="tab"][aria-selected="true"]').textContent()).toBe('自评_评分表');
      expect(await page.locator('.tabs .own').count()).toBe(12);

      // She types into a source cell, and what is written follows after another run.
      await tab('支出决算表').click();
      await total.click();
      await page.keyboard.type('17000');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('[data-cell="E7"]')?.textContent === '17,000.00');
      await generate();
      const row = pane.getByRole('group', { name: '必须改正' }).locator('[data-row]').first();
      // The pane turns to the last step when its run is through.
      while (!(await row.isVisible())) {
        await pane.getByRole('tab', { name: /核对数据/ }).click();
        await page.waitForTimeout(200);
      }
      await row.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('[aria-label="选中的单元格"]')?.textContent !== 'E7');

      await pane.getByRole('tab', { name: /生成报告/ }).click();
      await pane.getByRole('button', { name: '重新写入' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        pane
          .getByText(/^已写入 12 张表/)
          .waitFor()
          .then(() => page.getByRole('button', { name: '下载结果' }).click()),
      ]);
      const opened = await openWorkbookFile(readFileSync(await download.path()), '结果.xlsx');
      if ('problem' in opened) throw new Error(opened.problem.message);
      const names = (await opened.source.describe()).map(({ name }) => name);
      expect(names).toContain('自评_评分表');
      const { rows } = await opened.source.read({ sheet: '支出决算表', fromRow: 6, toRow: 7 });
      expect(rows[0]?.[4]).toBe(17_000);
      expect(foreign).toEqual([]);
    },
    PATIENCE,
  );

  test.each([270, 320, 500])('keeps everything of the pane within %i pixels', async (width) => {
    await page.locator('iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
    for (const step of [/识别表格/, /核对数据/, /计算得分/, /生成报告/]) {
      await pane.getByRole('tab', { name: step }).click();
      await page.waitForTimeout(100);
      expect(await beyondEdge()).toEqual([]);
    }
    await pane.getByRole('button', { name: '设置' }).click();
    await pane.getByRole('heading', { name: '设置' }).waitFor();
    expect(await beyondEdge()).toEqual([]);
    await pane.getByRole('button', { name: '返回' }).click();
  });
});
