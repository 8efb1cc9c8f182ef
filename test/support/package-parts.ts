import { unzipSync } from 'fflate';

/** An entry of a zip file as its central directory tells it, with the bytes as they are stored. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly headerAt: number;
  /** Compressed. */
  readonly stored: Uint8Array;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Sizes follow the data instead of standing in the header before it. */
const SIZES_FOLLOW = 8;

/**
 * The entries of a zip file in the order of its central directory, read by itself so that it can be compared with what
 * a library makes of the file. Without zip64. Throws when the file has no directory.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip file: no end of central directory');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error(`no directory entry at byte ${at}`);
    const nameLength = view.getUint16(at + 28, true);
    const headerAt = view.getUint32(at + 42, true);
    const dataAt = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      headerAt,
      stored: bytes.subarray(dataAt, dataAt + view.getUint32(at + 20, true)),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The parts of a package by name, uncompressed; folders are no parts. */
export function packageParts(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** What is wrong with the zip file itself: Excel compares both headers and the checksum, LibreOffice does not. */
export function zipFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = packageParts(bytes);
  const names = new Set<string>();
  for (const { name, flags, method, crc, size, headerAt, stored } of zipEntries(bytes)) {
    if (names.has(name.toLowerCase())) faults.push(`${name} is in the zip file twice.`);
    names.add(name.toLowerCase());
    const content = parts.get(name);
    if (content && (content.length !== size || checksum(content) !== crc)) {
      faults.push(`${name} has another size or checksum than the directory states.`);
    }
    const local = [4, 6, 8, 14, 18, 22].map((offset) =>
      [6, 8].includes(offset) ? view.getUint16(headerAt + offset, true) : view.getUint32(headerAt + offset, true),
    );
    const [, localFlags, localMethod, ...sizes] = local;
    const agrees = localFlags === flags && localMethod === method;
    const sized =
      (flags & SIZES_FOLLOW) !== 0 || [crc, stored.length, size].every((one, index) => sizes[index] === one);
    if (view.getUint32(headerAt, true) !== LOCAL_HEADER || !agrees || !sized) {
      faults.push(`${name} has a header that differs from the directory.`);
    }
  }
  return faults;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip files use it (APPNOTE 4.4.7). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
