import type { Budget } from './limits';
import { MAX_TOKEN_BYTES } from './limits';
import { ReadTrouble } from './problem';
import { decodeReferences, utf8 } from './xmltext';

/** An opening tag while it is reported; it must not be kept. Names carry no namespace prefix. */
export interface XmlTag {
  readonly name: string;
  readonly empty: boolean;
  /** The decoded value of an attribute by its name without prefix, or null. */
  attribute(name: string): string | null;
  /** Several attributes in one go, in the order of their names; for elements that come by the million. */
  attributes(names: readonly string[], into: (string | null)[]): void;
}

/** What a reader of one part wants to know. An empty element is reported as opened and closed. */
export interface XmlReader {
  open(tag: XmlTag): void;
  close(name: string): void;
  /** Decoded text between two marks; asked for only while `collecting` is true. */
  text(text: string): void;
  readonly collecting: boolean;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const BANG = 0x21;
const QUESTION = 0x3f;

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Known names by the hash of their bytes, so that the same element does not become a new text a million times. */
class NameTable {
  private readonly names = new Map<number, string>();

  name(bytes: Uint8Array, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (hash * 31 + (bytes[at] as number)) | 0;
    const known = this.names.get(hash);
    if (known !== undefined && known.length === end - start) {
      let same = true;
      for (let at = start; same && at < end; at += 1) same = known.charCodeAt(at - start) === bytes[at];
      if (same) return known;
    }
    const name = utf8(bytes, start, end);
    if (this.names.size < 1000) this.names.set(hash, name);
    return name;
  }
}

/**
 * Reads XML in UTF-8 piece by piece, never holding more than one tag or text of it: a sheet of a million rows is longer
 * than the longest text JavaScript can hold. A DOCTYPE is refused, so nothing declared in a file can be expanded.
 */
export class XmlScanner implements XmlTag {
  name = '';
  empty = false;
  private readonly names = new NameTable();
  private bytes: Uint8Array = new Uint8Array(0);
  private attributesFrom = 0;
  private attributesTo = 0;
  private depth = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly budget: Budget,
  ) {}

  /** Takes the next piece. @throws ReadTrouble for a DOCTYPE or a token beyond the cap. */
  push(piece: Uint8Array): void {
    let bytes = piece;
    if (this.bytes.length > 0) {
      bytes = new Uint8Array(this.bytes.length + piece.length);
      bytes.set(this.bytes);
      bytes.set(piece, this.bytes.length);
    }
    const rest = this.scan(bytes);
    if (bytes.length - rest > MAX_TOKEN_BYTES) throw new ReadTrouble('damaged');
    // A copy: the decompressor may write into its piece again.
    this.bytes = bytes.slice(rest);
  }

  /** Ends the part; a tag or an element that is still open means that the part was cut off. */
  end(): void {
    if (this.bytes.indexOf(LESS) >= 0 || this.depth > 0) throw new ReadTrouble('truncated');
    if (this.name === '') throw new ReadTrouble('damaged');
  }

  attribute(name: string): string | null {
    const into: (string | null)[] = [];
    this.attributes([name], into);
    return into[0] ?? null;
  }

  attributes(names: readonly string[], into: (string | null)[]): void {
    for (let index = 0; index < names.length; index += 1) into[index] = null;
    const { bytes, attributesTo: end } = this;
    let at = this.attributesFrom;
    while (at < end) {
      while (at < end && isSpace(bytes[at] as number)) at += 1;
      let from = at;
      while (at < end && bytes[at] !== EQUALS) {
        if (bytes[at] === COLON) from = at + 1;
        at += 1;
      }
      let to = at;
      while (to > from && isSpace(bytes[to - 1] as number)) to -= 1;
      at += 1;
      while (at < end && isSpace(bytes[at] as number)) at += 1;
      const quote = bytes[at] as number;
      if (at >= end || (quote !== 0x22 && quote !== 0x27)) return;
      const close = place(bytes, quote, at + 1);
      if (close < 0 || close > end) return;
      for (let index = 0; index < names.length; index += 1) {
        if (into[index] === null && this.matches(names[index] as string, from, to)) {
          into[index] = decodeReferences(utf8(bytes, at + 1, close));
        }
      }
      at = close + 1;
    }
  }

  private matches(name: string, from: number, to: number): boolean {
    if (to - from !== name.length) return false;
    for (let at = from; at < to; at += 1) if (this.bytes[at] !== name.charCodeAt(at - from)) return false;
    return true;
  }

  /** Reports all whole tokens; gives the place where the unfinished one begins. */
  private scan(bytes: Uint8Array): number {
    this.bytes = bytes;
    let at = 0;
    while (at < bytes.length) {
      if (bytes[at] !== LESS) {
        const next = place(bytes, LESS, at);
        if (next < 0) return this.reader.collecting ? at : bytes.length;
        if (this.reader.collecting) this.reader.text(decodeReferences(utf8(bytes, at, next)));
        at = next;
        continue;
      }
      const after = this.token(bytes, at);
      if (after < 0) return at;
      at = after;
    }
    return at;
  }

  /** The place behind the mark that begins at `at`, or -1 when it is not whole yet. */
  private token(bytes: Uint8Array, at: number): number {
    if (at + 9 > bytes.length && bytes.indexOf(GREATER, at) < 0) return -1;
    const sign = bytes[at + 1];
    if (sign === BANG) return this.declaration(bytes, at);
    if (sign === QUESTION) return find(bytes, '?>', at);
    const close = tagEnd(bytes, at);
    if (close < 0) return -1;
    if (sign === SLASH) {
      this.depth -= 1;
      this.reader.close(this.localName(bytes, at + 2, close));
      return close + 1;
    }
    this.budget.spendElement();
    this.empty = bytes[close - 1] === SLASH;
    this.attributesTo = this.empty ? close - 1 : close;
    this.name = this.localName(bytes, at + 1, this.attributesTo);
    this.reader.open(this);
    if (this.empty) this.reader.close(this.name);
    else this.depth += 1;
    return close + 1;
  }

  /** The name without prefix; leaves the beginning of the attributes behind. */
  private localName(bytes: Uint8Array, start: number, end: number): string {
    let from = start;
    let at = start;
    for (; at < end && !isSpace(bytes[at] as number); at += 1) if (bytes[at] === COLON) from = at + 1;
    this.attributesFrom = at;
    return this.names.name(bytes, from, at);
  }

  private declaration(bytes: Uint8Array, at: number): number {
    const head = utf8(bytes, at, Math.min(at + 9, bytes.length)).toUpperCase();
    if (head.startsWith('<!--')) return find(bytes, '-->', at + 4);
    if (head === '<![CDATA[') {
      const after = find(bytes, ']]>', at + 9);
      if (after >= 0 && this.reader.collecting) this.reader.text(utf8(bytes, at + 9, after - 3));
      return after;
    }
    if (head.length < 9) return -1;
    throw new ReadTrouble(head.startsWith('<!DOCTYPE') ? 'declaration' : 'damaged');
  }
}

/** As indexOf, but a call into the engine costs more than the few bytes most values have. */
function place(bytes: Uint8Array, sign: number, from: number): number {
  const near = from + 48 < bytes.length ? from + 48 : bytes.length;
  for (let at = from; at < near; at += 1) if (bytes[at] === sign) return at;
  return near === bytes.length ? -1 : bytes.indexOf(sign, near);
}

/** The `>` that ends a tag: one inside a quoted value does not. -1 when it is not there yet. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  let quote = 0;
  for (let place = at + 1; place < bytes.length; place += 1) {
    const byte = bytes[place] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return place;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
  }
  return -1;
}

/** The place behind the next occurrence of a sign of ASCII characters, or -1. */
export function find(bytes: Uint8Array, sign: string, from: number): number {
  for (let at = bytes.indexOf(sign.charCodeAt(0), from); at >= 0; at = bytes.indexOf(sign.charCodeAt(0), at + 1)) {
    let same = at + sign.length <= bytes.length;
    for (let index = 1; same && index < sign.length; index += 1) same = bytes[at + index] === sign.charCodeAt(index);
    if (same) return at + sign.length;
  }
  return -1;
}
