import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import { FUNCTIONS } from '../../../src/formula/syntax';
import type { ArithmeticOperator, Comparison, FunctionName, Node } from '../../../src/formula/syntax';

const SPAN = { from: 0, to: 0 };
const LEVEL = { comparison: 1, '+': 2, '-': 2, '*': 3, '/': 3, negate: 4, atom: 5 } as const;

/** An expression as text, with no bracket more than the grammar needs. */
export function printed(node: Node): string {
  switch (node.type) {
    case 'number':
      return node.text;
    case 'name':
      return node.name;
    case 'reference': {
      const inside = node.table === null && node.row === '本行' ? node.column : `${node.row},${node.column}`;
      return `${node.table === null ? '' : `《${node.table}》`}[${inside}]${node.prior ? '@上年' : ''}${node.optional ? '?' : ''}`;
    }
    case 'call':
      return `${node.name}(${node.args.map(printed).join(',')})`;
    case 'negate':
      return `-${inBrackets(node.operand, LEVEL.negate)}`;
    case 'arithmetic': {
      const level = LEVEL[node.operator];
      return `${inBrackets(node.left, level)}${node.operator}${inBrackets(node.right, level + 1)}`;
    }
    case 'comparison':
      return `${inBrackets(node.left, 2)}${node.operator}${inBrackets(node.right, 2)}`;
  }
}

function inBrackets(node: Node, least: number): string {
  const level =
    node.type === 'arithmetic'
      ? LEVEL[node.operator]
      : node.type === 'comparison' || node.type === 'negate'
        ? LEVEL[node.type]
        : LEVEL.atom;
  return level < least ? `(${printed(node)})` : printed(node);
}

/** The tree as nested arrays of words, without places, so that two can be compared. */
export function bare(node: Node): unknown {
  switch (node.type) {
    case 'number':
      return node.value.toString();
    case 'name':
      return node.name;
    case 'reference':
      return [node.table, node.row, node.column, node.prior, node.optional];
    case 'call':
      return [node.name, ...node.args.map(bare)];
    case 'negate':
      return ['-', bare(node.operand)];
    case 'arithmetic':
    case 'comparison':
      return [bare(node.left), node.operator, bare(node.right)];
  }
}

const number: Arbitrary<Node> = fc
  .tuple(fc.nat(999_999), fc.nat(99), fc.boolean())
  .map(([whole, part, percent]): Node => {
    const digits = `${whole}.${String(part).padStart(2, '0')}`;
    const value = Decimal.of(digits);
    return {
      type: 'number',
      value: percent ? value.shift(-2) : value,
      text: `${digits}${percent ? '%' : ''}`,
      ...SPAN,
    };
  });

const name: Arbitrary<Node> = fc
  .constantFrom('在职人员数', '三公经费决算数', '合计', '对', '2023年数', '每行')
  .map((text): Node => ({ type: 'name', name: text, ...SPAN }));

const reference: Arbitrary<Node> = fc
  .record({
    table: fc.constantFrom(null, '支出决算表', '“三公”经费支出决算表'),
    row: fc.constantFrom('本行', '合计', '208', '因公出国（境）费'),
    column: fc.constantFrom('本列', '基本支出', '决算数'),
    prior: fc.boolean(),
    optional: fc.boolean(),
  })
  .map((parts): Node => ({ type: 'reference', ...parts, ...SPAN }));

const operators = fc.constantFrom<ArithmeticOperator>('+', '-', '*', '/');
const comparisons = fc.constantFrom<Comparison>('=', '≠', '≤', '≥', '<', '>');
const freeFunctions = (Object.keys(FUNCTIONS) as FunctionName[]).filter(
  (one) => one !== '下级之和' && one !== '四舍五入',
);

/** Expressions of every production, nested up to a few levels. */
export const expressions: Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number,
    name,
    reference,
    tie('node').map((operand): Node => ({ type: 'negate', operand, ...SPAN })),
    fc
      .tuple(operators, tie('node'), tie('node'))
      .map(([operator, left, right]): Node => ({ type: 'arithmetic', operator, left, right, ...SPAN })),
    fc
      .tuple(comparisons, tie('node'), tie('node'))
      .map(([operator, left, right]): Node => ({ type: 'comparison', operator, left, right, ...SPAN })),
    reference.map((arg): Node => ({ type: 'call', name: '下级之和', args: [arg], ...SPAN })),
    tie('node').map((arg): Node => {
      const decimals: Node = { type: 'number', value: Decimal.of(2), text: '2', ...SPAN };
      return { type: 'call', name: '四舍五入', args: [arg, decimals], ...SPAN };
    }),
    fc.constantFrom(...freeFunctions).chain((called) => {
      const { least, most } = FUNCTIONS[called];
      return fc
        .array(tie('node'), { minLength: least, maxLength: Math.min(most, least + 1) })
        .map((args): Node => ({ type: 'call', name: called, args, ...SPAN }));
    }),
  ),
})).node;
