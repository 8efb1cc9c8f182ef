import { evaluate } from '../../src/evaluate';
import type { Plan } from '../../src/sheet/plan';
import { wrongAfterFault } from '../hosts/contract/wps-fault-run';
import type { WpsUnderTest } from '../hosts/contract/wps-under-test';
import { wpsUnderTest } from '../hosts/contract/wps-under-test';
import { seen } from '../hosts/contract/seen';
import { load } from '../hosts/workbook/load/load';
import type { EtFault } from '../hosts/wps/faults';
import type { ProfileName } from '../hosts/wps/quirks';
import { PROFILES } from '../hosts/wps/quirks';
import { opened } from '../support/evaluated';
import { Random } from '../support/random';
import { sampleBytes } from '../support/sample';

async function samplePlan(): Promise<Plan> {
  const pipe = evaluate(await opened(sampleBytes()), { last: 'report', date: '2024年4月20日' });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    if (!step.value.report) throw new Error('no report');
    return step.value.report.plan;
  }
}

describe('the full run on the sample', () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await samplePlan();
  });

  /** Does it with each fault and says what is wrong afterwards. */
  async function wrongAfter(
    profile: ProfileName,
    times: number,
    faultAt: (random: Random, under: WpsUnderTest, calls: number) => EtFault,
  ): Promise<string[]> {
    const under = wpsUnderTest(load(sampleBytes()), PROFILES[profile]);
    const { host, book, wps } = under;
    const start = book.clone();
    const before = seen(book);
    wps.calls.clear();
    expect(await host.apply(plan)).toMatchObject({ remarks: [] });
    const planned = seen(book);
    const random = new Random(20_240_420);
    const calls = wps.calls.total;
    const wrong: string[] = [];
    for (let time = 0; time < times; time += 1) {
      book.restore(start);
      const fault = faultAt(random, under, calls);
      wrong.push(...(await wrongAfterFault(under, fault, { before, planned }, () => host.apply(plan))));
    }
    wps.close();
    return wrong;
  }

  test.each<[ProfileName, number]>([
    ['windows', 10],
    ['kylin', 4],
  ])('fails at seeded calls on %s: the sample is as before or as planned', async (profile, times) => {
    const wrong = await wrongAfter(profile, times, (random, _, calls) => ({
      // The last calls give the screen back to her.
      at: { call: random.whole(1, calls - 50) },
      how: 'throw',
    }));
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('does nothing at seeded calls without a word: it is found, and done again or taken back', async () => {
    const wrong = await wrongAfter('windows', 4, (random, _, calls) => ({
      at: { call: random.whole(1, calls - 50) },
      how: 'silent',
    }));
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});
