import type { Check } from '../../../src/model/check';
import type { Finding } from '../../../src/model/finding';
import { OPEN, finding } from '../../../src/model/finding';
import { contentsSheet } from '../../../src/report/contents-sheet';
import type { ContentsSource } from '../../../src/report/contents-sheet';
import { FindingsSheet } from '../../../src/report/findings-sheet';
import { RelationsSheet } from '../../../src/report/relations-sheet';
import { SHEETS } from '../../../src/report/sheet-names';
import type { Answers } from '../../../src/rubric/answers';
import type { SmallReport } from './small-report';
import { ABOUT, kept, keptById, reportOn, rowWith, scoresOn, sheet, shownRows, spending } from './small-report';

/** 20 of 25 万元 spent; the total of 支出决算表 is 6 too high, one row of it 0.01. */
const REPORT = reportOn(
  sheet(
    '2023年度预算执行情况表',
    '万元',
    ['项目', '年初预算数', '全年预算数', '全年执行数'],
    ['合计', 25, 25, 20],
    ['基本支出', 5, 5, 5],
    ['项目支出', 20, 20, 15],
  ),
  spending(2023, '万元', ['合计', null, 26, 5, 15], ['208', '社会保障和就业支出', 20.01, 5, 15]),
);
const ANSWERED: Answers = { rules: { level: '好' }, effects: { level: '好' } };

const FINDINGS: readonly Finding[] = (['must', 'explain', 'explain', 'hint'] as const).map((one, index) =>
  finding('one', [index], { stage: 'tables', class: one, title: '事项', cells: [], message: '一句话。', basis: '' }),
);

interface Given extends Partial<ContentsSource> {
  readonly report?: SmallReport;
  readonly relations?: RelationsSheet;
  readonly answers?: Answers;
  readonly findings?: FindingsSheet;
}

function contents(given: Given = {}): readonly (readonly string[])[] {
  const { report = REPORT, answers = {}, relations = report.relations, ...more } = given;
  const { checks } = report.checked;
  const findings = given.findings ?? new FindingsSheet(checks, FINDINGS, new Map(), relations);
  const { scoring, scores } = scoresOn(report, answers);
  const source = { ...ABOUT, date: '2024年4月20日', tables: 2, unrecognised: 1, checks, scoring, ...more };
  return shownRows(contentsSheet(source, relations, null, findings, scores));
}

/** What stands beside a name, and where the link leads. */
const beside = (name: string, given?: Given): readonly string[] => rowWith(contents(given), 0, name).slice(1);

describe('the score', () => {
  const FORMULA =
    '=IF(\'自评_评分表\'!J10>0,"已评 "&TEXT(\'自评_评分表\'!J8,"0.00")&"/"&TEXT(\'自评_评分表\'!J9,"0.00")&"，待填 "&TEXT(\'自评_评分表\'!J10,"0.00")&" 分",TEXT(\'自评_评分表\'!J8,"0.00")&" 分")';
  const link = `=HYPERLINK("#'自评_评分表'!A2","去看") → "去看"`;

  it('says how far it got while points are pending, and gives no grade', () => {
    expect(beside('自评得分')).toEqual([`${FORMULA} → "已评 32.00/40.00，待填 60.00 分"`, link]);
    expect(beside('评价等级')).toEqual([`='自评_评分表'!J12 → "待填"`, link]);
  });

  it('is a number of points once nothing is pending', () => {
    expect(beside('自评得分', { answers: ANSWERED })).toEqual([`${FORMULA} → "92.00 分"`, link]);
    expect(beside('评价等级', { answers: ANSWERED })).toEqual([`='自评_评分表'!J12 → "优"`, link]);
  });

  it('reads the rows of 自评_评分表 that are called so', () => {
    const rows = shownRows(scoresOn(REPORT).scores.compose(null, 2023));
    const names = [8, 9, 10, 12].map((row) => rows[row - 2]?.find((cell) => cell !== ''));
    expect(names).toEqual(['合计', '已评分值', '待填分值', '等级']);
  });

  it('says so where the points were not compared with the document of the finance bureau', () => {
    const scoring = scoresOn(REPORT).scoring;
    const confirmed = { ...scoring, card: { ...scoring.card, pointsBasis: 'confirmed' as const } };
    const names = (given?: Given): (string | undefined)[] => contents(given).map(([name]) => name);
    expect(beside('分值')[0]).toBe('试算·分值待与财政局附件核对');
    expect(names({ scoring: confirmed })).not.toContain('分值');
  });
});

describe('counts of relations', () => {
  it('are live, and show what the stage counted', () => {
    const counts = ['相符', '尾差', '不符', '缺表'].map((status) => beside(`勾稽关系：${status}`)[0]);
    const total = REPORT.checked.checks.length;
    const formula = (status: string): string => `=COUNTIF('自评_勾稽核对'!B5:B${4 + total},"${status}")`;
    const [holds, rounding, fails, missing] = counts.map((cell) => Number(cell?.split(' → ')[1]));
    expect(counts.map((cell) => cell?.split(' → ')[0])).toEqual(['相符', '尾差', '不符', '缺表'].map(formula));
    expect([rounding, fails, missing]).toEqual([1, 3, 8]);
    expect((holds ?? 0) + 12).toBe(total);
  });

  it('are numbers where not all relations are listed', () => {
    const one: Check = {
      ...{ id: 'one', key: '', title: '', basis: '', class: 'must', status: 'holds' },
      ...{ left: null, right: null, difference: null, tolerance: null, cause: null, message: '', handling: OPEN },
    };
    const checks = Array.from({ length: 20_007 }, (_, index): Check => ({ ...one, key: String(index) }));
    const relations = new RelationsSheet(checks, new Map(), REPORT.paper);
    expect(relations.unlisted).toBe(7);
    expect(beside('勾稽关系：相符', { relations, checks })[0]).toBe('20007');
    expect(beside('勾稽关系：不符', { relations, checks })[0]).toBe('0');
  });
});

describe('counts of what is to be dealt with', () => {
  const formula = (one: string, last: number): string =>
    `=COUNTIFS('自评_问题清单'!B5:B${last},"${one}",'自评_问题清单'!M5:M${last},"<>已说明",'自评_问题清单'!M5:M${last},"<>不适用")`;

  it('are live: those of a class whose state is neither 已说明 nor 不适用', () => {
    const given = { findings: new FindingsSheet([], FINDINGS, new Map(), REPORT.relations) };
    expect(beside('问题：必须改正（未处理）', given)[0]).toBe(`${formula('必须改正', 8)} → 1`);
    expect(beside('问题：需要说明（未处理）', given)[0]).toBe(`${formula('需要说明', 8)} → 2`);
    expect(beside('问题：提示（未处理）', given)[0]).toBe(`${formula('提示', 8)} → 1`);
  });

  it('leave out what she explained, not what still lacks a reason', () => {
    const typed = keptById(kept('one|1', { 处理: '已说明', 说明: '年中调整' }), kept('one|2', { 处理: '已说明' }));
    const given = { findings: new FindingsSheet([], FINDINGS, typed, REPORT.relations) };
    expect(beside('问题：需要说明（未处理）', given)[0]).toBe(`${formula('需要说明', 8)} → 1`);
  });

  it('are zero for an empty list', () => {
    const given = { findings: new FindingsSheet([], [], new Map(), REPORT.relations) };
    expect(beside('问题：必须改正（未处理）', given)[0]).toBe(`${formula('必须改正', 5)} → 0`);
  });
});

describe('everything else', () => {
  it('is said in words', () => {
    expect(contents().slice(3, 6)).toEqual([
      ['年度', '2023年度', ''],
      ['生成日期', '2024年4月20日', ''],
      ['评分办法', '小评分办法', ''],
    ]);
    expect([beside('识别的表')[0], beside('没有识别的内容')[0]]).toEqual(['2 张', '1 处']);
  });

  it('asks for the year where it is not known', () => {
    expect(beside('年度', { year: null })[0]).toBe('【待填：年度】');
    expect(contents({ year: null })[0]).toEqual(['部门整体支出绩效自评目录']);
  });

  it('leads to every other sheet of ours, in the order of the tabs', () => {
    const links = contents().filter(([name]) => name?.startsWith('自评_'));
    const { contents: own, ledger, ...others } = SHEETS;
    expect(links.map(([name, words, link]) => [name, words !== '', link])).toEqual(
      Object.values(others).map((name) => [name, true, `=HYPERLINK("#'${name}'!A2","去看") → "去看"`]),
    );
    expect(links.map(([name]) => name)).not.toContain(own);
    expect(links.map(([name]) => name)).not.toContain(ledger);
  });
});
