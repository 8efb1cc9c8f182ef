import type { Area } from '../../model/address';

/** "B12" or "$B$12" counted from 0; null when the text is no address of a cell. */
export function parseAddress(text: string): { row: number; column: number } | null {
  let column = 0;
  let row = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x24) continue;
    const letter = (code & ~0x20) - 64;
    if (code >= 0x30 && code <= 0x39 && letters > 0) row = row * 10 + (code - 0x30);
    else if (code >= 0x41 && letter >= 1 && letter <= 26 && row === 0 && letters < 3) {
      column = column * 26 + letter;
      letters += 1;
    } else return null;
  }
  return letters > 0 && row > 0 ? { row: row - 1, column: column - 1 } : null;
}

/** "A1:C2", or "A1" alone; null when the text is no area. */
export function parseArea(text: string): Area | null {
  const [first = '', last = first] = text.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

/** Reads a decimal count from 1 as an index from 0; null when the text is none. */
export function indexOfCount(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) && text !== '0' ? Number(text) - 1 : null;
}
