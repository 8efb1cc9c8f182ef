import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import { evaluate } from '../../src/evaluate';
import type { Evaluation } from '../../src/evaluate';
import type { CellValue } from '../../src/model/grid';
import { xlsxOf } from '../support/book';

const LONGEST_MS = 10_000;

/** Time of the processor, which does not depend on what else the machine does. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** The whole run on a real file, and how long it took. */
async function judged(
  name: string,
  rows: readonly (readonly CellValue[])[],
): Promise<{ result: Evaluation; ms: number }> {
  const start = process.cpuUsage();
  const opened = await openWorkbookFile(xlsxOf({ sheets: [{ name, rows }] }), '表.xlsx');
  if ('problem' in opened) throw new Error(opened.problem.message);
  const pipe = evaluate(opened.source, { last: 'checks' });
  for (;;) {
    const step = await pipe.next();
    if (step.done) return { result: step.value, ms: milliseconds(process.cpuUsage(start)) };
  }
}

const HEAD: readonly (readonly CellValue[])[] = [
  ['2023年度支出决算表'],
  ['单位名称：示例县民政局', null, null, null, '金额单位：万元'],
];

describe('workbooks made to do harm', () => {
  test('names of object properties as sheet, header and label are only names', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const { result } = await judged('__proto__', [
      ...HEAD,
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '__proto__', 'constructor'],
      ['合计', null, 30.5, 10.25, 20.25, 7, 8],
      ['208', '__proto__', 30.5, 10.25, 20.25, 7, 8],
    ]);
    expect(result.tables).toMatchObject([{ kind: 'final/expenditure', sheet: '__proto__' }]);
    expect(result.checks?.filter((check) => check.status === 'fails')).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  test.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '＝HYPERLINK("x")', '\tx', "a'b😀!c"])(
    'a label %j is text',
    async (label) => {
      const { result } = await judged('支出', [
        ...HEAD,
        ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
        ['合计', null, 30.5, 10.25, 20.25],
        ['208', label, 30.5, 10.25, 20.25],
      ]);
      expect(result.tables[0]?.rows.length).toBe(2);
      expect(result.checks?.filter((check) => check.status === 'fails')).toEqual([]);
    },
  );

  test('16,384 columns of header words are read within the time', async () => {
    const words = ['合计', '基本支出', '项目支出', '科目名称', '__proto__'];
    const header = Array.from({ length: 16_384 }, (_, column) => words[column % words.length] as string);
    const rows = Array.from({ length: 20 }, (_, row) => header.map((__, column) => row * column));
    const { result, ms } = await judged('宽', [...HEAD, header, ...rows]);
    expect(result.tables.length + result.unrecognised.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(LONGEST_MS);
  });

  test('20,000 rows that all look like titles are read within the time', async () => {
    const rows = Array.from({ length: 19_000 }, (_, row) => [`支出决算表${row}`, '收入决算表', '合计', '基本支出']);
    const { ms } = await judged('题', rows);
    expect(ms).toBeLessThan(LONGEST_MS);
  });

  test('a cell of 32,767 characters of any sort takes no time to look at', async () => {
    const long = ['（', '，', '1', 'a', '表', '一、', ' '].map((char) => [char.repeat(32_767).slice(0, 32_767)]);
    const { ms } = await judged('长', [...HEAD, ...long]);
    expect(ms).toBeLessThan(LONGEST_MS);
  });
});
