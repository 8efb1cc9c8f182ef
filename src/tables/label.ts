import { comparable, halfWidth } from '../model/text';

/** A row label taken apart. */
export interface Label {
  /** The label as compared: without indentation, enumerator, 其中 and punctuation. */
  readonly text: string;
  /** The label as written: without indentation, enumerator, 其中 and the spaces that stretch words to one width. */
  readonly written: string;
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

/** 低　保 is 低保 made as wide as its neighbours; 临时救助 县级 are two words. */
const STRETCHED = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;

const OF_WHICH = /^(?:其中|#|\*)[:：]?/;

/** Takes a row label apart. The enumerators are those of Chinese official documents (GB/T 9704). */
export function readLabel(raw: string): Label {
  const visible = raw.replace(/[\u200b-\u200f\ufeff\r\n]/g, '');
  const half = halfWidth(visible);
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
  // Half width keeps lengths, and only beginnings were cut off: the rest stands at the same end of the label.
  const end = half.trimEnd().length;
  const plain = visible.slice(end - rest.length, end).replace(/[：:\s]+$/u, '');
  const written = STRETCHED.test(plain) ? plain.replace(/\s/gu, '') : plain;
  return { text: comparable(rest), written, depth, ofWhich, indent };
}
