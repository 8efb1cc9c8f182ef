import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of size: officejs.md §C (web payload, op size), §F (what costs how much).
const LONG = '某县民政局二〇二三年度部门决算'.repeat(20);

function filled(rows: number): Book {
  const book = Book.blank('账');
  const line = Array.from({ length: 10 }, () => LONG);
  book.sheet('账')?.write(
    { top: 0, left: 0, bottom: rows - 1, right: 9 },
    Array.from({ length: rows }, () => line),
  );
  return book;
}

const read = async (context: Excel.RequestContext): Promise<void> => {
  context.workbook.worksheets.getItem('账').getUsedRange(true).load('values');
  await context.sync();
};
const write = async (context: Excel.RequestContext): Promise<void> => {
  const range = context.workbook.worksheets.getItem('账').getRange('L1:U900');
  range.values = Array.from({ length: 900 }, () => Array.from({ length: 10 }, () => LONG));
  await context.sync();
};

test('on the web a request or response of more than 5 MB is refused, on the desktop not', async () => {
  const web = openExcel({ book: filled(900), profile: 'web' });
  expect(await refusedCode(web.Excel.run(read))).toBe('ResponsePayloadSizeLimitExceeded');
  expect(await refusedCode(web.Excel.run(write))).toBe('RequestPayloadSizeLimitExceeded');
  expect(web.book.sheet('账')?.value(0, 11)).toBeNull();
  web.close();
  const desktop = openExcel({ book: filled(900) });
  await desktop.Excel.run(read);
  await desktop.Excel.run(write);
  const { request, response } = desktop.log.largest();
  expect(Math.min(request, response)).toBeGreaterThan(5 * 1024 * 1024);
  desktop.close();
});

test('bytes are those of UTF-8: a Chinese character counts three', async () => {
  const excel = openExcel({ book: filled(1) });
  await excel.Excel.run(read);
  const characters = LONG.length * 10;
  expect(excel.log.syncs[0]?.responseBytes).toBeGreaterThan(characters * 3);
  expect(excel.log.syncs[0]?.responseBytes).toBeLessThan(characters * 3 + 500);
  excel.close();
});

test('on the web an operation on more than 33,554,000 cells is refused', async () => {
  const format = async (context: Excel.RequestContext): Promise<void> => {
    context.workbook.worksheets.getItem('账').getRange('A:AG').format.wrapText = true;
    await context.sync();
  };
  const web = openExcel({ book: filled(1), profile: 'web' });
  expect(await refusedCode(web.Excel.run(format))).toBe('OperationCellsExceedLimit');
  web.close();
  const desktop = openExcel({ book: filled(1) });
  expect(await refusedCode(desktop.Excel.run(format))).toBeNull();
  desktop.close();
});
