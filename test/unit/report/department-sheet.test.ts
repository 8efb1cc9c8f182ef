import { areaAddress } from '../../../src/model/address';
import { Decimal } from '../../../src/model/decimal';
import type { Grid } from '../../../src/model/grid';
import { departmentMoney } from '../../../src/report/department-money';
import { departmentSheet } from '../../../src/report/department-sheet';
import type { KeptRow } from '../../../src/report/kept';
import type { Answers } from '../../../src/rubric/answers';
import type { SheetModel } from '../../../src/sheet/sheet';
import type { Row } from './small-report';
import { ABOUT, RUBRIC, kept, keptById, reportOn, rowWith, scoresOn, sheet, shownRows, spending } from './small-report';

interface Given {
  readonly typed?: ReadonlyMap<string, KeptRow>;
  readonly answers?: Answers;
}

function formOf(grids: readonly Grid[], { typed = new Map(), answers = {} }: Given = {}): SheetModel {
  const report = reportOn(...grids);
  const { scope, paper } = report;
  const { scoring, scores } = scoresOn(report, answers);
  const source = { ...ABOUT, rubric: RUBRIC, scoring, scope, kept: typed };
  return departmentSheet(source, departmentMoney(scope, ABOUT.year, typed), scores, paper);
}

function rowsOf(grids: readonly Grid[], given?: Given): string[][] {
  return shownRows(formOf(grids, given), reportOn(...grids).paper);
}

/** The line of a form's money: four amounts, the rate, points and score. */
const line = (label: string, grids: readonly Grid[], given?: Given): readonly string[] =>
  rowWith(rowsOf(grids, given), 1, label).slice(3);

function execution(...rows: readonly Row[]): Grid {
  return sheet(
    '2023年度预算执行情况表',
    '元',
    ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数'],
    ...rows,
  );
}

const EXECUTION = execution(
  ['合计', 3000000, 200000, 3200000, 3078200],
  ['基本支出', 1000000, 0, 1000000, 1055800],
  ['项目支出', 2000000, 200000, 2200000, 2022400],
);
const FINAL = spending(2023, '万元', ['合计', null, 307.82, 105.58, 202.24]);
/** 执行率 of the sheet's row. */
const rate = (row: number): string =>
  `=IF(AND(ISNUMBER(F${row}),ISNUMBER(G${row})),IF(F${row}>0,ROUND(ROUND(G${row}/F${row},9),4),""),"")`;

describe('the money of the form', () => {
  it('is live in 万元, with the rate worked out in the form', () => {
    expect(line('资金总额', [EXECUTION]).slice(0, 5)).toEqual([
      '=〔2023预算执行情况表!B4〕/10000 → 300',
      '=〔2023预算执行情况表!C4〕/10000 → 20',
      '=〔2023预算执行情况表!D4〕/10000 → 320',
      '=〔2023预算执行情况表!E4〕/10000 → 307.82',
      `${rate(7)} → 0.9619`,
    ]);
    expect(line('　　　　项目支出', [EXECUTION]).slice(3, 5)).toEqual([
      '=〔2023预算执行情况表!E6〕/10000 → 202.24',
      `${rate(11)} → 0.9193`,
    ]);
  });

  it('asks for what no table states; the rate waits', () => {
    expect(line('资金总额', [FINAL]).slice(0, 5)).toEqual([
      ...['[【待填：年初预算数】]', '[【待填：预算调整数】]', '[【待填：全年预算数】]'],
      '=〔2023支出决算表!C4〕 → 307.82',
      `${rate(7)} → ""`,
    ]);
    expect(line('按来源：财政拨款', [FINAL])[3]).toBe('[【待填：全年执行数】]');
  });

  it('takes what she typed into the rate, and keeps it', () => {
    const typed = keptById(kept('2023|资金|all', { 第6栏: Decimal.of(320), 第4栏: '三百万' }));
    expect(line('资金总额', [FINAL], { typed }).slice(0, 5)).toEqual([
      ...['[三百万]', '[【待填：预算调整数】]', '[320]'],
      '=〔2023支出决算表!C4〕 → 307.82',
      `${rate(7)} → 0.9619`,
    ]);
  });

  it('has no rate of a budget of zero', () => {
    const zero = execution(['合计', 0, 0, 0, 100], ['基本支出', 0, 0, 0, 100], ['项目支出', 0, 0, 0, 0]);
    expect(line('资金总额', [zero]).slice(2, 5)).toEqual([
      '=〔2023预算执行情况表!D4〕/10000 → 0',
      '=〔2023预算执行情况表!E4〕/10000 → 0.01',
      `${rate(7)} → ""`,
    ]);
  });

  it('shows points and score of the execution indicator beside the total, and nowhere else', () => {
    expect(line('资金总额', [EXECUTION]).slice(5)).toEqual(["='自评_评分表'!E5 → 40", "='自评_评分表'!J5 → 38.48", '']);
    expect(line('按支出：基本支出', [EXECUTION]).slice(5)).toEqual(['—', '—', '']);
  });

  it('marks in each line the columns that are hers', () => {
    const marks = formOf([FINAL])
      .rows.slice(6, 11)
      .map(({ cells }) => cells.slice(-3, -1).map((cell) => (cell?.type === 'text' ? cell.text : '')));
    expect(marks).toEqual([
      ['2023|资金|all', '第4栏 第5栏 第6栏'],
      ['2023|资金|appropriation', '第4栏 第5栏 第6栏 第7栏'],
      ['2023|资金|other', '第4栏 第5栏 第6栏 第7栏'],
      ['2023|资金|basic', '第4栏 第5栏 第6栏'],
      ['2023|资金|project', '第4栏 第5栏 第6栏'],
    ]);
  });
});

describe('the goals', () => {
  const hers = sheet(
    '2023年度部门整体支出绩效自评表',
    '万元',
    ['部门名称', '云岭县民政局'],
    ['年度总体目标', '预期目标', '', '实际完成情况'],
    ['', '保障困难群众基本生活', '', '保障4200人'],
  );
  const goals = (grids: readonly Grid[], typed?: ReadonlyMap<string, KeptRow>): (string | undefined)[] => {
    const row = rowsOf(grids, typed && { typed })[11];
    return [row?.[1], row?.[5]];
  };

  it('are quoted from her own form', () => expect(goals([hers])).toEqual(['[保障困难群众基本生活]', '[保障4200人]']));

  it('are asked for where nothing states them', () =>
    expect(goals([FINAL])).toEqual(['[【待填：预期目标】]', '[【待填：实际完成情况】]']));

  it('are what she typed before what a table says', () => {
    const typed = keptById(kept('2023|目标', { 第2栏: '兜住底线' }));
    expect(goals([hers], typed)).toEqual(['[兜住底线]', '[保障4200人]']);
  });

  it('of another year are not this year’s', () => {
    const typed = keptById(kept('2022|目标', { 第2栏: '去年的目标' }));
    expect(goals([FINAL], typed)[0]).toBe('[【待填：预期目标】]');
  });
});

describe('the indicators', () => {
  const given: Given = {
    answers: { rules: { level: '好' } },
    typed: keptById(kept('small|rules', { 第10栏: '制度已经修订' })),
  };
  const shown = (row: number): string =>
    `=IF(ISNUMBER('自评_评分表'!H${row}),'自评_评分表'!H${row},'自评_评分表'!J${row})`;

  it('show value, points and score of 自评_评分表, with her reasons', () => {
    expect(rowsOf([EXECUTION], given).slice(13, 16)).toEqual([
      [
        ...['过程', '综合评价', '预算执行率', '≥100%', '', `${shown(5)} → 0.9619375`, ''],
        ...["='自评_评分表'!E5 → 40", "='自评_评分表'!J5 → 38.48", '[]', ''],
      ],
      [
        ...['过程', '综合评价', '制度健全性', '健全', '', `${shown(6)} → 1`, ''],
        ...["='自评_评分表'!E6 → 30", "='自评_评分表'!J6 → 30", '[制度已经修订]', ''],
      ],
      [
        ...['效果', '综合评价', '保障水平', '提高', '', `${shown(7)} → "待填"`, ''],
        ...["='自评_评分表'!E7 → 30", `='自评_评分表'!J7 → "待填"`, '[]', ''],
      ],
    ]);
  });

  it('share one cell for a level that goes on; one of the same name below another higher level does not', () => {
    const merges = formOf([EXECUTION], given).merges.map(areaAddress);
    expect(merges.filter((area) => /^[AB]1[5-7]:/.test(area))).toEqual(['A15:A16', 'B15:B16']);
  });
});

describe('what she typed that has no place in the form now', () => {
  const typed = keptById(
    kept('2022|目标', { 第2栏: '去年的目标', 第6栏: '去年的成效' }),
    kept('2022|资金|all', { 第6栏: Decimal.of(320) }),
    kept('2023|资金|all', { 第4栏: Decimal.of(301) }),
    kept('mof-2013-53|staff-control', { 第10栏: '有人员调入' }),
    kept('small|rules', { 第10栏: '制度已经修订' }),
  );
  /** The rows below the signatures. */
  const below = (model: SheetModel): string[][] => {
    const rows = shownRows(model);
    return rows.slice(rows.findIndex(([first]) => first?.startsWith('填表人')) + 1);
  };
  const filled = (rows: readonly (readonly string[])[]): string[][] => rows.map((cells) => cells.filter(Boolean));

  it('stands below it, in its column, with what it was about', () => {
    const [heading, ...rows] = below(formOf([EXECUTION], { typed }));
    expect(heading?.[0]).toMatch(/^以前填写：.*不打印。$/);
    expect(filled(rows)).toEqual([
      ['以前填写：资金总额（工作簿里已有这个数）', '[301]'],
      ['以前填写（2022年）：年度总体目标', '[去年的目标]', '[去年的成效]'],
      ['以前填写（2022年）：资金总额', '[320]'],
      [
        expect.stringMatching(/^以前填写（部门整体支出绩效自评.*）：在职人员控制率的偏差原因/) as string,
        '[有人员调入]',
      ],
    ]);
    expect(rows.map((cells) => cells.findIndex((cell) => cell.startsWith('[')))).toEqual([3, 1, 5, 9]);
  });

  it('is not printed', () => {
    const plain = formOf([EXECUTION]);
    expect(below(plain)).toEqual([]);
    expect(formOf([EXECUTION], { typed }).print).toEqual(plain.print);
  });

  it('returns to its row when the workbook has no figure any more', () => {
    const setAside = keptById(kept('2023|资金|all|另存', { 第4栏: Decimal.of(301) }));
    expect(line('资金总额', [FINAL], { typed: setAside })[0]).toBe('[301]');
    expect(below(formOf([FINAL], { typed: setAside }))).toEqual([]);
  });
});

describe('the total', () => {
  const total = (answers: Answers): readonly (readonly string[])[] => rowsOf([EXECUTION], { answers }).slice(16, 18);
  const remark = `=IF('自评_评分表'!J10>0,"待填 "&TEXT(ROUND(ROUND('自评_评分表'!J10,9),2),"0.00")&" 分","")`;

  it('says what is still pending, and has no grade until nothing is', () => {
    const [sum, grade] = total({});
    expect([sum?.[0], ...(sum ?? []).slice(7)]).toEqual([
      '总分',
      '=100 → 100',
      "='自评_评分表'!J8 → 38.48",
      `${remark} → "待填 60.00 分"`,
      '',
    ]);
    expect([grade?.[0], grade?.[7]]).toEqual(['评价等级', `='自评_评分表'!J12 → "待填"`]);
  });

  it('stands alone once all is answered', () => {
    const [sum, grade] = total({ rules: { level: '好' }, effects: { level: '好' } });
    expect(sum?.slice(8)).toEqual(["='自评_评分表'!J8 → 98.48", `${remark} → ""`, '']);
    expect(grade?.[7]).toBe(`='自评_评分表'!J12 → "优"`);
  });
});
