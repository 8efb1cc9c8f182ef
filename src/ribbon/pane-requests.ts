import type { Opening } from './buttons';
import { RIBBON } from './buttons';

/**
 * How the ribbon of WPS and its pane talk: pages of `file:` share nothing but the add-ins' storage of the program. All
 * programs of WPS and all add-ins share that storage too, hence the prefix (wps.md §1.3).
 */
const PREFIX = 'et_ziping_';
const PANE_KEY = `${PREFIX}pane`;
const REQUEST_KEY = `${PREFIX}request`;
const UNDO = 'undo';
/** Milliseconds between two looks at the storage: a click is answered at once, and one look is one call. */
const INTERVAL = 300;
/** After so many milliseconds a pane that took no request is none any more. */
const PATIENCE = 3_000;

/** What add-ins may do in WPS beside working on sheets, as far as the pane and the ribbon need it. */
export interface AddInProgram {
  readonly PluginStorage: {
    getItem(key: string): unknown;
    setItem(key: string, value: string | number): void;
    removeItem(key: string): void;
  };
  CreateTaskPane(url: string, title: string): TaskPane;
  GetTaskPane(id: number): TaskPane | null | undefined;
}

interface TaskPane {
  readonly ID: number;
  Visible: boolean;
  Delete(): void;
}

/** What the pane does when it is asked. */
export interface PaneAnswers {
  askToUndo(): void;
  open(opening: Opening): void;
}

/**
 * Shows the pane at a step: the one that is open, which keeps what it knows of the last writing, or a new one.
 * @param page address of the pane's page as the button opens it
 */
export function showPane(program: AddInProgram, opening: Opening, page: string, title: string): void {
  const { PluginStorage: storage } = program;
  const open = openPane(program);
  if (!open) return createPane(program, page, title);
  storage.setItem(REQUEST_KEY, opening);
  untaken(storage, opening, () => {
    attempt(() => open.Delete());
    createPane(program, page, title);
  });
}

/** Asks the open pane to undo. @param onNone called when there is no pane, at once or when none answers */
export function requestUndo(program: AddInProgram, onNone: () => void): void {
  const { PluginStorage: storage } = program;
  if (!openPane(program)) return onNone();
  storage.setItem(REQUEST_KEY, UNDO);
  untaken(storage, UNDO, onNone);
}

/** Takes requests of the ribbon while the pane is open. @returns ends the listening */
export function answerPaneRequests(program: AddInProgram | undefined, pane: PaneAnswers): () => void {
  const timer = setInterval(() => {
    const storage = attempt(() => program?.PluginStorage);
    const request = attempt(() => storage?.getItem(REQUEST_KEY));
    if (!storage || typeof request !== 'string' || request === '') return;
    attempt(() => storage.removeItem(REQUEST_KEY));
    if (request === UNDO) return pane.askToUndo();
    const opening = openings().find((one) => one === request);
    if (opening !== undefined) pane.open(opening);
  }, INTERVAL);
  return () => clearInterval(timer);
}

/** 收起面板: some builds take no click on the ribbon while a pane is docked, so the pane itself must be able to go. */
export function hidePane(program: AddInProgram | undefined): void {
  const pane = program && knownPane(program);
  if (pane) attempt(() => (pane.Visible = false));
}

function openings(): readonly Opening[] {
  return RIBBON.buttons.flatMap(({ action }) => (action.type === 'open' ? [action.opening] : []));
}

/** The pane that is there, brought into sight; null when there is none: ids outlive their panes. */
function openPane(program: AddInProgram): TaskPane | null {
  const pane = knownPane(program);
  if (!pane) return null;
  attempt(() => (pane.Visible = true));
  return attempt(() => pane.Visible) === true ? pane : null;
}

function knownPane(program: AddInProgram): TaskPane | null {
  const id = attempt(() => program.PluginStorage.getItem(PANE_KEY));
  return typeof id === 'number' ? (attempt(() => program.GetTaskPane(id)) ?? null) : null;
}

function createPane(program: AddInProgram, page: string, title: string): void {
  const { PluginStorage: storage } = program;
  storage.removeItem(REQUEST_KEY);
  const pane = program.CreateTaskPane(page, title);
  storage.setItem(PANE_KEY, pane.ID);
  pane.Visible = true;
}

function untaken(storage: AddInProgram['PluginStorage'], request: string, then: () => void): void {
  setTimeout(() => {
    if (attempt(() => storage.getItem(REQUEST_KEY)) !== request) return;
    attempt(() => storage.removeItem(REQUEST_KEY));
    then();
  }, PATIENCE);
}

/** What the program gives, null when it refuses: nothing of a ribbon's callback may be thrown into the program. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
