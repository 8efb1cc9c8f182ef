import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refused, refusedCode } from './refused';

// Rules of loading: officejs.md §A.5 (batch format), §A.6 (client behaviour), §C (load before read, mixed properties).
let excel: OpenExcel;

beforeEach(() => {
  const book = Book.blank('决算');
  book.addSheet('预算');
  book.sheet('决算')?.write({ top: 0, left: 0, bottom: 1, right: 1 }, [
    ['科目', '金额'],
    ['办公费', 12.5],
  ]);
  excel = openExcel({ book });
});

afterEach(() => excel.close());

test('a property that was not loaded cannot be read', async () => {
  const error = await refused(
    excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('决算').getRange('A1');
      await context.sync();
      return range.values;
    }),
  );
  expect(error.code).toBe('PropertyNotLoaded');
});

test('a misspelt property reaches the host, which refuses it', async () => {
  const error = await refused(
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('决算').getRange('A1').load('valeus');
      await context.sync();
    }),
  );
  expect(error).toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.valeus' } });
});

test('names to load are taken in any letter case', async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('决算').getRange('A2:B2').load('VALUES, rowcount');
    await context.sync();
    expect([range.values, range.rowCount]).toEqual([[['办公费', 12.5]], 1]);
  });
});

test('paths load properties of properties', async () => {
  excel.book.sheet('决算')?.format({ top: 0, left: 0, bottom: 0, right: 1 }, { font: { bold: true }, fill: '#EEEEEE' });
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('决算').getRange('A1:B1');
    range.load('format/fill/color, format/font/bold, address');
    await context.sync();
    expect(range.format.fill.color).toBe('#EEEEEE');
    expect(range.format.font.bold).toBe(true);
    expect(range.address).toBe('决算!A1:B1');
  });
});

test('without a selection every plain property is loaded', async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('决算').getRange('A2:B2').load();
    await context.sync();
    expect(range.formulas).toEqual([['办公费', 12.5]]);
    expect(range.text).toEqual([['办公费', '12.5']]);
    expect(range.numberFormat).toEqual([['General', 'General']]);
    expect(range.columnCount).toBe(2);
  });
});

test('a collection gives its members with what was selected of each', async () => {
  await excel.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name, items/visibility');
    await context.sync();
    expect(sheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['决算', 'Visible'],
      ['预算', 'Visible'],
    ]);
    sheets.items[1]?.getRange('A1').set({ values: [['通过成员写入']] });
    await context.sync();
  });
  expect(excel.book.sheet('预算')?.value(0, 0)).toBe('通过成员写入');
});

test('everything reached from a null object is a null object', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
    const used = sheet.getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
  });
});

test('a property that differs between cells is null', async () => {
  excel.book.sheet('决算')?.format({ top: 0, left: 0, bottom: 0, right: 0 }, { font: { bold: true, size: 16 } });
  await excel.Excel.run(async (context) => {
    const font = context.workbook.worksheets.getItem('决算').getRange('A1:A2').format.font.load('bold,size,name');
    await context.sync();
    expect([font.bold, font.size, font.name]).toEqual([null, null, '宋体']);
  });
});

test('what was set is read back by the client without asking the host: such a read proves nothing', async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('决算').getRange('A1');
    range.values = [['改']];
    expect(range.values).toEqual([['改']]);
    expect(excel.log.syncs).toHaveLength(0);
    await context.sync();
  });
});

test('blank cells read as empty texts, errors as their names, and only valueTypes tells them from texts', async () => {
  excel.book.sheet('预算')?.write({ top: 0, left: 0, bottom: 0, right: 3 }, [['#N/A', "'#N/A", '', true]]);
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('预算').getRange('A1:D1').load('values,valueTypes');
    await context.sync();
    expect(range.values).toEqual([['#N/A', '#N/A', '', true]]);
    expect(range.valueTypes).toEqual([['Error', 'String', 'Empty', 'Boolean']]);
  });
});

test('an object of one run cannot be used after it', async () => {
  const range = await excel.Excel.run(async (context) => {
    const one = context.workbook.worksheets.getItem('决算').getRange('A1').load('values');
    await context.sync();
    return one;
  });
  const code = await refusedCode(
    excel.Excel.run(async (context) => {
      range.load('values');
      await context.sync();
      await range.context.sync();
    }),
  );
  expect(code).toBe('InvalidObjectPath');
});

test('ranges a run asked the host to remember are given up when it ends', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('决算');
    for (let row = 1; row <= 20; row += 1) sheet.getRange(`A${row}`).load('values');
    await context.sync();
    expect(excel.keptReferences()).toBe(20);
  });
  await Promise.resolve();
  await new Promise((done) => setTimeout(done));
  expect(excel.keptReferences()).toBe(0);
  expect(excel.log.syncs).toHaveLength(1);
});

test('an untracked range is given up at once', async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('决算').getRange('A1').load('values');
    await context.sync();
    range.untrack();
    await context.sync();
    expect(excel.keptReferences()).toBe(0);
  });
});
