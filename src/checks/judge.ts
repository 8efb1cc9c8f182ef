import type { Figure } from '../facts/figure';
import { figureName } from '../facts/figure';
import type { Outcome, Value } from '../formula/evaluate';
import { evaluate, isGap } from '../formula/evaluate';
import { shown, wording } from '../formula/explain';
import type { Scope } from '../formula/scope';
import type { Comparison, ComparisonNode, Node } from '../formula/syntax';
import { isSum } from '../formula/syntax';
import type { CellPlace } from '../model/address';
import { cellAddress } from '../model/address';
import type { Check, Side } from '../model/check';
import type { Decimal } from '../model/decimal';
import { OPEN } from '../model/finding';
import type { AmountUnit } from '../model/unit';
import { fromYuan } from '../model/unit';
import { causeOfAbsence } from './absence';
import type { LikelyCause } from './cause';
import { causeOfExcess, causeOfRatio, likelyCause } from './cause';
import type { ParsedRelation } from './pack';
import { statusOf, toleranceOf } from './verdict';

/** How a check came about: what its two sides are made of, for whoever writes them as live formulas. */
export interface Trace {
  readonly operator: Comparison;
  readonly left: Node;
  readonly right: Node;
  readonly leftFigures: readonly Figure[];
  readonly rightFigures: readonly Figure[];
  readonly scope: Scope;
  /** The step of a relation of ratios; null where the tolerance follows from the figures. */
  readonly step: string | null;
}

/** A check without its key, and its trace; without trace where a side cannot be worked out. */
export interface Tried {
  readonly check: Omit<Check, 'key'>;
  readonly trace: Trace | null;
}

interface Reading {
  readonly left: Outcome;
  readonly right: Outcome;
  readonly leftNode: Node;
  readonly rightNode: Node;
}

/** 任一(a, b) on either side offers readings; any of them may be the one this table is laid out by. */
function alternatives(node: Node): readonly Node[] {
  return node.type === 'call' && node.name === '任一' ? node.args : [node];
}

/**
 * Tries a relation at one place: any of its alternatives may hold. Null when none can be tried there, because the table
 * does not state what it needs, or states nothing but zeros.
 */
export function tryHere(relation: ParsedRelation, body: ComparisonNode, scope: Scope): Tried | null {
  const readings: Reading[] = alternatives(body.left).flatMap((leftNode) =>
    alternatives(body.right).map((rightNode) => ({
      leftNode,
      rightNode,
      left: evaluate(leftNode, scope),
      right: evaluate(rightNode, scope),
    })),
  );
  const judged = readings.flatMap((reading) => judge(relation, body, reading, scope) ?? []);
  const held =
    judged.find(({ check }) => check.status === 'holds') ?? judged.find(({ check }) => check.status === 'rounding');
  return held ?? judged[0] ?? null;
}

function judge(relation: ParsedRelation, body: ComparisonNode, reading: Reading, scope: Scope): Tried | null {
  const { left, right } = reading;
  if (isGap(left) || isGap(right)) {
    const check = unreadable(relation, reading);
    return check && { check, trace: null };
  }
  const figures = [...left.figures, ...right.figures];
  // A row of zeros says nothing; under a whole-table relation 0 = 0 is a statement of an empty table.
  if (scope.here && figures.every((figure) => figure.value?.isZero())) return null;
  // Both sides of a relation of ratios are plain numbers, whatever unit their parts are in.
  const unit = relation.step === undefined ? (unitOf(left) ?? unitOf(right)) : null;
  const difference = left.value.minus(right.value);
  const tolerance = toleranceOf(figures, relation.step);
  const status = statusOf(body.operator, difference, tolerance);
  const cause = status === 'fails' ? causeOf(relation, body, reading, left, right, tolerance, scope) : null;
  const inUnit = (value: Decimal): Decimal => (unit === null ? value : fromYuan(value, unit));
  const sides = {
    left: side(reading.leftNode, left, scope, unit, relation),
    right: side(reading.rightNode, right, scope, unit, relation),
  };
  const check: Omit<Check, 'key'> = {
    id: relation.id,
    title: relation.title,
    basis: relation.basis,
    class: relation.class,
    status,
    ...sides,
    difference: inUnit(difference),
    tolerance: inUnit(tolerance),
    cause: status === 'rounding' ? 'rounding' : (cause?.cause ?? null),
    message: message(sides.left, sides.right, status, body, inUnit(difference), inUnit(tolerance), unit, cause),
    handling: OPEN,
  };
  return {
    check,
    trace: {
      operator: body.operator,
      left: reading.leftNode,
      right: reading.rightNode,
      leftFigures: left.figures,
      rightFigures: right.figures,
      scope,
      step: relation.step ?? null,
    },
  };
}

/** The likely cause of a comparison that fails. */
function causeOf(
  relation: ParsedRelation,
  body: ComparisonNode,
  { leftNode, rightNode }: Reading,
  left: Value,
  right: Value,
  tolerance: Decimal,
  scope: Scope,
): LikelyCause | null {
  const absence = causeOfAbsence(left.figures, right.figures, scope.here);
  if (absence) return absence;
  if (body.operator === '≤') return causeOfExcess(left.value, right.value);
  if (body.operator === '≥') return causeOfExcess(right.value, left.value);
  if (body.operator !== '=') return null;
  if (relation.step !== undefined) return causeOfRatio(left.value, right.value, tolerance);
  return likelyCause({
    left: left.value,
    right: right.value,
    leftFigures: left.figures,
    rightFigures: right.figures,
    tolerance,
    sums: isSum(leftNode) && isSum(rightNode),
  });
}

function unitOf(value: Value): AmountUnit | null {
  return value.figures.find((figure) => figure.unit !== null)?.unit ?? null;
}

function placesIn(figures: readonly Figure[]): CellPlace[] {
  return figures.flatMap((figure) => (figure.place === null ? [] : [figure.place]));
}

function side(node: Node, value: Value, scope: Scope, unit: AmountUnit | null, relation: ParsedRelation): Side {
  const own = relation.step === undefined ? (unitOf(value) ?? unit) : null;
  return {
    text: sideText(node, value, scope),
    value: own === null ? value.value : fromYuan(value.value, own),
    unit: own,
    places: placesIn(value.figures),
  };
}

/** The side in words; a single figure is named by its table, row and column. */
function sideText(node: Node, value: Value, scope: Scope): string {
  const [only, ...more] = value.figures;
  if (node.type === 'reference' && only && more.length === 0) return figureName(only);
  const column = scope.here?.column ?? '';
  return wording(node).replaceAll('本列', column);
}

/** A cell that is no number: the relation cannot hold as the workbook stands. */
function unreadable(
  relation: ParsedRelation,
  { left, right, leftNode, rightNode }: Reading,
): Omit<Check, 'key'> | null {
  const gaps = [left, right].filter(isGap);
  const bad = gaps.flatMap((gap) => (gap.gap === 'unreadable' ? gap.figures : []));
  if (bad.length === 0 || gaps.some((gap) => gap.gap !== 'unreadable')) return null;
  const sideOf = (node: Node, outcome: Outcome): Side => ({
    text: wording(node),
    value: null,
    unit: null,
    places: placesIn(isGap(outcome) && 'figures' in outcome ? outcome.figures : isGap(outcome) ? [] : outcome.figures),
  });
  const cells = bad.filter((figure) => figure.state === 'unreadable' && figure.place !== null);
  const where = cells
    .map(
      (figure) => `${figureName(figure)}（${figure.place ? cellAddress(figure.place.row, figure.place.column) : ''}）`,
    )
    .join('、');
  return {
    id: relation.id,
    title: relation.title,
    basis: relation.basis,
    class: relation.class,
    status: 'fails',
    left: sideOf(leftNode, left),
    right: sideOf(rightNode, right),
    difference: null,
    tolerance: null,
    cause: 'text-number',
    message: `${where}读不成数，无法核对“${relation.title}”。请先改成数字。`,
    handling: OPEN,
  };
}

function message(
  left: Side,
  right: Side,
  status: 'holds' | 'rounding' | 'fails',
  body: ComparisonNode,
  difference: Decimal,
  tolerance: Decimal,
  unit: AmountUnit | null,
  cause: LikelyCause | null,
): string {
  const amount = (one: Side): string =>
    `${one.text} ${one.value === null ? '' : readable(one.value)}${one.unit === null ? '' : ` ${one.unit}`}`;
  const suffix = unit === null ? '' : ` ${unit}`;
  const both = `${amount(left)}，${amount(right)}`;
  if (status === 'holds') return `${both}，相符。`;
  if (status === 'rounding')
    return `${both}，相差 ${readable(difference)}${suffix}，在尾差 ${readable(tolerance)}${suffix} 以内。`;
  const wanted = body.operator === '=' ? '应当相等' : body.operator === '≤' ? '前者不应大于后者' : '前者不应小于后者';
  const reason =
    cause === null
      ? ''
      : `${cause.text}${cause.figures.length > 0 ? `：${cause.figures.map(cellText).join('、')}` : ''}。`;
  return `${both}，${wanted}，相差 ${readable(difference)}${suffix}，超过尾差 ${readable(tolerance)}${suffix}。${reason}${cause?.next ?? '请核对两边的数，改正写错的一处。'}`;
}

/** Quotients run on for ever; nobody writes amounts or ratios finer than this. */
const READABLE_DECIMALS = 8;

function readable(value: Decimal): string {
  return value.roundHalfUp(READABLE_DECIMALS).toString();
}

function cellText(figure: Figure): string {
  const at = figure.place === null ? '' : `（${cellAddress(figure.place.row, figure.place.column)}）`;
  return `${figureName(figure)}${at} ${figure.value === null ? '' : shown(figure.value, figure.unit)}`;
}
