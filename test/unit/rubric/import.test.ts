import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { importRubric } from '../../../src/rubric/import/import';
import type { ImportOutcome, ImportRemark } from '../../../src/rubric/import/import';
import { INDICATOR_NAMES, knownIndicator } from '../../../src/rubric/import/known';
import type { Indicator, Rubric } from '../../../src/rubric/pack';
import { score } from '../../../src/rubric/score';
import { targetText } from '../../../src/rubric/words';
import { recognise } from '../../../src/tables/recognise';
import { execution, scopeOfSheets, staffing } from './small-scope';

type Row = readonly CellValue[];

function imported(rows: readonly Row[], sheet = '附件1'): ImportOutcome {
  const { tables } = recognise([Grid.ofRows(sheet, rows)]);
  const table = tables.find(({ kind }) => kind === 'rubric/indicators');
  if (!table) throw new Error('the sheet was not taken for a rubric');
  const above = rows.slice(0, table.rows[0]?.row).flat();
  return importRubric(
    table,
    above.filter((value) => typeof value === 'string'),
  );
}

function accepted(outcome: ImportOutcome): { rubric: Rubric; remarks: readonly ImportRemark[] } {
  if ('refused' in outcome) throw new Error(outcome.refused.map(({ message }) => message).join('\n'));
  return outcome;
}

function refused(outcome: ImportOutcome): string[] {
  if ('rubric' in outcome) throw new Error('the table was accepted');
  return outcome.refused.map(({ place, message }) => `${place} ${message}`);
}

const line = ({ id, path, points, target, method, formula }: Indicator): string =>
  [id, path.join('/'), points, targetText(target), method.type, formula ? '取数' : '人工'].join(' ');

/** Level 1 and 2 merged, points in the headings, criteria in one column. */
const MERGED: readonly Row[] = [
  ['2023年度部门整体支出绩效评价指标评分表'],
  ['一级指标', '二级指标', '三级指标', '分值', '评分标准'],
  [
    '投入（20分）',
    '预算配置（20分）',
    '财政供养人员控制率',
    10,
    '≤100%计满分，每超1个百分点扣0.5分，不足1个百分点按1个计',
  ],
  [null, null, '绩效目标合理性', 10, '①符合职责；②符合规划；③细化量化；④与预算匹配；⑤可衡量。每符合一项得2分'],
  ['过程（40分）', '预算执行（30分）', '预算执行率', 20, '95%（含）以上得20分；90%（含）-95%得15分；90%以下不得分'],
  [null, null, '政府采购执行率', 10, '按比例计分'],
  [null, '预算管理（10分）', '资金使用合规性', 10, '发现一例违规扣5分，扣完为止'],
  ['效果（40分）', '履职效益（40分）', '社会效益', 40, '由评价小组根据佐证材料综合打分'],
  ['合计', null, null, 100, null],
];

/** No level 2, another order of columns, targets in a column of their own, no total row. */
const NARROW: readonly Row[] = [
  ['某市本级部门整体绩效自评评分表（2023年度）'],
  ['序号', '评价维度', '考核指标', '权重', '标准值', '评分细则', '资料来源'],
  [1, '运行成本', '公用经费控制率', 30, '≤100%', '每超1个百分点扣1分', '决算表、预算表'],
  [2, null, '在职人员控制率', 20, '≤100%', '每超1个百分点扣1分', '编制批复'],
  [3, '履职效能', '养老服务设施覆盖率', 50, '≥85%', '完成值÷指标值×分值', '业务统计'],
];

/** Two header rows, begins in column B, subtotal rows between, levels repeated on each row. */
const SUBTOTALS: readonly Row[] = [
  [null, '部门整体支出绩效评价指标体系及评分标准'],
  [null],
  [null, '绩效指标', null, null, '指标分值', '指标说明', '评分标准'],
  [null, '一级指标', '二级指标', '三级指标', null, null, null],
  [null, '管理', '预算执行', '结转结余率', 15, '结转结余÷预算数', '≤9%得满分，每增加1个百分点扣1分'],
  [null, '管理', '制度建设', '管理制度健全性', 15, '制度齐全', '每缺一项扣3分'],
  [null, '小计', null, null, 30, null, null],
  [null, '满意度', '满意度', '群众满意度', 70, '问卷', '≥90%得满分，每低1个百分点扣2分'],
  [null, '小计', null, null, 70, null, null],
  [null, '总分', null, null, 100, null, null],
];

describe('a received table', () => {
  it('with merged levels is read row by row, names found in the shipped packs', () => {
    const { rubric } = accepted(imported(MERGED));
    expect(rubric).toMatchObject({ full: '100', year: 2023 });
    expect(rubric.indicators.map(line)).toEqual([
      'staff-control 投入/预算配置/财政供养人员控制率 10 ≤100% threshold-step 取数',
      '投入.预算配置.绩效目标合理性 投入/预算配置/绩效目标合理性 10  checklist 人工',
      'budget-completion 过程/预算执行/预算执行率 20  band 取数',
      'procurement-execution 过程/预算执行/政府采购执行率 10 ≥100% ratio 取数',
      '过程.预算管理.资金使用合规性 过程/预算管理/资金使用合规性 10  deduction 人工',
      '效果.履职效益.社会效益 效果/履职效益/社会效益 40  qualitative 人工',
    ]);
  });

  it('says what was not understood and what was assumed, with the cell', () => {
    const { remarks } = accepted(imported(MERGED));
    expect(remarks.map(({ place, message }) => `${place} ${message}`)).toEqual([
      '附件1!A1 表里没有写明发文的财政局和文号，分值作为待核对的处理，写出的表上都会注明。与原件核对过的，请在表名上面写上发文机关和文号（如“××县财政局 ×财绩〔2024〕1号”）后再导入。',
      '附件1!E6 “政府采购执行率”：没有写目标值，按100%计。',
      '附件1!E8 “社会效益”：评分标准“由评价小组根据佐证材料综合打分”没有看懂，列为人工评定（三档定性），请核对后改成认得的写法。',
    ]);
  });

  it('without level 2 and without total is read too; its full marks are the sum', () => {
    const { rubric, remarks } = accepted(imported(NARROW));
    expect(rubric.indicators.map(line)).toEqual([
      'public-cost-control 运行成本//公用经费控制率 30 ≤100% threshold-step 取数',
      'staff-control 运行成本//在职人员控制率 20 ≤100% threshold-step 取数',
      '履职效能.养老服务设施覆盖率 履职效能//养老服务设施覆盖率 50 ≥85% ratio 人工',
    ]);
    expect(rubric.indicators[0]?.evidence).toEqual(['决算表', '预算表']);
    expect(remarks.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        '表里没有写满分，按各指标分值之和100分。',
        '“养老服务设施覆盖率”：没有找到取数公式，实际完成值由人填写。',
      ]),
    );
  });

  it('with subtotals and two header rows is read without counting points twice', () => {
    const { rubric } = accepted(imported(SUBTOTALS));
    expect(rubric.indicators.map(line)).toEqual([
      'carry-over-rate 管理/预算执行/结转结余率 15 ≤9% threshold-step 取数',
      '管理.制度建设.管理制度健全性 管理/制度建设/管理制度健全性 15  deduction 人工',
      'satisfaction 满意度/满意度/群众满意度 70 ≥90% threshold-step 取数',
    ]);
  });

  it('in which a name stands twice gives both indicators ids of their own', () => {
    const twice = NARROW.map((cells, at) =>
      at === 3 ? cells.map((cell, column) => (column === 2 ? '公用经费控制率' : cell)) : cells,
    );
    expect(accepted(imported(twice)).rubric.indicators.map(({ id }) => id)).toEqual([
      'public-cost-control',
      'public-cost-control-2',
      '履职效能.养老服务设施覆盖率',
    ]);
  });

  it('scores a workbook by its own points and criteria', () => {
    const { rubric } = accepted(imported(MERGED));
    const { card } = score(rubric, scopeOfSheets(execution(80, 100, 94), staffing(30, 31)), {});
    const scores = card.indicators.map((one) => one.score?.toString() ?? null);
    // 103.33 %: four begun percentage points of half a point each; 94 %: the second band.
    expect(scores.slice(0, 3)).toEqual(['8', null, '15']);
  });
});

describe('a malformed table', () => {
  const changed = (row: number, column: number, value: CellValue): Row[] =>
    MERGED.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells));

  it('is refused when the points do not add up to the stated full marks', () => {
    expect(refused(imported(changed(8, 3, 120)))).toEqual([
      '附件1!D9 各指标分值之和是100分，合计写的是120分，相差20分，请核对分值后再导入。',
    ]);
  });

  it('is refused when a heading states other points than its indicators have', () => {
    expect(refused(imported(changed(2, 0, '投入（25分）')))).toEqual([
      '附件1!A3 “投入（25分）”下各指标分值之和是20分，与写明的25分不一致，请核对后再导入。',
    ]);
  });

  it.each([
    ['没有写分值', null, '附件1!D3 “财政供养人员控制率”没有写分值，请补上后再导入。'],
    ['写的不是数', '十分', '附件1!D3 “财政供养人员控制率”分值“十分”不是数，请补上后再导入。'],
  ])('is refused when an indicator %s', (_, value, message) => {
    expect(refused(imported(changed(2, 3, value)))).toContain(message);
  });
});

describe('the points of a received table', () => {
  const headed = (...lines: readonly string[]): Rubric =>
    accepted(imported([...lines.map((line) => [line]), ...MERGED])).rubric;

  it.each([
    ['on lines of their own', ['云岭县财政局', '云财绩〔2024〕3号']],
    ['in one line with other words', ['附件2：云岭县财政局文件云财绩〔2024〕3号']],
    ['with spaces', ['云岭县财政局关于印发评分办法的通知（云财绩 〔2024〕 3 号）']],
  ])('are confirmed where the bureau and its document are named: %s', (_, lines) => {
    const { pointsBasis, basis, indicators } = headed(...lines);
    expect(pointsBasis).toBe('confirmed');
    expect(basis).toContain('（云岭县财政局 云财绩〔2024〕3号）导入');
    expect(indicators.every(({ confirmed }) => confirmed)).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['the bureau alone', ['云岭县财政局']],
    ['a number alone', ['云财绩〔2024〕3号']],
    ['the ministry’s framework', ['云岭县财政局', '依据财预〔2013〕53号和财预〔2020〕10号制定']],
    ['no finance bureau', ['云岭县民政局', '云民发〔2024〕3号']],
  ])('are not confirmed where the table names %s', (_, lines) => {
    const { pointsBasis, indicators } = headed(...lines);
    expect(pointsBasis).toBe('unconfirmed');
    expect(indicators.some(({ confirmed }) => confirmed)).toBe(false);
  });

  it('give the usual grades, with their basis, at the same shares of other full marks', () => {
    expect(headed().grades).toEqual([
      { name: '优', from: '90' },
      { name: '良', from: '80' },
      { name: '中', from: '60' },
      { name: '差', from: '0' },
    ]);
    const doubled = MERGED.map((cells, at) =>
      cells.map((value, column) => (at > 1 && column === 3 ? Number(value) * 2 : unheaded(value))),
    );
    const { rubric } = accepted(imported(doubled));
    expect(rubric.grades.map(({ from }) => from)).toEqual(['180', '160', '120', '0']);
    expect(rubric.basis).toContain('等级按财预〔2020〕10号');
  });
});

/** 投入（20分） without its points. */
const unheaded = (value: CellValue): CellValue => (typeof value === 'string' ? value.replace(/（\d+分）$/, '') : value);

describe('names of indicators', () => {
  it('each stand for one shipped indicator with a formula', () => {
    const names = INDICATOR_NAMES.flatMap((one) => one.names);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(knownIndicator(name)?.formula).not.toBeNull();
  });

  it('are compared without quotes, spaces and bracketed remarks', () => {
    expect(knownIndicator(' “三公经费”控制率（%） ')?.id).toBe('three-public-control');
    expect(knownIndicator('颐养之家覆盖率')).toBeNull();
  });
});
