import { narrate } from '../../../src/narrative/narrate';
import { OUTLINES } from '../../../src/narrative/outline';
import { LONGEST_PARAGRAPH, figuresIn, lengthOf, partsText, readParts } from '../../../src/narrative/report';
import { bookOf } from '../../support/laid';
import { bureauBook } from '../../support/bureau';
import { bureauFigures } from '../../support/bureau-generator';
import { gridsOf } from '../../support/book';
import { page, paragraphsOf, said, sourceOf } from './small-office';

const SEEDS = Array.from({ length: 12 }, (_, at) => at + 1);

describe.each(SEEDS)('the report on made-up bureau %i', (seed) => {
  const { year } = bureauFigures(seed);
  const source = sourceOf(gridsOf(bookOf(bureauBook(seed))), { unitName: null, year });

  it.each(OUTLINES)('in the outline $id keeps the rules of every report', (outline) => {
    const paragraphs = paragraphsOf(narrate(outline, source));
    expect(paragraphs.flatMap(({ parts }) => figuresIn(parts)).length).toBeGreaterThan(0);
    for (const { id, parts } of paragraphs) {
      expect({ id, length: lengthOf(partsText(parts)) <= LONGEST_PARAGRAPH }).toEqual({ id, length: true });
      const digits = [...readParts(parts)].flatMap((part) =>
        part.type === 'words' && part.origin === 'outline' ? (part.text.match(/\d+(?!\d*年|\d*月|\d*日)/gu) ?? []) : [],
      );
      expect({ id, digits }).toEqual({ id, digits: [] });
    }
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
  });
});

describe('texts of hers', () => {
  it('are quoted as they stand, whatever signs they hold', () => {
    const sheet = page(
      '2023年业务统计表',
      null,
      ['分类', '指标', '计量单位', '本期'],
      [['{年度}$&', '=1+1{待填}', '个', 3]],
    );
    expect(said('operations', [sheet])).toEqual(['{年度}$&方面：2023年，=1+1{待填}3个。']);
  });

  it('of several lines are quoted in one', () => {
    const sheet = page(
      '2023年单位基本情况表',
      null,
      ['单位名称', '云岭县民政局'],
      [
        ['主要职能', '一、社会救助；\n二、养老服务\n三、儿童福利。'],
        ['内设机构', '办公室'],
        ['编制数', 34],
      ],
    );
    expect(said('duties', [sheet])[0]).toContain('主要职能：一、社会救助；二、养老服务；三、儿童福利。');
  });

  it('longer than a paragraph are cut at the end of a sentence', () => {
    const duty = `${'负责社会救助工作'.repeat(20)}。`;
    const sheet = page(
      '2023年单位基本情况表',
      null,
      ['单位名称', '云岭县民政局'],
      [
        ['主要职能', duty.repeat(3)],
        ['内设机构', '办公室'],
        ['编制数', 34],
      ],
    );
    const paragraphs = said('duties', [sheet]);
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(paragraphs.every((one) => one.endsWith('。') && lengthOf(one) <= LONGEST_PARAGRAPH)).toBe(true);
    expect(paragraphs.join('')).toBe(`云岭县民政局的主要职能：${duty.repeat(3)}`);
  });
});
