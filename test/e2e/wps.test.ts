import { withCells } from '../support/edit-cells';
import { sampleBytes } from '../support/sample';
import { STORE_SHEET } from '../../src/hosts/stored-texts';
import { isOwnSheet } from '../../src/model/own-sheet';
import { describeInChromium } from './browser';
import { differences } from '../hosts/workbook/differences';
import type { Canonical } from '../hosts/workbook/canonical';
import { openInWps } from './wps-page';
import type { WpsWindow } from './wps-page';
import type { Page } from 'playwright-core';

const PATIENCE = 30_000;
const FIGURE = { sheet: '支出决算表', address: 'E7' } as const;

async function becomes<T>(read: () => Promise<T>, isWished: (value: T) => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !isWished(await read());) {
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(await read())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const seen = (page: Page): Promise<Canonical> => page.evaluate(() => (window as unknown as WpsWindow).model.seen());
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as WpsWindow).model.selected());
const ownSheets = ({ sheets }: Canonical): string[] =>
  Object.keys(sheets).filter((name) => isOwnSheet(name) && name !== STORE_SHEET);

/** Her sheets. What the pane keeps in the workbook is none of them. */
function hers(book: Canonical): Canonical {
  const sheets = Object.entries(book.sheets).filter(([name]) => !isOwnSheet(name) && name !== FIGURE.sheet);
  return { ...book, sheets: Object.fromEntries(sheets), order: [], settings: {} };
}

describeInChromium('the pane of the WPS package from a file: address, in a browser as old as Chromium 78', () => {
  test('is gone through from the first click to the last undo', async () => {
    const workbook = withCells(sampleBytes(), new Map([[`${FIGURE.sheet}!${FIGURE.address}`, 17_000]]));
    const { context, page, foreign, complaints } = await openInWps(workbook, 'windows');
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const before = await seen(page);
    // The browser is as old as it says.
    const newer = ['reportError', 'FinalizationRegistry', 'scheduler'];
    expect(await page.evaluate((names) => names.filter((name) => name in window), newer)).toEqual([]);

    await button('用我的表开始').click();
    await button('一键生成自评表').click();
    await page.getByText(/^已写入 12 张表/).waitFor();
    expect(ownSheets(await seen(page))).toHaveLength(12);

    await page.getByRole('tab', { name: /核对数据/ }).click();
    const rows = page.getByRole('group', { name: '必须改正' }).locator('[data-row]');
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    const start = await selected(page);
    await rows.first().focus();
    await page.keyboard.press('Enter');
    await becomes(
      () => selected(page),
      (cell) => cell !== start,
    );
    await page.keyboard.press('Escape');
    await becomes(
      () => selected(page),
      (cell) => cell === start,
    );
    await button('已说明…').click();
    await page.getByRole('textbox', { name: /原因/ }).fill('以后年度调整');
    await button('保存').click();
    await becomes(
      () => rows.count(),
      (left) => left === count - 1,
    );

    await page.getByRole('tab', { name: /生成报告/ }).click();
    await button('撤销本次写入').click();
    await button('恢复刚才撤销的').waitFor();
    expect(differences(hers(before), hers(await seen(page)))).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as WpsWindow).model.misuses())).toEqual([]);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
