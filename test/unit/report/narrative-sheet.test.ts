import type { Grid } from '../../../src/model/grid';
import type { KeptRow } from '../../../src/report/kept';
import { Decimal } from '../../../src/model/decimal';
import type { NarrativeSource } from '../../../src/narrative/narrate';
import { narrate } from '../../../src/narrative/narrate';
import type { Outline, ParagraphTemplate } from '../../../src/narrative/outline';
import { WORDINGS } from '../../../src/narrative/outline';
import type { NarrativeReport } from '../../../src/narrative/report';
import { REWRITING, figuresOfNarrative, finalTexts, narrativeSheet } from '../../../src/report/narrative-sheet';
import type { RawValue } from '../../../src/report/working-paper';
import { WorkingPaper } from '../../../src/report/working-paper';
import { budget, page, sourceOf } from '../narrative/small-office';
import { ABOUT, kept, keptById, rowWith, shownRows } from './small-report';

const OUTLINE: Omit<Outline, 'sections'> = {
  ...{
    id: 'small',
    title: '小提纲',
    region: [],
    basis: '测试',
    confirmed: true,
    reportTitle: '{单位}{年度}年度自评报告',
  },
};
const GRIDS: readonly Grid[] = [budget(2023, 32280800, '元'), budget(2022, 3859.65)];

/** A report of two headings, the second below the first, with one paragraph of the test's own. */
function reportOf(
  text: string,
  grids: readonly Grid[] = GRIDS,
  results: NarrativeSource['results'] = [],
): NarrativeReport {
  const own: ParagraphTemplate = { id: 'own', variants: [{ text }] };
  const sections: Outline['sections'] = [
    { id: '1', heading: '一、部门概况', level: 1, needs: [], paragraphs: [] },
    { id: '1.1', heading: '（一）预算', level: 2, needs: [], paragraphs: ['own'] },
  ];
  return narrate({ ...OUTLINE, sections }, sourceOf(grids, { results }), { ...WORDINGS, paragraphs: [own] });
}

/** The rows below the header: headings, paragraphs, what is gone, remarks and signatures. */
function rowsOf(report: NarrativeReport, typed: ReadonlyMap<string, KeptRow> = new Map(), grids = GRIDS): string[][] {
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  const raw: RawValue = ({ sheet, row, column }) => bySheet.get(sheet)?.value(row, column) ?? null;
  const paper = new WorkingPaper(
    figuresOfNarrative(report),
    grids.map(({ sheet }) => sheet),
    raw,
  );
  return shownRows(narrativeSheet(report, paper, { ...ABOUT, raw }, typed), paper).slice(3);
}

const BUDGET = '年初预算{年初预算合计:万元}。';
const LONG_AGO = kept('2022|small|1.1.own', { [REWRITING]: '去年写的话。' }, '年初预算3859.65万元。');

/** Key of the paragraph's row, as the sheet itself marks it. */
const idOf = (report: NarrativeReport): string => `2023|small|${report.sections[1]?.paragraphs[0]?.id ?? ''}`;

describe('a heading', () => {
  it('stands in a row of its own, indented by its level', () => {
    const rows = rowsOf(reportOf(BUDGET));
    expect(rows[0]).toEqual(['一、部门概况', '', '', '', '', '', '']);
    expect(rows[1]).toEqual(['　（一）预算', '', '', '', '', '', '']);
  });
});

describe('a paragraph', () => {
  it('is a live draft, her rewriting, the final text of both, what it is made of, and where to look', () => {
    expect(rowsOf(reportOf(BUDGET))[2]).toEqual([
      '（一）预算',
      '="年初预算"&TEXT(ROUND(ROUND(〔2023年收支预算总表!D7〕/10000,9),2),"0.00")&"万元。" → "年初预算3228.08万元。"',
      '[]',
      '=IF(C7="",B7,C7) → "年初预算3228.08万元。"',
      '年初预算合计',
      `=HYPERLINK("#'2023年收支预算总表'!D7","2023年收支预算总表!D7") → "2023年收支预算总表!D7"`,
      '',
    ]);
  });

  it('without a figure is words, and live only in its final text', () => {
    expect(rowsOf(reportOf('本部门按规定公开。'))[2]).toEqual([
      ...['（一）预算', '本部门按规定公开。', '[]', '=IF(C7="",B7,C7) → "本部门按规定公开。"', '', '', ''],
    ]);
  });

  it('made of a score leads to the sheet that shows it', () => {
    const place = { sheet: '自评_评分表', row: 40, column: 9 };
    const report = reportOf('得分{自评得分:分}。', GRIDS, [{ name: '自评得分', value: Decimal.of('98.43'), place }]);
    expect(rowsOf(report)[2]?.[5]).toBe(`=HYPERLINK("#'自评_评分表'!J41","自评_评分表!J41") → "自评_评分表!J41"`);
  });

  it('quotes her words live where they are all its cell holds, beside a figure only', () => {
    const profile = page(
      '2023年单位基本情况表',
      null,
      ['单位名称', '云岭县民政局'],
      [
        ['单位性质', '行政单位'],
        ['主要职能', '承担社会救助等职责。'],
        ['编制数', 34],
      ],
    );
    const draft = (text: string): string | undefined =>
      rowsOf(reportOf(text, [...GRIDS, profile]), undefined, [...GRIDS, profile])[2]?.[1];
    expect(draft('{文字:单位性质}编制{编制数:个数}人。')).toMatch(
      /^=IF\('2023年单位基本情况表'!B4="","【待填：单位性质】",'2023年单位基本情况表'!B4\)&"编制"&.*→ "行政单位编制34人。"$/,
    );
    expect(draft('{文字:主要职能}，编制{编制数:个数}人。')).toMatch(/^="承担社会救助等职责"&"，编制"&TEXT\(/);
    expect(draft('{文字:单位性质}。')).toBe('行政单位。');
  });

  it('names what is pending in it', () => {
    const row = rowsOf(reportOf('原因是{待填:变动原因}。'))[2];
    expect([row?.[1], row?.[6]]).toEqual(['原因是【待填：变动原因】。', '变动原因']);
  });

  it('longer than a formula may be is written as it reads now', () => {
    const other = (times: number): string => '{年初预算合计:万元}'.repeat(times);
    const draft = (times: number): string | undefined =>
      rowsOf(reportOf(`比上年{升降:${other(times)}|减少|持平:年初预算合计 - 上年年初预算合计:万元}。`))[2]?.[1];
    expect(draft(1)).toMatch(/^="比上年"&IF\(.*\)&"。" → "比上年减少。"$/);
    expect(draft(200)).toBe('比上年减少。');
  });
});

describe('her rewriting', () => {
  const report = reportOf(BUDGET);
  const typed = keptById(kept(idOf(report), { [REWRITING]: '全年预算3228.08万元，比上年少。' }));

  it('becomes the final text; the draft stays live beside it', () => {
    const row = rowsOf(report, typed)[2];
    expect(row?.[1]).toMatch(/→ "年初预算3228\.08万元。"$/);
    expect(row?.slice(2, 4)).toEqual([
      '[全年预算3228.08万元，比上年少。]',
      '=IF(C7="",B7,C7) → "全年预算3228.08万元，比上年少。"',
    ]);
  });

  it('is the text of the Word report; a paragraph without one keeps its draft', () => {
    expect([...finalTexts(report, ABOUT.year, typed).values()]).toEqual(['全年预算3228.08万元，比上年少。']);
    expect([...finalTexts(report, ABOUT.year, new Map()).values()]).toEqual(['年初预算3228.08万元。']);
  });

  it('of another year is not this year’s text', () => {
    const own = keptById(kept(idOf(report).replace('2023', '2022'), { [REWRITING]: '去年写的话。' }));
    expect([...finalTexts(report, ABOUT.year, own).values()]).toEqual(['年初预算3228.08万元。']);
    expect(rowsOf(report, own)[2]?.[2]).toBe('[]');
  });
});

describe('a rewriting of a paragraph that is no longer there', () => {
  const rows = rowsOf(reportOf(BUDGET), keptById(LONG_AGO));

  it('stands below the text with what it was about', () => {
    expect(rowWith(rows, 0, '以前的改写')).toEqual([
      ...['以前的改写', '以前的改写：年初预算3859.65万元。', '[去年写的话。]', '', '', '', ''],
    ]);
  });

  it('says once that it is an old one, however often it is kept', () => {
    const again = { ...LONG_AGO, about: '以前的改写：年初预算3859.65万元。' };
    expect(rowWith(rowsOf(reportOf(BUDGET), keptById(again)), 0, '以前的改写')[1]).toBe(again.about);
  });

  it('is dropped where nothing was typed', () => {
    const blank = keptById(kept(LONG_AGO.id, {}, LONG_AGO.about));
    expect(rowsOf(reportOf(BUDGET), blank).map(([first]) => first)).not.toContain('以前的改写');
  });
});

describe('below the text', () => {
  it('stand the defined figures no sentence used, with their cells', () => {
    const remarks = (text: string): string[] =>
      rowsOf(reportOf(text))
        .slice(3, -1)
        .flatMap(([first]) => first ?? []);
    const note = expect.stringMatching(/^注：/);
    expect(remarks('没有数。')).toEqual([note, '没有用到的数：年初预算收入总计（2023年收支预算总表!B7）']);
    expect(remarks('收入{收入=《收支预算总表》[收入总计,预算数]:万元}。')).toEqual([note]);
  });
});
