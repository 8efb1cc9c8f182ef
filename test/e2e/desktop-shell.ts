/** What Office.js finds around the page in Excel for Windows, as far as a page asks for it. Runs in the page. */
export interface ShellSettings {
  /** Of the interface and of the data, as "zh-CN". */
  readonly locale: string;
  /** Highest version of each requirement set. */
  readonly sets: Readonly<Record<string, string>>;
  /** Address of the workbook; empty when it was never saved. */
  readonly workbook: string;
  /** Colour of Office behind the pane: 白色 or 黑色 of its themes. */
  readonly theme: 'white' | 'black';
}

export const DESKTOP: Omit<ShellSettings, 'theme'> = {
  locale: 'zh-CN',
  sets: { ExcelApi: '1.14', DialogApi: '1.1' },
  workbook: 'C:\\自评\\庐山市民政局2023年度.xlsx',
};

/** What a test asks of the shell from inside the page. */
export interface ShellProbe {
  /** Sends an event of the program to the page, as a click on a button of the ribbon is one. */
  fire(event: number, items: readonly unknown[]): void;
  /** Methods that the page called, by their number, the rich API aside. */
  readonly called: readonly number[];
  /** Targets of the events that the page listens to, by the event's number; of a window it is the address. */
  readonly targets: Readonly<Record<number, string>>;
}

/** Numbers of the program's methods and events (`OSF.DDA.MethodDispId`, `OSF.DDA.EventDispId` of the runtime). */
export const COMMAND_INVOKED = 39;
export const COMMAND_COMPLETED = 94;
export const WINDOW_MESSAGE = 10;

/** Name of the function of the page that does a batch of the rich API: JSON text in, JSON text out. */
export const BATCH = 'doRichApiBatch';

/**
 * Puts the shell of Excel for Windows around a page (officejs.md §A.7). It has to run before office.js, as an init
 * script, so it uses nothing from outside itself.
 */
export function installDesktopShell({ locale, sets, workbook, theme }: ShellSettings): void {
  const RICH_API = 93;
  type Reply = (answer: object) => void;
  type Handler = (event: number, items: object) => void;
  const array = (items: readonly unknown[]): object => ({ toArray: () => items, dimensions: () => 1 });
  const nothing = (): object => array([]);
  const [paper, ink] = theme === 'white' ? [0xffffff, 0x262626] : [0x262626, 0xffffff];
  const colours = {
    bodyBackgroundColor: paper,
    bodyForegroundColor: ink,
    controlBackgroundColor: paper,
    controlForegroundColor: ink,
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'ziping',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => workbook,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => '16.0.14334.20000',
    GetSettings: () => ({ Read: () => [nothing(), nothing()], Write: () => undefined }),
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(colours),
  };
  const called: number[] = [];
  const targets: Record<number, string> = {};
  const handlers: Record<number, Handler> = {};
  const shell = {
    probe: {
      fire: (event: number, items: readonly unknown[]) => handlers[event]?.(event, array(items)),
      called,
      targets,
    },
    GetHostInfo: () => `Excel|Win32|16.01|${locale}`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, params: { toArray?: () => unknown[] } | unknown[], reply: Reply) => {
      const list = Array.isArray(params) ? params : (params.toArray?.() ?? []);
      if (id !== RICH_API) {
        called.push(id);
        return setTimeout(() => reply(array([0])));
      }
      const batch = (list[0] as unknown[])[4] as string;
      const run = (window as unknown as Record<string, (batch: string) => Promise<string>>)['doRichApiBatch'];
      return run?.(batch).then((answer) => reply(array([0, [200, [], answer]])));
    },
    RegisterEvent: (id: number, target: string, handler: Handler, reply: Reply) => {
      targets[id] = target;
      handlers[id] = handler;
      setTimeout(() => reply(array([0])));
    },
    UnregisterEvent: (_id: number, _target: string, reply: Reply) => reply(array([0])),
  };
  Object.defineProperty(window, 'external', { value: shell });
}
