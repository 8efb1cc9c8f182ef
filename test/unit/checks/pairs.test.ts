import { markMisclassified } from '../../../src/checks/pairs';
import type { Check } from '../../../src/model/check';
import { Decimal } from '../../../src/model/decimal';
import { OPEN } from '../../../src/model/finding';

function failing(row: string, difference: number, more: Partial<Check> = {}): Check {
  const text = `《支出决算表》${row}·本年支出合计`;
  return {
    id: 'final.income-expenditure-summary.by-function',
    key: `final.income-expenditure-summary.by-function|2023|${row}`,
    title: '',
    basis: '',
    class: 'must',
    status: 'fails',
    left: { text, value: Decimal.of(1), unit: '万元', places: [] },
    right: null,
    difference: Decimal.of(difference),
    tolerance: Decimal.of('0.01'),
    cause: null,
    message: '应当相等。',
    handling: OPEN,
    ...more,
  };
}

function causesOf(...checks: readonly Check[]): (string | null)[] {
  return markMisclassified(checks).map((check) => check.cause);
}

describe('two gaps that cancel out', () => {
  it('are one amount in the wrong row, said on both', () => {
    expect(markMisclassified([failing('208', 12.5), failing('210', -12.5)])).toMatchObject([
      { cause: 'misclassified', message: '应当相等。另有一行相差同样的数而方向相反，像是有一笔归错了科目。' },
      { cause: 'misclassified' },
    ]);
  });

  it('do not take the place of a cause that was found', () => {
    expect(causesOf(failing('208', 5, { cause: 'missing-row' }), failing('210', -5))).toEqual([
      'missing-row',
      'misclassified',
    ]);
  });

  it('are no pair when they differ, stand in other columns or relations, or hold', () => {
    const elsewhere = { text: '《支出决算表》210·基本支出', value: Decimal.of(1), unit: '万元', places: [] } as const;
    expect(causesOf(failing('208', 5), failing('210', -4))).toEqual([null, null]);
    expect(causesOf(failing('208', 5), failing('210', 5))).toEqual([null, null]);
    expect(causesOf(failing('208', 5), failing('210', -5, { left: elsewhere }))).toEqual([null, null]);
    expect(causesOf(failing('208', 5), failing('210', -5, { id: 'final.income.row-total' }))).toEqual([null, null]);
    expect(causesOf(failing('208', 5), failing('210', -5, { status: 'rounding' }))).toEqual([null, null]);
    expect(causesOf(failing('208', 0), failing('210', 0))).toEqual([null, null]);
  });
});
