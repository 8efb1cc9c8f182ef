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
      return `－${bracketed(node.operand)}`;
    case 'arithmetic': {
      const tight = node.operator === '*' || node.operator === '/';
      const left = tight ? bracketed(node.left) : wording(node.left);
      const right = tight || node.operator === '-' ? bracketed(node.right) : wording(node.right);
      return `${left}${SIGNS[node.operator]}${right}`;
    }
    case 'comparison':
      return `${wording(node.left)} ${node.operator} ${wording(node.right)}`;
    case 'call':
      if (node.name === '合计') return node.args.map(wording).join(' ＋ ');
      if (node.name === '任一') return wording(node.args[0] as Node);
      if (node.name === '下级之和') return '下级各行之和';
      return `${node.name}（${node.args.map(wording).join('，')}）`;
  }
}

function bracketed(node: Node): string {
  return node.type === 'arithmetic' && (node.operator === '+' || node.operator === '-') ? `（${wording(node)}）` : wording(node);
}

/** An amount in 元 as it is shown in a unit; counts and ratios as they are. */
export function shown(value: Decimal, unit: AmountUnit | null): string {
  return (unit === null ? value : fromYuan(value, unit)).toString();
}

/**
 * The expression with its figures and their cells: 基本支出 105.58 万元（支出决算表!D6） ＋ … ＝ 307.82 万元.
 * What is lacking is said instead of a value.
 */
export function explain(node: Node, scope: Scope, unit: AmountUnit | null): string {
  const outcome = evaluate(node, scope);
  if (isGap(outcome)) return `${wording(node)}：${gapText(outcome)}`;
  const parts = outcome.figures.map((figure) => figureText(figure));
  return `${wording(node)} ＝ ${shown(outcome.value, unit)}${unit === null ? '' : ` ${unit}`}${parts.length > 0 ? `；取自 ${parts.join('、')}` : ''}`;
}

function figureText(figure: Figure): string {
  const amount = figure.value === null ? '未写明' : `${shown(figure.value, figure.unit)}${figure.unit === null ? '' : ` ${figure.unit}`}`;
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
