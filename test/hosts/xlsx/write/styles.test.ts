import { emptyStyles, StyleBook } from '../../../../src/hosts/xlsx/write/styles';
import { XmlTree } from '../../../../src/hosts/xlsx/write/xml-tree';
import { MONEY, PLAIN, TITLE } from './plans';
import { PLAIN_STYLES } from './small-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function styleSheet(inside: string): string {
  return `<styleSheet xmlns="${MAIN}">${inside}</styleSheet>`;
}

function withStyles(xml: string, ...styles: readonly (typeof PLAIN)[]): { places: number[]; xml: string } {
  const book = new StyleBook(new XmlTree(xml));
  const places = styles.map((style) => book.place(style, false));
  return { places, xml: book.text() };
}

describe('cell formats in styles.xml', () => {
  it('are added behind those there are, and the counts follow', () => {
    const { places, xml } = withStyles(styleSheet(PLAIN_STYLES), PLAIN, TITLE, PLAIN);
    expect(places).toEqual([1, 2, 1]);
    expect(xml).toContain(
      '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font>' +
        '<font><sz val="11"/><name val="仿宋_GB2312"/><family val="3"/><charset val="134"/></font>' +
        '<font><b/><sz val="18"/><color rgb="FF1F3864"/><name val="方正小标宋简体"/><family val="3"/><charset val="134"/></font></fonts>',
    );
    expect(xml).toContain(
      '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
    );
    expect(xml).toContain(
      '<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs>',
    );
    expect(xml).toContain('<cellXfs count="3">');
  });

  it('leave everything that was there where it was', () => {
    const { xml } = withStyles(
      styleSheet(`<!-- <fonts/> -->${PLAIN_STYLES}<dxfs count="0"/><extLst><ext/></extLst>`),
      TITLE,
    );
    expect(xml).toMatch(/^<styleSheet xmlns="[^"]*"><!-- <fonts\/> -->/);
    expect(xml).toMatch(/<dxfs count="0"\/><extLst><ext\/><\/extLst><\/styleSheet>$/);
  });

  it('that are there already are used again, in whatever way they are written', () => {
    const once = withStyles(styleSheet(PLAIN_STYLES), PLAIN, MONEY, TITLE);
    const rewritten = once.xml.replaceAll('"', "'").replaceAll('/>', ' />');
    expect(withStyles(rewritten, PLAIN, MONEY, TITLE)).toEqual({ places: once.places, xml: rewritten });
  });

  it('use the prefix of the part', () => {
    const { xml } = withStyles(
      `<x:styleSheet xmlns:x="${MAIN}">${PLAIN_STYLES.replace(/<(\/?)/g, '<$1x:')}</x:styleSheet>`,
      TITLE,
    );
    expect(xml).toContain('<x:fonts count="2">');
    expect(xml).toContain('<x:name val="方正小标宋简体"/>');
    expect(new XmlTree(xml).root.children.map((list) => list.prefix)).toEqual(['x', 'x', 'x', 'x', 'x']);
  });

  it('go into lists that are absent or closed in themselves, with the entries that must come first', () => {
    const { places, xml } = withStyles(styleSheet('<fills count="0"/><cellStyles/>'), { ...TITLE, format: '0.0' });
    expect(places).toEqual([1]);
    const tree = new XmlTree(xml);
    expect(tree.root.children.map((list) => `${list.name} ${list.children.length}`)).toEqual([
      'numFmts 1',
      'fonts 2',
      'fills 3',
      'borders 2',
      'cellXfs 2',
      'cellStyles 0',
    ]);
    expect(xml).toContain(
      '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    );
    expect(xml).toContain('<fills count="3">');
  });

  it('take number formats by the id they have, or get one above all that are taken', () => {
    const numFmts =
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="0.0%"/><numFmt numFmtId="44" formatCode="¥0"/></numFmts>';
    const dxfs = '<dxfs count="1"><dxf><numFmt numFmtId="180" formatCode="0.000"/></dxf></dxfs>';
    const formats = ['#,##0.00', '0.0%', '0.000', '0.00"分"'].map((format) => ({ ...PLAIN, format }));
    const { xml } = withStyles(styleSheet(numFmts + PLAIN_STYLES + dxfs), ...formats);
    const ids = [...xml.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids.slice(2)).toEqual([4, 170, 181, 182]);
    expect(xml).toContain('<numFmts count="4">');
    expect(xml).toContain('<numFmt numFmtId="182" formatCode="0.00&quot;分&quot;"/></numFmts>');
  });

  it('start custom ids at 164 in a workbook without any', () => {
    expect(withStyles(emptyStyles(MAIN), { ...PLAIN, format: '0.0' }).xml).toContain('<numFmt numFmtId="164"');
  });

  it('mark a text that must never become a formula', () => {
    const book = new StyleBook(new XmlTree(styleSheet(PLAIN_STYLES)));
    expect([book.place(PLAIN, false), book.place(PLAIN, true)]).toEqual([1, 2]);
    expect(book.text().match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  it.each([
    ['宋体', '<family val="3"/><charset val="134"/>'],
    ['微软雅黑', '<family val="2"/><charset val="134"/>'],
    ['SimSun', '<family val="3"/><charset val="134"/>'],
    ['Times New Roman', '<family val="1"/>'],
    ['Some Font', ''],
  ])('tell %s as %j', (name, family) => {
    const { xml } = withStyles(styleSheet(PLAIN_STYLES), { ...PLAIN, font: { ...PLAIN.font, name } });
    expect(xml.replace('<name val="宋体"/></font></fonts>', '')).toMatch(
      new RegExp(`<name val="${name}"/>${family}</font>`),
    );
  });
});
