import { utf8 } from '../xmltext';

// Not imported: where modules are compiled one by one, every look at an import in the innermost loop is a call.
const LESS = 0x3c;
const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;
/** Digits whose whole number a double holds exactly; divided by an exact power of ten the result is the nearest one. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
/** Longer than any number a spreadsheet writes. */
const LONGEST_NUMBER = 32;

/** A number, a place or an index in the bytes of a sheet, and the place of the `<` or quote behind it. */
export class Digits {
  /** The place behind what was read. */
  end = 0;

  /** The number up to the next `<`; NaN for anything but a number in the usual form. */
  number(bytes: Uint8Array, start: number): number {
    const negative = bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    let whole = 0;
    let digits = 0;
    let decimals = 0;
    let point = false;
    for (; ; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte <= NINE) {
        whole = whole * 10 + (byte - ZERO);
        digits += 1;
        if (point) decimals += 1;
      } else if (byte === POINT && !point) point = true;
      else break;
    }
    this.end = at;
    if (bytes[at] !== LESS || digits > EXACT_DIGITS || digits === 0) return this.long(bytes, start, at);
    const value = decimals === 0 ? whole : whole / (POWERS[decimals] as number);
    return negative ? -value : value;
  }

  /** Digits from `start` on, at most nine of them; -1 where there is none. */
  index(bytes: Uint8Array, start: number): number {
    let at = start;
    let value = 0;
    for (; at - start < 9; at += 1) {
      const byte = bytes[at] as number;
      if (!(byte >= ZERO && byte <= NINE)) break;
      value = value * 10 + (byte - ZERO);
    }
    this.end = at;
    return at === start ? -1 : value;
  }

  /** A number of many digits or with an exponent, as the engine reads it. */
  private long(bytes: Uint8Array, start: number, from: number): number {
    let end = from;
    while (bytes[end] !== LESS && end - start < LONGEST_NUMBER) {
      const byte = bytes[end] as number;
      const isExponent = byte === 0x45 || byte === 0x65 || byte === 0x2b || byte === MINUS || byte === POINT;
      if (!isExponent && !(byte >= ZERO && byte <= NINE)) return Number.NaN;
      end += 1;
    }
    this.end = end;
    return end === start ? Number.NaN : Number(utf8(bytes, start, end));
  }
}
