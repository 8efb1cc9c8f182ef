import { OWN_PREFIX } from '../model/own-sheet';

/** Begins the name of a sheet that is being made; none of ours is called so in the end. */
export const STAGING_PREFIX = `${OWN_PREFIX}~`;

/** A name for each sheet while it is made, by its final name in small letters; none is taken. */
export function stagingNames(names: readonly string[], taken: readonly string[]): Map<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const staging = new Map<string, string>();
  let number = 0;
  for (const name of names) {
    let candidate: string;
    do candidate = `${STAGING_PREFIX}${(number += 1)}`;
    while (used.has(candidate.toLowerCase()));
    staging.set(name.toLowerCase(), candidate);
  }
  return staging;
}
