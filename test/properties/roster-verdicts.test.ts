import fc from 'fast-check';
import { checked, cleanSheets, disabled, identity, orphans } from '../unit/checks/roster/shapes';
import type { Rows } from '../unit/checks/roster/shapes';
import type { CellValue } from '../../src/model/grid';

/** The verdicts, whatever rows they stand in. */
function verdicts(rows: Rows): string[] {
  return checked({ 孤儿: rows })
    .findings.map(({ rule, cells }) => `${rule} ${cells.length}`)
    .sort();
}

/** The orphans' roster with a wrong amount and a number twice. */
function faulty(): Rows {
  const rows = orphans();
  (rows[7] as CellValue[])[8] = '1,000.00';
  (rows[9] as CellValue[])[3] = identity(20120411, 1);
  return rows;
}

const HEAD = 5;
const PERSONS = 6;

test('the order of rows and blank rows between them change no verdict', () => {
  const usual = verdicts(faulty());
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: PERSONS });
  fc.assert(
    fc.property(orders, fc.subarray([0, 1, 2, 3, 4, 5]), (order, blanks) => {
      const rows = faulty();
      const body = order.flatMap((at) => {
        const row = rows[HEAD + at] as CellValue[];
        return blanks.includes(at) ? [row, []] : [row];
      });
      expect(verdicts([...rows.slice(0, HEAD), ...body, ...rows.slice(HEAD + PERSONS)])).toEqual(usual);
    }),
    { numRuns: 30 },
  );
});

test('spaces in numbers and amounts written as numbers change no verdict', () => {
  const rows = faulty().map((row, at) =>
    at < HEAD
      ? row
      : row.map((cell, column) => {
          if (typeof cell !== 'string') return cell;
          if (column === 3) return ` ${cell.slice(0, 6)} ${cell.slice(6).toLowerCase()}`;
          return column === 8 ? Number(cell.replace(/,/g, '')) : cell;
        }),
  );
  expect(verdicts(rows)).toEqual(verdicts(faulty()));
});

test('a digit changed anywhere in a number is always found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 6 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (row, at, by) => {
        const rows = disabled();
        const cells = rows[row] as CellValue[];
        const number = String(cells[5]);
        cells[5] = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        const musts = checked({ ...cleanSheets(), 两补: rows }).findings.filter((one) => one.class === 'must');
        expect(musts.map(({ cells: places }) => places)).toEqual([[`两补!F${row + 1}`]]);
      },
    ),
    { numRuns: 30 },
  );
});
