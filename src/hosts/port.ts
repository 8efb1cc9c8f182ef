import type { WorkbookSource } from '../model/grid';
import type { CellPlace } from '../model/address';
import type { Plan } from '../sheet/plan';

/**
 * Why a host could not do what was asked. The workbook is then as it was before.
 * - `editing`: a cell is being typed in. `protected`: a sheet of ours is protected. `structure-protected`: no sheet may
 *   be added. `changed`: the workbook was changed by someone else meanwhile. `gone`: a sheet was deleted meanwhile.
 * - `other-workbook`: another workbook came to the front. `too-large`: more than the host takes at once.
 * - `unsupported`: the program is too old. `timeout`: it did not answer. `cancelled`: she stopped it.
 * - `failed`: the host refused for a reason we do not know; its own words are in `detail`.
 */
export type HostProblemCode =
  | 'editing'
  | 'protected'
  | 'structure-protected'
  | 'changed'
  | 'gone'
  | 'other-workbook'
  | 'too-large'
  | 'unsupported'
  | 'timeout'
  | 'cancelled'
  | 'failed';

/** What went wrong in a host, in one sentence that says what happened, where, and what to do next. */
export interface HostProblem {
  readonly code: HostProblemCode;
  readonly message: string;
  /** The host's own words, for whoever looks after the PC; no cell content. */
  readonly detail: string | null;
  /** True when not all could be put back and she must be told which sheets to look at; the message names them. */
  readonly unrestored: boolean;
}

/** Thrown while a live workbook is read: the pipe knows no host, so its trouble travels past it. */
export class HostTrouble extends Error {
  constructor(readonly problem: HostProblem) {
    super(problem.message);
    this.name = 'HostTrouble';
  }
}

/** What some hosts cannot do; the rest of the product says so instead of failing (docs/host-differences.md). */
export type Capability = 'notes' | 'charts' | 'select' | 'store' | 'files';

/** Said before each sheet is written: 正在写入 3/11 自评_评分表. */
export interface WriteProgress {
  readonly done: number;
  readonly total: number;
  readonly sheet: string;
}

/** A piece of work that can be watched and stopped. Stopping takes effect between two requests to the host. */
export interface Work {
  readonly onProgress?: (progress: WriteProgress) => void;
  readonly signal?: AbortSignal;
}

/** What stood in a workbook before we changed it; only the host that made it can read it. */
export interface UndoToken {
  readonly host: string;
  /** Names of the sheets that undoing removes, puts back or renames. */
  readonly sheets: readonly string[];
}

/** A change that was made whole. Undoing gives a change again, which undoes the undoing. */
export interface Applied {
  readonly undo: UndoToken;
  /** Said to her though nothing failed: what this host had to leave out. */
  readonly remarks: readonly string[];
}

export type Outcome<T> = T | { readonly problem: HostProblem };

/** Small texts kept inside the workbook: settings, corrections, marks. They move with the file from host to host. */
export interface WorkbookStore {
  get(key: string): Promise<string | null>;
  /** Null removes. */
  set(key: string, value: string | null): Promise<Outcome<{ readonly stored: true }>>;
}

/** A file she chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A spreadsheet program, or a workbook file, as the rest of the product sees it. Fixed here for all of them: places
 * count from 0, colours are #RRGGBB, sizes points, dates serial numbers, `null` is blank, errors are explicit values.
 * The same contract suite runs against every host (test/hosts/contract).
 */
export interface WorkbookHost {
  /** 'Excel', 'WPS' or '文件'. */
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** The workbook in front, to read from. Its methods throw {@link HostTrouble} and nothing else. */
  readonly source: WorkbookSource;
  /** Makes or writes over the sheets of the plan: all of them or none. */
  apply(plan: Plan, work?: Work): Promise<Outcome<Applied>>;
  /** Puts back what stood before a change, if nothing of it was changed since. */
  undo(token: UndoToken, work?: Work): Promise<Outcome<Applied>>;
  /** Removes every sheet of ours, old copies included. */
  removeOwnSheets(work?: Work): Promise<Outcome<Applied>>;
  /** Shows a cell; the sheet is brought to the front and scrolled to it. */
  select(place: CellPlace): Promise<Outcome<{ readonly selected: true }>>;
  /** The cell she is at, so that Esc can bring her back; null when none can be told. */
  selection(): Promise<CellPlace | null>;
  readonly store: WorkbookStore;
  /** Asks for a file; null when she chose none. @param kinds endings with the dot: ".xlsx" */
  openFile(kinds: readonly string[]): Promise<Outcome<{ readonly file: ChosenFile | null }>>;
  /** Hands a file over to her. */
  saveFile(file: ChosenFile): Promise<Outcome<{ readonly saved: true }>>;
}
