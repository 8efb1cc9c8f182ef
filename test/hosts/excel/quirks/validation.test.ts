import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of data validation: declarations of Excel.DataValidation (ExcelApi 1.8); Excel specifications for lengths.
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

function run(address: string, work: (validation: Excel.DataValidation) => void): Promise<void> {
  return excel.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem('表').getRange(address).dataValidation);
    await context.sync();
  });
}

test('a list with an alert, read back as it was given', async () => {
  await run('B2:B9', (validation) => {
    validation.rule = { list: { inCellDropDown: true, source: '已说明,不适用' } };
    validation.errorAlert = { showAlert: true, style: 'Stop', title: '只能选择', message: '请从列表中选择' };
    validation.prompt = { showPrompt: true, title: '处理', message: '填写后不再提示' };
  });
  expect(excel.book.sheet('表')?.validationAt(4, 1)).toMatchObject({
    type: 'list',
    formula1: '已说明,不适用',
    error: { style: 'stop', message: '请从列表中选择' },
    prompt: { title: '处理' },
  });
  await excel.Excel.run(async (context) => {
    const validation = context.workbook.worksheets.getItem('表').getRange('B2:B3').dataValidation;
    validation.load('type,rule,errorAlert,prompt,ignoreBlanks');
    await context.sync();
    expect([validation.type, validation.rule]).toEqual([
      'List',
      { list: { inCellDropDown: true, source: '已说明,不适用' } },
    ]);
    expect(validation.errorAlert).toMatchObject({ style: 'Stop', title: '只能选择' });
  });
});

test('cells without a rule say None, cells with different ones say so', async () => {
  await run('A1', (validation) => (validation.rule = { list: { inCellDropDown: true, source: '是,否' } }));
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    const none = sheet.getRange('C1').dataValidation.load('type,rule');
    const mixed = sheet.getRange('A1:B1').dataValidation.load('type,rule');
    await context.sync();
    expect([none.type, none.rule, mixed.type, mixed.rule]).toEqual(['None', {}, 'Inconsistent', null]);
  });
});

test('an input prompt alone is a rule that allows anything', async () => {
  await run('D4', (validation) => (validation.prompt = { showPrompt: true, title: '', message: '依据：决算批复' }));
  expect(excel.book.sheet('表')?.validationAt(3, 3)).toMatchObject({
    type: 'none',
    prompt: { show: true, message: '依据：决算批复' },
  });
  await run('D4', (validation) => validation.clear());
  expect(excel.book.sheet('表')?.validationAt(3, 3)).toBeNull();
});

test('a number between two, and a formula of one’s own', async () => {
  await run('A1', (validation) => {
    validation.rule = { decimal: { formula1: 0, formula2: 100, operator: 'Between' } };
  });
  await run('A2', (validation) => (validation.rule = { custom: { formula: '=A1>0' } }));
  const sheet = excel.book.sheet('表');
  expect(sheet?.validationAt(0, 0)).toMatchObject({
    type: 'decimal',
    operator: 'between',
    formula1: '0',
    formula2: '100',
  });
  expect(sheet?.validationAt(1, 0)).toMatchObject({ type: 'custom', formula1: '=A1>0' });
});

test('a typed list of more than 255 characters is refused', async () => {
  const source = '选项'.repeat(128);
  const run255 = run('A1', (validation) => (validation.rule = { list: { inCellDropDown: true, source } }));
  expect(await refusedCode(run255)).toBe('InvalidArgument');
});
