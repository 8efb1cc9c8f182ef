/** Characters one cell holds (Excel specifications and limits). */
export const MAX_CELL_TEXT = 32_767;
const CUT = '…（文字过长，以下略）';

/**
 * The one way any text gets into a cell or a formula: no longer than a cell holds, cut at a whole character and marked.
 * Everything else stays as it is; hosts write it as text and never let it be read as a formula ({@link isGuarded}).
 */
export function encodeText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const end = MAX_CELL_TEXT - CUT.length;
  const half = /[\ud800-\udbff]/.test(text[end - 1] as string) && /[\udc00-\udfff]/.test(text[end] as string);
  return text.slice(0, half ? end - 1 : end) + CUT;
}

/**
 * True for texts that a spreadsheet may take for a formula or a command when someone presses Enter on the cell or
 * exports it: they begin, after white space and invisible characters, with = + - @ or their full-width forms, or with a
 * control character (OWASP ASVS 1.2.10). Hosts mark such cells as text for good (quotePrefix, “'” or “@”).
 */
export function isGuarded(text: string): boolean {
  return /^(?:[\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\-@＝＋－＠−]|[\u0000-\u001f\u007f'])/u.test(text);
}
