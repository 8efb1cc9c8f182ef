import { Decimal } from '../../model/decimal';
import { comparable } from '../../model/text';
import pack from './bands.json';

/** One of the three levels of a qualitative indicator; shares of its points, both limits included. */
export interface Band {
  readonly name: string;
  readonly from: Decimal;
  readonly to: Decimal;
}

/** What words were understood as. */
export interface Understood {
  readonly band: Band;
  /** The share the words alone stand for; null where she has to say how much within the band. */
  readonly share: Decimal | null;
}

interface Alias extends Understood {
  readonly text: string;
}

const BANDS: readonly Band[] = pack.bands.map(({ name, from, to }) => ({
  name,
  from: Decimal.of(from),
  to: Decimal.of(to),
}));

const ALIASES: readonly Alias[] = pack.bands
  .flatMap((band, at) =>
    band.words.map(({ text, share }) => ({
      text: comparable(text),
      band: BANDS[at] as Band,
      share: share === null ? null : Decimal.of(share),
    })),
  )
  .sort((a, b) => b.text.length - a.text.length);

/** Shorter words (完成) occur inside too many others (完成率偏低) to mean a band there. */
const SHORTEST_CONTAINED = 4;

export const BAND_NAMES: readonly string[] = BANDS.map((band) => band.name);

/**
 * The band that words stand for: known words, words that hold exactly one of them, or the target's own words. Null when
 * they say something else, or deny what they name: then she is asked.
 */
export function bandOf(words: string, target: string): Understood | null {
  const said = comparable(words);
  if (said === '') return null;
  const exact = ALIASES.find((alias) => alias.text === said);
  if (exact) return exact;
  const [full] = BANDS;
  const goal = comparable(target);
  const repeats = goal.length >= 2 && said.includes(goal) && !isDenied(said, goal);
  if (repeats) return { band: full as Band, share: (full as Band).to };
  return containedBand(said);
}

function containedBand(said: string): Understood | null {
  const found: Alias[] = [];
  let rest = said;
  for (const alias of ALIASES) {
    if (alias.text.length < SHORTEST_CONTAINED || !rest.includes(alias.text)) continue;
    if (isDenied(rest, alias.text)) return null;
    found.push(alias);
    rest = rest.replace(alias.text, '');
  }
  const [first] = found;
  return first && found.every((alias) => alias.band === first.band) ? first : null;
}

function isDenied(text: string, word: string): boolean {
  const before = text.slice(0, text.indexOf(word));
  return pack.negations.some((negation) => before.endsWith(negation));
}

/** A share in words: 80%—100%. */
export function bandText({ from, to }: Band): string {
  return `${from.shift(2).toString()}%—${to.shift(2).toString()}%`;
}

export function isInBand(share: Decimal, band: Band): boolean {
  return share.compare(band.from) >= 0 && share.compare(band.to) <= 0;
}
