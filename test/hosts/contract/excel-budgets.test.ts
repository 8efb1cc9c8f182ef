import type { CellValue } from '../../../src/model/grid';
import { load } from '../workbook/load/load';
import type { Book } from '../workbook/book';
import { amount, planOf, row, sheet, text } from '../xlsx/write/plans';
import { excelUnderTest } from './excel-under-test';
import { herWorkbook } from './her-workbook';

const COLUMNS = 12;
/** Bytes of one request and one answer (officejs.md §F). */
const MOST_BYTES = 1_500_000;

function withLedger(rows: number): Book {
  const book = load(herWorkbook());
  const ledger = book.addSheet('序时账');
  const matrix = Array.from({ length: rows }, (_, at) =>
    Array.from({ length: COLUMNS }, (__, column) => (column % 3 === 0 ? at + column : `摘要${at}${column}`)),
  );
  ledger.write({ top: 0, left: 0, bottom: rows - 1, right: COLUMNS - 1 }, matrix);
  return book;
}

describe('reading', () => {
  test.each([
    ['web', 8],
    ['ltsc2021', 3],
  ] as const)('a ledger of 30,000 rows is read in few chunks of at most 1.5 MB: %s', async (profile, most) => {
    const under = excelUnderTest(withLedger(30_000), profile);
    await under.host.source.describe();
    under.excel.log.clear();
    const rows: (readonly CellValue[])[] = [];
    for (let from = 0; from < 30_000; from += 15_000) {
      rows.push(...(await under.host.source.read({ sheet: '序时账', fromRow: from, toRow: from + 15_000 })).rows);
    }
    expect(rows).toHaveLength(30_000);
    expect(rows[29_999]?.slice(0, 2)).toEqual([29_999, '摘要299991']);
    expect(under.excel.log.syncs.length).toBeLessThanOrEqual(most + 1);
    if (profile === 'web') expect(under.excel.log.largest().response).toBeLessThanOrEqual(MOST_BYTES);
    expect(under.excel.log.writes()).toBe(0);
  });

  test('rows much heavier than those before them are asked for again in halves', async () => {
    const book = withLedger(6_000);
    const heavy = Array.from({ length: 4_000 }, () => ['长'.repeat(700)]);
    book.sheet('序时账')?.write({ top: 2_000, left: 1, bottom: 5_999, right: 1 }, heavy);
    const under = excelUnderTest(book, 'web');
    const { rows } = await under.host.source.read({ sheet: '序时账', fromRow: 0, toRow: 6_000 });
    expect(rows).toHaveLength(6_000);
    expect(rows[5_999]?.[1]).toBe('长'.repeat(700));
    expect(under.excel.log.syncs.some(({ failure }) => failure === 'ResponsePayloadSizeLimitExceeded')).toBe(true);
  });

  test('looking at the workbook sends no writing action at all', async () => {
    const under = excelUnderTest(withLedger(100));
    const { source, store } = under.host;
    for (const { name } of await source.describe()) {
      await source.read({ sheet: name, fromRow: 0, toRow: 99 });
      await source.columnFormats(name);
      await source.formulas(name);
    }
    await store.get('设置');
    await under.host.selection();
    expect(under.excel.log.writes()).toBe(0);
  });
});

describe('writing', () => {
  const long = (rows: number) =>
    planOf(
      sheet(
        '自评_长',
        Array.from({ length: rows }, (_, at) => row(text(`第 ${at} 行`), amount(String(at)))),
      ),
    );

  test('one request for each sheet and three besides, whatever its rows, and never more than 1.5 MB', async () => {
    const syncs: number[] = [];
    for (const rows of [10, 1_000, 8_000]) {
      const under = excelUnderTest(load(herWorkbook()), 'web');
      expect(await under.host.apply(long(rows))).not.toHaveProperty('problem');
      expect(under.excel.log.largest().request).toBeLessThanOrEqual(MOST_BYTES);
      syncs.push(under.excel.log.syncs.length);
    }
    // Tabs, the new sheets, one sheet, reading it back, names.
    expect(syncs).toEqual([5, 5, 5]);
  });

  test('a sheet too heavy for one request takes as many as its bytes need', async () => {
    const under = excelUnderTest(load(herWorkbook()), 'web');
    const rows = Array.from({ length: 2_000 }, (_, at) => row(text(`${at}`), text('长'.repeat(1_000))));
    expect(await under.host.apply(planOf(sheet('自评_长', rows)))).not.toHaveProperty('problem');
    expect(under.excel.log.largest().request).toBeLessThanOrEqual(MOST_BYTES);
    const writing = under.excel.log.syncs.filter(({ actions }) =>
      actions.some(({ kind }) => kind === 'Range.formulas='),
    );
    expect(writing.length).toBeGreaterThanOrEqual(5);
    expect(writing.length).toBeLessThanOrEqual(8);
  });

  test('what she is looking at stays', async () => {
    const under = excelUnderTest(withLedger(10));
    under.book.activate(under.book.sheet('序时账')?.id ?? '');
    under.book.sheet('序时账')?.select(3, 2);
    await under.host.apply(long(5));
    await under.host.apply({ sheets: long(6).sheets.map(({ model }) => ({ model, keepAs: '自评_长_旧' })) });
    expect(under.book.activeSheet.name).toBe('序时账');
    expect(under.book.activeSheet.selection).toMatchObject({ row: 3, column: 2 });
  });
});
