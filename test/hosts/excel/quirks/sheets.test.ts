import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of sheets: officejs.md §C (sheet name, last visible sheet, missing sheet), §A.5 (ids of sheets on the wire).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('决算') });
});
afterEach(() => excel.close());

const names = (): string[] => excel.book.sheets.map(({ name }) => name);
function run<T>(work: (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => T): Promise<T> {
  return excel.Excel.run(async (context) => {
    const result = work(context.workbook.worksheets, context);
    await context.sync();
    return result;
  });
}

test.each([
  ['二'.repeat(32), 'InvalidArgument'],
  ['a/b', 'InvalidArgument'],
  ['[1]', 'InvalidArgument'],
  ["'引号", 'InvalidArgument'],
  ['History', 'InvalidArgument'],
  ['决算', 'ItemAlreadyExists'],
])('the name “%s” is refused: %s', async (name, code) => {
  expect(await refusedCode(run((sheets) => sheets.add(name)))).toBe(code);
  expect(names()).toEqual(['决算']);
});

test('names are told apart without letter case, and found so', async () => {
  await run((sheets) => sheets.add('Sheet甲'));
  expect(await refusedCode(run((sheets) => sheets.add('SHEET甲')))).toBe('ItemAlreadyExists');
  await run((sheets) => (sheets.getItem('sHEET甲').tabColor = '#ff0000'));
  expect(excel.book.sheet('Sheet甲')?.tabColor).toBe('#FF0000');
});

test('a sheet made in a run is the same after it was renamed and moved', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('暂名');
    await context.sync();
    sheet.name = '定名';
    sheet.position = 0;
    await context.sync();
    sheet.getRange('A1').values = [['仍在']];
    sheet.load('name,position,id');
    await context.sync();
    expect([sheet.name, sheet.position]).toEqual(['定名', 0]);
  });
  expect(names()).toEqual(['定名', '决算']);
  expect(excel.book.sheet('定名')?.value(0, 0)).toBe('仍在');
});

test('renaming rewrites formulas that name the sheet, deleting makes them #REF!', async () => {
  await run((sheets) => {
    const source = sheets.add('来源');
    source.getRange('A1').values = [[5]];
    sheets.getItem('决算').getRange('A1:A2').formulas = [['=来源!A1*2'], ["=SUM('来源'!A1:A3)"]];
    source.name = '新 来源';
  });
  expect(excel.book.sheet('决算')?.entry(0, 0)).toBe("='新 来源'!A1*2");
  await run((sheets) => sheets.getItem('新 来源').delete());
  expect(excel.book.sheet('决算')?.entry(0, 0)).toBe('=#REF!A1*2');
});

test('the last visible sheet can be neither deleted nor hidden', async () => {
  await run((sheets) => (sheets.add('隐藏').visibility = 'Hidden'));
  expect(await refusedCode(run((sheets) => sheets.getItem('决算').delete()))).toBe('InvalidOperation');
  expect(await refusedCode(run((sheets) => (sheets.getItem('决算').visibility = 'Hidden')))).toBe('InvalidOperation');
});

test('a copy stands where it was asked for, with everything on it', async () => {
  excel.book.sheet('决算')?.put(0, 0, '原');
  await excel.Excel.run(async (context) => {
    const copy = context.workbook.worksheets.getItem('决算').copy('Beginning');
    await context.sync();
    copy.name = '决算_旧';
    await context.sync();
  });
  expect(names()).toEqual(['决算_旧', '决算']);
  expect(excel.book.sheet('决算_旧')?.value(0, 0)).toBe('原');
});

test('the sheet in front, its neighbours and its selection', async () => {
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('二').visibility = 'Hidden';
    worksheets.add('三').getRange('B2:C3').select();
    const front = worksheets.getActiveWorksheet().load('name');
    const before = front.getPrevious(true).load('name');
    const after = front.getNextOrNullObject();
    const marked = context.workbook.getSelectedRange().load('address');
    const cell = context.workbook.getActiveCell().load('address');
    const count = worksheets.getCount(true);
    await context.sync();
    expect([front.name, before.name, after.isNullObject]).toEqual(['三', '决算', true]);
    expect([marked.address, cell.address, count.value]).toEqual(['三!B2:C3', '三!B2', 2]);
    worksheets.getItem('决算').activate();
    await context.sync();
  });
  expect(excel.book.activeSheet.name).toBe('决算');
});

test('the used range of an empty sheet is its first cell, or a null object when so asked', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('决算');
    const plain = sheet.getUsedRange().load('address');
    const none = sheet.getUsedRangeOrNullObject(true);
    sheet.getRange('D9').format.fill.color = '#EEEEEE';
    const looks = sheet.getUsedRangeOrNullObject(false).load('address');
    const values = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect([plain.address, none.isNullObject]).toEqual(['决算!A1', true]);
    expect([looks.address, values.isNullObject]).toEqual(['决算!D9', true]);
  });
});
