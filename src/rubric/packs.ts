import type { Rubric } from './pack';
import cost from './packs/cost-efficiency.json';
import jiangxi from './packs/jiangxi-four.json';
import framework from './packs/mof-2013-53.json';
import step from './packs/step-deduction.json';
import { readRubric } from './read';

/** The rubrics the product ships; the framework of 财预〔2013〕53号, which fits anywhere, is the first. */
export const RUBRICS: readonly [Rubric, ...Rubric[]] = [
  shipped(framework),
  shipped(jiangxi),
  shipped(step),
  shipped(cost),
];

/** A pack read as a rubric file of hers is; one that cannot be used is our bug. */
function shipped(content: unknown): Rubric {
  const outcome = readRubric(content);
  if ('faults' in outcome) throw new Error(outcome.faults.map(({ message }) => message).join(''));
  return outcome.rubric;
}

/** The shipped rubric of an id, or null. */
export function rubricById(id: string): Rubric | null {
  return RUBRICS.find((rubric) => rubric.id === id) ?? null;
}

/**
 * The shipped rubric that fits a recognised region and year best: the one issued for the narrowest region the unit lies
 * in, then the one for that very year. A region that is not known, or that no rubric is for, has the framework of
 * 财预〔2013〕53号; the region is never guessed.
 * @param region names from the widest to the narrowest: 江西省, 九江市, 庐山市
 */
export function rubricFor(
  region: readonly string[],
  year: number | null,
  rubrics: readonly [Rubric, ...Rubric[]] = RUBRICS,
): Rubric {
  const regional = rubrics.filter((rubric) => rubric.region.length > 0 && liesIn(region, rubric.region));
  const fitting = regional.filter((rubric) => rubric.year === null || rubric.year === year);
  const narrowest = Math.max(0, ...fitting.map((rubric) => rubric.region.length));
  const nearest = fitting.filter((rubric) => rubric.region.length === narrowest);
  return nearest.find((rubric) => rubric.year === year) ?? nearest[0] ?? rubrics[0];
}

function liesIn(region: readonly string[], area: readonly string[]): boolean {
  return area.every((name, level) => region[level] === name);
}
