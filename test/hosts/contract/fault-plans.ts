import { Decimal } from '../../../src/model/decimal';
import type { Plan } from '../../../src/sheet/plan';
import type { CellStyle } from '../../../src/sheet/style';
import { fullSheet } from '../xlsx/write/full-sheet';
import { amount, MONEY, PLAIN, planOf, row, sheet, text, TITLE } from '../xlsx/write/plans';

const LINK: CellStyle = { ...PLAIN, font: { ...PLAIN.font, underline: true, color: '#0563C1' } };
const FILLED: CellStyle = { ...PLAIN, fill: '#DDEBF7' };
const COLUMNS = 3;

/** A new sheet with one of everything, and the same written over one that is kept under another name. */
export const NEW_AND_OVER: Plan = {
  sheets: [
    { model: fullSheet('自评_新'), keepAs: null },
    { model: sheet('自评_旧', [row(text('第二版'), text('=1'))]), keepAs: '自评_旧_旧' },
  ],
};

/** Two new sheets with what the other plan has none of: merges over what is filled in, fills and underlines apart, two series. */
export const PATTERNS: Plan = planOf(
  sheet(
    '自评_样式',
    [
      row(text('目录', TITLE), null, null),
      ...Array.from({ length: 4 }, (_, at) => row(text(`第${at + 1}组`, FILLED), text('盖在下面'), text('去看', LINK))),
      row(text('合计', FILLED), text('', PLAIN), text('', FILLED)),
    ],
    {
      freeze: { rows: 1, columns: 0 },
      merges: [0, 1, 2, 3, 4].map((top) => ({ top, left: 0, bottom: top, right: 1 })),
    },
  ),
  sheet(
    '自评_图',
    [
      row(text('项目'), text('预算数'), text('决算数')),
      row(text('基本支出'), amount('360'), amount('378.6')),
      row(text('项目支出'), amount('17000'), amount('17539.24', { ...MONEY, fill: '#FFF2CC' })),
    ],
    {
      charts: [
        {
          title: '预算与决算',
          unit: '万元',
          categories: { area: { top: 1, left: 0, bottom: 2, right: 0 }, values: ['基本支出', '项目支出'] },
          series: [1, 2].map((column) => ({
            name: { row: 0, column, text: column === 1 ? '预算数' : '决算数' },
            numbers: {
              area: { top: 1, left: column, bottom: 2, right: column },
              values: [Decimal.of('360'), Decimal.of('17000')],
            },
            color: column === 1 ? '#4472C4' : '#2E75B6',
          })),
          anchor: { top: 5, left: 0, bottom: 20, right: COLUMNS - 1 },
        },
      ],
    },
  ),
);
