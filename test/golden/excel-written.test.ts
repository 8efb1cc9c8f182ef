import { evaluate } from '../../src/evaluate';
import type { Applied, Outcome } from '../../src/hosts/port';
import type { Plan } from '../../src/sheet/plan';
import { ALLOWED_DIFFERENCES } from '../hosts/allowed-differences';
import { excelUnderTest } from '../hosts/contract/excel-under-test';
import { FileHost } from '../hosts/contract/file-host';
import { seen } from '../hosts/contract/seen';
import { differences } from '../hosts/workbook/differences';
import { load } from '../hosts/workbook/load/load';
import { opened } from '../support/evaluated';
import { sampleBytes } from '../support/sample';

/** Bytes one request may have (officejs.md §F). */
const REQUEST = 1_500_000;

async function samplePlan(): Promise<Plan> {
  const pipe = evaluate(await opened(sampleBytes()), { last: 'report', date: '2024年4月20日' });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    if (!step.value.report) throw new Error('no report');
    return step.value.report.plan;
  }
}

function applied(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

const withNotesAsPrompts = ALLOWED_DIFFERENCES['notes-as-prompts'];
const withoutChartEnds = ALLOWED_DIFFERENCES['chart-ends'];

describe('the evaluated sample written through Office.js', () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await samplePlan();
  });

  test.each(['ltsc2021', 'web'] as const)('equals the one written into the file: %s', async (profile) => {
    const file = new FileHost(sampleBytes());
    expect(await file.apply(plan)).not.toHaveProperty('problem');
    const under = excelUnderTest(load(sampleBytes()), profile);
    const outcome = await under.host.apply(plan);
    expect(outcome).not.toHaveProperty('problem');
    const { syncs } = under.excel.log;
    const largest = under.excel.log.largest();
    expect(
      differences(withNotesAsPrompts(seen(load(file.bytes), false)), withNotesAsPrompts(seen(under.book, false))),
    ).toEqual([]);
    expect(largest.request).toBeLessThanOrEqual(REQUEST);
    expect(largest.response).toBeLessThanOrEqual(REQUEST);
    // Three of its own, one for each sheet, and those that read back what was written: answers a quarter full or more.
    const reading = syncs.slice(1).filter(({ actions }) => actions.every(({ writes }) => !writes));
    const bytes = reading.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    const chunks = Math.ceil((4 * bytes) / REQUEST);
    expect(syncs.length).toBeLessThanOrEqual(3 + plan.sheets.length + chunks);
    under.close();
  });

  test('written over what she edited it is the same again, and both writings can be undone and done again', async () => {
    const under = excelUnderTest(load(sampleBytes()));
    const first = applied(await under.host.apply(plan));
    const once = seen(under.book);
    const scores = under.book.sheet('自评_评分表');
    scores?.write({ top: 8, left: 2, bottom: 8, right: 2 }, [['她改写的一格']]);
    scores?.format({ top: 8, left: 2, bottom: 9, right: 4 }, { fill: '#FFE699', font: { bold: true } });
    scores?.setColumnWidth(5, 5, 90);
    const edited = seen(under.book);
    expect(differences(once, edited)).not.toEqual([]);
    const second = applied(await under.host.apply(plan));
    expect(differences(once, seen(under.book))).toEqual([]);
    const undone = applied(await under.host.undo(second.undo));
    expect(differences(withoutChartEnds(edited), withoutChartEnds(seen(under.book)))).toEqual([]);
    const again = applied(await under.host.undo(undone.undo));
    expect(differences(withoutChartEnds(once), withoutChartEnds(seen(under.book)))).toEqual([]);
    applied(await under.host.undo(again.undo));
    expect(differences(withoutChartEnds(edited), withoutChartEnds(seen(under.book)))).toEqual([]);
    // Undoing the first writing as well would lose what she edited since.
    const refused = await under.host.undo(first.undo);
    expect('problem' in refused && refused.problem.message).toContain('工作表“自评_评分表”写入后又有改动');
    expect(differences(withoutChartEnds(edited), withoutChartEnds(seen(under.book)))).toEqual([]);
    expect(under.excel.log.largest().response).toBeLessThanOrEqual(REQUEST);
    under.close();
  });
});
