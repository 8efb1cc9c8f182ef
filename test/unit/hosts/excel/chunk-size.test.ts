import { ChunkSize } from '../../../../src/hosts/excel/chunk-size';

test('the first 2,000 rows, then as many as weigh 1.3 MB on the web', () => {
  const size = new ChunkSize(true, 12);
  expect(size.rows).toBe(2_000);
  size.weighed(2_000, 348_000);
  expect(size.rows).toBe(Math.floor((1_300_000 * 2_000) / 348_000));
  size.weighed(7_000, 7_000);
  expect(size.rows).toBe(20_000);
});

test('20,000 rows on the desktop, but never five million cells', () => {
  const size = new ChunkSize(false, 12);
  size.weighed(2_000, 348_000);
  expect(size.rows).toBe(20_000);
  const wide = new ChunkSize(false, 16_384);
  wide.weighed(2_000, 1);
  expect(wide.rows).toBe(305);
});

test('half as many after an answer that was too large, down to one row', () => {
  const size = new ChunkSize(true, 12);
  expect(size.halve()).toBe(true);
  expect(size.rows).toBe(1_000);
  for (let times = 0; times < 20; times += 1) size.halve();
  expect([size.rows, size.halve()]).toEqual([1, false]);
});
