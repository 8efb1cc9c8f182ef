import { firstRows, opened } from './opened';
import { packageOf, partsOf, zipOf } from './packages';

const data = (inside: string): string => `<sheetData>${inside}</sheetData>`;

test('elements with a namespace prefix are read', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bytes = packageOf({
    sheet: '',
    workbookXml: `<x:workbook xmlns:x="${main}" xmlns:q="${office}"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
    sheetXml: `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  expect(await firstRows(bytes)).toEqual([[null, 7]]);
});

test('cells and rows without an address follow one another', async () => {
  const sheet = data(
    '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row>',
  );
  expect(await firstRows(packageOf({ sheet }))).toEqual([[1, null, 3], [], [], [null, 4, 5]]);
});

test('rows out of order and rows given twice are put in their places', async () => {
  const sheet = data(
    '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row><row r="3"><c r="C3"><v>4</v></c></row>',
  );
  expect(await firstRows(packageOf({ sheet }))).toEqual([[null, 1], [], [3, null, 4]]);
});

test('shared and array formulas give their kept values', async () => {
  const sheet = data(
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>8</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>9</v></c></row>',
  );
  const { sheets, warnings } = await opened(packageOf({ sheet }));
  expect(sheets[0]?.rows).toEqual([
    [2, null, 8],
    [4, null, 9],
  ]);
  expect(warnings).toEqual([]);
});

test('a formula without a kept value is blank and is reported; one that gives an empty text is not', async () => {
  const sheet = data(
    '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v/></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v>1</v></c></row>',
  );
  const { sheets, warnings } = await opened(packageOf({ sheet, sheetName: '支出' }));
  expect(sheets[0]?.rows).toEqual([[null, null, null, null, 1]]);
  expect(warnings.map(({ code, sheet: name, cell }) => [code, name, cell])).toEqual([
    ['formula-without-value', '支出', 'A1'],
    ['formula-without-value', '支出', 'B1'],
    ['formula-without-value', '支出', 'C1'],
  ]);
  expect(warnings[0]?.message).toContain('“支出”的 A1 有公式但没有计算结果');
});

test('a hundred thousand formulas without values make a hundred remarks and a count', async () => {
  const sheet = data('<row><c><f>1</f></c></row>'.repeat(100_000));
  const { warnings } = await opened(packageOf({ sheet }));
  expect(warnings).toHaveLength(101);
  expect(warnings[100]?.message).toContain('99900');
});

test('a workbook that asks to be calculated and whose every formula is 0 is reported once', async () => {
  const sheet = data('<row>' + '<c><f>SUM(Z1:Z9)</f><v>0</v></c>'.repeat(6) + '</row>');
  const { warnings } = await opened(packageOf({ sheet, afterSheets: '<calcPr fullCalcOnLoad="1"/>' }));
  expect(warnings.map((warning) => warning.code)).toEqual(['formulas-never-calculated']);
});

test('strict packages are read, with dates written out', async () => {
  const strict = (parts: ReturnType<typeof partsOf>): typeof parts =>
    parts.map((part) => ({
      ...part,
      content: String(part.content)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006', 'http://purl.oclc.org/ooxml/spreadsheetml'),
    }));
  const sheet = data('<row><c t="d"><v>2024-02-29</v></c><c t="d"><v>2024-02-29T12:00:00</v></c></row>');
  expect(await firstRows(zipOf(strict(partsOf({ sheet }))))).toEqual([[45351, 45351.5]]);
});

test('rich text is joined, readings above it are left out, escapes and references are decoded', async () => {
  const texts =
    '<si><r><t>一般公共</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 预算</t></r><rPh sb="0" eb="1"><t>ヨサン</t></rPh></si>' +
    '<si><t>甲_x000D_乙 &lt;5% &#20010; <![CDATA[a<b]]></t></si>';
  const sheet = data(
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c></row>',
  );
  expect(await firstRows(packageOf({ sheet, texts }))).toEqual([['一般公共 预算', '甲\r乙 <5% 个 a<b', '丙丁']]);
});

test('an inline text without t="inlineStr" is read, and an empty one is blank', async () => {
  const sheet = data(
    '<row><c><is><t>甲</t></is></c><c t="inlineStr"/><c t="inlineStr"><is><t/></is></c><c><v>1</v></c></row>',
  );
  expect(await firstRows(packageOf({ sheet }))).toEqual([['甲', null, null, 1]]);
});

test('a text number beyond the list of texts is blank and reported', async () => {
  const { sheets, warnings } = await opened(
    packageOf({ sheet: data('<row><c t="s"><v>9</v></c><c><v>1</v></c></row>'), texts: '<si><t>甲</t></si>' }),
  );
  expect(sheets[0]?.rows).toEqual([[null, 1]]);
  expect(warnings[0]).toMatchObject({ code: 'text-missing', cell: 'A1' });
});

test('Chinese built-in formats without a code are told as dates', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="0.00&quot;万元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="176"/></cellXfs>';
  const sheet = data(
    '<row><c s="1"><v>45351</v></c><c s="2"><v>45351</v></c><c s="3"><v>1</v></c><c s="0"><v>1</v></c></row>',
  );
  const { sheets } = await opened(packageOf({ sheet, styles }));
  expect(sheets[0]?.rows).toEqual([[45351, 45351, 1, 1]]);
  expect(sheets[0]?.formats).toEqual(['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', '0.00"万元"', 'General']);
});

test('days counted from 1904 are moved to the 1900 calendar, amounts and durations are not', async () => {
  const styles = '<cellXfs><xf numFmtId="4"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>';
  const sheet = data('<row><c s="0"><v>43889</v></c><c s="1"><v>43889</v></c><c s="2"><v>1.5</v></c></row>');
  const bytes = packageOf({ sheet, styles, workbookPr: '<workbookPr date1904="1"/>' });
  expect(await firstRows(bytes)).toEqual([[43889, 45351, 1.5]]);
});

test('hidden rows and columns and merged areas are told within the used area; merged cells keep what they hold', async () => {
  const sheet =
    '<cols><col min="2" max="16384" hidden="1"/></cols>' +
    data(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="9" hidden="1"/>',
    ) +
    '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A50:B50"/></mergeCells>';
  const { description, rows } = (await opened(packageOf({ sheet }))).sheets[0] ?? {};
  expect(description).toMatchObject({
    rowCount: 2,
    columnCount: 3,
    hiddenRows: [1],
    hiddenColumns: [1, 2],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  });
  expect(rows?.[0]).toEqual([1, null, 3]);
});

test('a part in UTF-16 and part names with backslashes and capitals are read', async () => {
  const utf16 = Buffer.from(
    `\ufeff<worksheet>${data('<row><c t="inlineStr"><is><t>合计</t></is></c></row>')}</worksheet>`,
    'utf16le',
  );
  const parts = partsOf({ sheet: '', sheetXml: utf16 });
  const windows = parts.map((part) => ({ ...part, name: part.name.replace('worksheets/one', 'Worksheets\\One') }));
  expect(await firstRows(zipOf(windows))).toEqual([['合计']]);
});

test('sheets of charts are left out, a sheet whose part is missing is empty and reported', async () => {
  const parts = partsOf({ sheet: data('<row><c><v>1</v></c></row>') }).filter((part) => !part.name.endsWith('one.xml'));
  const { sheets, warnings } = await opened(zipOf(parts));
  expect(sheets[0]?.description).toMatchObject({ rowCount: 0, columnCount: 0 });
  expect(warnings.map((warning) => warning.code)).toEqual(['sheet-part-missing']);
});

test('a package with zip64 records is read', async () => {
  const plain = Buffer.from(packageOf({ sheet: data('<row><c><v>64</v></c></row>') }));
  const end = plain.length - 22;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeUInt32LE(44, 4);
  end64.writeUInt32LE(plain.readUInt16LE(end + 10), 32);
  end64.writeUInt32LE(plain.readUInt32LE(end + 16), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeUInt32LE(end, 8);
  const tail = Buffer.from(plain.subarray(end));
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 16);
  expect(await firstRows(Buffer.concat([plain.subarray(0, end), end64, locator, tail]))).toEqual([[64]]);
});
