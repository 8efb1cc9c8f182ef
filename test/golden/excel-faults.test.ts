import { evaluate } from '../../src/evaluate';
import { STAGING_PREFIX } from '../../src/hosts/staging-names';
import type { Plan } from '../../src/sheet/plan';
import type { Fault } from '../hosts/excel/faults';
import { settled, stopClock } from '../hosts/contract/clock';
import { excelUnderTest } from '../hosts/contract/excel-under-test';
import { NEW_AND_OVER, PATTERNS } from '../hosts/contract/fault-plans';
import { herWorkbook } from '../hosts/contract/her-workbook';
import { NEXT_STEPS } from '../hosts/contract/next-steps';
import { seen } from '../hosts/contract/seen';
import { differences } from '../hosts/workbook/differences';
import { load } from '../hosts/workbook/load/load';
import { opened } from '../support/evaluated';
import { Random } from '../support/random';
import { sampleBytes } from '../support/sample';

beforeAll(stopClock);
afterAll(() => jest.useRealTimers());

async function samplePlan(): Promise<Plan> {
  const pipe = evaluate(await opened(sampleBytes()), { last: 'report', date: '2024年4月20日' });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    if (!step.value.report) throw new Error('no report');
    return step.value.report.plan;
  }
}

test('at each of its requests and at 200 of its actions the full run fails or hangs, and the sample is as before', async () => {
  const plan = await samplePlan();
  const under = excelUnderTest(load(sampleBytes()));
  const { book, host, excel } = under;
  const start = book.clone();
  const before = seen(book);
  expect(await settled(host.apply(plan), under)).not.toHaveProperty('problem');
  const actions = excel.log.actions.length;
  const random = new Random(20_240_420);
  const faults: readonly Fault[] = [
    ...excel.log.syncs.flatMap((_, at) => (['fail', 'hang'] as const).map((how) => ({ at: { sync: at + 1 }, how }))),
    ...Array.from({ length: 200 }, (_, time) => ({
      at: { action: random.whole(1, actions) },
      how: time % 2 === 0 ? ('fail' as const) : ('hang' as const),
    })),
  ];
  const wrong: string[] = [];
  for (const fault of faults) {
    book.restore(start);
    excel.log.clear();
    excel.faults.clear();
    excel.faults.inject(fault);
    const outcome = await settled(host.apply(plan), under);
    const about = `${JSON.stringify(fault)}: `;
    if (!('problem' in outcome)) wrong.push(`${about}it was done`);
    else if (outcome.problem.unrestored || !NEXT_STEPS.some((step) => outcome.problem.message.includes(step)))
      wrong.push(`${about}${outcome.problem.message}`);
    if (book.sheets.some(({ name }) => name.startsWith(STAGING_PREFIX))) wrong.push(`${about}a staged sheet is left`);
    wrong.push(...differences(before, seen(book), 3).map((one) => about + one));
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  under.close();
});

test('the two plans that are failed at every action do whatever the full run does', async () => {
  const kindsOf = async (bytes: Uint8Array, plan: Plan): Promise<Set<string>> => {
    const under = excelUnderTest(load(bytes));
    expect(await settled(under.host.apply(plan), under)).not.toHaveProperty('problem');
    const kinds = new Set(under.excel.log.actions.map(({ kind }) => kind));
    under.close();
    return kinds;
  };
  const tried = new Set([...(await kindsOf(herWorkbook(), NEW_AND_OVER)), ...(await kindsOf(herWorkbook(), PATTERNS))]);
  const full = await kindsOf(sampleBytes(), await samplePlan());
  expect([...full].filter((kind) => !tried.has(kind))).toEqual([]);
});
