import type { Applied, Outcome } from '../../../src/hosts/port';
import { STAGING_PREFIX } from '../../../src/hosts/staging-names';
import type { Canonical } from '../workbook/canonical';
import { differences } from '../workbook/differences';
import type { EtFault } from '../wps/faults';
import { seen } from './seen';
import type { WpsUnderTest } from './wps-under-test';

/** ScreenUpdating, DisplayAlerts, EnableEvents, Calculation as the program starts. */
const SWITCHES = [true, true, true, -4105];

/** A series without a colour of its own tells the one it is drawn in, which is ours: setting it is not missed. */
const AUTOMATIC = 'color #4472C4 ≠ null';

/**
 * Does the work with one fault and says what is wrong afterwards; empty when the workbook is as before and she was told
 * so, or all is as planned: a call that some builds do not have may fail without harm, a lost one may be made again.
 */
export async function wrongAfterFault(
  under: WpsUnderTest,
  fault: EtFault,
  { before, planned }: { readonly before: Canonical; readonly planned: Canonical },
  work: () => Promise<Outcome<Applied>>,
): Promise<string[]> {
  const { book, wps } = under;
  wps.faults.clear();
  wps.faults.inject(fault);
  const outcome = await work();
  const { struck } = wps.faults;
  wps.faults.clear();
  const failed = 'problem' in outcome;
  const wrong = differences(failed ? before : planned, seen(book, 'active' in before), 3).filter(
    (one) => !one.endsWith(AUTOMATIC),
  );
  if (!struck) wrong.push('the fault did not strike');
  if (failed && outcome.problem.unrestored) wrong.push('said to be unrestored');
  if (failed && !outcome.problem.message.includes('请')) wrong.push(`no next step: ${outcome.problem.message}`);
  if (book.sheets.some(({ name }) => name.startsWith(STAGING_PREFIX))) wrong.push('a staged sheet is left');
  if (String(switches(under)) !== String(SWITCHES)) wrong.push(`switches ${String(switches(under))}`);
  return wrong.map((one) => `${JSON.stringify(fault)} ${failed ? 'failed' : 'done'}: ${one}`);
}

function switches({ application }: WpsUnderTest): readonly unknown[] {
  return [application.ScreenUpdating, application.DisplayAlerts, application.EnableEvents, application.Calculation];
}
