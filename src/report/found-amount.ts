import type { Value } from '../formula/evaluate';
import { evaluate, isGap } from '../formula/evaluate';
import { parse } from '../formula/parse';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';

/** An amount found in the workbook: the expression that gave it and its value in 元. */
export interface FoundAmount {
  readonly node: Node;
  readonly value: Value;
}

const parsed = new Map<string, Node>();

/** Parses an expression of a pack. One that does not parse is our own fault and throws. */
export function bodyOf(text: string): Node {
  const known = parsed.get(text);
  if (known) return known;
  const outcome = parse(text);
  if ('problem' in outcome) throw new Error(`${text}: ${outcome.problem.message}`);
  parsed.set(text, outcome.expression.body);
  return outcome.expression.body;
}

/** The first of several expressions that has a value in money; null when none has. */
export function foundAmount(expressions: readonly string[], scope: Scope): FoundAmount | null {
  for (const text of expressions) {
    const node = bodyOf(text);
    const value = evaluate(node, scope);
    // An amount without unit is not known, whatever its digits.
    if (!isGap(value) && value.figures.every((figure) => figure.unit !== null || figure.place === null)) {
      return { node, value };
    }
  }
  return null;
}
