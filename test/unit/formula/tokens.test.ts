import { tokenise } from '../../../src/formula/tokens';

function textsOf(text: string): string[] {
  const outcome = tokenise(text);
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.tokens.map((token) => `${token.type}:${token.text}`);
}

function problemOf(text: string): unknown {
  const outcome = tokenise(text);
  return 'problem' in outcome ? outcome.problem : null;
}

describe('tokens', () => {
  it('cuts tables, brackets, words, numbers and operators', () => {
    expect(textsOf('《支出决算表》[合计,基本支出]@上年 + 12.50%')).toEqual([
      'table:支出决算表',
      'brackets:合计,基本支出',
      'operator:@',
      'word:上年',
      'operator:+',
      'number:12.50%',
      'end:',
    ]);
  });

  it.each([
    ['＋', '+'],
    ['－', '-'],
    ['−', '-'],
    ['×', '*'],
    ['＊', '*'],
    ['÷', '/'],
    ['／', '/'],
    ['＝', '='],
    ['<=', '≤'],
    ['>=', '≥'],
    ['<>', '≠'],
    ['!=', '≠'],
    ['＜', '<'],
    ['＞', '>'],
    ['（', '('],
    ['）', ')'],
    ['，', ','],
    ['、', ','],
    ['：', ':'],
    ['？', '?'],
    ['＠', '@'],
  ])('reads %s as %s', (written, meant) => {
    expect(textsOf(written)).toEqual([`operator:${meant}`, 'end:']);
  });

  it('reads full-width digits and brackets', () => {
    expect(textsOf('１０．５％')).toEqual(['number:10.5%', 'end:']);
    expect(textsOf('［本列］')).toEqual(['brackets:本列', 'end:']);
  });

  it('takes nothing inside 《》 and [] for an operator and keeps it as written', () => {
    expect(textsOf('《“三公”经费（决算）-表》[因公出国（境）费，决算数]')).toEqual([
      'table:“三公”经费（决算）-表',
      'brackets:因公出国（境）费，决算数',
      'end:',
    ]);
  });

  it('reads a word that begins with a digit as one word', () => {
    expect(textsOf('2023年数')).toEqual(['word:2023年数', 'end:']);
  });

  it('skips white space of any sort, full-width too', () => {
    expect(textsOf(' 1　+\n2\t')).toEqual(['number:1', 'operator:+', 'number:2', 'end:']);
  });

  it('counts places from 0 and gives the end its own', () => {
    const outcome = tokenise('1 + 基本支出');
    expect('tokens' in outcome && outcome.tokens.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
      [4, 8],
      [8, 8],
    ]);
  });

  it.each([
    ['《支出决算表', { from: 0, to: 6, message: '第 1 个字“《”没有对应的“》”，请补上。' }],
    ['1 + [合计,基本支出', { from: 4, to: 12, message: '第 5 个字“[”没有对应的“]”，请补上。' }],
    ['1 # 2', { from: 2, to: 3, message: '第 3 个字“#”看不懂；这里可以写数、名称、《表》[行,列] 或括号。' }],
    ['😀', { from: 0, to: 2, message: '第 1 个字“😀”看不懂；这里可以写数、名称、《表》[行,列] 或括号。' }],
    ['3.5万', { from: 1, to: 2, message: '第 2 个字“.”看不懂；这里可以写数、名称、《表》[行,列] 或括号。' }],
  ])('says where %s cannot be read', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });
});
