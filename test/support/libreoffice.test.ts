import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { firstRows } from '../hosts/xlsx/opened';
import { FOLDER, describeWithLibreOffice, libreOffice, openInLibreOffice, pdfPages, recalculated } from './libreoffice';
import { packageFrom, smallWorkbook, WORKBOOK_ROOT } from './rich-workbook-package';

const STALE = packageFrom(
  smallWorkbook(
    '支出决算表',
    '<sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>999</v></c></row></sheetData>',
  ),
  [WORKBOOK_ROOT],
);

describeWithLibreOffice('LibreOffice as an oracle', () => {
  test('calculates what the file already has a value for', async () => {
    expect(await firstRows(STALE)).toEqual([[2, 999]]);
    expect(await firstRows(await recalculated(STALE, '支出决算.xlsx'))).toEqual([[2, 4]]);
  });

  test('calculates in several copies at once', async () => {
    const copies = await Promise.all([recalculated(STALE), recalculated(STALE, '另一份.xlsm')]);
    expect(await Promise.all(copies.map((copy) => firstRows(copy)))).toEqual([[[2, 4]], [[2, 4]]]);
  });

  test('draws pages', async () => {
    expect(Buffer.from((await pdfPages(STALE)).subarray(0, 5)).toString()).toBe('%PDF-');
  });

  test.each([
    ['a text that only has the name of a workbook', new TextEncoder().encode('科目,金额\n20810,137.00\n')],
    ['half a file', STALE.subarray(0, STALE.length >> 1)],
    ['nothing', new Uint8Array()],
  ])('refuses %s', async (_, bytes) => {
    await expect(openInLibreOffice(bytes, '坏表.xlsx')).rejects.toThrow('LibreOffice could not open “坏表.xlsx”');
  });

  test('leaves no folder behind, whether it worked or not', async () => {
    const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER));
    const opening = openInLibreOffice(STALE);
    while (folders().length === 0) await setTimeout(5);
    await opening;
    await expect(openInLibreOffice(new Uint8Array([1]))).rejects.toThrow();
    expect(folders()).toEqual([]);
  });
});

describe('looking for LibreOffice', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env['PATH'] = PATH;
  });

  test('finds nothing on a machine without it', () => {
    process.env['PATH'] = '';
    expect(libreOffice()).toBeNull();
  });
});
