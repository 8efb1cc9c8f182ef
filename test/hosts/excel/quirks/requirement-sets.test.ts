import { Book } from '../../workbook/book';
import { requirementOf, requirementTable } from '../gate';
import { openExcel } from '../open-excel';
import { PROFILES, supports } from '../profiles';
import { answer } from '../bridge';
import { ExcelHost } from '../excel-host';
import { WORKBOOK } from '../members/workbook';
import { hostObject } from '../object-type';
import { refusedCode } from './refused';

// Rules of requirement sets: officejs.md §A.6 (the gate), §D (members and editions).
test('the table is read from the declarations: thousands of members with the sets of officejs.md §D', () => {
  expect(requirementTable().size).toBeGreaterThan(2000);
  const versions = (
    [
      ['Range', 'values'],
      ['Range', 'merge'],
      ['WorksheetCollection', 'getItemOrNullObject'],
      ['Range', 'hyperlink'],
      ['Worksheet', 'pageLayout'],
      ['Worksheet', 'getRanges'],
      ['Range', 'getMergedAreasOrNullObject'],
      ['Range', 'valuesAsJson'],
    ] as const
  ).map(([type, member]) => requirementOf(type, member)?.version);
  expect(versions).toEqual(['1.1', '1.2', '1.4', '1.7', '1.9', '1.9', '1.13', '1.16']);
});

test('versions compare by number: 1.14 has 1.9, 1.9 has not 1.14', () => {
  expect(supports(PROFILES.ltsc2021, 'ExcelApi', '1.9')).toBe(true);
  expect(supports(PROFILES.ltsc2021, 'excelapi', 1.14)).toBe(true);
  expect(supports(PROFILES.ltsc2021, 'ExcelApi', '1.15')).toBe(false);
  expect(supports(PROFILES.ltsc2021, 'ExcelApiOnline', '1.1')).toBe(false);
});

test('the client stops a getter of a set the edition has not', async () => {
  const excel = openExcel({ book: Book.blank('表'), profile: 'old' });
  expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
  const run = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').pageLayout.orientation = 'Landscape';
    await context.sync();
  });
  expect(await refusedCode(run)).toBe('ApiNotFound');
  expect(excel.log.syncs).toHaveLength(0);
  excel.close();
});

test('the host stops what the client lets through: a setter, and a property that is loaded', async () => {
  const excel = openExcel({ book: Book.blank('表'), profile: 'old' });
  const set = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange('A1').format.indentLevel = 1;
    await context.sync();
  });
  const load = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange('A1').load('format/shrinkToFit');
    await context.sync();
  });
  expect([await refusedCode(set), await refusedCode(load)]).toEqual(['ApiNotFound', 'ApiNotFound']);
  excel.close();
});

test('the host has a gate of its own, whatever a client sends', () => {
  const host = new ExcelHost(Book.blank('表'), PROFILES.old);
  const path = { ObjectPathType: 4, Name: '' };
  const given = answer(
    host,
    hostObject(WORKBOOK, host),
    {
      Actions: [{ Id: 9, ActionType: 1, Name: '', ObjectPathId: 3 }],
      ObjectPaths: {
        1: { ...path, Id: 1, ObjectPathType: 1 },
        2: { Id: 2, ObjectPathType: 3, Name: 'GetActiveWorksheet', ParentObjectPathId: 4 },
        3: { ...path, Id: 3, Name: 'PageLayout', ParentObjectPathId: 2 },
        4: { ...path, Id: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      },
    },
    0,
  );
  expect(given?.body).toMatchObject({ Results: [], Error: { Code: 'ApiNotFound', ActionIndex: 0 } });
});

test('members above ExcelApi 1.15 are not in the runtime, whatever the edition says', async () => {
  const excel = openExcel({ book: Book.blank('表'), profile: 'm365' });
  expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.18')).toBe(true);
  await excel.Excel.run(async (context) => {
    expect('notes' in context.workbook.worksheets.getActiveWorksheet()).toBe(false);
  });
  excel.close();
});
