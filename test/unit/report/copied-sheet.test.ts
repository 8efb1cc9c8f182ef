import { areaAddress } from '../../../src/model/address';
import { Grid } from '../../../src/model/grid';
import { copiedSheet } from '../../../src/report/copied-sheet';
import { shownRows } from './small-report';

describe('a sheet copied as values', () => {
  it('holds numbers, words, truth values and errors where they stood, and says where they come from', () => {
    const copy = copiedSheet(
      Grid.ofRows('支出', [
        ['科目', 12.5],
        [true, { error: '#REF!' }],
      ]),
      '支出',
      '由《账.xls》复制',
    );
    expect(copy.rows.map(({ cells }) => cells.map((cell) => (cell && 'text' in cell ? cell.text : '')))).toEqual([
      ['科目', '', '', '由《账.xls》复制'],
      ['TRUE', '#REF!'],
    ]);
    expect(areaAddress(copy.print.area)).toBe('A1:B2');
  });

  it('keeps hidden what was hidden, outside of what is printed, and names its origin where it is seen', () => {
    const grid = Grid.ofRows(
      '自评_目录',
      [
        ['标记', null, '自评助手|1|自评_目录'],
        ['目录', '页'],
        ['甲', 1],
      ],
      {
        hiddenRows: [0],
        hiddenColumns: [2],
      },
    );
    const copy = copiedSheet(grid, '自评_目录_旧', '由上次生成的“自评_目录”复制');
    expect(copy.rows.map(({ hidden }) => hidden)).toEqual([true, false, false]);
    expect(copy.columns.map(({ hidden }) => hidden)).toEqual([false, false, true]);
    expect(areaAddress(copy.print.area)).toBe('A2:B3');
    expect(copy.rows[1]?.cells[4]).toMatchObject({ text: '由上次生成的“自评_目录”复制' });
    expect(shownRows(copy)[1]).toEqual(['甲', '1']);
  });
});
