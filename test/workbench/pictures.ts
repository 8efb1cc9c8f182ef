import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../e2e/browser';
import { startDevServer } from '../e2e/dev-server';

const FOLDER = join(__dirname, '../../docs/pictures');
const VIEW = { width: 1280, height: 760 };
const PANE = { width: 320, height: 700 };
const COLOURS = 96;

/** Takes the pictures of docs/manual.md from the running pane beside the workbench: `npm run pictures`. */
async function takePictures(): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed.');
  mkdirSync(FOLDER, { recursive: true });
  const server = await startDevServer();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ viewport: VIEW, ignoreHTTPSErrors: true })).newPage();
    await page.goto(`${server.origin}/workbench/`);
    const frame = await page.waitForSelector('iframe');
    await frame.evaluate((element, { height }) => ((element as HTMLElement).style.height = `${height}px`), PANE);
    await tour(page, frame, (await frame.contentFrame()) as Frame);
  } finally {
    await browser.close();
    server.stop();
  }
}

async function tour(page: Page, frame: ElementHandle, pane: Frame): Promise<void> {
  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const step = (name: RegExp) => pane.getByRole('tab', { name }).click();
  const take = async (name: string, of: Page | ElementHandle = frame): Promise<void> => {
    await page.waitForTimeout(600);
    const path = join(FOLDER, `${name}.png`);
    await of.screenshot({ path });
    makeSmall(path);
  };
  await button('用我的表开始').waitFor();
  await take('welcome');

  // A figure that contradicts its rows, so that there is something to look at.
  await page.getByRole('tab', { name: '支出决算表', exact: true }).click();
  await page.locator('[data-cell="E7"]').click();
  await page.keyboard.type('17000');
  await page.keyboard.press('Enter');
  await button('用我的表开始').click();
  await button('一键生成自评表').click();
  await pane.getByText(/^已写入 11 张表/).waitFor();
  await take('written');
  await button('查看自评_评分表').click();
  await take('workbench', page);
  await step(/识别表格/);
  await take('tables');
  await step(/核对数据/);
  const first = pane.locator('[data-row]').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await take('findings');
  await button('已说明…').first().click();
  await take('handling');
  await button('返回').click();
  await step(/计算得分/);
  await pane.getByText('绩效目标合理性').click();
  await pane.getByText('绩效目标合理性').scrollIntoViewIfNeeded();
  await take('scores');
  await step(/生成报告/);
  await button('撤销本次写入').click();
  await button(/恢复刚才撤销的/).waitFor();
  await take('undone');
  await button('设置').click();
  await take('settings');
}

/** Fewer colours, where ImageMagick is installed; a picture of a pane needs no more. */
function makeSmall(path: string): void {
  try {
    execFileSync('convert', [path, '-strip', '-colors', String(COLOURS), `PNG8:${path}`]);
  } catch {
    process.stderr.write(`ImageMagick is not installed: ${path} stays as large as it is.\n`);
  }
}

takePictures().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
