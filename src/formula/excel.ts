import type { Figure } from '../facts/figure';
import { formulaPlace } from '../model/address';
import type { AmountUnit } from '../model/unit';
import { powerOfUnit } from '../model/unit';
import type { Gap } from './evaluate';
import { mayLack, worse } from './evaluate';
import type { Scope } from './scope';
import { resolve, resolveParts } from './scope';
import type { Node } from './syntax';

const EXCEL_FUNCTIONS = {
  合计: 'SUM',
  下级之和: 'SUM',
  任一: '',
  较大: 'MAX',
  较小: 'MIN',
  绝对值: 'ABS',
  四舍五入: 'ROUND',
  若: 'IF',
} as const;
const EXCEL_COMPARISONS = { '=': '=', '≠': '<>', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const;

/** Binding strength, loosest first; an operand that binds looser than its place gets brackets. */
const STRENGTH = { comparison: 1, '+': 2, '-': 2, '*': 3, '/': 3, negate: 4, atom: 5 } as const;

interface Piece {
  readonly text: string;
  readonly strength: number;
}

/**
 * The expression as a live Excel formula over the source cells, without a leading “=”. Money comes out in `unit`:
 * cells in another unit are converted by a power of ten that stands visibly in the formula. Built only from cell
 * references, numbers and function names, so no text of the workbook can become part of it.
 */
export function toExcel(node: Node, scope: Scope, unit: AmountUnit): { readonly formula: string } | Gap {
  const piece = draw(node, scope, unit);
  return 'gap' in piece ? piece : { formula: piece.text };
}

function draw(node: Node, scope: Scope, unit: AmountUnit): Piece | Gap {
  switch (node.type) {
    case 'number':
      return { text: node.value.toString(), strength: STRENGTH.atom };
    case 'name': {
      const figures = scope.fact(node.name);
      return figures === null ? { gap: 'fact', name: node.name } : drawFigures(figures, unit);
    }
    case 'reference': {
      const resolution = resolve(node, scope);
      return 'absent' in resolution
        ? { gap: resolution.absent, name: node.column, optional: node.optional }
        : drawFigures(resolution.figures, unit);
    }
    case 'negate': {
      const operand = draw(node.operand, scope, unit);
      return 'gap' in operand
        ? operand
        : { text: `-${bracketed(operand, STRENGTH.negate)}`, strength: STRENGTH.negate };
    }
    case 'comparison': {
      const left = draw(node.left, scope, unit);
      const right = draw(node.right, scope, unit);
      if ('gap' in left) return left;
      if ('gap' in right) return right;
      const text = `${bracketed(left, 2)}${EXCEL_COMPARISONS[node.operator]}${bracketed(right, 2)}`;
      return { text, strength: STRENGTH.comparison };
    }
    case 'arithmetic':
      return drawArithmetic(node.operator, draw(node.left, scope, unit), draw(node.right, scope, unit));
    case 'call':
      return drawCall(node, scope, unit);
  }
}

function drawArithmetic(operator: '+' | '-' | '*' | '/', left: Piece | Gap, right: Piece | Gap): Piece | Gap {
  const sums = operator === '+' || operator === '-';
  if ('gap' in left) {
    if (sums && 'gap' in right) return worse(left, right);
    if (!sums || !mayLack(left) || 'gap' in right) return left;
    return operator === '+' ? right : { text: `-${bracketed(right, STRENGTH.negate)}`, strength: STRENGTH.negate };
  }
  if ('gap' in right) return sums && mayLack(right) ? left : right;
  const strength = STRENGTH[operator];
  // a − (b + c) and a ÷ (b × c) need their brackets; a + (b + c) does not.
  const rightStrength = operator === '-' || operator === '/' ? strength + 1 : strength;
  return { text: `${bracketed(left, strength)}${operator}${bracketed(right, rightStrength)}`, strength };
}

function bracketed(piece: Piece, atLeast: number): string {
  return piece.strength < atLeast ? `(${piece.text})` : piece.text;
}

function drawCall(node: Extract<Node, { type: 'call' }>, scope: Scope, unit: AmountUnit): Piece | Gap {
  if (node.name === '下级之和') {
    const column = node.args[0] as Node;
    if (column.type !== 'reference') return { gap: 'parts', name: node.name };
    const resolution = resolveParts(column, scope);
    return 'absent' in resolution
      ? { gap: resolution.absent, name: column.column }
      : drawFigures(resolution.figures, unit);
  }
  const pieces = node.args.map((arg) => draw(arg, scope, unit));
  if (node.name === '任一') return pieces.find((piece) => !('gap' in piece)) ?? (pieces[0] as Gap);
  const gap = pieces.find((piece): piece is Gap => 'gap' in piece && !(node.name === '合计' && mayLack(piece)));
  if (gap) return gap;
  const args = pieces.filter((piece): piece is Piece => !('gap' in piece)).map((piece) => piece.text);
  // A sum of nothing but columns the table does not have: SUM() is no formula.
  if (args.length === 0) return pieces[0] as Gap;
  return { text: `${EXCEL_FUNCTIONS[node.name]}(${args.join(',')})`, strength: STRENGTH.atom };
}

function drawFigures(figures: readonly Figure[], unit: AmountUnit): Piece {
  const placed = figures.filter((figure) => figure.place !== null);
  const [first] = placed;
  if (!first) return { text: '0', strength: STRENGTH.atom };
  if (placed.length === 1) return drawFigure(first, unit);
  return { text: `SUM(${placed.map((figure) => drawFigure(figure, unit).text).join(',')})`, strength: STRENGTH.atom };
}

function drawFigure(figure: Figure, unit: AmountUnit): Piece {
  const place = formulaPlace(figure.place as NonNullable<Figure['place']>);
  const power = figure.unit === null ? 0 : powerOfUnit(figure.unit) - powerOfUnit(unit);
  if (power === 0) return { text: place, strength: STRENGTH.atom };
  const factor = `1${'0'.repeat(Math.abs(power))}`;
  return { text: `${place}${power > 0 ? '*' : '/'}${factor}`, strength: STRENGTH['*'] };
}
