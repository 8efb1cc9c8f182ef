import fc from 'fast-check';
import type { Block, OfficialDocument } from '../../../src/document/document';
import { writeDocx } from '../../../src/document/docx';
import { documentFaults, OpenedDocument } from '../../support/docx-parts';
import { cell, chart, paragraph, REPORT } from './sample-document';

/** Text as people and programs leave it in cells: halves of characters, control characters, markup, escapes, blanks. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '民政局',
        '<w:p>',
        '</w:t>',
        '&amp;',
        ']]>',
        '&#0;',
        '_x0000_',
        '"',
        "'",
        '  ',
        '\t',
        '-',
        '-12.50',
      ),
      fc.constantFrom(
        '\u0000',
        '\u0008',
        '\u000b',
        '\u001f',
        '\u0085',
        '\ufffe',
        '\uffff',
        '\ud800',
        '\udfff',
        '\u2028',
      ),
      fc.constantFrom('\r\n', '\n', '\r', '𠮷', '👨‍👩‍👧', '\u202e', '\ufeff', '２０２３', '{{a}}', '%s'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** What a reader of the file has to get: the same text but for signs no XML file can hold. */
function readable(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replace(/[\r\u0085\u2028\u2029]/g, '\n');
  return [...lines]
    .filter((sign) => sign === '\n' || sign === '\t' || isCharacter(sign.codePointAt(0) as number))
    .join('');
}

function isCharacter(code: number): boolean {
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const half = code >= 0xd800 && code <= 0xdfff;
  return !control && !half && code !== 0xfffe && code !== 0xffff;
}

function written(...blocks: Block[]): Promise<Uint8Array> {
  return writeDocx({ ...REPORT, title: '标题', blocks });
}

async function texts(bytes: Uint8Array): Promise<string[]> {
  return new OpenedDocument(bytes).paragraphs().map(({ text }) => text);
}

describe('any text in a document', () => {
  it('is read back as it was, in every kind of block, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(HOSTILE, async (text) => {
        const bytes = await writeDocx(everywhere(text));
        expect(documentFaults(bytes)).toEqual([]);
        const read = readable(text);
        // Title, heading, paragraph, caption, unit line, cell, sliver below the table, chart, signature.
        expect(await texts(bytes)).toEqual([
          read,
          read,
          read,
          read,
          `${read}\t${read}`,
          read,
          '',
          '',
          `${read}\t${read}`,
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it('reaches the chart and the properties on one line', async () => {
    const opened = new OpenedDocument(await writeDocx(everywhere('收入<支出>\u0000"&"\n2023')));
    const once = '收入<支出>"&" 2023';
    const inChart = (name: string): string[] => opened.elements(name, 'word/charts/chart1.xml').map(({ text }) => text);
    expect(inChart('t')).toEqual([once, once]);
    expect(inChart('v')).toEqual([once, once, '1']);
    expect(opened.elements('title', 'docProps/core.xml')[0]?.text).toBe(once);
    expect(opened.elements('docPr')[0]?.attributes.get('descr')).toBe(once);
  });

  it.each([
    ['年末结转-12.50万元', 1],
    ['2022-2023年', 1],
    ['GB/T 9704-2012', 1],
    ['A-B、自评-报告-', 0],
  ])('keeps the hyphens of numbers in %s from ending a line', async (text, hyphens) => {
    const bytes = await written(paragraph(text));
    expect(await texts(bytes)).toEqual(['标题', text]);
    expect(new OpenedDocument(bytes).elements('noBreakHyphen')).toHaveLength(hyphens);
  });
});

function everywhere(text: string): OfficialDocument {
  return {
    title: text,
    properties: { title: text, subject: text },
    blocks: [
      { type: 'heading', level: 1, text },
      paragraph(text),
      {
        type: 'table',
        caption: text,
        unitLine: { left: text, right: text },
        columns: [{ width: 1 }],
        header: [],
        body: [[cell(text)]],
        wide: false,
      },
      chart(text, text, [text], { [text]: [1] }),
      { type: 'signature', lines: [[text, text]] },
    ],
  };
}
