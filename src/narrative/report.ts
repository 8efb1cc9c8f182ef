import type { Figure } from '../facts/figure';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import type { CellPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import { pendingText } from '../model/pending';
import type { Formula } from '../sheet/formula';
import type { Form } from './forms';

/** Characters a paragraph may have: what one row of 自评_报告正文 shows. */
export const LONGEST_PARAGRAPH = 300;

/** Words: of the outline, or quoted from a cell of hers or from what the other stages say. */
export interface Words {
  readonly type: 'words';
  readonly text: string;
  readonly origin: 'outline' | 'workbook' | 'evaluation';
  /** What a quotation is called; null for words of the outline. */
  readonly name: string | null;
  /** The cell the words were quoted from; null for all others. */
  readonly place: CellPlace | null;
}

/** Something worked out from figures of the workbook, so that it can be worked out again by a live formula. */
export interface Measured {
  readonly node: Node;
  readonly scope: Scope;
  readonly figures: readonly Figure[];
  readonly form: Form;
}

/** A figure in a sentence: 17917.84. */
export interface FigurePart extends Measured {
  readonly type: 'figure';
  readonly name: string;
  /** As printed, without the unit that follows it in words; a percentage with its sign. */
  readonly text: string;
  /** Exact: money in 元, a ratio as 0.9955. */
  readonly value: Decimal;
}

/** Words that depend on the sign of a difference as it is printed: 增加…, 减少…, 持平. */
export interface SignPart {
  readonly type: 'sign';
  /** What is asked for where the difference cannot be worked out. */
  readonly name: string;
  readonly of: Measured | Result;
  readonly form: Form;
  /** The sign after rounding in `form`. */
  readonly sign: -1 | 0 | 1;
  readonly more: readonly SentencePart[];
  readonly less: readonly SentencePart[];
  readonly equal: readonly SentencePart[];
}

/** A result that stands in another sheet of ours: 自评得分, 扣分. */
export interface ResultPart {
  readonly type: 'result';
  readonly name: string;
  readonly text: string;
  readonly form: Form;
  readonly result: Result;
}

/** What the workbook does not hold: 【待填：…】. */
export interface PendingPart {
  readonly type: 'pending';
  readonly name: string;
}

export type SentencePart = Words | FigurePart | SignPart | ResultPart | PendingPart;

/** A score or a grade, and the cell of ours that shows it. */
export interface Result {
  readonly name: string;
  /** Exact: money in 元, a ratio as 0.9955. In the cell money is in 万元. */
  readonly value: Decimal | string;
  /** Where it stands, or where the first of what it is worked out from stands. */
  readonly place: CellPlace;
  /** How it is worked out from cells of ours; absent where the cell itself shows it. */
  readonly formula?: Formula;
}

export interface Paragraph {
  /** Stable across runs: section, template, and what the paragraph is about where a template makes several. */
  readonly id: string;
  readonly parts: readonly SentencePart[];
  /** Names of the figures, results and texts it is made of, and of those that are pending. */
  readonly needs: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly paragraphs: readonly Paragraph[];
}

export interface NarrativeReport {
  readonly outline: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** What is 【待填：…】, each once, in the order of the text. */
  readonly pending: readonly string[];
  /** Defined figures of the workbook that no sentence used: 编制数（人员编制情况表!B7）. */
  readonly unused: readonly string[];
}

/** The alternative of a part that holds now. */
export function chosen(part: SignPart): readonly SentencePart[] {
  return part.sign > 0 ? part.more : part.sign < 0 ? part.less : part.equal;
}

/** A part as it reads now. */
export function partText(part: SentencePart): string {
  switch (part.type) {
    case 'words':
    case 'figure':
    case 'result':
      return part.text;
    case 'sign':
      return partsText(chosen(part));
    case 'pending':
      return pendingText(part.name);
  }
}

export function partsText(parts: readonly SentencePart[]): string {
  return parts.map(partText).join('');
}

/** Length in characters; one outside the basic plane counts once. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The parts that are read now, alternatives taken apart. */
export function* readParts(parts: readonly SentencePart[]): Generator<Exclude<SentencePart, SignPart>> {
  for (const part of parts) {
    if (part.type === 'sign') yield* readParts(chosen(part));
    else yield part;
  }
}

/** Names of what is still to be filled in. */
export function pendingIn(parts: readonly SentencePart[]): string[] {
  return [...readParts(parts)].flatMap((part) => (part.type === 'pending' ? [part.name] : []));
}

/** Every figure the live formula of some parts reads, in the alternatives that do not hold now too. */
export function figuresIn(parts: readonly SentencePart[]): Figure[] {
  return [...allParts(parts)].flatMap((part) => {
    if (part.type === 'figure') return [...part.figures];
    return part.type === 'sign' && isMeasured(part.of) ? [...part.of.figures] : [];
  });
}

/** Every result the live formula of some parts reads, in the alternatives that do not hold now too. */
export function resultsIn(parts: readonly SentencePart[]): Result[] {
  return [...allParts(parts)].flatMap((part) => {
    if (part.type === 'result') return [part.result];
    return part.type === 'sign' && !isMeasured(part.of) ? [part.of] : [];
  });
}

/** True for what is worked out from figures, false for a result of ours. */
export function isMeasured(of: Measured | Result): of is Measured {
  return 'node' in of;
}

/** All parts, those of every alternative too. */
function* allParts(parts: readonly SentencePart[]): Generator<SentencePart> {
  for (const part of parts) {
    yield part;
    if (part.type === 'sign') for (const some of [part.more, part.less, part.equal]) yield* allParts(some);
  }
}
