import { utf16Order } from './sniff';

/** Text of a file, and whether some of its bytes stood for no character. */
export interface DecodedText {
  readonly text: string;
  readonly lossy: boolean;
}

function strict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Either the bytes are not in this encoding or the label names none: the caller tries the next.
    return null;
  }
}

/**
 * Text of bytes in an unknown encoding: the mark of byte order decides, then what the file declares, then UTF-8 when
 * every byte fits, else GB18030, which contains GBK and GB2312. GB18030 comes last because it accepts nearly anything.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), lossy: false };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const candidates = marked ? ['utf-8'] : [...(declared ? [declared] : []), 'utf-8', 'gb18030'];
  for (const label of candidates) {
    const text = strict(bytes, label);
    if (text !== null) return { text, lossy: false };
  }
  return { text: new TextDecoder(marked ? 'utf-8' : 'gb18030').decode(bytes), lossy: true };
}

/** The encoding a web page or XML text declares in its first 4 kB, or null. GB2312 is read as the larger GB18030. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const xml = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  const label = (xml ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head))?.[1]?.toLowerCase();
  if (label === undefined) return null;
  return /^(gb2312|gbk|gb_2312-80|cp936|x-gbk|936)$/.test(label) ? 'gb18030' : label;
}
