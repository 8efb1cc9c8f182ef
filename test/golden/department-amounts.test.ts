import { toJson } from '../../src/cli/json';
import type { Evaluation } from '../../src/evaluate';
import type { CellValue } from '../../src/model/grid';
import { SHEETS } from '../../src/report/sheet-names';
import { xlsxOf } from '../support/book';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, opened, ownCells, ownFormulas } from '../support/evaluated';
import { inputCells } from '../support/input-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import type { Sheet } from '../support/project-forms';
import { indicators } from '../support/project-forms';

/** Spent in the year: 307.82 万元. No table states the budget of the year. */
const FINAL: Sheet = [
  '支出决算表',
  [
    ['2023年度支出决算表'],
    ['编制单位：云岭县民政局', null, null, null, '单位：万元'],
    ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
    ['合计', null, 307.82, 105.58, 202.24],
    ['208', '社会保障和就业支出', 307.82, 105.58, 202.24],
  ],
];

/** 预算执行情况表 with a budget of the year in 万元. */
const execution = (annual: number): Sheet => [
  '预算执行情况表',
  [
    ['2023年度预算执行情况表'],
    ['编制单位：云岭县民政局', null, null, null, '单位：万元'],
    ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数'],
    ['合计', 300, annual - 300, annual, 307.82],
    ['基本支出', 100, 10, 110, 105.58],
    ['项目支出', 200, annual - 310, annual - 110, 202.24],
  ],
];

const workbook = (...sheets: readonly Sheet[]): Uint8Array =>
  xlsxOf({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });

const COLUMNS = { 年初预算数: '第4栏', 预算调整数: '第5栏', 全年预算数: '第6栏', 全年执行数: '第7栏' } as const;
type Typing = readonly [line: string, fund: keyof typeof COLUMNS, value: Edit];
const JIANGXI = { region: ['江西省'] } as const;

/** Types amounts into lines of money of 自评_部门整体自评表, found by their hidden ids. */
async function typing(bytes: Uint8Array, ...amounts: readonly Typing[]): Promise<Uint8Array> {
  const cells = (await inputCells(bytes)).filter(({ sheet }) => sheet === SHEETS.department);
  const edits = amounts.map(([line, fund, value]): [string, Edit] => {
    const cell = cells.find(({ id, column }) => id === `2023|资金|${line}` && column === COLUMNS[fund]);
    if (!cell) throw new Error(`${line} ${fund} is not hers to fill in`);
    return [cell.place, value];
  });
  return withCells(bytes, new Map(edits));
}

/** 资金总额 as it stands on the sheet: four amounts, rate, points, score. */
async function onSheet(bytes: Uint8Array, label = '资金总额'): Promise<readonly CellValue[] | undefined> {
  const { rows } = await (await opened(bytes)).read({ sheet: SHEETS.department, fromRow: 0, toRow: 60 });
  return rows.find((row) => String(row[1] ?? row[0]).includes(label))?.slice(3, 10);
}

/** 资金总额 as it stands in the Word report. */
function inWord({ document }: Evaluation): readonly string[] {
  const tables = document?.blocks.filter((block) => block.type === 'table') ?? [];
  const form = tables.find(({ body }) => body[0]?.[0]?.text === '部门名称');
  const line = form?.body.map((row) => row.map(({ text }) => text)).find(([name]) => name === '资金总额');
  return line?.slice(1) ?? [];
}

function executionRate({ evaluation }: Evaluated): unknown {
  const { scorecard } = toJson(evaluation, []) as { scorecard: { indicators: readonly { id: string }[] } };
  return scorecard.indicators.find(({ id }) => id === 'execution-rate');
}

function saidAbout({ evaluation }: Evaluated, rule: string): readonly string[] {
  return evaluation.findings.filter((one) => one.rule === rule).map(({ message }) => message);
}

describe('the budget of the year she types on the form of the department', () => {
  const typed: Typing = ['all', '全年预算数', 320];

  it('is waited for: no other budget is taken as the base', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    expect(executionRate(once)).toMatchObject({ status: 'pending', value: null, score: null });
    expect(inWord(once.evaluation)).toEqual(['待填', '待填', '待填', '307.82', '待填', '10', '待填']);
  });

  it('scores the execution rate, with the cell she typed it into, on the sheet, in Word and in the result', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const again = await evaluatedFrom(await typing(once.bytes, typed), JIANGXI);
    expect(executionRate(again)).toMatchObject({
      status: 'computed',
      value: '0.9619375',
      score: '9.62',
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: '《部门整体支出绩效自评表》资金总额·全年预算数', value: '320' }),
        expect.objectContaining({ name: '《支出决算表》合计·本年支出合计', value: '307.82' }),
      ]) as unknown,
    });
    expect(await onSheet(again.bytes)).toEqual([
      '【待填：年初预算数】',
      '【待填：预算调整数】',
      ...[320, 307.82, 0.9619, 10, 9.62],
    ]);
    expect(inWord(again.evaluation)).toEqual(['待填', '待填', '320.00', '307.82', '96.19%', '10', '9.62']);
  });

  it('is in the text of the report too', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    expect(once.evaluation.narrative?.pending).toContain('全年预算数');
    const { evaluation } = await evaluatedFrom(await typing(once.bytes, typed), JIANGXI);
    expect(evaluation.narrative?.pending).not.toContain('全年预算数');
    const text = evaluation.document?.blocks.map((block) => ('text' in block ? block.text : '')).join('');
    expect(text).toContain('全年预算数320.00万元，全年执行数307.82万元，预算执行率96.19%');
  });

  it('reaches the score through the working paper, live from her cell', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const { bytes } = await evaluatedFrom(await typing(once.bytes, typed), JIANGXI);
    const [cells, formulas] = [await ownCells(bytes), await ownFormulas(bytes)];
    const drawn = [...formulas].filter(([place, text]) => place.startsWith('自评_取数!G') && text.includes('部门整体'));
    expect(drawn).toEqual([[expect.stringMatching(/G\d+$/), "'自评_部门整体自评表'!F7"]]);
    const row = /\d+$/.exec(drawn[0]?.[0] ?? '')?.[0] ?? '';
    expect(['G', 'H', 'I', 'J', 'L'].map((column) => cells.get(`自评_取数!${column}${row}`))).toEqual([
      ...[320, 320, '万元', 320, '在自评表里填写'],
    ]);
    expect([...formulas.values()].some((text) => text.includes(`'自评_取数'!H${row}`))).toBe(true);
  });

  it('gives the same workbook on every further run', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const again = await evaluatedFrom(await typing(once.bytes, typed), JIANGXI);
    const third = await evaluatedFrom(again.bytes, JIANGXI);
    expect(Buffer.from(third.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });

  it.each([
    ['3,200,000元', 320],
    ['1,072.5万元', 1072.5],
  ])('written as %s is %d', async (words, amount) => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const again = await evaluatedFrom(await typing(once.bytes, ['all', '全年预算数', words]), JIANGXI);
    expect((await onSheet(again.bytes))?.[2]).toBe(amount);
    expect(executionRate(again)).toMatchObject({ status: 'computed' });
  });

  it('that is no amount stays as it is, does not count, and is asked about', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const again = await evaluatedFrom(await typing(once.bytes, ['all', '全年预算数', '三百多万']), JIANGXI);
    expect((await onSheet(again.bytes))?.[2]).toBe('三百多万');
    expect(executionRate(again)).toMatchObject({ status: 'pending' });
    expect(saidAbout(again, 'department.funds.typed-unclear')).toEqual([
      '《自评_部门整体自评表》资金总额的全年预算数填的是“三百多万”，看不出是多少，没有用上。请只填数字，单位是万元。',
    ]);
  });

  it('of zero is no base: the rate stays pending', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const again = await evaluatedFrom(await typing(once.bytes, ['all', '全年预算数', 0]), JIANGXI);
    expect(executionRate(again)).toMatchObject({ status: 'pending', value: null });
    expect(inWord(again.evaluation)).toEqual(['待填', '待填', '0.00', '307.82', '—', '10', '待填']);
  });

  describe('and that a table states otherwise later', () => {
    it('gives way to the table, is told, and is kept below the form until she clears it', async () => {
      const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
      const previousBytes = await typing(once.bytes, typed);
      const again = await evaluatedFrom(workbook(FINAL, execution(310)), { ...JIANGXI, previousBytes });
      expect(executionRate(again)).toMatchObject({ value: expect.stringMatching(/^0\.99296774/) as unknown });
      const said = saidAbout(again, 'department.funds.typed-differs');
      expect(said).toEqual([
        expect.stringMatching(
          /资金总额的全年预算数填的是 320 万元，《预算执行情况表》合计·全年预算数现在是 310 万元。/,
        ),
      ]);
      expect(await onSheet(again.bytes, '以前填写：资金总额')).toEqual([null, null, 320, null, null, null, null]);

      const third = await evaluatedFrom(again.bytes, JIANGXI);
      expect(saidAbout(third, 'department.funds.typed-differs')).toEqual(said);
      const [kept] = (await inputCells(again.bytes)).filter(({ id }) => id.endsWith('|另存'));
      const cleared = await evaluatedFrom(withCells(again.bytes, new Map([[kept?.place ?? '', null]])), JIANGXI);
      expect(saidAbout(cleared, 'department.funds.typed-differs')).toEqual([]);
      expect(await onSheet(cleared.bytes, '以前填写')).toBeUndefined();
    });

    it('is not spoken of where the table says the same', async () => {
      const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
      const previousBytes = await typing(once.bytes, typed);
      const again = await evaluatedFrom(workbook(FINAL, execution(320)), { ...JIANGXI, previousBytes });
      expect(saidAbout(again, 'department.funds.typed-differs')).toEqual([]);
    });
  });

  it('of another year is not this year’s', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const previousBytes = await typing(once.bytes, typed);
    const other = await evaluatedFrom(workbook(FINAL), { ...JIANGXI, previousBytes, year: 2024 });
    expect(executionRate(other)).toMatchObject({ status: 'pending' });
  });
});

/** What is asked of her in two forms: words everywhere, amounts where money stands. */
function filledIn({ id, column }: { readonly id: string; readonly column: string }, at: number): Edit {
  return id.includes('|资金|') ? 1000 + at : `${column.replace('第', '填')}甲${String.fromCodePoint(0x4e00 + at)}`;
}

test('whatever she types on the two forms stands in the Word report', async () => {
  const project = indicators(['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 50, 50]);
  const once = await evaluatedFrom(workbook(FINAL, project), JIANGXI);
  const hers = (await inputCells(once.bytes)).filter(({ sheet }) =>
    [SHEETS.department, SHEETS.projects].includes(sheet as never),
  );
  const edits = hers.map((cell, at) => [cell.place, filledIn(cell, at)] as const);
  const { evaluation } = await evaluatedFrom(withCells(once.bytes, new Map(edits)), JIANGXI);
  const words = JSON.stringify(evaluation.document?.blocks);
  const printed = (value: Edit): string =>
    typeof value === 'number' ? value.toLocaleString('en-US', { minimumFractionDigits: 2 }) : String(value);
  const missing = hers.filter((_, at) => !words.includes(printed(edits[at]?.[1] ?? '')));
  expect(missing.map(({ id, column }) => `${id} ${column}`)).toEqual([]);
  expect(hers.length).toBeGreaterThan(20);
});

describeWithLibreOffice('a spreadsheet recalculates the form', () => {
  it('to what is kept beside the formulas, and follows her when she changes the amount', async () => {
    const once = await evaluatedFrom(workbook(FINAL), JIANGXI);
    const { bytes } = await evaluatedFrom(await typing(once.bytes, ['all', '全年预算数', 320]), JIANGXI);
    expect(await onSheet(await recalculated(bytes))).toEqual(await onSheet(bytes));
    const changed = await recalculated(await typing(bytes, ['all', '全年预算数', 400]));
    expect((await onSheet(changed))?.slice(2)).toEqual([400, 307.82, 0.7696, 10, 7.7]);
    const emptied = await recalculated(await typing(bytes, ['all', '全年预算数', null]));
    expect((await onSheet(emptied))?.slice(2)).toEqual([null, 307.82, null, 10, '待填']);
  });
});
