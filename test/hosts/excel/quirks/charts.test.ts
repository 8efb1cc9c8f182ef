import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';
import { refusedCode } from './refused';

// Rules of charts: declarations of Excel.Chart (1.1), ChartSeries (1.7, 1.15); ids on the wire: officejs.md §A.5.
let excel: OpenExcel;
beforeEach(() => {
  const book = Book.blank('图');
  book.sheet('图')?.write({ top: 0, left: 0, bottom: 2, right: 2 }, [
    ['', '预算', '决算'],
    ['基本支出', 10, 12],
    ['项目支出', 20, 18],
  ]);
  excel = openExcel({ book });
});
afterEach(() => excel.close());

const charts = () => excel.book.sheet('图')?.charts ?? [];

test('a chart of columns takes its names and categories from the heads of its data', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('图');
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
    chart.title.text = '收支对比';
    chart.axes.valueAxis.title.text = '万元';
    chart.legend.position = 'Bottom';
    chart.series.getItemAt(0).format.fill.setSolidColor('#4472C4');
    chart.setPosition('E2', 'J15');
    chart.load('name,id');
    await context.sync();
    chart.name = '自评图';
    await context.sync();
  });
  expect(charts()).toMatchObject([
    {
      name: '自评图',
      type: 'columnClustered',
      title: '收支对比',
      valueTitle: '万元',
      categoryTitle: null,
      legend: 'bottom',
      series: [
        { name: { reference: "'图'!$B$1" }, values: "'图'!$B$2:$B$3", categories: "'图'!$A$2:$A$3", color: '#4472C4' },
        { name: { reference: "'图'!$C$1" }, values: "'图'!$C$2:$C$3", color: null },
      ],
      from: { row: 1, column: 4, down: 0, right: 0 },
      to: { row: 15, column: 10, down: 0, right: 0 },
    },
  ]);
});

test('series are added, named and given their cells one by one', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('图');
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B2:B3'), 'Columns');
    chart.series.getItemAt(0).delete();
    const series = chart.series.add('决算数');
    series.setValues(sheet.getRange('C2:C3'));
    series.setXAxisValues(sheet.getRange('A2:A3'));
    const all = chart.series.load('items/name');
    await context.sync();
    expect(all.items.map(({ name }) => name)).toEqual(['决算数']);
  });
  expect(charts()[0]?.series).toEqual([
    { name: { text: '决算数' }, values: "'图'!$C$2:$C$3", categories: "'图'!$A$2:$A$3", color: null },
  ]);
});

test('charts are found by name, in their order, or not at all', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('图');
    const chart = sheet.charts.add('Line', sheet.getRange('A1:C3')).load('name');
    await context.sync();
    const found = sheet.charts.getItem(chart.name).load('chartType,width,height');
    const none = sheet.charts.getItemOrNullObject('没有');
    const all = sheet.charts.load('items/name,count');
    await context.sync();
    expect([found.chartType, found.width, found.height, none.isNullObject]).toEqual(['Line', 360, 216, true]);
    expect(all.items.map(({ name }) => name)).toEqual([chart.name]);
    found.delete();
    await context.sync();
  });
  expect(charts()).toEqual([]);
  const missing = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('图').charts.getItem('没有').delete();
    await context.sync();
  });
  expect(await refusedCode(missing)).toBe('ItemNotFound');
});
