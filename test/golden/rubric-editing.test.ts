import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenRubric } from '../../src/cli/scoring-files';
import type { CellValue } from '../../src/model/grid';
import type { Scorecard } from '../../src/model/scorecard';
import { rubricFromWorkbook } from '../../src/report/rubric-source';
import type { Answers } from '../../src/rubric/answers';
import type { Rubric } from '../../src/rubric/pack';
import { RUBRICS, rubricById } from '../../src/rubric/packs';
import type { TestSheet } from '../support/book';
import { xlsxOf } from '../support/book';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, opened, ownCells } from '../support/evaluated';
import { inputCells } from '../support/input-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import { SAMPLE_FILE } from '../support/sample';

type Cells = ReadonlyMap<string, CellValue>;

const SAMPLE = readFileSync(SAMPLE_FILE);
const ANSWERS = JSON.parse(readFileSync(SAMPLE_FILE.replace(/\.xlsx$/, '答复.json'), 'utf8')) as Answers;
const RUBRIC_SHEET = '自评_评分办法';
const FRAMEWORK = 'mof-2013-53';

function cardOf({ evaluation }: Evaluated): Scorecard {
  if (!evaluation.scorecard) throw new Error('no scorecard');
  return evaluation.scorecard;
}

/** 分值, 目标 and 得分 of an indicator. */
function scored(evaluated: Evaluated, id: string): readonly string[] {
  const found = cardOf(evaluated).indicators.find((one) => one.id === id);
  return found
    ? [found.points.toString(), found.target, found.score?.roundHalfUp(2).toString() ?? found.status]
    : ['none'];
}

async function placeOf(bytes: Uint8Array, sheet: string, id: string, column: string): Promise<string> {
  const found = (await inputCells(bytes)).find(
    (one) => one.sheet === sheet && one.id === `${FRAMEWORK}|${id}` && one.column === column,
  );
  if (!found) throw new Error(`nothing to type into at ${sheet} ${id} ${column}`);
  return found.place;
}

type Typed = Readonly<Record<string, Readonly<Record<string, Edit>>>>;

/** The workbook after she edited 自评_评分办法: by indicator (+1 for the first spare row), then by column. */
async function editedIn(bytes: Uint8Array, typed: Typed, sheet = RUBRIC_SHEET): Promise<Uint8Array> {
  const edits = new Map<string, Edit>();
  for (const [id, columns] of Object.entries(typed))
    for (const [column, edit] of Object.entries(columns)) edits.set(await placeOf(bytes, sheet, id, column), edit);
  return withCells(bytes, edits);
}

/** The live values of a sheet that are beside the id of an indicator. */
function liveRow(cells: Cells, sheet: string, id: string): ReadonlyMap<string, CellValue> {
  const at = [...cells].find(([place, value]) => place.startsWith(`${sheet}!`) && value === `${FRAMEWORK}|${id}`)?.[0];
  const row = /\d+$/.exec(at ?? '')?.[0];
  return new Map(
    [...cells].flatMap(([place, value]) => {
      const [, column, number] = /!([A-Z]+)(\d+)$/.exec(place) ?? [];
      return place.startsWith(`${sheet}!`) && number === row ? [[column as string, value] as const] : [];
    }),
  );
}

/** Points taken from one indicator for another, and a target raised. */
const EDITS: Typed = {
  'goal-clear': { 分值: 1 },
  satisfaction: { 分值: 10, 目标值: 100 },
};

/** An indicator of her own, its points taken from 社会公众或服务对象满意度. */
const ADDED: Typed = {
  satisfaction: { 分值: 6 },
  '+1': {
    一级指标: '效果',
    二级指标: '履职效益',
    三级指标: '群众来信来访办结率',
    分值: 2,
    目标符号: '≥',
    目标值: 100,
    目标单位: '%',
    评分标准: '按比例计分',
  },
};

let original: Evaluated;
let edited: Evaluated;
let editedBytes: Uint8Array;

beforeAll(async () => {
  original = await evaluatedFrom(SAMPLE, { answers: ANSWERS });
  editedBytes = await editedIn(original.bytes, EDITS);
  edited = await evaluatedFrom(editedBytes);
});

describe('points and a target changed on 自评_评分办法', () => {
  it('score on the next run', () => {
    expect(scored(original, 'goal-clear')).toEqual(['3', '清晰、细化、可衡量', '3']);
    expect(scored(original, 'satisfaction')).toEqual(['8', '≥95%', '8']);
    expect(scored(edited, 'goal-clear')).toEqual(['1', '清晰、细化、可衡量', '1']);
    // 96.2 % of 10 points.
    expect(scored(edited, 'satisfaction')).toEqual(['10', '≥100%', '9.62']);
    expect([cardOf(original).total, cardOf(edited).total].map(String)).toEqual(['98.43', '98.05']);
    expect(edited.evaluation.findings.filter(({ rule }) => rule.startsWith('rubric.'))).toEqual([]);
    expect(edited.evaluation.findings.filter(({ stage }) => stage === 'report')).toEqual([]);
  });

  it('score from the original workbook too, whose result they stand in', async () => {
    const again = await evaluatedFrom(SAMPLE, { previousBytes: editedBytes });
    expect(cardOf(again)).toEqual(cardOf(edited));
  });

  it('are written the same when nothing more is changed', async () => {
    const again = await evaluatedFrom(edited.bytes);
    expect(Buffer.from(again.bytes).equals(Buffer.from(edited.bytes))).toBe(true);
  });

  it('serve another workbook as --rubric-file', async () => {
    const source = await rubricFromWorkbook(await opened(edited.bytes));
    if (!('rubric' in source)) throw new Error(JSON.stringify(source.refused));
    expect(source.remarks).toEqual([]);
    const again = await evaluatedFrom(SAMPLE, { rubric: source.rubric, answers: ANSWERS });
    expect(cardOf(again)).toEqual(cardOf(edited));
  });
});

describeWithLibreOffice('the live scores', () => {
  it('follow the changed points and target at once', async () => {
    const live = await ownCells(await recalculated(editedBytes));
    const anew = await ownCells(edited.bytes);
    for (const { id } of cardOf(edited).indicators) {
      const [now, next] = [live, anew].map((cells) => liveRow(cells, '自评_评分表', id));
      for (const column of ['E', 'H', 'J']) {
        const [one, other] = [now?.get(column), next?.get(column)];
        if (typeof one === 'number' && typeof other === 'number') expect(one).toBeCloseTo(other, 6);
        else expect([id, column, one]).toEqual([id, column, other]);
      }
    }
    expect(liveRow(live, '自评_评分表', 'satisfaction').get('J')).toBe(9.62);
    expect([...live.values()]).toContain(98.05);
  });
});

describe('an indicator added on 自评_评分办法', () => {
  let added: Evaluated;
  let answered: Evaluated;

  beforeAll(async () => {
    added = await evaluatedFrom(await editedIn(original.bytes, ADDED));
    answered = await evaluatedFrom(await editedIn(added.bytes, { 'added-1': { 评定值: 0.9 } }, '自评_评分表'));
  });

  it('waits for an answer, and is scored by it', () => {
    expect(scored(added, 'added-1')).toEqual(['2', '≥100%', 'pending']);
    expect(cardOf(added).pendingPoints.toString()).toBe('2');
    expect(scored(answered, 'added-1')).toEqual(['2', '≥100%', '1.8']);
    expect(scored(answered, 'satisfaction')).toEqual(['6', '≥95%', '6']);
    expect([cardOf(answered).total.toString(), cardOf(answered).grade]).toEqual(['98.23', '优']);
  });

  it('stands in every form', async () => {
    const cells = await ownCells(answered.bytes);
    const sheets = [...cells].flatMap(([place, value]) =>
      value === '群众来信来访办结率' ? [place.slice(0, place.indexOf('!'))] : [],
    );
    expect([...new Set(sheets)].sort()).toEqual(['自评_评分办法', '自评_评分表', '自评_部门整体自评表'].sort());
  });

  it('stays when nothing more is changed', async () => {
    const again = await evaluatedFrom(answered.bytes);
    expect(cardOf(again)).toEqual(cardOf(answered));
    expect(Buffer.from(again.bytes).equals(Buffer.from(answered.bytes))).toBe(true);
  });

  it('goes with the rubric as --rubric-file', async () => {
    const source = await rubricFromWorkbook(await opened(answered.bytes));
    if (!('rubric' in source)) throw new Error(JSON.stringify(source.refused));
    expect(source.rubric.indicators.map(({ id }) => id)).toContain('added-1');
    const again = await evaluatedFrom(SAMPLE, { rubric: source.rubric, answers: ANSWERS });
    expect(scored(again, 'added-1')).toEqual(['2', '≥100%', 'pending']);
  });

  it('stays with a rubric that is not the shipped one for the region', async () => {
    const rubric = rubricById('step-deduction') ?? RUBRICS[0];
    const once = await evaluatedFrom(SAMPLE, { rubric });
    const [first] = rubric.indicators;
    const cells = (await inputCells(once.bytes)).filter(({ sheet }) => sheet === RUBRIC_SHEET);
    const at = (id: string, column: string): string =>
      cells.find((one) => one.id === `${rubric.id}|${id}` && one.column === column)?.place as string;
    const typed = withCells(
      once.bytes,
      new Map<string, Edit>([
        [at(first?.id ?? '', '分值'), Number(first?.points) - 1],
        [at('+1', '三级指标'), '群众来信来访办结率'],
        [at('+1', '分值'), 1],
        [at('+1', '评分标准'), '按比例计分'],
      ]),
    );
    const again = await evaluatedFrom(typed);
    const third = await evaluatedFrom(again.bytes);
    for (const one of [again, third]) {
      expect(cardOf(one).rubric).toBe(rubric.id);
      expect(cardOf(one).indicators.map(({ id }) => id)).toContain('added-1');
    }
  });
});

describe('a rubric that cannot be scored by', () => {
  it.each<[string, Typed, string, string | null, RegExp]>([
    ['points that add up to 101', { 'goal-clear': { 分值: 4 } }, 'goal-clear', null, /分值之和是101分/],
    ['letters for points', { 'goal-clear': { 分值: '三分' } }, 'goal-clear', '分值', /“三分”，不是大于等于 0 的数/],
    ['letters for a target', { satisfaction: { 目标值: '高' } }, 'satisfaction', '目标值', /“高”，不是大于等于 0 的数/],
    ['an indicator without points', { '+1': { 三级指标: '来访办结率' } }, '+1', '三级指标', /“来访办结率”没有写分值/],
    ['an indicator without a name', { '+2': { 分值: 2 } }, '+2', '三级指标', /没有写三级指标的名称/],
  ])('is refused with its place, and the one before is used: %s', async (_, typed, id, column, message) => {
    const bytes = await editedIn(original.bytes, typed);
    const again = await evaluatedFrom(bytes);
    const refused = again.evaluation.findings.filter(({ rule }) => rule.startsWith('rubric.'));
    expect(refused.map((one) => [one.rule, one.class])).toEqual([['rubric.sheet.refused', 'must']]);
    expect(refused[0]?.message).toMatch(message);
    expect(cardOf(again)).toEqual(cardOf(original));
    const place = column === null ? `${RUBRIC_SHEET}!A1` : await placeOf(bytes, RUBRIC_SHEET, id, column);
    expect(refused[0]?.cells).toEqual([place]);
  });

  it('leaves what she typed in a spare row where it stands', async () => {
    const again = await evaluatedFrom(await editedIn(original.bytes, { '+1': { 三级指标: '来访办结率' } }));
    const place = await placeOf(again.bytes, RUBRIC_SHEET, '+1', '三级指标');
    expect((await ownCells(again.bytes)).get(place)).toBe('来访办结率');
  });

  it('leaves what she typed over points and targets where it stands', async () => {
    const again = await evaluatedFrom(
      await editedIn(original.bytes, { 'goal-clear': { 分值: '三分' }, satisfaction: { 目标值: '高' } }),
    );
    const cells = await ownCells(again.bytes);
    expect(cells.get(await placeOf(again.bytes, RUBRIC_SHEET, 'goal-clear', '分值'))).toBe('三分');
    expect(cells.get(await placeOf(again.bytes, RUBRIC_SHEET, 'satisfaction', '目标值'))).toBe('高');
  });
});

const NONE: Answers = {};

/** Level-1 and level-2 cells merged, as finance bureaus issue them. */
const MERGED: TestSheet = {
  name: '附件2',
  rows: [
    ['2023年度部门整体支出绩效评价指标体系'],
    ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '备注'],
    ['投入', '目标设定', '绩效目标合理性', 10, '每缺一项扣2分，扣完为止', ''],
    [null, '预算配置', '在职人员控制率', 10, '在职人员控制率≤100%得满分，每超1个百分点扣0.5分，扣完为止', ''],
    [null, null, '“三公经费”变动率', 10, '“三公经费”变动率≤0得满分，每超1个百分点扣0.5分，扣完为止', ''],
    ['过程', '预算执行', '预算完成率', 20, '按完成比例计分', ''],
    [null, null, '结转结余率', 10, '结转结余率≤9%得满分，每超1个百分点扣1分，扣完为止', ''],
    [
      '效果',
      '履职效益',
      '社会效益',
      20,
      '分为达成、部分达成、未达成三档，按100%-80%（含）、80%-60%（含）、60%-0计分',
      '',
    ],
    [null, null, '社会公众或服务对象满意度', 20, '95%（含）以上得20分；85%（含）-95%得15分；85%以下不得分', ''],
    ['合计', null, null, 100, null, null],
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 5 },
    { top: 2, left: 0, bottom: 4, right: 0 },
    { top: 3, left: 1, bottom: 4, right: 1 },
    { top: 5, left: 0, bottom: 6, right: 0 },
    { top: 5, left: 1, bottom: 6, right: 1 },
    { top: 7, left: 0, bottom: 8, right: 0 },
    { top: 7, left: 1, bottom: 8, right: 1 },
  ],
};

/** Points before the indicators, and points for levels 1 and 2 as well. */
const POINTS_FIRST: TestSheet = {
  name: '评分表',
  rows: [
    ['部门整体支出绩效自评评分表'],
    ['序号', '分值', '一级指标', '二级指标', '三级指标', '指标解释', '评分标准'],
    [1, 40, '过程', '预算执行', '预算完成率', '预算完成数与预算数的比率', '按比例计分'],
    [2, 20, '过程', '预算执行', '公用经费控制率', '实际支出与预算安排的比率', '不超过100%得满分，每超1个百分点扣1分'],
    [3, 40, '效果', '履职效益', '社会公众或服务对象满意度', '满意人数占调查人数的比率', '按比例计分'],
  ],
};

/** Other words for the same headings, one criterion nobody could read. */
const OTHER_WORDS: TestSheet = {
  name: 'Sheet1',
  rows: [
    ['附件：绩效自评打分细则'],
    ['一级指标', '二级指标', '三级指标', '标准分', '计分办法'],
    ['管理', '预算管理', '预算完成率', '30分', '实际得分=完成率×分值'],
    ['管理', '预算管理', '资金使用合规性', '30分', '发现一起扣5分，扣完为止'],
    ['效果', '社会效益', '群众获得感', '40分', '由评价小组集体研究确定'],
  ],
};

async function imported(sheet: TestSheet): Promise<{ rubric: Rubric; remarks: readonly { message: string }[] }> {
  const outcome = await rubricFromWorkbook(await opened(xlsxOf({ sheets: [sheet] })));
  if (!('rubric' in outcome)) throw new Error(outcome.refused.map(({ place, message }) => place + message).join('\n'));
  return outcome;
}

/** 一级/二级/三级 分值 计分方法 of every indicator. */
function outline({ indicators }: Rubric): string[] {
  return indicators.map(({ path, points, method }) => `${path.join('/')} ${points} ${method.type}`);
}

describe('the finance bureau’s own table as --rubric-file', () => {
  it('with merged cells of level 1 and 2', async () => {
    const { rubric } = await imported(MERGED);
    expect(outline(rubric)).toEqual([
      '投入/目标设定/绩效目标合理性 10 deduction',
      '投入/预算配置/在职人员控制率 10 threshold-step',
      '投入/预算配置/三公经费变动率 10 threshold-step',
      '过程/预算执行/预算完成率 20 ratio',
      '过程/预算执行/结转结余率 10 threshold-step',
      '效果/履职效益/社会效益 20 qualitative',
      '效果/履职效益/社会公众或服务对象满意度 20 band',
    ]);
    const evaluated = await evaluatedFrom(SAMPLE, { rubric, answers: NONE });
    const scores = cardOf(evaluated).indicators.map(
      ({ path, score, status }) => `${path[2]} ${score?.roundHalfUp(2).toString() ?? status}`,
    );
    expect(scores).toEqual([
      '绩效目标合理性 pending',
      '在职人员控制率 10',
      '三公经费变动率 10',
      '预算完成率 19.91',
      '结转结余率 10',
      '社会效益 pending',
      '社会公众或服务对象满意度 20',
    ]);
  });

  it('does not take the points of a level for limits of the value', async () => {
    const criterion = '达成得100%-80%；部分达成得80%-60%；未达成得60%-0';
    const rows = MERGED.rows.map((row, at) => (at === 7 ? [...row.slice(0, 4), criterion, ''] : row));
    const { rubric } = await imported({ ...MERGED, rows });
    expect(rubric.indicators.find(({ path }) => path[2] === '社会效益')?.method.type).toBe('qualitative');
  });

  it('with the points before the indicators', async () => {
    const { rubric } = await imported(POINTS_FIRST);
    expect(outline(rubric)).toEqual([
      '过程/预算执行/预算完成率 40 ratio',
      '过程/预算执行/公用经费控制率 20 threshold-step',
      '效果/履职效益/社会公众或服务对象满意度 40 ratio',
    ]);
    const { total, grade } = cardOf(await evaluatedFrom(SAMPLE, { rubric, answers: NONE }));
    // 17917.84 ÷ 17998.37 of 40, 20, and 96.2 % of 40 where no target is stated.
    expect([total.toString(), grade]).toEqual(['98.3', '优']);
  });

  it('in other words, with what could not be read listed', async () => {
    const { rubric, remarks } = await imported(OTHER_WORDS);
    expect(outline(rubric)).toEqual([
      '管理/预算管理/预算完成率 30 ratio',
      '管理/预算管理/资金使用合规性 30 deduction',
      '效果/社会效益/群众获得感 40 qualitative',
    ]);
    expect(remarks.map(({ message }) => message).join('\n')).toContain('群众获得感');
  });

  it('that does not add up to full marks is refused', async () => {
    const rows = POINTS_FIRST.rows.map((row, at) => (at === 2 ? [1, 45, ...row.slice(2)] : row));
    const outcome = await rubricFromWorkbook(await opened(xlsxOf({ sheets: [{ ...POINTS_FIRST, rows }] })));
    const said = 'refused' in outcome ? outcome.refused : outcome.remarks;
    expect(said.map(({ message }) => message).join()).toContain('105');
  });
});

describe('--rubric-file', () => {
  let folder: string;
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ziping-rubric-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes a pack as JSON, an evaluated workbook and a table', async () => {
    const [, regional] = RUBRICS;
    const pack = await chosenRubric(null, file('评分办法.json', JSON.stringify(regional)));
    expect(pack).toEqual({ chosen: { rubric: regional, remarks: [] } });
    const workbook = await chosenRubric(null, file('上年_自评.xlsx', edited.bytes));
    expect('chosen' in workbook && workbook.chosen?.rubric.id).toBe(FRAMEWORK);
    const table = await chosenRubric(null, file('附件2.xlsx', xlsxOf({ sheets: [MERGED] })));
    expect('chosen' in table && table.chosen?.rubric.indicators.length).toBe(7);
  });

  it.each([
    ['a pack whose points do not add up', '多.json', JSON.stringify({ ...RUBRICS[0], full: '90' }), /满分是90分/],
    ['a pack without indicators', '空.json', '{}', /指标/],
    ['JSON that is broken', '坏.json', '{"id": ', /不是 JSON 文件/],
    [
      'a workbook without such a table',
      '值班.xlsx',
      xlsxOf({ sheets: [{ name: '值班', rows: [['甲', '乙']] }] }),
      /没有认出评分表/,
    ],
  ])('refuses %s in one sentence', async (_, name, content, problem) => {
    const outcome = await chosenRubric(null, file(name, content));
    expect('problem' in outcome && outcome.problem).toMatch(problem);
    expect('problem' in outcome && outcome.problem).toMatch(/^[^\n]+。$/);
  });
});
