import { allowedUniqueName, nameFromFile } from '../../../src/hosts/xlsx/sheetnames';

describe('the name of a sheet that comes from a file name', () => {
  it.each([
    ['补贴汇总.csv', '补贴汇总'],
    ['C:\\报表\\2023年支出.txt', '2023年支出'],
    ["'民政局'支出[终稿].csv", "民政局'支出 终稿"],
    ['a:b?.csv', 'a b'],
    ["'.csv", '表1'],
    ['History.csv', '表1'],
    ['.csv', '表1'],
    [`${'民'.repeat(38)}.csv`, '民'.repeat(31)],
    [`${'民'.repeat(30)}😀局.csv`, '民'.repeat(30)],
  ])('%s is one Excel allows: %s', (file, name) => {
    expect(nameFromFile(file)).toBe(name);
  });

  it('is no other sheet’s, in capital and small letters alike, and stays within 31 characters', () => {
    const taken = new Set<string>();
    const names = ['Sheet/1', 'sheet 1', 'SHEET 1', '局'.repeat(31), '局'.repeat(31)].map((name) =>
      allowedUniqueName(name, taken),
    );
    expect(names).toEqual(['Sheet 1', 'sheet 1 (2)', 'SHEET 1 (3)', '局'.repeat(31), `${'局'.repeat(27)} (2)`]);
  });
});
