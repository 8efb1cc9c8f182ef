import { formSets } from '../../src/facts/sets';
import { sourceCell } from '../../src/formula/excel';
import { writePlan } from '../../src/hosts/xlsx/write/write';
import type { CellPlace } from '../../src/model/address';
import { formatPlace } from '../../src/model/address';
import { Decimal } from '../../src/model/decimal';
import type { CellValue } from '../../src/model/grid';
import { asOfWords } from '../../src/narrative/period-words';
import type { NarrativeSource } from '../../src/narrative/narrate';
import { DRAFT_MARK, narrate } from '../../src/narrative/narrate';
import { OUTLINES, outlineNamed } from '../../src/narrative/outline';
import type { Outline } from '../../src/narrative/outline';
import type { LiveSource } from '../../src/narrative/part-formula';
import { paragraphFormula } from '../../src/narrative/part-formula';
import type { NarrativeReport, Paragraph } from '../../src/narrative/report';
import { LONGEST_PARAGRAPH, figuresIn, isMeasured, lengthOf, partsText, readParts } from '../../src/narrative/report';
import { workbookScope } from '../../src/report/workbook-scope';
import { MAX_FORMULA_LENGTH, printFormula } from '../../src/sheet/print-formula';
import type { Cell } from '../../src/sheet/sheet';
import { PLAIN, amount, row, sheet, text } from '../hosts/xlsx/write/plans';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import { opened } from '../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import { judgeFile, sampleBytes } from '../support/sample';

const SHEET = '自评_报告正文';
const JIANGXI = outlineNamed('jiangxi') as Outline;

const SCORES = '自评_评分表';
const scored = (column: number): CellPlace => ({ sheet: SCORES, row: 0, column });
const LOST_POINTS = [
  {
    name: '社会救助对象年度复核率',
    place: scored(0),
    texts: {},
    results: [
      { name: '实际比率', value: Decimal.of('0.97'), place: scored(1) },
      { name: '得分', value: Decimal.of('4.85'), place: scored(2) },
      { name: '扣分', value: Decimal.of('0.15'), place: scored(3) },
    ],
  },
];

async function sourceOf(bytes: Uint8Array): Promise<NarrativeSource> {
  const { evaluation } = await judgeFile(bytes, { last: 'checks' });
  const { tables, unitName, year } = evaluation;
  const sets = formSets(tables);
  const set = sets.find((one) => one.year === year && one.unitName === unitName) ?? null;
  const facts = evaluation.facts ?? [];
  const scope = workbookScope(set, sets, facts);
  const rest = { findings: [], projects: [], results: [], lostPoints: LOST_POINTS };
  return { unitName, year, scope, set, facts, ...rest };
}

async function reportOf(bytes: Uint8Array): Promise<NarrativeReport> {
  return narrate(JIANGXI, await sourceOf(bytes));
}

function paragraphsOf(report: NarrativeReport): readonly Paragraph[] {
  return report.sections.flatMap((section) => section.paragraphs);
}

function wholeText(report: NarrativeReport): string {
  return paragraphsOf(report)
    .map(({ parts }) => partsText(parts))
    .join('\n');
}

describe('the report on the sample', () => {
  let report: NarrativeReport;
  beforeAll(async () => {
    report = await reportOf(sampleBytes());
  });

  it.each([
    '2023年年初预算合计3228.08万元，2022年年初预算合计3859.65万元，比上年减少631.57万元，下降16.36%，主要原因是政府性基金项目未纳入年初预算安排。',
    '基本支出412.92万元',
    '项目支出2815.16万元',
    '上级补助收入5349.81万元',
    '2023年支出合计17917.84万元',
    '基本支出378.60万元，占2.11%；项目支出17539.24万元，占97.89%。',
    '截至2023年10月，城乡低保惠及6462户、9635人，发放资金4459.70万元。',
    '截至2023年9月，惠民殡葬五项基本免费补助发放资金125.40万元。',
    '截至2023年10月31日，结婚登记1042对；离婚登记365对',
  ])('says what the bureau published: %s', (sentence) => {
    expect(wholeText(report)).toContain(sentence);
  });

  it('has every heading of the outline in order, and text below each heading that has paragraphs', () => {
    expect(report.title).toBe('庐山市民政局2023年度部门整体支出绩效自评报告');
    expect(report.sections.map(({ heading, level }) => [heading, level])).toEqual(
      JIANGXI.sections.map(({ heading, level }) => [heading, level]),
    );
    expect(report.sections.filter(({ paragraphs }) => paragraphs.length === 0).map(({ id }) => id)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it.each(OUTLINES)('holds or asks for what every heading of $id needs', async (outline) => {
    const { sections } = narrate(outline, await sourceOf(sampleBytes()));
    for (const [at, section] of sections.entries()) {
      const used = new Set(section.paragraphs.flatMap(({ needs }) => needs));
      expect(outline.sections[at]?.needs.filter((name) => !used.has(name))).toEqual([]);
    }
  });

  it('asks only for what the workbook does not hold', () => {
    expect(report.pending).toEqual([
      '预算绩效管理开展情况（制度、监控、评价的时间和文号）',
      '支出增加原因',
      '临时救助截至日期',
      '社会救助对象年度复核率具体措施、责任人和完成时间',
      '自评结果应用安排',
    ]);
  });

  it('lists the figures no sentence used', () => {
    expect(report.unused).toContain('收入总计（收入支出决算总表!C36）');
    expect(report.unused.join()).not.toMatch(/本年支出合计|项目支出（支出决算表|年初预算支出合计/);
  });

  it('has no digits in words of the outline but years and dates', () => {
    const words = paragraphsOf(report).flatMap(({ parts }) =>
      [...readParts(parts)].flatMap((part) => (part.type === 'words' && part.origin === 'outline' ? [part.text] : [])),
    );
    const left = words.map((one) => one.replace(/20(?:22|23)年(?:\d{1,2}月(?:\d{1,2}日)?)?|20(?:22|23)年度/gu, ''));
    expect(left.filter((one) => /\d/.test(one))).toEqual([]);
  });

  it('has a cell behind every figure', () => {
    for (const { parts } of paragraphsOf(report)) {
      for (const part of readParts(parts)) {
        if (part.type !== 'figure') continue;
        expect({ [part.name]: part.figures.filter(({ place }) => place !== null).length }).not.toEqual({
          [part.name]: 0,
        });
      }
    }
  });

  it('puts figures of different cut-offs into no comparison, and names every cut-off where its figures stand', () => {
    for (const { parts } of paragraphsOf(report)) {
      for (const part of parts) {
        if (part.type !== 'figure' && part.type !== 'sign') continue;
        const measured = part.type === 'figure' ? part : part.of;
        if (!isMeasured(measured)) continue;
        expect(new Set(measured.figures.map(({ table }) => table.asOf)).size).toBe(1);
      }
      const cutOffs = new Set(figuresIn(parts).flatMap(({ table }) => table.asOf ?? []));
      for (const cutOff of cutOffs) expect(partsText(parts)).toContain(asOfWords(cutOff));
    }
  });

  it('marks drafts once in a section, and no one else’s words', () => {
    const drafts = report.sections.map(
      ({ paragraphs }) =>
        paragraphs
          .map(({ parts }) => partsText(parts))
          .join('')
          .split(DRAFT_MARK).length - 1,
    );
    expect(drafts).toEqual(report.sections.map(({ id }) => (id === '3.1' || id === '3.2' ? 1 : 0)));
  });

  it('keeps every paragraph within one row, under an id of its own', () => {
    const paragraphs = paragraphsOf(report);
    expect(Math.max(...paragraphs.map(({ parts }) => lengthOf(partsText(parts))))).toBeLessThanOrEqual(
      LONGEST_PARAGRAPH,
    );
    const ids = paragraphs.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toContain('2.1/programmes/城乡低保');
  });

  it('is the same when it is made again', async () => {
    const again = await reportOf(sampleBytes());
    expect(wholeText(again)).toBe(wholeText(report));
    expect([again.pending, again.unused]).toEqual([report.pending, report.unused]);
  });

  it('names no other place in any outline', async () => {
    const source = await sourceOf(sampleBytes());
    for (const outline of OUTLINES) {
      expect(wholeText(narrate(outline, source))).not.toMatch(/江西|湖北|湖南|九江|武汉|岳阳/);
    }
  });
});

/** What live sentences read where figures and names are taken from the sheets themselves. */
async function liveSourceOf(bytes: Uint8Array): Promise<LiveSource> {
  const source = await opened(bytes);
  const cells = new Map<string, CellValue>();
  for (const { name, rowCount } of await source.describe()) {
    const { rows } = await source.read({ sheet: name, fromRow: 0, toRow: rowCount });
    rows.forEach((values, at) =>
      values.forEach((value, column) => cells.set(formatPlace({ sheet: name, row: at, column }), value)),
    );
  }
  return { figure: sourceCell, holds: ({ place, text }) => place !== null && cells.get(formatPlace(place)) === text };
}

/** A sheet with the paragraphs of a report, the second column live, and one with the scores they read. */
async function withReport(bytes: Uint8Array, report: NarrativeReport): Promise<Uint8Array> {
  const source = await liveSourceOf(bytes);
  const rows = paragraphsOf(report).map((paragraph) => {
    const formula = paragraphFormula(paragraph, source);
    const written = partsText(paragraph.parts);
    const live: Cell = formula ? { type: 'formula', formula, value: written, style: PLAIN } : text(written);
    return row(text(paragraph.id), live);
  });
  const scores = LOST_POINTS.map(({ name, results }) =>
    row(text(name), ...results.map(({ value }) => amount(value.toString()))),
  );
  const models = [sheet(SHEET, rows), sheet(SCORES, scores)];
  const outcome = writePlan(bytes, { sheets: models.map((model) => ({ model, keepAs: null })) });
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.bytes;
}

async function recalculatedTexts(bytes: Uint8Array): Promise<Map<string, string>> {
  const source = await opened(await recalculated(bytes));
  const { rows } = await source.read({ sheet: SHEET, fromRow: 0, toRow: 500 });
  return new Map(rows.map(([id, written]) => [String(id), String(written)]));
}

function textsOf(report: NarrativeReport): Map<string, string> {
  return new Map(paragraphsOf(report).map(({ id, parts }) => [id, partsText(parts)]));
}

describeWithLibreOffice('the live sentences', () => {
  it('give in another program the text we wrote', async () => {
    const report = await reportOf(sampleBytes());
    const written = await withReport(sampleBytes(), report);
    expect(await recalculatedTexts(written)).toEqual(textsOf(report));
    const source = await liveSourceOf(sampleBytes());
    const formulas = paragraphsOf(report).flatMap((paragraph) => paragraphFormula(paragraph, source) ?? []);
    expect(formulas.length).toBeGreaterThan(40);
    expect(Math.max(...formulas.map((formula) => printFormula(formula).length))).toBeLessThan(MAX_FORMULA_LENGTH);
  });

  it('follow the cells: what is said anew is what the live sentences say', async () => {
    const sample = sampleBytes();
    const written = await withReport(sample, await reportOf(sample));
    const edits = new Map<string, Edit>([
      // More than the year before, by a tie in 万元.
      ['收支预算总表!D34', 45000050],
      // Less expenditure than the year before.
      ['支出决算表!E7', 10000.01],
      ['困难群众救助和惠民补贴发放汇总表!C4', 7000],
      ['业务统计表!D53', 700.25],
      ['“三公”经费支出决算表!G8', 7.5],
    ]);
    const live = await recalculatedTexts(withCells(written, edits));
    const anew = textsOf(await reportOf(withCells(sample, edits)));
    expect(live.get('1.5/initial-budget')).toContain(
      '比上年增加640.36万元，增长16.59%，主要原因是【待填：年初预算增加原因】。',
    );
    expect(live.get('1.5/expenditure')).toContain('比上年减少6691.91万元，下降40.09%');
    expect([...live].filter(([id, one]) => anew.get(id) !== one)).toEqual([]);
  });

  it('ask for a rate whose base has become zero', async () => {
    const sample = sampleBytes();
    const written = await withReport(sample, await reportOf(sample));
    const live = await recalculatedTexts(withCells(written, new Map([['2022年收支预算总表!D34', 0]])));
    expect(live.get('1.5/initial-budget')).toContain('比上年增加3228.08万元，增长【待填：年初预算增长率】');
    expect([...live.values()].filter((one) => one.includes('#'))).toEqual([]);
  });
});
