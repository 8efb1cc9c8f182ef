import { utf16Order } from '../sniff';
import { ReadTrouble } from '../problem';
import type { PackedEntry } from '../zip';
import { partKey, ZipArchive } from '../zip';
import { Budget } from '../limits';
import { WriteTrouble } from './problem';
import { XmlTree } from './xml-tree';
import { packedEntry, writeZip } from './zip-writer';

/** A part that is changed is held as one text; sheets of hers never are. */
const MAX_TEXT_PART_BYTES = 64 * 1024 * 1024;

interface Slot {
  readonly original: PackedEntry | null;
  entry: PackedEntry | null;
  text: string | null;
}

/**
 * A package while it is being changed. Parts that nobody puts or drops are handed on as they lie in the file, packed.
 * Part names have no leading slash and are compared as Windows compares them.
 */
export class Package {
  private readonly archive: ZipArchive;
  private readonly slots = new Map<string, Slot>();

  /** @throws ReadTrouble when the zip file is damaged, encrypted or too large. */
  constructor(bytes: Uint8Array) {
    this.archive = new ZipArchive(bytes, new Budget());
    for (const entry of this.archive.packedEntries()) {
      this.slots.set(partKey(entry.name), { original: entry, entry, text: null });
    }
  }

  has(name: string): boolean {
    return this.entry(name) !== null;
  }

  /** Names of all parts there are now. */
  names(): string[] {
    return [...this.slots.values()].flatMap((slot) => (slot.entry ? [slot.entry.name] : []));
  }

  /** The entry of a part as it will be written, or null. */
  entry(name: string): PackedEntry | null {
    return this.slots.get(partKey(name))?.entry ?? null;
  }

  /** A part as text, without mark of byte order. @throws ReadTrouble when it is no text in the encoding it claims. */
  text(name: string): string {
    const slot = this.slots.get(partKey(name));
    if (!slot?.entry) throw new ReadTrouble('damaged');
    if (slot.entry.size > MAX_TEXT_PART_BYTES) throw new WriteTrouble('too-large');
    slot.text ??= decodeXml(this.archive.read(slot.entry.name));
    return slot.text;
  }

  /** A part as it lies in the file that was opened, inflated. */
  originalBytes(name: string): Uint8Array {
    return this.archive.read(name);
  }

  xml(name: string): XmlTree {
    return new XmlTree(this.text(name));
  }

  /** Writes a part, in the place of the one that has this name or had it. A text is written as UTF-8 and says so. */
  put(name: string, content: string): void {
    const slot = this.slots.get(partKey(name));
    if (slot?.entry && slot.text === content) return;
    const text = declaredUtf8(content);
    const entry = packedEntry(slot?.original?.name ?? name, new TextEncoder().encode(text));
    if (slot) Object.assign(slot, { entry, text });
    else this.slots.set(partKey(name), { original: null, entry, text });
  }

  drop(name: string): void {
    const slot = this.slots.get(partKey(name));
    if (slot) slot.entry = null;
  }

  /** The package as a zip file. @throws WriteTrouble when it would be too large. */
  toBytes(): Uint8Array {
    return writeZip([...this.slots.values()].flatMap((slot) => slot.entry ?? []));
  }
}

function decodeXml(bytes: Uint8Array): string {
  const encoding = utf16Order(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadTrouble('damaged');
  }
}

const DECLARATION = /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["'][^>]*\?>/;

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '');
  return DECLARATION.exec(head)?.[1] ?? null;
}

/** The text with a declaration that says UTF-8 wherever it said something else. */
function declaredUtf8(text: string): string {
  return text.replace(DECLARATION, (declaration, encoding: string) =>
    /^utf-?8$/i.test(encoding) ? declaration : declaration.replace(encoding, 'UTF-8'),
  );
}
