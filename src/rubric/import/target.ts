import { halfWidth } from '../../model/text';
import type { Sign, Target } from '../pack';

const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:≤|<=|不超过|不高于|不大于|不多于|小于等于|小于或等于|控制在|低于或等于)/, '≤'],
  [/^(?:≥|>=|不低于|不少于|不小于|大于等于|大于或等于|达到|至少|高于或等于)/, '≥'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:>|大于|高于|超过|多于)/, '>'],
  [/^(?:=|等于)/, '='],
];
/** 2023年底前完成 states a time, not a number. */
const DATE = /^\d{4}年/;
const QUANTITY = /^(-?\d+(?:\.\d+)?)(%|[^\d\s,;。()]{0,6})/;

/** A text as criteria and targets are read: half width, without spaces, one sign for each comparison. */
export function plain(text: string): string {
  return halfWidth(text).replace(/\s+/g, '').replace(/[≦⩽]/g, '≤').replace(/[≧⩾]/g, '≥').replace(/％/g, '%');
}

/**
 * The target a cell states: ≥95%, 不超过100%, 100%. A number without sign is read as `sign`; words are 定性. Null for a
 * blank cell.
 */
export function readTarget(text: string, sign: Sign, unit = ''): Target | null {
  const stated = plain(text);
  if (stated === '') return null;
  const found = SIGNS.find(([pattern]) => pattern.test(stated));
  const quantity = QUANTITY.exec(found ? stated.replace(found[0], '') : stated);
  const isNumber = quantity !== null && !DATE.test(stated) && (found || quantity[0].length === stated.length);
  if (!isNumber) return { sign: '定性', value: text.trim(), unit: '' };
  return { sign: found?.[1] ?? sign, value: quantity[1] as string, unit: quantity[2] || plain(unit) };
}

const IN_SENTENCE =
  /(≤|<=|≥|>=|不超过|不高于|不低于|不少于|小于等于|大于等于|达到|以|标准值为|目标值为)(-?\d+(?:\.\d+)?)(%?)/;
const FULL_AT = /(-?\d+(?:\.\d+)?)(%?)(?:的)?(?:,)?(?:得|计|为)(?:满分|标准分)/;

/** The target a criterion names in passing: ≤100%得满分, 以100%为标准. Null when it names none. */
export function targetInSentence(text: string, sign: Sign): Target | null {
  const stated = plain(text);
  const compared = IN_SENTENCE.exec(stated);
  if (compared) {
    const own = SIGNS.find(([pattern]) => pattern.test(compared[1] as string))?.[1];
    return { sign: own ?? sign, value: compared[2] as string, unit: compared[3] as string };
  }
  const full = FULL_AT.exec(stated);
  return full ? { sign, value: full[1] as string, unit: full[2] as string } : null;
}
