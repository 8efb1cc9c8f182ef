import { CALCULATION } from './enums';
import type { EtApplication, EtWorkbook } from './et';

/** WPS as the adapter reaches it: synchronous, at once, without a way back. */
export interface WpsProgram {
  readonly application: EtApplication;
  /** Gives the program time to draw and to take her clicks, between two blocks of work. */
  pause(): Promise<void>;
}

type Switch = 'ScreenUpdating' | 'DisplayAlerts' | 'EnableEvents';
const SWITCHES: readonly Switch[] = ['ScreenUpdating', 'DisplayAlerts', 'EnableEvents'];

/**
 * Work during which the program draws nothing, asks nothing, tells nobody and calculates nothing. What it was set to
 * before is set again, whatever happens.
 */
export function undisturbed<T>(application: EtApplication, work: () => T): T {
  // A program that does not tell is taken to be as it starts.
  const before = SWITCHES.map((name): [Switch, boolean] => [name, application[name] !== false]);
  const calculation = application.Calculation || CALCULATION.automatic;
  try {
    for (const name of SWITCHES) application[name] = false;
    application.Calculation = CALCULATION.manual;
    return work();
  } finally {
    insistently(() => {
      application.Calculation = calculation;
    });
    for (const [name, value] of [...before].reverse()) {
      insistently(() => {
        application[name] = value;
      });
    }
  }
}

/** A step of the program's own undo list, where it keeps one for add-ins; work is done all the same where not. */
export function asUndoStep<T>(application: EtApplication, workbook: EtWorkbook, title: string, work: () => T): T {
  const begun = attempted(() => {
    const tools = application.DebugTools;
    if (!tools) return null;
    tools.UndoTransBegin(workbook);
    return tools;
  });
  try {
    return work();
  } finally {
    if (begun) insistently(() => begun.UndoTransEnd(workbook, false, title));
  }
}

const ATTEMPTS = 2;

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
