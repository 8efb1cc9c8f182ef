import type { Figure } from '../facts/figure';
import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { Scope } from '../formula/scope';
import { formatPlace } from '../model/address';
import type { Sliced } from '../model/slices';
import { atOnce } from '../model/slices';
import type { LostPoint } from './lost-points';
import { narratedLostPoint } from './lost-points';
import type { Outline, OutlineSection, ParagraphTemplate, Wordings } from './outline';
import { WORDINGS } from './outline';
import { narratedProgrammes } from './programmes';
import { quote } from './quotation';
import { choose, merged, outlineWords, realise } from './realise';
import type { NarrativeReport, Paragraph, Result, Section, SentencePart, Words } from './report';
import { figuresIn, partsText, pendingIn, readParts } from './report';
import type { Drafted } from './row-paragraphs';
import { rowParagraphs } from './row-paragraphs';
import type { NarratedRow } from './rows';
import { NO_RESULTS, rowsOfKind } from './rows';
import { splitParts } from './split-paragraph';
import { WorkbookHoldings } from './workbook-holdings';

/** Everything a report is written from. */
export interface NarrativeSource {
  readonly unitName: string | null;
  readonly year: number | null;
  /** What names mean: the main tables of the unit and year, and those of the year before; none up to a month. */
  readonly scope: Scope;
  /** The tables of the unit and year; null when the workbook has none. */
  readonly set: TableSet | null;
  readonly facts: readonly Fact[];
  /** Indicators without full marks. */
  readonly lostPoints: readonly LostPoint[];
  /** What is said to her about the figures, gravest first. */
  readonly findings: readonly string[];
  /** Projects that were evaluated by themselves, with their grade where there is one. */
  readonly projects: readonly { readonly name: string; readonly grade: string | null }[];
  /** Score and grade, where our own sheets show them: 自评得分, 评价等级. */
  readonly results: readonly Result[];
}

/** The kind of table in which she gives reasons for indicators. */
const INDICATORS = 'department/indicators';

/** Stands once in a section before words that she has to make her own. */
export const DRAFT_MARK = '（草稿，请核对修改）';

/**
 * The text of a report: the headings of an outline, and below them sentences whose figures are bound to cells. What the
 * workbook does not hold is 【待填：…】 and listed. The same workbook always gives the same text.
 */
export function narrate(outline: Outline, source: NarrativeSource, wordings: Wordings = WORDINGS): NarrativeReport {
  return atOnce(narrateInSlices(outline, source, wordings));
}

/** The same, section by section. */
export function* narrateInSlices(
  outline: Outline,
  source: NarrativeSource,
  wordings: Wordings = WORDINGS,
): Sliced<NarrativeReport> {
  const whole = new WorkbookHoldings(wordings, source.scope, givensOf(source), source.results);
  const sections: Section[] = [];
  for (const section of outline.sections) {
    yield;
    sections.push(new SectionWriter(section, source, wordings, whole).write());
  }
  yield;
  const parts = sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.parts));
  const title = realise(outline.reportTitle, whole);
  return {
    outline: outline.id,
    title: partsText(title),
    sections,
    pending: [...new Set([...pendingIn(title), ...pendingIn(parts)])],
    unused: unusedOf(source.facts, parts, whole),
  };
}

function givensOf({ unitName, year }: NarrativeSource): ReadonlyMap<string, string | null> {
  return new Map([
    ['单位', unitName],
    ['年度', year === null ? null : String(year)],
    ['上年', year === null ? null : String(year - 1)],
  ]);
}

/** Defined figures in whose cells no sentence looks, nor in those of a table that states the same. */
function unusedOf(facts: readonly Fact[], parts: readonly SentencePart[], whole: WorkbookHoldings): string[] {
  const used = new Set(placesOf(figuresIn(parts)));
  for (const alike of whole.alike()) {
    const places = placesOf(alike);
    if (places.some((place) => used.has(place))) places.forEach((place) => used.add(place));
  }
  return facts.flatMap(({ name, figure }) =>
    placesOf([figure]).flatMap((place) => (used.has(place) ? [] : [`${name}（${place}）`])),
  );
}

function placesOf(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ place }) => (place === null ? [] : [formatPlace(place)]));
}

/** Writes the paragraphs below one heading. */
class SectionWriter {
  private isMarked = false;
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly section: OutlineSection,
    private readonly source: NarrativeSource,
    private readonly wordings: Wordings,
    private readonly whole: WorkbookHoldings,
  ) {}

  write(): Section {
    const { id, heading, level, paragraphs } = this.section;
    return { id, heading, level, paragraphs: paragraphs.flatMap((template) => this.paragraphs(this.named(template))) };
  }

  private named(id: string): ParagraphTemplate {
    const template = this.wordings.paragraphs.find((one) => one.id === id);
    if (!template) throw new Error(`no paragraph ${id} for ${this.section.id}`);
    return template;
  }

  private paragraphs(template: ParagraphTemplate): Paragraph[] {
    return this.drafted(template).flatMap(({ about, parts }) => {
      const marked = template.draft && !this.isMarked ? merged([outlineWords(DRAFT_MARK), ...parts]) : parts;
      if (template.draft) this.isMarked = true;
      return splitParts(marked).map((some): Paragraph => {
        const paragraph = merged(some);
        const topic = template.rows ? [template.rows.name] : [];
        return { id: this.idOf(template.id, about), parts: paragraph, needs: needsOf(paragraph, topic) };
      });
    });
  }

  private drafted(template: ParagraphTemplate): Drafted[] {
    if (template.rows) return rowParagraphs(template, template.rows, this.rows(template.rows.of), this.whole);
    const variant = choose(template.variants, this.whole);
    return variant ? [{ about: '', parts: realise(variant.text, this.whole) }] : [];
  }

  private rows(of: string): NarratedRow[] {
    const { set, lostPoints, findings, projects } = this.source;
    switch (of) {
      case 'lostPoints': {
        const indicators = this.rows(INDICATORS);
        return lostPoints.map((lost) => narratedLostPoint(lost, indicators));
      }
      case 'findings':
        return findings.map((finding) => statement('', { 内容: finding })).filter(({ texts }) => texts.size > 0);
      case 'projects':
        return projects.map(({ name, grade }) =>
          statement(name, { 名称: name, ...(grade !== null && { 等级: grade }) }),
        );
      case 'programmes':
        return set ? narratedProgrammes(set) : [];
      default:
        return set ? rowsOfKind(set, of) : [];
    }
  }

  /** Section, template and topic; paragraphs of one topic are numbered. */
  private idOf(template: string, about: string): string {
    const id = [this.section.id, template, about].filter((part) => part !== '').join('/');
    const count = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, count);
    return count === 1 ? id : `${id}/${count}`;
  }
}

/** What another stage says, as a row. */
function statement(name: string, texts: Readonly<Record<string, string>>): NarratedRow {
  const quoted = Object.entries(texts).flatMap(([key, text]): [string, Words][] => {
    const words = quote(key, text, null, 'evaluation');
    return words ? [[key, words]] : [];
  });
  return { name, texts: new Map(quoted), figures: new Map(), results: NO_RESULTS, period: null };
}

function needsOf(parts: readonly SentencePart[], topic: readonly string[]): string[] {
  const names = [...readParts(parts)].flatMap((part) =>
    part.type === 'words' ? (part.name === null ? [] : [part.name]) : [part.name],
  );
  return [...new Set([...topic, ...names])];
}
