import { textCell } from '../../../src/report/cells';
import { linesOf, rowHeight, textWidth } from '../../../src/report/row-height';
import { STYLES } from '../../../src/report/styles';

test.each([
  ['', 0],
  ['2080201', 7],
  ['行政运行', 8],
  ['１', 2],
  ['𠮷', 2],
  ['2023年', 6],
])('%j is %d characters wide', (text, width) => expect(textWidth(text)).toBe(width));

test.each([
  ['a short text is one line', '合计', 10, 1],
  ['nothing is one line', '', 10, 1],
  ['a text as wide as the column allows is one line', '行政运行', 9, 1],
  ['one character more is two', '行政运行款', 9, 2],
  ['every line break begins one', '甲\n乙\n\n丙', 10, 4],
  ['each of its own lines is wrapped', '行政运行款\n甲', 9, 3],
])('%s', (_, text, width, lines) => expect(linesOf(text, width)).toBe(lines));

describe('a row', () => {
  const long = '行政运行款';

  it('is as high as its longest wrapped text', () => {
    expect(rowHeight([textCell('甲'), textCell(long)], [9, 9])).toBe(2 * 14 + 6);
    expect(rowHeight([{ type: 'input', value: long, style: STYLES.input }], [9])).toBe(2 * 14 + 6);
    expect(rowHeight([], [])).toBe(14 + 6);
  });

  it('leaves out texts that are not wrapped, and never passes what a page can take', () => {
    expect(rowHeight([textCell(long, STYLES.mark), null], [9, 9])).toBe(14 + 6);
    expect(rowHeight([textCell(long.repeat(1000))], [9])).toBe(400);
  });
});
