import { utf8 } from '../xmltext';

const FIRST_BYTES = 1 << 16;
const FIRST_TEXTS = 1 << 12;
/** Decoded texts that are kept at once: names and codes of a ledger come again and again, summaries hardly ever. */
const KEPT_DECODED = 1 << 14;

const encoder = new TextEncoder();

// Taken once: under the tests' sandbox every look at a global costs more than the work done here.
const { imul } = Math;

/**
 * Texts by number, kept as the bytes of a file and decoded when they are asked for: of the texts of a large ledger only
 * those of the rows at hand are ever text.
 */
export class TextStore {
  private bytes = new Uint8Array(FIRST_BYTES);
  private ends = new Int32Array(FIRST_TEXTS);
  /** Texts that UTF-8 cannot hold: half of a pair of surrogates. */
  private readonly exact = new Map<number, string>();
  private readonly decodedNumbers = new Int32Array(KEPT_DECODED).fill(-1);
  private readonly decoded: string[] = [];
  count = 0;

  /** Adds the text of UTF-8 bytes, end not included; gives its number. */
  add(from: Uint8Array, start: number, end: number): number {
    const at = this.start(this.count);
    const length = end - start;
    if (at + length > this.bytes.length) this.growBytes(at + length);
    const { bytes } = this;
    if (length > 64) bytes.set(from.subarray(start, end), at);
    else for (let index = 0; index < length; index += 1) bytes[at + index] = from[start + index] as number;
    if (this.count === this.ends.length) this.growEnds();
    this.ends[this.count] = at + length;
    this.count += 1;
    return this.count - 1;
  }

  addText(text: string): number {
    const bytes = encoder.encode(text);
    const number = this.add(bytes, 0, bytes.length);
    if (utf8(bytes, 0, bytes.length) !== text) this.exact.set(number, text);
    return number;
  }

  /** Undefined for a number no text has. */
  text(number: number): string | undefined {
    if (!(number >= 0 && number < this.count)) return undefined;
    const place = number & (KEPT_DECODED - 1);
    if (this.decodedNumbers[place] === number) return this.decoded[place];
    const text = this.exact.get(number) ?? utf8(this.bytes, this.start(number), this.ends[number] as number);
    this.decodedNumbers[place] = number;
    this.decoded[place] = text;
    return text;
  }

  isEmpty(number: number): boolean {
    return this.ends[number] === this.start(number);
  }

  /** True when the text of a number has just these bytes. */
  protected equals(number: number, from: Uint8Array, start: number, end: number): boolean {
    const at = this.start(number);
    if ((this.ends[number] as number) - at !== end - start) return false;
    const { bytes } = this;
    for (let index = end - start - 1; index >= 0; index -= 1) {
      if (bytes[at + index] !== from[start + index]) return false;
    }
    return true;
  }

  protected hashOf(number: number): number {
    return hash(this.bytes, this.start(number), this.ends[number] as number);
  }

  private start(number: number): number {
    return number === 0 ? 0 : (this.ends[number - 1] as number);
  }

  private growBytes(least: number): void {
    const larger = new Uint8Array(Math.max(least, Math.ceil(this.bytes.length * 1.5)));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  private growEnds(): void {
    const larger = new Int32Array(this.ends.length * 2);
    larger.set(this.ends);
    this.ends = larger;
  }
}

/** Every text once: what cells hold themselves is written again in each of them. */
export class DistinctTexts extends TextStore {
  /** Numbers counted from 1 by the hash of their bytes, 0 where there is none; at most half of it is taken. */
  private table = new Int32Array(FIRST_TEXTS * 2);

  /** The number of a text; a new one, the last, for a text that was not seen. */
  number(from: Uint8Array, start: number, end: number): number {
    if (this.count * 2 >= this.table.length) this.growTable();
    const { table } = this;
    const mask = table.length - 1;
    let place = hash(from, start, end) & mask;
    for (; table[place] !== 0; place = (place + 1) & mask) {
      const number = (table[place] as number) - 1;
      if (this.equals(number, from, start, end)) return number;
    }
    table[place] = this.count + 1;
    return this.add(from, start, end);
  }

  private growTable(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (const taken of this.table) {
      if (taken === 0) continue;
      let place = this.hashOf(taken - 1) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = taken;
    }
    this.table = table;
  }
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at += 1) sum = imul(sum ^ (bytes[at] as number), 0x01000193);
  return sum ^ (sum >>> 15);
}

/** How many characters UTF-8 bytes stand for, end not included. */
export function charactersOf(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0;
  for (let at = start; at < end; at += 1) if (((bytes[at] as number) & 0xc0) !== 0x80) characters += 1;
  return characters;
}
