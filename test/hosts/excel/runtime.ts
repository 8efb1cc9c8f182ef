import { readFileSync } from 'node:fs';
import { Bridge } from './bridge';
import type { NativeBridge } from './bridge';
import type { Profile } from './profiles';
import { supports } from './profiles';

/** The namespaces the runtime makes. */
export interface Runtime {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly bridge: Bridge;
}

/** Undocumented parts of the runtime this host stands on; the seam self-test asks for each (officejs.md §A.2, §A.10). */
interface Seams {
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

/** Globals of a task pane that the runtime looks for; jsdom has most of them (officejs.md §A.3). */
function provideGlobals(global: Record<string, unknown>, bridge: NativeBridge): void {
  const nothing = (): void => {};
  const missing: Record<string, unknown> = {
    window: global,
    addEventListener: nothing,
    removeEventListener: nothing,
    navigator: { userAgent: 'node' },
    location: { protocol: 'https:', href: 'https://localhost/', search: '', hash: '' },
    document: { getElementsByTagName: () => [], createElement: () => ({}), addEventListener: nothing },
  };
  for (const [name, value] of Object.entries(missing)) global[name] ??= value;
  const zero = (): number => 0;
  global['OSFPerformance'] = {
    now: zero,
    getTotalJSHeapSize: zero,
    getUsedJSHeapSize: zero,
    getJSHeapSizeLimit: zero,
  };
  global['_richApiNativeBridge'] = bridge;
}

let loadedRuntime: Runtime | null = null;

/**
 * Microsoft's own Excel runtime, unmodified, from node_modules, evaluated into the globals of this Jest file: once per
 * file, then shared. The readable file is used because the other prints a line of 1.3 MB into every stack trace.
 */
export function loadRuntime(): Runtime {
  if (loadedRuntime) return loadedRuntime;
  const global = globalThis as unknown as Record<string, unknown>;
  const bridge = new Bridge();
  provideGlobals(global, bridge);
  const path = require.resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js');
  // Indirect, so that the top-level variables of the script become globals.
  (0, eval)(`${readFileSync(path, 'utf8')}\n//# sourceURL=${path}`);
  loadedRuntime = {
    Excel: global['Excel'] as typeof Excel,
    Office: global['Office'] as typeof Office,
    OfficeExtension: global['OfficeExtension'] as typeof OfficeExtension,
    bridge,
  };
  // The build means to check requirement sets on the client and by a slip does not (officejs.md §A.6).
  (loadedRuntime.OfficeExtension as unknown as Seams).CommonUtility._doApiNotSupportedCheck = true;
  return loadedRuntime;
}

/** Makes `Office.context` that of a profile, in Chinese, for the checks of the client and of the program. */
export function enterProfile({ Office }: Runtime, profile: Profile): void {
  const host = { host: 'Excel', platform: profile.platform, version: '16.0.14332.20000' };
  const context = {
    requirements: {
      isSetSupported: (set: string, version?: string | number) => supports(profile, set, version),
    },
    diagnostics: host,
    platform: profile.platform,
    host: 'Excel',
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
  };
  // The part of the loader office.js that the runtime asks for `Office.context`.
  const { OSF } = globalThis as unknown as { OSF: Record<string, unknown> };
  OSF['_OfficeAppFactory'] = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: 'excel', hostPlatform: profile.platform === 'PC' ? 'win32' : 'web' }),
  };
  // Only the loader office.js defines it; the runtime alone, as loaded here, does not.
  Object.defineProperty(Office, 'onReady', {
    value: async (ready?: (info: object) => unknown) => {
      await ready?.(host);
      return host;
    },
    configurable: true,
  });
}
