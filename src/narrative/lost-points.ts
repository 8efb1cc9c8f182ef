import type { CellPlace } from '../model/address';
import { comparable } from '../model/text';
import { quote } from './quotation';
import type { Result, Words } from './report';
import type { NarratedRow } from './rows';

/** An indicator without full marks, as our own sheet of scores shows it. */
export interface LostPoint {
  readonly name: string;
  /** Where its name stands. */
  readonly place: CellPlace;
  /** 得分, 扣分 and what they came from (docs/narrative.md, 一行一句), each with the cells that show it. */
  readonly results: readonly Result[];
  /** Words without figures, by name: 扣分事项, 计量单位. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What she gives as the reason in the table of indicators, and what the sentence about a lost point calls it. */
const STATED_CAUSE = '偏差原因';
const CAUSE = '未得满分的原因';

/**
 * A lost point as a row to be narrated, with her own reason where she gave one.
 * @param indicators the rows of her table of indicators
 */
export function narratedLostPoint(lost: LostPoint, indicators: readonly NarratedRow[]): NarratedRow {
  const { name, place, results } = lost;
  const texts = new Map<string, Words>();
  const stated = {
    名称: quote('名称', name, place, 'evaluation'),
    ...quotedWords(lost),
    [CAUSE]: causeOf(name, indicators),
  };
  for (const [key, words] of Object.entries(stated)) if (words) texts.set(key, words);
  return { name, texts, figures: new Map(), results: new Map(results.map((one) => [one.name, one])), period: null };
}

function quotedWords({ texts }: LostPoint): Record<string, Words | null> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, words]) => [name, quote(name, words, null, 'evaluation')]),
  );
}

function causeOf(name: string, indicators: readonly NarratedRow[]): Words | null {
  const row = indicators.find((one) => comparable(one.name) === comparable(name));
  return row?.texts.get(STATED_CAUSE) ?? null;
}
