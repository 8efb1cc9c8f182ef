import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RELATION_PACKS } from '../../src/checks/pack';
import { openItems } from '../../src/cli/summary';
import * as limits from '../../src/hosts/xlsx/limits';
import { SHEETS } from '../../src/report/sheet-names';
import { RUBRICS } from '../../src/rubric/packs';
import { KINDS } from '../../src/tables/packs';
import { judgeFile, sampleBytes, setCell } from '../support/sample';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const SCRIPTS = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const MIB = 1024 * 1024;

describe('README', () => {
  const commands = [...README.matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .trim()
      .split(/\n|&&/)
      .map((line) => line.trim()),
  );

  test('gives the two commands for a fresh machine', () => {
    expect(README).toContain('```bash\nnpm ci && npm run evaluate\n```');
    expect(README).toContain('```bash\nnpm ci && npm test\n```');
  });

  test.each([...new Set(commands)])('command “%s” exists', (command) => {
    if (command === 'npm ci') return;
    const script = /^npm (?:run )?([a-z]+)/.exec(command)?.[1] ?? '';
    expect(Object.keys(SCRIPTS)).toContain(script);
  });

  test('lists the kinds of table the packs know, with their names', () => {
    const listed = [...README.matchAll(/^\| `([a-z]+\/[a-z-]+)` \| (.+) \|$/gm)].map(([, id, names]) => [id, names]);
    const known = [...new Set(KINDS.map((kind) => kind.id))].map((id) => [
      id,
      KINDS.filter((kind) => kind.id === id)
        .map((kind) => kind.name)
        .join('、'),
    ]);
    expect([...listed].sort()).toEqual([...known].sort());
  });

  test('names options that the command line takes, and all of them', () => {
    const section = README.slice(README.indexOf('## 命令行'), README.indexOf('退出码'));
    const named = new Set([...section.matchAll(/^\| `--([a-z-]+)/gm)].map(([, name]) => name));
    const taken = ['out', 'docx', 'rubric', 'rubric-file', 'answers', 'json', 'only', 'year', 'name', 'region'];
    expect([...named]).toEqual([...taken, 'amount-unit', 'quiet', 'strict']);
  });

  test('shows files and pictures that are there', () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(statSync(join(ROOT, 'assets/checks.svg')).size).toBeLessThan(200_000);
  });

  test('promises the number of relations there are', () => {
    const count = RELATION_PACKS.reduce((sum, pack) => sum + pack.relations.length, 0);
    const promised = Number(/一共 (\d+) 多条关系/.exec(README)?.[1]);
    expect(Math.floor(count / 10) * 10).toBe(promised);
  });

  test('lists the sheets that are written, in any order, and the rubrics there are', () => {
    const listed = [...README.matchAll(/^\| (自评_\S+) \|/gm)].map(([, name]) => name);
    expect([...listed].sort()).toEqual(Object.values(SHEETS).sort());
    expect(README).toContain('写成十二张“自评_”工作表（没有账簿时十一张）');
    expect(Object.values(SHEETS)).toHaveLength(12);
    const rubrics = /`--rubric ID` \| 用哪个评分办法：([^；]+)；/.exec(README)?.[1] ?? '';
    expect([...rubrics.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).toEqual(RUBRICS.map(({ id }) => id));
  });

  test('quotes a relation as the packs have it', () => {
    const quoted = /```text\n(.+)\n```/.exec(README)?.[1];
    const relations = RELATION_PACKS.flatMap((pack) => pack.relations.map((one) => one.relation));
    expect(relations).toContain(quoted);
  });

  test('states the limits there are', () => {
    expect(README).toContain(
      `${limits.MAX_ROWS.toLocaleString('en')} 行、${limits.MAX_COLUMNS.toLocaleString('en')} 列`,
    );
    expect(README).toContain(`${limits.MAX_SHEETS.toLocaleString('en')} 张表`);
    expect(README).toContain(`解压后 ${limits.MAX_TOTAL_BYTES / MIB} MiB`);
    expect(README).toContain(`文本文件最大 ${limits.MAX_TEXT_BYTES / MIB} MiB`);
    expect(README).toContain(`最大 ${limits.MAX_BINARY_BYTES / MIB} MiB`);
    expect(limits.MAX_MARKUP_BYTES).toBe(limits.MAX_BINARY_BYTES);
  });
});

describe('what README says cannot be found', () => {
  const itemsAfter = async (...changes: [sheet: string, cell: string, value: number | null][]): Promise<number> => {
    const bytes = sampleBytes((book) => changes.forEach(([sheet, cell, value]) => setCell(book, sheet, cell, value)));
    return openItems((await judgeFile(bytes, { last: 'checks' })).evaluation).length;
  };
  const MISSING_TABLES = 0;

  test('an amount moved between two 项 of one 款 that no other table repeats', async () => {
    const table = '收入决算表';
    const moved: [string, string, number][] = [
      [table, 'E26', 1253.75],
      [table, 'F26', 1253.75],
      [table, 'E27', 4116.4],
      [table, 'F27', 4116.4],
    ];
    expect(await itemsAfter(...moved)).toBe(MISSING_TABLES);
    expect(await itemsAfter(...moved.slice(0, 2))).toBeGreaterThan(MISSING_TABLES);
  });

  test('a zero row that was removed', async () => {
    expect(await itemsAfter(['收入支出决算总表', 'D8', null], ['收入支出决算总表', 'E8', null])).toBe(MISSING_TABLES);
  });

  test('but an amount that was changed alone is found', async () => {
    expect(await itemsAfter(['支出决算表', 'G7', 17593.24])).toBeGreaterThan(MISSING_TABLES);
  });
});
