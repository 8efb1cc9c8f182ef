import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { Budget } from '../../../../src/hosts/xlsx/limits';
import { packedEntry, writeZip } from '../../../../src/hosts/xlsx/write/zip-writer';
import { ZipArchive } from '../../../../src/hosts/xlsx/zip';
import { changedParts, unreachable } from '../../../support/package-checks';
import { planOf, row, sheet, text, written } from './plans';
import { smallWorkbook } from './small-workbook';

const PLAN = planOf(sheet('自评_目录', [row(text('目录'))]));
const CHANGED = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];

/** The same parts written by a program that does not know sizes beforehand and puts them behind the data. */
function streamed(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const entry = new ZipDeflate(name, { level: 9 });
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

/** The same file with all sizes and places of its directory moved into zip64 fields. */
function widened(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const end = file.length - 22;
  const start = file.readUInt32LE(end + 16);
  const directory: Buffer[] = [];
  for (let at = start; at < end;) {
    const nameLength = file.readUInt16LE(at + 28);
    const length = 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    const header = Buffer.from(file.subarray(at, at + 46 + nameLength));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [24, 20, 42].forEach((field, index) => {
      extra.writeBigUInt64LE(BigInt(header.readUInt32LE(field)), 4 + 8 * index);
      header.writeUInt32LE(0xffffffff, field);
    });
    header.writeUInt16LE(28, 30);
    header.writeUInt16LE(0, 32);
    directory.push(header, extra);
    at += length;
  }
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(file.readUInt16LE(end + 10)), 24);
  end64.writeBigUInt64LE(BigInt(file.readUInt16LE(end + 10)), 32);
  end64.writeBigUInt64LE(BigInt(Buffer.concat(directory).length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + Buffer.concat(directory).length), 8);
  locator.writeUInt32LE(1, 16);
  const tail = Buffer.from(file.subarray(end));
  tail.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(Buffer.concat([file.subarray(0, start), ...directory, end64, locator, tail]));
}

const her = smallWorkbook();

describe('a zip file', () => {
  it.each([
    ['that puts sizes behind the data', streamed(her)],
    ['with zip64 fields', widened(her)],
  ])('%s is written as one that puts them before it', (_, bytes) => {
    const after = written(bytes, PLAN);
    expect(unreachable(after)).toEqual([]);
    expect(changedParts(her, after)).toEqual({ changed: CHANGED, added: ['xl/worksheets/sheet1.xml'], removed: [] });
    const flags = new ZipArchive(after, new Budget()).packedEntries().map((entry) => entry.flags & 8);
    expect(new Set(flags)).toEqual(new Set([0]));
  });

  it('hands entries nobody changed on as they are packed, with their dates, and new ones behind them', () => {
    const before = new ZipArchive(her, new Budget()).packedEntries();
    const after = new ZipArchive(written(her, PLAN), new Budget()).packedEntries();
    expect(after.map((entry) => entry.name)).toEqual([
      ...before.map((entry) => entry.name),
      'xl/worksheets/sheet1.xml',
    ]);
    const untouched = before.filter((entry) => !CHANGED.includes(entry.name));
    for (const entry of untouched) {
      const is = after.find((other) => other.name === entry.name);
      expect([is?.changed, is?.crc, Buffer.from(is?.packed ?? [])]).toEqual([
        entry.changed,
        entry.crc,
        Buffer.from(entry.packed),
      ]);
    }
    expect(untouched).toHaveLength(2);
  });

  it('has checksums, and dates that never change', () => {
    expect(packedEntry('a', strToU8('123456789'))).toMatchObject({ crc: 0xcbf43926, changed: 0x210000, size: 9 });
  });

  it('is read by others', () => {
    const bytes = writeZip([packedEntry('甲.xml', strToU8('<a/>')), packedEntry('空', new Uint8Array(0))]);
    expect(unzipSync(bytes)).toEqual({ '甲.xml': strToU8('<a/>'), 空: new Uint8Array(0) });
  });
});
