import type { FigureFormula } from '../formula/excel';
import { toExcel } from '../formula/excel';
import type { Node } from '../formula/syntax';
import { walk } from '../formula/syntax';
import { Decimal } from '../model/decimal';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import { FORMULA_UNIT, printedFormula, roundedFormula } from './forms';
import type { FigurePart, Measured, Paragraph, ResultPart, SentencePart, SignPart } from './report';
import { partText, pendingText } from './report';

const ZERO = number(Decimal.ZERO);

/**
 * A part as a live formula that gives its text: TEXT(ROUND(ROUND(x,9),2),"0.00"), IF on the rounded sign for words that
 * depend on it. Words and what is pending are texts.
 * @param figure where a figure's number stands, in the unit of its table
 */
export function partFormula(part: SentencePart, figure: FigureFormula): Formula {
  switch (part.type) {
    case 'words':
    case 'pending':
      return text(partText(part));
    case 'figure':
      return figureFormula(part, figure);
    case 'sign':
      return signFormula(part, figure);
    case 'result':
      return resultFormula(part);
  }
}

/**
 * A paragraph as one formula; null when nothing in it can change, so that its text is written as text.
 * @param figure where a figure's number stands, in the unit of its table
 */
export function paragraphFormula(paragraph: Paragraph, figure: FigureFormula): Formula | null {
  const live = paragraph.parts.some((part) => part.type !== 'words' && part.type !== 'pending');
  return live ? joined(paragraph.parts, figure) : null;
}

function joined(parts: readonly SentencePart[], figure: FigureFormula): Formula {
  const [first = text(''), ...rest] = parts.map((part) => partFormula(part, figure));
  return rest.reduce((left, right) => operation('&', left, right), first);
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

function signFormula(part: SignPart, figure: FigureFormula): Formula {
  const difference = roundedFormula(valueFormula(part.node, part, figure), part.form);
  const [more, less, equal] = [part.more, part.less, part.equal].map((parts) => joined(parts, figure)) as [
    Formula,
    Formula,
    Formula,
  ];
  return call('IF', operation('>', difference, ZERO), more, call('IF', operation('<', difference, ZERO), less, equal));
}

function resultFormula({ result, form }: ResultPart): Formula {
  return typeof result.value === 'string' ? cell(result.place) : printedFormula(cell(result.place), form);
}

function valueFormula(node: Node, { scope }: Measured, figure: FigureFormula): Formula {
  const outcome = toExcel(node, scope, FORMULA_UNIT, figure);
  // What has a value has a formula: parts are made from evaluated expressions only.
  if ('gap' in outcome) throw new Error(`no formula: ${outcome.gap}`);
  return outcome.formula;
}
