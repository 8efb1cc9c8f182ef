import type { ShellAnswer, ShellControls, ShellSettings } from './page-shell';
import { CONTROLS, EXECUTE } from './page-shell';

/** What the runtime takes for arrays of the program: an object with the two methods of a COM safe array. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

/**
 * The script that makes a page a WebView inside Excel for Windows: run it before office.js. It defines `window.external`
 * as officejs.md §A.7 lists it. Rich-API batches (dispatch id 93) go to the page's {@link EXECUTE} function.
 */
export function win32Shell(settings: ShellSettings): string {
  return `(${install.toString()})(${JSON.stringify(settings)}, ${JSON.stringify(EXECUTE)}, ${JSON.stringify(CONTROLS)});`;
}

/** Runs in the page: nothing from outside this function is there. */
function install(settings: ShellSettings, execute: string, controls: string): void {
  const RICH_API = 93;
  /** What batches for the workbook are marked with (the runtime's `Constants.iterativeExecutor`). */
  const WORKBOOK = 'IterativeExecutor';
  const RICH_API_EVENT = 33;
  const RIBBON_EVENT = 39;
  const page = window as unknown as Record<string, unknown>;
  const handlers = new Map<number, (id: number, given: SafeArray) => void>();
  const safe = (values: unknown[]): SafeArray => ({ toArray: () => values, dimensions: () => 1 });
  const run = page[execute] as (batch: string) => Promise<ShellAnswer | null>;

  const rich = (request: unknown[], reply: (given: SafeArray) => void): void => {
    // Another partition than the workbook's is the program's own business (officejs.md §A.7: WacPartition).
    if (request[0] !== WORKBOOK) {
      reply(safe([0, safe([200, safe([]), '{"Results":[]}'])]));
      return;
    }
    void run(String(request[4])).then((given) => {
      if (!given) return;
      reply(given.error === 0 ? safe([0, safe([200, safe([]), given.body])]) : safe([given.error]));
    });
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'solution',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => settings.locale,
    GetAppDataLocale: () => settings.locale,
    GetDocUrl: () => 'C:\\部门决算.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(settings.sets),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetSettings: () => ({ Read: () => {}, Write: () => {} }),
    GetInitialDisplayMode: () => 0,
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${settings.locale}`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, given: unknown[], reply: (given: SafeArray) => void) => {
      if (id === RICH_API) rich(given[0] as unknown[], reply);
      else reply(safe([0]));
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, given: SafeArray) => void,
      reply: (given: SafeArray) => void,
    ) => {
      handlers.set(id, handler);
      reply(safe([0]));
    },
    UnregisterEvent: (id: number, _target: string, reply: (given: SafeArray) => void) => {
      handlers.delete(id);
      reply(safe([0]));
    },
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true });
  const shell: ShellControls = {
    tell: (type, targetId, message) => {
      handlers.get(RICH_API_EVENT)?.(RICH_API_EVENT, safe([safe([65_536, type, targetId, message, 1, false])]));
    },
    command: (functionName, buttonId) => {
      const source = JSON.stringify({ source: { id: buttonId } });
      handlers.get(RIBBON_EVENT)?.(RIBBON_EVENT, safe(['id', functionName, source]));
    },
  };
  page[controls] = shell;
}
