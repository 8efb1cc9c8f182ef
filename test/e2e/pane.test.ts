import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility';
import { describeInChromium } from './browser';
import { ROOT } from './built';

const TRIDENT = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';
const PICTURES = join(ROOT, 'out/e2e');

async function isReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: '用我的表开始' }).waitFor();
}

describeInChromium('the built pane in the shape of Excel for Windows', (open) => {
  test('opens in Chinese, asks its own server only, and complains of nothing', async () => {
    const { page, files, foreign, complaints, context } = await open('taskpane.html?open=check');
    await isReady(page);
    const office = await page.evaluate(() => {
      const { displayLanguage, host, platform } = Office.context;
      return { displayLanguage, host, platform };
    });
    expect(office).toEqual({ displayLanguage: 'zh-CN', host: 'Excel', platform: 'PC' });
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['lib/excel-win32-16.01.js', 'lib/zh-cn/office_strings.js']));
    await context.close();
  });

  test('keeps the engine on a thread of its own', async () => {
    const { page, context } = await open('taskpane.html');
    await isReady(page);
    expect(page.workers()).toHaveLength(1);
    await context.close();
  });

  test('tells her what to do in Excel 2016 and 2019, and loads nothing', async () => {
    const { page, files, foreign, complaints, context } = await open('taskpane.html', { userAgent: TRIDENT });
    expect(await page.getByRole('heading').innerText()).toBe('这个 Excel 用不了自评助手的窗格');
    expect(await page.getByText('换用 Office 2021 或更新的版本').isVisible()).toBe(true);
    expect(await page.getByText('正在打开').isVisible()).toBe(false);
    expect(files.filter((file) => file !== 'favicon.ico')).toEqual(['taskpane.html']);
    expect([...foreign, ...complaints.filter((one) => !one.includes('favicon'))]).toEqual([]);
    await context.close();
  });

  test.each([
    ['Office.js', /^lib\/office\.js$/],
    ['the pane itself', /^js\/taskpane\./],
  ])('names the file when %s is missing on the server', async (_, missing) => {
    const { page, context } = await open('taskpane.html', { missing });
    await page.getByRole('heading', { name: '自评助手没有打开完整' }).waitFor();
    expect(await page.locator('#missing-file').innerText()).toMatch(missing);
    await context.close();
  });

  const widths = [270, 320, 500] as const;
  const colours = ['light', 'dark', 'forced'] as const;
  test.each(widths.flatMap((width) => colours.map((colour) => [width, colour] as const)))(
    'fits into %d px in %s colours and has no fault of accessibility',
    async (width, colour) => {
      const { page, context } = await open('taskpane.html', { width, colours: colour });
      await isReady(page);
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `opening-${width}-${colour}.png`) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await accessibilityFaults(page)).toEqual([]);
      await context.close();
    },
  );
});
