import { evaluate } from '../../src/evaluate';
import type { Plan } from '../../src/sheet/plan';
import { excelUnderTest } from '../hosts/contract/excel-under-test';
import { FileHost } from '../hosts/contract/file-host';
import { seen } from '../hosts/contract/seen';
import type { Canonical, CanonicalSheet } from '../hosts/workbook/canonical';
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

/** A prompt stands for a note where Excel has none (port: notes need ExcelApi 1.18). */
function withNotesAsPrompts(book: Canonical): Canonical {
  const sheets = Object.entries(book.sheets).map(([name, sheet]): [string, CanonicalSheet] => {
    const prompts = sheet.validations.flatMap(({ rule, cells }) =>
      rule.type === 'none'
        ? cells.map((run) => [run.split(':')[0] as string, { author: '', text: rule.prompt.message }] as const)
        : [],
    );
    const notes = Object.entries(sheet.notes).map(([cell, { text }]) => [cell, { author: '', text }] as const);
    return [
      name,
      {
        ...sheet,
        notes: Object.fromEntries([...notes, ...prompts]),
        validations: sheet.validations.filter(({ rule }) => rule.type !== 'none'),
      },
    ];
  });
  return { ...book, sheets: Object.fromEntries(sheets) };
}

/** Excel tells where a chart ends in points: beside hidden columns that may be any of them. */
function withoutChartEnds(book: Canonical): Canonical {
  const sheets = Object.entries(book.sheets).map(([name, sheet]) => [
    name,
    { ...sheet, charts: sheet.charts.map((chart) => ({ ...chart, to: null })) },
  ]);
  return { ...book, sheets: Object.fromEntries(sheets) as Canonical['sheets'] };
}

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
    // Three of its own, one for each sheet, and those that read back what was written.
    const reading = syncs.filter(({ actions }) => actions.every(({ writes }) => !writes)).length - 1;
    expect(syncs.length).toBeLessThanOrEqual(3 + plan.sheets.length + reading);
    under.close();
  });

  test('written over itself all stays the same, and both writings can be undone', async () => {
    const under = excelUnderTest(load(sampleBytes()));
    const before = seen(under.book);
    const first = await under.host.apply(plan);
    const once = seen(under.book);
    const second = await under.host.apply(plan);
    expect(differences(once, seen(under.book))).toEqual([]);
    if ('problem' in first || 'problem' in second) throw new Error('not written');
    expect(await under.host.undo(second.undo)).not.toHaveProperty('problem');
    expect(differences(withoutChartEnds(once), withoutChartEnds(seen(under.book)))).toEqual([]);
    expect(under.excel.log.largest().response).toBeLessThanOrEqual(REQUEST);
    expect(await under.host.undo(first.undo)).not.toHaveProperty('problem');
    expect(differences(before, seen(under.book))).toEqual([]);
    under.close();
  });
});
