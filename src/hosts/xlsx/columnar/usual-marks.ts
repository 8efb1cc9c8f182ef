// Not imported: where modules are compiled one by one, every look at an import in the innermost loop is a call.
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const F = 0x66;
const X = 0x78;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;

/** The place behind a closing tag with a name of one letter, or -1. */
export function closing(bytes: Uint8Array, start: number, name: number, prefix: number): number {
  let at = start;
  while (isSpace(bytes[at] as number)) at += 1;
  const letter = at + 2 + prefix;
  const usual =
    bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[letter] === name && bytes[letter + 1] === GREATER;
  return usual ? letter + 2 : -1;
}

/** The end of a text that stands as it is, without references and escapes; -1 for another. */
export function plainTextEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === LESS) return at;
    if (byte === AMPERSAND || (byte === UNDERSCORE && bytes[at + 1] === X)) return -1;
  }
}

/** The place behind a formula whose name ends at `start`, or -1. */
export function formulaEnd(bytes: Uint8Array, start: number, prefix: number): number {
  let at = start;
  if (bytes[at] !== GREATER && !isSpace(bytes[at] as number) && bytes[at] !== SLASH) return -1;
  while (bytes[at] !== GREATER && bytes[at] !== LESS) at += 1;
  if (bytes[at] !== GREATER) return -1;
  if (bytes[at - 1] === SLASH) return at + 1;
  at += 1;
  while (bytes[at] !== LESS) at += 1;
  return closing(bytes, at, F, prefix);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
