import { deflateRawSync } from 'node:zlib';

/** A part for {@link zipOf}; `claim` is the size the directory states when it is to lie. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly claim?: number;
  readonly encrypted?: boolean;
}

function header(signature: number, part: Part, raw: Uint8Array, packed: Uint8Array, name: Uint8Array): number[] {
  const central = signature === 0x02014b50;
  const u16 = (value: number): number[] => [value & 255, (value >>> 8) & 255];
  const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
  return [
    ...u32(signature),
    ...(central ? u16(20) : []),
    ...u16(20),
    ...u16(part.encrypted ? 0x801 : 0x800),
    ...u16(8),
    ...u32(0),
    // No checksum: readers of sheets do not look at it.
    ...u32(0),
    ...u32(packed.length),
    ...u32(part.claim ?? raw.length),
    ...u16(name.length),
    ...u16(0),
  ];
}

/** A real zip file from parts, written by hand so that its directory can claim anything. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const raw = typeof part.content === 'string' ? Buffer.from(part.content) : part.content;
    const packed = deflateRawSync(raw, { level: 1 });
    const name = Buffer.from(part.name);
    const local = Buffer.concat([Buffer.from(header(0x04034b50, part, raw, packed, name)), name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from(header(0x02014b50, part, raw, packed, name)), tail, name);
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What a hand-made workbook of one sheet consists of; everything but the sheet has a plain default. */
export interface PackageText {
  /** What stands inside <worksheet>. */
  readonly sheet: string;
  readonly sheetXml?: string | Uint8Array;
  readonly workbookXml?: string;
  readonly workbookPr?: string;
  readonly afterSheets?: string;
  readonly sheetName?: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly more?: readonly Part[];
}

/** The parts of a workbook whose XML is given by hand. */
export function partsOf(text: PackageText): Part[] {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const workbook =
    text.workbookXml ??
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${text.workbookPr ?? ''}<sheets><sheet name="${text.sheetName ?? '表'}" sheetId="1" r:id="rId1"/></sheets>${text.afterSheets ?? ''}</workbook>`;
  return [
    { name: '_rels/.rels', content: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', content: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation(1, 'worksheet', 'worksheets/one.xml') +
          (text.texts === undefined ? '' : relation(2, 'sharedStrings', '/xl/sharedStrings.xml')) +
          (text.styles === undefined ? '' : relation(3, 'styles', 'styles.xml')),
      ),
    },
    {
      name: 'xl/worksheets/one.xml',
      content: text.sheetXml ?? `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${text.sheet}</worksheet>`,
    },
    ...(text.texts === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${text.texts}</sst>` }]),
    ...(text.styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${text.styles}</styleSheet>` }]),
    ...(text.more ?? []),
  ];
}

/** A workbook of one sheet from hand-made XML. */
export function packageOf(text: PackageText): Uint8Array {
  return zipOf(partsOf(text));
}
