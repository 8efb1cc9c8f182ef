import type { Figure } from '../facts/figure';
import { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import { powerOfUnit } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, negate, number, operation } from '../sheet/formula';
import { scaledFormula } from '../sheet/scale';
import { sumOf } from '../sheet/sum';
import type { Gap } from './evaluate';
import { mayLack, worse } from './evaluate';
import type { Scope } from './scope';
import { resolve, resolveParts } from './scope';
import type { ArithmeticOperator, CallNode, Node } from './syntax';

const EXCEL_COMPARISONS = { '=': '=', '≠': '<>', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const;

/** The number of a figure, in the unit its table is written in: its source cell, or its line in the working paper. */
export type FigureFormula = (figure: Figure) => Formula;

/** The source cell itself, for showing an expression by itself. */
export function sourceCell(figure: Figure): Formula {
  return cell(figure.place as NonNullable<Figure['place']>);
}

/** A formula and what it counts: money scales with the unit, plain numbers do not. */
interface Piece {
  readonly formula: Formula;
  readonly money: boolean;
}

interface Drawing {
  readonly scope: Scope;
  /** Power of ten of the unit money comes out in. */
  readonly power: number;
  readonly figure: FigureFormula;
}

/**
 * The expression as a live Excel formula. Money comes out in `unit`: figures in another unit are converted by a power of
 * ten that stands visibly in the formula, and so are amounts the expression states itself (in 元). A relation of plain
 * numbers gives null for the unit.
 */
export function toExcel(
  node: Node,
  scope: Scope,
  unit: AmountUnit | null,
  figure: FigureFormula = sourceCell,
): { readonly formula: Formula } | Gap {
  const power = unit === null ? 0 : powerOfUnit(unit);
  const piece = draw(node, { scope, power, figure });
  return 'gap' in piece ? piece : { formula: piece.formula };
}

function draw(node: Node, drawing: Drawing): Piece | Gap {
  switch (node.type) {
    case 'number':
      return { formula: number(node.value), money: false };
    case 'name': {
      const figures = drawing.scope.fact(node.name);
      return figures === null ? { gap: 'fact', name: node.name } : drawFigures(figures, drawing);
    }
    case 'reference': {
      const resolution = resolve(node, drawing.scope);
      return 'absent' in resolution
        ? { gap: resolution.absent, name: node.column, optional: node.optional }
        : drawFigures(resolution.figures, drawing);
    }
    case 'negate': {
      const operand = draw(node.operand, drawing);
      return 'gap' in operand ? operand : { ...operand, formula: negate(operand.formula) };
    }
    case 'comparison': {
      const left = draw(node.left, drawing);
      const right = draw(node.right, drawing);
      if ('gap' in left) return left;
      if ('gap' in right) return right;
      const [a, b] = alike([left, right], drawing) as [Formula, Formula];
      return { formula: operation(EXCEL_COMPARISONS[node.operator], a, b), money: false };
    }
    case 'arithmetic':
      return drawArithmetic(node.operator, draw(node.left, drawing), draw(node.right, drawing), drawing);
    case 'call':
      return drawCall(node, drawing);
  }
}

/** The formulas of some pieces in one scale: where one is money, plain numbers beside it are amounts in 元. */
function alike(pieces: readonly Piece[], { power }: Drawing): Formula[] {
  const money = pieces.some((piece) => piece.money);
  return pieces.map((piece) => (money && !piece.money ? scaledFormula(piece.formula, -power) : piece.formula));
}

function drawArithmetic(
  operator: ArithmeticOperator,
  left: Piece | Gap,
  right: Piece | Gap,
  drawing: Drawing,
): Piece | Gap {
  const sums = operator === '+' || operator === '-';
  if ('gap' in left) {
    if (sums && 'gap' in right) return worse(left, right);
    if (!sums || !mayLack(left) || 'gap' in right) return left;
    return operator === '+' ? right : { ...right, formula: negate(right.formula) };
  }
  if ('gap' in right) return sums && mayLack(right) ? left : right;
  const money = left.money || right.money;
  if (sums) {
    const [a, b] = alike([left, right], drawing) as [Formula, Formula];
    return { formula: operation(operator, a, b), money };
  }
  // Amount ÷ amount is a ratio; a ratio of an amount stays an amount.
  const ratio = operator === '/' && left.money && right.money;
  return { formula: operation(operator, left.formula, right.formula), money: money && !ratio };
}

function drawCall(node: CallNode, drawing: Drawing): Piece | Gap {
  if (node.name === '下级之和') {
    const column = node.args[0] as Node;
    if (column.type !== 'reference') return { gap: 'parts', name: node.name };
    const resolution = resolveParts(column, drawing.scope);
    return 'absent' in resolution
      ? { gap: resolution.absent, name: column.column }
      : drawFigures(resolution.figures, drawing);
  }
  const drawn = node.args.map((arg) => draw(arg, drawing));
  if (node.name === '任一') return drawn.find((piece) => !('gap' in piece)) ?? (drawn[0] as Gap);
  const gap = drawn.find((piece): piece is Gap => 'gap' in piece && !(node.name === '合计' && mayLack(piece)));
  if (gap) return gap;
  const pieces = drawn.filter((piece): piece is Piece => !('gap' in piece));
  // A sum of nothing but columns the table does not have: SUM() is no formula.
  if (pieces.length === 0) return drawn[0] as Gap;
  return drawFunction(node, pieces, drawing);
}

function drawFunction({ name }: CallNode, pieces: readonly Piece[], drawing: Drawing): Piece {
  const money = pieces.some((piece) => piece.money);
  const [first, ...rest] = pieces as readonly [Piece, ...Piece[]];
  switch (name) {
    case '绝对值':
      return { ...first, formula: call('ABS', first.formula) };
    case '四舍五入': {
      // Places are counted in 元: two places of 元 are six of 万元.
      const places = (rest[0] as Piece).formula;
      const moved = first.money && places.type === 'number' ? places.value.plus(Decimal.of(drawing.power)) : null;
      return { ...first, formula: call('ROUND', first.formula, moved ? number(moved) : places) };
    }
    case '若':
      return { formula: call('IF', first.formula, ...alike(rest, drawing)), money: rest.some((piece) => piece.money) };
    case '较大':
      return { formula: call('MAX', ...alike(pieces, drawing)), money };
    case '较小':
      return { formula: call('MIN', ...alike(pieces, drawing)), money };
    default:
      return { formula: call('SUM', ...alike(pieces, drawing)), money };
  }
}

function drawFigures(figures: readonly Figure[], drawing: Drawing): Piece {
  const placed = figures.filter((figure) => figure.place !== null);
  const formula = sumOf(
    placed.map((figure) => {
      const from = figure.unit === null ? drawing.power : powerOfUnit(figure.unit);
      return scaledFormula(drawing.figure(figure), from - drawing.power);
    }),
  );
  // A row the table leaves out is zero in any unit.
  return { formula, money: placed.some((figure) => figure.unit !== null) };
}
