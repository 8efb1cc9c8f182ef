import type { Entry } from './entry';

/** Quotes around the name of a sheet, which Excel drops where no name needs them. */
const QUOTED = /'((?:[^']|'')+)'!/g;
const DIGITS = 15;

/**
 * Entries in a form in which what was written and what is read back are equal: a number by the 15 digits Excel keeps, a
 * formula without needless quotes and spaces, blanks at the end of a row and of the sheet left out.
 * @param nameOf the name a sheet has in the end, for formulas that were written while it had another
 */
export function comparableEntries(
  entries: readonly (readonly Entry[])[],
  nameOf: (sheet: string) => string = (sheet) => sheet,
): string {
  const rows = entries.map((row) => {
    const cells = row.map((entry) => comparableEntry(entry, nameOf));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return JSON.stringify(rows);
}

export function comparableEntry(entry: Entry, nameOf: (sheet: string) => string): unknown {
  if (entry === null || entry === '') return null;
  if (typeof entry === 'number') return Number(entry.toPrecision(DIGITS));
  if (typeof entry !== 'object') return entry;
  const { formula } = entry;
  const named = formula.replace(QUOTED, (_, name: string) => `${nameOf(name.replace(/''/g, "'"))}!`);
  return { formula: bare(named, nameOf) };
}

/** Names without quotes are renamed too, and blanks outside texts dropped. */
function bare(formula: string, nameOf: (sheet: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|([^\s"'(),:;*+\-/&=<>^%{}!]+)!|\s+/g, (whole, name: string | undefined) => {
    if (name !== undefined) return `${nameOf(name)}!`;
    return whole.startsWith('"') ? whole : '';
  });
}
