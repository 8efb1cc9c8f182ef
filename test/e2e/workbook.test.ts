import type { BrowserContext, Frame, Page } from 'playwright-core';
import { isOwnSheet } from '../../src/model/own-sheet';
import { PageHost } from '../hosts/excel/page-host';
import { seen } from '../hosts/contract/seen';
import type { Canonical } from '../hosts/workbook/canonical';
import { differences } from '../hosts/workbook/differences';
import { load } from '../hosts/workbook/load/load';
import { withCells } from '../support/edit-cells';
import { sampleBytes } from '../support/sample';
import { accessibilityFaults } from './accessibility';
import { describeInChromium } from './browser';

/** The built pane on a workbook, in whichever shape. */
interface Pane {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the pane's own page is. */
  readonly pane: Page | Frame;
  readonly host: PageHost;
  readonly foreign: readonly string[];
  readonly complaints: readonly string[];
}

const PATIENCE = 30_000;
/**
 * What office.js complains of by itself: on the web it asks its own server for a telemetry file, which is left out of the
 * build on purpose; on the desktop it tells the program how often it was used, which the wire does not model.
 */
const RUNTIME_COMPLAINTS = ['404 (Not Found)', 'Microsoft.InternalService.AddinInternalService'];
/** The sum of all spending, which then contradicts its rows. */
const FIGURE = { sheet: '支出决算表', address: 'E7' } as const;

function faultyWorkbook(profile: 'ltsc2021' | 'web'): PageHost {
  return new PageHost(load(withCells(sampleBytes(), new Map([['支出决算表!E7', 17_000]]))), profile);
}

/** Types into a cell as she does in the program beside the pane. */
async function type(pane: Page | Frame, value: number): Promise<void> {
  await pane.evaluate(
    ({ sheet, address, value: typed }) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange(address).values = [[typed]];
        await context.sync();
      }),
    { ...FIGURE, value },
  );
}

/** The cell she is at. */
function selected(pane: Page | Frame): Promise<string> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    }),
  );
}

/** Waits until what is read is as wished. */
async function becomes<T>(read: () => Promise<T>, isWished: (value: T) => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !isWished(await read());) {
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(await read())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Her sheets, but for the one she types into; what the pane keeps in the workbook is none of them. */
function hers(book: Canonical): Canonical {
  const sheets = Object.entries(book.sheets).filter(([name]) => !isOwnSheet(name) && name !== FIGURE.sheet);
  return { ...book, sheets: Object.fromEntries(sheets), order: [], settings: {} };
}

/**
 * A book as undoing restores it at once. Excel tells where a chart ends in points only: the goldens compare them. What
 * the pane keeps in the workbook follows a moment later.
 */
function sheetsOf(book: Canonical): Canonical {
  const sheets = Object.entries(book.sheets).map(([name, sheet]) => [name, { ...sheet, charts: [] }]);
  return { ...book, sheets: Object.fromEntries(sheets) as Canonical['sheets'], settings: {} };
}

const button = (pane: Page | Frame, name: string | RegExp) => pane.getByRole('button', { name });
const step = (pane: Page | Frame, name: RegExp) => pane.getByRole('tab', { name });

describeInChromium('the built pane on a workbook', (open, openWeb) => {
  async function opened(shape: 'desktop' | 'web'): Promise<Pane> {
    if (shape === 'web') {
      const host = faultyWorkbook('web');
      return { ...(await openWeb(host)), host };
    }
    const host = faultyWorkbook('ltsc2021');
    const workbook = (batch: string): string => host.execute(batch)?.body ?? '';
    const there = await open('taskpane.html', { workbook });
    return { ...there, pane: there.page, host };
  }

  test.each(['desktop', 'web'] as const)('is gone through from the first click to the last undo: %s', async (shape) => {
    const { context, page, pane, host, foreign, complaints } = await opened(shape);
    const { book } = host.host;
    const ownSheets = (): string[] => book.sheets.map(({ name }) => name).filter(isOwnSheet);
    const before = seen(book, false);

    await button(pane, '用我的表开始').click();
    await button(pane, '一键生成自评表').click();
    await pane.getByText(/^已写入 12 张表/).waitFor();
    expect(ownSheets()).toHaveLength(12);

    // By keyboard: to the first finding, to its cell, to the other side, and back.
    await step(pane, /核对数据/).click();
    const list = pane.getByRole('group', { name: '必须改正' });
    const rows = list.locator('[data-row]');
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    const start = await selected(pane);
    await rows.first().focus();
    await page.keyboard.press('Enter');
    await becomes(
      () => selected(pane),
      (cell) => cell !== start,
    );
    const left = await selected(pane);
    await page.keyboard.press('ArrowRight');
    await becomes(
      () => selected(pane),
      (cell) => cell !== left,
    );
    await page.keyboard.press('Escape');
    await becomes(
      () => selected(pane),
      (cell) => cell === start,
    );
    expect(await accessibilityFaults(pane)).toEqual([]);

    await button(pane, '已说明…').click();
    await pane.getByRole('textbox', { name: /原因/ }).fill('以后年度调整');
    await button(pane, '保存').click();
    await becomes(
      () => rows.count(),
      (left) => left === count - 1,
    );

    // Another figure: what she explained is asked again, and what is written can be taken back.
    await type(pane, 16_000);
    await button(pane, '一键生成自评表').click();
    await button(pane, '重新写入').waitFor();
    await step(pane, /核对数据/).click();
    await button(pane, /需重新确认/)
      .first()
      .waitFor();
    await step(pane, /生成报告/).click();
    const written = seen(book, false);
    await button(pane, '重新写入').click();
    await pane.getByText(/^正在写入/).waitFor();
    await pane.getByText(/^正在写入/).waitFor({ state: 'hidden' });
    expect(differences(written, seen(book, false))).not.toEqual([]);
    await button(pane, '撤销本次写入').click();
    await button(pane, '恢复刚才撤销的').waitFor();
    expect(differences(sheetsOf(written), sheetsOf(seen(book, false)))).toEqual([]);
    expect(differences(hers(before), hers(seen(book, false)))).toEqual([]);
    expect(foreign).toEqual([]);
    expect(complaints.filter((one) => !RUNTIME_COMPLAINTS.some((known) => one.includes(known)))).toEqual([]);
    await context.close();
  });
});
