import { evaluate, isGap } from '../../../src/formula/evaluate';
import { gapText } from '../../../src/formula/explain';
import { formatPlace } from '../../../src/model/address';
import { bodyOf, scopeOf, smallTables } from './small-tables';
import type { Here } from './small-tables';

const TABLES = smallTables();

/** The value in 元 or the gap in words. */
function valueOf(text: string, here: Here | null = null, tables = TABLES): string {
  const outcome = evaluate(bodyOf(text), scopeOf(tables, here));
  return isGap(outcome) ? gapText(outcome) : outcome.value.toString();
}

function placesOf(text: string, here: Here | null = null): string[] {
  const outcome = evaluate(bodyOf(text), scopeOf(TABLES, here));
  return isGap(outcome) ? [] : outcome.figures.map((figure) => (figure.place ? formatPlace(figure.place) : '—'));
}

describe('numbers and operators', () => {
  it.each([
    ['1 + 2 × 3 − 4 ÷ 2', '5'],
    ['(1 + 2) × 3', '9'],
    ['−2 × 3', '-6'],
    ['0.1 + 0.2 = 0.3', '1'],
    ['12.5%', '0.125'],
    ['1 ≠ 1', '0'],
    ['2 ≤ 2', '1'],
    ['2 >= 3', '0'],
    ['2 < 3', '1'],
    ['2 > 3', '0'],
    ['1 ÷ 0', '除数为零'],
  ])('%s gives %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    ['合计(1, 2, 3)', '6'],
    ['较大(1, 3, 2)', '3'],
    ['较小(2, 1, 3)', '1'],
    ['绝对值(1 − 3)', '2'],
    ['四舍五入(2 ÷ 3, 4)', '0.6667'],
    ['四舍五入(−0.5, 0)', '-1'],
    ['若(1 = 1, 10, 20)', '10'],
    ['若(1 = 2, 10, 20)', '20'],
    ['任一(1 ÷ 0, 7)', '7'],
    ['任一(1 ÷ 0, 2 ÷ 0)', '除数为零'],
    ['较大(1, 1 ÷ 0)', '除数为零'],
    ['若(1 ÷ 0, 1, 2)', '除数为零'],
  ])('%s gives %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('references', () => {
  it('gives money in 元, whatever unit its table is written in', () => {
    expect(valueOf('《支出决算表》[合计,基本支出]')).toBe('1055800');
    expect(valueOf('《收入支出决算总表》[本年支出合计,决算数]')).toBe('3078200');
    expect(valueOf('《支出决算表》[合计,本年支出合计] = 《收入支出决算总表》[本年支出合计,决算数]')).toBe('1');
  });

  it('finds rows by name, code or label', () => {
    expect(placesOf('《支出决算表》[合计,项目支出]')).toEqual(['支出决算表!E4']);
    expect(placesOf('《支出决算表》[2080299,项目支出]')).toEqual(['支出决算表!E8']);
    expect(placesOf('《收入支出决算总表》[卫生健康支出,决算数]')).toEqual(["It's 总表😀!D6"]);
  });

  it('finds the same table of the year before', () => {
    expect(valueOf('《支出决算表》[合计,基本支出]@上年')).toBe('1000000');
    expect(valueOf('《收入支出决算总表》[收入总计,决算数]@上年')).toBe('工作簿里没有这张表');
  });

  it('knows the row and the column a rule is at', () => {
    const here = { row: '208', column: '项目支出' };
    expect(valueOf('[基本支出]', here)).toBe('985800');
    expect(valueOf('[本列]', here)).toBe('2022400');
    expect(valueOf('[合计,本列]', here)).toBe('2022400');
    expect(valueOf('《支出决算表》[本行,本列]@上年', here)).toBe('1500000');
    expect(valueOf('《收入支出决算总表》[本行,决算数]', here)).toBe('3008200');
    expect(valueOf('[基本支出]')).toBe('工作簿里没有这张表');
    expect(valueOf('《支出决算表》[本行,基本支出]')).toBe('表中没有这一行');
  });

  it('adds up a group of rows', () => {
    expect(valueOf('合计(《支出决算表》[类,基本支出])')).toBe('1055800');
    expect(placesOf('《收入支出决算总表》[支出分项,决算数]')).toEqual(["It's 总表😀!D5", "It's 总表😀!D6"]);
  });

  it('adds up the direct parts of a row', () => {
    expect(placesOf('下级之和([本列])', { row: '合计', column: '基本支出' })).toEqual([
      '支出决算表!D5',
      '支出决算表!D9',
    ]);
    expect(valueOf('下级之和([项目支出])', { row: '20802' })).toBe('2022400');
    expect(valueOf('下级之和([项目支出])', { row: '2080201' })).toBe('没有下级行');
    expect(valueOf('下级之和([项目支出])')).toBe('没有下级行');
  });

  it('takes a code that a listing leaves out for zero, without a cell', () => {
    expect(valueOf('《支出决算表》[2210201,基本支出]')).toBe('0');
    expect(placesOf('《支出决算表》[2210201,基本支出]')).toEqual(['—']);
    expect(valueOf('《支出决算表》[本行,基本支出]@上年', { row: '210' })).toBe('0');
  });

  it('concludes nothing from a row or column that the table does not have', () => {
    expect(valueOf('《收入支出决算总表》[其他资金,决算数]')).toBe('表中没有这一行');
    expect(valueOf('《支出决算表》[合计,经营支出]')).toBe('表中没有“经营支出”这一列');
    expect(valueOf('《收入决算表》[合计,本年收入合计]')).toBe('工作簿里没有这张表');
    expect(valueOf('在职人员数')).toBe('没有取到“在职人员数”');
  });

  it('counts a named figure as the cells it is defined by', () => {
    const tables = smallTables();
    const found = evaluate(bodyOf('《支出决算表》[合计,基本支出]'), scopeOf(tables));
    const figures = isGap(found) ? [] : found.figures;
    const outcome = evaluate(bodyOf('基本支出 × 2'), scopeOf(tables, null, { 基本支出: figures }));
    expect(isGap(outcome) ? null : outcome.value.toString()).toBe('2111600');
  });

  it('says which cell cannot be read, and takes no other value for it', () => {
    const spoilt = smallTables(([total, ...rest]) => [[...(total ?? []).slice(0, 3), '见附件', 202.24], ...rest]);
    expect(valueOf('《支出决算表》[合计,基本支出] + 1', null, spoilt)).toBe('支出决算表!D4 读不成数');
    expect(valueOf('合计(《支出决算表》[合计,基本支出], 1)', null, spoilt)).toBe('支出决算表!D4 读不成数');
  });
});

describe('columns marked “?”', () => {
  const here = { row: '208' };

  it('count nothing in a sum when the table does not have them', () => {
    expect(valueOf('[基本支出] + [经营支出]?', here)).toBe('985800');
    expect(valueOf('[经营支出]? + [基本支出]', here)).toBe('985800');
    expect(valueOf('[经营支出]? − [基本支出]', here)).toBe('-985800');
    expect(valueOf('合计([经营支出]?, [基本支出], [项目支出]?)', here)).toBe('3008200');
  });

  it('leave no value when nothing else stands in the sum', () => {
    expect(valueOf('[经营支出]? + [上缴上级支出]?', here)).toBe('表中没有“经营支出”这一列');
    expect(valueOf('合计([经营支出]?)', here)).toBe('表中没有“经营支出”这一列');
    expect(valueOf('[经营支出]? × 2', here)).toBe('表中没有“经营支出”这一列');
  });

  it('never cover for a column that must be there', () => {
    expect(valueOf('[经营支出]? + [上缴上级支出] + [基本支出]', here)).toBe('表中没有“上缴上级支出”这一列');
    expect(valueOf('[上缴上级支出] + [经营支出]? + [基本支出]', here)).toBe('表中没有“上缴上级支出”这一列');
  });
});
