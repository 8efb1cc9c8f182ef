import { refuseForeignOle } from '../binary';
import { ReadTrouble } from '../problem';
import { sniff } from '../sniff';
import { partKey } from '../zip';
import { CONTENT_TYPES_PART, contentTypeOf } from './content-types';
import { Package } from './package';
import { WriteTrouble } from './problem';
import { relationsOf } from './relations';

/** What the main part of a package says it is. */
export type MainKind = 'workbook' | 'macro-workbook' | 'template' | 'other';

/** A package that holds a workbook, and where its main part lies. */
export interface WorkbookPackage {
  readonly parts: Package;
  readonly workbook: string;
  readonly kind: MainKind;
}

const MAIN_TYPES: readonly (readonly [RegExp, MainKind])[] = [
  [/spreadsheetml\.sheet\.main\+xml$/i, 'workbook'],
  [/ms-excel\.sheet\.macroEnabled\.main\+xml$/i, 'macro-workbook'],
  [/(?:spreadsheetml|ms-excel)\.template\.(?:macroEnabled\.)?main\+xml$/i, 'template'],
];

/**
 * Opens a file as a package of parts; its main part may still be something else than a workbook in XML.
 * @throws WriteTrouble encrypted or not-what-it-says when it is no such package, ReadTrouble when it is damaged.
 */
export function openPackage(bytes: Uint8Array): WorkbookPackage {
  const sniffed = sniff(bytes);
  if ('problem' in sniffed) {
    throw new WriteTrouble(/^(?:truncated|empty)$/.test(sniffed.problem) ? 'damaged' : 'not-what-it-says');
  }
  if (sniffed.container === 'ole') throw oleTrouble(bytes);
  if (sniffed.container !== 'zip') throw new WriteTrouble('not-what-it-says');
  const parts = new Package(bytes);
  const main = relationsOf(parts, '').find((relation) => relation.kind === 'officeDocument')?.target ?? null;
  if (main === null || !parts.has(CONTENT_TYPES_PART)) throw new WriteTrouble('not-what-it-says');
  if (!parts.has(main)) throw new WriteTrouble('damaged');
  const type = contentTypeOf(parts, main) ?? '';
  const kind = MAIN_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
  return { parts, workbook: main, kind };
}

/** Opens a workbook that sheets may be written into. @throws WriteTrouble, also for a signed one. */
export function openForWriting(bytes: Uint8Array): WorkbookPackage {
  const opened = openPackage(bytes);
  if (opened.kind === 'other') throw new WriteTrouble('not-what-it-says');
  if (isSigned(opened.parts)) throw new WriteTrouble('signed');
  return opened;
}

function isSigned(parts: Package): boolean {
  const origins = relationsOf(parts, '').some((relation) => /\/digital-signature\/origin$/.test(relation.type));
  return origins || parts.names().some((name) => partKey(name).startsWith('_xmlsignatures/'));
}

/** An OLE file is either a package behind a password or an old workbook under a new name. */
function oleTrouble(bytes: Uint8Array): WriteTrouble {
  try {
    refuseForeignOle(bytes);
  } catch (trouble) {
    if (trouble instanceof ReadTrouble && trouble.code === 'encrypted') return new WriteTrouble('encrypted');
  }
  return new WriteTrouble('not-what-it-says');
}
