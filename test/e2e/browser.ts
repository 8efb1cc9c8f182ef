import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { PageHost } from '../hosts/excel/page-host';
import { EXECUTE } from '../hosts/excel/shells/page-shell';
import { webShell } from '../hosts/excel/shells/web';
import { describeWithOracle } from '../support/oracle-missing';
import { blankWorkbook } from './blank-workbook';
import { builtAddIn } from './built';
import type { ShellSettings } from './desktop-shell';
import { BATCH, DESKTOP, installDesktopShell } from './desktop-shell';

/** Where the build seems to be served; the requests are answered before they leave the browser. */
export const ORIGIN = 'http://localhost';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
};

/** How a page is opened. */
export interface PageSettings {
  /** Size of the pane in CSS pixels; a docked pane starts 320 wide. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark' | 'forced';
  readonly userAgent?: string;
  /** Null for a page outside of Excel. */
  readonly shell?: Omit<ShellSettings, 'theme'> | null;
  /** Does a batch of the rich API. */
  readonly workbook?: (batch: string) => string | Promise<string>;
  /** Path of a file that is as good as missing on the server. */
  readonly missing?: RegExp;
}

/** Pages of one workbook and all that they did which a test has to know of. */
export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Paths of the files that were asked for, in order. */
  readonly files: string[];
  /** Addresses outside the add-in's own server; they were refused. */
  readonly foreign: string[];
  /** Errors and warnings of the console, uncaught errors, and what the page's policy refused. */
  readonly complaints: string[];
}

/** Chromium, from PATH; null when it is not installed. */
export function chromiumPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = folders.flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A suite on the built add-in in Chromium: see {@link describeWithOracle} for machines without it. */
export function describeInChromium(
  suite: string,
  body: (open: typeof openPage, openWeb: typeof openInWeb) => void,
): void {
  const remedy = 'Install it (Debian: apt-get install chromium) or run .ci/run.';
  describeWithOracle('Chromium', chromiumPath() !== null, remedy, suite, () => {
    afterAll(closeBrowser);
    body(openPage, openInWeb);
  });
}

let launched: Promise<Browser> | null = null;

/** The browser of this suite, closed after it. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: chromiumPath() ?? '',
    // No name but localhost is looked up: what slips past the pages' guard reaches nobody either.
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
  return launched;
}

async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}

/** Opens a page of the built add-in in the shape of Excel for Windows. @param path "taskpane.html?open=check" */
export async function openPage(path: string, settings: PageSettings = {}): Promise<Opened> {
  const { colours = 'light', shell = DESKTOP } = settings;
  const { context, ...seen } = await guarded(ORIGIN, settings);
  await context.exposeFunction(BATCH, settings.workbook ?? blankWorkbook);
  const theme = colours === 'dark' ? 'black' : 'white';
  if (shell) await context.addInitScript(installDesktopShell, { ...shell, theme } satisfies ShellSettings);
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/${path}`);
  return { context, page, ...seen };
}

/** The built pane in a frame of a page in the shape of Excel on the web. */
export interface OpenedInWeb extends Omit<Opened, 'page'> {
  readonly page: Page;
  readonly pane: Frame;
}

/** Where Excel on the web seems to be: over http the runtime does not trust it (officejs.md §A.8). */
const WEB_ORIGIN = 'https://localhost';

/** Opens the built pane in the shape of Excel on the web, on a workbook. */
export async function openInWeb(host: PageHost, settings: PageSettings = {}): Promise<OpenedInWeb> {
  const { context, ...seen } = await guarded(WEB_ORIGIN, settings, {
    'excel.html': webShell(host.settings, `${WEB_ORIGIN}/taskpane.html`),
    'favicon.ico': '',
  });
  await context.exposeFunction(EXECUTE, (batch: string) => host.execute(batch));
  const page = await context.newPage();
  await page.goto(`${WEB_ORIGIN}/excel.html`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('the shell has no frame for the pane');
  return { context, page, pane: frame, ...seen };
}

/** A context whose requests the build answers, and which tells of all a test has to know. @param pages added to the build */
async function guarded(
  origin: string,
  { width = 320, height = 640, colours = 'light', userAgent, missing }: PageSettings,
  pages: Readonly<Record<string, string>> = {},
): Promise<Omit<Opened, 'page'>> {
  const context = await (
    await browser()
  ).newContext({
    viewport: { width, height },
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
    ...(userAgent === undefined ? {} : { userAgent }),
  });
  const files: string[] = [];
  const foreign: string[] = [];
  const complaints: string[] = [];
  await guardRequests(context, { origin, pages, files, foreign }, missing);
  await context.exposeFunction('reportViolation', (what: string) => complaints.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const report = (window as unknown as Record<string, (what: string) => void>)['reportViolation'];
      report?.(`policy ${violatedDirective} refused ${blockedURI}`);
    });
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  return { context, files, foreign, complaints };
}

/** Every request of every page and worker is answered from the build, or refused and noted. */
async function guardRequests(
  context: BrowserContext,
  seen: {
    readonly origin: string;
    readonly pages: Readonly<Record<string, string>>;
    readonly files: string[];
    readonly foreign: string[];
  },
  missing: RegExp | undefined,
): Promise<void> {
  const folder = builtAddIn();
  await context.route('**/*', async (route) => {
    const { origin, pathname, href } = new URL(route.request().url());
    if (origin !== seen.origin) {
      seen.foreign.push(href);
      return route.abort();
    }
    const path = decodeURIComponent(pathname).slice(1);
    seen.files.push(path);
    const body = missing?.test(path) ? null : (seen.pages[path] ?? readBuilt(folder, path));
    if (body === null) return route.fulfill({ status: 404 });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return route.fulfill({ body, contentType });
  });
}

function readBuilt(folder: string, path: string): Buffer | null {
  try {
    return readFileSync(join(folder, path));
  } catch {
    return null;
  }
}
