import fc from 'fast-check';
import { MAX_CELL_TEXT, encodeText, isGuarded } from '../../../src/sheet/text';

const CUT = '…（文字过长，以下略）';

describe('a text for a cell', () => {
  it('is left as it is up to 32,767 characters', () => {
    const longest = '款'.repeat(32_767);
    expect(encodeText(longest)).toBe(longest);
    expect(encodeText('')).toBe('');
  });

  it('is cut and marked beyond, and exactly as long as a cell holds', () => {
    const cut = encodeText('款'.repeat(32_768));
    expect(cut).toBe('款'.repeat(32_767 - CUT.length) + CUT);
    expect(cut).toHaveLength(MAX_CELL_TEXT);
  });

  it('is cut before a character of two halves, never inside it', () => {
    const kept = MAX_CELL_TEXT - CUT.length;
    const through = `${'款'.repeat(kept - 1)}𠮷${'项'.repeat(100)}`;
    const behind = `${'款'.repeat(kept - 2)}𠮷${'项'.repeat(100)}`;
    expect(encodeText(through)).toBe('款'.repeat(kept - 1) + CUT);
    expect(encodeText(behind)).toBe(`${'款'.repeat(kept - 2)}𠮷${CUT}`);
  });

  it('is encoded once: a second time changes nothing', () => {
    const long = fc
      .string({ unit: fc.constantFrom('款', '𠮷', 'a', '\n'), minLength: 1, maxLength: 9 })
      .map((piece) => piece.repeat(8_000));
    fc.assert(
      fc.property(long, (text) => encodeText(encodeText(text)) === encodeText(text)),
      { numRuns: 50 },
    );
  });
});

describe('a text that a spreadsheet might take for a formula', () => {
  test.each([
    '=1+1',
    '+86 0792',
    '-',
    '-5',
    '@SUM(A1)',
    '＝合计',
    '＋增加',
    '－减少',
    '＠管理员',
    '−5',
    ' =1',
    '\u3000=1',
    '\u00a0=1',
    '\u200b=1',
    '\u200e\u2060=1',
    '\ufeff=1',
    '\u00ad=1',
    '\u200b \u3000＝1',
    '\t合计',
    '\r合计',
    '\n合计',
    '\u0000合计',
    '\u007f合计',
    "'合计",
  ])('%j is guarded', (text) => expect(isGuarded(text)).toBe(true));

  test.each([
    '',
    ' ',
    '合计',
    '1=1',
    '一、=',
    '（-5）',
    '“=1”',
    '—',
    '–',
    '/',
    '*',
    '#REF!',
    ' 合计',
    '\u200b合计',
    '5-1',
  ])('%j is not', (text) => expect(isGuarded(text)).toBe(false));
});
