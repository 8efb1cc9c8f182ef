import { Book } from '../workbook/book';
import type { Fault } from './faults';
import { openExcel } from './open-excel';
import type { OpenExcel } from './open-excel';
import { refusedCode } from './quirks/refused';

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

/** Two syncs: three values, then two merges. */
function twoSyncs(): Promise<void> {
  return excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    for (const row of [1, 2, 3]) sheet.getRange(`A${row}`).values = [[row]];
    await context.sync();
    sheet.getRange('C1:D1').merge();
    sheet.getRange('C2:D2').merge();
    await context.sync();
  });
}
const values = (): unknown[] => [0, 1, 2].map((row) => excel.book.sheet('表')?.value(row, 0));

/** Whether a run ends within a few turns of the event loop. */
async function outcome(run: Promise<void>): Promise<string | null> {
  const waited = new Promise<string>((done) => setTimeout(done, 20, 'hangs'));
  return Promise.race([refusedCode(run), waited]);
}

test.each<[string, Fault, string | null, unknown[], number]>([
  ['nothing', { at: { action: 999 }, how: 'fail' }, null, [1, 2, 3], 2],
  [
    'the second value fails',
    { at: { kind: 'Range.values=', nth: 2 }, how: 'fail' },
    'GeneralException',
    [1, null, null],
    0,
  ],
  ['the second value hangs', { at: { kind: 'Range.values=', nth: 2 }, how: 'hang' }, 'hangs', [1, null, null], 0],
  [
    'the second sync fails',
    { at: { sync: 2 }, how: 'fail', code: 'InactiveWorkbook' },
    'InactiveWorkbook',
    [1, 2, 3],
    0,
  ],
  ['the second sync hangs', { at: { sync: 2 }, how: 'hang' }, 'hangs', [1, 2, 3], 0],
  ['the answer to the second sync is lost', { at: { sync: 2 }, how: 'lose' }, 'hangs', [1, 2, 3], 2],
  ['the second merge fails', { at: { kind: 'Range.merge()', nth: 2 }, how: 'fail' }, 'GeneralException', [1, 2, 3], 1],
])('%s', async (_, fault, expected, written, merged) => {
  excel.faults.inject(fault);
  expect(await outcome(twoSyncs())).toBe(expected);
  expect(values()).toEqual(written);
  expect(excel.book.sheet('表')?.merges).toHaveLength(merged);
  expect(excel.faults.struck).toBe(expected !== null);
});

test('every action can be made to fail: as many as the log counts', async () => {
  await twoSyncs();
  const { length } = excel.log.actions;
  for (let action = 1; action <= length; action += 1) {
    excel.faults.clear();
    excel.faults.inject({ at: { action }, how: 'fail', code: 'AccessDenied' });
    expect(await refusedCode(twoSyncs())).toBe('AccessDenied');
  }
  excel.faults.clear();
  excel.faults.inject({ at: { action: length + 1 }, how: 'fail' });
  expect(await refusedCode(twoSyncs())).toBeNull();
});

test('a fault strikes once, or at everything after it', async () => {
  excel.faults.inject({ at: { sync: 1 }, how: 'fail' });
  expect([await refusedCode(twoSyncs()), await refusedCode(twoSyncs())]).toEqual(['GeneralException', null]);
  excel.faults.clear();
  excel.faults.inject({ at: { sync: 2 }, how: 'fail', forEver: true });
  expect([await refusedCode(twoSyncs()), await refusedCode(twoSyncs())]).toEqual([
    'GeneralException',
    'GeneralException',
  ]);
  excel.faults.clear();
  excel.faults.inject({ at: { action: 3 }, how: 'fail', forEver: true });
  expect([await refusedCode(twoSyncs()), await refusedCode(twoSyncs())]).toEqual([
    'GeneralException',
    'GeneralException',
  ]);
});

test('hanging works while timers are replaced', async () => {
  jest.useFakeTimers();
  try {
    excel.faults.inject({ at: { sync: 2 }, how: 'hang' });
    let timedOut = false;
    const run = twoSyncs().then(() => null);
    const waited = new Promise((done) => setTimeout(done, 60_000)).then(() => (timedOut = true));
    await jest.advanceTimersByTimeAsync(60_000);
    await Promise.race([run, waited]);
    expect([timedOut, values()]).toEqual([true, [1, 2, 3]]);
  } finally {
    jest.useRealTimers();
  }
});

test('the log counts what changes the workbook, and reading changes nothing', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    sheet.getUsedRangeOrNullObject(true).load('values,address');
    context.workbook.worksheets.load('items/name');
    await context.sync();
  });
  expect(excel.log.writes()).toBe(0);
  await twoSyncs();
  expect(excel.log.writes()).toBe(5);
  expect(excel.log.actions.filter(({ writes }) => writes).map(({ kind }) => kind)).toEqual([
    'Range.values=',
    'Range.values=',
    'Range.values=',
    'Range.merge()',
    'Range.merge()',
  ]);
});
