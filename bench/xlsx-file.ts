import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Text handed to the compressor at once. */
const PIECE_CHARACTERS = 64 * 1024;
const VERSION = 20;
/** Names are in UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
const HEADER_BYTES = 30;
const DIRECTORY_BYTES = 46;
const END_BYTES = 22;

interface WrittenPart {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip file that is written part by part, so that a sheet of a million rows is never held whole. */
export class ZipFile {
  private readonly parts: WrittenPart[] = [];
  private at = 0;

  private constructor(private readonly file: FileHandle) {}

  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, 'w'));
  }

  /** Writes one part from its pieces of text; sizes are put into its header when they are known. */
  async add(name: string, texts: Iterable<string>): Promise<void> {
    const header = this.at;
    const nameBytes = Buffer.from(name);
    this.at += HEADER_BYTES + nameBytes.length;
    const deflate = createDeflateRaw({ level: 6 });
    const written = this.store(deflate);
    let crc = 0;
    let size = 0;
    for (const piece of inPieces(texts)) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    const part = { name: nameBytes, at: header, crc, packed: await written, size };
    await this.file.write(Buffer.concat([localHeader(part), nameBytes]), 0, undefined, header);
    this.parts.push(part);
  }

  /** Writes the directory and closes the file. */
  async finish(): Promise<void> {
    const directory = Buffer.concat(this.parts.flatMap((part) => [directoryEntry(part), part.name]));
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.parts.length, 8);
    end.writeUInt16LE(this.parts.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.at, 16);
    await this.file.write(Buffer.concat([directory, end]), 0, undefined, this.at);
    await this.file.close();
  }

  /** Puts what comes out of the compressor behind what is written; gives its length. */
  private async store(packed: AsyncIterable<Buffer>): Promise<number> {
    let length = 0;
    for await (const piece of packed) {
      await this.file.write(piece, 0, undefined, this.at);
      this.at += piece.length;
      length += piece.length;
    }
    return length;
  }
}

function* inPieces(texts: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < PIECE_CHARACTERS) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  yield gathered.join('');
}

function localHeader({ name, crc, packed, size }: WrittenPart): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function directoryEntry({ name, at, crc, packed, size }: WrittenPart): Buffer {
  const entry = Buffer.alloc(DIRECTORY_BYTES);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(UTF8_NAMES, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return entry;
}
