import type { Applied, Outcome } from '../../../src/hosts/port';
import { load } from '../workbook/load/load';
import type { EtFault } from '../wps/faults';
import { fullSheet } from '../xlsx/write/full-sheet';
import { planOf } from '../xlsx/write/plans';
import { NEW_AND_OVER, PATTERNS } from './fault-plans';
import { herWorkbook } from './her-workbook';
import { seen } from './seen';
import type { WpsUnderTest } from './wps-under-test';
import { wpsUnderTest } from './wps-under-test';
import { wrongAfterFault } from './wps-fault-run';

function done(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

async function prepared(): Promise<WpsUnderTest> {
  const under = wpsUnderTest(load(herWorkbook()));
  done(await under.host.apply(planOf(fullSheet('自评_旧'))));
  under.typeFormula("It's 支出表", 'C4', "'自评_旧'!B4*2");
  under.book.sheets[0]?.select(2, 1);
  return under;
}

describe.each([
  ['one of them written over', NEW_AND_OVER],
  ['of patterns', PATTERNS],
])('a plan of two sheets, %s', (_, plan) => {
  test.each(['throw', 'silent'] as const)('with a fault at every call: %s', async (how) => {
    const under = await prepared();
    const { host, book, wps } = under;
    const start = book.clone();
    const before = seen(book);
    expect(done(await host.apply(plan)).remarks).toEqual([]);
    const planned = seen(book);
    // Where the window was scrolled to is not restored, so the first time takes some calls more.
    book.restore(start);
    wps.calls.clear();
    done(await host.apply(plan));
    const calls = wps.calls.total;
    const wrong: string[] = [];
    for (let call = 1; call <= calls; call += 1) {
      book.restore(start);
      const fault: EtFault = { at: { call }, how };
      wrong.push(...(await wrongAfterFault(under, fault, { before, planned }, () => host.apply(plan))));
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});
