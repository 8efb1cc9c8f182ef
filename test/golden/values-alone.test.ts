import { evaluate } from '../../src/evaluate';
import type { Evaluation } from '../../src/evaluate';
import type { WorkbookSource } from '../../src/model/grid';
import { excelUnderTest } from '../hosts/contract/excel-under-test';
import { load } from '../hosts/workbook/load/load';
import { bureauBook } from '../support/bureau';
import { xlsxOf } from '../support/book';
import { opened } from '../support/evaluated';
import { bookOf } from '../support/laid';
import { Random } from '../support/random';
import { sampleBytes } from '../support/sample';
import { shaped, someShapes } from '../support/shapes';

/** A host that gives values and nothing else: no merges, no hidden rows and columns, no formats. */
function valuesOf(source: WorkbookSource): WorkbookSource {
  return {
    describe: async () =>
      (await source.describe()).map((sheet) => ({ ...sheet, merges: [], hiddenRows: [], hiddenColumns: [] })),
    read: (request) => source.read(request),
    columnFormats: async (sheet) => (await source.columnFormats(sheet)).map(() => null),
    formulas: (sheet) => source.formulas(sheet),
  };
}

async function judged(source: WorkbookSource): Promise<Evaluation> {
  const pipe = evaluate(source, { last: 'report', date: '2024年4月20日' });
  for (;;) {
    const step = await pipe.next();
    if (step.done) return step.value;
  }
}

/** What was found out: figures, verdicts, findings, scores. */
function facts({ tables, facts: found, checks, findings, scorecard }: Evaluation): object {
  return {
    tables: tables.map(({ kind, sheet, year, amountUnit, rowCount }) => [kind, sheet, year, amountUnit, rowCount]),
    facts: found?.map(({ name, figure }) => [name, figure.value?.toString() ?? null]),
    checks: checks?.map(({ key, status, difference }) => [key, status, difference?.toString() ?? null]),
    findings: findings.map(({ key, class: weight }) => [key, weight]),
    scores: scorecard?.indicators.map(({ id, score }) => [id, score?.toString() ?? null]),
  };
}

test('the sample comes out the same on its values alone', async () => {
  const [whole, alone] = [await opened(sampleBytes()), valuesOf(await opened(sampleBytes()))];
  expect(facts(await judged(alone))).toEqual(facts(await judged(whole)));
});

test.each([3, 14, 15, 92, 65, 35])('and so do the tables of bureau %i, in shapes of their own', async (seed) => {
  const random = new Random(seed);
  const bytes = xlsxOf(bookOf(shaped(bureauBook(seed), someShapes(random), random)));
  const [whole, alone] = [await opened(bytes), valuesOf(await opened(bytes))];
  expect(facts(await judged(alone))).toEqual(facts(await judged(whole)));
});

test('checking a workbook in Excel sends no writing action at all', async () => {
  const under = excelUnderTest(load(sampleBytes()));
  const evaluation = await judged(under.host.source);
  expect(evaluation.checks?.length).toBeGreaterThan(500);
  expect(under.excel.log.actions.length).toBeGreaterThan(100);
  expect(under.excel.log.writes()).toBe(0);
  under.close();
});
