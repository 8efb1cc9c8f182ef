import { posix } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** What a part points to. `type` is the end of a relationship type, or a whole one when it is not an office one. */
export interface PartRelation {
  readonly id: string;
  readonly type: string;
  /** A part of the package, or with `external` whatever stands in the file. */
  readonly target: string;
  readonly external?: boolean;
}

/** One part of a package, with what the package has to say about it elsewhere. */
export interface PackagePart {
  readonly name: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
  readonly relations?: readonly PartRelation[];
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Said once for all parts of an extension, as Excel does it; everything else gets a type of its own. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  vml: `${OFFICE_TYPE}.vmlDrawing`,
  png: 'image/png',
  bin: `${SPREADSHEET_TYPE}.printerSettings`,
};

/**
 * A package from its parts: list of content types, relations and zip file. The same parts give the same bytes.
 * @param root what the package itself points to
 */
export function packageFrom(parts: readonly PackagePart[], root: readonly PartRelation[]): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(parts)),
    '_rels/.rels': strToU8(relationsXml('', root)),
  };
  for (const part of parts) {
    files[part.name] = typeof part.content === 'string' ? strToU8(part.content) : part.content;
    if (part.relations) files[relationsPart(part.name)] = strToU8(relationsXml(part.name, part.relations));
  }
  // fflate writes local time, so the earliest date of a zip file has to be given as local time as well.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

function contentTypes(parts: readonly PackagePart[]): string {
  const defaults = Object.entries(DEFAULTS).map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const overrides = parts
    .filter(({ name, contentType }) => DEFAULTS[name.slice(name.lastIndexOf('.') + 1)] !== contentType)
    .map(({ name, contentType }) => `<Override PartName="/${name}" ContentType="${contentType}"/>`);
  const inside = [...defaults, ...overrides].join('');
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${inside}</Types>`;
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationsXml(owner: string, relations: readonly PartRelation[]): string {
  const inside = relations.map(({ id, type, target, external }) => {
    const whole = type.includes('/') ? type : `${OFFICE_RELATIONS}/${type}`;
    const path = posix.relative(posix.dirname(`/${owner}`), `/${target}`);
    const place = external ? `Target="${target}" TargetMode="External"` : `Target="${path}"`;
    return `<Relationship Id="${id}" Type="${whole}" ${place}/>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${XML}<Relationships xmlns="${namespace}">${inside.join('')}</Relationships>`;
}

/** What the package of every workbook points to. */
export const WORKBOOK_ROOT: PartRelation = { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' };

/** A workbook of one sheet and nothing else, as parts; the smallest that Excel and LibreOffice open. */
export function smallWorkbook(sheetName: string, insideSheet: string): PackagePart[] {
  const sheets = `<sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets>`;
  return [
    {
      name: 'xl/workbook.xml',
      contentType: `${SPREADSHEET_TYPE}.sheet.main+xml`,
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}">${sheets}</workbook>`,
      relations: [{ id: 'rId1', type: 'worksheet', target: 'xl/worksheets/sheet1.xml' }],
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      contentType: `${SPREADSHEET_TYPE}.worksheet+xml`,
      content: `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}">${insideSheet}</worksheet>`,
    },
  ];
}
