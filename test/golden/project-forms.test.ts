import { cellAddress, formatPlace } from '../../src/model/address';
import { Decimal } from '../../src/model/decimal';
import type { CellValue } from '../../src/model/grid';
import { SHEETS } from '../../src/report/sheet-names';
import { withCells } from '../support/edit-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import type { Forms, Row } from '../support/project-forms';
import { expenditure, formsOf, goals, indicators, keptForms, openedForms } from '../support/project-forms';

/** All ways in which a number may be written, and what cannot be scored yet. */
const ROWS: readonly Row[] = [
  ['临时救助', '产出指标', '数量指标', '救助人次', '≥500人次', '333人次', 10, 6.66],
  ['临时救助', '产出指标', '数量指标', '走访次数', '12次', '已完成9次', 5],
  ['临时救助', '产出指标', '数量指标', '保障人数', '≥2万人', '19,000人', 5],
  ['临时救助', '产出指标', '质量指标', '发放准确率', '≥95%', '７６％', 10],
  ['临时救助', '产出指标', '质量指标', '床位使用率', '60%至80%', '100%', 5],
  ['临时救助', '产出指标', '时效指标', '审批时限', '≤6个工作日', '7个工作日', 5],
  ['临时救助', '产出指标', '成本指标', '人均成本', '≤400元', 450, 10],
  ['临时救助', '效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 10],
  ['临时救助', '效益指标', '社会效益指标', '社会稳定', '逐步改善', '基本达成', 10],
  ['临时救助', '效益指标', '可持续影响指标', '政策知晓率', '≥80%', null, 10],
  ['临时救助', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', 0.94, 10],
  ['养老服务', '产出指标', '数量指标', '服务人数', '≥900人', '700人', 50],
  ['养老服务', '效益指标', '社会效益指标', '服务水平', '得到提高', '部分达成', 30, 21],
  ['养老服务', '满意度指标', '服务对象满意度指标', '老人满意度', '≥90%', '76', 5],
  ['养老服务', '满意度指标', '服务对象满意度指标', '家属满意度', '≥90%', '72%', 5],
];
const SOURCE = [
  indicators(...ROWS),
  expenditure(['临时救助', 60, 81.37, 70, 11.37, 0, 72.19], ['养老服务', 100, 120, 120, 0, 0, 121]),
  goals('临时救助', '保障困难群众基本生活。'),
] as const;
const TABLE = '项目绩效指标表';

type Cells = ReadonlyMap<string, CellValue>;

async function cellsOf(bytes: Uint8Array, sheet: string = SHEETS.projects): Promise<Cells> {
  const source = await openedForms(bytes);
  const { rows } = await source.read({ sheet, fromRow: 0, toRow: 200 });
  return new Map(rows.flatMap((row, at) => row.map((value, column) => [cellAddress(at, column), value] as const)));
}

/** Formulas whose value is not the one kept beside them. */
function differences(forms: Forms, cells: Cells, at: number): string[] {
  const model = forms.plan.sheets[at]?.model;
  return (model?.rows ?? []).flatMap((row, line) =>
    row.cells.flatMap((cell, column) => {
      if (cell?.type !== 'formula') return [];
      const live = cells.get(cellAddress(line, column)) ?? '';
      const same =
        cell.value instanceof Decimal
          ? typeof live === 'number' && Math.abs(live - Number(cell.value.toString())) < 1e-9
          : live === cell.value;
      return same ? [] : [`${cellAddress(line, column)}: ${String(live)}, kept ${String(cell.value)}`];
    }),
  );
}

/** The row of a form in which a cell says so, and what stands in a column there. */
function beside(cells: Cells, words: string, column: string): CellValue {
  const found = [...cells].find(([, value]) => value === words);
  if (!found) throw new Error(`nobody says ${words}`);
  return cells.get(`${column}${/\d+/.exec(found[0])?.[0] ?? ''}`) ?? null;
}

/** The total of each form. */
function totalsIn(cells: Cells): CellValue[] {
  const lines = [...cells].filter(([, value]) => value === '总分');
  return lines.map(([place]) => cells.get(`H${place.slice(1)}`) ?? null);
}

async function afterEdit(forms: Forms, edits: Readonly<Record<string, string | number | null>>): Promise<Cells> {
  return cellsOf(await recalculated(withCells(forms.bytes(), new Map(Object.entries(edits)))));
}

describeWithLibreOffice('the forms of projects', () => {
  const forms = formsOf(SOURCE);

  test('calculate to what is kept beside the formulas', async () => {
    const bytes = await recalculated(forms.bytes());
    expect(differences(forms, await cellsOf(bytes), 0)).toEqual([]);
    expect(differences(forms, await cellsOf(bytes, SHEETS.paper), 1)).toEqual([]);
  });

  test('show the totals of the evaluation', async () => {
    const cells = await cellsOf(await recalculated(forms.bytes()));
    expect(totalsIn(cells)).toEqual(forms.results.projects.map(({ total }) => Number(total.toString())));
    const pending = forms.results.projects.map(({ pendingPoints, grade }) => [pendingPoints.toString(), grade]);
    expect(pending).toEqual([
      ['20', null],
      ['0', '中'],
    ]);
  });

  test.each([
    ['a text with a unit', 'F4', '250人次', '救助人次', 5],
    ['a number in its place', 'F4', 250, '救助人次', 5],
    ['a percentage with another sign', 'F7', '38%', '发放准确率', 4],
    ['a percentage typed, which the cell holds as a ratio', 'F7', 0.38, '发放准确率', 4],
    ['a percentage with the same sign', 'F18', '45%', '家属满意度', 2.5],
    ['a percentage where none had a sign', 'F17', '160%', '老人满意度', 5],
    ['a small percentage', 'F18', '0.9%', '家属满意度', 0.05],
    ['a ratio that becomes a percentage', 'F14', 0.475, '群众满意度', 5],
    ['points', 'G4', 20, '救助人次', 13.32],
    ['words that stand for another band', 'F11', '没有达成', '基本生活', '待填'],
    ['nothing', 'F4', null, '救助人次', '待填'],
    ['words instead of a number', 'F4', '见附表', '救助人次', '待填'],
  ])('a source cell changed to %s changes the score', async (_, cell, value, name, score) => {
    const cells = await afterEdit(forms, { [`${TABLE}!${cell}`]: value });
    expect(beside(cells, name, 'H')).toBe(score);
    const before = forms.results.projects.map(({ total }) => Number(total.toString()));
    expect(totalsIn(cells)).not.toEqual(before);
  });

  test('money changed in the source changes rate, score and total', async () => {
    const cells = await afterEdit(forms, { '项目支出情况表!G4': 40.685 });
    expect(beside(cells, '年度资金总额', 'H')).toBe(0.5);
    expect(beside(cells, '年度资金总额', 'I')).toBe(5);
  });

  test('what she types is scored at once, and kept and scored by the next run alike', async () => {
    const first = await keptForms(forms.bytes());
    const placeOf = (indicator: string, column: string): string =>
      first.rows.get(`2023|指标|临时救助|${indicator}`)?.places.get(column) ?? '';
    const edits = {
      [placeOf('效益指标/可持续影响指标/政策知晓率', '第6栏')]: 0.6,
      [placeOf('效益指标/社会效益指标/社会稳定', '第10栏')]: 0.85,
      [placeOf('产出指标/数量指标/救助人次', '第9栏')]: '救助对象减少',
    };
    const typed = withCells(forms.bytes(), new Map(Object.entries(edits)));
    const live = await cellsOf(await recalculated(typed));
    expect([beside(live, '政策知晓率', 'H'), beside(live, '社会稳定', 'H')]).toEqual([7.5, 8.5]);

    const kept = await keptForms(typed);
    expect(kept.edited).toBe(false);
    const again = formsOf(SOURCE, { kept: kept.rows });
    const cells = await cellsOf(await recalculated(again.bytes()));
    expect(differences(again, cells, 0)).toEqual([]);
    expect([beside(cells, '政策知晓率', 'H'), beside(cells, '社会稳定', 'H')]).toEqual([7.5, 8.5]);
    expect(beside(cells, '救助人次', 'I')).toBe('救助对象减少');
    expect(beside(cells, '总分', 'H')).toBe(Number(again.results.projects[0]?.total.toString()));
    expect(again.results.projects[0]?.pendingPoints.toString()).toBe('0');
  });

  test.each([
    ['a text with unit', { value: '60%' }, 7.5],
    ['a number', { value: '0.6' }, 7.5],
  ])('an answer from elsewhere, %s, stands in the cell it would be typed into', async (_, answer, score) => {
    const answered = formsOf(SOURCE, { answers: { '临时救助|效益指标/可持续影响指标/政策知晓率': answer } });
    const cells = await cellsOf(await recalculated(answered.bytes()));
    expect(differences(answered, cells, 0)).toEqual([]);
    expect(beside(cells, '政策知晓率', 'F')).toBe('60%');
    expect(beside(cells, '政策知晓率', 'H')).toBe(score);
  });

  test('a judgement from elsewhere stands beside the form, as a share', async () => {
    const answer = { level: '达成年度指标', value: '85%' };
    const answered = formsOf(SOURCE, { answers: { '临时救助|效益指标/社会效益指标/社会稳定': answer } });
    const cells = await cellsOf(await recalculated(answered.bytes()));
    expect(differences(answered, cells, 0)).toEqual([]);
    expect([beside(cells, '社会稳定', 'J'), beside(cells, '社会稳定', 'H')]).toEqual([0.85, 8.5]);
  });

  test('the cells of actual values are where the tests above change them', async () => {
    const [project] = forms.results.projects;
    const places = project?.indicators.flatMap(({ places: all }) => all.map(formatPlace)) ?? [];
    expect(places).toEqual(expect.arrayContaining([`${TABLE}!F4`, `${TABLE}!F7`, `${TABLE}!F11`, `${TABLE}!F14`]));
  });
});
