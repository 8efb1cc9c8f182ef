import fc from 'fast-check';
import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { escapeAttribute, escapeCellText, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { verifyWritten } from '../../../../src/hosts/xlsx/write/verify';
import { openWorkbookFile } from '../../../../src/hosts/xlsx/open';
import { decodeEscapes, decodeReferences } from '../../../../src/hosts/xlsx/xmltext';
import { isGuarded } from '../../../../src/sheet/text';
import { describeWithLibreOffice, openInLibreOffice } from '../../../support/libreoffice';
import { opened } from '../opened';
import { partTexts, planOf, row, sheet, text, written } from './plans';

const COUNT = 10_000;
const PER_ROW = 20;

/** Pieces of texts that have harmed some writer or reader of spreadsheets. */
const PIECES = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', "'", '"', '“', '”', ',', ';', '|', '!', '#', '$', '{', '}'],
  ...['\t', '\r', '\n', '\r\n', ' ', '\u00a0', '\u3000', '\u200b', '\u200e', '\u2060', '\ufeff', '\u00ad', '\u2028'],
  ...['_x0041_', '_x005F_', '_x000D_', '_X0041_', '_x00', '_x0041', 'x0041_', '_', '__', '_xD800_'],
  ...['\u0000', '\u0001', '\u0008', '\u000b', '\u001f', '\u007f', '\u0085', '\ufffe', '\uffff', '\ufffd'],
  ...['\ud800', '\udfff', '\udc00', '😀', '𠮷', '&', '&amp;', '&#x41;', '<', '>', ']]>', '<![CDATA[', '<!--', '</t>'],
  ...['SUM(A1)', 'cmd|/c calc', 'HYPERLINK("http://x")', '合计', '庐山市民政局', '1', '00123', '1e5', 'TRUE', '#REF!'],
];

function hostileTexts(): string[] {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
  );
  const one = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  const longest = ['款', '_x0041_', '\u0001', '=', ' ', '\ud800'].map((sign) => sign.repeat(32_767).slice(0, 32_767));
  return [
    ...PIECES,
    ...longest,
    ...fc.sample(one, { numRuns: COUNT - PIECES.length - longest.length, seed: 20_231_123 }),
  ];
}

const texts = hostileTexts();
const half = COUNT / 2;

function sheetOf(name: string, labels: readonly string[]) {
  const rows = Array.from({ length: Math.ceil(labels.length / PER_ROW) }, (_, index) =>
    row(...labels.slice(index * PER_ROW, (index + 1) * PER_ROW).map((label) => text(label))),
  );
  return sheet(name, rows);
}

const plan = planOf(sheetOf('自评_甲', texts.slice(0, half)), sheetOf('自评_乙', texts.slice(half)));
const bytes = written(blankWorkbook(), plan);

describe(`${COUNT} hostile labels`, () => {
  it('are read back as exactly the same texts', async () => {
    const { sheets } = await opened(bytes);
    const read = sheets.flatMap(({ rows }) => rows.flatMap((cells) => cells));
    const different = texts.filter((label, index) => read[index] !== label);
    expect(different).toEqual([]);
    expect(read).toHaveLength(COUNT);
  });

  it('stand in no formula', async () => {
    const result = await openWorkbookFile(bytes, '');
    if ('problem' in result) throw new Error(result.problem.message);
    expect([...(await result.source.formulas('自评_甲')), ...(await result.source.formulas('自评_乙'))]).toEqual([]);
    const sheets = Object.entries(partTexts(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/);
  });

  it('are marked as text for good where a spreadsheet might take them for a formula', () => {
    const { 'xl/worksheets/sheet1.xml': xml = '', 'xl/styles.xml': styles = '' } = partTexts(bytes);
    const guarded = [...styles.matchAll(/<xf [^>]*>/g)].slice(1).map(([xf]) => xf.includes('quotePrefix="1"'));
    const marks = [...xml.matchAll(/<c [^>]*s="(\d+)"/g)].map(([, place]) => guarded[Number(place)]);
    expect(marks).toEqual(texts.slice(0, half).map(isGuarded));
    expect(new Set(marks)).toEqual(new Set([true, false]));
  });

  it('pass our own check of what was written', async () => {
    expect(await verifyWritten(blankWorkbook(), bytes, plan)).toEqual([]);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('do not keep the workbook from being opened', async () => {
      await openInLibreOffice(bytes);
    }, 120_000);
  });
});

describe('texts in XML', () => {
  test.each([
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['_X0041_', '_X0041_'],
    ['_x0041\u0001', '_x005F_x0041_x0001_'],
    ['甲\r\n乙', '甲_x000D_\n乙'],
    ['\ud800甲\ufffe', '_xD800_甲_xFFFE_'],
    ['😀', '😀'],
    ['a<b>&"c', 'a&lt;b&gt;&amp;"c'],
  ])('%j is stored as %j', (label, stored) => expect(escapeCellText(label)).toBe(stored));

  it('any text comes back from its stored form', () => {
    const any = fc.string({ unit: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 2 })) });
    fc.assert(
      fc.property(any, (label) => decodeEscapes(decodeReferences(escapeCellText(label))) === label),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('drops what XML forbids where there is no way to write it', () => {
    expect(escapeXml('A1\u0000&"\ud800"\r')).toBe('A1&amp;""&#13;');
    expect(escapeAttribute('"a"\t\n\u0001')).toBe('&quot;a&quot;&#9;&#10;');
  });
});
