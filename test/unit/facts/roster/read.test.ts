import { rostersOf, readRosters } from '../../../../src/facts/roster/read';
import { Grid } from '../../../../src/model/grid';
import type { WorkbookSource } from '../../../../src/model/grid';
import { readGrid } from '../../../../src/model/read-grid';
import { recognise } from '../../../../src/tables/recognise';
import { identity } from '../../checks/roster/shapes';
import type { Rows } from '../../checks/roster/shapes';

const PERSONS = 25_000;

function longRoster(): Rows {
  const rows = Array.from({ length: PERSONS }, (_, at) => [
    at + 1,
    `村${at % 50}`,
    `对象${at}`,
    identity(19400101 + (at % 28), at % 1000, String(990000 + Math.floor(at / 1000))),
    100,
  ]);
  return [['2023年10月高龄津贴发放花名册'], ['单位：元'], ['序号', '村', '姓名', '身份证号', '金额'], ...rows];
}

test('a roster too long to be kept is folded block by block, and gives what it gives when read whole', async () => {
  const whole = Grid.ofRows('高龄', longRoster());
  let largest = 0;
  const source: WorkbookSource = {
    describe: () => Promise.resolve([whole.description]),
    read: ({ fromRow, toRow }) => {
      largest = Math.max(largest, toRow - fromRow);
      return Promise.resolve({ firstRow: fromRow, rows: (whole.blocks[0]?.rows ?? []).slice(fromRow, toRow) });
    },
    columnFormats: () => Promise.resolve([]),
    formulas: () => Promise.resolve(new Map()),
  };
  const ends = await readGrid(source, whole.description, 'recognisable');
  expect(ends.isWhole()).toBe(false);
  const { tables } = recognise([ends]);
  expect(rostersOf([ends], tables)).toEqual([]);
  const reading = readRosters(source, [ends], tables);
  let slice = await reading.next();
  while (!slice.done) slice = await reading.next();
  const [roster] = slice.value;
  expect(roster?.lines.length).toBe(PERSONS);
  expect(roster?.lines).toEqual(rostersOf([whole], recognise([whole]).tables)[0]?.lines);
  expect(largest).toBeLessThanOrEqual(5_000);
});
