import { walk } from '../../../src/formula/syntax';
import { narrate } from '../../../src/narrative/narrate';
import type { ParagraphTemplate } from '../../../src/narrative/outline';
import { OUTLINES, WORDINGS, outlineNamed } from '../../../src/narrative/outline';
import { pendingIn } from '../../../src/narrative/report';
import { readExpression, readTemplate } from '../../../src/narrative/template';
import { KINDS } from '../../../src/tables/packs';
import { paragraphsOf, sourceOf } from './small-office';

type Slot = ReturnType<typeof readTemplate>[number];

const { figures, texts, paragraphs } = WORDINGS;
const RESULTS = ['自评得分', '评价等级'];

function* slotsOf(slots: readonly Slot[]): Generator<Slot> {
  for (const slot of slots) {
    yield slot;
    if (slot.type === 'sign') for (const one of [slot.more, slot.less, slot.equal]) yield* slotsOf(one);
  }
}

function templatesOf({ rows, variants }: ParagraphTemplate): string[] {
  const around = [rows?.none, rows?.lead, rows?.most?.then].flatMap((one) => one ?? []);
  return [...variants.map(({ text }) => text), ...around];
}

function namesIn(expression: string): string[] {
  return [...walk(readExpression(expression))].flatMap((node) => (node.type === 'name' ? [node.name] : []));
}

describe('the packs of the narrative', () => {
  it('define each figure, text and paragraph once', () => {
    for (const names of [
      figures.flatMap(({ name, prior }) => (prior === undefined ? [name] : [name, prior])),
      texts.map(({ name }) => name),
      paragraphs.map(({ id }) => id),
    ]) {
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it('take figures and texts only from tables, rows and columns that a kind of table has', () => {
    const unknown = (table: string, row: string, column: string | null): boolean => {
      const kind = KINDS.find((one) => one.name === table);
      const columns = [...(kind?.columns ?? []).map(({ name }) => name), ...(kind?.layout === 'form' ? ['值'] : [])];
      return !kind?.rows?.some(({ name }) => name === row) || (column !== null && !columns.includes(column));
    };
    const references = figures.flatMap(({ from }) => from.flatMap((text) => [...walk(readExpression(text))]));
    const slips = references.flatMap((node) =>
      node.type === 'reference' && unknown(node.table ?? '', node.row, node.column) ? [node] : [],
    );
    expect(slips).toEqual([]);
    const places = texts.flatMap(({ from }) => from);
    expect(places.filter(({ table, row }) => row !== undefined && unknown(table, row, null))).toEqual([]);
    expect(places.filter(({ table }) => !KINDS.some(({ name }) => name === table))).toEqual([]);
  });

  it.each(paragraphs.filter(({ rows }) => !rows).map((one) => [one.id, one] as const))(
    '%s uses defined names only',
    (_, template) => {
      const known = new Set([...figures.flatMap(({ name, prior }) => [name, prior]), ...RESULTS]);
      const quotable = new Set(texts.map(({ name }) => name));
      for (const slot of templatesOf(template).flatMap((text) => [...slotsOf(readTemplate(text))])) {
        if (slot.type === 'quotation') expect(quotable).toContain(slot.name);
        if (slot.type === 'given') expect(['单位', '年度', '上年']).toContain(slot.name);
        if (slot.type !== 'figure' && slot.type !== 'sign') continue;
        for (const node of walk(slot.node)) if (node.type === 'name') expect(known).toContain(node.name);
      }
      const conditions = template.variants.flatMap(({ when = [], unless = [] }) => [...when, ...unless]);
      for (const name of conditions.flatMap(namesIn)) expect([...known, ...quotable]).toContain(name);
    },
  );

  it.each(paragraphs.map((one) => [one.id, one] as const))('%s can be read, its rows too', (_, template) => {
    for (const text of templatesOf(template)) expect(() => readTemplate(text.replaceAll('{组}', ''))).not.toThrow();
    const kinds = [...KINDS.map(({ id }) => id), 'programmes', 'lostPoints', 'findings', 'projects'];
    if (template.rows) expect(kinds).toContain(template.rows.of);
  });

  it('have no digits in their words: every number is a figure', () => {
    const words = paragraphs.flatMap((template) =>
      templatesOf(template).flatMap((text) => [...slotsOf(readTemplate(text.replaceAll('{组}', '')))]),
    );
    expect(words.filter((slot) => slot.type === 'words' && /[0-9０-９]/.test(slot.text))).toEqual([]);
  });

  it('have a wording for each sign and for missing data wherever years are compared', () => {
    const compared = paragraphs.filter(({ variants }) => variants.some(({ text }) => text.includes('比上年')));
    expect(compared.map(({ id }) => id)).toEqual(['initial-budget', 'income', 'expenditure', 'fund', 'operations']);
    for (const { variants } of compared) {
      expect(variants.length).toBeGreaterThanOrEqual(2);
      expect(variants.some(({ text }) => !text.includes('比上年'))).toBe(true);
      for (const { text } of variants) if (text.includes('比上年')) expect(text).toContain('|持平:');
    }
  });

  it('name no place', () => {
    const place = /[\u4e00-\u9fa5]{2}(?:省|市|县)|江西|湖北|湖南|庐山/;
    expect(JSON.stringify([figures, texts, paragraphs])).not.toMatch(place);
    for (const { sections, reportTitle } of OUTLINES)
      expect(JSON.stringify([sections, reportTitle])).not.toMatch(place);
  });
});

describe.each(OUTLINES.map((outline) => [outline.id, outline] as const))('the outline %s', (id, outline) => {
  it('can be asked for by its id and says what it stands on', () => {
    expect(outlineNamed(id)).toBe(outline);
    expect(outline.basis).not.toBe('');
  });

  it('names only paragraphs there are, and has headings of one, two and three levels in order', () => {
    const ids = new Set(paragraphs.map((one) => one.id));
    for (const section of outline.sections) for (const one of section.paragraphs) expect(ids).toContain(one);
    outline.sections.forEach(({ level }, at) =>
      expect(level - (outline.sections[at - 1]?.level ?? 0)).toBeLessThanOrEqual(1),
    );
  });

  it('asks for everything its headings need when the workbook is empty', () => {
    const report = narrate(outline, sourceOf([]));
    for (const section of outline.sections) {
      const written = report.sections.find((one) => one.id === section.id);
      const needs = written?.paragraphs.flatMap((paragraph) => paragraph.needs) ?? [];
      expect({ heading: section.heading, missing: section.needs.filter((name) => !needs.includes(name)) }).toEqual({
        heading: section.heading,
        missing: [],
      });
    }
    for (const { parts } of paragraphsOf(report)) {
      expect(parts.some((part) => part.type === 'figure' || part.type === 'sign')).toBe(false);
    }
    expect(report.pending.length).toBeGreaterThan(10);
    expect(report.pending).toEqual([...new Set(paragraphsOf(report).flatMap(({ parts }) => pendingIn(parts)))]);
  });
});
