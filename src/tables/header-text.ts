import { comparable, withoutBrackets } from '../model/text';
import type { AmountUnit } from '../model/unit';
import { KINDS } from './packs';
import { WORDING } from './wording';

/** Words under a header that only say “the figure”: 基本支出/决算数 is the column 基本支出. */
const FIGURE_WORDS = new Set(WORDING.figureHeaders);

const UNIT_IN_HEADER = /[([【〔](?:单位)?(?:人民币)?(亿元|万元|元)(?:\/[^)\]】〕]*)?[)\]】〕]/;
const YEAR_IN_HEADER = /(?:19|20)\d{2}年?度?/g;

/** One header cell in the forms in which packs may name it. */
export interface HeaderText {
  readonly raw: string;
  /** All spellings that count as equal, the fullest first. */
  readonly forms: readonly string[];
  /** The unit written into the header: 金额(万元). */
  readonly unit: AmountUnit | null;
}

/**
 * Reads a header cell. Years become 本年 or 上年 by the table's year; where that is not known, or the year is another
 * one, only the rest of the header is kept.
 */
export function readHeader(raw: string, tableYear: number | null): HeaderText {
  const full = comparable(raw);
  const unit = (UNIT_IN_HEADER.exec(full)?.[1] ?? null) as AmountUnit | null;
  const plain = full.replace(UNIT_IN_HEADER, '').replace(/^其中/, '');
  const dated = plain.replace(YEAR_IN_HEADER, (token) => {
    const year = Number(token.slice(0, 4));
    if (tableYear === null || (year !== tableYear && year !== tableYear - 1)) return '';
    return year === tableYear ? '本年' : '上年';
  });
  // A figure of 上年 must never be read as this year's, so its year is not dropped.
  const undated = dated.startsWith('上年') ? dated : dated.replace(/本年度?/, '');
  const forms = new Set([full, plain, dated, withoutBrackets(dated), undated, withoutBrackets(undated)]);
  forms.delete('');
  return { raw, forms: [...forms], unit };
}

/** A pack's header or label, cut at its levels, each in all its comparable spellings. */
export type Pattern = readonly ReadonlySet<string>[];

const patterns = new Map<string, Pattern>();

/** Compiles `A/B` of a pack; see kind.ts for its meaning. */
export function patternOf(text: string): Pattern {
  let pattern = patterns.get(text);
  if (!pattern) {
    pattern = text.split('/').map((level) => new Set([comparable(level), withoutBrackets(level)].filter(Boolean)));
    patterns.set(text, pattern);
  }
  return pattern;
}

export function isFigureWord(header: HeaderText): boolean {
  return header.forms.some((form) => FIGURE_WORDS.has(form));
}

function fits(level: ReadonlySet<string>, header: HeaderText): boolean {
  return header.forms.some((form) => level.has(form));
}

/**
 * How well a header path fits a pattern: 0 when not at all. More levels matched weigh most; a pattern that ends at the
 * leaf beats one that ends above a mere figure word; parents that no pattern level names cost a little.
 */
export function fitPath(pattern: Pattern, path: readonly HeaderText[]): number {
  let leaf = path.length - 1;
  const wanted = pattern[pattern.length - 1] as ReadonlySet<string>;
  let above = 0;
  while (leaf >= 0 && !fits(wanted, path[leaf] as HeaderText)) {
    if (!isFigureWord(path[leaf] as HeaderText)) return 0;
    leaf -= 1;
    above += 1;
  }
  if (leaf < 0) return 0;
  let level = pattern.length - 2;
  for (let at = leaf - 1; at >= 0 && level >= 0; at--) {
    if (fits(pattern[level] as ReadonlySet<string>, path[at] as HeaderText)) level -= 1;
  }
  if (level >= 0) return 0;
  const unnamed = leaf + 1 - pattern.length;
  return 100 * pattern.length - 10 * above - 5 * unnamed;
}

interface Wording {
  readonly pattern: Pattern;
  /** Place in the pack's list: among equal fits the wording given first is the more usual one. */
  readonly place: number;
}

const wordings = new WeakMap<readonly string[], ReadonlyMap<string, readonly Wording[]>>();

/** A pack's list of wordings by the spellings of their last level, which alone decides whether one can fit at all. */
function byLeaf(texts: readonly string[]): ReadonlyMap<string, readonly Wording[]> {
  let index = wordings.get(texts) as Map<string, Wording[]> | undefined;
  if (!index) {
    index = new Map();
    for (const [place, text] of texts.entries()) {
      const pattern = patternOf(text);
      for (const form of pattern[pattern.length - 1] as ReadonlySet<string>)
        index.set(form, [...(index.get(form) ?? []), { pattern, place }]);
    }
    wordings.set(texts, index);
  }
  return index;
}

/** The best fit of any of a pack's wordings to a header path; 0 when none fits. */
export function bestFit(texts: readonly string[], path: readonly HeaderText[]): number {
  const index = byLeaf(texts);
  let best = 0;
  for (let leaf = path.length - 1; leaf >= 0; leaf--) {
    const header = path[leaf] as HeaderText;
    for (const form of header.forms) {
      for (const { pattern, place } of index.get(form) ?? []) {
        const fit = fitPath(pattern, path);
        if (fit > 0) best = Math.max(best, fit - place / 100);
      }
    }
    if (!isFigureWord(header)) break;
  }
  return best;
}

const spelled = new WeakMap<readonly string[], readonly string[]>();

/** True when one of a pack's labels, in comparable form, is in the set. */
export function anyIn(labels: readonly string[], texts: ReadonlySet<string>): boolean {
  let forms = spelled.get(labels);
  if (!forms) {
    forms = labels.map(comparable);
    spelled.set(labels, forms);
  }
  return forms.some((form) => texts.has(form));
}

let vocabulary: ReadonlySet<string> | null = null;

function headerVocabulary(): ReadonlySet<string> {
  if (vocabulary) return vocabulary;
  const words = new Set(WORDING.headers);
  const add = (text: string): void => {
    for (const level of patternOf(text)) for (const form of level) words.add(form);
  };
  for (const kind of KINDS) {
    for (const column of kind.columns) column.headers.forEach(add);
    if (kind.layout === 'matrix') for (const row of kind.rows ?? []) row.labels.forEach(add);
  }
  vocabulary = words;
  return words;
}

const known = new Map<string, boolean>();
const LONGEST_HEADER = 40;

/** True when the text is a header word of any kind of table. */
export function isHeaderTerm(text: string): boolean {
  if (text.length > LONGEST_HEADER || /[:：]\s*$/.test(text)) return false;
  let answer = known.get(text);
  if (answer === undefined) {
    const words = headerVocabulary();
    answer = readHeader(text, null).forms.some((form) => words.has(form));
    // Bounded: body texts pass through here too.
    if (known.size > 50_000) known.clear();
    known.set(text, answer);
  }
  return answer;
}
