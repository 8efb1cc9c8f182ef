import type { Figure } from '../facts/figure';
import { DEFINITIONS } from '../facts/gather';
import type { Gap } from '../formula/evaluate';
import { evaluate, isGap } from '../formula/evaluate';
import { gapText, wording } from '../formula/explain';
import { parse } from '../formula/parse';
import type { Scope } from '../formula/scope';
import { resolve } from '../formula/scope';
import type { CallNode, Node } from '../formula/syntax';
import { walk } from '../formula/syntax';
import { Decimal } from '../model/decimal';
import { fromYuan } from '../model/unit';
import { GROUPED_FIGURES } from './grouped-figures';
import type { Indicator, Way } from './pack';

/** A value with the expression it was worked out by. */
export interface WorkedOut {
  /** In the scale of the target: a share, a number, or 万元. */
  readonly value: Decimal;
  readonly way: Way;
  /** The whole expression, with what the pack says of a zero base: what the live formula is made from. */
  readonly node: Node;
  readonly figures: readonly Figure[];
}

/** What a computed value came from: enough to write its live formula with formula/excel.ts. */
export interface Trace {
  readonly node: Node;
  readonly scope: Scope;
  readonly figures: readonly Figure[];
}

const parsed = new Map<string, Node>();

/** The body of a pack's expression. Packs are verified before they are used: a text that is no expression throws. */
export function nodeOf(expression: string): Node {
  const known = parsed.get(expression);
  if (known) return known;
  const outcome = parse(expression);
  if ('problem' in outcome) throw new Error(`${expression}: ${outcome.problem.message}`);
  parsed.set(expression, outcome.expression.body);
  return outcome.expression.body;
}

/** The expression of a way, with the value the pack gives where the base is zero. */
export function wayNode({ expression, zeroBase }: Way): Node {
  const node = nodeOf(expression);
  if (!zeroBase) return node;
  const value: Node = {
    type: 'number',
    value: Decimal.of(zeroBase.value),
    text: zeroBase.value,
    from: node.from,
    to: node.to,
  };
  const choice: CallNode = {
    type: 'call',
    name: '若',
    args: [nodeOf(zeroBase.when), value, node],
    from: node.from,
    to: node.to,
  };
  return choice;
}

/** The formula in words with its base: 全年执行数 ÷ 全年预算数（以全年（调整后）预算数为基数）. */
export function wayWords({ expression, base, zeroBase }: Way): string {
  const remarks = [base, zeroBase?.words ?? ''].filter((part) => part !== '');
  return `${wording(nodeOf(expression))}${remarks.length > 0 ? `（${remarks.join('；')}）` : ''}`;
}

/**
 * The indicator's value by the first way whose figures the workbook holds. A way whose figures are there but give no
 * value (a base of zero, a cell that cannot be read) ends the search: another base is never taken instead.
 */
export function workOut(indicator: Indicator, scope: Scope): WorkedOut | { readonly missing: string } {
  const lacking: string[] = [];
  for (const way of indicator.formula ?? []) {
    const node = wayNode(way);
    const outcome = evaluate(node, scope);
    if (!isGap(outcome)) {
      const value = indicator.display === 'amount' ? fromYuan(outcome.value, '万元') : outcome.value;
      return { value, way, node, figures: outcome.figures };
    }
    lacking.push(missingWords(nodeOf(way.expression), outcome, scope));
    if (outcome.gap === 'zero-divisor' || outcome.gap === 'unreadable') return { missing: lacking.slice(-1).join('') };
  }
  return { missing: [...new Set(lacking.slice(0, 1))].join('') };
}

/** Why an expression has no value, naming what is missing and where it should stand. */
function missingWords(node: Node, gap: Gap, scope: Scope): string {
  if (gap.gap === 'zero-divisor') {
    const base = zeroBaseIn(node, scope);
    return base === null ? '除数为零' : `“${wording(base)}”为0，不能作分母`;
  }
  if (gap.gap === 'unreadable') return gapText(gap);
  const missing = [...walk(node)].flatMap((part) => {
    if (part.type === 'name')
      return scope.fact(part.name) === null ? [`没有取到“${part.name}”${placeWords(part.name)}`] : [];
    if (part.type !== 'reference') return [];
    const resolution = resolve(part, scope);
    if (!('absent' in resolution)) return [];
    return [`${wording(part)}：${gapText({ gap: resolution.absent, name: part.column })}`];
  });
  return [...new Set(missing)].join('；') || gapText(gap);
}

function zeroBaseIn(node: Node, scope: Scope): Node | null {
  for (const part of walk(node)) {
    if (part.type !== 'arithmetic' || part.operator !== '/') continue;
    const base = evaluate(part.right, scope);
    if (!isGap(base) && base.value.isZero()) return part.right;
  }
  return null;
}

/** （应在《预算执行情况表》合计·全年预算数）. */
function placeWords(name: string): string {
  const definition = DEFINITIONS.find((one) => one.name === name);
  if (definition) {
    const year = definition.prior ? '上年' : '';
    return `（应在${year}《${definition.table}》${definition.row}·${definition.column}）`;
  }
  const grouped = GROUPED_FIGURES.find((one) => one.name === name);
  return grouped ? `（应在《${grouped.tables.join('》或《')}》的“${grouped.column}”一列）` : '';
}
