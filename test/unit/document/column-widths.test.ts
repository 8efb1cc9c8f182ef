import fc from 'fast-check';
import { columnWidths, leastWidths } from '../../../src/document/column-widths';
import type { Table, TableRow } from '../../../src/document/document';
import { tableGrid } from '../../../src/document/table-grid';
import { unbreakableWidthInEms } from '../../../src/document/text-width';
import { cell } from './sample-document';

const LOOK = { size: 10, margins: 100 };
/** Twips to an em of ten points. */
const EM = 200;

function least(shares: readonly number[], ...body: TableRow[]): number[] {
  const columns = shares.map((width) => ({ width }));
  const table: Table = { type: 'table', caption: null, unitLine: null, columns, header: [], body, wide: false };
  return leastWidths(table, tableGrid(table).rows, LOOK);
}

describe('what stays on one line', () => {
  it.each([
    ['a figure with its commas, point and percent sign', '555.15%', 5 * 0.64 + 0.34 + 0.96],
    ['a target with its sign, but not the unit behind it', '≥9500人', 1 + 4 * 0.64],
    ['a minus', '-12.50', 0.37 + 4 * 0.64 + 0.34],
    ['the widest of several figures', '由1.5增至10.5', 3 * 0.64 + 0.34],
    ['words, character by character', '偏差原因分析', 1],
    ['nothing', '　', 0],
  ])('is %s', (_, text, ems) => {
    expect(unbreakableWidthInEms(text, false)).toBeCloseTo(ems, 10);
  });

  it('is wider in bold', () => {
    expect(unbreakableWidthInEms('100', true)).toBeCloseTo(3 * 0.64 * 1.1, 10);
  });
});

describe('the least widths of columns', () => {
  it('are those of their widest figures, with the margins of a cell', () => {
    expect(least([1, 1], [cell('项目'), cell('17')], [cell('低保'), cell('100')])).toEqual([EM + 100, 384 + 100]);
  });

  it('are widened for a cell over several columns, by their shares, only as far as it lacks room', () => {
    const [one, two] = [cell('甲'), cell('乙')];
    expect(least([1, 3], [one, two], [cell('9', 'center', 2)])).toEqual([300, 300]);
    expect(least([1, 3], [one, two], [cell('1234567890', 'center', 2)])).toEqual([300 + 195, 300 + 585]);
  });
});

describe('the widths of columns', () => {
  it('are their shares where every figure has room', () => {
    expect(columnWidths([1, 2, 4], [0, 0, 0], 8844)).toEqual([1263, 2527, 5054]);
  });

  it('give a figure its room, at the cost of the others by their shares', () => {
    expect(columnWidths([10, 30, 60], [400, 0, 0], 1000)).toEqual([400, 200, 400]);
  });

  it('hold a column that would give too much at its own least width', () => {
    expect(columnWidths([10, 30, 60], [400, 250, 0], 1000)).toEqual([400, 250, 350]);
  });

  it('shrink alike where there is no room for all', () => {
    expect(columnWidths([1, 1, 2], [600, 600, 800], 1000)).toEqual([300, 300, 400]);
  });

  it('add up to the table, no column below its least width, for any shares and figures', () => {
    const column = fc.record({ share: fc.integer({ min: 1, max: 300 }), least: fc.integer({ min: 0, max: 2000 }) });
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 5000 }),
        (all, spare) => {
          const needs = all.map((one) => one.least);
          const width = needs.reduce((sum, one) => sum + one, 1) + spare;
          const widths = columnWidths(
            all.map(({ share }) => share),
            needs,
            width,
          );
          expect(widths.reduce((sum, one) => sum + one, 0)).toBe(width);
          // Edges are rounded to whole twips.
          widths.forEach((one, at) => expect(one).toBeGreaterThanOrEqual((needs[at] as number) - 1));
        },
      ),
    );
  });
});
