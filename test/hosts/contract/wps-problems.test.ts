import type { HostProblem, Outcome } from '../../../src/hosts/port';
import { HostTrouble } from '../../../src/hosts/port';
import { STORE_SHEET } from '../../../src/hosts/stored-texts';
import { openWpsHost } from '../../../src/hosts/wps/host';
import { differences } from '../workbook/differences';
import { load } from '../workbook/load/load';
import { planOf, row, sheet, text } from '../xlsx/write/plans';
import { HERS } from './contract';
import { herWorkbook } from './her-workbook';
import { seen } from './seen';
import type { WpsUnderTest } from './wps-under-test';
import { wpsUnderTest } from './wps-under-test';

const PLAN = planOf(sheet('自评_甲', [row(text('新'))]));

async function prepared(): Promise<WpsUnderTest> {
  const under = wpsUnderTest(load(herWorkbook()));
  expect(await under.host.apply(planOf(sheet('自评_甲', [row(text('旧'))])))).not.toHaveProperty('problem');
  return under;
}

function problemOf(outcome: Outcome<unknown>): HostProblem {
  const { problem } = outcome as { problem?: HostProblem };
  if (!problem) throw new Error('It was done.');
  return problem;
}

const UNLOCKED = { password: null, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false };

test.each<[string, (under: WpsUnderTest) => void, HostProblem['code'], RegExp]>([
  [
    'its sheet is protected',
    ({ book }) => book.sheet('自评_甲')?.protect(UNLOCKED),
    'protected',
    /“自评_甲”.*撤销工作表保护/,
  ],
  [
    'another workbook is in front',
    ({ wps }) => (wps.program.other = '/home/user/别的.xlsx'),
    'other-workbook',
    /切换回原来的工作簿/,
  ],
  ['the workbook was closed', ({ wps }) => (wps.program.other = null), 'unsupported', /请先打开决算表/],
])('%s: nothing is changed and she is told what to do', async (_, disturb, code, next) => {
  const under = await prepared();
  await under.host.source.describe();
  disturb(under);
  const before = seen(under.book);
  const problem = problemOf(await under.host.apply(PLAN));
  expect(problem).toMatchObject({ code, unrestored: false, message: expect.stringMatching(next) as string });
  expect(problem.message).toMatch(/工作簿没有改动。$/);
  expect(differences(before, seen(under.book))).toEqual([]);
  under.close();
});

test('another workbook comes to the front while sheets are written: hers is as before', async () => {
  const under = await prepared();
  const before = seen(under.book);
  const onProgress = ({ done }: { done: number }): void => {
    if (done === 1) under.wps.program.other = '/home/user/别的.xlsx';
  };
  const plan = planOf(sheet('自评_乙', [row(text('新'))]), sheet('自评_丙', [row(text('新'))]));
  expect(problemOf(await under.host.apply(plan, { onProgress }))).toMatchObject({
    code: 'other-workbook',
    unrestored: false,
  });
  expect(differences(before, seen(under.book))).toEqual([]);
  under.close();
});

test('the workbook that was described is read from, whichever is in front by then', async () => {
  const under = await prepared();
  await under.host.source.describe();
  under.wps.program.other = '/home/user/别的.xlsx';
  expect((await under.host.source.read({ sheet: HERS, fromRow: 1, toRow: 2 })).rows).toEqual([
    ['基本支出', 378.6, '人员'],
  ]);
  under.close();
});

test('saved under another name meanwhile, it is the same workbook', async () => {
  const under = await prepared();
  await under.host.source.describe();
  under.wps.program.folder = '/media/u盘';
  expect(await under.host.apply(PLAN)).not.toHaveProperty('problem');
  under.close();
});

test('the structure of the workbook is protected: new sheets are refused, old ones written over, texts not kept', async () => {
  const under = await prepared();
  under.book.protect();
  const more = planOf(sheet('自评_甲', [row(text('新'))]), sheet('自评_乙', [row(text('新'))]));
  expect(problemOf(await under.host.apply(more))).toMatchObject({
    code: 'structure-protected',
    message: expect.stringMatching(/撤销工作簿保护/) as string,
  });
  expect(problemOf(await under.host.removeOwnSheets())).toMatchObject({ code: 'structure-protected' });
  expect(problemOf(await under.host.store.set('年度', '2023'))).toMatchObject({ code: 'structure-protected' });
  expect(await under.host.apply(PLAN)).not.toHaveProperty('problem');
  expect(under.book.sheets.map(({ name }) => name)).toEqual([HERS, '自评_甲']);
  expect(under.book.sheet('自评_甲')?.value(0, 0)).toBe('新');
  under.close();
});

test('the store is protected: nothing is kept and she is told', async () => {
  const under = await prepared();
  await under.host.store.set('年度', '2023');
  under.book.sheet(STORE_SHEET)?.protect(UNLOCKED);
  expect(problemOf(await under.host.store.set('年度', '2024'))).toMatchObject({ code: 'protected' });
  expect(await under.host.store.get('年度')).toBe('2023');
  under.close();
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
  expect(under.book.sheets.map(({ name }) => name)).toEqual([HERS, '自评_甲']);
  expect(under.book.sheet('自评_甲')?.value(0, 0)).toBe('别人写的');
  under.close();
});

test('a sheet that is read was deleted meanwhile', async () => {
  const under = await prepared();
  const { source } = under.host;
  await source.describe();
  under.book.deleteSheet(under.book.sheet('自评_甲')?.id ?? '');
  const reading = source.read({ sheet: '自评_甲', fromRow: 0, toRow: 1 });
  await expect(reading).rejects.toBeInstanceOf(HostTrouble);
  await expect(reading).rejects.toMatchObject({
    problem: { code: 'gone', message: expect.stringContaining('“自评_甲”') as string },
  });
  under.close();
});

describe('files through the dialogues of WPS', () => {
  const FILE = { name: '自评报告.docx', bytes: new Uint8Array([0, 80, 255]) };
  function opened(under: WpsUnderTest): Exclude<ReturnType<typeof openWpsHost>, { problem: unknown }> {
    const found = openWpsHost({ Application: under.application });
    if ('problem' in found) throw new Error(found.problem.message);
    return found;
  }

  test('a file is kept where she says and opened from there', async () => {
    const under = await prepared();
    under.wps.program.chosen.push(['/home/user/文档/自评报告.docx'], ['/home/user/文档/自评报告.docx']);
    expect(await opened(under).saveFile(FILE)).toEqual({ saved: true });
    expect(await opened(under).openFile(['.docx'])).toEqual({ file: FILE });
    under.close();
  });

  test('when she chooses none, none is kept or opened', async () => {
    const under = await prepared();
    under.wps.program.chosen.push(null, null);
    expect(problemOf(await opened(under).saveFile(FILE))).toMatchObject({ code: 'cancelled' });
    expect(await opened(under).openFile(['.docx'])).toEqual({ file: null });
    under.close();
  });

  test('a file that is not there or cannot be kept is said, and the workbook is not touched', async () => {
    const under = await prepared();
    const before = seen(under.book);
    under.wps.program.chosen.push(['/home/user/没有.xlsx'], ['/home/user/满.docx']);
    expect(problemOf(await opened(under).openFile(['.xlsx']))).toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/文件/) as string,
    });
    under.wps.faults.inject({ at: { member: 'FileSystem.writeAsBinaryString()', nth: 1 }, how: 'silent' });
    expect(problemOf(await opened(under).saveFile(FILE))).toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/文件/) as string,
    });
    expect(differences(before, seen(under.book))).toEqual([]);
    under.close();
  });
});
