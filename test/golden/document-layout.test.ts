import { writeDocx } from '../../src/document/docx';
import {
  describeWithPrinting,
  documentFaults,
  OpenedDocument,
  printedLines,
  printedPages,
} from '../support/docx-parts';
import { packageParts, zipEntries } from '../support/package-parts';
import { heading, paragraph, REPORT } from '../unit/document/sample-document';

/** Twentieths of a point in a millimetre. */
const PER_MILLIMETRE = 1440 / 25.4;

describe('a report as a Word file (GB/T 9704-2012)', () => {
  let bytes: Uint8Array;
  let document: OpenedDocument;
  beforeAll(async () => {
    bytes = await writeDocx(REPORT);
    document = new OpenedDocument(bytes);
  });

  it('hangs together: every part reached by relations, typed, well-formed', () => {
    expect(documentFaults(bytes)).toEqual([]);
  });

  it('is the same file every time, without time of writing', async () => {
    expect(Buffer.compare(await writeDocx(REPORT), bytes)).toBe(0);
    expect(document.elements('created', CORE)).toEqual([]);
    // DOS times: 1980-01-01 00:00:00 in every header.
    const times = zipEntries(bytes).map(({ headerAt }) => Buffer.from(bytes).readUInt32LE(headerAt + 10));
    expect(new Set(times)).toEqual(new Set([(1 << 21) | (1 << 16)]));
  });

  it('names the program and nobody', () => {
    const properties = document
      .elements('coreProperties', CORE)
      .flatMap((core) =>
        ['title', 'subject', 'creator', 'lastModifiedBy'].map((name) => document.inside(core, name, CORE)),
      );
    expect(properties.map(([element]) => element?.text)).toEqual([
      '部门整体支出绩效自评报告',
      '2023年度',
      '自评助手',
      undefined,
    ]);
  });

  it('is on A4 with 37, 35, 28 and 26 mm around the text; pages for wide tables are turned, head to the binding', () => {
    const millimetres = (name: string, ...sides: string[]): number[][] =>
      document
        .elements(name)
        .map(({ attributes }) => sides.map((side) => Math.round(Number(attributes.get(side)) / PER_MILLIMETRE)));
    const upright = { size: [210, 297], margins: [37, 35, 28, 26] };
    const turned = { size: [297, 210], margins: [28, 26, 35, 37] };
    expect(millimetres('pgSz', 'w', 'h')).toEqual([upright.size, turned.size]);
    expect(millimetres('pgMar', 'top', 'bottom', 'left', 'right')).toEqual([upright.margins, turned.margins]);
    expect(document.elements('pgSz').map(({ attributes }) => attributes.get('orient'))).toEqual([
      'portrait',
      'landscape',
    ]);
  });

  it.each([
    ['Title', '方正小标宋简体', 22, false],
    ['Heading1', '黑体', 16, false],
    ['Heading2', '楷体_GB2312', 16, false],
    ['Heading3', '仿宋_GB2312', 16, true],
    ['Heading4', '仿宋_GB2312', 16, false],
    ['OfficialBody', '仿宋_GB2312', 16, false],
    ['OfficialTableText', '宋体', 12, false],
    ['OfficialTableDense', '宋体', 10.5, false],
    ['OfficialPageNumber', '宋体', 14, false],
  ])('sets %s in %s of %d points', (style, chinese, points, bold) => {
    expect(document.styled(style, 'rFonts')?.['eastAsia']).toBe(chinese);
    expect(document.styled(style, 'rFonts')?.['ascii']).toBe(chinese === '宋体' ? '宋体' : 'Times New Roman');
    // Stated by its measure or, as Word does, in half points.
    expect(document.styled(style, 'sz')?.['val']).toMatch(new RegExp(`^(?:${points}pt|${points * 2})$`));
    expect(document.isOn(document.style(style), 'b', STYLES)).toBe(bold);
    expect(document.styled(style, 'color')?.['val']).toBe('000000');
  });

  it.each(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'OfficialBody'])(
    'gives %s lines of exactly 28 points and a first line two characters in',
    (style) => {
      expect(document.styled(style, 'spacing')).toMatchObject({
        line: '560',
        lineRule: 'exact',
        before: '0',
        after: '0',
      });
      expect(document.styled(style, 'ind')).toEqual({ firstLineChars: '200', firstLine: '640' });
    },
  );

  it('gives every text the style of its kind, in the order of the report', () => {
    const said = document.paragraphs().map(({ style, text }) => `${style} ${text}`);
    expect(said.slice(0, 11)).toEqual([
      'Title 庐山市民政局2023年度\n部门整体支出绩效自评报告',
      'Heading1 一、部门概况',
      'Heading2 （一）部门主要职责',
      expect.stringMatching(/^OfficialBody 庐山市民政局主管/),
      'Heading2 （二）收支情况',
      'Heading3 1.预算安排',
      'OfficialBody 2023年年初预算3,227.92万元，比上年减少631.57万元，下降16.36%；年末结转-12.50万元。',
      'Heading4 （1）按来源',
      expect.stringMatching(/^OfficialBody 其中：.*（GB\/T 9704-2012）排版。$/),
      'OfficialChart ',
      'Heading1 二、评分',
    ]);
    expect(said.filter((line) => /^Official(?:Signature|Attachment)/.test(line))).toEqual([
      'OfficialSignature 庐山市民政局',
      'OfficialSignature 2024年4月26日',
      'OfficialAttachment 附件1',
      'OfficialSignature 填表人：\t审核人：\t负责人：',
    ]);
  });

  it('marks an attachment at the top left in 黑体, its title in the third line (7.3.6)', () => {
    expect(document.styled('OfficialAttachment', 'rFonts')?.['eastAsia']).toBe('黑体');
    expect(document.styled('OfficialAttachment', 'ind')).toBeNull();
    expect(document.styled('OfficialAttachment', 'spacing')).toMatchObject({ line: '560', after: '560' });
  });

  it('has the date four characters in and the name of the bureau in the middle above it (7.3.5.1)', () => {
    const [name, date] = document
      .elements('p')
      .filter((line) => document.first(line, 'pStyle')?.['val'] === 'OfficialSignature')
      .map((line) => ({ side: document.first(line, 'jc')?.['val'], indent: document.first(line, 'ind') }));
    // Of 8844 twips: 2024年4月26日 is 6½ characters long, and 4 stay free on either side of it.
    expect(date).toEqual({ side: 'center', indent: { left: String(8844 - (6.5 + 2 * 4) * 320) } });
    expect(name).toEqual(date);
  });

  it('numbers odd pages at the right and even ones at the left, one character in, — 1 —', () => {
    const feet = document.elements('footerReference').map(({ attributes, relations }) => {
      const part = document.target(relations[0]);
      const [line] = document.elements('p', part);
      if (!line) throw new Error(`${part} is empty.`);
      return {
        pages: attributes.get('type'),
        text: document.paragraphs(part).map(({ text }) => text),
        side: document.first(line, 'jc', part)?.['val'],
        indent: document.first(line, 'ind', part),
      };
    });
    expect(feet).toEqual([
      { pages: 'default', text: ['— PAGE —'], side: 'right', indent: { right: '280' } },
      { pages: 'even', text: ['— PAGE —'], side: 'left', indent: { left: '280' } },
    ]);
    expect(document.elements('evenAndOddHeaders', 'word/settings.xml')).toHaveLength(1);
  });

  it('names fonts to take instead where those of the standard are missing', () => {
    const instead = document
      .elements('altName', 'word/fontTable.xml')
      .map(({ parent, attributes }) => [parent?.attributes.get('name'), attributes.get('val')?.split(',')]);
    expect(Object.fromEntries(instead)).toMatchObject({
      方正小标宋简体: expect.arrayContaining(['华文中宋', '宋体']),
      仿宋_GB2312: expect.arrayContaining(['仿宋', 'FangSong']),
      楷体_GB2312: expect.arrayContaining(['楷体', 'KaiTi']),
    });
  });

  it('has a native chart with its numbers in it; a missing number is a gap, not a zero', () => {
    const [chart = ''] = document.related('chart');
    const points = document
      .elements('numLit', chart)
      .map((list) =>
        document.inside(list, 'pt', chart).map((point) => Number(document.inside(point, 'v', chart)[0]?.text)),
      );
    expect(points).toEqual([[827.92, 2400], [901.5]]);
    expect(document.elements('inline').map((place) => document.inside(place, 'chart').length)).toEqual([1]);
    const extent = document.elements('extent')[0]?.attributes;
    expect(Number(extent?.get('cx')) / 36_000).toBe(210 - 28 - 26);
  });

  it('carries nothing but XML', () => {
    expect([...packageParts(bytes).keys()].filter((name) => !/\.(?:xml|rels)$/.test(name))).toEqual([]);
  });
});

const CORE = 'docProps/core.xml';
const STYLES = 'word/styles.xml';

describeWithPrinting('a report as LibreOffice prints it', () => {
  it('has its texts in order, its page numbers, and the header of a long table on each of its pages', async () => {
    const pages = await printedPages(await writeDocx(REPORT));
    expect(pages).toHaveLength(5);
    pages.forEach((page, index) => expect(page).toMatch(new RegExp(`—${index + 1}—$`)));
    const whole = pages.join('');
    const inOrder = [
      '自评报告',
      '一、部门概况',
      '1.预算安排',
      '二、评分',
      '总分',
      '三、结论',
      '附件：',
      '2024年4月26日',
      '项目名称',
      '填表人：',
    ];
    const places = inOrder.map((text) => whole.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(pages.map((page) => page.includes('年度指标值'))).toEqual([false, true, true, true, false]);
  });

  it('draws the chart with its title, unit, categories and series', async () => {
    const pages = await printedPages(await writeDocx(REPORT));
    const drawn = pages.find((page) => page.includes('基本支出')) ?? '';
    for (const text of [
      '年初预算数与全年执行数',
      '万元',
      '基本支出',
      '项目支出',
      '年初预算数',
      '全年执行数',
      '3,000.00',
    ]) {
      expect(drawn).toContain(text);
    }
  });

  it('puts 28 characters in a line and 22 lines on a page', async () => {
    const [first = [], second = []] = await printedLines(
      await writeDocx({ ...REPORT, title: '标题', blocks: [paragraph('民'.repeat(26 + 28 * 60), 2)] }),
    );
    const lengths = (page: readonly string[]): number[] =>
      page.filter((line) => /^民/.test(line)).map((line) => line.length);
    expect(lengths(first).slice(0, 3)).toEqual([26, 28, 28]);
    expect(lengths(second)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  // LibreOffice lets go of a minus that follows a Chinese character, even of one that holds; text.test.ts has the rest.
  it('never tears the digits of a number or a span of years, wherever in the line they fall', async () => {
    const places = Array.from({ length: 28 }, (_, index) => index);
    const numbers = places.flatMap((place) => [`1,234,5${place + 10}.90`, `16.${place + 10}%`, `20${place + 10}-2099`]);
    const blocks = places.map((place) =>
      paragraph(
        `${'民'.repeat(place)}${[0, 1, 2].map((one) => numbers[place * 3 + one]).join('政民政民政民政民政')}。`,
      ),
    );
    const pages = await printedLines(await writeDocx({ ...REPORT, blocks }));
    // Hyphens that hold print as U+2011.
    const lines = pages.flat().map((line) => line.replace(/[\s]/g, '').replaceAll('\u2011', '-'));
    expect(numbers.filter((number) => !lines.some((line) => line.includes(number)))).toEqual([]);
  });

  it('opens texts that try to break it', async () => {
    const hostile = ['<w:p/>]]>&amp;', '\u0000\u0008\ud800', '🙂\u202e\ufeff', '=cmd|calc', '_x0041_'];
    const blocks = hostile.flatMap((text) => [heading(1, `前${text}`), paragraph(`${text}后`)]);
    const [page = ''] = await printedPages(await writeDocx({ ...REPORT, title: hostile.join(''), blocks }));
    expect(page).toContain('前<w:p/>]]>&amp;');
    expect(page).toContain('_x0041_后');
  });
});
