const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const AREA = String.raw`(?:${CELL}(?::${CELL})?|#REF!)`;
const QUOTED_SHEET = String.raw`'(?:[^']|'')*'!`;
const PLAIN_SHEET = String.raw`[^\s"'(),:;*/+\-&=<>!^%{}]+!`;

/** A text, a reference with or without its sheet, or a blank; everything between them is taken as it stands. */
const PIECE = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<reference>(?:${QUOTED_SHEET}|${PLAIN_SHEET})${AREA}|(?<![\p{L}\p{N}_.])${AREA}(?![\p{L}\p{N}_(.]))`,
    String.raw`(?<blank>\s+)`,
  ].join('|'),
  'giu',
);
const REFERENCE = '@';

/**
 * A formula in the form in which two writings of it are compared: programs drop needless quotes around sheet names,
 * change spaces and letter case, and move references when rows are inserted or sheets renamed. So every reference counts
 * the same and only texts, numbers, functions and operators are kept.
 */
export function canonicalFormula(formula: string): string {
  let canonical = '';
  let from = 0;
  for (const match of formula.matchAll(PIECE)) {
    canonical += formula.slice(from, match.index).toUpperCase();
    if (match.groups?.text !== undefined) canonical += match[0];
    else if (match.groups?.reference !== undefined) canonical += REFERENCE;
    from = match.index + match[0].length;
  }
  return canonical + formula.slice(from).toUpperCase();
}
