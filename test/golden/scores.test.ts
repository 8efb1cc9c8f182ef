import { readFileSync } from 'node:fs';
import { scorecardJson } from '../../src/cli/score-json';
import { cellAddress } from '../../src/model/address';
import type { CellValue } from '../../src/model/grid';
import { Decimal, sum } from '../../src/model/decimal';
import type { Scorecard, ScoredIndicator } from '../../src/model/scorecard';
import type { Answer, Answers } from '../../src/rubric/answers';
import type { Indicator, Rubric } from '../../src/rubric/pack';
import { RUBRICS } from '../../src/rubric/packs';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, opened } from '../support/evaluated';
import { inputCells } from '../support/input-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import { SAMPLE_FILE } from '../support/sample';

type Cells = ReadonlyMap<string, CellValue>;

const SAMPLE = readFileSync(SAMPLE_FILE);
const ANSWERS = JSON.parse(readFileSync(SAMPLE_FILE.replace(/\.xlsx$/, '答复.json'), 'utf8')) as Answers;
const SCORES = '自评_评分表';
const LIVE = [SCORES, '自评_部门整体自评表', '自评_目录'];
const FRAMEWORK = 'mof-2013-53';
/** Ratios are worked out in binary by the spreadsheet. */
const CLOSE = 1e-6;

function cardOf({ evaluation }: Evaluated): Scorecard {
  if (!evaluation.scorecard) throw new Error('no scorecard');
  return evaluation.scorecard;
}

function indicatorOf(evaluated: Evaluated, id: string): ScoredIndicator {
  const found = cardOf(evaluated).indicators.find((one) => one.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

/** 满分·得分·状态 of some indicators, by id. */
function outcomes(evaluated: Evaluated, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    ids.map((id) => {
      const { points, score, status } = indicatorOf(evaluated, id);
      return [id, `${points.toString()} ${score?.roundHalfUp(2).toString() ?? '-'} ${status}`];
    }),
  );
}

/** What stands in 自评_评分表 for an indicator: 实际值, 得分. */
function shown(cells: Cells, id: string): readonly (CellValue | undefined)[] {
  const place = [...cells].find(([at, value]) => at.startsWith(`${SCORES}!`) && value === `${FRAMEWORK}|${id}`)?.[0];
  const row = /\d+$/.exec(place ?? '')?.[0];
  return [cells.get(`${SCORES}!H${row}`) ?? '', cells.get(`${SCORES}!J${row}`)];
}

/** What stands beside 合计, 已评分值, 待填分值, 尾差 and 等级. */
function totals(cells: Cells): Record<string, CellValue | undefined> {
  return Object.fromEntries(
    ['合计', '已评分值', '待填分值', '尾差', '等级'].map((name) => {
      const place = [...cells].find(([at, value]) => at.startsWith(`${SCORES}!B`) && value === name)?.[0];
      return [name, cells.get(`${SCORES}!J${/\d+$/.exec(place ?? '')?.[0]}`)];
    }),
  );
}

function same(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < CLOSE;
  return (one ?? '') === (other ?? '');
}

/** The values and formulas of the sheets with scores, by “Sheet!A1”. */
async function scoreSheets(bytes: Uint8Array): Promise<{ values: Cells; formulas: ReadonlyMap<string, string> }> {
  const source = await opened(bytes);
  const values = new Map<string, CellValue>();
  const formulas = new Map<string, string>();
  for (const { name, rowCount } of await source.describe()) {
    if (!LIVE.includes(name)) continue;
    const { rows } = await source.read({ sheet: name, fromRow: 0, toRow: rowCount });
    rows.forEach((cells, row) =>
      cells.forEach((value, column) => values.set(`${name}!${cellAddress(row, column)}`, value)),
    );
    for (const [address, formula] of await source.formulas(name)) formulas.set(`${name}!${address}`, formula);
  }
  return { values, formulas };
}

/** Formulas of the sheets with scores whose written value is not what LibreOffice makes of them. */
async function disagreements(bytes: Uint8Array): Promise<{ count: number; wrong: unknown[] }> {
  const written = await scoreSheets(bytes);
  const live = await scoreSheets(await recalculated(bytes));
  const wrong = [...written.formulas].filter(([place]) => !same(written.values.get(place), live.values.get(place)));
  return {
    count: written.formulas.size,
    wrong: wrong.map(([place, formula]) => [place, formula, written.values.get(place), live.values.get(place)]),
  };
}

/** Answers by indicator, then by column of 自评_评分表. */
type Typed = Readonly<Record<string, Readonly<Record<string, Edit>>>>;

/** The workbook after she typed answers: by indicator, then by column of 自评_评分表. */
async function answeredOn(bytes: Uint8Array, typed: Typed): Promise<Uint8Array> {
  const places = new Map(
    (await inputCells(bytes))
      .filter(({ sheet }) => sheet === SCORES)
      .map(({ id, column, place }) => [`${id}|${column}`, place]),
  );
  const edits = Object.entries(typed).flatMap(([id, columns]) =>
    Object.entries(columns).map(([column, edit]): [string, Edit] => {
      const place = places.get(`${FRAMEWORK}|${id}|${column}`);
      if (place === undefined) throw new Error(`nothing to type into at ${id} ${column}`);
      return [place, edit];
    }),
  );
  return withCells(bytes, new Map(edits));
}

/** An answer to any indicator, by how it is scored. */
function someAnswer({ method, display }: Indicator): Answer {
  switch (method.type) {
    case 'checklist':
    case 'deduction':
      return { count: 1 };
    case 'qualitative':
      return { value: '70%' };
    default:
      return { value: display === 'ratio' ? '90%' : 5 };
  }
}

let complete: Evaluated;
let open: Evaluated;

beforeAll(async () => {
  complete = await evaluatedFrom(SAMPLE, { answers: ANSWERS });
  open = await evaluatedFrom(SAMPLE);
});

describe('the sample with its answers', () => {
  it('is scored completely: nothing pending, a grade, and nothing to object to', () => {
    const card = cardOf(complete);
    expect([card.scorable, card.pendingPoints, card.total, card.remainder].map(String)).toEqual([
      '100',
      '0',
      '98.43',
      '0',
    ]);
    expect([card.grade, card.cap, card.pointsBasis]).toEqual(['优', null, 'unconfirmed']);
    expect(complete.evaluation.findings.filter(({ stage }) => stage === 'scores').map(({ rule }) => rule)).toEqual([
      'project.not-evaluated',
    ]);
  });

  it('has the sum of its unrounded scores as total', () => {
    const scores = cardOf(complete).indicators.map(({ score }) => score ?? Decimal.ZERO);
    expect(scores).toHaveLength(28);
    expect(sum(scores).roundHalfUp(2).toString()).toBe('98.43');
  });

  // 99.55 % of 4 points; 3.64 points above 0 at 0.2 for every 10; 96.22 % of 3 points; 99 % of 6 points.
  it.each([
    ['staff-control', '32 ÷ 34', 32 / 34, '3'],
    ['budget-completion', '17917.84 ÷ 17998.37', 17917.84 / 17998.37, '3.98'],
    ['carry-over-rate', '80.53 ÷ 17998.37', 80.53 / 17998.37, '2'],
    ['carry-over-change', '(80.53 − 77.70) ÷ 77.70', (80.53 - 77.7) / 77.7, '1.93'],
    ['public-cost-control', '68.10 ÷ 75.60', 68.1 / 75.6, '3'],
    ['three-public-control', '6.39 ÷ 7.50', 6.39 / 7.5, '4'],
    ['procurement-execution', '531.03 ÷ 551.90', 531.03 / 551.9, '2.89'],
    ['satisfaction', '(322 + 159) ÷ 500', 481 / 500, '8'],
  ])('works out %s from figures: %s', (id, _, value, score) => {
    const { indicators } = scorecardJson(cardOf(complete)) as { indicators: Record<string, unknown>[] };
    const found = indicators.find((one) => one['id'] === id);
    expect(Number(found?.['value'])).toBeCloseTo(value, 9);
    expect(found).toMatchObject({ score, status: 'computed' });
    const inputs = found?.['inputs'] as { value: string | null; cells: string[] }[];
    expect(inputs.length).toBeGreaterThan(0);
    for (const input of inputs) expect([input.value, input.cells]).toEqual([expect.any(String), [expect.any(String)]]);
  });

  it('takes the person’s answers for the rest', () => {
    expect(
      outcomes(complete, ['goal-clear', 'asset-safety', 'payment-progress', 'fund-compliance', 'economic-effect']),
    ).toEqual({
      'goal-clear': '3 3 answered',
      'asset-safety': '2 1.33 answered',
      'payment-progress': '2 1.96 answered',
      'fund-compliance': '5 5 answered',
      'economic-effect': '4 3.8 answered',
    });
  });

  it('without them has the computed scores alone, and no grade', () => {
    const card = cardOf(open);
    expect([card.scorable, card.pendingPoints, card.total].map(String)).toEqual(['54', '46', '53.74']);
    expect(card.grade).toBeNull();
    const answered = Object.keys(ANSWERS);
    expect(card.indicators.filter(({ status }) => status === 'pending').map(({ id }) => id)).toEqual(answered);
    const own = card.indicators.filter(({ status }) => status === 'computed').map(({ id }) => id);
    expect(outcomes(open, own)).toEqual(outcomes(complete, own));
  });
});

describe('answers typed on 自评_评分表', () => {
  it('stand there after a run with a file of answers, and need the file no more', async () => {
    const again = await evaluatedFrom(complete.bytes);
    expect(outcomes(again, Object.keys(ANSWERS))).toEqual(outcomes(complete, Object.keys(ANSWERS)));
    expect([cardOf(again).total.toString(), cardOf(again).grade]).toEqual(['98.43', '优']);
  });

  it('are kept on a new run, and go before the file', async () => {
    const typed = await answeredOn(open.bytes, {
      'goal-clear': { 评定值: 2 },
      'social-effect': { 档次: '部分达成', 评定值: 0.7 },
    });
    const again = await evaluatedFrom(SAMPLE, { answers: ANSWERS, previousBytes: typed });
    expect(outcomes(again, ['goal-clear', 'social-effect', 'goal-reasonable'])).toEqual({
      'goal-clear': '3 1.5 answered',
      'social-effect': '5 3.5 answered',
      'goal-reasonable': '2 2 answered',
    });
    const found = (await inputCells(again.bytes)).filter(
      ({ sheet, id, value }) => sheet === SCORES && id.endsWith('-clear') && value !== null,
    );
    expect(found.map(({ column, value }) => [column, value])).toEqual([['评定值', 2]]);
  });
});

describeWithLibreOffice('the live scores', () => {
  it('are in another program what was written, with answers and without', async () => {
    const found = await Promise.all([complete, open].map(({ bytes }) => disagreements(bytes)));
    expect(found.map(({ wrong }) => wrong)).toEqual([[], []]);
    expect(Math.min(...found.map(({ count }) => count))).toBeGreaterThan(200);
  });

  // The first one, the framework, is the sample’s above.
  it.each(RUBRICS.slice(1).map((rubric): [string, Rubric] => [rubric.id, rubric]))(
    'of %s agree too, and add up',
    async (_, rubric) => {
      const answers = Object.fromEntries(rubric.indicators.map((one) => [one.id, someAnswer(one)]));
      const scored = await evaluatedFrom(SAMPLE, { rubric, answers });
      const card = cardOf(scored);
      expect([card.rubric, card.full.toString(), card.indicators.length]).toEqual([
        rubric.id,
        '100',
        rubric.indicators.length,
      ]);
      expect(card.indicators.length).toBeGreaterThanOrEqual(20);
      const applying = card.indicators.filter(({ status }) => status !== 'not-applicable');
      const [scores, points] = [
        sum(applying.map(({ score }) => score ?? Decimal.ZERO)),
        sum(applying.map((one) => one.points)),
      ];
      if (card.cap === null) expect(Number(card.total)).toBeCloseTo((Number(scores) * 100) / Number(points), 1);
      for (const { score, points: most } of applying) expect(score === null || score.compare(most) <= 0).toBe(true);
      expect(card.scorable.plus(card.pendingPoints).toString()).toBe('100');
      expect((await disagreements(scored.bytes)).wrong).toEqual([]);
    },
  );
});

const ABSENT: Typed = {
  'goal-clear': { 不适用: '不适用', 原因: '当年机构改革，未批复目标' },
  'staff-control': { 不适用: '不适用', 原因: '编制数正在重新核定' },
  disclosure: { 不适用: '不适用' },
  'procurement-execution': { 不适用: '不适用' },
};

const IMPOSSIBLE: Typed = {
  'goal-reasonable': { 评定值: 4 },
  'fund-compliance': { 评定值: 1.5 },
  'management-system': { 评定值: '都有' },
  'key-spending': { 评定值: 97 },
  'economic-effect': { 档次: '达成年度指标', 评定值: 0.3 },
  'social-effect': { 评定值: 140 },
  'ecological-effect': { 档次: '很好' },
  'asset-safety': { 评定值: -1 },
};

describeWithLibreOffice('indicators that do not apply, and answers that cannot be', () => {
  let again: Evaluated;
  let live: Cells;

  beforeAll(async () => {
    const typed = await answeredOn(open.bytes, { ...ABSENT, ...IMPOSSIBLE });
    again = await evaluatedFrom(typed);
    live = (await scoreSheets(await recalculated(typed))).values;
  });

  it('do not count for a reason, and wait where no reason is given', () => {
    const ids = Object.keys(ABSENT);
    expect(outcomes(again, ids)).toEqual({
      'goal-clear': '3 - not-applicable',
      'staff-control': '3 - not-applicable',
      disclosure: '2 - pending',
      'procurement-execution': '3 - pending',
    });
    expect(ids.map((id) => shown(live, id)[1])).toEqual(['不适用', '不适用', '待填', '待填']);
    const reasons = again.evaluation.findings.filter(({ rule }) => rule === 'score.not-applicable.reason');
    expect(reasons.map((one) => one.class)).toEqual(['must', 'must']);
  });

  it('share their points out over the others', () => {
    // 54 points had a score; 3 of them do not apply and 3 wait, and 94 of 100 are left to share.
    const card = cardOf(again);
    const left = sum(cardOf(open).indicators.flatMap(({ score }) => score ?? []))
      .minus(Decimal.of(3))
      .minus(indicatorOf(open, 'procurement-execution').score ?? Decimal.ZERO);
    expect(Number(card.total)).toBeCloseTo((Number(left) * 100) / 94, 2);
    expect(totals(live)).toEqual({
      合计: Number(card.total),
      已评分值: 51.06,
      待填分值: 48.94,
      尾差: Number(card.remainder),
      等级: '待填',
    });
    expect([card.scorable, card.pendingPoints].map(String)).toEqual(['51.06', '48.94']);
  });

  it('wait where an answer cannot be, and are said', () => {
    const ids = Object.keys(IMPOSSIBLE);
    expect(ids.map((id) => indicatorOf(again, id).status)).toEqual(ids.map(() => 'pending'));
    expect(ids.map((id) => shown(live, id))).toEqual(ids.map(() => ['', '待填']));
    const findings = again.evaluation.findings.filter(({ rule }) => rule === 'score.answer.impossible');
    expect(findings.map((one) => one.class)).toEqual(ids.map(() => 'must'));
  });

  it('are written by the next run as they are worked out live', async () => {
    expect((await disagreements(again.bytes)).wrong).toEqual([]);
  });

  it('are read alike, typed as a number or as text', async () => {
    const typed = await answeredOn(open.bytes, {
      'goal-clear': { 评定值: '2' },
      'key-work': { 评定值: '90%' },
      'payment-progress': { 评定值: 0.98 },
      'social-effect': { 评定值: 85 },
      'economic-effect': { 档次: '达成年度指标' },
    });
    const again = await evaluatedFrom(typed);
    expect((await disagreements(again.bytes)).wrong).toEqual([]);
  });
});
