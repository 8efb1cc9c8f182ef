import type { Method, Sign, Target } from '../pack';

/** What a scoring criterion says. */
export interface Criterion {
  readonly method: Method;
  /** The target it names itself; null when it names none. */
  readonly target: Target | null;
  /** The side of the target that is good, where the words say so. */
  readonly sign: Sign | null;
  /** What the words leave open and how it was read; empty when nothing is. */
  readonly assumed: string;
}
