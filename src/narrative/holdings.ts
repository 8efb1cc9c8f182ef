import type { Figure } from '../facts/figure';
import type { Value } from '../formula/evaluate';
import { evaluate, isGap } from '../formula/evaluate';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import { walk } from '../formula/syntax';
import type { Decimal } from '../model/decimal';
import type { Form } from './forms';
import { fits } from './forms';
import type { FigureTerm } from './outline';
import type { Measured, Result, Words } from './report';
import { readExpression } from './template';

/** A figure at hand, with its exact value. */
export interface Held extends Measured {
  readonly value: Decimal;
}

/** What a sentence can be made of: the figures, texts and results that are at hand where it stands. */
export interface Holdings {
  /** Null when the workbook does not hold a figure, its unit is not stated, or periods would be mixed. */
  measure(node: Node, form: Form): Held | null;
  /** True when a comparison holds; false too when it cannot be made. */
  isTrue(node: Node): boolean;
  /** True when there is a figure, text or result of that name. */
  holds(name: string): boolean;
  quotation(name: string): Words | null;
  result(name: string): Result | null;
  /** 单位, 年度, 截至 and the like; null when not known. */
  given(name: string): string | null;
  /** How something of that name is asked for: 城乡低保金额. */
  fullName(name: string): string;
}

/** The expressions that the named figures of a pack stand for in this workbook; null for those it does not hold. */
export function settle(terms: readonly FigureTerm[], scope: Scope): ReadonlyMap<string, Node | null> {
  const nodes = new Map<string, Node | null>();
  for (const { name, from, prior } of terms) {
    const stated = from.map(readExpression).filter((node) => isStated(evaluate(node, scope)));
    // Both years from one place, so that a change is never one of table.
    const both = prior === undefined ? undefined : stated.find((node) => isStated(evaluate(before(node), scope)));
    nodes.set(name, both ?? stated[0] ?? null);
    if (prior !== undefined) nodes.set(prior, both ? before(both) : null);
  }
  return nodes;
}

/** The same figure in the tables of the year before. */
export function before(node: Node): Node {
  return rewritten(node, (one) => (one.type === 'reference' ? { ...one, prior: true } : one));
}

/** A node with every name replaced by the expression it stands for; null when one is not held. */
export function withoutNames(node: Node, named: ReadonlyMap<string, Node | null>): Node | null {
  const names = [...walk(node)].flatMap((one) => (one.type === 'name' ? [one.name] : []));
  if (names.some((name) => !named.get(name))) return null;
  return rewritten(node, (one) => (one.type === 'name' ? (named.get(one.name) ?? one) : one));
}

function rewritten(node: Node, change: (one: Node) => Node): Node {
  switch (node.type) {
    case 'call':
      return { ...node, args: node.args.map((arg) => rewritten(arg, change)) };
    case 'negate':
      return { ...node, operand: rewritten(node.operand, change) };
    case 'arithmetic':
    case 'comparison':
      return { ...node, left: rewritten(node.left, change), right: rewritten(node.right, change) };
    default:
      return change(node);
  }
}

/** An expression worked out in a scope, if its figures are stated and can be printed in the form. */
export function measureIn(scope: Scope, node: Node, form: Form): Held | null {
  const outcome = evaluate(node, scope);
  if (!isStated(outcome)) return null;
  const isRatio = [...walk(node)].some((one) => one.type === 'arithmetic' && one.operator === '/');
  if (!fits(form, outcome.value, outcome.figures, isRatio)) return null;
  return { node, scope, form, figures: outcome.figures, value: outcome.value };
}

/** True when a comparison can be made and holds. */
export function isTrueIn(scope: Scope, node: Node): boolean {
  const outcome = evaluate(node, scope);
  return isStated(outcome) && !outcome.value.isZero();
}

/**
 * True for a value that may be printed: no count was left blank, and all figures are of one period. A blank amount is
 * zero, as tables print it; a blank count is not stated.
 */
function isStated(outcome: ReturnType<typeof evaluate>): outcome is Value {
  if (isGap(outcome)) return false;
  const { figures } = outcome;
  return !figures.some(isBlankCount) && areOfOnePeriod(figures);
}

function isBlankCount(figure: Figure): boolean {
  return figure.state === 'blank' && figure.unit === null && !figure.table.money;
}

/** Figures up to October are never put beside those of the whole year; the same months of two years may be. */
function areOfOnePeriod(figures: readonly Figure[]): boolean {
  const yearLength = 4;
  return new Set(figures.map(({ table }) => table.asOf?.slice(yearLength) ?? '')).size <= 1;
}
