import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CellValue } from '../../src/model/grid';
import { isOwnSheet } from '../../src/model/own-sheet';
import { readGrid } from '../../src/model/read-grid';
import { textOf, ziping } from '../support/commandline';
import { evaluatedFrom, opened, ownCells, ownFormulas } from '../support/evaluated';
import { describeWithLibreOffice, libreOffice, recalculated } from '../support/libreoffice';
import { SAMPLE_FILE } from '../support/sample';

/** LibreOffice counts sheets from 1 in the options of its text filter: commas, quotes, UTF-8, as shown. */
const SHEET = { name: '支出决算表', number: 8 };
const CSV_FILTER = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${SHEET.number}`;
const NAME = basename(SAMPLE_FILE, '.xlsx');

/** Every character GBK has in two bytes, with them. */
function gbkCodes(): Map<string, readonly [number, number]> {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character, ...more] = decoder.decode(Uint8Array.of(lead, trail));
      if (character !== undefined && more.length === 0) codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

function inGbk(text: string): Uint8Array {
  const codes = gbkCodes();
  return Uint8Array.from([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (codes.get(one) ?? []))));
}

describeWithLibreOffice('a workbook of a kind that is not written to', () => {
  let folder: string;
  const inputs = new Map<string, Uint8Array>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ziping-formats-'));
    const convert = (to: string, profile: string): void => {
      const where = `-env:UserInstallation=${pathToFileURL(join(folder, profile)).href}`;
      spawnSync(libreOffice() ?? '', [where, '--headless', '--convert-to', to, '--outdir', folder, SAMPLE_FILE]);
    };
    convert('xls:MS Excel 97', 'profile');
    convert(CSV_FILTER, 'profile');
    const csv = readFileSync(join(folder, `${NAME}-${SHEET.name}.csv`), 'utf8');
    inputs.set('部门决算.xls', readFileSync(join(folder, `${NAME}.xls`)));
    inputs.set('支出决算.csv', new TextEncoder().encode(csv));
    inputs.set('支出决算（旧）.csv', inGbk(csv));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const NAMES = ['部门决算.xls', '支出决算.csv', '支出决算（旧）.csv'];
  const bytesOf = (name: string): Uint8Array => inputs.get(name) as Uint8Array;

  /** Every cell of the sheets that are not ours. */
  async function herCells(bytes: Uint8Array, name?: string): Promise<Map<string, readonly (readonly CellValue[])[]>> {
    const source = await opened(bytes, name);
    const sheets = (await source.describe()).filter((sheet) => !isOwnSheet(sheet.name));
    const grids = await Promise.all(sheets.map((sheet) => readGrid(source, sheet, 'whole')));
    return new Map(
      grids.map((grid) => [
        grid.sheet,
        Array.from({ length: grid.description.rowCount }, (_, row) => trimmed(grid.row(row))),
      ]),
    );
  }

  test.each(NAMES)('%s: sheets in use are copied as values to the same addresses, and marked', async (name) => {
    const { evaluation, bytes } = await evaluatedFrom(bytesOf(name), { copiedFrom: name });
    const [before, after] = [await herCells(bytesOf(name), name), await herCells(bytes)];
    const inUse = new Set(evaluation.tables.filter((table) => table.rows.length > 0).map((table) => table.sheet));
    expect(inUse.size).toBeGreaterThan(0);
    expect(new Set(after.keys())).toEqual(inUse);
    for (const [sheet, [first = [], ...rows]] of after) {
      const [oldFirst = [], ...oldRows] = before.get(sheet) ?? [];
      expect([sheet, rows]).toEqual([sheet, oldRows]);
      expect([sheet, first.at(-1)]).toEqual([sheet, `由《${name}》复制`]);
      expect([sheet, trimmed(first.slice(0, -1))]).toEqual([sheet, oldFirst]);
    }
  });

  test.each(NAMES)('%s: every formula of ours gives the value written beside it', async (name) => {
    const { bytes } = await evaluatedFrom(bytesOf(name), { copiedFrom: name });
    const formulas = await ownFormulas(bytes);
    const [written, calculated] = [await ownCells(bytes), await ownCells(await recalculated(bytes))];
    const wrong = [...formulas.keys()].filter((place) => !same(written.get(place), calculated.get(place)));
    expect(formulas.size).toBeGreaterThan(100);
    expect(wrong.map((place) => [place, formulas.get(place), written.get(place), calculated.get(place)])).toEqual([]);
  });

  it('says of the old format what it says of the new one', async () => {
    const [old, sample] = [
      await evaluatedFrom(bytesOf('部门决算.xls'), { copiedFrom: '部门决算.xls' }),
      await evaluatedFrom(readFileSync(SAMPLE_FILE)),
    ];
    const verdicts = (one: typeof old): unknown => one.evaluation.checks?.map(({ key, status }) => [key, status]);
    expect(verdicts(old)).toEqual(verdicts(sample));
  });

  test.each(NAMES)('%s gives a new .xlsx from the command line', async (name) => {
    const where = join(folder, `run-${NAMES.indexOf(name)}`);
    mkdirSync(where);
    writeFileSync(join(where, name), bytesOf(name));
    const run = await ziping(['evaluate', name], where);
    const result = `out/${name.replace(/\.[a-z]+$/, '')}_自评.xlsx`;
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(textOf(run)).toContain(`已写好：${result}\n`);
    expect(await herCells(readFileSync(join(where, result)))).toEqual(
      await herCells((await evaluatedFrom(bytesOf(name), { copiedFrom: name })).bytes),
    );
    expect(readFileSync(join(where, name)).equals(bytesOf(name))).toBe(true);
  });
});

function trimmed(cells: readonly CellValue[]): readonly CellValue[] {
  return cells.slice(0, cells.findLastIndex((value) => value !== null) + 1);
}

function same(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-6;
  return (one ?? '') === (other ?? '');
}
