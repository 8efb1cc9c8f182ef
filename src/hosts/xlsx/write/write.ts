import type { Plan } from '../../../sheet/plan';
import { openForWriting } from './open-package';
import { PlanWriter } from './plan-writer';
import type { WriteProblem } from './problem';
import { problemOfTrouble } from './problem';

/**
 * Writes the sheets of a plan into an .xlsx or .xlsm workbook: its package is patched, never built anew, and every part
 * that needs no change stays byte for byte. The same workbook and plan always give the same bytes, and writing the same
 * plan into the result changes nothing. Trouble with the workbook is data; an exception is a bug of ours, such as a plan
 * with two sheets of one name.
 */
export function writePlan(
  bytes: Uint8Array,
  plan: Plan,
): { readonly bytes: Uint8Array } | { readonly problem: WriteProblem } {
  try {
    return { bytes: new PlanWriter(openForWriting(bytes)).write(plan) };
  } catch (trouble) {
    return { problem: problemOfTrouble(trouble) };
  }
}
