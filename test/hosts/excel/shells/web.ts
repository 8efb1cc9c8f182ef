import type { ShellAnswer, ShellControls, ShellSettings } from './page-shell';
import { CONTROLS, EXECUTE } from './page-shell';

/**
 * A page that stands for Excel on the web with a task pane in a frame: both must be served over https from one origin
 * (officejs.md §A.8: over http the runtime takes the host for untrusted). The pane's batches go to the {@link EXECUTE}
 * function of this page.
 * @param pane address of the add-in's page
 */
export function webShell(settings: ShellSettings, pane: string): string {
  const start = `(${installWebShell.toString()})(${JSON.stringify(settings)}, ${JSON.stringify(pane)}, ${JSON.stringify(EXECUTE)}, ${JSON.stringify(CONTROLS)});`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Excel</title><body><script>${start}</script></body></html>`;
}

/** A message between the frame and the page, as the runtime writes it. */
interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
  readonly _origin?: string;
}

/**
 * Makes a page Excel on the web, with the pane in a frame at the end of an element. Nothing from outside this function is
 * there when it runs.
 * @param execute name of the page's function that does a batch
 * @param controls name under which {@link ShellControls} are put
 */
export function installWebShell(
  settings: ShellSettings,
  pane: string,
  execute: string,
  controls: string,
  into = document.body,
): void {
  const REQUEST = 0;
  const RICH_API = 93;
  /** What batches for the workbook are marked with (the runtime's `Constants.iterativeExecutor`). */
  const WORKBOOK = 'IterativeExecutor';
  const RICH_API_EVENT = 'richApiMessage';
  const COMMAND_EVENT = 'appCommandInvoked';
  const APP = 'app';
  const CONVERSATION = 'conversation';
  const page = window as unknown as Record<string, unknown>;
  const run = page[execute] as (batch: string) => Promise<ShellAnswer | null>;
  const frame = document.createElement('iframe');
  const origin = location.origin;
  frame.name = JSON.stringify({
    baseFrameName: 'pane',
    hostInfo: `Excel|Web|16.01|${settings.locale}|correlation|||0`,
    xdmInfo: `${CONVERSATION}|${APP}|${origin}`,
    serializerVersion: '1',
  });
  frame.src = pane;
  frame.style.cssText = 'border:0;width:320px;height:100vh';

  const context = {
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: settings.locale,
    _dataLocale: settings.locale,
    _id: APP,
    _docUrl: `${origin}/workbook.xlsx`,
    _clientMode: 0,
    _reason: 1,
    _settings: [],
    _eToken: '',
    _correlationId: 'correlation',
    _osfControlType: 1,
    _requirementMatrix: JSON.stringify(settings.sets),
    _hostFullVersion: '16.0.14332.20000',
    _initialDisplayMode: 0,
  };
  /** Events are answers, of kind “event”, to the request by which the frame registered for them. */
  const listening = new Map<string, Message>();

  const post = (asked: Message, data: unknown, kind: 0 | 1, action = asked._actionName): void => {
    const answer = {
      _messageType: 1,
      _actionName: action,
      _conversationId: asked._conversationId,
      _correlationId: asked._correlationId,
      _origin: location.href,
      _data: data,
      _errorCode: 0,
      _responseType: kind,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(answer), '*');
  };
  const called = async (asked: Message): Promise<void> => {
    const { DdaMethod, ArrayData } = asked._data as {
      readonly DdaMethod?: { readonly DispatchId: number };
      readonly ArrayData?: readonly unknown[];
    };
    if (DdaMethod?.DispatchId !== RICH_API || !ArrayData) {
      post(asked, { Error: 0 }, 0);
      return;
    }
    // Another partition than the workbook's is the program's own business (officejs.md §A.7: WacPartition).
    const other = ArrayData[0] !== WORKBOOK;
    const given = other ? { error: 0, body: '{"Results":[]}' } : await run(String(ArrayData[4]));
    if (given?.error) post(asked, { Error: given.error }, 0);
    else if (given) post(asked, { Error: 0, Version: 1, Data: [200, [], given.body] }, 0);
  };

  window.addEventListener('message', ({ data }) => {
    let asked: Message;
    try {
      asked = JSON.parse(String(data)) as Message;
    } catch {
      return;
    }
    if (asked._messageType !== REQUEST) return;
    if (asked._actionName === 'ContextActivationManager_getAppContextAsync') post(asked, context, 0);
    else if (asked._actionName === 'ContextActivationManager_notifyHost') return;
    else if (asked._actionName === 'executeMethod') void called(asked);
    else {
      if (asked._actionType === 1) listening.set(asked._actionName, asked);
      post(asked, { Error: 0 }, 0);
    }
  });
  const tellListeners = (event: string, data: unknown): void => {
    for (const [, asked] of listening) post(asked, data, 1, event);
  };
  const shell: ShellControls = {
    tell: (type, targetId, message) =>
      tellListeners(RICH_API_EVENT, { ArrayData: [[65_536, type, targetId, message, 1, false]] }),
    command: (functionName, buttonId) =>
      tellListeners(COMMAND_EVENT, { 0: 'id', 1: functionName, 2: JSON.stringify({ source: { id: buttonId } }) }),
  };
  page[controls] = shell;
  into.append(frame);
}
