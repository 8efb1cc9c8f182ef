import { explain, wording } from '../../../src/formula/explain';
import { bodyOf, scopeOf, smallTables } from './small-tables';
import type { Here } from './small-tables';

const TABLES = smallTables();

function explained(text: string, here: Here | null = null): string {
  return explain(bodyOf(text), scopeOf(TABLES, here), '万元');
}

describe('an expression in words', () => {
  it.each([
    ['[基本支出] + [项目支出]', '基本支出 ＋ 项目支出'],
    ['[合计,本列]', '合计·本列'],
    ['《支出决算表》[合计,基本支出]', '《支出决算表》合计·基本支出'],
    ['《支出决算表》[本行,基本支出]@上年', '上年《支出决算表》基本支出'],
    ['在职人员数 ÷ 编制数', '在职人员数 ÷ 编制数'],
    ['−[结余]', '－结余'],
    ['−([结余] + 1)', '－（结余 ＋ 1）'],
    ['1 − (2 + 3)', '1 － （2 ＋ 3）'],
    ['1 + (2 − 3)', '1 ＋ 2 － 3'],
    ['(1 + 2) × 3', '（1 ＋ 2） × 3'],
    ['1 ÷ (2 × 3)', '1 ÷ （2 × 3）'],
    ['1 × (2 × 3)', '1 × 2 × 3'],
    ['1 − 合计(2, 3)', '1 － （2 ＋ 3）'],
    ['合计(2, 3) × 95%', '（2 ＋ 3） × 95%'],
    ['合计([本列])', '本列'],
    ['下级之和([本列])', '下级各行之和'],
    ['任一([收入总计], [本年收入合计])', '收入总计'],
    ['较大(1, 2)', '较大（1，2）'],
    ['若([结余] < 0, 0, [结余])', '若（结余 < 0，0，结余）'],
    ['1 ≤ 2', '1 ≤ 2'],
    ['(1 = 2) + 3', '（1 = 2） ＋ 3'],
  ])('%s is %s', (text, words) => {
    expect(wording(bodyOf(text))).toBe(words);
  });
});

describe('an expression with its value and cells', () => {
  it('names every figure it was taken from, in the unit of its table', () => {
    expect(explained('《支出决算表》[合计,基本支出] + 《收入支出决算总表》[卫生健康支出,决算数]')).toBe(
      '《支出决算表》合计·基本支出 ＋ 《收入支出决算总表》卫生健康支出·决算数 ＝ 112.58 万元；' +
        "取自 《支出决算表》合计·基本支出 105.58 万元（支出决算表!D4）、《收入支出决算总表》卫生健康支出·决算数 70000 元（It's 总表😀!D6）",
    );
  });

  it('says when a row is not in the table', () => {
    expect(explained('《支出决算表》[2210201,基本支出]')).toBe(
      '《支出决算表》2210201·基本支出 ＝ 0 万元；取自 《支出决算表》（表中没有的行）·基本支出 0（表中无此行，按 0）',
    );
  });

  it('says of a comparison whether it holds', () => {
    expect(explained('[基本支出] ≤ [本年支出合计]', { row: '208' })).toBe(
      '基本支出 ≤ 本年支出合计：成立；取自 《支出决算表》208 社会保障和就业支出·基本支出 98.58 万元（支出决算表!D5）、' +
        '《支出决算表》208 社会保障和就业支出·本年支出合计 300.82 万元（支出决算表!C5）',
    );
    expect(explained('1 = 2')).toBe('1 = 2：不成立');
  });

  it('names the alternative that the value was taken from', () => {
    expect(explained('任一(《收入决算表》[合计,其他收入], 《支出决算表》[合计,项目支出])')).toBe(
      '《支出决算表》合计·项目支出 ＝ 202.24 万元；取自 《支出决算表》合计·项目支出 202.24 万元（支出决算表!E4）',
    );
  });

  it('says what is lacking instead of a value', () => {
    expect(explained('《收入决算表》[合计,其他收入]')).toBe('《收入决算表》合计·其他收入：工作簿里没有这张表');
    expect(explained('1 ÷ 0')).toBe('1 ÷ 0：除数为零');
  });

  it('shows counts and ratios without a unit', () => {
    expect(explain(bodyOf('1 ÷ 4'), scopeOf(TABLES), null)).toBe('1 ÷ 4 ＝ 0.25');
  });
});
