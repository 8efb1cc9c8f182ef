import type { FigureFormula } from '../formula/excel';
import { toExcel } from '../formula/excel';
import type { Node } from '../formula/syntax';
import { walk } from '../formula/syntax';
import { Decimal } from '../model/decimal';
import { pendingText } from '../model/pending';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import { FORMULA_UNIT, printedFormula, roundedFormula } from './forms';
import type { FigurePart, Measured, Paragraph, Result, ResultPart, SentencePart, SignPart, Words } from './report';
import { isMeasured, partText } from './report';

const ZERO = number(Decimal.ZERO);

/** What a live sentence reads. */
export interface LiveSource {
  /** Where a figure's number stands, in the unit of its table. */
  readonly figure: FigureFormula;
  /** True when the cell words were quoted from holds these words and nothing else. */
  holds(words: Words): boolean;
}

/**
 * A part as a live formula that gives its text: TEXT(ROUND(ROUND(x,9),2),"0.00"), IF on the rounded sign for words that
 * depend on it. Quoted words that are all their cell holds are taken from it; other words and what is pending are texts.
 */
export function partFormula(part: SentencePart, source: LiveSource): Formula {
  switch (part.type) {
    case 'words':
      return wordsFormula(part, source);
    case 'pending':
      return text(partText(part));
    case 'figure':
      return figureFormula(part, source.figure);
    case 'sign':
      return signFormula(part, source);
    case 'result':
      return resultFormula(part);
  }
}

/** A paragraph as one formula; null when no figure or result is in it, so that its text is written as text. */
export function paragraphFormula(paragraph: Paragraph, source: LiveSource): Formula | null {
  const live = paragraph.parts.some((part) => part.type !== 'words' && part.type !== 'pending');
  return live ? joined(paragraph.parts, source) : null;
}

function joined(parts: readonly SentencePart[], source: LiveSource): Formula {
  const [first = text(''), ...rest] = parts.map((part) => partFormula(part, source));
  return rest.reduce((left, right) => operation('&', left, right), first);
}

/** Should she empty the cell, the sentence asks for the words. */
function wordsFormula(part: Words, source: LiveSource): Formula {
  if (part.place === null || !source.holds(part)) return text(part.text);
  const held = cell(part.place);
  return call('IF', operation('=', held, text('')), text(pendingText(part.name ?? '')), held);
}

/** A rate without a base is none: should the base become zero in the workbook, the sentence asks for the figure. */
function figureFormula(part: FigurePart, figure: FigureFormula): Formula {
  const printed = printedFormula(valueFormula(part.node, part, figure), part.form);
  return divisorsOf(part.node).reduceRight<Formula>((whole, divisor) => {
    const base = operation('=', valueFormula(divisor, part, figure), ZERO);
    return call('IF', base, text(pendingText(part.name)), whole);
  }, printed);
}

function divisorsOf(node: Node): Node[] {
  return [...walk(node)].flatMap((one) => (one.type === 'arithmetic' && one.operator === '/' ? [one.right] : []));
}

function signFormula({ name, of, form, ...alternatives }: SignPart, source: LiveSource): Formula {
  const value = isMeasured(of) ? valueFormula(of.node, of, source.figure) : heldFormula(of);
  const difference = roundedFormula(value, form);
  const [more, less, equal] = [alternatives.more, alternatives.less, alternatives.equal].map((parts) =>
    joined(parts, source),
  ) as [Formula, Formula, Formula];
  const below = call('IF', operation('<', difference, ZERO), less, equal);
  const words = call('IF', operation('>', difference, ZERO), more, below);
  return isMeasured(of) ? words : ifNumber(value, words, name);
}

/** A score may become 待填 or 不适用 in its cell: then the sentence asks for it. */
function resultFormula({ name, result, form }: ResultPart): Formula {
  const held = heldFormula(result);
  return typeof result.value === 'string' ? held : ifNumber(held, printedFormula(held, form), name);
}

function heldFormula({ place, formula }: Result): Formula {
  return formula ?? cell(place);
}

function ifNumber(held: Formula, words: Formula, name: string): Formula {
  return call('IF', call('ISNUMBER', held), words, text(pendingText(name)));
}

function valueFormula(node: Node, { scope }: Measured, figure: FigureFormula): Formula {
  const outcome = toExcel(node, scope, FORMULA_UNIT, figure);
  // What has a value has a formula: parts are made from evaluated expressions only.
  if ('gap' in outcome) throw new Error(`no formula: ${outcome.gap}`);
  return outcome.formula;
}
