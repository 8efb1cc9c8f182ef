import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refused, refusedCode } from './refused';

// Rules of errors: officejs.md §A.5 (Errors), §C (missing sheet, protected, cell edit mode, several workbooks).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});

test('an error names the statement, and what came before it stays done', async () => {
  const error = await refused(
    excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表');
      sheet.getRange('A1').values = [['先']];
      const range = sheet.getRange('A2:B2');
      range.values = [[1]];
      range.values = [[1, 2, 3]];
      sheet.getRange('A3').values = [['后']];
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
  expect(error.debugInfo.statement).toContain('values');
  expect(excel.book.sheet('表')?.value(0, 0)).toBe('先');
  expect(excel.book.sheet('表')?.value(1, 1)).toBe(1);
  expect(excel.book.sheet('表')?.value(2, 0)).toBeNull();
  expect(excel.log.syncs.map(({ failure }) => failure)).toEqual(['InvalidArgument']);
  excel.close();
});

test('a sheet that is not there is not found', async () => {
  const run = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('没有').getRange('A1').load('values');
    await context.sync();
  });
  expect(await refusedCode(run)).toBe('ItemNotFound');
  excel.close();
});

test('a range of a sheet deleted meanwhile is not found', async () => {
  excel.book.addSheet('另一张');
  const run = excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表').getRange('A1');
    await context.sync();
    excel.book.deleteSheet(excel.book.sheet('表')?.id ?? '');
    range.load('values');
    await context.sync();
  });
  expect(await refusedCode(run)).toBe('ItemNotFound');
  excel.close();
});

test('a member of Excel’s that is not modelled is refused, and closing the workbook tells of it', async () => {
  const run = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange('A1:B2').insert('Down');
    await context.sync();
  });
  expect(await refusedCode(run)).toBe('NotImplemented');
  expect(() => excel.close()).toThrow('Range.insert');
});

test('while a cell is being typed in, a run is refused; one that may wait is done afterwards', async () => {
  const write = async (context: Excel.RequestContext): Promise<void> => {
    context.workbook.worksheets.getItem('表').getRange('A1').values = [['写']];
    await context.sync();
  };
  excel.faults.editing = true;
  expect(await refusedCode(excel.Excel.run(write))).toBe('InvalidOperationInCellEditMode');
  let done = false;
  const waiting = excel.Excel.run({ delayForCellEdit: true }, write).then(() => (done = true));
  await new Promise((later) => setTimeout(later, 5));
  expect([done, excel.book.sheet('表')?.value(0, 0)]).toEqual([false, null]);
  excel.faults.editing = false;
  await waiting;
  expect(excel.book.sheet('表')?.value(0, 0)).toBe('写');
  excel.close();
});

test('with another workbook in front a run is refused', async () => {
  excel.faults.inactive = true;
  const run = excel.Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
  });
  expect(await refusedCode(run)).toBe('InactiveWorkbook');
  excel.close();
});

test('a protected sheet refuses to be written to, a protected structure refuses a new sheet', async () => {
  excel.book.sheet('表')?.protect({
    password: null,
    allowFormatCells: false,
    allowFormatColumns: false,
    allowFormatRows: false,
  });
  excel.book.protect();
  const write = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange('A1').values = [[1]];
    await context.sync();
  });
  const add = excel.Excel.run(async (context) => {
    context.workbook.worksheets.add('新');
    await context.sync();
  });
  expect([await refusedCode(write), await refusedCode(add)]).toEqual(['AccessDenied', 'AccessDenied']);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表').load('protection/protected');
    context.workbook.protection.load('protected');
    await context.sync();
    expect([sheet.protection.protected, context.workbook.protection.protected]).toEqual([true, true]);
  });
  excel.close();
});
