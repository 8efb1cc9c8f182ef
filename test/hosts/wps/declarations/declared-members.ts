import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { MemberTable } from './member-table';
import type * as parsing from './parse';

const load = createRequire(__filename);
/** Where npm keeps it; the licence lets nobody but the vendor hand it on, so nothing made of it is ever committed. */
const PACKAGE = path.dirname(load.resolve('et-jsapi-declare/package.json'));
const FILES = ['index.d.ts', 'addon.et.d.ts', 'lib.et.d.ts', 'lib.kso.d.ts'];
/** Raised when what is kept of the declarations changes its form. */
const FORM = 1;

let known: MemberTable | null = null;

/** The members of the ET object model as the vendor declares them: parsed once for all tests, kept in an ignored folder. */
export function declaredMembers(): MemberTable {
  known ??= cached();
  return known;
}

function cached(): MemberTable {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(PACKAGE, '..', '.cache', 'et-members');
  const file = path.join(folder, `${version}-${FORM}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as MemberTable;
  // The compiler takes a second to load, which only the first run pays.
  const { parseDeclarations } = load('./parse') as typeof parsing;
  const table = parseDeclarations(FILES.map((name) => readFileSync(path.join(PACKAGE, name), 'utf8')));
  mkdirSync(folder, { recursive: true });
  // Jest's workers may do this at the same time: each writes its own file and puts it into place whole.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(table));
  renameSync(own, file);
  return table;
}
