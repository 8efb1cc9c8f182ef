import * as XLSX from '@e965/xlsx';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import { opened, problemOf } from './opened';

type BookType = 'xlsx' | 'xlsm' | 'xlsb' | 'biff8' | 'xlml';

/** One sheet with a title over merged cells, a text code, amounts, a date, an error, and a very hidden second sheet. */
function sample(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['收入决算表', null, null],
    ['科目编码', '金额', '日期'],
    ['00123', 12.5, 45351],
    ['430522198001011234', -1234567.89, true],
  ]);
  sheet['C3'] = { t: 'n', v: 45351, z: 'yyyy-mm-dd' };
  sheet['D4'] = { t: 'e', v: 23 };
  sheet['!ref'] = 'A1:D4';
  sheet['!merges'] = [XLSX.utils.decode_range('A1:C1')];
  sheet['!cols'] = [{}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "收入's 😀表");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), '__proto__');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  return book;
}

function written(bookType: BookType): Uint8Array {
  return new Uint8Array(XLSX.write(sample(), { bookType, type: 'buffer' }) as Buffer);
}

describe.each<[BookType, string]>([
  ['xlsx', 'ooxml'],
  ['xlsm', 'ooxml-macro'],
  ['xlsb', 'xlsb'],
  ['biff8', 'xls'],
  ['xlml', 'spreadsheet-xml'],
])('a %s file', (bookType, format) => {
  test('is recognised by its bytes under any name', async () => {
    for (const name of ['a.xlsx', 'a.xls', 'a.et', 'a.csv', 'a']) {
      expect((await opened(written(bookType), name)).format).toBe(format);
    }
  });

  test('gives texts, numbers, dates as serial numbers, booleans and errors', async () => {
    const { sheets } = await opened(written(bookType));
    expect(sheets[0]?.rows).toEqual([
      ['收入决算表'],
      ['科目编码', '金额', '日期'],
      ['00123', 12.5, 45351],
      ['430522198001011234', -1234567.89, true, { error: '#REF!' }],
    ]);
  });

  test('keeps sheet names, visibility, merged areas and one number format per column', async () => {
    const [first, second] = (await opened(written(bookType))).sheets;
    expect(first?.description).toMatchObject({
      name: "收入's 😀表",
      visibility: 'visible',
      rowCount: 4,
      columnCount: 4,
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    });
    expect(second?.description).toMatchObject({ name: '__proto__', visibility: 'veryHidden', rowCount: 1 });
    expect(first?.formats).toEqual([null, 'General', 'yyyy-mm-dd', null]);
  });
});

test.each<BookType>(['xlsx', 'biff8', 'xlml'])('hidden columns of a %s file are told', async (bookType) => {
  expect((await opened(written(bookType))).sheets[0]?.description.hiddenColumns).toEqual([1]);
});

test('rows are read by blocks, the end not included', async () => {
  const result = await openWorkbookFile(written('xlsx'), 'a.xlsx');
  if ('problem' in result) throw new Error(result.problem.message);
  const block = await result.source.read({ sheet: "收入's 😀表", fromRow: 2, toRow: 3 });
  expect(block).toEqual({ firstRow: 2, rows: [['00123', 12.5, 45351]] });
  const beyond = await result.source.read({ sheet: "收入's 😀表", fromRow: 3, toRow: 100 });
  expect(beyond.rows).toHaveLength(1);
});

test.each<BookType>(['xlsx', 'xlsb', 'biff8'])(
  'days of a %s file that counts from 1904 are moved to 1900',
  async (bookType) => {
    const sheet = XLSX.utils.aoa_to_sheet([[0, 43889]]);
    sheet['A1'] = { t: 'n', v: 43889, z: 'yyyy-mm-dd' };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '表');
    book.Workbook = { WBProps: { date1904: true } };
    const { sheets } = await opened(new Uint8Array(XLSX.write(book, { bookType, type: 'buffer' }) as Buffer));
    expect(sheets[0]?.rows).toEqual([[45351, 43889]]);
  },
);

test('a password on an .xls is told', async () => {
  const file = written('biff8');
  const bof = Buffer.from([0x09, 0x08, 0x10, 0x00]);
  // FILEPASS (002F) with two bytes of type 0 takes the place of INTERFACEHDR, which is as long, right behind BOF.
  file.set([0x2f, 0x00, 0x02, 0x00, 0x00, 0x00], Buffer.from(file).indexOf(bof) + 20);
  expect((await problemOf(file)).code).toBe('encrypted');
});
