import { writePlan } from '../../../src/hosts/xlsx/write/write';
import { blankWorkbook } from '../../../src/hosts/xlsx/write/blank';
import { areaAddress } from '../../../src/model/address';
import { Decimal } from '../../../src/model/decimal';
import type { Finding, FindingClass } from '../../../src/model/finding';
import { finding } from '../../../src/model/finding';
import { FindingsSheet } from '../../../src/report/findings-sheet';
import { figuresOfFinding, handledChecks, handledFindings } from '../../../src/report/handling';
import type { KeptRow, Typed } from '../../../src/report/kept';
import type { SheetModel } from '../../../src/sheet/sheet';
import { opened } from '../../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../../support/libreoffice';
import type { SmallReport } from './small-report';
import { kept, keptById, reportOn, rowWith, sheet, shownRows, spending } from './small-report';

const [CLASS, TITLE, MESSAGE, CHOICE, REASON, STATE] = [1, 2, 3, 7, 8, 12];

const said = (name: string, one: FindingClass = 'explain', cells: readonly string[] = []): Finding =>
  finding('table.cell', [name], {
    stage: 'tables',
    class: one,
    title: name,
    cells,
    message: `${name}。`,
    basis: '依据',
  });

const NOTHING = reportOn();

function listed(findings: readonly Finding[], typed: ReadonlyMap<string, KeptRow> = new Map()): FindingsSheet {
  return new FindingsSheet([], handledFindings(findings, typed), typed, NOTHING.relations);
}

const bodyOf = (model: SheetModel): string[][] => shownRows(model).slice(3, -2);

describe('the order of the list', () => {
  it('is 必须改正, 需要说明, 提示; within each, relations stand before everything else', () => {
    const report = reportOn(spending(2023, '万元', ['合计', null, 9, 1, 2]));
    const findings = [said('提示一', 'hint'), said('说明一'), said('改正一', 'must'), said('说明二')];
    const rows = bodyOf(new FindingsSheet(report.checked.checks, findings, new Map(), report.relations).compose(null));
    const missing = new Array<string[]>(8).fill(['需要说明', '决算公开表应当齐全']);
    expect(rows.map((row) => [row[CLASS], row[TITLE]])).toEqual([
      ['必须改正', '支出决算表：本年支出合计＝基本＋项目＋上缴上级＋经营＋对附属单位补助'],
      ['必须改正', '改正一'],
      ...missing,
      ['需要说明', '说明一'],
      ['需要说明', '说明二'],
      ['提示', '提示一'],
    ]);
    expect(rows.map(([ordinal]) => ordinal)).toEqual(rows.map((_, index) => String(index + 1)));
  });

  it('leaves out relations that hold or differ by rounding', () => {
    const { checked, relations } = reportOn(spending(2023, '万元', ['合计', null, 3.01, 1, 2]));
    expect(checked.checks.some(({ status }) => status === 'rounding')).toBe(true);
    const rows = bodyOf(new FindingsSheet(checked.checks, [], new Map(), relations).compose(null));
    expect(new Set(rows.map((row) => row[TITLE]))).toEqual(new Set(['决算公开表应当齐全']));
  });

  it('is 无 when there is nothing to say', () => {
    expect(bodyOf(listed([]).compose(null))).toEqual([['无']]);
  });
});

describe('a relation that fails', () => {
  const execution = sheet(
    '2023年度预算执行情况表',
    '元',
    ['项目', '年初预算数', '全年预算数', '全年执行数'],
    ['合计', 3000000, 3200000, 3078200],
    ['基本支出', 1000000, 1100000, 1060000],
    ['项目支出', 2000000, 2100000, 2018200],
  );
  const report: SmallReport = reportOn(execution, spending(2023, '万元', ['合计', null, 307.82, 105.58, 202.24]));
  const rows = shownRows(new FindingsSheet(report.checked.checks, [], new Map(), report.relations).compose(null));
  const row = rowWith(rows, TITLE, '预算执行情况表基本支出执行数＝决算基本支出');

  it('shows both figures and the gap live from 自评_勾稽核对', () => {
    const at = /!F(\d+)/.exec(row[4] ?? '')?.[1] ?? '';
    expect(row.slice(4, 7)).toEqual([
      `='自评_勾稽核对'!F${at} → 1060000`,
      `='自评_勾稽核对'!H${at} → 105.58`,
      `='自评_勾稽核对'!J${at} → 4200`,
    ]);
    const relation = shownRows(report.relations.compose(null))[Number(at) - 2];
    expect(relation?.[2]).toBe(row[TITLE]);
  });

  it('leads to the first cell of each side', () => {
    expect(row.slice(9, 11).map((link) => link.split(' → ')[1])).toEqual([
      '"2023预算执行情况表!D5"',
      '"2023支出决算表!D4"',
    ]);
  });
});

describe('anything else', () => {
  it('leads to its first two cells and has no figures', () => {
    const [row] = bodyOf(listed([said('读不成数', 'must', ['支出!A1', '支出!B2', '支出!C3'])]).compose(null));
    expect(row?.slice(4, 7)).toEqual(['', '', '']);
    expect(row?.slice(9, 11)).toEqual([
      `=HYPERLINK("#'支出'!A1","支出!A1") → "支出!A1"`,
      `=HYPERLINK("#'支出'!B2","支出!B2") → "支出!B2"`,
    ]);
  });
});

/** What she chose and why, whether the figures changed since, and what the cells 处理 and 状态 then show. */
const ANSWERS: readonly (readonly [
  choice: Typed | null,
  reason: Typed | null,
  changed: boolean,
  shown: string,
  state: string,
])[] = [
  [null, null, false, '', '未处理'],
  [null, '年中调整', false, '', '未处理'],
  ['已说明', null, false, '已说明', '还缺说明'],
  ['已说明', '年中调整', false, '已说明', '已说明'],
  ['已说明', '年中调整', true, '需重新确认', '需重新确认'],
  ['已说明', null, true, '已说明', '还缺说明'],
  ['已说明', Decimal.of(3), false, '已说明', '已说明'],
  ['不适用', null, false, '不适用', '还缺说明'],
  ['不适用', '本县不编', false, '不适用', '不适用'],
  ['不适用', '本县不编', true, '需重新确认', '需重新确认'],
  ['需重新确认', '年中调整', false, '需重新确认', '需重新确认'],
  ['需重新确认', null, false, '需重新确认', '需重新确认'],
  ['看过', '年中调整', false, '看过', '看过'],
];

describe('状态', () => {
  const findings = ANSWERS.map((_, index) => said(`事项${index}`));
  const typed = keptById(
    ...ANSWERS.map(([choice, reason, changed], index) => {
      const one = findings[index] as Finding;
      const cells = { ...(choice !== null && { 处理: choice }), ...(reason !== null && { 说明: reason }) };
      return kept(one.key, cells, '', changed ? '另外的数' : figuresOfFinding(one));
    }),
  );
  const list = listed(findings, typed);
  const model = list.compose(null);

  test.each(ANSWERS.map((answer, index) => [...answer, index] as const))(
    'of %s, %s, figures changed %s: 处理 shows “%s”, 状态 “%s”',
    (_, reason, __, shown, state, index) => {
      const row = bodyOf(model)[index];
      expect([row?.[CHOICE], row?.[REASON]]).toEqual([`[${shown}]`, `[${reason?.toString() ?? ''}]`]);
      const at = index + 5;
      expect(row?.[STATE]).toBe(
        `=IF(H${at}="","未处理",IF(H${at}="需重新确认","需重新确认",IF(LEN(I${at})=0,"还缺说明",H${at}))) → "${state}"`,
      );
    },
  );

  it('is open unless it is 已说明 or 不适用', () => {
    const closed = ANSWERS.filter(([, , , , state]) => state === '已说明' || state === '不适用');
    expect([list.openOf('explain'), list.openOf('must')]).toEqual([ANSWERS.length - closed.length, 0]);
  });

  describeWithLibreOffice('worked out by another program', () => {
    it('is what we wrote beside the formula', async () => {
      const written = writePlan(blankWorkbook(), { sheets: [{ model, keepAs: null }] });
      if ('problem' in written) throw new Error(written.problem.message);
      const source = await opened(await recalculated(written.bytes));
      const { rows } = await source.read({ sheet: model.name, fromRow: 4, toRow: 4 + ANSWERS.length });
      expect(rows.map((row) => row[STATE])).toEqual(ANSWERS.map(([, , , , state]) => state));
    });
  });
});

describe('an answer to a relation', () => {
  const book = (basic: number): SmallReport => reportOn(spending(2023, '万元', ['合计', null, 9, basic, 2]));
  const KEY = 'final.expenditure.row-total|2023|合计';

  /** 处理 and 状态 of the relation after the total of 基本支出 became `basic`; answered when it was 1. */
  function answered(basic: number): readonly (string | undefined)[] {
    const { checked, relations } = book(1);
    const before = new FindingsSheet(checked.checks, [], new Map(), relations).compose(null);
    const figures = before.rows[4]?.cells.at(-1);
    const typed = keptById(
      kept(KEY, { 处理: '已说明', 说明: '年中调整' }, '', figures?.type === 'text' ? figures.text : ''),
    );
    const now = book(basic);
    const handled = handledChecks(now.checked.checks, typed);
    const row = bodyOf(new FindingsSheet(handled, [], typed, now.relations).compose(null))[0];
    return [row?.[CHOICE], row?.[STATE]?.split(' → ')[1]];
  }

  it('stands as long as its figures do, and is to be confirmed again when they change', () => {
    expect(answered(1)).toEqual(['[已说明]', '"已说明"']);
    expect(answered(3)).toEqual(['[需重新确认]', '"需重新确认"']);
  });
});

describe('what is no longer said', () => {
  const gone = kept('table.cell|旧事', { 处理: '已说明', 说明: '年中调整' }, '旧事。', '旧数');
  const list = listed([said('新事')], keptById(gone, kept('table.cell|空', {}, '空。')));
  const model = list.compose(null);

  it('keeps her answer below the list, with what it was about and what it hung on', () => {
    const [, last] = bodyOf(model);
    expect(last).toEqual([
      ...['2', '已不再出现', '', '旧事。', '', '', ''],
      ...['[已说明]', '[年中调整]', '', '', '', '已不再出现'],
    ]);
    const marks = model.rows[5]?.cells.slice(-3).map((cell) => cell?.type === 'text' && cell.text);
    expect(marks).toEqual(['table.cell|旧事', '处理 说明', '旧数']);
  });

  it('is not counted', () => {
    expect(areaAddress(list.counted.classes)).toBe('B5:B5');
    expect(areaAddress(list.counted.states)).toBe('M5:M5');
    expect(list.openOf('explain')).toBe(1);
  });

  it('is dropped where she had typed nothing', () => {
    expect(bodyOf(model).map((row) => row[MESSAGE])).toEqual(['新事。', '旧事。']);
  });
});

describe('her cells', () => {
  it('offer 已说明 and 不适用 in every row of the list, those no longer said included', () => {
    const model = listed([said('甲')], keptById(kept('乙', { 处理: '已说明' }))).compose(null);
    expect(model.validations.map(({ area, choices }) => [areaAddress(area), choices])).toEqual([
      ['H5:H6', ['已说明', '不适用']],
    ]);
  });
});
