import { deflateSync } from 'fflate';
import type { PackedEntry } from '../zip';
import { WriteTrouble } from './problem';

/** 1980-01-01 00:00, the first moment a zip file knows: the same input gives the same bytes on every day. */
const FIRST_MOMENT = 0x0021_0000;
const UTF8_NAME = 0x800;
/** Sizes follow behind the data instead of standing before it (APPNOTE 4.4.4, bit 3). */
const DATA_DESCRIPTOR = 0x8;
const DEFLATE = 8;
const LOCAL_SIZE = 30;
const DIRECTORY_SIZE = 46;
const END_SIZE = 22;
/** From here on a file needs zip64, which other readers of packages do not all know. */
const MAX_FILE_SIZE = 0xffff_fffe;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** An entry of our own, deflated; its date never changes. */
export function packedEntry(name: string, content: Uint8Array): PackedEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    flags: UTF8_NAME,
    method: DEFLATE,
    changed: FIRST_MOMENT,
    crc: crc32(content),
    size: content.length,
    packed: deflateSync(content, { level: 6 }),
    attributes: 0,
  };
}

/**
 * A zip file of entries that are packed already. Sizes stand in front of the data whatever the entry's own file did;
 * extra fields and comments of entries are left out.
 * @throws WriteTrouble too-large when the file would need zip64.
 */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  const overhead = entries.reduce((sum, entry) => sum + LOCAL_SIZE + DIRECTORY_SIZE + 2 * entry.nameBytes.length, 0);
  const total = entries.reduce((sum, entry) => sum + entry.packed.length, overhead + END_SIZE);
  if (total > MAX_FILE_SIZE || entries.length > 0xfffe) throw new WriteTrouble('too-large');
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  const places: number[] = [];
  let at = 0;
  for (const entry of entries) {
    places.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry);
    file.set(entry.nameBytes, at + LOCAL_SIZE);
    file.set(entry.packed, at + LOCAL_SIZE + entry.nameBytes.length);
    at += LOCAL_SIZE + entry.nameBytes.length + entry.packed.length;
  }
  const directoryAt = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, entry);
    view.setUint32(at + 38, entry.attributes, true);
    view.setUint32(at + 42, places[index] as number, true);
    file.set(entry.nameBytes, at + DIRECTORY_SIZE);
    at += DIRECTORY_SIZE + entry.nameBytes.length;
  });
  writeEnd(view, at, entries.length, directoryAt);
  return file;
}

/** The fields that local headers and the directory have in common: version needed up to the length of the name. */
function writeCommon(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DATA_DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.changed, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

function writeEnd(view: DataView, at: number, count: number, directoryAt: number): void {
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, at - directoryAt, true);
  view.setUint32(at + 16, directoryAt, true);
}
