import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const MACRO_MAIN = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

/** What is said otherwise than in the plainest workbook of one sheet named 收入支出表; null leaves a part out. */
export interface SmallWorkbook {
  /** Stands before <sheets>, in place of <sheets>, and behind it. */
  readonly beforeSheets?: string;
  readonly sheets?: string;
  readonly afterSheets?: string;
  readonly workbookXml?: string | Uint8Array;
  readonly workbookRelations?: string;
  readonly mainType?: string;
  readonly styles?: string | null;
  readonly types?: string;
  readonly rootRelations?: string;
  readonly sheetXml?: string;
  /** Further parts by name, or others in place of those there are. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

export function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

export function relations(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

export function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
}

export const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** A small workbook package from hand-made XML. */
export function smallWorkbook(how: SmallWorkbook = {}): Uint8Array {
  const sheets = how.sheets ?? '<sheets><sheet name="收入支出表" sheetId="1" r:id="rId1"/></sheets>';
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${how.beforeSheets ?? '<bookViews><workbookView/></bookViews>'}${sheets}${how.afterSheets ?? ''}</workbook>`;
  const styles = how.styles === undefined ? `<styleSheet xmlns="${MAIN}">${PLAIN_STYLES}</styleSheet>` : how.styles;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${how.mainType ?? `${SPREADSHEET}.sheet.main+xml`}"/>${override('xl/worksheets/one.xml', 'worksheet')}${styles === null ? '' : override('xl/styles.xml', 'styles')}${how.types ?? ''}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml') + (how.rootRelations ?? '')),
    'xl/workbook.xml': how.workbookXml ?? workbook,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/one.xml') +
        (styles === null ? '' : relation('rId2', 'styles', 'styles.xml')) +
        (how.workbookRelations ?? ''),
    ),
    'xl/worksheets/one.xml':
      how.sheetXml ??
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    ...(styles === null ? {} : { 'xl/styles.xml': styles }),
    ...how.more,
  };
  const entries = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: new Date(2024, 0, 1) });
}
