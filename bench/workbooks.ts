import type { CellValue } from '../src/model/grid';
import { xlsxOf } from '../test/support/book';
import type { TestSheet } from '../test/support/book';

const HEADER: readonly CellValue[] = [
  '科目编码',
  '科目名称',
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];
const ITEMS_PER_GROUP = 90;

/** A 支出决算表 with about `rows` rows whose levels tie: one 类 for every ten 款 of 90 项. */
function expenditureSheet(name: string, rows: number): TestSheet {
  const body: (readonly CellValue[])[] = [];
  const total = { sum: 0 };
  for (let group = 0; body.length < rows; group++) {
    const code = `${201 + Math.floor(group / 90)}${String((group % 90) + 10)}`;
    const amounts = Array.from(
      { length: ITEMS_PER_GROUP },
      (_, item) => ((group * 7919 + item * 104729) % 100_000) / 100 + 1,
    );
    const sum = cents(amounts);
    body.push([code, `第${group}款`, sum, 0, sum, null, null, null]);
    amounts.forEach((amount, item) =>
      body.push([`${code}${item + 10}`, `第${item}项`, amount, 0, amount, null, null, null]),
    );
    total.sum += sum;
  }
  const sum = Math.round(total.sum * 100) / 100;
  return {
    name,
    rows: [
      [`2023年度支出决算表`],
      ['单位名称：示例县民政局', null, null, null, null, null, null, '金额单位：万元'],
      HEADER,
      ['合计', null, sum, 0, sum, null, null, null],
      ...body,
    ],
  };
}

/** A 明细账 with `rows` entries. */
function entriesSheet(name: string, rows: number): TestSheet {
  const body = Array.from({ length: rows }, (_, row): readonly CellValue[] => [
    45_000 + (row % 360),
    `记-${row + 1}`,
    `支付${row % 97}号事项经费`,
    '7101',
    '行政支出',
    row % 2 === 0 ? (row % 1000) + 0.5 : null,
    row % 2 === 1 ? (row % 1000) + 0.25 : null,
    row % 3 === 0 ? '借' : '贷',
    row + 0.75,
  ]);
  return {
    name,
    rows: [
      ['2023年明细账'],
      ['日期', '凭证号', '摘要', '科目编码', '科目名称', '借方', '贷方', '方向', '余额'],
      ...body,
    ],
  };
}

function cents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

/** A workbook of `sheets` sheets with `rows` rows each, half of them tables to be checked, half entries. */
export function largeWorkbook(sheets: number, rows: number): Uint8Array {
  return xlsxOf({
    sheets: Array.from({ length: sheets }, (_, at) =>
      at % 2 === 0 ? expenditureSheet(`支出${at}`, rows) : entriesSheet(`明细${at}`, rows),
    ),
  });
}
