import type { ProblemCode } from './problem';

/** What a file is by its bytes. Extensions are never asked: half of the .xls files that arrive are web pages or text. */
export type Container = 'zip' | 'ole' | 'markup' | 'text';

const SIGNATURES: readonly (readonly [string, ProblemCode])[] = [
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['424d', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['52494646', 'picture'],
  ['25504446', 'pdf'],
  ['52617221', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b08', 'archive'],
];

function hex(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Tells a container by its first bytes, or the code of the problem when it is something that holds no cells.
 * A bitmap's signature is the text "BM", so it counts only when the bytes are not plain text.
 */
export function sniff(bytes: Uint8Array): { container: Container } | { problem: ProblemCode } {
  if (bytes.length === 0) return { problem: 'empty' };
  const head = hex(bytes, 8);
  if (head === 'd0cf11e0a1b11ae1') return { container: 'ole' };
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return { container: 'zip' };
  const binary = looksBinary(bytes);
  for (const [signature, problem] of SIGNATURES) {
    if (head.startsWith(signature) && (binary || signature !== '424d')) return { problem };
  }
  if (binary) return { problem: head.startsWith('504b') ? 'truncated' : 'unknown' };
  return { container: firstSign(bytes) === 0x3c ? 'markup' : 'text' };
}

/** The first byte that is no mark of byte order, no filling zero (UTF-16) and no white space. */
function firstSign(bytes: Uint8Array): number {
  const ignored = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x20, 0x09, 0x0a, 0x0d]);
  return bytes.subarray(0, 4096).find((byte) => !ignored.has(byte)) ?? 0;
}

/** Control characters make up more than a hundredth of the beginning, and it is not UTF-16. */
function looksBinary(bytes: Uint8Array): boolean {
  if (utf16Order(bytes)) return false;
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) odd += 1;
  return odd > sample.length / 100;
}

/**
 * The byte order of UTF-16 text, told by its mark or, without one, by zeros that fill every other byte; null for
 * anything else.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 1024);
  const pairs = Math.floor(sample.length / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  // Digits, separators and line ends have a zero byte in UTF-16; Chinese characters do not. The other half has none.
  if (even === 0 && odd > pairs / 8) return 'utf-16le';
  if (odd === 0 && even > pairs / 8) return 'utf-16be';
  return null;
}
