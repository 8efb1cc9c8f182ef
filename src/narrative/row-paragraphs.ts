import type { RowSource, ParagraphTemplate } from './outline';
import { choose, merged, outlineWords, realise } from './realise';
import type { SentencePart } from './report';
import { LONGEST_PARAGRAPH, lengthOf, partsText } from './report';
import type { NarratedRow } from './rows';
import { RowHoldings } from './row-holdings';
import type { WorkbookHoldings } from './workbook-holdings';

/** A paragraph before it has an id. */
export interface Drafted {
  /** What it is about, where a template makes several; else empty. */
  readonly about: string;
  readonly parts: readonly SentencePart[];
}

interface Sentence {
  readonly period: string | null;
  readonly parts: readonly SentencePart[];
}

const END = '。';
const BETWEEN = '；';
const OTHERS = '其他';
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * Sentences made row by row, gathered into paragraphs as the template says. Where they do not fit into one paragraph,
 * the next begins anew with its lead and period, so that no figure loses its cut-off.
 */
export function rowParagraphs(
  template: ParagraphTemplate,
  source: RowSource,
  rows: readonly NarratedRow[],
  whole: WorkbookHoldings,
): Drafted[] {
  const suitable = rows.filter((row) => RowHoldings.suits(row, source));
  if (suitable.length === 0) {
    return source.none === undefined ? [] : [{ about: '', parts: realise(source.none, whole) }];
  }
  return [...grouped(suitable, source)].flatMap(([about, group]) => {
    const sentences = sentencesOf(template, source, group, whole);
    const lead = leadOf(source, group[0] as NarratedRow, whole);
    return packed(sentences, lead, source).map((parts) => ({ about, parts: merged(parts) }));
  });
}

/** The beginning of a paragraph; {组} is what its sentences have in common. */
function leadOf({ lead = '', by }: RowSource, first: NarratedRow, whole: WorkbookHoldings): SentencePart[] {
  const common = (by === undefined ? undefined : first.texts.get(by)) ?? outlineWords(OTHERS);
  return lead.split('{组}').flatMap((piece, index) => [...(index === 0 ? [] : [common]), ...realise(piece, whole)]);
}

function grouped(rows: readonly NarratedRow[], { by, together }: RowSource): Map<string, NarratedRow[]> {
  const groups = new Map<string, NarratedRow[]>();
  for (const row of rows) {
    const about = together ? '' : by === undefined ? row.name : (row.texts.get(by)?.text ?? OTHERS);
    groups.set(about, [...(groups.get(about) ?? []), row]);
  }
  return groups;
}

function sentencesOf(
  { variants }: ParagraphTemplate,
  source: RowSource,
  rows: readonly NarratedRow[],
  whole: WorkbookHoldings,
): Sentence[] {
  const shown = source.most ? rows.slice(0, source.most.count) : rows;
  const sentences = byPeriod(shown).flatMap((row): Sentence[] => {
    const holdings = new RowHoldings(row, source, whole);
    const variant = choose(variants, holdings);
    if (!variant) return [];
    const parts = realise(variant.text, holdings);
    const open = source.dated && row.period === null;
    return [{ period: row.period, parts: open ? realise(`{待填:截至日期}，${variant.text}`, holdings) : parts }];
  });
  const numbered = source.enumerated ? sentences.map(withOrdinal) : sentences;
  if (source.most?.then === undefined || rows.length <= shown.length) return numbered;
  return [...numbered, { period: null, parts: [outlineWords(source.most.then)] }];
}

/** Rows of one period together, periods in the order in which they first occur. */
function byPeriod(rows: readonly NarratedRow[]): NarratedRow[] {
  return [...new Set(rows.map((row) => row.period))].flatMap((period) => rows.filter((row) => row.period === period));
}

function withOrdinal(sentence: Sentence, index: number): Sentence {
  return { ...sentence, parts: [outlineWords(`${chineseNumber(index + 1)}是`), ...sentence.parts] };
}

/** 1 to 99: 一, 十, 十一, 二十三. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (NUMERALS[tens] ?? '')}十`;
  return `${head}${NUMERALS[value % 10] ?? ''}`;
}

function packed(sentences: readonly Sentence[], lead: readonly SentencePart[], source: RowSource): SentencePart[][] {
  const paragraphs: SentencePart[][] = [];
  let current: SentencePart[] = [];
  let period: string | null = null;
  for (const sentence of sentences) {
    const joined = [...(current.length > 0 ? [outlineWords(BETWEEN)] : lead), ...dated(sentence, period, source)];
    const fits = lengthOf(partsText([...current, ...joined])) + END.length <= LONGEST_PARAGRAPH;
    if (current.length > 0 && !fits) {
      paragraphs.push([...current, outlineWords(END)]);
      current = [...lead, ...dated(sentence, null, source)];
    } else {
      current = [...current, ...joined];
    }
    period = sentence.period;
  }
  if (current.length > 0) paragraphs.push([...current, outlineWords(END)]);
  return paragraphs;
}

/** A sentence with its period, unless the sentence before has said it. */
function dated({ period, parts }: Sentence, said: string | null, source: RowSource): readonly SentencePart[] {
  if (period === said || period === null) return parts;
  return source.dated || period.startsWith('截至') ? [outlineWords(`${period}，`), ...parts] : parts;
}
