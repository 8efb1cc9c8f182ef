import { comparable, halfWidth } from '../model/text';
import type { TableKind } from './kind';
import { KINDS } from './packs';
import { WORDING, oneOf } from './wording';

/** What a title says about the kind of its table. */
export interface TitleMatch {
  readonly kind: TableKind;
  /** 100 the pack's full title · 70 its words · 50 a full title inside a longer, unexplained one. */
  readonly strength: number;
  /** What stands in the title beside the pack's words, year and numbering: a unit name or a programme. */
  readonly rest: string;
  /** Length of the matched words: longer is more specific. */
  readonly length: number;
}

const LONGEST_TITLE = 60;
const NUMBERING =
  /^(?:附?[表件][一二三四五六七八九十\d]+(?:[-—之][一二三四五六七八九十\d]+)?|附[表件]|公开\d+表|财决(?:公开)?\d+表|预算(?:公开)?\d+表|[一二三四五六七八九十]+、|\d{1,2}[-、.．]?(?=[^\d年]))/;
const YEARS =
  /(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})(?:年度|年(?:\d{1,2}(?:[-—至]\d{1,2})?月(?:份|底|\d{1,2}日)?)?)?/g;
/** A part of the year says when, not what: 第四季度, 上半年, 10月份. */
const PARTS_OF_YEAR =
  /第?[一二三四1-4]季度|[上下]半年度?|\d{1,2}(?:[-—至~]\d{1,2})?月份?(?!报)|(?:十[一二]|[一二三四五六七八九十])月份/g;
const BRACKETS = /[([【〔][^)\]】〕]*[)\]】〕]/g;

/** What may stand before a title without changing what the table is: a unit, a level of government, 本级, 年度. */
const NEUTRAL_PREFIX = new RegExp(`(?:${oneOf([...WORDING.organisations, ...WORDING.neutralBeforeTitle])}|第\\d)$`);

const NOT_A_TITLE = /[。；;！!？?]|^注|^说明|^备注|[:：].+[:：]/;

/** How titles end; a row label such as 国有资本经营预算支出 does not. */
const TABLE_WORD = new RegExp(`${oneOf(WORDING.titleEndings)}$`);

/** A title without year, numbering, brackets and punctuation. */
export function bareTitle(text: string): string {
  const half = halfWidth(text).replace(PARTS_OF_YEAR, '').trim().replace(NUMBERING, '');
  return comparable(half.replace(YEARS, '').replace(BRACKETS, '')).replace(NUMBERING, '').replace(/^度/, '');
}

let endings: RegExp | null = null;

/** A cheap look before the long one, for the texts of a whole ledger: titles end in one of a few characters. */
function mayBeTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false;
  if (!endings) {
    const titles = KINDS.flatMap((kind) => kind.titles.map(comparable));
    endings = new RegExp(oneOf([...new Set([...titles, ...WORDING.titleEndings].map((title) => title.slice(-1)))]));
  }
  return endings.test(text);
}

const cache = new Map<string, TitleMatch[]>();

/**
 * The kinds whose title a cell (or a sheet name) may be, best first. Longer pack titles win over shorter ones they
 * contain: 财政拨款收入支出决算总表 is not a 收入支出决算总表.
 */
export function matchTitle(text: string): readonly TitleMatch[] {
  if (!mayBeTitle(text) || NOT_A_TITLE.test(text)) return [];
  let matches = cache.get(text);
  if (!matches) {
    const title = bareTitle(text);
    matches = title.length < 3 ? [] : bestMatches(title);
    if (cache.size > 20_000) cache.clear();
    cache.set(text, matches);
  }
  return matches;
}

function bestMatches(title: string): TitleMatch[] {
  const found: TitleMatch[] = [];
  for (const kind of KINDS) {
    const match = matchKind(kind, title);
    if (match) found.push(match);
  }
  found.sort((a, b) => b.strength - a.strength || b.length - a.length);
  const best = found[0];
  if (!best) return [];
  // A full title of one kind inside that of another says nothing: 收入支出决算总表 in 财政拨款收入支出决算总表.
  return found.filter((match) => match === best || !(match.strength <= best.strength && match.length < best.length));
}

/** A kind's titles and title words in the form in which they are compared. */
interface Names {
  readonly titles: readonly string[];
  /** Alternatives of which one must occur, for every word. */
  readonly all: readonly (readonly string[])[] | null;
  readonly none: readonly string[];
}

const names = new Map<TableKind, Names>();

function namesOf(kind: TableKind): Names {
  let own = names.get(kind);
  if (!own) {
    own = {
      titles: kind.titles.map((title) => comparable(title).replace(BRACKETS, '')),
      all: kind.titleWords?.all.map((word) => word.split('|').map(comparable)) ?? null,
      none: (kind.titleWords?.none ?? []).map(comparable),
    };
    names.set(kind, own);
  }
  return own;
}

function matchKind(kind: TableKind, title: string): TitleMatch | null {
  const { titles, all } = namesOf(kind);
  let best: TitleMatch | null = null;
  for (const wanted of titles) {
    const at = title.lastIndexOf(wanted);
    if (at < 0 || (best && best.length >= wanted.length)) continue;
    const before = title.slice(0, at);
    const after = title.slice(at + wanted.length);
    const neutral = (before === '' || NEUTRAL_PREFIX.test(before)) && /^(?:表|明细|情况|公开|样表|\d*)$/.test(after);
    best = { kind, strength: neutral ? 100 : 50, rest: before + after, length: wanted.length };
  }
  if (best?.strength === 100 || !all) return best;
  // A word no such title holds makes a longer one another table's: 财政拨款支出预算表 is no 支出预算表.
  if (hasForeignWord(title, kind)) return null;
  if (!TABLE_WORD.test(title) || !all.every((words) => words.some((word) => title.includes(word)))) return best;
  const length = all.reduce((sum, words) => sum + (words[0] as string).length, 0);
  return { kind, strength: 70, rest: best?.rest ?? '', length };
}

function hasForeignWord(bare: string, kind: TableKind): boolean {
  return namesOf(kind).none.some((word) => bare.includes(word));
}

/** True when a title holds a word that no title of the kind holds: 项目支出 in one of 一般公共预算支出表. */
export function speaksAgainst(title: string, kind: TableKind): boolean {
  return hasForeignWord(comparable(title), kind);
}

/** True for a cell that names a table of some kind, known or not: the place where a new table may begin. */
export function looksLikeTitle(text: string): boolean {
  if (!mayBeTitle(text) || NOT_A_TITLE.test(text)) return false;
  if (/^公开\d+表$|^财决\d+表$|^附?[表件][一二三四五六七八九十\d-]*$/.test(comparable(text))) return false;
  return matchTitle(text).length > 0 || /(?:表|册|账)$/.test(bareTitle(text));
}
