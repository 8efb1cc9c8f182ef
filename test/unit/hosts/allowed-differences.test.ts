import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED_DIFFERENCES } from '../../hosts/allowed-differences';

const DOCUMENT = readFileSync(join(__dirname, '../../../docs/host-differences.md'), 'utf8');

test('every difference between hosts that a test lets pass stands in docs/host-differences.md, and no other', () => {
  const written = [...DOCUMENT.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(written.map(([, id]) => id)).toEqual(Object.keys(ALLOWED_DIFFERENCES));
});
