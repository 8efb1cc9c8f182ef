import { Decimal } from '../../../../src/model/decimal';
import { area, call, cell, number, operation } from '../../../../src/sheet/formula';
import type { SheetModel } from '../../../../src/sheet/sheet';
import { amount, MONEY, PLAIN, row, sheet, text, TITLE } from './plans';

/** A sheet that has one of everything a sheet can have. */
export function fullSheet(name: string): SheetModel {
  const d = (value: string): Decimal => Decimal.of(value);
  const at = (rowIndex: number, column: number) => cell({ sheet: name, row: rowIndex, column });
  const total = call('SUM', area(name, { top: 2, left: 1, bottom: 3, right: 1 }));
  const rows = [
    { ...row(text('部门整体支出决算情况', TITLE), null, null), height: 30 },
    row(text('项目'), text('决算数'), text('核对')),
    row(text('基本支出'), amount('378.6'), { type: 'input' as const, value: null, style: PLAIN }),
    row(text('项目支出'), amount('17539.24'), { type: 'input' as const, value: '已核对', style: PLAIN }),
    row(
      text('合计'),
      { type: 'formula' as const, formula: total, value: d('17917.84'), style: MONEY },
      {
        type: 'formula' as const,
        formula: operation('=', at(4, 1), number(d('17917.84'))),
        value: true,
        style: PLAIN,
      },
    ),
    {
      ...row(
        {
          type: 'formula' as const,
          formula: call('TEXT', at(4, 1), { type: 'text', text: '0.00' }),
          value: '17917.84',
          style: PLAIN,
        },
        {
          type: 'formula' as const,
          formula: operation('/', at(2, 1), number(d('0'))),
          value: { error: '#DIV/0!' },
          style: MONEY,
        },
        { type: 'input' as const, value: d('12.5'), style: MONEY },
      ),
      breakAfter: true,
    },
    { ...row({ type: 'blank' as const, style: PLAIN }), hidden: true },
    row(text('第二页')),
  ];
  return sheet(name, rows, {
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    columns: [
      { width: 30, hidden: false },
      { width: 18.5, hidden: false },
      { width: 12, hidden: true },
    ],
    freeze: { rows: 2, columns: 1 },
    filter: { top: 1, left: 0, bottom: 4, right: 2 },
    print: {
      orientation: 'landscape',
      area: { top: 0, left: 0, bottom: 24, right: 2 },
      titleRows: { from: 0, to: 1 },
      margins: { top: 37, bottom: 35, left: 28, right: 26 },
      footer: '第 &P 页 共 &N 页',
    },
    validations: [
      { area: { top: 2, left: 2, bottom: 3, right: 2 }, choices: ['已核对', '待核对'], message: '请从下拉框里选。' },
    ],
    notes: [{ row: 1, column: 1, text: '取自支出决算表，单位：万元。\n两位小数。' }],
    charts: [
      {
        title: '基本支出与项目支出',
        unit: '万元',
        categories: { area: { top: 2, left: 0, bottom: 3, right: 0 }, values: ['基本支出', '项目支出'] },
        series: [
          {
            name: { row: 1, column: 1, text: '决算数' },
            numbers: { area: { top: 2, left: 1, bottom: 3, right: 1 }, values: [d('378.6'), null] },
            color: '#4472c4',
          },
        ],
        anchor: { top: 10, left: 0, bottom: 24, right: 2 },
      },
    ],
  });
}
