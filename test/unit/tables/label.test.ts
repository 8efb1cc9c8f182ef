import fc from 'fast-check';
import { comparable } from '../../../src/model/text';
import { readLabel } from '../../../src/tables/label';

describe('enumerators of official documents', () => {
  test.each([
    ['一、本年收入', '本年收入', 1],
    ['十二、农林水支出', '农林水支出', 1],
    ['二十一、住房保障支出', '住房保障支出', 1],
    ['第一、人员经费', '人员经费', 1],
    ['一.财政拨款', '财政拨款', 1],
    ['（一）一般公共预算财政拨款', '一般公共预算财政拨款', 2],
    ['(三)经营收入', '经营收入', 2],
    ['1.基本支出', '基本支出', 3],
    ['２．项目支出', '项目支出', 3],
    ['10、其他', '其他', 3],
    ['(1)人员经费', '人员经费', 4],
    ['（2）公用经费', '公用经费', 4],
    ['①工资', '工资', 5],
  ])('%s is %s at depth %i', (raw, text, depth) => {
    expect(readLabel(raw)).toMatchObject({ text, depth, ofWhich: false });
  });

  test.each([
    ['本年收入合计'],
    ['三公经费'],
    ['一般公共预算财政拨款'],
    ['2080501'],
    ['1.5倍'],
    ['十八大以来'],
    ['80-89周岁'],
  ])('%s has none', (raw) => {
    expect(readLabel(raw).depth).toBeNull();
  });
});

describe('其中', () => {
  test.each([
    ['其中：基本支出', '基本支出', null],
    ['其中:项目支出', '项目支出', null],
    ['  其中：1.公务用车购置费', '公务用车购置费', 3],
    ['1.其中：公务用车运行维护费', '公务用车运行维护费', 3],
    ['#事业编制', '事业编制', null],
  ])('%j only details the row above', (raw, text, depth) => {
    expect(readLabel(raw)).toMatchObject({ text, depth, ofWhich: true });
  });

  test('the word alone is a label of its own', () => {
    expect(readLabel('其中')).toMatchObject({ text: '其中', ofWhich: false });
  });
});

test('indentation counts spaces, full-width ones double', () => {
  expect(readLabel('行政运行').indent).toBe(0);
  expect(readLabel('  行政运行').indent).toBe(2);
  expect(readLabel('　　行政运行').indent).toBe(4);
  expect(readLabel(' 　行政运行').indent).toBe(3);
});

test.each([
  ['本 年 收 入 合 计', '本年收入合计'],
  ['　合　　计', '合计'],
  ['本年支出\r\n合计', '本年支出合计'],
  ['因公出国（境）费', '因公出国(境)费'],
  ['“三公”经费', '三公经费'],
  ['房屋、构筑物', '房屋构筑物'],
  ['合计：', '合计'],
  ['行政\u200b运行', '行政运行'],
])('%j is compared as %s', (raw, text) => {
  expect(readLabel(raw).text).toBe(text);
});

test.each([
  ['农村离任“两老”生活补助', '农村离任“两老”生活补助'],
  ['　　其中：1.公务用车购置费', '公务用车购置费'],
  ['（一）因公出国（境）费 ', '因公出国（境）费'],
  ['２．房屋、构筑物', '房屋、构筑物'],
  ['低　　保', '低保'],
  ['残疾人\r\n两项补贴', '残疾人两项补贴'],
  ['“三公”经费：', '“三公”经费'],
  ['80-89周岁 高龄津贴', '80-89周岁 高龄津贴'],
  ['\u200b临时救助', '临时救助'],
])('%j is written %s', (raw, written) => {
  expect(readLabel(raw).written).toBe(written);
});

test('a label is compared alike as it stands and as it is written', () => {
  const piece = fc.constantFrom(
    '一、',
    '（二）',
    '3.',
    '其中：',
    '　',
    ' ',
    '“',
    '”',
    '低',
    '保',
    '（县级）',
    '：',
    '、',
    '8',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { text, written } = readLabel(pieces.join(''));
      expect(comparable(written)).toBe(text);
    }),
  );
});

test('a blank label is empty', () => {
  expect(readLabel('   ')).toMatchObject({ text: '', written: '' });
});
