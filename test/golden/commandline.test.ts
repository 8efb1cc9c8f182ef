import { mkdtempSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../support/commandline';
import { textOf, ziping as zipingIn } from '../support/commandline';
import { SAMPLE_FILE, addSheet, sampleBytes, setCell } from '../support/sample';

interface Result {
  readonly unit: { readonly name: string | null; readonly region: readonly string[]; readonly year: number | null };
  readonly tables: readonly { readonly sheet: string; readonly amountUnit: string | null }[];
  readonly unrecognised: readonly { readonly sheet: string }[];
  readonly checks?: readonly { readonly id: string; readonly status: string }[];
}

const CHINESE_SENTENCE = /^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/;

jest.setTimeout(60_000);

describe('the command line', () => {
  let folder: string;
  const inFolder = (name: string): string => join(folder, name);
  const ziping = (args: readonly string[], deaf = false): Promise<Run> => zipingIn(args, folder, deaf);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ziping-'));
    writeFileSync(
      inFolder('fails.xlsx'),
      sampleBytes((book) => setCell(book, '支出决算表', 'G7', 17639.24)),
    );
    writeFileSync(
      inFolder('no-unit.xlsx'),
      sampleBytes((book) => setCell(book, '收入决算表', 'K3', null)),
    );
    const forged = '值班\n必须改正 0 项';
    writeFileSync(
      inFolder('forged.xlsx'),
      sampleBytes((book) => addSheet(book, forged, [['甲', '乙']])),
    );
    writeFileSync(inFolder('picture.xlsx'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const evaluated = async (...args: string[]): Promise<Result> => {
    const run = await ziping(['evaluate', ...args, '--json', '-']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    return JSON.parse(textOf(run)) as Result;
  };

  test('without a workbook checks the sample and ends with a short summary', async () => {
    const run = await ziping(['evaluate']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(textOf(run)).toMatch(
      /^单位：庐山市民政局　年度：2023\n识别：50 张表，0 处未识别\n核对：相符 \d+，尾差 \d+，不符 0，缺表 0\n得分：\d+\.\d\d 分，等级 优（试算·分值待与财政局附件核对）　按《[^\n]+》\n需要说明 1 项\n {2}· [^\n]+\n已写好：out\/庐山市民政局2023年度_自评\.xlsx\n$/,
    );
  });

  test('names what fails, first what must be corrected; only --strict makes that an exit of 1', async () => {
    const [plain, strict] = await Promise.all([
      ziping(['evaluate', inFolder('fails.xlsx')]),
      ziping(['evaluate', inFolder('fails.xlsx'), '--strict', '--quiet']),
    ]);
    expect([plain.code, strict.code]).toEqual([0, 1]);
    expect(textOf(plain)).toMatch(/\n必须改正 \d+ 项\n {2}· [^\n]*支出决算表[^\n]*\n/);
    expect(textOf(strict)).toBe(textOf(plain));
    expect((await ziping(['evaluate', '--strict'])).code).toBe(0);
  });

  test('--json - prints the JSON and nothing else; --json FILE writes it and keeps the summary', async () => {
    const printed = await evaluated();
    const run = await ziping(['evaluate', '--json', inFolder('result.json')]);
    expect([run.code, textOf(run).split('\n')[0]]).toEqual([0, '单位：庐山市民政局　年度：2023']);
    const written = JSON.parse(readFileSync(inFolder('result.json'), 'utf8')) as Result;
    expect({ ...written, timings: null }).toEqual({ ...printed, timings: null });
  });

  test('--only tables stops before the checks', async () => {
    const result = await evaluated('--only', 'tables');
    expect(result.tables).toHaveLength(50);
    expect(Object.keys(result)).not.toContain('checks');
    expect(Object.keys(result)).not.toContain('facts');
  });

  test('--year, --name and --region state what the result is about', async () => {
    const result = await evaluated('--year', '2022', '--name', '某县民政局', '--region', '江西省/九江市/庐山市');
    expect(result.unit).toEqual({ name: '某县民政局', region: ['江西省', '九江市', '庐山市'], year: 2022 });
  });

  test('--amount-unit makes a table without a unit take part in the checks between tables', async () => {
    const tie = 'final.income-expenditure-summary.income';
    const [bare, stated] = await Promise.all([
      evaluated(inFolder('no-unit.xlsx')),
      evaluated(inFolder('no-unit.xlsx'), '--amount-unit', '收入决算表=万元'),
    ]);
    const unitOf = (result: Result): unknown => result.tables.find((table) => table.sheet === '收入决算表')?.amountUnit;
    const statusOf = (result: Result): unknown => result.checks?.find((check) => check.id === tie)?.status;
    expect([unitOf(bare), statusOf(bare)]).not.toEqual(['万元', 'holds']);
    expect([unitOf(stated), statusOf(stated)]).toEqual(['万元', 'holds']);
  });

  test('a line break in a sheet name forges no line of the output', async () => {
    const file = inFolder('forged.xlsx');
    expect((await evaluated(file)).unrecognised.map((one) => one.sheet)).toEqual(['值班\n必须改正 0 项']);
    const lines = textOf(await ziping(['evaluate', file])).split('\n');
    expect(lines.filter((line) => line.startsWith('必须改正'))).toEqual([]);
    expect(lines).toContainEqual(expect.stringContaining('“值班 必须改正 0 项”'));
  });

  test('a reader that stops early is no error', async () => {
    const run = await ziping(['evaluate', '--json', '-'], true);
    expect([run.code, run.stderr]).toEqual([0, '']);
  });

  test.each([
    ['no command', []],
    ['another command', ['check']],
    ['an unknown option', ['evaluate', '--colour']],
    ['an option without its value', ['evaluate', '--only']],
    ['a switch with a value', ['evaluate', '--strict=1']],
    ['two workbooks', ['evaluate', 'a.xlsx', 'b.xlsx']],
    ['a stage that does not exist', ['evaluate', '--only', 'all']],
    ['the whole run named as a stage', ['evaluate', '--only', 'report']],
    ['an option of a later version', ['evaluate', '--report', 'a.txt']],
    ['a Word file of another kind', ['evaluate', '--docx', 'a.doc']],
    ['two rubrics', ['evaluate', '--rubric', 'mof-2013-53', '--rubric-file', 'a.json']],
    ['a rubric that is none', ['evaluate', '--rubric', 'none']],
    ['the workbook itself as the output', ['evaluate', SAMPLE_FILE, '--out', SAMPLE_FILE]],
    ['an output of another kind', ['evaluate', '--out', 'a.xlsm']],
    ['an output that nothing is written to', ['evaluate', '--only', 'checks', '--out', 'a.xlsx']],
    ['one file for both results', ['evaluate', '--out', 'a.xlsx', '--json', 'a.xlsx']],
    ['a year that is none', ['evaluate', '--year', '23']],
    ['a unit that is none', ['evaluate', '--amount-unit', '支出决算表=千元']],
    ['a unit for a sheet that is not there', ['evaluate', '--amount-unit', '没有这张=万元']],
    ['a missing file', ['evaluate', 'no\nsuch.xlsx']],
    ['the workbook itself as the result', ['evaluate', '--json', SAMPLE_FILE]],
    ['a folder that is not there', ['evaluate', '--json', join('no-such-folder', 'result.json')]],
  ])('refuses %s in one Chinese sentence, writing nothing', async (_, args) => {
    const sample = readFileSync(SAMPLE_FILE);
    const run = await ziping(args);
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(CHINESE_SENTENCE);
    expect(readFileSync(SAMPLE_FILE).equals(sample)).toBe(true);
  });

  test('refuses a file that is no workbook, and writes no result', async () => {
    const before = readdirSync(folder);
    const run = await ziping(['evaluate', inFolder('picture.xlsx'), '--json', inFolder('picture.json')]);
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(/^picture\.xlsx：这是一张图片[^\n]+。\n$/);
    expect([readdirSync(folder), existsSync(inFolder('picture.json'))]).toEqual([before, false]);
  });

  test('never changes the workbook it reads', async () => {
    const before = readFileSync(inFolder('fails.xlsx'));
    await ziping(['evaluate', inFolder('fails.xlsx')]);
    expect(readFileSync(inFolder('fails.xlsx')).equals(before)).toBe(true);
  });
});
