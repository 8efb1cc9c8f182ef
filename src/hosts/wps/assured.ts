import { attempted } from './program';

/** A length that differs by less was rounded by the program; a number that stands for something differs by 1 or more. */
const ROUNDING = 0.5;
const ATTEMPTS = 2;

/**
 * Sets what sheets look like and looks whether it was set: a call that fails may do so without a word (wps.md §3.1). What
 * was lost is set once more. What a build refuses for good is taken down, to be told at the end: contents are verified by
 * themselves, and a look that is missing is no reason to take them away again.
 */
export class Assured {
  /** Members that were refused, by their names in the program. */
  readonly refused = new Set<string>();

  /** Sets a property and reads it back. */
  set<T extends object, K extends keyof T & string>(object: T, key: K, value: T[K]): void {
    this.make(
      key,
      () => {
        object[key] = value;
      },
      () => isSame(object[key], value),
    );
  }

  /** @param isMade a build that cannot answer is taken at its word */
  make(member: string, work: () => void, isMade: () => boolean): void {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      work();
      if (attempted(isMade) ?? true) return;
    }
    this.refused.add(member);
  }

  /** Does what everything after it rests on. @throws Error naming the member when it is not done */
  insist(member: string, work: () => void, isDone: () => boolean): void {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      work();
      if (isDone()) return;
    }
    throw new Error(member);
  }
}

/** True when a program that tells `read` was given `meant`; pages that are not fitted are told as false or as 0. */
function isSame(read: unknown, meant: unknown): boolean {
  if (read === meant) return true;
  if (read === null || read === undefined) return false;
  if (typeof read === 'number' && typeof meant === 'number') return Math.abs(read - meant) < ROUNDING;
  return meant === false && read === 0;
}
