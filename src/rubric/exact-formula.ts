import { Decimal, sum } from '../model/decimal';
import type { Formula, SheetOperator } from '../sheet/formula';

/**
 * The exact value of a formula of numbers: what a spreadsheet works out in binary, worked out in decimals. Scores are
 * described once, as formulas, and evaluated here, so that the score and its live formula cannot drift apart.
 * IF works out only the branch taken. Cells, texts and functions of texts are no part of a score and throw, and so does
 * a division by zero, which a method has to keep out.
 */
export function exactNumber(formula: Formula): Decimal {
  const value = exact(formula);
  if (typeof value === 'boolean') throw new Error('a condition where a number belongs');
  return value;
}

function exactCondition(formula: Formula): boolean {
  const value = exact(formula);
  if (typeof value !== 'boolean') throw new Error('a number where a condition belongs');
  return value;
}

function exact(formula: Formula): Decimal | boolean {
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'negate':
      return exactNumber(formula.operand).negate();
    case 'operation':
      return operate(formula.operator, exactNumber(formula.left), exactNumber(formula.right));
    case 'call':
      return callExactly(formula);
    default:
      throw new Error(`a score has no ${formula.type} in it`);
  }
}

function operate(operator: SheetOperator, left: Decimal, right: Decimal): Decimal | boolean {
  const order = left.compare(right);
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/': {
      const quotient = left.dividedBy(right);
      if (quotient === null) throw new Error('a score divides by zero');
      return quotient;
    }
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '&':
      throw new Error('a score has no text in it');
  }
}

function callExactly({ name, args }: Extract<Formula, { type: 'call' }>): Decimal | boolean {
  const [first, second, third] = args as readonly [Formula, Formula, Formula];
  switch (name) {
    case 'IF':
      return exact(exactCondition(first) ? second : third);
    case 'AND':
      return args.every(exactCondition);
    case 'OR':
      return args.some(exactCondition);
    case 'ABS':
      return exactNumber(first).abs();
    case 'SUM':
      return sum(args.map(exactNumber));
    case 'MAX':
      return args.map(exactNumber).reduce((a, b) => (a.compare(b) >= 0 ? a : b));
    case 'MIN':
      return args.map(exactNumber).reduce((a, b) => (a.compare(b) <= 0 ? a : b));
    case 'ROUND':
      return exactNumber(first).roundHalfUp(decimalsIn(second));
    case 'ROUNDDOWN':
      return towardsZero(exactNumber(first), decimalsIn(second));
    case 'ROUNDUP':
      return awayFromZero(exactNumber(first), decimalsIn(second));
    default:
      throw new Error(`a score does not use ${name}`);
  }
}

function decimalsIn(formula: Formula): number {
  return Number(exactNumber(formula).toString());
}

/** As Excel's ROUNDDOWN. */
function towardsZero(value: Decimal, decimals: number): Decimal {
  const rounded = value.roundHalfUp(decimals);
  return rounded.abs().compare(value.abs()) <= 0 ? rounded : rounded.minus(stepOf(value, decimals));
}

/** As Excel's ROUNDUP. */
export function awayFromZero(value: Decimal, decimals: number): Decimal {
  const rounded = value.roundHalfUp(decimals);
  return rounded.abs().compare(value.abs()) >= 0 ? rounded : rounded.plus(stepOf(value, decimals));
}

function stepOf(value: Decimal, decimals: number): Decimal {
  const step = Decimal.of(1).shift(-decimals);
  return value.sign() < 0 ? step.negate() : step;
}
