import { evaluate, isGap } from '../../../src/formula/evaluate';
import { toExcel } from '../../../src/formula/excel';
import { gapText } from '../../../src/formula/explain';
import type { AmountUnit } from '../../../src/model/unit';
import { printFormula } from '../../../src/sheet/print-formula';
import { bodyOf, scopeOf, smallTables } from './small-tables';
import type { Here } from './small-tables';

const TABLES = smallTables();

function excelOf(text: string, unit: AmountUnit = '万元', here: Here | null = null): string {
  const outcome = toExcel(bodyOf(text), scopeOf(TABLES, here), unit);
  return 'gap' in outcome ? gapText(outcome) : printFormula(outcome.formula);
}

describe('cells', () => {
  it('are quoted always, apostrophes doubled', () => {
    expect(excelOf('《支出决算表》[合计,基本支出]')).toBe("'支出决算表'!D4");
    expect(excelOf('《收入支出决算总表》[本年支出合计,决算数]', '元')).toBe("'It''s 总表😀'!D7");
  });

  it('are converted by a factor that stands in the formula', () => {
    expect(excelOf('《支出决算表》[合计,基本支出]', '元')).toBe("'支出决算表'!D4*10000");
    expect(excelOf('《收入支出决算总表》[本年支出合计,决算数]', '万元')).toBe("'It''s 总表😀'!D7/10000");
    expect(excelOf('《收入支出决算总表》[本年支出合计,决算数]', '亿元')).toBe("'It''s 总表😀'!D7/100000000");
  });

  it('are summed when there are several, each in its own unit', () => {
    expect(excelOf('《支出决算表》[类,基本支出]')).toBe("SUM('支出决算表'!D5,'支出决算表'!D9)");
    expect(excelOf('《支出决算表》[类,基本支出]', '元')).toBe("SUM('支出决算表'!D5*10000,'支出决算表'!D9*10000)");
    expect(excelOf('下级之和([基本支出])', '万元', { row: '合计' })).toBe("SUM('支出决算表'!D5,'支出决算表'!D9)");
  });

  it('are 0 for a row that the table leaves out', () => {
    expect(excelOf('《支出决算表》[2210201,基本支出]')).toBe('0');
  });

  it('of the year before are those of its sheet', () => {
    expect(excelOf('《支出决算表》[合计,项目支出]@上年')).toBe("'2022支出'!E4");
  });
});

describe('operators', () => {
  it.each([
    ['1 + 2 + 3', '1+2+3'],
    ['1 + (2 + 3)', '1+2+3'],
    ['1 − (2 + 3)', '1-(2+3)'],
    ['1 − (2 − 3)', '1-(2-3)'],
    ['1 − 2 × 3', '1-2*3'],
    ['(1 − 2) × 3', '(1-2)*3'],
    ['1 ÷ (2 × 3)', '1/(2*3)'],
    ['1 ÷ (2 ÷ 3)', '1/(2/3)'],
    ['1 × (2 × 3)', '1*2*3'],
    ['−(1 + 2)', '-(1+2)'],
    ['−1 × 2', '-1*2'],
    ['50% × 2', '0.5*2'],
    ['1 ≠ 2', '1<>2'],
    ['1 ≤ 2', '1<=2'],
    ['1 ≥ 2', '1>=2'],
    ['(1 = 2) = 3', '(1=2)=3'],
    ['(1 = 2) + 3', '(1=2)+3'],
  ])('%s is %s', (text, formula) => {
    expect(excelOf(text)).toBe(formula);
  });

  it('keep a conversion together where something is divided by it', () => {
    expect(excelOf('1 ÷ 《支出决算表》[合计,基本支出]', '元')).toBe("1/('支出决算表'!D4*10000)");
    expect(excelOf('−《支出决算表》[合计,基本支出]', '元')).toBe("-('支出决算表'!D4*10000)");
  });
});

describe('functions', () => {
  it.each([
    ['合计(1, 2)', 'SUM(1,2)'],
    ['较大(1, 2)', 'MAX(1,2)'],
    ['较小(1, 2)', 'MIN(1,2)'],
    ['绝对值(1 − 2)', 'ABS(1-2)'],
    ['四舍五入(1 ÷ 3, 2)', 'ROUND(1/3,2)'],
    ['若(1 > 2, 3, 4)', 'IF(1>2,3,4)'],
    ['任一(《收入决算表》[合计,其他收入], 《支出决算表》[合计,基本支出])', "'支出决算表'!D4"],
  ])('%s is %s', (text, formula) => {
    expect(excelOf(text)).toBe(formula);
  });
});

describe('what is lacking', () => {
  const here = { row: '208' };

  it.each([
    ['[基本支出] + [经营支出]?', "'支出决算表'!D5"],
    ['[经营支出]? − [基本支出]', "-'支出决算表'!D5"],
    ['合计([经营支出]?, [基本支出])', "SUM('支出决算表'!D5)"],
    ['合计([经营支出]?)', '表中没有“经营支出”这一列'],
    ['[经营支出]? + [上缴上级支出] + [基本支出]', '表中没有“上缴上级支出”这一列'],
    ['[经营支出]? × 2', '表中没有“经营支出”这一列'],
    ['《收入决算表》[合计,其他收入]', '工作簿里没有这张表'],
    ['在职人员数', '没有取到“在职人员数”'],
  ])('%s is %s', (text, written) => {
    expect(excelOf(text, '万元', here)).toBe(written);
  });

  it('is the same for the value and the formula', () => {
    for (const text of [
      '[a]? + [b] + [基本支出]',
      '合计([a]?)',
      '[a]? × 1',
      '[a]? + [b]?',
      '1 + [a]?',
      '《无》[a,b] + [c]?',
    ]) {
      const scope = scopeOf(TABLES, here);
      const [value, formula] = [evaluate(bodyOf(text), scope), toExcel(bodyOf(text), scope, '元')];
      expect('gap' in formula ? gapText(formula) : null).toBe(isGap(value) ? gapText(value) : null);
    }
  });
});
