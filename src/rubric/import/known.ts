import { withoutBrackets } from '../../model/text';
import type { Indicator } from '../pack';
import { rubricById } from '../packs';
import pack from './names.json';

/** Which shipped indicator other names stand for. */
export interface IndicatorNames {
  readonly indicator: string;
  readonly rubric: string;
  readonly names: readonly string[];
}

export const INDICATOR_NAMES = pack.names as readonly IndicatorNames[];

const known = new Map<string, Indicator>(
  INDICATOR_NAMES.flatMap(({ indicator, rubric, names }) => {
    const shipped = rubricById(rubric)?.indicators.find(({ id }) => id === indicator);
    if (!shipped) throw new Error(`no indicator ${indicator} in ${rubric}`);
    return names.map((name) => [withoutBrackets(name), shipped] as const);
  }),
);

/** The shipped indicator that goes by a name, with its formula; null when none does. */
export function knownIndicator(name: string): Indicator | null {
  return known.get(withoutBrackets(name)) ?? null;
}
