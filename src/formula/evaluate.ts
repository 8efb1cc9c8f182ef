import type { Figure } from '../facts/figure';
import { Decimal, sum } from '../model/decimal';
import type { Absence, Scope } from './scope';
import { resolve, resolveParts } from './scope';
import type { CallNode, ComparisonNode, Node } from './syntax';

/** A value with the figures it was made of. Money is in 元. */
export interface Value {
  readonly value: Decimal;
  readonly figures: readonly Figure[];
}

/** Why an expression has no value. */
export type Gap =
  | { readonly gap: Absence | 'fact'; readonly name: string; readonly optional?: boolean }
  | { readonly gap: 'unreadable'; readonly figures: readonly Figure[] }
  | { readonly gap: 'unstated'; readonly figures: readonly Figure[] }
  | { readonly gap: 'zero-divisor'; readonly figures: readonly Figure[] };

export type Outcome = Value | Gap;

export function isGap(outcome: Outcome): outcome is Gap {
  return 'gap' in outcome;
}

/**
 * The exact value of an expression; what it lacks is data. A comparison gives 1 or 0 exactly, without tolerance:
 * tolerance is the business of checks.
 */
export function evaluate(node: Node, scope: Scope): Outcome {
  switch (node.type) {
    case 'number':
      return { value: node.value, figures: [] };
    case 'name': {
      const figures = scope.fact(node.name);
      return figures === null ? { gap: 'fact', name: node.name } : total(figures);
    }
    case 'reference': {
      const resolution = resolve(node, scope);
      return 'absent' in resolution
        ? { gap: resolution.absent, name: node.column, optional: node.optional }
        : total(resolution.figures);
    }
    case 'negate': {
      const operand = evaluate(node.operand, scope);
      return isGap(operand) ? operand : { value: operand.value.negate(), figures: operand.figures };
    }
    case 'arithmetic':
      return arithmetic(node.operator, evaluate(node.left, scope), evaluate(node.right, scope));
    case 'comparison':
      return compare(node, scope);
    case 'call':
      return call(node, scope);
  }
}

function total(figures: readonly Figure[]): Outcome {
  const unreadable = figures.filter((figure) => figure.state === 'unreadable');
  if (unreadable.length > 0) return { gap: 'unreadable', figures };
  const unstated = figures.filter((figure) => figure.value === null);
  if (unstated.length > 0) return { gap: 'unstated', figures: unstated };
  return { value: sum(figures.map((figure) => figure.value as Decimal)), figures };
}

/** In a sum a column marked “?” that the table does not have counts nothing; any other gap leaves no value. */
function arithmetic(operator: '+' | '-' | '*' | '/', left: Outcome, right: Outcome): Outcome {
  if (operator === '+' || operator === '-') {
    if (isGap(left) && isGap(right)) return worse(left, right);
    if (isGap(left)) return mayLack(left) ? signed(operator, right as Value) : left;
    if (isGap(right)) return mayLack(right) ? left : right;
    const value = operator === '+' ? left.value.plus(right.value) : left.value.minus(right.value);
    return { value, figures: [...left.figures, ...right.figures] };
  }
  if (isGap(left)) return left;
  if (isGap(right)) return right;
  const figures = [...left.figures, ...right.figures];
  if (operator === '*') return { value: left.value.times(right.value), figures };
  const quotient = left.value.dividedBy(right.value);
  return quotient === null ? { gap: 'zero-divisor', figures } : { value: quotient, figures };
}

function signed(operator: '+' | '-', right: Value): Value {
  return operator === '+' ? right : { value: right.value.negate(), figures: right.figures };
}

/** True for a column that the relation allows a table not to have. */
export function mayLack(gap: Gap): boolean {
  return gap.gap === 'column' && gap.optional === true;
}

/** Of what a sum lacks, what weighs more: a gap that leaves no value before one that counts nothing. */
export function worse(left: Gap, right: Gap): Gap {
  return mayLack(right) ? left : mayLack(left) ? right : left;
}

function compare(node: ComparisonNode, scope: Scope): Outcome {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  if (isGap(left)) return left;
  if (isGap(right)) return right;
  const order = left.value.compare(right.value);
  const true_ = {
    '=': order === 0,
    '≠': order !== 0,
    '≤': order <= 0,
    '≥': order >= 0,
    '<': order < 0,
    '>': order > 0,
  }[node.operator];
  return { value: Decimal.of(true_ ? 1 : 0), figures: [...left.figures, ...right.figures] };
}

function call(node: CallNode, scope: Scope): Outcome {
  if (node.name === '下级之和') {
    const column = node.args[0] as Node;
    if (column.type !== 'reference') return { gap: 'parts', name: '下级之和' };
    const resolution = resolveParts(column, scope);
    return 'absent' in resolution ? { gap: resolution.absent, name: column.column } : total(resolution.figures);
  }
  if (node.name === '若') {
    const condition = evaluate(node.args[0] as Node, scope);
    if (isGap(condition)) return condition;
    return evaluate(node.args[condition.value.isZero() ? 2 : 1] as Node, scope);
  }
  const outcomes = node.args.map((arg) => evaluate(arg, scope));
  // Of alternatives, the first that this table can state; which one is meant is decided by the comparison.
  if (node.name === '任一') return outcomes.find((outcome) => !isGap(outcome)) ?? (outcomes[0] as Outcome);
  const gap = outcomes.find(isGap);
  if (gap && node.name !== '合计') return gap;
  if (node.name === '合计') return outcomes.reduce((sumSoFar, outcome) => arithmetic('+', sumSoFar, outcome));
  const values = outcomes as readonly Value[];
  const figures = values.flatMap((value) => value.figures);
  const first = values[0] as Value;
  switch (node.name) {
    case '绝对值':
      return { value: first.value.abs(), figures };
    case '四舍五入':
      return { value: first.value.roundHalfUp(Number((values[1] as Value).value.toString())), figures };
    case '较大':
      return { value: values.map((one) => one.value).reduce((a, b) => (a.compare(b) >= 0 ? a : b)), figures };
    case '较小':
      return { value: values.map((one) => one.value).reduce((a, b) => (a.compare(b) <= 0 ? a : b)), figures };
  }
}
