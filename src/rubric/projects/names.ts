import { distance } from 'fastest-levenshtein';
import type { Decimal } from '../../model/decimal';
import { comparable, withoutBrackets } from '../../model/text';
import wording from './wording.json';

/** A project as one table names it, with the amounts that may tell it from another, in 元. */
export interface NamedProject {
  readonly name: string;
  readonly amounts: Readonly<Partial<Record<'initialBudget' | 'annualBudget' | 'actual', Decimal>>>;
}

/** `same` the same name · `spelling` the same but for brackets and endings · `amounts` alike, with equal amounts. */
export type MatchReason = 'same' | 'spelling' | 'amounts';

export interface Match<T> {
  readonly other: T;
  readonly reason: MatchReason;
}

/** Letters two names may differ in, as a share of the longer one. */
const FURTHEST = 0.2;
const SHORTEST_NAME = 2;

/** A name without year, brackets, punctuation and the words that tables add or drop: 临时救助项目（县级） → 临时救助. */
export function coreName(name: string): string {
  let core = withoutBrackets(name).replace(/^(?:19|20)\d{2}年度?/u, '');
  if (core.length < SHORTEST_NAME) core = comparable(name);
  for (;;) {
    const ending = wording.nameEndings.find(
      (word) => core.endsWith(word) && core.length - word.length >= SHORTEST_NAME,
    );
    if (ending === undefined) return core;
    core = core.slice(0, -ending.length);
  }
}

/** True when two names are alike enough to ask whether they mean one project. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [coreName(one), coreName(other)];
  return distance(a, b) <= FURTHEST * Math.max(a.length, b.length);
}

/**
 * Pairs the projects of two tables one to one: same names first, then names that are the same but for brackets and
 * endings, then names that are alike and have equal amounts. Where two could be meant, none is taken.
 */
export function matchProjects<L extends NamedProject, R extends NamedProject>(
  left: readonly L[],
  right: readonly R[],
): Map<L, Match<R>> {
  const matches = new Map<L, Match<R>>();
  const taken = new Set<R>();
  const take = (one: L, other: R, reason: MatchReason): void => {
    matches.set(one, { other, reason });
    taken.add(other);
  };
  for (const [reason, keyOf] of [
    ['same', comparable],
    ['spelling', coreName],
  ] as const) {
    const openLeft = byKey(
      left.filter((one) => !matches.has(one)),
      keyOf,
    );
    const openRight = byKey(
      right.filter((other) => !taken.has(other)),
      keyOf,
    );
    for (const [key, [one, ...rivals]] of openLeft) {
      const [other, ...others] = openRight.get(key) ?? [];
      if (one && other && rivals.length === 0 && others.length === 0) take(one, other, reason);
    }
  }
  const openLeft = left.filter((one) => !matches.has(one));
  const openRight = right.filter((other) => !taken.has(other));
  const fits = (one: L, other: R): boolean => areAlike(one.name, other.name) && haveEqualAmounts(one, other);
  for (const one of openLeft) {
    const [other, ...others] = openRight.filter((candidate) => fits(one, candidate));
    if (!other || others.length > 0 || openLeft.some((rival) => rival !== one && fits(rival, other))) continue;
    take(one, other, 'amounts');
  }
  return matches;
}

function byKey<T extends NamedProject>(projects: readonly T[], keyOf: (name: string) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const project of projects) {
    const key = keyOf(project.name);
    const group = groups.get(key);
    if (group) group.push(project);
    else groups.set(key, [project]);
  }
  return groups;
}

/** True when both state some amount other than zero, and every amount that both state is the same. */
function haveEqualAmounts(one: NamedProject, other: NamedProject): boolean {
  const both = (['initialBudget', 'annualBudget', 'actual'] as const).flatMap((name) => {
    const [a, b] = [one.amounts[name], other.amounts[name]];
    return a && b ? [{ a, b }] : [];
  });
  return both.some(({ a }) => !a.isZero()) && both.every(({ a, b }) => a.equals(b));
}
