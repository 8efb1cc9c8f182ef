import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of looks: officejs.md §C (mixed properties), §D (1.9: getRanges, setCellProperties), §F (scalar and getRanges formats).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

function run<T>(work: (sheet: Excel.Worksheet) => T): Promise<T> {
  return excel.Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem('表'));
    await context.sync();
    return result;
  });
}
const style = (row: number, column: number) => excel.book.sheet('表')?.style(row, column);

test('looks are set over a range and lie over what was there', async () => {
  await run((sheet) => {
    const range = sheet.getRange('A1:B2');
    range.format.font.set({ name: '黑体', size: 16, bold: true, color: '#112233', underline: 'Single' });
    range.format.fill.color = '#EEEEEE';
    range.format.horizontalAlignment = 'Center';
    range.format.verticalAlignment = 'Top';
    range.format.wrapText = true;
    range.format.indentLevel = 2;
    sheet.getRange('B2:C3').format.fill.clear();
    sheet.getRange('B2:C3').format.font.bold = false;
  });
  expect(style(0, 0)).toMatchObject({
    font: { name: '黑体', size: 16, bold: true, color: '#112233', underline: 'single' },
    fill: '#EEEEEE',
    horizontal: 'center',
    vertical: 'top',
    wrap: true,
    indent: 2,
  });
  expect(style(1, 1)).toMatchObject({ font: { name: '黑体', bold: false }, fill: null });
  expect(style(2, 2)?.font.name).toBe('宋体');
});

test('a cell without fill reads as white; only the pattern tells it from a white one', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    sheet.getRange('B1').format.fill.color = '#FFFFFF';
    const none = sheet.getRange('A1').format.fill.load('color,pattern');
    const white = sheet.getRange('B1').format.fill.load('color,pattern');
    await context.sync();
    expect([none.color, none.pattern, white.color, white.pattern]).toEqual(['#FFFFFF', 'None', '#FFFFFF', 'Solid']);
  });
});

test('edges and inner lines go to the cells that have them', async () => {
  await run((sheet) => {
    const { borders } = sheet.getRange('B2:C3').format;
    for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
      borders.getItem(edge).style = 'Continuous';
      borders.getItem(edge).weight = 'Medium';
    }
    borders.getItem('InsideHorizontal').style = 'Continuous';
  });
  const medium = { line: 'medium', color: '#000000' };
  const thin = { line: 'thin', color: '#000000' };
  expect(style(1, 1)?.borders).toMatchObject({ top: medium, left: medium, bottom: thin, right: null });
  expect(style(2, 2)?.borders).toMatchObject({ top: thin, right: medium, bottom: medium, left: null });
  expect(style(3, 1)?.borders.top).toBeNull();
});

test('borders read per index; None takes them away', async () => {
  await run((sheet) => (sheet.getRange('A1:A2').format.borders.getItem('EdgeLeft').color = '#808080'));
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('表').getRange('A1:A2');
    const borders = range.format.borders.load('items/sideIndex,items/style,items/color');
    await context.sync();
    const left = borders.items.find(({ sideIndex }) => sideIndex === 'EdgeLeft');
    expect([left?.style, left?.color]).toEqual(['Continuous', '#808080']);
    range.format.borders.getItem('EdgeLeft').style = 'None';
    await context.sync();
  });
  expect(style(0, 0)?.borders.left).toBeNull();
});

test('one format over several areas at once', async () => {
  await run((sheet) => {
    const areas = sheet.getRanges('A1:B1,A5:B5,D9');
    areas.format.fill.color = '#DDEEFF';
    areas.format.font.bold = true;
  });
  expect([style(0, 1)?.fill, style(4, 0)?.fill, style(8, 3)?.fill, style(1, 0)?.fill]).toEqual([
    '#DDEEFF',
    '#DDEEFF',
    '#DDEEFF',
    null,
  ]);
  const addresses = Array.from({ length: 2000 }, (_, index) => `A${index + 1}`).join(',');
  expect(await refusedCode(run((sheet) => sheet.getRanges(addresses)))).toBe('InvalidArgument');
});

test('widths and heights are points; a hidden row or column keeps its own', async () => {
  await run((sheet) => {
    sheet.getRange('A:B').format.columnWidth = 90;
    sheet.getRange('1:1').format.rowHeight = 30;
    sheet.getRange('B:B').columnHidden = true;
    sheet.getRange('3:4').rowHidden = true;
  });
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    const widths = sheet.getRange('A1:B1').load('format/columnWidth,columnHidden,format/rowHeight');
    const rows = sheet.getRange('A3:A4').load('rowHidden');
    const mixed = sheet.getRange('B1:C1').load('format/columnWidth');
    await context.sync();
    expect([widths.format.columnWidth, widths.format.rowHeight, widths.columnHidden]).toEqual([90, 30, null]);
    expect([rows.rowHidden, mixed.format.columnWidth]).toEqual([true, null]);
  });
});

test('the looks of every cell in one call, and back', async () => {
  await run((sheet) => {
    sheet.getRange('A1').format.fill.color = '#AABBCC';
    sheet.getRange('B1').format.font.bold = true;
    sheet.getRange('B1').format.borders.getItem('EdgeTop').style = 'Double';
  });
  const looks = await run((sheet) =>
    sheet.getRange('A1:B1').getCellProperties({
      address: true,
      format: {
        fill: { color: true },
        font: { bold: true },
        borders: { style: true },
      },
    }),
  );
  expect(looks.value).toMatchObject([
    [
      { address: '表!A1', format: { fill: { color: '#AABBCC' }, font: { bold: false } } },
      { address: '表!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } },
    ],
  ]);
  expect(looks.value[0]?.map(({ format }) => format?.borders?.top?.style)).toEqual(['None', 'Double']);
  await run((sheet) =>
    sheet
      .getRange('C1:D1')
      .setCellProperties([[{ format: { fill: { color: '#AABBCC' } } }, { format: { font: { bold: true } } }]]),
  );
  expect([style(0, 2)?.fill, style(0, 3)?.fill, style(0, 3)?.font.bold]).toEqual(['#AABBCC', null, true]);
});

test('widths of columns and heights of rows in one call', async () => {
  await run((sheet) => {
    sheet.getRange('B:B').format.columnWidth = 120;
    sheet.getRange('2:2').rowHidden = true;
  });
  const [columns, rows] = await run((sheet) => {
    const range = sheet.getRange('A1:B2');
    return [
      range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }),
      range.getRowProperties({ rowHidden: true, format: { rowHeight: true } }),
    ] as const;
  });
  expect(columns.value).toEqual([
    { columnHidden: false, format: { columnWidth: 54 } },
    { columnHidden: false, format: { columnWidth: 120 } },
  ]);
  expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true]);
});

test('merging keeps the first value and is found again', async () => {
  await run((sheet) => {
    sheet.getRange('A1:C1').values = [['甲', '乙', '丙']];
    sheet.getRange('A1:C1').merge();
  });
  expect([0, 1, 2].map((column) => excel.book.sheet('表')?.value(0, column))).toEqual(['甲', null, null]);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表');
    const merged = sheet.getRange('A1:D9').getMergedAreasOrNullObject().load('address,areaCount');
    const none = sheet.getRange('A2:D9').getMergedAreasOrNullObject();
    await context.sync();
    expect([merged.address, merged.areaCount, none.isNullObject]).toEqual(['表!A1:C1', 1, true]);
    sheet.getRange('B1').unmerge();
    await context.sync();
  });
  expect(excel.book.sheet('表')?.merges).toEqual([]);
});

test('clearing takes contents, looks or both', async () => {
  await run((sheet) => {
    const range = sheet.getRange('A1:C1');
    range.values = [[1, 2, 3]];
    range.format.font.bold = true;
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1').clear('Formats');
    sheet.getRange('C1').clear();
  });
  const cells = [0, 1, 2].map((column) => [excel.book.sheet('表')?.value(0, column), style(0, column)?.font.bold]);
  expect(cells).toEqual([
    [null, true],
    [2, false],
    [null, false],
  ]);
});

test('copying moves relative references and fills a larger target', async () => {
  await run((sheet) => {
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    sheet.getRange('B1').formulas = [['=A1*$A$1']];
    sheet.getRange('B2:B3').copyFrom('B1');
    sheet.getRange('C1').copyFrom(sheet.getRange('A1:A3'), 'Values');
  });
  expect([1, 2].map((row) => excel.book.sheet('表')?.entry(row, 1))).toEqual(['=A2*$A$1', '=A3*$A$1']);
  expect([0, 1, 2].map((row) => excel.book.sheet('表')?.value(row, 2))).toEqual([1, 2, 3]);
});

test('a colour or an alignment that is none is refused', async () => {
  const fill = run((sheet) => (sheet.getRange('A1').format.fill.color = '浅灰'));
  const align = run((sheet) => (sheet.getRange('A1').format.horizontalAlignment = 'Middle' as 'Center'));
  expect([await refusedCode(fill), await refusedCode(align)]).toEqual(['InvalidArgument', 'InvalidArgument']);
});
