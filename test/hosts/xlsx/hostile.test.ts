import { randomBytes } from 'node:crypto';
import * as XLSX from '@e965/xlsx';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import { readProblem } from '../../../src/hosts/xlsx/problem';
import { measured } from './measured';
import { firstRows, opened, problemOf } from './opened';
import { packageOf, partsOf, zipOf } from './packages';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;

/** A worksheet of repeated text, put together in bytes because it is longer than a text may be. */
function repeatedSheet(before: string, inside: string, megabytes: number, after: string): Uint8Array {
  const times = Math.floor((megabytes * MIB) / inside.length);
  return Buffer.concat([Buffer.from(before), Buffer.alloc(times * inside.length, inside), Buffer.from(after)]);
}

/** Rows that hold one cell each, in the last column. */
function farCells(rows: number): string {
  return Array.from({ length: rows }, (_, row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`).join('');
}

const small = (): Uint8Array => packageOf({ sheet: '<sheetData><row><c><v>1</v></c></row></sheetData>' });

describe('files that are no readable workbook give one clear sentence', () => {
  const ole = (name: string, content: Uint8Array): Uint8Array => {
    const container = XLSX.CFB.utils.cfb_new() as object;
    XLSX.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content));
    return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer);
  };
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, 7)]);
  const cases: [string, () => Uint8Array, string][] = [
    ['0 bytes', () => new Uint8Array(0), 'empty'],
    ['a picture', () => png, 'picture'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['a RAR archive', () => Buffer.from('Rar!\x1a\x07\x00aaaa', 'latin1'), 'archive'],
    ['a zip of other files', () => zipOf([{ name: 'a.txt', content: 'a' }]), 'archive'],
    ['a .docx', () => zipOf([{ name: 'word/document.xml', content: '<w:document/>' }]), 'document'],
    ['an .ods', () => zipOf(['mimetype', 'content.xml'].map((name) => ({ name, content: 'a' }))), 'opendocument'],
    ['an encrypted workbook', () => ole('EncryptedPackage', Buffer.alloc(9000, 1)), 'encrypted'],
    ['a .doc', () => ole('WordDocument', Buffer.alloc(9000, 1)), 'document'],
    ['an OLE file of another kind', () => ole('Contents', Buffer.alloc(9000, 1)), 'unknown'],
    ['an .xls whose stream is noise', () => ole('Workbook', Buffer.alloc(9000, 0x5a)), 'damaged'],
    ['an OLE head alone', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'truncated'],
    ['noise', () => Buffer.concat([Buffer.from([1, 2, 3]), randomBytes(5000)]), 'unknown'],
    ['a zip without its tail', () => small().slice(0, 700), 'truncated'],
    ['a zip without its beginning', () => Buffer.concat([small().slice(0, 4), small().slice(300)]), 'damaged'],
    ['a web archive', () => Buffer.from('MIME-Version: 1.0\nX: y\n'), 'webarchive'],
    ['a page without a table', () => Buffer.from('<html><body>404</body></html>'), 'markup'],
    [
      'a workbook without sheets',
      () => packageOf({ sheet: '', workbookXml: '<workbook><sheets/></workbook>' }),
      'no-sheets',
    ],
    [
      'XML that ends in a tag',
      () => packageOf({ sheet: '', sheetXml: '<worksheet><sheetData><row><c><v' }),
      'truncated',
    ],
    ['XML that ends in an element', () => packageOf({ sheet: '', sheetXml: '<worksheet><sheetData>' }), 'truncated'],
    [
      'a cell beyond the sheet',
      () => packageOf({ sheet: '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>' }),
      'damaged',
    ],
  ];

  test.each(cases)('%s', async (_, bytes, code) => {
    const problem = await problemOf(bytes());
    expect(problem).toEqual(readProblem(code as Parameters<typeof readProblem>[0]));
    expect(problem.message).toMatch(/^[^。]{10,}，请[^。]+。$/u);
  });

  test('every length a download may stop at gives a sentence, or everything when only padding was lost', async () => {
    const sheet = XLSX.utils.aoa_to_sheet(Array.from({ length: 60 }, (_, row) => [row, `摘要${row}`]));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '账');
    for (const bookType of ['xlsx', 'biff8', 'xlml'] as const) {
      const file = new Uint8Array(XLSX.write(book, { bookType, type: 'buffer', compression: true }) as Buffer);
      const whole = await firstRows(file);
      // Shorter than eight bytes, it is a text of a few letters.
      for (let length = 8; length < file.length; length += Math.ceil(file.length / 97)) {
        const result = await openWorkbookFile(file.slice(0, length), 'a.xls');
        if ('problem' in result) expect(result.problem.message).toContain('请');
        else expect(await firstRows(file.slice(0, length))).toEqual(whole);
      }
    }
  });

  test('single damaged bytes in the package never cause an exception', async () => {
    const file = small();
    for (let at = 0; at < file.length; at += 3) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] as number) ^ 0xff;
      await expect(opened(damaged).catch((error: Error) => error.message)).resolves.toBeDefined();
    }
  });
});

describe('entities', () => {
  const declared = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]>';

  test('a DOCTYPE in a package is refused', async () => {
    const sheetXml = `<?xml version="1.0"?>${declared}<worksheet><sheetData><row><c><v>&y;</v></c></row></sheetData></worksheet>`;
    expect((await problemOf(packageOf({ sheet: '', sheetXml }))).code).toBe('declaration');
  });

  test('a DOCTYPE in XML Spreadsheet 2003 is refused', async () => {
    expect((await problemOf(Buffer.from(`<?xml version="1.0"?>${declared}<Workbook>&y;</Workbook>`))).code).toBe(
      'declaration',
    );
  });

  test('an unknown name stays as written', async () => {
    const sheet = '<sheetData><row><c t="inlineStr"><is><t>&x; &constructor;</t></is></c></row></sheetData>';
    expect(await firstRows(packageOf({ sheet }))).toEqual([['&x; &constructor;']]);
  });
});

describe('the used area', () => {
  test('a claimed dimension of the whole sheet is not believed', async () => {
    const sheet = '<dimension ref="A1:XFD1048576"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>';
    const { description } = (await opened(packageOf({ sheet }))).sheets[0] ?? {};
    expect(description).toMatchObject({ rowCount: 2, columnCount: 2 });
  });

  test('16,384 columns are read', async () => {
    const sheet = `<sheetData><row>${'<c><v>1</v></c>'.repeat(16_384)}</row></sheetData>`;
    expect((await opened(packageOf({ sheet }))).sheets[0]?.description.columnCount).toBe(16_384);
  });

  test('a single cell in the last corner of the sheet is read', async () => {
    const sheet = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const { description } = (await opened(packageOf({ sheet }))).sheets[0] ?? {};
    expect(description).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  });
});

describe('large and hostile files stay within ten seconds and a gibibyte', () => {
  const blanks = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * MIB, ' ');
  const cases: [string, () => Uint8Array, string | null][] = [
    ['a sheet of 300 MB of blanks', () => packageOf({ sheet: '', sheetXml: blanks(300) }), 'damaged'],
    [
      'a part that claims more than the cap',
      () => zipOf([...partsOf({ sheet: '' }), { name: 'xl/a', content: 'a', claim: 2 ** 31 }]),
      'too-large',
    ],
    [
      'a bomb whose directory claims 1,000 bytes',
      () =>
        zipOf(
          partsOf({ sheet: '', sheetXml: blanks(100) }).map((part) =>
            part.name.endsWith('one.xml') ? { ...part, claim: 1000 } : part,
          ),
        ),
      'damaged',
    ],
    [
      'a text of 100 MB in one cell',
      () =>
        packageOf({
          sheet: '',
          sheetXml: repeatedSheet(
            '<worksheet><sheetData><row><c t="str"><v>',
            'a',
            100,
            '</v></c></row></sheetData></worksheet>',
          ),
        }),
      'damaged',
    ],
    [
      'one sheet named a hundred times',
      () =>
        packageOf({
          sheet: '',
          workbookXml: `<workbook><sheets>${'<sheet name="a" id="rId1"/>'.repeat(100)}</sheets></workbook>`,
          sheetXml: repeatedSheet('<worksheet>', '<a/>', 40, '</worksheet>'),
        }),
      'too-large',
    ],
    [
      'twenty thousand rows with one cell at XFD',
      () => packageOf({ sheet: `<sheetData>${farCells(20_000)}</sheetData>` }),
      'too-many-cells',
    ],
    [
      'a page of cells that span everything',
      () => Buffer.from(`<table>${'<tr><td colspan=1000 rowspan=65534>1'.repeat(500_000)}`),
      'too-many-cells',
    ],
    ['a page of tables in tables', () => Buffer.from('<table><tr><td>'.repeat(1_000_000)), 'markup'],
    ['text of five million separators', () => Buffer.from(`a,b\n${','.repeat(5_000_000)}1\n`), 'too-many-cells'],
  ];

  test.each(cases)('%s', async (_, bytes, code) => {
    const result = await measured(bytes());
    expect(result.problem).toBe(code);
    expect(result.seconds).toBeLessThan(10);
    expect(result.peakMegabytes).toBeLessThan(1024);
  });

  test('a million formatted rows without content are an empty sheet', async () => {
    const row = '<row s="1" customFormat="1" ht="15.6" customHeight="1"><c s="1"/><c s="1"/><c s="2"/></row>';
    const sheetXml = repeatedSheet(
      '<worksheet><sheetData>',
      row,
      (row.length * 1_048_576) / MIB,
      '</sheetData></worksheet>',
    );
    const result = await measured(packageOf({ sheet: '', sheetXml }));
    expect(result).toMatchObject({ problem: null, rowCount: 0, columnCount: 0 });
    expect(result.seconds).toBeLessThan(10);
    expect(result.peakMegabytes).toBeLessThan(1024);
  });

  test('an honest ledger of 100,000 rows that is packed thirty to one and more is read', async () => {
    const row =
      '<row><c s="3"><v>45000</v></c>' +
      '<c t="s"><v>0</v></c>'.repeat(5) +
      '<c s="2"><v>1234.56</v></c>'.repeat(6) +
      '</row>';
    const sheetXml = repeatedSheet(
      '<worksheet><sheetData>',
      row,
      (row.length * 100_000) / MIB,
      '</sheetData></worksheet>',
    );
    const bytes = packageOf({ sheet: '', sheetXml, texts: '<si><t>办公费</t></si>' });
    expect(sheetXml.length / bytes.length).toBeGreaterThan(30);
    const result = await measured(bytes);
    expect(result).toMatchObject({ problem: null, columnCount: 12 });
    expect(result.rowCount).toBeGreaterThanOrEqual(99_999);
    expect(result.seconds).toBeLessThan(10);
    expect(result.peakMegabytes).toBeLessThan(1024);
  });
});
