import type { Applied, Outcome } from '../../../src/hosts/port';
import { STAGING_PREFIX } from '../../../src/hosts/staging-names';
import type { Plan } from '../../../src/sheet/plan';
import { differences } from '../workbook/differences';
import { load } from '../workbook/load/load';
import { fullSheet } from '../xlsx/write/full-sheet';
import { planOf, row, sheet, text } from '../xlsx/write/plans';
import { herWorkbook } from './her-workbook';
import { seen } from './seen';
import type { WpsUnderTest } from './wps-under-test';
import { wpsUnderTest } from './wps-under-test';

/** A new sheet with one of everything, and one written over another with one of everything that is kept. */
const PLAN: Plan = {
  sheets: [
    { model: fullSheet('自评_新'), keepAs: null },
    { model: sheet('自评_旧', [row(text('第二版'), text('=1'))]), keepAs: '自评_旧_旧' },
  ],
};

function done(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

function switches({ application }: WpsUnderTest): readonly unknown[] {
  return [application.ScreenUpdating, application.DisplayAlerts, application.EnableEvents, application.Calculation];
}

const ON = [true, true, true, -4105];

test('with a fault at every call of a plan of two sheets, the workbook is as before or as planned, switches restored', async () => {
  const under = wpsUnderTest(load(herWorkbook()));
  const { host, book, wps } = under;
  done(await host.apply(planOf(fullSheet('自评_旧'))));
  under.typeFormula("It's 支出表", 'C4', "'自评_旧'!B4*2");
  book.sheets[0]?.select(2, 1);
  const start = book.clone();
  const before = seen(book);
  wps.calls.clear();
  done(await host.apply(PLAN));
  const calls = wps.calls.total;
  const planned = seen(book);
  const wrong: string[] = [];
  for (let call = 1; call <= calls; call += 1) {
    book.restore(start);
    wps.faults.clear();
    wps.faults.inject({ at: { call }, how: 'throw' });
    const outcome = await host.apply(PLAN);
    const { struck } = wps.faults;
    wps.faults.clear();
    // A call that some builds do not have may fail without harm; then all is as planned.
    const failed = 'problem' in outcome;
    const said = differences(failed ? before : planned, seen(book), 3);
    if (!struck) said.push('the fault did not strike');
    if (failed && outcome.problem.unrestored) said.push('said to be unrestored');
    if (failed && !outcome.problem.message.includes('请')) said.push('no next step');
    if (book.sheets.some(({ name }) => name.startsWith(STAGING_PREFIX))) said.push('a staged sheet is left');
    if (String(switches(under)) !== String(ON)) said.push(`switches ${String(switches(under))}`);
    wrong.push(...said.map((one) => `call ${call}: ${one}`));
  }
  expect(wrong.slice(0, 10)).toEqual([]);
}, 120_000);
