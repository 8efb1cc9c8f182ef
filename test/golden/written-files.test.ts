import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CFB, utils, write } from '@e965/xlsx';
import { isOwnSheet } from '../../src/model/own-sheet';
import type { Run } from '../support/commandline';
import { textOf, ziping as zipingIn } from '../support/commandline';
import { partOf, withCells } from '../support/edit-cells';
import { opened } from '../support/evaluated';
import { xlsxOf } from '../support/book';

jest.setTimeout(60_000);

const ONE_SENTENCE = /^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/;

/** 支出决算表 of a small bureau, whose rows tie. */
const BOOK = xlsxOf({
  sheets: [
    {
      name: '支出决算表',
      rows: [
        ['2023年度支出决算表'],
        ['编制单位：云岭县民政局', null, '单位：万元'],
        ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
        ['合计', null, 300, 100, 200],
        ['208', '社会保障和就业支出', 300, 100, 200],
      ],
    },
    { name: '备忘', rows: [['值班电话', '不公开']] },
  ],
});

/** The workbook with some of its parts rewritten. */
function withParts(bytes: Uint8Array, change: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [part, edit] of Object.entries(change)) parts[part] = strToU8(edit(strFromU8(parts[part] as Uint8Array)));
  return zipSync(parts);
}

const MACRO_BOOK = withParts(BOOK, {
  '[Content_Types].xml': (xml) =>
    xml.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    ),
});
const PROTECTED_BOOK = withParts(BOOK, {
  'xl/workbook.xml': (xml) => xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
});
const SIGNED_BOOK = withParts(BOOK, {
  '_rels/.rels': (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
    ),
});

/** An OLE file with the stream that marks a package behind a password. */
function lockedBook(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

function oldBook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['合计', 1]]), '表');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
}

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const ziping = (...args: readonly string[]): Promise<Run> => zipingIn(['evaluate', ...args], folder);
const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-written-'));
  writeFileSync(inFolder('云岭.xlsx'), BOOK);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function done(...args: readonly string[]): Promise<string> {
  const run = await ziping(...args);
  expect([run.code, run.stderr]).toEqual([0, '']);
  return textOf(run);
}

async function sheetNames(file: string): Promise<string[]> {
  const source = await opened(readFileSync(inFolder(file)), file);
  return (await source.describe()).map((sheet) => sheet.name);
}

describe('where the result goes', () => {
  it('is out/<name>_自评.xlsx beside the folder it runs in, and is said last', async () => {
    expect(await done('云岭.xlsx')).toMatch(/\n已写好：out\/云岭_自评\.xlsx\n$/);
    expect(files()).toEqual(['out', 'out/云岭_自评.xlsx', '云岭.xlsx']);
  });

  it('is an .xlsm for an .xlsm', async () => {
    writeFileSync(inFolder('带宏.xlsm'), MACRO_BOOK);
    await done('带宏.xlsm');
    expect(existsSync(inFolder('out/带宏_自评.xlsm'))).toBe(true);
    const types = strFromU8(
      unzipSync(readFileSync(inFolder('out/带宏_自评.xlsm')))['[Content_Types].xml'] as Uint8Array,
    );
    expect(types).toContain('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
  });

  it('is --out, in folders that are made for it', async () => {
    await done('云岭.xlsx', '--out', '2024年/报送/自评.xlsx');
    expect(files()).toContain('2024年/报送/自评.xlsx');
  });

  it('lists the sheets of ours in the JSON', async () => {
    const json = JSON.parse(await done('云岭.xlsx', '--json', '-')) as { readonly written: readonly string[] };
    const names = await sheetNames('out/云岭_自评.xlsx');
    expect(json.written).toEqual(names.filter(isOwnSheet));
    expect(names.filter((name) => !isOwnSheet(name))).toEqual(['支出决算表', '备忘']);
  });

  it('holds her sheets byte for byte', async () => {
    await done('云岭.xlsx');
    const [before, after] = [BOOK, readFileSync(inFolder('out/云岭_自评.xlsx'))].map((bytes) => unzipSync(bytes));
    for (const sheet of ['支出决算表', '备忘']) {
      const [part, same] = [before, after].map((parts) => parts?.[partOf(parts, sheet)]);
      expect(Buffer.from(same as Uint8Array).equals(part as Uint8Array)).toBe(true);
    }
  });
});

describe('nothing is written, and one sentence says why', () => {
  const refused = async (out: string, reason: string): Promise<void> => {
    const [before, workbook] = [files(), readFileSync(inFolder('云岭.xlsx'))];
    const run = await ziping('云岭.xlsx', '--out', out, '--json', 'result.json');
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(ONE_SENTENCE);
    expect(run.stderr).toContain(reason);
    expect(files()).toEqual(before);
    expect(readFileSync(inFolder('云岭.xlsx')).equals(workbook)).toBe(true);
  };

  test('over the workbook itself', () => refused('云岭.xlsx', '原表不能改动'));
  test('over the workbook by another way', () => refused(join('out', '..', '云岭.xlsx'), '原表不能改动'));

  test('over a link to the workbook', async () => {
    symlinkSync('云岭.xlsx', inFolder('链接.xlsx'));
    await refused('链接.xlsx', '原表不能改动');
  });

  test('over a workbook that is not ours', async () => {
    writeFileSync(inFolder('别人的.xlsx'), xlsxOf({ sheets: [{ name: '表', rows: [['合计', 1]] }] }));
    const before = readFileSync(inFolder('别人的.xlsx'));
    await refused('别人的.xlsx', '没有覆盖');
    expect(readFileSync(inFolder('别人的.xlsx')).equals(before)).toBe(true);
  });

  test('over a file that is no workbook', async () => {
    writeFileSync(inFolder('说明.xlsx'), '这是一段文字\n');
    await refused('说明.xlsx', '没有覆盖');
    expect(readFileSync(inFolder('说明.xlsx'), 'utf8')).toBe('这是一段文字\n');
  });

  test('over a folder', async () => {
    mkdirSync(inFolder('文件夹.xlsx'));
    await refused('文件夹.xlsx', '读不了已有的');
  });

  test('into a folder that cannot be made', async () => {
    symlinkSync('没有的文件夹', inFolder('断开的链接'));
    await refused('断开的链接/自评.xlsx', '写不了');
  });

  test('below a file', async () => {
    writeFileSync(inFolder('文件'), '');
    await refused('文件/自评.xlsx', '写不了');
  });
});

describe('the result of an earlier run', () => {
  it('is written over when her sheets in it are as in the workbook', async () => {
    await done('云岭.xlsx');
    expect(await done('云岭.xlsx')).not.toContain('上次');
    expect(readdirSync(inFolder('out'))).toEqual(['云岭_自评.xlsx']);
  });

  it('is kept when she changed her own sheets there, and she is told', async () => {
    await done('云岭.xlsx');
    const result = inFolder('out/云岭_自评.xlsx');
    for (const [kept, amount] of [
      ['云岭_自评_上次.xlsx', 300.5],
      ['云岭_自评_上次2.xlsx', 301],
    ] as const) {
      const changed = withCells(readFileSync(result), new Map([['支出决算表!C5', amount]]));
      writeFileSync(result, changed);
      expect(await done('云岭.xlsx')).toMatch(new RegExp(`\n上次的结果里有改过的原表，留为：out/${kept}\n$`));
      expect(readFileSync(inFolder(`out/${kept}`)).equals(changed)).toBe(true);
    }
    expect(readdirSync(inFolder('out')).sort()).toEqual(
      ['云岭_自评.xlsx', '云岭_自评_上次.xlsx', '云岭_自评_上次2.xlsx'].sort(),
    );
  });
});

describe('a workbook that is not written into', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['a signed one', '签名.xlsx', SIGNED_BOOK, '数字签名'],
    ['one with a locked structure', '保护.xlsx', PROTECTED_BOOK, '保护工作簿结构'],
    ['one behind a password', '加密.xlsx', lockedBook(), '密码'],
    ['an .xls named .xlsx', '旧的.xlsx', oldBook(), '实际格式与扩展名不符'],
    ['an .xlsx named .xlsm', '改名.xlsm', BOOK, '实际格式与扩展名不符'],
    ['an .xlsm named .xlsx', '改名.xlsx', MACRO_BOOK, '实际格式与扩展名不符'],
  ])('%s is refused in one sentence', async (_, name, bytes, reason) => {
    writeFileSync(inFolder(name), bytes);
    const before = files();
    const run = await ziping(name);
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(ONE_SENTENCE);
    expect(run.stderr).toContain(reason);
    expect(files()).toEqual(before);
  });

  it('is checked all the same', async () => {
    writeFileSync(inFolder('保护.xlsx'), PROTECTED_BOOK);
    expect(await done('保护.xlsx', '--only', 'checks')).toMatch(/\n核对：相符 \d+，/);
    expect(files()).toEqual(['云岭.xlsx', '保护.xlsx'].sort());
  });
});
