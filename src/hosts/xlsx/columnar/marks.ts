import { find, tagEnd } from '../xmlscan';

const LESS = 0x3c;
const SLASH = 0x2f;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** One mark of XML: a tag, a comment, a section of text or an instruction. */
export interface Mark {
  /** The place behind it. */
  readonly end: number;
  readonly kind: 'open' | 'close' | 'empty' | 'other';
  /** Of a tag, without prefix. */
  readonly name: string;
  /** Bytes of the prefix, its colon included; 0 where there is none. */
  readonly prefix: number;
}

/** The mark that begins at `at`; null when it is not whole yet. */
export function markAt(bytes: Uint8Array, at: number): Mark | null {
  const sign = bytes[at + 1];
  if (sign === BANG || sign === QUESTION) {
    const end = otherEnd(bytes, at, sign);
    return end < 0 ? null : { end, kind: 'other', name: '', prefix: 0 };
  }
  const close = tagEnd(bytes, at);
  if (close < 0) return null;
  const start = at + (sign === SLASH ? 2 : 1);
  let name = '';
  let prefix = 0;
  for (let place = start; place < close && !isSpace(bytes[place] as number) && bytes[place] !== SLASH; place += 1) {
    if (bytes[place] === COLON) [name, prefix] = ['', place + 1 - start];
    else name += String.fromCharCode(bytes[place] as number);
  }
  const kind = sign === SLASH ? 'close' : bytes[close - 1] === SLASH ? 'empty' : 'open';
  return { end: close + 1, kind, name, prefix };
}

/** The place behind the element, or the mark of another kind, that begins at `at`; -1 when it is not whole yet. */
export function elementEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let place = at; place >= 0; place = bytes.indexOf(LESS, place)) {
    const mark = markAt(bytes, place);
    if (!mark) return -1;
    if (mark.kind === 'open') depth += 1;
    if (mark.kind === 'close') depth -= 1;
    if (depth <= 0) return mark.end;
    place = mark.end;
  }
  return -1;
}

function otherEnd(bytes: Uint8Array, at: number, sign: number): number {
  if (sign === QUESTION) return find(bytes, '?>', at);
  if (bytes[at + 2] === 0x2d) return find(bytes, '-->', at + 4);
  if (bytes[at + 2] === 0x5b) return find(bytes, ']]>', at + 9);
  const close = tagEnd(bytes, at);
  return close < 0 ? -1 : close + 1;
}
