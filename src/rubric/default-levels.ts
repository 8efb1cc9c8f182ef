import type { Level } from './pack';
import pack from './projects/bands.json';

/**
 * The levels of a qualitative judgement where a rubric states none of its own; limits and their basis stand in
 * projects/bands.json. A level alone has a share where its words have one there: only full marks need no further
 * judgement.
 */
export const DEFAULT_LEVELS: readonly Level[] = pack.bands.map(({ level: name, from, to, words }) => {
  const alone = words.find(({ text }) => text === name)?.share ?? null;
  return { name, from, to, ...(alone !== null && { alone }) };
});
