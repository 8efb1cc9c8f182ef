import { readFileSync } from 'node:fs';
import { ZipArchive } from '../../../src/hosts/xlsx/zip';
import { Budget } from '../../../src/hosts/xlsx/limits';
import type { CellValue } from '../../../src/model/grid';
import { evaluatedFrom, ownCells } from '../../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../../support/libreoffice';
import { richWorkbook } from '../../support/rich-workbook';
import { SAMPLE_FILE } from '../../support/sample';
import { Book } from './book';
import { canonical } from './canonical';
import { differences } from './differences';
import { load } from './load/load';
import { save } from './save/save';
import type { BookSheet } from './sheet';

let evaluated: Uint8Array;
beforeAll(async () => {
  evaluated = (await evaluatedFrom(readFileSync(SAMPLE_FILE))).bytes;
});

/** In the 15 digits a spreadsheet has. */
function shown(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(15)) : value;
}

function part(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(new ZipArchive(bytes, new Budget()).read(name));
}

function unlike(one: Book, other: Book): string[] {
  return differences(canonical(one, { values: true }), canonical(other, { values: true }));
}

/** A sheet with one of everything a sheet of ours may have. */
function full(book: Book): BookSheet {
  const sheet = book.addSheet("自评_表's 甲");
  sheet.write({ top: 0, left: 0, bottom: 2, right: 2 }, [
    ['标题', '', ''],
    ['项目', "'=1+1", '金额'],
    ['a\n<b>&_x0041_', 'TRUE', '=ROUND(SUM(C9:C10)+1.005,2)'],
  ]);
  sheet.write({ top: 3, left: 0, bottom: 3, right: 2 }, [['=1/0', '="文"&"字"', '=1>2']]);
  sheet.format(
    { top: 1, left: 0, bottom: 1, right: 2 },
    {
      font: { name: '黑体', size: 12, bold: true, underline: 'single', color: '#FF0000' },
      fill: '#DDEBF7',
      borders: { bottom: { line: 'double', color: '#0000FF' }, diagonalUp: { line: 'thin', color: '#000000' } },
      horizontal: 'center',
      wrap: true,
      rotation: -45,
      format: '#,##0.00"万元"',
      locked: false,
    },
  );
  sheet.merge({ top: 0, left: 0, bottom: 0, right: 2 });
  sheet.setColumnWidth(0, 1, 120);
  sheet.setColumnsHidden(4, 4, true);
  sheet.setRowHeight(1, 1, 30);
  sheet.setRowsHidden(8, 9, true);
  sheet.format({ top: 0, left: 6, bottom: 1_048_575, right: 6 }, { format: '@' });
  sheet.setFreeze({ rows: 2, columns: 1 });
  sheet.setFilter({ top: 1, left: 0, bottom: 3, right: 2 });
  sheet.setGridlines(false);
  sheet.setTabColor('#00b050');
  sheet.select(2, 1);
  sheet.setNote(2, 2, { author: '自评助手', text: '第一行\n第二行' });
  sheet.setLink(1, 0, { target: 'https://example.invalid/a?b=1&c=2#d', tip: '提示' });
  sheet.setLink(1, 1, { target: "#'自评_表''s 甲'!A1", tip: '' });
  sheet.setValidation([{ top: 2, left: 1, bottom: 9, right: 1 }], {
    type: 'list',
    operator: 'between',
    formula1: '是,否',
    formula2: '',
    allowBlank: true,
    inCellDropDown: true,
    prompt: { show: true, title: '填写', message: '选“是”或“否”' },
    error: { show: true, style: 'warning', title: '', message: '请从列表里选。' },
  });
  sheet.setPage({
    orientation: 'landscape',
    margins: { top: 56.7, bottom: 56.7, left: 42.5, right: 42.5, header: 21.6, footer: 21.6 },
    fit: { wide: 1, tall: 0 },
    centerHorizontally: true,
    header: { left: '左', center: '', right: '' },
    footer: { left: '', center: '第&P页 共&N页', right: '' },
    area: [{ top: 0, left: 0, bottom: 3, right: 2 }],
    titleRows: { from: 0, to: 1 },
    titleColumns: { from: 0, to: 0 },
    rowBreaks: [2],
  });
  sheet.addChart({
    name: '图表 1',
    type: 'columnClustered',
    title: '收支',
    categoryTitle: null,
    valueTitle: '万元',
    legend: 'bottom',
    series: [
      {
        name: { reference: "'自评_表''s 甲'!$C$2" },
        values: "'自评_表''s 甲'!$C$3:$C$4",
        categories: "'自评_表''s 甲'!$A$3:$A$4",
        color: '#4472C4',
      },
    ],
    from: { row: 5, column: 0, down: 0, right: 3 },
    to: { row: 15, column: 3, down: 0, right: 0 },
  });
  return sheet;
}

describe('the evaluated sample', () => {
  test('calculates, formula by formula, to what was written beside the formula', () => {
    const book = load(evaluated);
    const kept = new Map([...everyFormula(book)]);
    expect(kept.size).toBeGreaterThan(20_000);
    book.calculate();
    const wrong = [...everyFormula(book)].filter(
      ([place, value]) => !Object.is(shown(value), shown(kept.get(place) ?? null)),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('saves to a file that loads as an equal book', () => {
    const book = load(evaluated);
    expect(unlike(book, load(save(book)))).toEqual([]);
  });

  test('saves every sheet written whole to a file that loads as an equal book', () => {
    const book = load(evaluated);
    for (const sheet of book.sheets) sheet.setPage({ blackAndWhite: true });
    expect(unlike(book, load(save(book)))).toEqual([]);
  });
});

function* everyFormula(book: Book): Generator<[string, CellValue]> {
  for (const sheet of book.sheets) {
    for (const { row, column } of sheet.formulas()) yield [`${sheet.name} ${row} ${column}`, sheet.value(row, column)];
  }
}

describe('a new book', () => {
  test('with one of everything loads as it was saved', () => {
    const book = Book.blank('第一张');
    full(book);
    book.setSetting('标记', { 说明: '“引号”与<尖括号>' });
    book.setDefinedName({ name: '合计', sheet: null, refersTo: '=第一张!$A$1', hidden: false, comment: '' });
    book.setVisibility(book.addSheet('藏起来的').id, 'veryHidden');
    book.setCalculationMode('manual');
    book.calculate();
    book.protect();
    expect(unlike(book, load(save(book)))).toEqual([]);
  });
});

describe('a workbook of hers', () => {
  test('keeps every part byte for byte of sheets nobody changed, with a sheet of ours beside them', () => {
    const bytes = richWorkbook('xlsx');
    const book = load(bytes);
    full(book);
    const saved = save(book);
    for (const sheet of book.sheets)
      if (sheet.part !== null) expect(part(saved, sheet.part)).toBe(part(bytes, sheet.part));
    // Hers has formulas on tables and on another workbook, which are not worked out here.
    expect(differences(canonical(book), canonical(load(saved)))).toEqual([]);
  });

  test('has only its changed cells rewritten', () => {
    const bytes = richWorkbook('xlsx');
    const book = load(bytes);
    const sheet = book.sheets[0] as BookSheet;
    sheet.put(300, 2, '新的');
    sheet.put(2, 60, 7);
    const [before, after] = [part(bytes, sheet.part as string), part(save(book), sheet.part as string)];
    expect(after.length - before.length).toBeLessThan(300);
    expect(after.replace(/<row r="301">.*?<\/row>|<c r="BI3"[^>]*><v>7<\/v><\/c>/g, '')).toBe(before);
    expect(differences(canonical(book), canonical(load(save(book))))).toEqual([]);
  });

  test('is renamed, moved and deleted from with its references', () => {
    const book = load(evaluated);
    const [first, second] = book.sheets;
    book.renameSheet(first?.id as string, "改 名's");
    book.deleteSheet(second?.id as string);
    book.moveSheet(first?.id as string, 5);
    const loaded = load(save(book));
    expect(unlike(book, loaded)).toEqual([]);
    expect(loaded.sheets[5]?.name).toBe("改 名's");
  });
});

describeWithLibreOffice('LibreOffice', () => {
  test('opens a saved book and calculates what the book does', async () => {
    const book = load(evaluated);
    const name = full(book).name;
    book.calculate();
    const saved = save(book);
    const [ours, theirs] = [await ownCells(saved), await ownCells(await recalculated(saved))];
    expect([...ours.keys()].some((place) => place.startsWith(name))).toBe(true);
    const different = [...ours].filter(([place, value]) => !close(value, theirs.get(place) ?? null));
    expect(different.slice(0, 20)).toEqual([]);
  });
});

function close(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-6;
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
