import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { describeWithOracle } from '../../../support/oracle-missing';
import { Book } from '../../workbook/book';
import { PageHost } from '../page-host';
import type { ProfileName } from '../profiles';
import { CONTROLS, EXECUTE } from './page-shell';
import type { ShellControls } from './page-shell';
import { webShell } from './web';
import { win32Shell } from './win32';

const ORIGIN = 'https://excel.invalid';
const OFFICE_FILES = dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/** The smallest add-in: it says where it runs, adds a row to the workbook, hears of changes and has a ribbon button. */
const PANE = `<!doctype html><html><head><meta charset="utf-8"><script src="/lib/office.js"></script></head><body><script>
  window.heard = [];
  window.ready = Office.onReady().then(async (info) => {
    const name = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('name');
      sheet.getRange('A1:B1').values = [['科目', 12.5]];
      sheet.onChanged.add(async ({ address }) => { window.heard.push(address); });
      await context.sync();
      return sheet.name;
    });
    const refused = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    }).catch((error) => error.code);
    return { ...info, name, refused, language: Office.context.displayLanguage,
      sets: ['1.9', '1.15'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)) };
  });
  Office.actions.associate('自评', (event) => { window.heard.push(event.source.id); event.completed(); });
</script></body></html>`;

function chromiumPath(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
    }
  }
  return null;
}

const path = chromiumPath();

describeWithOracle('Chromium', path !== null, 'Install chromium.', 'the unmodified office.js in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path as string, args: ['--no-sandbox'] });
  });
  afterAll(async () => browser?.close());

  /** Serves the pane, the shell's page and Microsoft's files; notes every request elsewhere. */
  async function open(profile: ProfileName): Promise<{ page: Page; host: PageHost; foreign: string[] }> {
    const book = Book.blank('决算');
    const host = new PageHost(book, profile);
    const page = await browser.newPage();
    const foreign: string[] = [];
    await page.exposeFunction(EXECUTE, (batch: string) => host.execute(batch));
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const html = url.pathname === '/pane' ? PANE : webShell(host.settings, `${ORIGIN}/pane`);
      if (url.origin !== ORIGIN) {
        foreign.push(url.href);
        await route.abort();
      } else if (url.pathname.startsWith('/lib/')) {
        const file = join(OFFICE_FILES, url.pathname.slice('/lib/'.length));
        await route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
      } else {
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      }
    });
    return { page, host, foreign };
  }

  /** What the pane in a page or frame found. */
  type Pane = Pick<Page, 'evaluate' | 'waitForFunction'>;
  interface PaneWindow {
    readonly ready: Promise<unknown>;
    readonly heard: readonly string[];
  }
  const found = (pane: Pane): Promise<unknown> => pane.evaluate(() => (window as unknown as PaneWindow).ready);
  const heard = (pane: Pane): Promise<unknown> => pane.evaluate(() => (window as unknown as PaneWindow).heard);

  /** Makes two things happen in the program, and waits until the pane heard of both. */
  async function happen(page: Page, pane: Pane, host: PageHost): Promise<void> {
    const stop = host.onEvent(({ type, targetId, message }) => {
      void page.evaluate(
        ([controls, ...event]) =>
          (window as unknown as Record<string, ShellControls>)[controls]?.tell(...(event as [number, string, string])),
        [CONTROLS, type, targetId, message] as const,
      );
    });
    host.host.book.sheet('决算')?.put(4, 2, '她改的');
    await page.evaluate(
      (controls) => (window as unknown as Record<string, ShellControls>)[controls]?.command('自评', 'RunButton'),
      CONTROLS,
    );
    await pane.waitForFunction(() => (window as unknown as PaneWindow).heard.length >= 2);
    stop();
  }

  /** How a run ends while a cell is being typed in. */
  async function whileEditing(pane: Pane, { host }: PageHost): Promise<unknown> {
    host.faults.editing = true;
    const code = await pane.evaluate(() =>
      Excel.run(async (context) => {
        await context.sync();
        context.workbook.load('name');
        await context.sync();
      }).catch((error: { code: string }) => error.code),
    );
    host.faults.editing = false;
    return code;
  }

  test('as in Excel for Windows', async () => {
    const { page, host, foreign } = await open('ltsc2021');
    await page.addInitScript(win32Shell(host.settings));
    await page.goto(`${ORIGIN}/pane`);
    expect(await found(page)).toMatchObject({
      host: 'Excel',
      platform: 'PC',
      name: '决算',
      refused: 'ItemNotFound',
      language: 'zh-CN',
      sets: [true, false],
    });
    expect(host.host.book.sheet('决算')?.value(0, 1)).toBe(12.5);
    await happen(page, page, host);
    expect(await whileEditing(page, host)).toBe('InvalidOperationInCellEditMode');
    expect(await heard(page)).toEqual(expect.arrayContaining(['C5', 'RunButton']));
    expect(foreign).toEqual([]);
    expect(host.host.unmodelled).toEqual([]);
    await page.close();
  });

  test('as in Excel on the web', async () => {
    const { page, host, foreign } = await open('web');
    await page.goto(`${ORIGIN}/`);
    const frame =
      page.frames().find((one) => one.url().endsWith('/pane')) ?? (await page.waitForEvent('framenavigated'));
    await frame.waitForFunction(() => 'ready' in window);
    expect(await found(frame)).toMatchObject({
      host: 'Excel',
      platform: 'OfficeOnline',
      name: '决算',
      refused: 'ItemNotFound',
      sets: [true, true],
    });
    expect(host.host.book.sheet('决算')?.value(0, 0)).toBe('科目');
    await happen(page, frame, host);
    expect(await whileEditing(frame, host)).toBe('InvalidOperationInCellEditMode');
    expect(await heard(frame)).toEqual(expect.arrayContaining(['C5', 'RunButton']));
    expect(foreign).toEqual([]);
    expect(host.host.unmodelled).toEqual([]);
    await page.close();
  });
});
