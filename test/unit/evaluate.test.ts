import { RELATION_PACKS } from '../../src/checks/pack';
import { evaluate } from '../../src/evaluate';
import type { EvaluateOptions, Evaluation, Progress } from '../../src/evaluate';
import type { CellValue, ReadRequest, RowBlock, SheetDescription, WorkbookSource } from '../../src/model/grid';
import { sheetsToWrite } from '../../src/report/compose';

/** A workbook held in memory that remembers which rows were asked for. */
class Sheets implements WorkbookSource {
  readonly requests: ReadRequest[] = [];

  constructor(private readonly sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>) {}

  async describe(): Promise<readonly SheetDescription[]> {
    return Object.entries(this.sheets).map(([name, rows]) => ({
      name,
      visibility: 'visible',
      rowCount: rows.length,
      columnCount: Math.max(0, ...rows.slice(0, 10).map((row) => row.length)),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    }));
  }

  async read(request: ReadRequest): Promise<RowBlock> {
    this.requests.push(request);
    return {
      firstRow: request.fromRow,
      rows: (this.sheets[request.sheet] ?? []).slice(request.fromRow, request.toRow),
    };
  }

  async formulas(): Promise<ReadonlyMap<string, string>> {
    return new Map();
  }

  async columnFormats(): Promise<readonly (string | null)[]> {
    return [];
  }
}

async function run(
  source: WorkbookSource,
  options: Partial<EvaluateOptions> = {},
): Promise<{ progress: Progress[]; result: Evaluation }> {
  const pipe = evaluate(source, { last: 'checks', ...options });
  const progress: Progress[] = [];
  for (;;) {
    const step = await pipe.next();
    if (step.done) return { progress, result: step.value };
    progress.push(step.value);
  }
}

const EXPENDITURE: readonly (readonly CellValue[])[] = [
  ['2023年度支出决算表'],
  ['单位名称：示例县民政局', null, null, null, '金额单位：万元'],
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['合计', null, 30.5, 10.25, 20.25],
  ['208', '社会保障和就业支出', 30.5, 10.25, 20.25],
];

function entries(count: number): (readonly CellValue[])[] {
  const rows = Array.from({ length: count }, (_, row): readonly CellValue[] => [
    45_000,
    `记-${row}`,
    '支付经费',
    '7101',
    row % 2 ? 5 : null,
    row % 2 ? null : 5,
    '借',
    row,
  ]);
  return [['2023年明细账'], ['日期', '凭证号', '摘要', '科目编码', '借方', '贷方', '方向', '余额'], ...rows];
}

describe('the pipe', () => {
  test('says the unit and year the workbook is about, with its tables, facts and checks', async () => {
    const { result } = await run(new Sheets({ 支出决算表: EXPENDITURE }));
    expect(result).toMatchObject({ unitName: '示例县民政局', year: 2023 });
    expect(result.tables.map((table) => table.kind)).toEqual(['final/expenditure']);
    expect(result.facts?.find((fact) => fact.name === '本年支出合计')?.definition).toBe(
      '《支出决算表》[合计,本年支出合计]@2023',
    );
    expect(result.checks?.filter((check) => check.status === 'fails')).toEqual([]);
  });

  test('stops after recognition when asked to', async () => {
    const { result } = await run(new Sheets({ 支出决算表: EXPENDITURE }), { last: 'tables' });
    expect(result).toMatchObject({ facts: null, checks: null, year: 2023 });
  });

  test('names its stages with real counts that only grow and end at the total', async () => {
    const { progress } = await run(new Sheets({ 支出决算表: EXPENDITURE, 空白: [] }), { last: 'report' });
    const stages = new Map(progress.map(({ stage, total }) => [stage, total]));
    expect([...stages]).toEqual([
      ['读取', 2],
      ['识别', 2],
      ['核对', RELATION_PACKS.flatMap(({ relations }) => relations).length],
      ['计分', 2],
      ['生成', sheetsToWrite({ checks: [], sheetNames: [] }).length],
    ]);
    for (const [stage, total] of stages) {
      const counts = progress.filter((one) => one.stage === stage);
      const done = counts.map((one) => one.done);
      expect(done).toEqual([...done].sort((one, other) => one - other));
      expect([done[0], done.at(-1)]).toEqual([0, total]);
      expect(new Set(counts.map((one) => one.total))).toEqual(new Set([total]));
    }
  });

  test('tells what it works on between its slices', async () => {
    const { progress } = await run(new Sheets({ 支出决算表: EXPENDITURE, 空白: [] }), { last: 'report' });
    const texts = (stage: Progress['stage']): string[] =>
      progress.filter((one) => one.stage === stage).map(({ text }) => text);
    expect(texts('识别')).toEqual(['支出决算表', '空白', '支出决算表', '空白', '']);
    expect(texts('核对')).toContain('支出决算表：本年支出合计＝基本＋项目＋上缴上级＋经营＋对附属单位补助');
    expect(new Set(texts('生成'))).toEqual(new Set([...sheetsToWrite({ checks: [], sheetNames: [] }), '']));
  });

  test.each(['识别', '核对', '生成'] as const)('is cancelled between two slices of %s', async (stage) => {
    const pipe = evaluate(new Sheets({ 甲: EXPENDITURE, 乙: EXPENDITURE }), { last: 'report' });
    for (;;) {
      const step = await pipe.next();
      if (step.done) throw new Error(`${stage} came in one piece`);
      if (step.value.stage === stage && step.value.done > 0 && step.value.done < step.value.total) break;
    }
    await pipe.return(undefined as never);
    expect(await pipe.next()).toEqual({ done: true, value: undefined });
  });

  test('is cancelled by not asking for more: nothing further is read', async () => {
    const source = new Sheets({ 甲: EXPENDITURE, 乙: EXPENDITURE, 丙: EXPENDITURE });
    const pipe = evaluate(source, { last: 'checks' });
    await pipe.next();
    await pipe.return(undefined as never);
    expect(source.requests).toEqual([]);
  });

  test('reads only head and tail of a long ledger, and still counts its rows', async () => {
    const source = new Sheets({ 明细账: entries(30_000) });
    const { result } = await run(source);
    expect(result.tables).toMatchObject([{ kind: 'ledger/entries', rowCount: 30_000 }]);
    expect(source.requests.reduce((rows, { fromRow, toRow }) => rows + toRow - fromRow, 0)).toBeLessThan(1_000);
  });

  test('reads a long table whose rows are needed to its end', async () => {
    const items = Array.from({ length: 25_000 }, (_, row): readonly CellValue[] => [
      `20802${String(row % 100).padStart(2, '0')}`,
      `第${row}项`,
      1,
      null,
      1,
    ]);
    const { result } = await run(new Sheets({ 支出决算表: [...EXPENDITURE, ...items] }));
    expect(result.tables[0]?.rows.length).toBe(25_002);
  });

  test('says what the host noticed among the findings', async () => {
    const notices = [
      { code: 'formula-without-value', sheet: '支出决算表', cell: 'C4', message: 'C4 有公式但没有计算结果。' },
    ];
    const { result } = await run(new Sheets({ 支出决算表: EXPENDITURE }), { notices });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ rule: 'source.formula-without-value', cells: ['支出决算表!C4'], class: 'explain' }),
    );
  });

  test('takes the unit of money the user states for a sheet', async () => {
    const unitless = EXPENDITURE.map((row, at) => (at === 1 ? ['单位名称：示例县民政局'] : row));
    const asked = await run(new Sheets({ 支出: unitless }));
    expect(asked.result.findings.map((one) => one.rule)).toContain('table.unit.missing');
    const stated = await run(new Sheets({ 支出: unitless }), { amountUnits: { 支出: '万元' } });
    expect(stated.result.tables[0]?.amountUnit).toBe('万元');
    expect(stated.result.findings).toEqual([]);
  });
});
