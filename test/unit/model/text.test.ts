import fc from 'fast-check';
import { comparable, halfWidth, withoutBrackets } from '../../../src/model/text';

test.each([
  ['（ＡＢＣ１２３）', '(ABC123)'],
  ['单位：万元', '单位:万元'],
  ['本年　支出', '本年 支出'],
  ['1\u00a0234', '1 234'],
  ['合计', '合计'],
  ['“三公”经费', '“三公”经费'],
])('%j in half width is %j', (text, half) => {
  expect(halfWidth(text)).toBe(half);
});

test('half width keeps the length and is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(halfWidth(text)).toHaveLength(text.length);
      expect(halfWidth(halfWidth(text))).toBe(halfWidth(text));
    }),
  );
});

describe('texts that are the same header, title or label', () => {
  test.each([
    ['本年支出合计', '本 年 支 出 合 计'],
    ['本年支出合计', '本年支出\r\n合计'],
    ['“三公”经费', '三公经费'],
    ['房屋、构筑物', '房屋构筑物'],
    ['单位：万元', '单位:万元'],
    ['行政运行', '行政\u200b运行\ufeff'],
    ['因公出国（境）费', '因公出国(境)费'],
    ['《支出决算表》', '支出决算表'],
    ['工资\u0000福利', '工资福利'],
  ])('%j and %j', (one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  test('brackets carry meaning and stay', () => {
    expect(comparable('（一）收入')).toBe('(一)收入');
    expect(comparable('收入（一）')).not.toBe(comparable('收入'));
  });

  test('the comparable form is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => comparable(comparable(text)) === comparable(text)),
    );
  });
});

test.each([
  ['因公出国（境）费', '因公出国费'],
  ['全年预算数(A)', '全年预算数'],
  ['支出决算表【试行】', '支出决算表'],
  ['部门〔单位〕名称', '部门名称'],
  ['金额[万元]', '金额'],
  ['（一）收入', '收入'],
  ['合计', '合计'],
])('%s without brackets is %s', (text, rest) => {
  expect(withoutBrackets(text)).toBe(rest);
});
