import type { HostProblem, Outcome } from '../../../src/hosts/port';
import { HostTrouble } from '../../../src/hosts/port';
import { differences } from '../workbook/differences';
import { load } from '../workbook/load/load';
import { planOf, row, sheet, text } from '../xlsx/write/plans';
import { smallWorkbook } from '../xlsx/write/small-workbook';
import type { ExcelUnderTest } from './excel-under-test';
import { excelUnderTest } from './excel-under-test';
import { herWorkbook } from './her-workbook';
import { seen } from './seen';

const PLAN = planOf(sheet('自评_甲', [row(text('新'))]));

async function prepared(profile: Parameters<typeof excelUnderTest>[1] = 'ltsc2021'): Promise<ExcelUnderTest> {
  const under = excelUnderTest(load(herWorkbook()), profile);
  expect(await under.host.apply(planOf(sheet('自评_甲', [row(text('旧'))])))).not.toHaveProperty('problem');
  return under;
}

function problemOf(outcome: Outcome<unknown>): HostProblem {
  const { problem } = outcome as { problem?: HostProblem };
  if (!problem) throw new Error('It was done.');
  return problem;
}

const WAYS: readonly [string, (under: ExcelUnderTest) => void, string, RegExp][] = [
  ['a cell is being typed in', ({ excel }) => (excel.faults.editing = true), 'editing', /按回车或 Esc/],
  [
    'another workbook is in front',
    ({ excel }) => (excel.faults.inactive = true),
    'other-workbook',
    /切换回原来的工作簿/,
  ],
  ['its sheet is protected', protectOurs, 'protected', /“自评_甲”.*撤销工作表保护/],
];

function protectOurs({ book }: ExcelUnderTest): void {
  book
    .sheet('自评_甲')
    ?.protect({ password: null, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false });
}

test.each(WAYS)('%s: nothing is changed and she is told what to do', async (_, disturb, code, next) => {
  const under = await prepared();
  disturb(under);
  const before = seen(under.book);
  const problem = problemOf(await under.host.apply(PLAN));
  expect(problem).toMatchObject({ code, unrestored: false, message: expect.stringMatching(next) as string });
  expect(differences(before, seen(under.book))).toEqual([]);
});

test('the structure of the workbook is protected: new sheets are refused, old ones written over', async () => {
  const under = await prepared();
  under.book.protect();
  const more = planOf(sheet('自评_甲', [row(text('新'))]), sheet('自评_乙', [row(text('新'))]));
  expect(problemOf(await under.host.apply(more))).toMatchObject({ code: 'structure-protected' });
  expect(await under.host.apply(PLAN)).not.toHaveProperty('problem');
  expect(under.book.sheet('自评_甲')?.value(0, 0)).toBe('新');
});

test('a sheet of ours is changed by someone else while others are written: nothing is changed', async () => {
  const under = await prepared();
  const plan = planOf(sheet('自评_乙', [row(text('新'))]), sheet('自评_甲', [row(text('新'))]));
  const onProgress = ({ sheet: name }: { sheet: string }): void => {
    if (name === '自评_乙') under.type('自评_甲', 'A1', '别人写的');
  };
  expect(problemOf(await under.host.apply(plan, { onProgress }))).toMatchObject({
    code: 'changed',
    message: expect.stringContaining('“自评_甲”') as string,
  });
  expect(under.book.sheets.map(({ name }) => name)).toEqual(["It's 支出表", '自评_甲']);
  expect(under.book.sheet('自评_甲')?.value(0, 0)).toBe('别人写的');
});

test('a sheet that is read was deleted meanwhile', async () => {
  const under = await prepared();
  const { source } = under.host;
  await source.describe();
  under.book.deleteSheet(under.book.sheet('自评_甲')?.id ?? '');
  await expect(source.read({ sheet: '自评_甲', fromRow: 0, toRow: 1 })).rejects.toMatchObject({
    problem: { code: 'gone', message: expect.stringContaining('“自评_甲”') as string },
  });
});

test('an undone sheet was deleted meanwhile', async () => {
  const under = await prepared();
  const written = await under.host.apply(planOf(sheet('自评_乙', [row(text('新'))])));
  if ('problem' in written) throw new Error(written.problem.message);
  under.book.deleteSheet(under.book.sheet('自评_乙')?.id ?? '');
  expect(problemOf(await under.host.undo(written.undo))).toMatchObject({ code: 'gone' });
});

test('an Excel below the baseline reads and writes nothing', async () => {
  const under = excelUnderTest(load(smallWorkbook()), 'old');
  await expect(under.host.source.describe()).rejects.toBeInstanceOf(HostTrouble);
  expect(problemOf(await under.host.apply(PLAN))).toMatchObject({ code: 'unsupported' });
  expect(under.excel.log.syncs).toEqual([]);
});
