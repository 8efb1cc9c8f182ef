import { firstRows, opened } from './opened';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 科目,金额 in GBK, then 00123,12.50 and 摘要 in a third row. */
const GBK = new Uint8Array(
  Buffer.concat([
    Buffer.from([0xbf, 0xc6, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a]),
    Buffer.from('00123,12.50\r\n'),
    Buffer.from([0xd5, 0xaa, 0xd2, 0xaa, 0x2c, 0x31, 0x0d, 0x0a]),
  ]),
);

const EXPECTED = [
  ['科目', '金额'],
  ['00123', 12.5],
  ['摘要', 1],
];

const CSV = '科目,金额\r\n00123,12.50\r\n摘要,1\r\n';

describe('encodings of text tables', () => {
  test.each<[string, Uint8Array]>([
    ['GBK', GBK],
    ['UTF-8', utf8(CSV)],
    ['UTF-8 with a mark', utf8(`\ufeff${CSV}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${CSV}`, 'utf16le').swap16()],
    ['UTF-16 LE without a mark', Buffer.from(CSV, 'utf16le')],
  ])('%s is told by the bytes', async (_, bytes) => {
    expect(await firstRows(bytes, '明细.csv')).toEqual(EXPECTED);
  });

  test('a character of four bytes in GB18030 is right', async () => {
    // U+20000 is 95 32 82 36 in GB18030.
    const bytes = Buffer.concat([Buffer.from([0xd5, 0xc5, 0x95, 0x32, 0x82, 0x36]), Buffer.from(',1\n')]);
    expect(await firstRows(bytes)).toEqual([['张\u{20000}', 1]]);
  });

  test('bytes that are no text in any of them are replaced and reported', async () => {
    const { warnings } = await opened(Buffer.concat([GBK, Buffer.from([0xff, 0xff, 0x2c, 0x31])]));
    expect(warnings.map((warning) => warning.code)).toEqual(['characters-lost']);
  });
});

describe('text tables', () => {
  test('a sheet is named after the file without folders and extension', async () => {
    const { sheets, format } = await opened(utf8('a,b\n1,2'), 'D:\\导出\\明细账.2023.csv');
    expect(format).toBe('text');
    expect(sheets[0]?.description.name).toBe('明细账.2023');
  });

  test('plain numbers become numbers only when nothing is lost', async () => {
    const line =
      '12.50|-3|1,234.56|2080201|0.5|00123|430522198001011234|1234567890123456|+5|12%|1e5|2023-01-01|0|#REF!|1,23';
    expect(await firstRows(utf8(`a|b\n${line}`.replaceAll('|', '\t')))).toEqual([
      ['a', 'b'],
      [
        12.5,
        -3,
        1234.56,
        2080201,
        0.5,
        '00123',
        '430522198001011234',
        '1234567890123456',
        '+5',
        '12%',
        '1e5',
        '2023-01-01',
        0,
        { error: '#REF!' },
        '1,23',
      ],
    ]);
  });

  test('tabs separate, whatever commas stand in amounts and under whatever name', async () => {
    const text = '科目\t金额\n办公费\t1,234.56\n印刷费\t2,345.00\n';
    expect(await firstRows(utf8(text), '导出.xls')).toEqual([
      ['科目', '金额'],
      ['办公费', 1234.56],
      ['印刷费', 2345],
    ]);
  });

  test('quotes, line breaks in cells, empty lines and the line "sep=;" are understood', async () => {
    expect(await firstRows(utf8('sep=;\r\n"甲;""乙""\n丙";1\r\n\r\n丁;2'))).toEqual([
      ['甲;"乙"\n丙', 1],
      [],
      ['丁', 2],
    ]);
  });

  test('values forced to be text by a tab or by ="…" are text without these marks, and commas still separate', async () => {
    const text = '姓名,证件,编码\n甲,\t430522198001011234,="00123"\n乙,"1234\t",="2080201"\n';
    expect(await firstRows(utf8(text))).toEqual([
      ['姓名', '证件', '编码'],
      ['甲', '430522198001011234', '00123'],
      ['乙', '1234', '2080201'],
    ]);
  });

  test('the indent of a lower level is kept', async () => {
    expect(await firstRows(utf8('合计,1\n　　基本支出,2'))).toEqual([
      ['合计', 1],
      ['　　基本支出', 2],
    ]);
  });
});

describe('web pages named .xls', () => {
  test('GBK is read as declared, spans leave their cells blank, text formats stay text', async () => {
    const head =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{a:b}</style></head>';
    const body =
      '<body><table><tr><td colspan=2>\xbf\xc6\xc4\xbf</td><td>A&amp;B</td></tr>' +
      '<tr><td rowspan="2">1</td><td>00123</td><td style="mso-number-format:\'\\@\'">2080201</td></tr>' +
      '<tr><td>1,234.50</td><td>&lt;5%<br>x</td></tr><tr><td>&nbsp;&nbsp;b</td></table>';
    const { sheets, format } = await opened(Buffer.from(head + body, 'latin1'), '报表.xls');
    expect(format).toBe('web-page');
    expect(sheets[0]?.rows).toEqual([
      ['科目', null, 'A&B'],
      [1, '00123', '2080201'],
      [null, 1234.5, '<5%\nx'],
      ['  b'],
    ]);
    expect(sheets[0]?.description.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });

  test('each outer table is a sheet; a table inside a cell gives its text to it', async () => {
    const page =
      '<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>1</td></tr></table><table></table><table><tr><th>丙</th></tr></table>';
    const { sheets } = await opened(utf8(page), '报表.xls');
    expect(sheets.map((sheet) => [sheet.description.name, sheet.rows])).toEqual([
      ['报表', [['甲  乙', 1]]],
      ['报表 (2)', [['丙']]],
    ]);
  });
});

test('XML Spreadsheet 2003 in GBK: addresses, merged cells, notes, hidden sheets and formulas without values', async () => {
  const text =
    '<?xml version="1.0" encoding="GBK"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    '<ss:Styles><ss:Style ss:ID="d"><ss:NumberFormat ss:Format="Short Date"/></ss:Style></ss:Styles>' +
    '<Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">\xbf\xc6\xc4\xbf</Data><Comment><ss:Data>note</ss:Data></Comment></Cell>' +
    '<Cell><Data ss:Type="Number">7</Data></Cell><Cell ss:Index="6" ss:StyleID="d"><Data ss:Type="DateTime">2024-02-29T00:00:00.000</Data></Cell><Cell ss:Formula="=R1C1"/></Row></Table>' +
    '<x:WorksheetOptions xmlns:x="urn:schemas-microsoft-com:office:excel"><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>';
  const { sheets, format, warnings } = await opened(Buffer.from(text, 'latin1'), '报表.xls');
  expect(format).toBe('spreadsheet-xml');
  expect(sheets[0]?.rows).toEqual([[], ['科目', null, 7, null, null, 45351]]);
  expect(sheets[0]?.formats[5]).toBe('yyyy/m/d');
  expect(sheets[0]?.description).toMatchObject({
    visibility: 'hidden',
    merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
  });
  expect(warnings.map((warning) => warning.cell)).toEqual(['G2']);
});
