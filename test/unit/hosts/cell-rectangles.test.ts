import fc from 'fast-check';
import { addressLists, rectanglesBy, runsOf } from '../../../src/hosts/cell-rectangles';
import { areaAddress } from '../../../src/model/address';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

test('runs of one value that stand alike below each other are one rectangle', () => {
  const rows = [
    ['甲', '甲', null],
    ['甲', '甲', '乙'],
    ['甲', null, '乙'],
  ];
  expect(rectanglesBy(rows)).toEqual(
    new Map([
      ['甲', [area(0, 0, 1, 1), area(2, 0, 2, 0)]],
      ['乙', [area(1, 2, 2, 2)]],
    ]),
  );
});

test('rectangles cover every cell that has a value once, and no other', () => {
  const cell = fc.constantFrom('甲', '乙', '丙', null);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 7 }), (rows) => {
      const covered = rows.map((row) => row.map((): string | null => null));
      for (const [value, areas] of rectanglesBy(rows)) {
        for (const { top, left, bottom, right } of areas) {
          for (let row = top; row <= bottom; row += 1) {
            for (let column = left; column <= right; column += 1) {
              expect(covered[row]?.[column]).toBeNull();
              (covered[row] as (string | null)[])[column] = value;
            }
          }
        }
      }
      expect(covered).toEqual(rows);
    }),
  );
});

test('addresses are joined into lists of at most 8,000 characters', () => {
  const areas = Array.from({ length: 3_000 }, (_, row) => area(row * 2, 0, row * 2, 25));
  const lists = addressLists(areas, 8_000);
  expect(lists.length).toBeGreaterThan(3);
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(8_000);
  expect(lists.join(',').split(',')).toEqual(areas.map(areaAddress));
  expect(addressLists([area(0, 0, 0, 0)], 8_000)).toEqual(['A1']);
  expect(addressLists([], 8_000)).toEqual([]);
});

test('flags make runs', () => {
  expect(runsOf([true, true, false, true])).toEqual([
    { from: 0, to: 1 },
    { from: 3, to: 3 },
  ]);
});
