import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../src/model/grid';
import { formatPlace } from '../../src/model/address';
import { DRAFT_MARK } from '../../src/narrative/narrate';
import type { Paragraph, SentencePart } from '../../src/narrative/report';
import { readParts } from '../../src/narrative/report';
import type { Answers } from '../../src/rubric/answers';
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
const PUBLISHED = JSON.parse(readFileSync(join(__dirname, '../../samples/published-2023.json'), 'utf8')) as {
  figures: readonly { id: string; item: string; value: string; unit: string }[];
};
const NARRATIVE = '自评_报告正文';
const SCORES = '自评_评分表';
const OWN_WORDS = '2023年收入合计17920.67万元（含上级补助），与决算公开数一致。';

/** A column of one of our lists, by the id of its row. */
function columnById(cells: Cells, sheet: string, column: string, idColumn: string): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const [place, id] of cells) {
    const row = new RegExp(`^${sheet}!${idColumn}(\\d+)$`).exec(place)?.[1];
    if (row !== undefined && typeof id === 'string' && !id.startsWith('自评助手|') && id.includes('|')) {
      values.set(id.slice(id.lastIndexOf('|') + 1), cells.get(`${sheet}!${column}${row}`) ?? '');
    }
  }
  return values;
}

const drafts = (cells: Cells): Map<string, CellValue> => columnById(cells, NARRATIVE, 'B', 'H');
const finals = (cells: Cells): Map<string, CellValue> => columnById(cells, NARRATIVE, 'D', 'H');

function paragraphs({ evaluation }: Evaluated): readonly Paragraph[] {
  return (evaluation.narrative?.sections ?? []).flatMap((section) => section.paragraphs);
}

/** What stands in the cell of 得分 beside 合计 and 等级. */
function results(cells: Cells): readonly (CellValue | undefined)[] {
  return ['合计', '等级'].map((name) => {
    const place = [...cells].find(([at, value]) => at.startsWith(`${SCORES}!B`) && value === name)?.[0];
    return cells.get(`${SCORES}!J${/\d+$/.exec(place ?? '')?.[0]}`);
  });
}

/** 900 万元 of project expenditure less, in every cell that states the total. */
const LESS_EXPENDITURE: readonly [string, Edit][] = [
  ['支出决算表!E7', 17017.84],
  ['预算执行情况表!E5', 17017.84],
  ['收入支出决算总表!F33', 17017.84],
  ['结转结余情况表!D4', 17017.84],
  ['支出决算表!G7', 16639.24],
  ['预算执行情况表!E14', 16639.24],
  ['项目支出情况表!G5', 16639.24],
];

/** An initial budget above that of the year before, in 元. */
const MORE_BUDGET: readonly [string, Edit][] = [
  ['收支预算总表!D34', 45000100],
  ['部门支出总表!E6', 45000100],
  ['部门收入总表!E6', 45000100],
];

/** All of the budget spent, in every cell that states the total. */
const ALL_SPENT: readonly [string, Edit][] = [
  ['支出决算表!E7', 17998.37],
  ['预算执行情况表!E5', 17998.37],
  ['收入支出决算总表!F33', 17998.37],
];

/** Words quoted from a cell, and what it holds. */
interface Quotation {
  readonly text: string;
  readonly place: string;
  readonly value: CellValue;
}

let written: Evaluated;
let cells: Cells;

beforeAll(async () => {
  written = await evaluatedFrom(SAMPLE, { answers: ANSWERS });
  cells = await ownCells(written.bytes);
});

describe('自评_报告正文 of the sample', () => {
  it('states every published budget amount', () => {
    const text = [...finals(cells).values()].join('\n');
    const amounts = PUBLISHED.figures.filter(
      ({ id, unit }) => /^(?:budget|final|programme)\./.test(id) && (unit === '万元' || unit === '%'),
    );
    expect(amounts.length).toBeGreaterThanOrEqual(20);
    const missing = amounts.filter(({ value, unit }) => !text.includes(`${Number(value).toFixed(2)}${unit}`));
    expect(missing).toEqual([]);
  });

  it('says which way they went', () => {
    const final = finals(cells);
    expect(final.get('1.5/initial-budget')).toBe(
      '2023年年初预算合计3228.08万元，2022年年初预算合计3859.65万元，比上年减少631.57万元，下降16.36%，主要原因是政府性基金项目未纳入年初预算安排。',
    );
    expect(final.get('1.5/expenditure-parts')).toBe(
      '其中：基本支出378.60万元，占2.11%；项目支出17539.24万元，占97.89%。',
    );
    expect(final.get('1.5/three-public')).toMatch(/“三公”经费预算7\.50万元，决算6\.39万元，比预算减少1\.11万元/);
    expect(final.get('1.5/carry-over')).toMatch(/年末结转和结余80\.53万元，比年初结转和结余77\.70万元增加2\.83万元/);
  });

  it('has no digits of its own: each comes from a figure, a score or a cell the words were taken from', () => {
    const without = (part: SentencePart): boolean =>
      part.type !== 'words' ||
      part.place !== null ||
      !/\d/.test(part.text.replace(/20(?:22|23)年(?:度|\d{1,2}月(?:\d{1,2}日)?)?/gu, ''));
    for (const { id, parts } of paragraphs(written))
      expect([id, [...readParts(parts)].filter((part) => !without(part))]).toEqual([id, []]);
  });

  /** Words quoted from cells, with what these hold. */
  async function quotations(isAsked: (name: string | null) => boolean): Promise<Quotation[]> {
    const quoted = paragraphs(written).flatMap(({ parts }) =>
      [...readParts(parts)].flatMap((part) =>
        part.type === 'words' && part.place && isAsked(part.name) ? [{ text: part.text, place: part.place }] : [],
      ),
    );
    const source = await opened(written.bytes);
    return Promise.all(
      quoted.map(async ({ text, place }) => {
        const { rows } = await source.read({ sheet: place.sheet, fromRow: place.row, toRow: place.row + 1 });
        return { text, place: formatPlace(place), value: rows[0]?.[place.column] ?? null };
      }),
    );
  }

  it('quotes what stands in the cell it names', async () => {
    const plain = (words: unknown): string => String(words).replace(/[\s，。；、：:;,.]|\d+[.、]/g, '');
    const others = await quotations((name) => name !== '名称');
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter(({ text, value }) => !plain(value).includes(plain(text)))).toEqual([]);
  });

  it('takes the name of a programme, item or indicator from the cell it names, quotation marks and all', async () => {
    const names = await quotations((name) => name === '名称');
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(({ text, value }) => value !== text)).toEqual([]);
    expect(names).toContainEqual({
      text: '农村离任“两老”生活补助',
      place: '困难群众救助和惠民补贴发放汇总表!B7',
      value: '农村离任“两老”生活补助',
    });
    expect(names.find(({ text }) => text === '预算完成率')?.place).toMatch(/^自评_评分表!D/);
  });

  it('has one live cell for each group of sentences, and drafts are marked as such', () => {
    const ids = paragraphs(written).map(({ id }) => id);
    expect([...drafts(cells).keys()]).toEqual(ids);
    const draft = [...drafts(cells)].filter(([, text]) => String(text).startsWith(DRAFT_MARK)).map(([id]) => id);
    expect(draft.every((id) => id.startsWith('3.'))).toBe(true);
    expect(draft).not.toEqual([]);
  });
});

describeWithLibreOffice('a changed source cell', () => {
  let live: Cells;
  let anew: Evaluated;
  let again: Cells;

  beforeAll(async () => {
    const own = (await inputCells(written.bytes)).find(
      ({ sheet, id }) => sheet === NARRATIVE && id.endsWith('|1.5/income'),
    );
    const rewritten = withCells(written.bytes, new Map<string, Edit>([[own?.place ?? '', OWN_WORDS]]));
    const edits = new Map<string, Edit>([...LESS_EXPENDITURE, ...MORE_BUDGET]);
    live = await ownCells(await recalculated(withCells(rewritten, edits)));
    anew = await evaluatedFrom(withCells(SAMPLE, edits), { answers: ANSWERS, previousBytes: rewritten });
    again = await ownCells(anew.bytes);
  });

  it('changes value, score and total at once, as a new evaluation does', () => {
    for (const column of ['H', 'J']) {
      const [now, next] = [live, again].map((one) => columnById(one, SCORES, column, 'S')) as [
        Map<string, CellValue>,
        Map<string, CellValue>,
      ];
      for (const { id } of anew.evaluation.scorecard?.indicators ?? []) {
        const [one, other] = [now.get(id), next.get(id)];
        if (typeof one === 'number' && typeof other === 'number') expect(one).toBeCloseTo(other, 6);
        else expect([id, column, one]).toEqual([id, column, other]);
      }
    }
    // 17017.84 ÷ 17998.37 = 94.55 % of 4 points; the rest of the 98.43 points stays.
    expect(columnById(live, SCORES, 'H', 'S').get('budget-completion')).toBeCloseTo(17017.84 / 17998.37, 9);
    expect(columnById(live, SCORES, 'J', 'S').get('budget-completion')).toBe(3.78);
    expect([results(cells), results(live), results(again)]).toEqual([
      [98.43, '优'],
      [98.23, '优'],
      [98.23, '优'],
    ]);
  });

  it('changes the sentences with it', () => {
    const text = drafts(live);
    expect(text.get('1.5/expenditure')).toContain('2023年支出合计17017.84万元');
    expect(text.get('1.5/expenditure-parts')).toBe(
      '其中：基本支出378.60万元，占2.22%；项目支出16639.24万元，占97.78%。',
    );
    expect(text.get('1.5/execution')).toMatch(/全年执行数17017\.84万元，预算执行率94\.55%/);
    const next = drafts(again);
    expect(text.size).toBeGreaterThan(60);
    expect([...text].filter(([id, one]) => next.get(id) !== one).map(([id]) => id)).toEqual([]);
  });

  it('changes the sentences about lost points with it', () => {
    expect(drafts(cells).get('3.1/lost-points')).toContain('预算完成率，实际99.55%，目标≥100%，得3.98分，扣0.02分，');
    expect(drafts(live).get('3.1/lost-points')).toContain('预算完成率，实际94.55%，目标≥100%，得3.78分，扣0.22分，');
    for (const id of ['3.1/lost-points', '3.1/lost-points/2'])
      expect([id, drafts(live).get(id)]).toEqual([id, drafts(again).get(id)]);
  });

  it('turns the direction words over', () => {
    expect(drafts(cells).get('1.5/initial-budget')).toContain('比上年减少631.57万元，下降16.36%');
    expect(drafts(live).get('1.5/initial-budget')).toContain('比上年增加640.36万元，增长16.59%');
    expect(drafts(again).get('1.5/initial-budget')).toContain('比上年增加640.36万元，增长16.59%');
  });

  it('leaves her rewriting alone, which is the final text', () => {
    for (const one of [live, again]) {
      expect(columnById(one, NARRATIVE, 'C', 'H').get('1.5/income')).toBe(OWN_WORDS);
      expect(finals(one).get('1.5/income')).toBe(OWN_WORDS);
      expect(drafts(one).get('1.5/income')).toMatch(/^2023年收入合计17920\.67万元/);
      expect(finals(one).get('1.5/expenditure')).toBe(drafts(one).get('1.5/expenditure'));
    }
    expect(anew.evaluation.findings.filter(({ stage }) => stage === 'report')).toEqual([]);
  });
});

describeWithLibreOffice('a sentence whose cells no longer say what it was written for', () => {
  const name = '农村离任“老民师、老放映员”生活补助';
  let live: Cells;
  let again: Cells;

  beforeAll(async () => {
    const edits = new Map<string, Edit>([...ALL_SPENT, ['政府采购情况表!B7', 0], ['项目支出情况表!B18', name]]);
    live = await ownCells(await recalculated(withCells(written.bytes, edits)));
    again = await ownCells((await evaluatedFrom(withCells(SAMPLE, edits), { answers: ANSWERS })).bytes);
  });

  it('says that no point is lost any more; a new evaluation leaves the indicator out', () => {
    expect(drafts(live).get('3.1/lost-points')).toContain(
      '一是预算完成率，实际100.00%，目标≥100%，得4.00分，已得满分；',
    );
    expect(drafts(again).get('3.1/lost-points')).not.toContain('预算完成率');
  });

  it('asks for a score that has become pending, and shows no error', () => {
    expect(drafts(live).get('3.1/lost-points')).toContain(
      '四是政府采购执行率，实际【待填：政府采购执行率实际比率】，目标≥100%，【待填：政府采购执行率扣分】',
    );
    expect([...drafts(live).values()].filter((text) => /#[A-Z]/.test(String(text)))).toEqual([]);
  });

  it('calls a project what she calls it now', () => {
    const [now, next] = [live, again].map((one) => drafts(one).get('1.5/project-execution/3'));
    expect(now).toContain(`${name}全年预算21.44万元`);
    expect(now).toBe(next);
  });
});
