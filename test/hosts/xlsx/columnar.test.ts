import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CellValue } from '../../../src/model/grid';
import { atOnce } from '../../../src/model/slices';
import { readSheet } from '../../../src/hosts/xlsx/columnar/read';
import { TextStore } from '../../../src/hosts/xlsx/columnar/text-store';
import { Budget } from '../../../src/hosts/xlsx/limits';
import { WarningList } from '../../../src/hosts/xlsx/problem';
import { ZipArchive } from '../../../src/hosts/xlsx/zip';
import { packageOf } from './packages';

const TEXTS = ['办公费', '', '支付“孤儿”基本生活费', 'x'.repeat(70)];

/** What one way of reading gives of a worksheet part. */
function readAs(bytes: Uint8Array, part: string, columnarBytes: number): unknown {
  const budget = new Budget();
  const archive = new ZipArchive(bytes, budget);
  const texts = new TextStore();
  for (const text of TEXTS) texts.addText(text);
  const warnings = new WarningList();
  const context = { texts, styles: [{ format: 'yyyy/m/d', showsDay: true }], date1904: true, budget, warnings };
  const title = { name: '表', visibility: 'visible' as const };
  try {
    const { sheet, count } = atOnce(readSheet(archive, part, title, context, columnarBytes));
    const { description, columnFormats } = sheet;
    const rows: readonly (readonly CellValue[])[] = sheet.rows(0, Math.min(description.rowCount, 20_000));
    return { description, columnFormats, rows, count, warnings: warnings.all() };
  } catch (trouble) {
    return String(trouble);
  }
}

function expectSame(bytes: Uint8Array, part = 'xl/worksheets/one.xml'): unknown {
  const columns = readAs(bytes, part, 0);
  expect(columns).toEqual(readAs(bytes, part, Number.POSITIVE_INFINITY));
  return columns;
}

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => `<v>${number}</v>`),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((fen) => `<v>${fen / 100}</v>`),
  fc.constantFrom(
    '',
    '<v/>',
    '<v></v>',
    '<v>abc</v>',
    '<v> 12 </v>',
    '<v>1e999</v>',
    '<v>-0</v>',
    '<v><![CDATA[3]]></v>',
  ),
  fc.constantFrom('<f>A1+B1</f><v>7</v>', '<f t="shared" si="0"/><v>0</v>', '<f>A1</f>', '<!-- 注 --><v>5</v>'),
);
const type = fc.constantFrom('', ' t="n"', " t='n'", ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' cm="1"', ' s="0"');
const shared = fc.integer({ min: 0, max: TEXTS.length }).map((number) => ` t="s"><v>${number}</v>`);
const inline = fc
  .constantFrom(
    '<t>甲</t>',
    '<t xml:space="preserve"> 乙 </t>',
    '<t>a&amp;b_x000D_</t>',
    '<r><t>丙</t></r><r><t>丁</t></r><rPh><t>bing</t></rPh>',
    '<t/>',
    '<t><![CDATA[<戊>]]></t>',
  )
  .map((text) => ` t="inlineStr"><is>${text}</is>`);
const content = fc.oneof(
  fc.tuple(type, value).map(([own, inside]) => `${own}>${inside}`),
  shared,
  inline,
);
const cell = fc.tuple(fc.constantFrom('none', 'place', 'gap'), content);
const row = fc.tuple(fc.constantFrom('', 'r', 'hidden', 'ht', 'pretty'), fc.array(cell, { maxLength: 8 }));

function sheetOf(rows: readonly (readonly [string, readonly (readonly [string, string])[]])[], prefix: string): string {
  const lines = rows.map(([form, cells], at) => {
    const number = at * 2 + 1;
    const inside = cells.map(([place, text], column) => {
      const address =
        place === 'none' ? '' : ` r="${String.fromCharCode(65 + column + (place === 'gap' ? 9 : 0))}${number}"`;
      return `<c${address}${text}</c>`;
    });
    const attributes = { '': '', r: ` r="${number}"`, hidden: ' hidden="1"', ht: ` ht="15" r='${number}'`, pretty: '' };
    return `<row${attributes[form as keyof typeof attributes]}>${inside.join(form === 'pretty' ? '\n  ' : '')}</row>`;
  });
  const xml = `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${lines.join('')}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
  return prefix === '' ? xml : xml.replace(/<(\/?)([a-zA-Z])(?!CDATA)/g, `<$1${prefix}:$2`);
}

describe('a sheet kept as columns holds the same as one kept as rows', () => {
  test('for sheets of every form', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom('', 'x'), (rows, prefix) => {
        expectSame(packageOf({ sheet: '', sheetXml: sheetOf(rows, prefix) }));
      }),
      { numRuns: 300 },
    );
  });

  test('for the workbooks of the samples', () => {
    const folder = join(__dirname, '../../../samples');
    const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const bytes = readFileSync(join(folder, name));
      const parts = new ZipArchive(bytes, new Budget()).names().filter((part) => /worksheets\/[^/]+\.xml$/.test(part));
      for (const part of parts) expectSame(bytes, part);
    }
  });

  test('for a sheet of many pieces whose cells lie across the bounds of every piece', () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}.5</v></c><c t="s"><v>${at % 4}</v></c><c t="str"><v>第${at}号</v></c></row>`,
    );
    const sheetXml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const read = expectSame(packageOf({ sheet: '', sheetXml })) as { rows: CellValue[][] };
    expect(read.rows[11_999]).toEqual([11_999.5, 'x'.repeat(70), '第11999号']);
  });

  test.each([
    [
      'rows out of order',
      '<row r="9"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row><row r="9"><c r="B9"><v>3</v></c></row>',
    ],
    ['cells without a row', '<c><v>1</v></c>'],
    ['a row in a row', '<row><row><c><v>1</v></c></row></row>'],
    ['a row that is not closed', '<row><c><v>1</v></c>'],
    ['rows without cells', '<row r="1"/><row r="2" ht="15"></row>'],
    ['cells in an unknown element', '<row><z><c><v>1</v></c></z></row>'],
    ['a cell beyond the sheet', '<row r="1048577"><c><v>1</v></c></row>'],
    ['UTF-16', '<row><c t="str"><v>民政局</v></c></row>'],
  ])('for %s', (name, inside) => {
    const sheetXml = `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
    const bytes = name === 'UTF-16' ? Buffer.from(`\ufeff${sheetXml}`, 'utf16le') : sheetXml;
    expectSame(packageOf({ sheet: '', sheetXml: bytes }));
  });
});
