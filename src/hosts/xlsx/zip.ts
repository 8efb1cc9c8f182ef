import { Inflate } from 'fflate';
import type { Budget } from './limits';
import { MAX_ENTRIES, MAX_PART_BYTES, MAX_TOTAL_BYTES } from './limits';
import { ReadTrouble } from './problem';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
  readonly directoryAt: number;
}

/** An entry as it lies in the file, to be written into another file without being inflated. */
export interface PackedEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** General purpose flags of the directory (APPNOTE 4.4.4). */
  readonly flags: number;
  readonly method: number;
  /** Time and date of last change, as MS-DOS writes them: time in the low half. */
  readonly changed: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly attributes: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** Packed bytes handed to the decompressor at once, so that a bomb is noticed after one piece of it. */
const STEP = 16_384;

/** Names are compared as Windows compares them; some exporters write backslashes. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * The parts of a zip file. Opening reads the directory only and refuses what claims to be too large before anything is
 * inflated; inflating counts what really comes out, because a directory may lie (APPNOTE 4.3–4.5).
 */
export class ZipArchive {
  private readonly view: DataView;
  private readonly entries = new Map<string, ZipEntry>();

  /** @throws ReadTrouble when the directory is missing (truncated), damaged or claims too much. */
  constructor(
    private readonly bytes: Uint8Array,
    readonly budget: Budget,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.readDirectory();
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** Names of all parts, as written in the directory. */
  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** All entries as they lie in the file, in the order of the directory. @throws ReadTrouble when one is encrypted. */
  packedEntries(): PackedEntry[] {
    return [...this.entries.values()].map((entry) => {
      const at = entry.directoryAt;
      return {
        name: entry.name,
        nameBytes: this.bytes.subarray(at + 46, at + 46 + this.view.getUint16(at + 28, true)),
        flags: this.view.getUint16(at + 8, true),
        method: entry.method,
        changed: this.view.getUint32(at + 12, true),
        crc: this.view.getUint32(at + 16, true),
        size: entry.size,
        packed: this.packed(entry),
        attributes: this.view.getUint32(at + 38, true),
      };
    });
  }

  /** Inflated size of a part as the directory claims it; 0 for a part that is not there. */
  size(name: string): number {
    return this.entries.get(partKey(name))?.size ?? 0;
  }

  /** Inflates a part piece by piece into `take`; stops with ReadTrouble as soon as it grows beyond its claim or a cap. */
  stream(name: string, take: (piece: Uint8Array) => void): void {
    for (const piece of this.pieces(name)) take(piece);
  }

  /** The same, each piece when it is asked for. A piece holds only until the next. */
  *pieces(name: string): Generator<Uint8Array, void, void> {
    const entry = this.entries.get(partKey(name));
    if (!entry) throw new ReadTrouble('damaged');
    const packed = this.packed(entry);
    let length = 0;
    for (const piece of unpacked(entry.method, packed)) {
      length += piece.length;
      this.budget.spendBytes(piece.length);
      if (length > MAX_PART_BYTES) throw new ReadTrouble('too-large');
      if (length > entry.size) throw new ReadTrouble('damaged');
      yield piece;
    }
    if (length !== entry.size) throw new ReadTrouble('truncated');
  }

  /** A whole part. */
  read(name: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    this.stream(name, (piece) => pieces.push(piece.slice()));
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  private packed(entry: ZipEntry): Uint8Array {
    if (entry.encrypted) throw new ReadTrouble('encrypted');
    const at = entry.headerAt;
    if (at + 30 > this.bytes.length || this.view.getUint32(at, true) !== LOCAL_HEADER) throw new ReadTrouble('damaged');
    const start = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true);
    if (start + entry.packedSize > this.bytes.length) throw new ReadTrouble('truncated');
    return this.bytes.subarray(start, start + entry.packedSize);
  }

  private readDirectory(): void {
    const end = this.findEnd();
    let count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    const locator = end - 20;
    if (locator >= 0 && this.view.getUint32(locator, true) === END_64_LOCATOR) {
      const end64 = this.number64(locator + 8);
      if (end64 + 56 > this.bytes.length || this.view.getUint32(end64, true) !== END_64)
        throw new ReadTrouble('damaged');
      count = this.number64(end64 + 32);
      at = this.number64(end64 + 48);
    }
    if (count > MAX_ENTRIES) throw new ReadTrouble('too-large');
    let claimed = 0;
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > this.bytes.length || this.view.getUint32(at, true) !== DIRECTORY_ENTRY) {
        throw new ReadTrouble('damaged');
      }
      const nameLength = this.view.getUint16(at + 28, true);
      const extraLength = this.view.getUint16(at + 30, true);
      const entry = this.entry(at, nameLength, extraLength);
      claimed += entry.size;
      if (entry.size > MAX_PART_BYTES || claimed > MAX_TOTAL_BYTES) throw new ReadTrouble('too-large');
      // The first of two parts of one name counts, as in Excel's own reader of packages.
      if (!this.entries.has(partKey(entry.name))) this.entries.set(partKey(entry.name), entry);
      at += 46 + nameLength + extraLength + this.view.getUint16(at + 32, true);
    }
  }

  private entry(at: number, nameLength: number, extraLength: number): ZipEntry {
    const sizes = [
      this.view.getUint32(at + 24, true),
      this.view.getUint32(at + 20, true),
      this.view.getUint32(at + 42, true),
    ];
    this.widen(sizes, at + 46 + nameLength, extraLength);
    const [size, packedSize, headerAt] = sizes as [number, number, number];
    return {
      name: new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameLength)),
      method: this.view.getUint16(at + 10, true),
      encrypted: (this.view.getUint16(at + 8, true) & 1) === 1,
      packedSize,
      size,
      headerAt,
      directoryAt: at,
    };
  }

  /** Puts the 64-bit values of the zip64 extra field where the directory says 0xFFFFFFFF. */
  private widen(sizes: number[], extraAt: number, extraLength: number): void {
    const extraEnd = Math.min(extraAt + extraLength, this.bytes.length);
    for (let at = extraAt; at + 4 <= extraEnd; at += 4 + this.view.getUint16(at + 2, true)) {
      if (this.view.getUint16(at, true) !== 1) continue;
      let value = at + 4;
      sizes.forEach((size, index) => {
        if (size !== 0xffffffff || value + 8 > extraEnd) return;
        sizes[index] = this.number64(value);
        value += 8;
      });
      return;
    }
  }

  private number64(at: number): number {
    if (at + 8 > this.bytes.length) throw new ReadTrouble('damaged');
    return this.view.getUint32(at, true) + this.view.getUint32(at + 4, true) * 2 ** 32;
  }

  /** The end record lies in the last 64 kB; a file without one lost its tail. */
  private findEnd(): number {
    const lowest = Math.max(0, this.bytes.length - 22 - 65_535);
    for (let at = this.bytes.length - 22; at >= lowest; at -= 1) {
      if (this.view.getUint32(at, true) === END) return at;
    }
    throw new ReadTrouble('truncated');
  }
}

function* unpacked(method: number, packed: Uint8Array): Generator<Uint8Array, void, void> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += STEP) yield packed.subarray(at, at + STEP);
  } else if (method === 8 && packed.length > 0) yield* inflated(packed);
  else throw new ReadTrouble('damaged');
}

function* inflated(packed: Uint8Array): Generator<Uint8Array, void, void> {
  const pieces: Uint8Array[] = [];
  const inflater = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += STEP) {
    try {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (trouble) {
      // fflate's errors carry a numeric code; anything else is a fault of ours and must be seen.
      if (trouble instanceof Error && 'code' in trouble && typeof trouble.code === 'number') {
        throw new ReadTrouble('damaged');
      }
      throw trouble;
    }
    yield* pieces;
    pieces.length = 0;
  }
}
