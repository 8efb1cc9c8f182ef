import { Decimal } from '../../model/decimal';
import { comparable, withoutBrackets } from '../../model/text';
import type { Grade } from '../pack';
import pack from './weights.json';

/** The parts points are given to; `execution` is 预算执行率. */
export type PartName = 'execution' | 'output' | 'benefit' | 'satisfaction' | 'cost';

interface Part {
  readonly part: PartName;
  readonly name: string;
  readonly words: ReadonlySet<string>;
}

/** Weights of the parts, where the table itself states none. */
export interface Weights {
  readonly name: string;
  readonly points: ReadonlyMap<PartName, Decimal>;
  readonly basis: string;
}

const PARTS: readonly Part[] = pack.parts.map(({ part, name, words }) => ({
  part: part as PartName,
  name,
  words: new Set(words.map(comparable)),
}));

const VARIANTS = pack.variants.map(({ name, requires, weights, basis }) => ({
  requires: requires as PartName | null,
  weights: {
    name,
    points: new Map(weights.map((one) => [one.part as PartName, Decimal.of(one.points)])),
    basis,
  },
}));

const GRADES = pack.grades.map(({ name, from }) => ({ name, from: Decimal.of(from) }));

export const BASIS = pack.basis;
export const GRADE_BASIS = pack.gradeBasis;
export const FULL = Decimal.of(pack.full);
export const TOLERANCE = Decimal.of(pack.tolerance);
export const DEVIATION = { above: Decimal.of(pack.deviation.above), basis: pack.deviation.basis };

/** Which part an indicator of level 1 belongs to: 产出指标（50分） is output. Null for a name no rule knows. */
export function partOf(levelOne: string): PartName | null {
  const name = withoutBrackets(levelOne);
  return PARTS.find((one) => one.words.has(name))?.part ?? null;
}

export function partName(part: PartName): string {
  return PARTS.find((one) => one.part === part)?.name ?? part;
}

/** The weights for a project with these parts: a variant that fits goes before the usual ones. */
export function weightsFor(parts: ReadonlySet<PartName>): Weights {
  const fitting = VARIANTS.find(({ requires }) => requires !== null && parts.has(requires));
  const usual = VARIANTS.find(({ requires }) => requires === null);
  const chosen = fitting ?? usual;
  if (!chosen) throw new Error('weights.json has no variant that fits every project');
  return chosen.weights;
}

/** The same grades for other full marks: each begins at the same share of them. */
export function gradesFor(full: Decimal): Grade[] {
  return pack.grades.map(({ name, from }) => {
    const share = Decimal.of(from).dividedBy(FULL);
    if (share === null) throw new Error('weights.json has no full marks');
    return { name, from: full.times(share).toString() };
  });
}

/** 优、良、中、差 for a total of a hundred points; the lower limit belongs to the grade. */
export function gradeOf(total: Decimal): string | null {
  return GRADES.find(({ from }) => total.compare(from) >= 0)?.name ?? null;
}
