import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules: officejs.md §C (names.add), §D (1.4 names, settings; 1.7 hyperlink); declarations of Excel.SettingCollection.
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

test('a name for a plain text is kept as a text, for a range or a formula as a reference', async () => {
  await excel.Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const sheet = worksheets.getItem('表');
    names.add('文字', '表!$A$1');
    names.add('引用', '=表!$A$1');
    sheet.names.add('本表', sheet.getRange('B2:C3'), '备注');
    await context.sync();
    const all = names.load('items/name,items/formula');
    const own = sheet.names.getItem('本表').load('formula,comment,scope');
    const range = names.getItem('引用').getRange().load('address');
    const none = names.getItem('文字').getRangeOrNullObject();
    await context.sync();
    expect(all.items.map(({ name, formula }) => [name, formula])).toEqual([
      ['文字', '="表!$A$1"'],
      ['引用', '=表!$A$1'],
    ]);
    expect([own.formula, own.comment, own.scope]).toEqual(["='表'!$B$2:$C$3", '备注', 'Worksheet']);
    expect([range.address, none.isNullObject]).toEqual(['表!A1', true]);
    names.getItem('文字').delete();
    await context.sync();
  });
  expect(excel.book.definedNames.map(({ name }) => name)).toEqual(['引用', '本表']);
});

test('what of a sheet is printed and repeated are names of the sheet; deleting them takes it back', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    sheet.pageLayout.setPrintArea('A1:F40');
    sheet.pageLayout.setPrintTitleRows('$1:$3');
    const names = sheet.names.load('items/name,items/formula');
    await context.sync();
    expect(names.items.map(({ name, formula }) => [name, formula])).toEqual([
      ['Print_Area', "='表'!$A$1:$F$40"],
      ['Print_Titles', "='表'!$1:$3"],
    ]);
    for (const name of names.items) name.delete();
    await context.sync();
  });
  expect(excel.book.sheet('表')?.page).toMatchObject({ area: [], titleRows: null });
});

test('settings hold any JSON value, are replaced by adding again and found again in the next run', async () => {
  await excel.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('单位', '某县民政局');
    settings.add('更正', { 表: '决算' });
    settings.add('单位', '某县财政局');
    await context.sync();
  });
  await excel.Excel.run(async (context) => {
    const { settings } = context.workbook;
    const unit = settings.getItemOrNullObject('单位').load('value');
    const fix = settings.getItem('更正').load('value');
    const none = settings.getItemOrNullObject('没有');
    const all = settings.load('items/key');
    await context.sync();
    expect([unit.value, fix.value, none.isNullObject]).toEqual(['某县财政局', { 表: '决算' }, true]);
    expect(all.items.map(({ key }) => key)).toEqual(['单位', '更正']);
    unit.delete();
    await context.sync();
  });
  expect(excel.book.settingKeys).toEqual(['更正']);
  const missing = excel.Excel.run(async (context) => {
    context.workbook.settings.getItem('单位').load('value');
    await context.sync();
  });
  expect(await refusedCode(missing)).toBe('ItemNotFound');
});

test('a link leads out, or to a place in the workbook; formulas are no links', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    sheet.getRange('A1').hyperlink = { documentReference: '表!B2', textToDisplay: '去看', screenTip: '到 B2' };
    const link = sheet.getRange('A1').load('hyperlink,values');
    const none = sheet.getRange('A2').load('hyperlink');
    await context.sync();
    expect(link.hyperlink).toMatchObject({ documentReference: '表!B2', textToDisplay: '去看' });
    expect([link.values, none.hyperlink]).toEqual([[['去看']], null]);
  });
});
