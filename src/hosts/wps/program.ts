import { CALCULATION } from './enums';
import type { EtApplication, EtDebugTools, EtWorkbook } from './et';

/** WPS as the adapter reaches it: synchronous, at once, without a way back. */
export interface WpsProgram {
  readonly application: EtApplication;
  /** Gives the program time to draw and to take her clicks, between two blocks of work. */
  pause(): Promise<void>;
}

const ATTEMPTS = 2;

type Switch = 'ScreenUpdating' | 'DisplayAlerts' | 'EnableEvents' | 'Calculation';
const SWITCHES: readonly Exclude<Switch, 'Calculation'>[] = ['ScreenUpdating', 'DisplayAlerts', 'EnableEvents'];

/**
 * Work during which the program draws nothing, asks nothing, tells nobody and calculates nothing. What it was set to
 * before is set again, whatever happens.
 */
export function undisturbed<T>(application: EtApplication, work: () => T): T {
  // A program that does not tell is taken to be as it starts.
  const before = SWITCHES.map((name): [Switch, boolean] => [name, application[name] !== false]);
  const calculation = application.Calculation || CALCULATION.automatic;
  try {
    for (const name of SWITCHES) turn(application, name, false);
    turn(application, 'Calculation', CALCULATION.manual);
    return work();
  } finally {
    insistently(() => turn(application, 'Calculation', calculation));
    for (const [name, value] of [...before].reverse()) insistently(() => turn(application, name, value));
  }
}

/** Set without a word being lost: alerts that are on would stop the program, a screen that stays off would look dead. */
function turn<K extends Switch>(application: EtApplication, name: K, value: EtApplication[K]): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    application[name] = value;
    if (application[name] === value) return;
  }
}

/** A step of the program's own undo list, where it keeps one for add-ins; work is done all the same where not. */
export function asUndoStep<T>(application: EtApplication, workbook: EtWorkbook, title: string, work: () => T): T {
  const begun = attempted(() => {
    const tools = application.DebugTools;
    if (!tools) return null;
    begin(tools, workbook);
    return tools;
  });
  try {
    return work();
  } finally {
    if (begun) insistently(() => begun.UndoTransEnd(workbook, false, title));
  }
}

/** Steps do not nest: one whose end was lost is ended first. */
function begin(tools: EtDebugTools, workbook: EtWorkbook): void {
  try {
    tools.UndoTransBegin(workbook);
  } catch {
    tools.UndoTransEnd(workbook, false, '');
    tools.UndoTransBegin(workbook);
  }
}

/** A call that failed once may go through the next time; what fails for ever is left. */
export function insistently(work: () => void): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      work();
      return;
    } catch {
      // The next attempt, or nothing more: whatever comes first in the work is what she is told of.
    }
  }
}

/** What the program gives, null when it refuses: for what some builds do not have. */
export function attempted<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What a program must tell of anything that is there. @throws Error when it tells nothing: a call that failed without a word */
export function told<T>(value: T | null | undefined, member: string): T {
  if (value === null || value === undefined) throw new Error(`${member} told nothing`);
  return value;
}
