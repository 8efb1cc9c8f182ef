import fc from 'fast-check';
import { outlineWords } from '../../../src/narrative/realise';
import type { SentencePart } from '../../../src/narrative/report';
import { LONGEST_PARAGRAPH, lengthOf, partsText } from '../../../src/narrative/report';
import { splitParts } from '../../../src/narrative/split-paragraph';

function texts(...parts: readonly SentencePart[]): string[] {
  return splitParts(parts).map(partsText);
}

const A = `${'甲'.repeat(180)}。`;
const B = `${'乙'.repeat(180)}。`;

describe('a long paragraph', () => {
  it('stays whole up to 300 characters', () => {
    expect(texts(outlineWords('甲'.repeat(300)))).toHaveLength(1);
  });

  it('is cut between sentences', () => {
    expect(texts(outlineWords(A + B))).toEqual([A, B]);
  });

  it('is cut between clauses where one sentence is too long', () => {
    const first = `${'甲'.repeat(200)}；`;
    const second = `${'乙'.repeat(200)}。`;
    expect(texts(outlineWords(first + second))).toEqual([first, second]);
  });

  it('is cut anywhere when her text has no stop at all', () => {
    expect(texts(outlineWords('甲'.repeat(650))).map(lengthOf)).toEqual([300, 300, 50]);
  });

  it('keeps a figure and what is pending whole', () => {
    const pending: SentencePart = { type: 'pending', name: '丙'.repeat(20) };
    const pieces = texts(outlineWords('甲'.repeat(290)), pending, outlineWords('。'));
    expect(pieces.join('')).toBe(`${'甲'.repeat(290)}【待填：${'丙'.repeat(20)}】。`);
    expect(pieces.some((piece) => piece.includes(`【待填：${'丙'.repeat(20)}】`))).toBe(true);
  });

  it('loses nothing and never exceeds the limit', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '。', '；', '，', '😀'), { maxLength: 1500 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (all) => {
        const parts = all.filter((one) => one !== '').map(outlineWords);
        const pieces = texts(...parts);
        expect(pieces.join('')).toBe(all.join(''));
        expect(Math.max(0, ...pieces.map(lengthOf))).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
      }),
    );
  });
});
