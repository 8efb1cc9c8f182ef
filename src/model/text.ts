/** Full-width letters, digits, punctuation and spaces as their half-width twins; length does not change. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～　\u00a0]/g, (char) =>
    char === '　' || char === '\u00a0' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** Zero-width characters and control characters that people paste in without seeing them. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\u0000-\u001f]/g;

const NOISE = /[\s“”"'‘’「」『』《》<>〈〉、，,。.．·・:：;；*＊_]/g;

/**
 * A header, title or label in the form in which it is compared: half width, without white space, quotes or
 * punctuation. Brackets stay (half width), because （境） and （一） carry meaning that packs decide about.
 */
export function comparable(text: string): string {
  return halfWidth(text).replace(INVISIBLE, '').replace(NOISE, '');
}

/** As {@link comparable}, and without anything in brackets: 因公出国（境）费 → 因公出国费. */
export function withoutBrackets(text: string): string {
  return comparable(text).replace(/[([【〔[][^)\]】〕]*[)\]】〕]/g, '');
}
