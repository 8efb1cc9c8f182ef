import { evaluate } from '../../src/evaluate';
import type { Plan } from '../../src/sheet/plan';
import { ALLOWED_DIFFERENCES } from '../hosts/allowed-differences';
import { FileHost } from '../hosts/contract/file-host';
import { wpsUnderTest } from '../hosts/contract/wps-under-test';
import type { Book } from '../hosts/workbook/book';
import type { Canonical } from '../hosts/workbook/canonical';
import { canonical } from '../hosts/workbook/canonical';
import { differences } from '../hosts/workbook/differences';
import { load } from '../hosts/workbook/load/load';
import { PROFILES } from '../hosts/wps/quirks';
import { opened } from '../support/evaluated';
import { sampleBytes } from '../support/sample';

/** All there is, values of formulas included, but for what docs/host-differences.md says of WPS. */
function asInWps(book: Book): Canonical {
  const whole = canonical(book, { values: true, view: false });
  return Object.values(ALLOWED_DIFFERENCES).reduce((seen, without) => without(seen), whole);
}

async function samplePlan(): Promise<Plan> {
  const pipe = evaluate(await opened(sampleBytes()), { last: 'report', date: '2024年4月20日' });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    if (!step.value.report) throw new Error('no report');
    return step.value.report.plan;
  }
}

test.each(['windows', 'kylin'] as const)(
  'the evaluated sample written in WPS on %s equals the one written into the file',
  async (profile) => {
    const plan = await samplePlan();
    const file = new FileHost(sampleBytes());
    expect(await file.apply(plan)).not.toHaveProperty('problem');
    const under = wpsUnderTest(load(sampleBytes()), PROFILES[profile]);
    expect(await under.host.apply(plan)).not.toHaveProperty('problem');
    expect(differences(asInWps(load(file.bytes)), asInWps(under.book))).toEqual([]);
  },
);

test('reading, judging and writing the sample takes at most 5,000 calls across the bridge', async () => {
  const under = wpsUnderTest(load(sampleBytes()), PROFILES.windows);
  const { calls } = under.wps;
  calls.clear();
  const pipe = evaluate(under.host.source, { last: 'report', date: '2024年4月20日' });
  let step = await pipe.next();
  while (!step.done) step = await pipe.next();
  const plan = step.value.report?.plan;
  if (!plan) throw new Error('no report');
  expect(await under.host.apply(plan)).not.toHaveProperty('problem');
  process.stdout.write(`Calls across the bridge: ${calls.total}\n`);
  expect(calls.total).toBeLessThanOrEqual(5_000);
});
