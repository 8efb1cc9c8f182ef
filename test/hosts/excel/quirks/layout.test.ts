import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of page and window: officejs.md §D (1.7 freezePanes, 1.9 pageLayout, autoFilter), declarations of @types/office-js.
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

const sheet = () => excel.book.sheet('表');
function run<T>(work: (sheet: Excel.Worksheet) => T): Promise<T> {
  return excel.Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem('表'));
    await context.sync();
    return result;
  });
}

test('a page is set up in points', async () => {
  await run(({ pageLayout }) => {
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.centerHorizontally = true;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintMargins('Centimeters', { top: 2.54, left: 1.27 });
    pageLayout.bottomMargin = 36;
    pageLayout.setPrintArea('A1:F40');
    pageLayout.setPrintTitleRows('$1:$3');
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
  });
  expect(sheet()?.page).toMatchObject({
    orientation: 'landscape',
    paper: 9,
    centerHorizontally: true,
    fit: { wide: 1, tall: 0 },
    margins: { top: 72, bottom: 36, left: 36, right: 50.4 },
    area: [{ top: 0, left: 0, bottom: 39, right: 5 }],
    titleRows: { from: 0, to: 2 },
    footer: { left: '', center: '第 &P 页，共 &N 页', right: '' },
  });
  await excel.Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem('表');
    pageLayout.load('orientation,zoom,topMargin');
    const area = pageLayout.getPrintAreaOrNullObject().load('address');
    const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
    const columns = pageLayout.getPrintTitleColumnsOrNullObject();
    const foot = pageLayout.headersFooters.defaultForAllPages.load('centerFooter');
    await context.sync();
    expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
    expect([area.address, rows.address, columns.isNullObject]).toEqual(['表!A1:F40', '表!1:3', true]);
    expect(foot.centerFooter).toBe('第 &P 页，共 &N 页');
  });
});

test('a scale outside 10–400 % is refused', async () => {
  expect(await refusedCode(run(({ pageLayout }) => (pageLayout.zoom = { scale: 5 })))).toBe('InvalidArgument');
});

test('page breaks stand before the cell given', async () => {
  await run(({ horizontalPageBreaks }) => {
    horizontalPageBreaks.add('A21');
    horizontalPageBreaks.add('A11:A11');
  });
  expect(sheet()?.page.rowBreaks).toEqual([10, 20]);
  await excel.Excel.run(async (context) => {
    const breaks = context.workbook.worksheets.getItem('表').horizontalPageBreaks.load('items/rowIndex');
    await context.sync();
    expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([10, 20]);
    breaks.removePageBreaks();
    await context.sync();
  });
  expect(sheet()?.page.rowBreaks).toEqual([]);
});

test('panes freeze at a range, by rows or by columns, each call anew', async () => {
  await run(({ freezePanes }) => freezePanes.freezeAt('A1:B3'));
  expect(sheet()?.freeze).toEqual({ rows: 3, columns: 2 });
  await run(({ freezePanes }) => freezePanes.freezeRows(2));
  expect(sheet()?.freeze).toEqual({ rows: 2, columns: 0 });
  await excel.Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('表');
    const place = freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(place.address).toBe('表!1:2');
    freezePanes.unfreeze();
    const none = freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test('a filter is put on a header and its body, and taken off', async () => {
  await run((one) => one.autoFilter.apply(one.getRange('A3:D20')));
  expect(sheet()?.filter).toEqual({ top: 2, left: 0, bottom: 19, right: 3 });
  await excel.Excel.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem('表');
    const range = autoFilter.getRangeOrNullObject().load('address');
    autoFilter.load('enabled');
    await context.sync();
    expect([autoFilter.enabled, range.address]).toEqual([true, '表!A3:D20']);
    autoFilter.remove();
    await context.sync();
  });
  expect(sheet()?.filter).toBeNull();
});

test('gridlines and tab colour', async () => {
  await run((one) => {
    one.showGridlines = false;
    one.tabColor = '#00B050';
  });
  expect([sheet()?.gridlines, sheet()?.tabColor]).toEqual([false, '#00B050']);
  await run((one) => (one.tabColor = ''));
  expect(sheet()?.tabColor).toBeNull();
});
