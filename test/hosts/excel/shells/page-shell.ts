/**
 * What both shells have in common: the page a task pane runs in asks a function of the page for everything, and whoever
 * opened the page answers it from Node (a Playwright binding, or the workbook page). So there is one host in all shapes.
 */

/** The name of the function a shell calls for each batch: (batch as JSON) → {@link ShellAnswer}, null for nothing ever. */
export const EXECUTE = '__excelExecute';
/** The name of the object by which a shell is told what happens in the program: see {@link ShellControls}. */
export const CONTROLS = '__excelShell';

/** What comes back for a batch. */
export interface ShellAnswer {
  /** 0, or the number office.js knows the refusal by; then there is no body. */
  readonly error: number;
  /** The reply as JSON. */
  readonly body: string;
}

/**
 * Numbers of refusals of a whole request: the shells' transport knows only these (the runtime's RichApiMessageUtility;
 * 5004: officejs.md §A.5). It looks at no status code.
 */
export const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** What whoever opened the page can make happen in it. */
export interface ShellControls {
  /** A rich-API event: `message` is JSON (officejs.md §A.5, Events). */
  tell(type: number, targetId: string, message: string): void;
  /** A ribbon button with an ExecuteFunction action. */
  command(functionName: string, buttonId: string): void;
}

/** What a shell says of the program it stands for. */
export interface ShellSettings {
  /** Requirement sets and versions as the host publishes them. */
  readonly sets: Readonly<Record<string, string>>;
  readonly locale: string;
}

export const SHELL_SETTINGS: Omit<ShellSettings, 'sets'> = { locale: 'zh-CN' };

/** The globals of a page the shells use, as they see them. */
export interface ShellWindow {
  [EXECUTE](batch: string): Promise<ShellAnswer | null>;
  [CONTROLS]: ShellControls;
}
