import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';

// Rules of events: officejs.md §A.5 (Events).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

test('a change by the user is told with its address, one of the add-in’s own with its source', async () => {
  const told: unknown[] = [];
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    sheet.onChanged.add(async ({ address, triggerSource, changeType }) => {
      told.push([address, changeType, triggerSource]);
    });
    await context.sync();
    excel.book.sheet('表')?.put(1, 1, '她改的');
    await settled();
    sheet.getRange('C3:D3').values = [[1, 2]];
    await context.sync();
    await settled();
  });
  expect(told).toEqual([
    ['B2', 'RangeEdited', 'Unknown'],
    ['C3:D3', 'RangeEdited', 'ThisLocalAddin'],
  ]);
});

test('all sheets can be watched at once, and not any more', async () => {
  const told: string[] = [];
  const id = excel.book.sheet('表')?.id;
  const { handle } = await excel.Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ worksheetId }) => {
      told.push(worksheetId);
    });
    await context.sync();
    return { handle: handler };
  });
  excel.book.sheet('表')?.put(0, 0, 1);
  await settled();
  expect(told).toEqual([id]);
  await excel.Excel.run(handle.context as Excel.RequestContext, async (context) => {
    handle.remove();
    await context.sync();
  });
  excel.book.sheet('表')?.put(0, 0, 2);
  await settled();
  expect(told).toEqual([id]);
});
