/**
 * How small texts are kept inside a workbook, so that they move with the file from host to host: in a sheet that the
 * programs show to nobody, one text in one row from the second row on: its key in column A, how many parts it has in B,
 * the parts from C on. A1 says which form this is.
 */
export const STORE_SHEET = '自评_~设置';
/** A custom property of the workbook says the same, so that it is told before any sheet is read. */
export const STORE_PROPERTY = 'zipingStore';
export const STORE_FORM = 'ziping-store/1';

/** Characters of one cell (32,767 at most), with room for what programs put in front of a text. */
const PART_LENGTH = 30_000;

export type StoredRow = readonly string[];

/** The rows of the sheet that keep these texts. */
export function storedRows(texts: ReadonlyMap<string, string>): StoredRow[] {
  const rows = [...texts].map(([key, text]): StoredRow => {
    const parts = partsOf(text);
    return [key, String(parts.length), ...parts];
  });
  return [[STORE_FORM], ...rows];
}

/** The texts that rows of the sheet keep; null when it is not of this form. Rows that are not whole are left out. */
export function textsOfRows(rows: readonly (readonly unknown[])[]): Map<string, string> | null {
  const [head, ...kept] = rows;
  if (head?.[0] !== STORE_FORM) return null;
  const texts = new Map<string, string>();
  for (const [key, count, ...parts] of kept) {
    const length = Number(count);
    const whole = parts.slice(0, length).map((part) => (typeof part === 'string' ? part : ''));
    if (typeof key === 'string' && key !== '' && whole.length === length) texts.set(key, whole.join(''));
  }
  return texts;
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + PART_LENGTH);
    // Never between the halves of a character outside the basic plane.
    if (to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
