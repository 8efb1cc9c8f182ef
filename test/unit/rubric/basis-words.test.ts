import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '../../../src');
const PACKS = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));

test('what packs stand on is named by its document, not by a numbering of ours', () => {
  expect(PACKS.length).toBeGreaterThan(10);
  const numbered = PACKS.filter((path) => /【源|源\d|【常识】|domain\.md/.test(readFileSync(join(SRC, path), 'utf8')));
  expect(numbered).toEqual([]);
});
