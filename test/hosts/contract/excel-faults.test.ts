import type { Applied, HostProblem, Outcome, UndoToken } from '../../../src/hosts/port';
import { STAGING_PREFIX } from '../../../src/hosts/staging-names';
import type { Fault } from '../excel/faults';
import { differences } from '../workbook/differences';
import { load } from '../workbook/load/load';
import { fullSheet } from '../xlsx/write/full-sheet';
import { planOf } from '../xlsx/write/plans';
import { settled, stopClock } from './clock';
import type { ExcelUnderTest } from './excel-under-test';
import { excelUnderTest } from './excel-under-test';
import { NEW_AND_OVER, PATTERNS } from './fault-plans';
import { NEXT_STEPS } from './next-steps';
import { herWorkbook } from './her-workbook';
import { seen } from './seen';

beforeAll(stopClock);
afterAll(() => jest.useRealTimers());

/** The sheet that is written over has one of everything too; its rule is for a whole column, which is told at once. */
const OLD = {
  ...fullSheet('自评_旧'),
  validations: [{ area: { top: 0, left: 2, bottom: 7, right: 2 }, choices: ['已核对', '待核对'], message: '请选。' }],
};

async function prepared(): Promise<ExcelUnderTest> {
  const under = excelUnderTest(load(herWorkbook()), 'ltsc2021');
  const { host, book } = under;
  done(await settled(host.apply(planOf(OLD)), under));
  under.typeFormula("It's 支出表", 'C4', "'自评_旧'!B4*2");
  book.sheets[0]?.select(2, 1);
  return under;
}

function done(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

function refused(outcome: Outcome<Applied>): HostProblem {
  if ('problem' in outcome) return outcome.problem;
  throw new Error('It was done.');
}

interface Run {
  readonly under: ExcelUnderTest;
  readonly start: ReturnType<ExcelUnderTest['book']['clone']>;
  readonly before: ReturnType<typeof seen>;
}

/** Does the work with one fault and says what is wrong afterwards; empty when all is as before and she was told so. */
async function wrongAfter(
  { under, start, before }: Run,
  fault: Fault,
  work: () => Promise<Outcome<Applied>>,
): Promise<string[]> {
  under.book.restore(start);
  under.excel.log.clear();
  under.excel.faults.clear();
  under.excel.faults.inject(fault);
  const problem = refused(await settled(work(), under));
  const wrong = differences(before, seen(under.book, 'active' in before), 3);
  if (!under.excel.faults.struck) wrong.push('the fault did not strike');
  if (under.book.sheets.some(({ name }) => name.startsWith(STAGING_PREFIX))) wrong.push('a staged sheet is left');
  if (problem.unrestored) wrong.push('said to be unrestored');
  if (!NEXT_STEPS.some((step) => problem.message.includes(step))) wrong.push(`no next step: ${problem.message}`);
  return wrong.map((one) => `${JSON.stringify(fault)}: ${one}`);
}

describe.each([
  ['one of them written over', NEW_AND_OVER],
  ['of patterns', PATTERNS],
])('a plan of two sheets, %s', (_, PLAN) => {
  let run: Run;
  let actions: number;
  let syncs: number;
  beforeAll(async () => {
    const under = await prepared();
    const start = under.book.clone();
    run = { under, start, before: seen(under.book) };
    under.excel.log.clear();
    done(await settled(under.host.apply(PLAN), under));
    actions = under.excel.log.actions.length;
    syncs = under.excel.log.syncs.length;
  });
  afterAll(() => run.under.close());

  test('takes at most 400 actions', () => {
    expect(actions).toBeLessThanOrEqual(400);
    expect(syncs).toBeLessThan(20);
  });

  test.each(['fail', 'hang'] as const)('at every action: %s', async (how) => {
    const wrong: string[] = [];
    for (let action = 1; action <= actions; action += 1) {
      wrong.push(...(await wrongAfter(run, { at: { action }, how }, () => run.under.host.apply(PLAN))));
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test.each(['fail', 'hang', 'lose'] as const)('at every request: %s', async (how) => {
    const wrong: string[] = [];
    for (let sync = 1; sync <= syncs; sync += 1) {
      wrong.push(...(await wrongAfter(run, { at: { sync }, how }, () => run.under.host.apply(PLAN))));
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('stopped at any sheet, all is as before', async () => {
    const { under, start, before } = run;
    for (const at of [0, 1]) {
      under.book.restore(start);
      under.excel.faults.clear();
      const stop = new AbortController();
      const outcome = await settled(
        under.host.apply(PLAN, {
          signal: stop.signal,
          onProgress: ({ done: number }) => number === at && stop.abort(),
        }),
        under,
      );
      expect(refused(outcome)).toMatchObject({ code: 'cancelled', unrestored: false });
      expect(differences(before, seen(under.book))).toEqual([]);
    }
  });
});

test('when Excel fails for ever, she is told which sheets to look at', async () => {
  const under = await prepared();
  under.excel.faults.inject({ at: { kind: 'Range.merge()', nth: 1 }, how: 'fail' });
  under.excel.faults.inject({ at: { kind: 'Worksheet.delete()', nth: 1 }, how: 'fail', forEver: true });
  const problem = refused(await settled(under.host.apply(NEW_AND_OVER), under));
  expect(problem.unrestored).toBe(true);
  expect(problem.message).toContain(`“${STAGING_PREFIX}1”`);
  under.excel.faults.clear();
  under.close();
});

describe('undoing it', () => {
  test('at every request and every action, undo is made whole or not at all', async () => {
    const measured = await written();
    measured.under.excel.log.clear();
    done(await settled(measured.under.host.undo(measured.token), measured.under));
    const { syncs, actions } = measured.under.excel.log;
    measured.under.close();
    const points: Fault[] = [
      ...syncs.flatMap((_, index) =>
        (['fail', 'hang', 'lose'] as const).map((how) => ({ at: { sync: index + 1 }, how })),
      ),
      ...actions.map((_, index) => ({
        at: { action: index + 1 },
        how: index % 2 === 0 ? ('fail' as const) : ('hang' as const),
      })),
    ];
    const { under, token } = await written();
    const run: Run = { under, start: under.book.clone(), before: seen(under.book, false) };
    const wrong: string[] = [];
    for (const fault of points) wrong.push(...(await wrongAfter(run, fault, () => under.host.undo(token))));
    expect(wrong.slice(0, 10)).toEqual([]);
    under.close();
  });

  async function written(): Promise<{ readonly under: ExcelUnderTest; readonly token: UndoToken }> {
    const under = await prepared();
    const { undo } = done(await settled(under.host.apply(NEW_AND_OVER), under));
    return { under, token: undo };
  }
});
