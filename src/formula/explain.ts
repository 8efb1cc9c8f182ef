import type { Figure } from '../facts/figure';
import { figureName } from '../facts/figure';
import { formatPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import { fromYuan } from '../model/unit';
import type { Outcome } from './evaluate';
import { evaluate, isGap } from './evaluate';
import type { Scope } from './scope';
import type { Node } from './syntax';

const SIGNS = { '+': ' ＋ ', '-': ' － ', '*': ' × ', '/': ' ÷ ' } as const;

/** The expression in an accountant's words, without figures: 基本支出 ＋ 项目支出. */
export function wording(node: Node): string {
  switch (node.type) {
    case 'number':
      return node.text;
    case 'name':
      return node.name;
    case 'reference': {
      const year = node.prior ? '上年' : '';
      if (node.table === null) return node.row === '本行' ? node.column : `${node.row}·${node.column}`;
      return `${year}《${node.table}》${node.row === '本行' ? '' : `${node.row}·`}${node.column}`;
    }
    case 'negate':
      return `－${bracketed(node.operand, 'sum')}`;
    case 'arithmetic': {
      const tight = node.operator === '*' || node.operator === '/';
      const left = bracketed(node.left, tight ? 'sum' : 'comparison');
      // a － (b ＋ c) and a ÷ (b × c) need their brackets; a ＋ (b ＋ c) does not.
      const right = bracketed(
        node.right,
        node.operator === '/' ? 'product' : node.operator === '+' ? 'comparison' : 'sum',
      );
      return `${left}${SIGNS[node.operator]}${right}`;
    }
    case 'comparison':
      return `${bracketed(node.left, 'comparison')} ${node.operator} ${bracketed(node.right, 'comparison')}`;
    case 'call':
      if (node.name === '合计') return node.args.map((arg) => bracketed(arg, 'comparison')).join(' ＋ ');
      if (node.name === '任一') return wording(node.args[0] as Node);
      if (node.name === '下级之和') return '下级各行之和';
      return `${node.name}（${node.args.map(wording).join('，')}）`;
  }
}

type Shape = 'comparison' | 'sum' | 'product' | 'atom';
const LOOSENESS: readonly Shape[] = ['comparison', 'sum', 'product', 'atom'];

/** How a node looks in words: 合计 is written as a sum, and of alternatives the first is written. */
function shapeOf(node: Node): Shape {
  if (node.type === 'comparison') return 'comparison';
  if (node.type === 'arithmetic') return node.operator === '+' || node.operator === '-' ? 'sum' : 'product';
  if (node.type !== 'call') return 'atom';
  const first = node.args[0] as Node;
  if (node.name === '任一') return shapeOf(first);
  if (node.name !== '合计') return 'atom';
  return node.args.length > 1 ? 'sum' : shapeOf(first);
}

/** The node in words, in brackets when it is of the given shape or a looser one. */
function bracketed(node: Node, atLoosest: Exclude<Shape, 'atom'>): string {
  const loose = LOOSENESS.indexOf(shapeOf(node)) <= LOOSENESS.indexOf(atLoosest);
  return loose ? `（${wording(node)}）` : wording(node);
}

/** The expression with every 任一 replaced by the alternative that has a value here: what its figures were taken from. */
function settled(node: Node, scope: Scope): Node {
  switch (node.type) {
    case 'call': {
      if (node.name !== '任一') return { ...node, args: node.args.map((arg) => settled(arg, scope)) };
      const stated = node.args.find((arg) => !isGap(evaluate(arg, scope))) ?? (node.args[0] as Node);
      return settled(stated, scope);
    }
    case 'negate':
      return { ...node, operand: settled(node.operand, scope) };
    case 'arithmetic':
    case 'comparison':
      return { ...node, left: settled(node.left, scope), right: settled(node.right, scope) };
    default:
      return node;
  }
}

/** An amount in 元 as it is shown in a unit; counts and ratios as they are. */
export function shown(value: Decimal, unit: AmountUnit | null): string {
  return (unit === null ? value : fromYuan(value, unit)).toString();
}

/**
 * The expression with its value and the cells it was taken from:
 * 基本支出 ＋ 项目支出 ＝ 307.82 万元；取自 《支出决算表》合计·基本支出 105.58 万元（支出决算表!D6）、…
 * A comparison is 成立 or 不成立. What is lacking is said instead of a value.
 */
export function explain(node: Node, scope: Scope, unit: AmountUnit | null): string {
  const outcome = evaluate(node, scope);
  const words = wording(settled(node, scope));
  if (isGap(outcome)) return `${words}：${gapText(outcome)}`;
  const parts = outcome.figures.map((figure) => figureText(figure));
  const value =
    node.type === 'comparison'
      ? `：${outcome.value.isZero() ? '不成立' : '成立'}`
      : ` ＝ ${shown(outcome.value, unit)}${unit === null ? '' : ` ${unit}`}`;
  return `${words}${value}${parts.length > 0 ? `；取自 ${parts.join('、')}` : ''}`;
}

function figureText(figure: Figure): string {
  const amount =
    figure.value === null
      ? '未写明'
      : `${shown(figure.value, figure.unit)}${figure.unit === null ? '' : ` ${figure.unit}`}`;
  return `${figureName(figure)} ${amount}${figure.place === null ? '（表中无此行，按 0）' : `（${formatPlace(figure.place)}）`}`;
}

/** Why an expression has no value, in one clause. */
export function gapText(gap: Extract<Outcome, { gap: string }>): string {
  switch (gap.gap) {
    case 'table':
      return '工作簿里没有这张表';
    case 'row':
      return '表中没有这一行';
    case 'column':
      return `表中没有“${gap.name}”这一列`;
    case 'fact':
      return `没有取到“${gap.name}”`;
    case 'parts':
      return '没有下级行';
    case 'zero-divisor':
      return '除数为零';
    case 'unstated':
      return '表中没有写这个数';
    case 'unreadable':
      return `${gap.figures
        .filter((figure) => figure.state === 'unreadable' && figure.place !== null)
        .map((figure) => formatPlace(figure.place as NonNullable<Figure['place']>))
        .join('、')} 读不成数`;
  }
}
