/** How the score of a number follows from it. */
export type ScoreMethod = 'at-least' | 'at-most' | 'equal' | 'within';

/** What a score is worked out from; `to` is the upper end of a range and the target itself elsewhere. */
export interface ScoreTerms<T> {
  readonly actual: T;
  readonly target: T;
  readonly to: T;
  readonly points: T;
}

/** Arithmetic in which a score is described once, to be worked out exactly or written as a live formula. */
export interface Arithmetic<T> {
  readonly zero: T;
  times(left: T, right: T): T;
  /** Only ever asked with a divisor that the description made sure is not zero. */
  dividedBy(left: T, right: T): T;
  smaller(left: T, right: T): T;
  larger(left: T, right: T): T;
  /** Works out one of the two, never both. */
  choose(left: T, relation: Relation, right: T, then: () => T, otherwise: () => T): T;
}

export type Relation = '=' | '>' | '>=' | '<=';

/**
 * The score of a quantitative indicator: 达到指标值得满分, 未达到按比例, never below zero or above its points. Every case
 * is decided in docs/projects.md, 定量指标怎样算分.
 */
export function scoreBy<T>(method: ScoreMethod, terms: ScoreTerms<T>, arithmetic: Arithmetic<T>): T {
  switch (method) {
    case 'at-least':
      return atLeast(terms, arithmetic);
    case 'at-most':
      return atMost(terms, arithmetic);
    case 'equal':
      return equal(terms, arithmetic);
    case 'within':
      return within(terms, arithmetic);
  }
}

function atLeast<T>({ actual, target, points }: Omit<ScoreTerms<T>, 'to'>, on: Arithmetic<T>): T {
  const share = (): T => on.larger(on.zero, on.dividedBy(on.times(points, actual), target));
  // Both below zero: the further below, the less is left (≥-5%, reached -10%: one half).
  const belowZero = (): T => on.dividedBy(on.times(points, target), actual);
  return on.choose(
    actual,
    '>=',
    target,
    () => points,
    () => on.choose(target, '>', on.zero, share, () => on.choose(target, '=', on.zero, () => on.zero, belowZero)),
  );
}

function atMost<T>({ actual, target, points }: Omit<ScoreTerms<T>, 'to'>, on: Arithmetic<T>): T {
  const reverse = (): T => on.dividedBy(on.times(points, target), actual);
  // A cut that fell short (≤-5%, reached -3%: three fifths); without any cut, nothing.
  const cut = (): T =>
    on.choose(
      actual,
      '>=',
      on.zero,
      () => on.zero,
      () => on.dividedBy(on.times(points, actual), target),
    );
  return on.choose(
    actual,
    '<=',
    target,
    () => points,
    () => on.choose(target, '>', on.zero, reverse, () => on.choose(target, '=', on.zero, () => on.zero, cut)),
  );
}

function equal<T>({ actual, target, points }: Omit<ScoreTerms<T>, 'to'>, on: Arithmetic<T>): T {
  const share = (): T => on.larger(on.zero, on.smaller(points, on.dividedBy(on.times(points, actual), target)));
  const none = (): T =>
    on.choose(
      actual,
      '=',
      on.zero,
      () => points,
      () => on.zero,
    );
  return on.choose(target, '=', on.zero, none, share);
}

function within<T>({ actual, target, to, points }: ScoreTerms<T>, on: Arithmetic<T>): T {
  return on.choose(
    actual,
    '>=',
    target,
    () => atMost({ actual, target: to, points }, on),
    () => atLeast({ actual, target, points }, on),
  );
}
