import fc from 'fast-check';
import { parse } from '../../../src/formula/parse';
import type { Quantifier } from '../../../src/formula/syntax';
import { bare, expressions, printed } from './printed';
import { bodyOf } from './small-tables';

function messageOf(text: string): string | null {
  const outcome = parse(text);
  return 'problem' in outcome ? outcome.problem.message : null;
}

function quantifierOf(text: string): Quantifier | null {
  const outcome = parse(text);
  return 'expression' in outcome ? outcome.expression.quantifier : null;
}

describe('grammar', () => {
  it.each([
    ['《支出决算表》[合计,基本支出]', ['支出决算表', '合计', '基本支出', false, false]],
    ['《支出决算表》[合计，基本支出]', ['支出决算表', '合计', '基本支出', false, false]],
    ['《支出决算表》[208,基本支出]@上年', ['支出决算表', '208', '基本支出', true, false]],
    ['[经营支出]?', [null, '本行', '经营支出', false, true]],
    ['[经营支出]@上年？', [null, '本行', '经营支出', true, true]],
    ['[合计,本列]', [null, '合计', '本列', false, false]],
    ['在职人员数', '在职人员数'],
    ['95%', '0.95'],
    ['-[基本支出]', ['-', [null, '本行', '基本支出', false, false]]],
    ['合计(1)', ['合计', '1']],
    ['若（1=1，2，3）', ['若', ['1', '=', '1'], '2', '3']],
    ['下级之和([本列])', ['下级之和', [null, '本行', '本列', false, false]]],
    ['四舍五入(1/3,2)', ['四舍五入', ['1', '/', '3'], '2']],
  ])('reads %s', (text, tree) => {
    expect(bare(bodyOf(text))).toEqual(tree);
  });

  it('binds × and ÷ before ＋ and －, and these before comparisons', () => {
    expect(bare(bodyOf('1＋2×3＝7－8÷4'))).toEqual([['1', '+', ['2', '*', '3']], '=', ['7', '-', ['8', '/', '4']]]);
  });

  it('reads － and ÷ from the left', () => {
    expect(bare(bodyOf('9-3-2'))).toEqual([['9', '-', '3'], '-', '2']);
    expect(bare(bodyOf('9/3/2'))).toEqual([['9', '/', '3'], '/', '2']);
    expect(bare(bodyOf('9-(3-2)'))).toEqual(['9', '-', ['3', '-', '2']]);
  });

  it('binds a sign before everything else', () => {
    expect(bare(bodyOf('-1*2'))).toEqual([['-', '1'], '*', '2']);
    expect(bare(bodyOf('1--2'))).toEqual(['1', '-', ['-', '2']]);
  });

  it('reads the rows and columns a relation is tried on', () => {
    expect(quantifierOf('对《支出决算表》每行：[本年支出合计] = [基本支出] + [项目支出]')).toMatchObject({
      table: '支出决算表',
      group: null,
      everyColumn: false,
    });
    expect(quantifierOf('对《支出决算表》[类]每列每行：[本列] = 下级之和([本列])')).toMatchObject({
      table: '支出决算表',
      group: '类',
      everyColumn: true,
    });
    expect(quantifierOf('《支出决算表》[合计,基本支出] = 1')).toBeNull();
    expect(quantifierOf('对 = 1')).toBeNull();
  });

  it('says where each node stands', () => {
    expect(bodyOf('1 + 《支出决算表》[合计,基本支出]@上年?')).toMatchObject({
      from: 0,
      to: 24,
      right: { from: 4, to: 24 },
    });
  });

  it('reads back what it was printed from', () => {
    fc.assert(
      fc.property(expressions, (node) => {
        expect(bare(bodyOf(printed(node)))).toEqual(bare(node));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text that is no expression', () => {
  it.each([
    ['', '第 1 个字：这里应当是数、名称、《表》[行,列] 或“(”，却已经结束。'],
    ['1 +', '第 4 个字：这里应当是数、名称、《表》[行,列] 或“(”，却已经结束。'],
    ['1 + * 2', '第 5 个字：这里应当是数、名称、《表》[行,列] 或“(”，写的却是“*”。'],
    ['1 2', '第 3 个字：这里应当结束，或写 + − × ÷ = ≤ ≥，写的却是“2”。'],
    ['1 = 2 = 3', '第 7 个字：这里应当结束，或写 + − × ÷ = ≤ ≥，写的却是“=”。'],
    ['(1 + 2', '第 7 个字：这里应当是“)”，却已经结束。'],
    ['绝对值(1 2)', '第 7 个字：这里应当是“)”，写的却是“2”。'],
    ['《支出决算表》 + 1', '第 9 个字：表名后面应当是 [行,列]，写的却是“+”。'],
    ['《支出决算表》[合计]', '第 8 个字：方括号里应当是 [行,列]，写的却是“[合计]”。'],
    ['[合计,]', '第 1 个字：方括号里应当是 [列] 或 [行,列]，写的却是“[合计,]”。'],
    ['[基本支出]@去年', '第 8 个字：“@”后面应当是“上年”，写的却是“去年”。'],
    ['对《支出决算表》每个：1 = 1', '第 9 个字：这里应当是“每行：”或“每列每行：”，写的却是“每个”。'],
    ['对《支出决算表》每行 1 = 1', '第 12 个字：这里应当是“:”，写的却是“1”。'],
    ['求和(1)', '第 1 个字：没有“求和”这个函数；可用的有 合计、下级之和、任一、较大、较小、绝对值、四舍五入、若。'],
    [
      'toString(1)',
      '第 1 个字：没有“toString”这个函数；可用的有 合计、下级之和、任一、较大、较小、绝对值、四舍五入、若。',
    ],
    ['1 + 若(1 = 1, 2)', '第 5 个字：“若”要有 3 项，现在有 2 项。'],
    ['较大(1)', '第 1 个字：“较大”要有 2 到 99 项，现在有 1 项。'],
    ['下级之和(1)', '第 6 个字：“下级之和”里应当是 [列]。'],
    ['四舍五入(1, 0.5)', '第 9 个字：“四舍五入”的第 2 项应当是 0 到 10 的整数。'],
    ['四舍五入(1, [基本支出])', '第 9 个字：“四舍五入”的第 2 项应当是 0 到 10 的整数。'],
    [`${'('.repeat(51)}1`, '第 51 个字：括号、函数和负号最多套 50 层。'],
    [`1${' + 1'.repeat(1000)}`, '式子有 4001 个字，最多 4000 个字，请拆成几个。'],
  ])('%s gives the place and what was expected', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('never makes the parser throw', () => {
    const pieces = fc.constantFrom(
      ..."《》[]()（）,，:：@?+-*/=<>≤对每行列上年若合计1.5%“”'😀 ".split(''),
      '\ud83d',
      '《表》',
      '[行,列]',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const outcome = parse(text);
        if ('problem' in outcome) {
          expect(outcome.problem.message).not.toBe('');
          expect(outcome.problem.from).toBeLessThanOrEqual(outcome.problem.to);
        }
      }),
      { numRuns: 2000 },
    );
    expect(messageOf('('.repeat(100_000))).toContain('100000 个字');
    expect(messageOf(`${'-'.repeat(3_000)}1`)).toContain('最多套 50 层');
  });
});
