import type { Roster, RosterLine } from '../../model/roster';
import { comparable } from '../../model/text';
import incompatible from '../packs/roster-incompatible.json';
import programmes from '../packs/roster-programmes.json';

/** A subsidy programme as the pack describes it. */
export interface SubsidyProgramme {
  readonly name: string;
  readonly words: readonly string[];
  /** `fixed` standard × months · `top-up` no more than the standard for each person · `other` by the case. */
  readonly payment: string;
  /** Persons have to be younger than this. */
  readonly under?: number;
  /** Its persons are children: their names are never said. */
  readonly children?: boolean;
}

/** Two programmes a person may not draw at once, and why. */
export interface IncompatiblePair {
  readonly programmes: readonly string[];
  readonly basis: string;
}

const PROGRAMMES: readonly SubsidyProgramme[] = programmes.programmes;

/** Pairs of programmes that exclude each other. */
export const INCOMPATIBLE: readonly IncompatiblePair[] = incompatible.pairs;

const known = new Map<string, SubsidyProgramme | null>();

/** The programme of the pack a text names; null when it names none. */
export function programmeNamed(text: string): SubsidyProgramme | null {
  let found = known.get(text);
  if (found === undefined) {
    const plain = comparable(text);
    found = PROGRAMMES.find(({ words }) => words.some((word) => plain.includes(word))) ?? null;
    if (known.size > 10_000) known.clear();
    known.set(text, found);
  }
  return found;
}

/** The programme a line is paid under: that of its own category where the roster holds several. */
export function programmeOf(roster: Roster, line: RosterLine): SubsidyProgramme | null {
  return programmeNamed(line.category) ?? programmeNamed(`${roster.programme} ${roster.sheet}`);
}
