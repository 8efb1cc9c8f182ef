/** Pieces of a formula: texts, quoted and plain sheet names with their reference, references, everything else. */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|'(?:[^']|'')*'!#REF!|[^\s"'(),:;*/+\-&=<>!^%{}]+!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|#REF!)|#REF!|(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\p{N}_(.])|\s+|[\s\S]/giu;

/**
 * A formula in the form in which two writings of it are compared: programs drop needless quotes around sheet names,
 * change spaces and letter case, and move references when rows are inserted or sheets renamed. So every reference counts
 * the same and only texts, numbers, functions and operators are kept.
 */
export function canonicalFormula(formula: string): string {
  return formula.replace(PIECE, (piece) => {
    if (piece.startsWith('"')) return piece;
    if (/\S/.test(piece) && (piece.length > 1 || /^[A-Z]$/i.test(piece))) {
      return /!|\d$|#REF!/i.test(piece) && !/^\d/.test(piece) ? '@' : piece.toUpperCase();
    }
    return piece.trim();
  });
}
