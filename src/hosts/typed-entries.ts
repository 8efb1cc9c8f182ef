import type { Area } from '../model/address';
import { isGuarded } from '../sheet/text';
import { rectanglesBy } from './cell-rectangles';
import type { Entry } from './entry';

/**
 * The texts of a sheet that the program might take for a number, date, truth value or error: they are written while
 * their cell has the format of texts, and keep being texts when it gets its own. Any text with a digit in it, Chinese
 * ones too, counts: what looks like a date differs with the language of the PC.
 */
export function textsToHold(entries: readonly (readonly Entry[])[]): Area[] {
  const held = entries.map((row) =>
    row.map((entry) => (typeof entry === 'string' && !isGuarded(entry) && mayTurn(entry) ? true : null)),
  );
  return rectanglesBy(held).get(true) ?? [];
}

const MAY_TURN = /[\d０-９〇零一二三四五六七八九十]|^\s*(?:true|false)\s*$|^\s*#/iu;
/** No number, date or error is longer; what is longer is a text anyway. */
const LONGEST_NUMBER = 64;

function mayTurn(text: string): boolean {
  return text.length <= LONGEST_NUMBER && MAY_TURN.test(text);
}

/**
 * What is handed over for a cell; null leaves it blank. A mark in front keeps a text from being taken for a formula, for
 * good.
 */
export function typed(entry: Entry): string | number | boolean | null {
  if (typeof entry === 'number' && !Number.isFinite(entry)) throw new RangeError('Not a number a cell can hold.');
  if (typeof entry === 'string') return isGuarded(entry) ? `'${entry}` : entry === '' ? null : entry;
  return entry !== null && typeof entry === 'object' ? entry.formula : entry;
}
