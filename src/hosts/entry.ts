/** What stands in a cell, as it is written: a formula with its “=”, a number, a text as it is meant, null for blank. */
export type Entry = null | string | number | boolean | { readonly formula: string };

/** A text that begins with “=” stands alike among formulas and values; the value of a formula is never the formula. */
export function isFormula(entry: unknown, value: unknown): entry is string {
  return typeof entry === 'string' && entry.startsWith('=') && entry !== value;
}
