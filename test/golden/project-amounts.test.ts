import { toJson } from '../../src/cli/json';
import type { Evaluation } from '../../src/evaluate';
import type { CellValue } from '../../src/model/grid';
import { SHEETS } from '../../src/report/sheet-names';
import { xlsxOf } from '../support/book';
import { withCells } from '../support/edit-cells';
import type { Edit } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, opened } from '../support/evaluated';
import { inputCells } from '../support/input-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import type { Row, Sheet } from '../support/project-forms';
import { expenditure, indicators } from '../support/project-forms';

const REACHED: readonly Row[] = [
  ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 50],
  ['临时救助', '效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 30],
  ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '96%', 10],
];
const WITHOUT_MONEY = [indicators(...REACHED)];

const workbook = (sheets: readonly Sheet[]): Uint8Array =>
  xlsxOf({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });

const FUNDS = { 年初预算数: '第4栏', 全年预算数: '第5栏', 全年执行数: '第6栏' } as const;
type Typing = readonly [line: string, fund: keyof typeof FUNDS, value: Edit];

/** Types amounts into the cells of 自评_项目自评表 for 临时救助, found by their hidden ids. */
async function typing(bytes: Uint8Array, ...amounts: readonly Typing[]): Promise<Uint8Array> {
  const cells = await inputCells(bytes);
  const edits = amounts.map(([line, fund, value]): [string, Edit] => {
    const cell = cells.find(({ id, column }) => id.endsWith(`|资金|临时救助|${line}`) && column === FUNDS[fund]);
    if (!cell) throw new Error(`${line} ${fund} is not hers to fill in`);
    return [cell.place, value];
  });
  return withCells(bytes, new Map(edits));
}

/** The lines of 项目资金 on the sheet, from the amounts on: as they stand in a workbook. */
async function onSheet(bytes: Uint8Array): Promise<Record<string, readonly CellValue[]>> {
  const rows = (await (await opened(bytes)).read({ sheet: SHEETS.projects, fromRow: 0, toRow: 40 })).rows;
  const lines = rows.filter((row) => /(?:资金总额|财政拨款|结转资金|其他资金|以前填写)/.test(String(row[1] ?? row[0])));
  return Object.fromEntries(
    lines.map((row) => [String(row[1] || row[0]).replace(/^(?:其中：|　+)/, ''), row.slice(3, 8)]),
  );
}

/** The same lines in the Word report. */
function inWord({ document }: Evaluation): Record<string, readonly string[]> {
  const tables = document?.blocks.filter((block) => block.type === 'table') ?? [];
  const form = tables.find(({ body }) => body[0]?.[0]?.text === '项目名称');
  const lines = form?.body.map((row) => row.map(({ text }) => text)) ?? [];
  const money = lines.filter(([name]) => /(?:资金总额|财政拨款|结转资金|其他资金)$/.test(name ?? ''));
  return Object.fromEntries(money.map(([name = '', ...cells]) => [name.replace(/^(?:其中：|　+)/, ''), cells]));
}

function inJson({ evaluation }: Evaluated): unknown {
  return (toJson(evaluation, []) as { readonly projects: readonly unknown[] }).projects[0];
}

function saidAbout({ evaluation }: Evaluated, rule: string): readonly string[] {
  return evaluation.findings.filter((one) => one.rule === rule).map(({ message }) => message);
}

describe('amounts she types on the form of a project', () => {
  const typed: readonly Typing[] = [
    ['年度资金总额', '全年预算数', 80],
    ['年度资金总额', '全年执行数', 60],
    ['当年财政拨款', '全年预算数', 70],
    ['当年财政拨款', '全年执行数', 56],
  ];

  test('are the same in the result, on the sheet and in Word, with the cells they were typed into', async () => {
    const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
    expect(inJson(once)).toMatchObject({ total: '90', pendingPoints: '10', executionRate: null });

    const again = await evaluatedFrom(await typing(once.bytes, ...typed));
    expect(inJson(again)).toMatchObject({
      total: '97.5',
      pendingPoints: '0',
      grade: '优',
      executionRate: '0.75',
      funds: {
        initialBudget: null,
        annualBudget: '80',
        actual: '60',
        unit: '万元',
        cells: ['自评_项目自评表!E7', '自评_项目自评表!F7'],
      },
    });
    expect(await onSheet(again.bytes)).toMatchObject({
      年度资金总额: ['【待填：年初预算数】', 80, 60, 10, 0.75],
      当年财政拨款: ['【待填：年初预算数】', 70, 56, '—', 0.8],
    });
    expect(inWord(again.evaluation)).toMatchObject({
      年度资金总额: ['待填', '80.00', '60.00', '10', '75.00%', '7.50'],
      当年财政拨款: ['待填', '70.00', '56.00', '—', '80.00%', '—'],
    });
    expect(saidAbout(again, 'project.execution.pending')).toEqual([]);
  });

  test('fill what a table leaves open, in the unit of the table', async () => {
    const [name, rows] = expenditure(['临时救助', 600000, 800000, 700000, 100000, null, null]);
    const inYuan = rows.map((row): Row => row.map((cell) => (cell === '单位：万元' ? '单位：元' : cell)));
    const once = await evaluatedFrom(workbook([...WITHOUT_MONEY, [name, inYuan]]));
    const again = await evaluatedFrom(await typing(once.bytes, ['年度资金总额', '全年执行数', 72]));
    expect(inJson(again)).toMatchObject({
      total: '99',
      funds: {
        annualBudget: '800000',
        actual: '720000',
        unit: '元',
        cells: ['项目支出情况表!B4', '项目支出情况表!C4', '自评_项目自评表!F7'],
      },
    });
    expect(inWord(again.evaluation)['年度资金总额']).toEqual(['60.00', '80.00', '72.00', '10', '90.00%', '9.00']);
  });

  test.each([
    ['72', 72],
    ['1,072.5万元', 1072.5],
    ['720000元', 72],
    ['—', 0],
  ])('written as %s become the number %d', async (words, amount) => {
    const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
    const again = await evaluatedFrom(await typing(once.bytes, ['年度资金总额', '全年执行数', words]));
    expect((await onSheet(again.bytes))['年度资金总额']?.[2]).toBe(amount);
    expect(inJson(again)).toMatchObject({ funds: { actual: String(amount) } });
  });

  test('that are no amounts stay as they are, do not count, and are asked about', async () => {
    const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
    const again = await evaluatedFrom(
      await typing(once.bytes, ['年度资金总额', '全年预算数', 80], ['年度资金总额', '全年执行数', '约60']),
    );
    expect((await onSheet(again.bytes))['年度资金总额']).toEqual(['【待填：年初预算数】', 80, '约60', 10, null]);
    expect(inJson(again)).toMatchObject({ pendingPoints: '10', funds: { annualBudget: '80', actual: null } });
    expect(saidAbout(again, 'project.funds.typed-unclear')).toEqual([
      '项目“临时救助”的年度资金总额的全年执行数填的是“约60”，看不出是多少，没有用上。请只填数字，单位是万元。',
    ]);
  });

  describe('and that a table states otherwise later', () => {
    const money = expenditure(['临时救助', 60, 80, 70, 10, 0, 72]);

    test('give way to the table, are told, and are kept below the form until she clears them', async () => {
      const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
      const previousBytes = await typing(once.bytes, ...typed);
      const again = await evaluatedFrom(workbook([...WITHOUT_MONEY, money]), { previousBytes });
      expect(inJson(again)).toMatchObject({ total: '99', funds: { annualBudget: '80', actual: '72' } });
      const sentence = saidAbout(again, 'project.funds.typed-differs');
      expect(sentence).toEqual([
        expect.stringMatching(/全年执行数填的是 60 万元，《项目支出情况表》.*现在是 72 万元。/),
      ]);
      expect(await onSheet(again.bytes)).toMatchObject({
        年度资金总额: [60, 80, 72, 10, 0.9],
        // 全年执行数 of this part stands in no table: it is still hers.
        当年财政拨款: ['【待填：年初预算数】', 70, 56, '—', 0.8],
        '以前填写：临时救助·年度资金总额（来源表里另有数，没有采用）': [null, null, 60, null, null],
      });

      const third = await evaluatedFrom(again.bytes);
      expect(saidAbout(third, 'project.funds.typed-differs')).toEqual(sentence);
      const fourth = await evaluatedFrom(third.bytes);
      expect(Buffer.from(fourth.bytes).equals(Buffer.from(third.bytes))).toBe(true);

      const [kept] = (await inputCells(again.bytes)).filter(({ id }) => id.endsWith('|另存'));
      const cleared = await evaluatedFrom(withCells(again.bytes, new Map([[kept?.place ?? '', null]])));
      expect(saidAbout(cleared, 'project.funds.typed-differs')).toEqual([]);
      expect(Object.keys(await onSheet(cleared.bytes)).some((name) => name.startsWith('以前填写'))).toBe(false);
    });

    test('are silent where the table says the same', async () => {
      const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
      const previousBytes = await typing(once.bytes, ['年度资金总额', '全年执行数', 72]);
      const again = await evaluatedFrom(workbook([...WITHOUT_MONEY, money]), { previousBytes });
      expect(saidAbout(again, 'project.funds.typed-differs')).toEqual([]);
      expect(Object.keys(await onSheet(again.bytes)).some((name) => name.startsWith('以前填写'))).toBe(false);
    });
  });

  test('for a project that is called otherwise now are told and kept', async () => {
    const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
    const previousBytes = await typing(once.bytes, ['年度资金总额', '全年执行数', 72]);
    const renamed = indicators(...REACHED.map(([, ...cells]): Row => ['养老服务', ...cells]));
    const again = await evaluatedFrom(workbook([renamed]), { previousBytes });
    expect(saidAbout(again, 'project.funds.typed-unknown')[0]).toMatch(/“临时救助”.*年度资金总额的全年执行数 72。/);
    expect((await onSheet(again.bytes))['以前填写（2023年）：临时救助·年度资金总额']?.[2]).toBe(72);
  });
});

describe('the lines 其中 of a form in her own workbook', () => {
  const form = (...parts: readonly Row[]): Sheet => [
    '临时救助自评表',
    [
      ['项目支出绩效自评表'],
      ['（2023年度）'],
      ['填报单位：云岭县民政局'],
      ['项目名称', '临时救助'],
      ['项目资金（元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', 600000, 800000, 720000, 10, '90%', 9],
      ...parts,
      ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ...REACHED.map(([, ...cells]): Row => [null, ...cells]),
    ],
  ];
  const stated = form(
    [null, '其中：本年一般公共预算拨款', 600000, 700000, '630,000.00', '—', '90%', '—'],
    [null, '　　　上年结转资金', 0, 100000, 90000, '—', '90%', '—'],
    [null, '　　　其他资金', '—', '—', null, '—', '—', '—'],
  );

  test('stand on the sheet and in Word; a dash is nothing, a blank is to be filled in', async () => {
    const { evaluation, bytes } = await evaluatedFrom(workbook([stated]));
    expect(await onSheet(bytes)).toEqual({
      年度资金总额: [60, 80, 72, 10, 0.9],
      当年财政拨款: [60, 70, 63, '—', 0.9],
      上年结转资金: [0, 10, 9, '—', 0.9],
      其他资金: [0, 0, '【待填：全年执行数】', '—', null],
    });
    expect(inWord(evaluation)).toEqual({
      年度资金总额: ['60.00', '80.00', '72.00', '10', '90.00%', '9.00'],
      当年财政拨款: ['60.00', '70.00', '63.00', '—', '90.00%', '—'],
      上年结转资金: ['0.00', '10.00', '9.00', '—', '90.00%', '—'],
      其他资金: ['0.00', '0.00', '待填', '—', '', '—'],
    });
  });

  test('are never scored: points on them change nothing and must go', async () => {
    const scored = form([null, '其中：财政拨款', 600000, 800000, 720000, 10, '90%', 9]);
    const both = await evaluatedFrom(workbook([scored]));
    expect(inJson(both)).toMatchObject({ total: '99', executionRate: '0.9' });
    const said = both.evaluation.findings.filter(({ rule }) => rule === 'project.funding-part.scored');
    expect(said.map(({ cells }) => cells)).toEqual([['临时救助自评表!F7', '临时救助自评表!H7']]);
  });
});

describeWithLibreOffice('a spreadsheet recalculates the forms', () => {
  test('to what is kept beside the formulas, typed amounts and amounts set aside among them', async () => {
    const once = await evaluatedFrom(workbook(WITHOUT_MONEY));
    const previousBytes = await typing(
      once.bytes,
      ['年度资金总额', '全年预算数', 80],
      ['年度资金总额', '全年执行数', 60],
    );
    const spent = expenditure(['临时救助', 60, 80, 70, 10, 0, 72]);
    for (const bytes of [
      previousBytes,
      (await evaluatedFrom(workbook([...WITHOUT_MONEY, spent]), { previousBytes })).bytes,
    ]) {
      const { bytes: written } = await evaluatedFrom(bytes);
      expect(await onSheet(await recalculated(written))).toEqual(await onSheet(written));
    }
  });
});
