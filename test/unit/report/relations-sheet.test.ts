import { areaAddress, formatPlace } from '../../../src/model/address';
import type { Check, CheckStatus } from '../../../src/model/check';
import type { Grid } from '../../../src/model/grid';
import { OPEN } from '../../../src/model/finding';
import { RelationsSheet } from '../../../src/report/relations-sheet';
import { WorkingPaper } from '../../../src/report/working-paper';
import { reportOn, sheet, shownRows, spending } from './small-report';

/** What the columns from 结论 to 允许差 are called here. */
const SHOWN = [
  'verdict',
  'title',
  'at',
  'left',
  'leftNumber',
  'right',
  'rightNumber',
  'unit',
  'gap',
  'tolerance',
] as const;
type Line = Readonly<Record<(typeof SHOWN)[number], string>>;

/** The line of a relation, by its id and what it was tried on. */
function relation(id: string, at: string, ...grids: readonly Grid[]): Line {
  const { checked, relations, paper } = reportOn(...grids);
  const title = checked.checks.find((check) => check.id === id)?.title ?? '';
  const found = shownRows(relations.compose(null), paper).find((row) => row[2] === title && row[3] === at);
  if (!found) throw new Error(`no line for ${id} at ${at}`);
  return Object.fromEntries(SHOWN.map((name, index) => [name, found[index + 1] ?? ''])) as Line;
}

/** The formula of a cell and what it shows. */
const split = (cell: string): readonly string[] => cell.slice(1).split(' → ');

describe('a relation between tables in 元 and 万元', () => {
  const execution = (basic: number): Grid =>
    sheet(
      '2023年度预算执行情况表',
      '元',
      ['项目', '年初预算数', '全年预算数', '全年执行数'],
      ['合计', 3000001, 3200001, 2022400 + basic],
      ['基本支出', 1000001, 1100001, basic],
      ['项目支出', 2000000, 2100000, 2022400],
    );
  const final = spending(2023, '万元', ['合计', null, 307.82, 105.58, 202.24]);
  const tie = (basic: number): Line => relation('budget.execution.final-basic', '', execution(basic), final);

  it('shows both sides in their own unit; the gap converts the right one by a power of ten and says so', () => {
    const line = tie(1055800);
    expect([line.leftNumber, line.rightNumber, line.unit]).toEqual([
      '=〔2023预算执行情况表!D5〕 → 1055800',
      '=〔2023支出决算表!D4〕 → 105.58',
      '元、万元',
    ]);
    expect(line.gap).toMatch(/^=ROUND\(F(\d+)-H\1\*10000,6\) → 0$/);
  });

  it('has the tolerance of both tables, in the unit of the left side', () => {
    expect(tie(1055800).tolerance).toBe('=SUM(〔2023预算执行情况表!D5尾差〕,〔2023支出决算表!D4尾差〕*10000) → 50.5');
  });

  test.each([
    [1055800, '0', '"相符"'],
    [1055849, '49', '"尾差"'],
    [1055851, '51', '"不符"'],
  ])('says of %d against 105.58: gap %s, %s', (basic, gap, verdict) => {
    const line = tie(basic);
    expect([split(line.gap)[1], split(line.verdict)[1]]).toEqual([gap, verdict]);
    expect(split(line.verdict)[0]).toMatch(/^IF\(J(\d+)=0,"相符",IF\(ABS\(J\1\)<=K\1,"尾差","不符"\)\)$/);
  });
});

describe('a relation of sums', () => {
  const rows = (total: number): Grid =>
    spending(
      2023,
      '万元',
      ['合计', null, total, 105.58, total - 105.58],
      ['208', '社会保障和就业支出', 100.11, 98.58, 1.53],
      ['210', '卫生健康支出', 7, 7, 0],
      ['221', '住房保障支出', 200.71, 0, 200.71],
    );
  const total = (amount: number): Line => relation('final.expenditure.hierarchy', '合计·本年支出合计', rows(amount));

  it('writes cells that stand below one another in the paper as an area, on both sides of a tolerance too', () => {
    expect(total(307.82).rightNumber).toBe('=SUM(〔2023支出决算表!C5〕:〔2023支出决算表!C7〕) → 307.82');
    expect(total(307.82).tolerance).toBe('=SUM(〔2023支出决算表!C4尾差〕:〔2023支出决算表!C7尾差〕) → 0.02');
  });

  it('rounds the gap as finely as its amounts are written', () => {
    expect([total(307.82).gap, total(307.8201).gap].map((gap) => gap.replace(/\d+-H\d+/, '…'))).toEqual([
      '=ROUND(F…,2) → 0',
      '=ROUND(F…,4) → 0.0001',
    ]);
  });

  it('adds columns of a row that stand apart one by one, and leaves out columns the table lacks', () => {
    const line = relation('final.expenditure.row-total', '208 社会保障和就业支出', rows(307.82));
    expect(line.rightNumber).toBe('=〔2023支出决算表!D5〕+〔2023支出决算表!E5〕 → 100.11');
    expect(line.right).toBe('基本支出 ＋ 项目支出 ＋ 上缴上级支出 ＋ 经营支出 ＋ 对附属单位补助支出');
  });

  it('sums many rows in a formula that stays short', () => {
    const groups = Array.from({ length: 300 }, (_, index) => [`${201 + index}`, '某类支出', 1, 1, 0]);
    const many = spending(2023, '元', ['合计', null, 300, 300, 0], ...groups);
    const [formula, value] = split(relation('final.expenditure.hierarchy', '合计·本年支出合计', many).rightNumber);
    expect([formula, value]).toEqual(['SUM(〔2023支出决算表!C5〕:〔2023支出决算表!C304〕)', '300']);
  });
});

describe('a relation of order', () => {
  const execution = (actual: number): Grid =>
    sheet(
      '2023年度预算执行情况表',
      '万元',
      ['项目', '年初预算数', '全年预算数', '全年执行数'],
      ['合计', 300, 320.5, actual],
      ['基本支出', 0, 0, 0],
      ['项目支出', 300, 320.5, actual],
    );

  test.each([
    [100, '-220.5', '"相符"'],
    [320.5, '0', '"相符"'],
    [320.6, '0.1', '"尾差"'],
    [320.7, '0.2', '"不符"'],
  ])('holds below zero: %d of 320.5 spent gives a gap of %s, %s', (actual, gap, verdict) => {
    const line = relation('budget.execution.within-budget', '合计', execution(actual));
    expect([split(line.gap)[1], split(line.verdict)[1]]).toEqual([gap, verdict]);
    expect(split(line.verdict)[0]).toMatch(/^IF\(J(\d+)<=0,"相符",IF\(ABS\(J\1\)<=K\1,"尾差","不符"\)\)$/);
  });
});

describe('a relation of ratios', () => {
  const execution = (rate: number): Grid =>
    sheet(
      '2023年度预算执行情况表',
      '万元',
      ['项目', '年初预算数', '全年预算数', '全年执行数', '执行率'],
      ['合计', 300, 300, 100, rate],
      ['基本支出', 0, 0, 0, null],
      ['项目支出', 300, 300, 100, rate],
    );
  const rate = (stated: number): Line => relation('budget.execution.rate', '合计', execution(stated));

  it('divides the amounts as they stand, without unit, and writes the tolerance as a number', () => {
    const line = rate(0.3333);
    expect(line).toMatchObject({
      leftNumber: '=〔2023预算执行情况表!E4〕 → 0.3333',
      rightNumber: '=〔2023预算执行情况表!D4〕/〔2023预算执行情况表!C4〕 → 0.33333333333333333333',
      unit: '',
      tolerance: '0.00005',
    });
    expect(line.gap).toMatch(/^=ROUND\(F(\d+)-H\1,10\) → -0.0000333333$/);
  });

  test.each([
    [0.3333, '"尾差"'],
    [0.3334, '"不符"'],
  ])('that is stated as %d is %s', (stated, verdict) => {
    expect(split(rate(stated).verdict)[1]).toBe(verdict);
  });
});

describe('what cannot be worked out', () => {
  it('has no figures: a missing table says so in words', () => {
    const { relations, paper } = reportOn(spending(2023, '万元', ['合计', null, 3, 1, 2]));
    const missing = shownRows(relations.compose(null), paper).find((row) => row[6]?.includes('《收入决算表》'));
    expect(missing?.slice(1, 13)).toEqual([
      ...['缺表', '决算公开表应当齐全', '', '', ''],
      expect.stringMatching(/^没有找到 2023 年的《收入决算表》/),
      ...['', '', '', '', '', ''],
    ]);
  });

  it('has no figures: a cell that is no number is linked', () => {
    const { relations, paper } = reportOn(spending(2023, '万元', ['合计', null, '见附表', 1, 2]));
    const row = shownRows(relations.compose(null), paper).find(
      (cells) => cells[3] === '' && cells[4] === '本年支出合计',
    );
    expect(row?.[1]).toBe('不符');
    expect([row?.[5], row?.[7], row?.[9], row?.[10]]).toEqual(['', '', '', '']);
    expect(row?.[11]).toMatch(/→ "2023支出决算表!C4"$/);
  });
});

describe('a formula longer than a spreadsheet takes', () => {
  /** Below every 类 stands its 款, so that no two amounts of a level are neighbours. */
  const rows = Array.from({ length: 780 }, (_, index) => [
    [`${201 + index}`, '某类支出', 1, 1, 0],
    [`${201 + index}01`, '某款支出', 1, 1, 0],
  ]).flat();
  const line = relation(
    'final.expenditure.hierarchy',
    '合计·本年支出合计',
    spending(2023, '元', ['合计', null, 780, 780, 0], ...rows),
  );

  it('becomes the number as it is now, its tolerance likewise', () => {
    expect([line.rightNumber, line.tolerance]).toEqual(['780', '390.5']);
  });

  it('leaves the other side, the gap and the verdict live', () => {
    expect(line.leftNumber).toBe('=〔2023支出决算表!C4〕 → 780');
    expect(line.gap).toMatch(/^=ROUND\(F(\d+)-H\1,2\) → 0$/);
    expect(split(line.verdict)[1]).toBe('"相符"');
  });
});

/** A check without figures, for lists of a length that no test should have to add up. */
function checkOf(status: CheckStatus, index: number): Check {
  return {
    ...{ id: 'one', key: `${status}|${index}`, title: `第${index}条`, basis: '', class: 'must', status },
    ...{ left: null, right: null, difference: null, tolerance: null, cause: null, message: '', handling: OPEN },
  };
}

const sheetOf = (checks: readonly Check[]): RelationsSheet =>
  new RelationsSheet(checks, new Map(), new WorkingPaper([], [], () => null));

describe('the order of relations', () => {
  it('is 不符, 缺表, 尾差, 相符, and that of the checks within each', () => {
    const statuses: CheckStatus[] = ['holds', 'rounding', 'fails', 'missing', 'holds', 'fails'];
    const rows = shownRows(sheetOf(statuses.map(checkOf)).compose(null)).slice(3, 9);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '不符', '第2条'],
      ['2', '不符', '第5条'],
      ['3', '缺表', '第3条'],
      ['4', '尾差', '第1条'],
      ['5', '相符', '第0条'],
      ['6', '相符', '第4条'],
    ]);
  });

  it('is what other sheets find a check by', () => {
    const checks = [checkOf('holds', 0), checkOf('fails', 1)];
    const cells = sheetOf(checks).cellsOf(checks[0] as Check);
    expect(cells && Object.values(cells).map(formatPlace)).toEqual(
      ['B6', 'F6', 'H6', 'J6'].map((at) => `自评_勾稽核对!${at}`),
    );
    expect(sheetOf([]).cellsOf(checks[0] as Check)).toBeNull();
  });
});

describe('more relations than rows', () => {
  const fails = [checkOf('fails', 0), checkOf('fails', 1)];
  const holding = Array.from({ length: 20_003 }, (_, index) => checkOf('holds', index));
  const relations = sheetOf([...holding, ...fails]);
  const rows = shownRows(relations.compose(null));

  it('lists 20,000: all that fail, and of those that hold the first', () => {
    expect(areaAddress(relations.verdicts)).toBe('B5:B20004');
    expect(rows[3]?.slice(1, 3)).toEqual(['不符', '第0条']);
    expect(rows[20_002]?.slice(0, 3)).toEqual(['20000', '相符', '第19997条']);
    expect(relations.cellsOf(holding[19_997] as Check)).not.toBeNull();
    expect(relations.cellsOf(holding[19_998] as Check)).toBeNull();
  });

  it('counts the rest and says how many they are', () => {
    expect(relations.unlisted).toBe(5);
    expect(rows.at(-2)?.[0]).toBe('注：另有 5 条相符的关系没有逐条列出。');
  });

  it('says nothing of the kind at exactly 20,000', () => {
    const whole = sheetOf(holding.slice(0, 20_000));
    expect(whole.unlisted).toBe(0);
    expect(shownRows(whole.compose(null)).at(-2)?.[0]).toMatch(/^注：差额＝/);
  });
});
