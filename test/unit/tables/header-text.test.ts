import { fitPath, isFigureWord, isHeaderTerm, patternOf, readHeader } from '../../../src/tables/header-text';

function fit(pattern: string, ...path: string[]): number {
  return fitPath(
    patternOf(pattern),
    path.map((text) => readHeader(text, 2023)),
  );
}

describe('the spellings of a header that count as equal', () => {
  test.each([
    ['本年支出合计', '本年支出合计'],
    ['本年 支出\n合计', '本年支出合计'],
    ['因公出国（境）费', '因公出国费'],
    ['金额（万元）', '金额'],
    ['其中：财政拨款', '财政拨款'],
    ['全年预算数（A）', '全年预算数'],
    ['2023年决算数', '本年决算数'],
    ['2023年度决算数', '决算数'],
    ['2022年决算数', '上年决算数'],
    ['2024年预算数', '预算数'],
  ])('%j may be named %s', (raw, form) => {
    expect(readHeader(raw, 2023).forms).toContain(form);
  });

  test('a figure of the year before is never taken for this year’s', () => {
    expect(readHeader('2022年决算数', 2023).forms).not.toContain('决算数');
  });

  test('without a table year, only the rest of a dated header is kept', () => {
    expect(readHeader('2023年决算数', null).forms).toContain('决算数');
    expect(readHeader('2023年决算数', null).forms).not.toContain('本年决算数');
  });
});

test.each([
  ['金额（万元）', '万元'],
  ['预算数(单位：元)', '元'],
  ['决算数〔亿元〕', '亿元'],
  ['资产总额（亿元）', '亿元'],
  ['补助标准（元/人·月）', '元'],
  ['人数（人）', null],
  ['金额', null],
  ['万元以上设备', null],
])('%s states the unit %s', (raw, unit) => {
  expect(readHeader(raw, null).unit).toBe(unit);
});

describe('how well a header path fits a pattern', () => {
  test('a header fits itself, whatever stands above it', () => {
    expect(fit('项目支出', '项目支出')).toBeGreaterThan(0);
    expect(fit('项目支出', '本年支出', '项目支出')).toBeGreaterThan(0);
  });

  test('a header does not fit what stands below it', () => {
    expect(fit('本年支出', '本年支出', '项目支出')).toBe(0);
  });

  test('a figure word below a header is the header’s own figure', () => {
    expect(fit('基本支出', '基本支出', '小计')).toBeGreaterThan(0);
    expect(fit('基本支出', '基本支出', '决算数')).toBeGreaterThan(0);
    expect(fit('基本支出', '基本支出', '人员经费')).toBe(0);
  });

  test('the leaf beats the level above it', () => {
    expect(fit('小计', '基本支出', '小计')).toBeGreaterThan(fit('基本支出', '基本支出', '小计'));
  });

  test('every level of a pattern must occur, in order', () => {
    expect(fit('年末数/原值', '年末数', '原值')).toBeGreaterThan(0);
    expect(fit('年末数/原值', '年初数', '原值')).toBe(0);
    expect(fit('年末数/原值', '原值')).toBe(0);
    expect(fit('年末数/原值', '原值', '年末数')).toBe(0);
  });

  test('more levels named weigh more', () => {
    expect(fit('年末数/原值', '年末数', '原值')).toBeGreaterThan(fit('原值', '年末数', '原值'));
  });
});

test('figure words say nothing but “the figure”', () => {
  expect(['金额', '决算数', '小计', '合计', '2023年决算数'].map((raw) => isFigureWord(readHeader(raw, 2023)))).toEqual(
    Array.from({ length: 5 }, () => true),
  );
  expect(['项目支出', '原值', '财政拨款'].some((raw) => isFigureWord(readHeader(raw, 2023)))).toBe(false);
});

describe('header words of the kinds we know', () => {
  test.each([
    ['科目编码'],
    ['科目名称'],
    ['本年支出合计'],
    ['金额（万元）'],
    ['三级指标'],
    ['身份证号'],
    ['栏次'],
    ['全年预算数（A）'],
  ])('%s is one', (text) => {
    expect(isHeaderTerm(text)).toBe(true);
  });

  test.each([['望川县民政局'], ['2080501'], ['工资福利支出明细说明'], ['保障城乡低保对象人数'], ['']])(
    '%s is none',
    (text) => {
      expect(isHeaderTerm(text)).toBe(false);
    },
  );

  test('a long sentence is none', () => {
    expect(isHeaderTerm('项目支出'.repeat(20))).toBe(false);
  });
});
