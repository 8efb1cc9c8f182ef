import { comparable, halfWidth } from '../model/text';

/** A row label taken apart. */
export interface Label {
  /** The label as compared: without indentation, enumerator, 其中 and punctuation. */
  readonly text: string;
  /** 1 for 一、 2 for （一） 3 for 1. 4 for (1) 5 for ①; null when there is no enumerator. */
  readonly depth: number | null;
  readonly ofWhich: boolean;
  /** Leading spaces; a full-width space counts two. */
  readonly indent: number;
}

const ENUMERATORS: readonly (readonly [RegExp, number])[] = [
  [/^第?[一二三四五六七八九十百]+[、.,]/, 1],
  [/^[([][一二三四五六七八九十百]+[)\]]、?/, 2],
  [/^\d{1,2}(?:[、,]|\.(?!\d))/, 3],
  [/^[([]\d{1,2}[)\]]、?/, 4],
  [/^[①-⑳]/, 5],
];

const OF_WHICH = /^(?:其中|#|\*)[:：]?/;

/** Takes a row label apart. The enumerators are those of Chinese official documents (GB/T 9704). */
export function readLabel(raw: string): Label {
  const half = halfWidth(raw).replace(/[\u200b-\u200f\ufeff\r\n]/g, '');
  const lead = /^\s*/.exec(raw)?.[0] ?? '';
  const indent = Array.from(lead).reduce((width, char) => width + (char === '　' ? 2 : 1), 0);
  let rest = half.trim();
  let depth: number | null = null;
  let ofWhich = false;
  // Enumerator and 其中 come in either order: “其中：1.…”, “1.其中：…”.
  for (let pass = 0; pass < 3; pass++) {
    if (OF_WHICH.test(rest) && rest.length > 2) {
      ofWhich = true;
      rest = rest.replace(OF_WHICH, '').trim();
    }
    const found = ENUMERATORS.find(([pattern]) => pattern.test(rest));
    if (!found) continue;
    rest = rest.replace(found[0], '').trim();
    depth = Math.max(depth ?? 0, found[1]);
  }
  return { text: comparable(rest), depth, ofWhich, indent };
}
