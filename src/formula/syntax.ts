import type { Decimal } from '../model/decimal';

/** Where in the expression's text a node stands, for messages; counted in characters from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `《支出决算表》[合计,基本支出]@上年`; without 《》 a column of the row a rule is at. */
export interface Reference extends Span {
  readonly type: 'reference';
  /** Name of a kind of table; null for the table of the row a rule is at. */
  readonly table: string | null;
  /** A row's name, code or label, or a group of rows; 本行 for the row a rule is at. */
  readonly row: string;
  /** A column's name; 本列 for the column a rule is at. */
  readonly column: string;
  /** True for @上年: the same table of the year before. */
  readonly prior: boolean;
  /** True for a trailing “?”: a table without that column means zero. */
  readonly optional: boolean;
}

export interface NumberNode extends Span {
  readonly type: 'number';
  readonly value: Decimal;
  readonly text: string;
}

/** The name of a defined figure: 在职人员数. */
export interface NameNode extends Span {
  readonly type: 'name';
  readonly name: string;
}

export interface CallNode extends Span {
  readonly type: 'call';
  readonly name: FunctionName;
  readonly args: readonly Node[];
}

export interface NegateNode extends Span {
  readonly type: 'negate';
  readonly operand: Node;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type Comparison = '=' | '≠' | '≤' | '≥' | '<' | '>';

export interface ArithmeticNode extends Span {
  readonly type: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Node;
  readonly right: Node;
}

export interface ComparisonNode extends Span {
  readonly type: 'comparison';
  readonly operator: Comparison;
  readonly left: Node;
  readonly right: Node;
}

export type Node = Reference | NumberNode | NameNode | CallNode | NegateNode | ArithmeticNode | ComparisonNode;

/** 对《支出决算表》[类]每列每行：… — the rows, and columns, a relation is tried on. */
export interface Quantifier extends Span {
  readonly table: string;
  /** A group of rows of the pack; all rows when null. */
  readonly group: string | null;
  /** True when the relation is tried for every column of money too (本列). */
  readonly everyColumn: boolean;
}

/** A parsed expression: an amount, a ratio, or a relation, perhaps over rows. */
export interface Expression {
  readonly text: string;
  readonly quantifier: Quantifier | null;
  readonly body: Node;
}

/** The functions and how many arguments each takes. */
export const FUNCTIONS = {
  合计: { least: 1, most: 99 },
  下级之和: { least: 1, most: 1 },
  任一: { least: 2, most: 9 },
  较大: { least: 2, most: 99 },
  较小: { least: 2, most: 99 },
  绝对值: { least: 1, most: 1 },
  四舍五入: { least: 2, most: 2 },
  若: { least: 3, most: 3 },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

/** True for an expression that only adds figures up. */
export function isSum(node: Node): boolean {
  for (const part of walk(node)) {
    if (part.type === 'negate' || part.type === 'comparison') return false;
    if (part.type === 'arithmetic' && part.operator !== '+') return false;
    if (part.type === 'call' && part.name !== '合计' && part.name !== '下级之和' && part.name !== '任一') return false;
  }
  return true;
}

/** Every node below a node, itself first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  switch (node.type) {
    case 'call':
      for (const arg of node.args) yield* walk(arg);
      return;
    case 'negate':
      yield* walk(node.operand);
      return;
    case 'arithmetic':
    case 'comparison':
      yield* walk(node.left);
      yield* walk(node.right);
      return;
    default:
  }
}
