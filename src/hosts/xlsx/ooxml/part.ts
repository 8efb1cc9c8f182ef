import type { XmlReader } from '../xmlscan';
import { XmlScanner } from '../xmlscan';
import type { ZipArchive } from '../zip';

/** Reads an XML part of a package from beginning to end. */
export function readPart(archive: ZipArchive, name: string, reader: XmlReader): void {
  const scanner = new XmlScanner(reader, archive.budget);
  for (const piece of partPieces(archive, name)) scanner.push(piece);
  scanner.end();
}

/** The XML of a part piece by piece; UTF-16, which the standard allows, becomes UTF-8 on the way. */
export function* partPieces(archive: ZipArchive, name: string): Generator<Uint8Array, void, void> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let first = true;
  for (const piece of archive.pieces(name)) {
    if (first) {
      first = false;
      const mark = ((piece[0] ?? 0) << 8) | (piece[1] ?? 0);
      if (mark === 0xfffe || mark === 0x3c00) decoder = new TextDecoder('utf-16le');
      if (mark === 0xfeff || mark === 0x003c) decoder = new TextDecoder('utf-16be');
    }
    yield decoder ? new TextEncoder().encode(decoder.decode(piece, { stream: true })) : piece;
  }
}

/** A relationship of a package: its type without namespace (strict files use another one) and the part it points to. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The part a relationship points to, as a name inside the package; `from` is the part that holds the relationship. */
export function resolveTarget(from: string, target: string): string {
  const clean = target.replace(/\\/g, '/');
  if (clean.startsWith('/')) return clean.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** The relationships of a part ("" for the package itself), those to places outside the file left out. */
export function readRelations(archive: ZipArchive, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(name)) return [];
  const relations: Relation[] = [];
  readPart(archive, name, {
    collecting: false,
    open(tag) {
      if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      const type = tag.attribute('Type') ?? '';
      relations.push({
        id: tag.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(part, tag.attribute('Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}
