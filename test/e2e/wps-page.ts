import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { declaredMembers } from '../hosts/wps/declarations/declared-members';
import type { InPageModel, ModelData } from '../hosts/wps/in-page/model';
import type { ProfileName } from '../hosts/wps/quirks';
import { browser } from './browser';
import { ROOT, builtWpsModel, builtWpsPackage } from './built';
import type { NewerMember } from './newer-members';
import { newerMembers } from './newer-members';

/** The oldest browser the package promises to run in (issue 6). */
export const OLDEST_CHROMIUM = 78;

/** What scripts of this test find on the page. */
export interface WpsWindow {
  readonly model: InPageModel;
}

export interface OpenedWps {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses the page asked for that are no files of the package. */
  readonly foreign: string[];
  readonly complaints: string[];
}

/**
 * Opens the pane of the package from a `file:` address on a workbook in the model of WPS, which stands where WPS puts
 * its own. What a browser of {@link OLDEST_CHROMIUM} lacks is removed before the first script of the package runs; the
 * model lives in a frame, whose globals are its own.
 */
export async function openInWps(
  workbook: Uint8Array,
  profile: ProfileName,
  { width = 320, height = 640 }: { readonly width?: number; readonly height?: number } = {},
): Promise<OpenedWps> {
  const folder = join(ROOT, 'out/wps-page', `${process.pid}`);
  mkdirSync(folder, { recursive: true });
  cpSync(builtWpsPackage(), folder, { recursive: true });
  writeFileSync(join(folder, 'before.js'), scriptBefore(workbook, profile));
  const html = readFileSync(join(folder, 'taskpane.html'), 'utf8')
    // The model is put into its frame as text; the package's own scripts need no such permission.
    .replace("script-src 'self'", "script-src 'unsafe-inline' 'self'")
    .replace('<title>', '<script src="before.js"></script><title>');
  writeFileSync(join(folder, 'taskpane.html'), html);
  const context = await (await browser()).newContext({ viewport: { width, height } });
  const foreign: string[] = [];
  const complaints: string[] = [];
  const home = pathToFileURL(folder).href;
  context.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`)) foreign.push(request.url());
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  const page = await context.newPage();
  await page.goto(`${home}/taskpane.html`);
  return { context, page, foreign, complaints };
}

function scriptBefore(workbook: Uint8Array, profile: ProfileName): string {
  const data: ModelData = { workbook: Buffer.from(workbook).toString('latin1'), members: declaredMembers(), profile };
  const code = readFileSync(join(builtWpsModel(), 'model.js'), 'utf8');
  const given = [code, data, newerMembers(OLDEST_CHROMIUM)].map((one) => JSON.stringify(one)).join(',\n');
  return `(${prepare.toString()})(${given});`;
}

/** Runs in the page, before everything else. */
function prepare(code: string, data: ModelData, newer: readonly NewerMember[]): void {
  const frame = document.documentElement.appendChild(document.createElement('iframe'));
  frame.hidden = true;
  const realm = frame.contentWindow as Window & { openModel(data: ModelData): InPageModel };
  const script = realm.document.createElement('script');
  script.text = code;
  realm.document.documentElement.appendChild(script);
  const model = realm.openModel(data);
  Object.assign(window, { model, Application: model.Application });
  const globals = window as unknown as Record<string, Record<string, unknown> & { readonly prototype?: object }>;
  for (const { global, member } of newer) {
    const owner = globals[global];
    if (member === '') Reflect.deleteProperty(globals, global);
    else if (owner) {
      Reflect.deleteProperty(owner, member);
      if (owner.prototype) Reflect.deleteProperty(owner.prototype, member);
      if (global === 'Window') Reflect.deleteProperty(globals, member);
    }
  }
}
