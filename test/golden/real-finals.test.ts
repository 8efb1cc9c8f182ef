import type { CellValue } from '../../src/model/grid';
import { gridsOf } from '../support/book';
import type { TestBook } from '../support/book';
import { realFinalsBook } from '../support/finals';
import { bookOf, cellsOf } from '../support/laid';
import { realFinals } from '../support/finals';
import { formatPlace } from '../../src/model/address';
import { demands, failing, judge, namedCells } from '../support/verdicts';

/** One real bureau's nine final-account tables of 2024, public, in 万元 with two decimals. */
describe('the real final accounts', () => {
  const judged = judge(gridsOf(realFinalsBook()));

  test('are nine tables, each recognised for certain, in 万元 with two decimals where there are amounts', () => {
    const tables = judged.recognition.tables.map(({ kind, sheet, amountUnit, confidence }) => ({
      kind,
      sheet,
      amountUnit,
      confidence,
    }));
    const certain = { amountUnit: '万元', confidence: 'certain' };
    expect(tables).toEqual([
      { kind: 'final/income-expenditure-summary', sheet: '收入支出决算总表', ...certain },
      { kind: 'final/income', sheet: '收入决算表', ...certain },
      { kind: 'final/expenditure', sheet: '支出决算表', ...certain },
      { kind: 'final/appropriation-summary', sheet: '财政拨款收入支出决算总表', ...certain },
      { kind: 'final/general-budget-expenditure', sheet: '一般公共预算财政拨款支出决算表', ...certain },
      { kind: 'final/general-budget-basic', sheet: '一般公共预算财政拨款基本支出决算表', ...certain },
      { kind: 'final/three-public', sheet: '“三公”经费支出决算表', ...certain },
      { kind: 'final/government-fund', sheet: '政府性基金预算财政拨款收入支出决算表', ...certain },
      { kind: 'final/state-capital', sheet: '国有资本经营预算财政拨款收入支出决算表', ...certain },
    ]);
    expect(judged.recognition.unrecognised).toEqual([]);
  });

  test('tie in every relation that is tried, and nothing must be corrected', () => {
    expect(judged.checked.checks.length).toBeGreaterThan(100);
    expect(judged.checked.checks.filter((one) => one.status !== 'holds' && one.status !== 'rounding')).toEqual([]);
    expect(demands(judged).filter((one) => one.class === 'must')).toEqual([]);
  });

  const amounts = [...cellsOf(realFinals())].filter(({ cell }) => cell.role === 'amount');
  const printed = amounts.filter(({ cell }) => typeof cell.value === 'number');

  test.each(printed.map(({ place, cell }) => [formatPlace(place), cell.value] as const))(
    '%s (%s) changed by 1.37 万元 makes a relation fail that names the cell',
    (cell, value) => {
      const changed = judge(
        gridsOf(withCell(bookOf(realFinals()), cell, Number(((value as number) + 1.37).toFixed(2)))),
      );
      expect(failing(changed).length).toBeGreaterThan(0);
      expect([...namedCells(changed)]).toContain(cell);
    },
  );

  test('a blank amount filled with 1.37 万元 is found wherever it stands in a table', () => {
    const blank = amounts.filter(({ cell }) => cell.value === null);
    const missed = blank.filter(({ place }) => {
      const cell = formatPlace(place);
      return !namedCells(judge(gridsOf(withCell(bookOf(realFinals()), cell, 1.37)))).has(cell);
    });
    expect(blank.length).toBeGreaterThan(100);
    expect(missed.map(({ place }) => formatPlace(place))).toEqual([]);
  });
});

function withCell(book: TestBook, cell: string, value: CellValue): TestBook {
  return {
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, rowAt) =>
        row.map((old, column) => (formatPlace({ sheet: sheet.name, row: rowAt, column }) === cell ? value : old)),
      ),
    })),
  };
}
