import { unzipSync, zipSync } from 'fflate';
import type { OfficialDocument } from './document';
import { chartRelation } from './chart-part';
import { fontTableXml } from './fonts';
import { escapeLine, XML_HEAD } from './xml';

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const CHART_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
/** The program, never a person. */
const CREATOR = '自评助手';
/** The first moment zip files know, in the time of the place: entries tell no time of writing. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The package the library made, completed: chart parts, font table, properties without names and dates. The same
 * document gives the same bytes.
 */
export function finishedPackage(
  packed: Uint8Array,
  charts: readonly string[],
  properties: OfficialDocument['properties'],
): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(packed)));
  const edit = (part: string, change: (xml: string) => string): void => {
    const bytes = parts.get(part);
    if (!bytes) throw new Error(`the document has no part ${part}`);
    parts.set(part, encode(change(new TextDecoder().decode(bytes))));
  };
  edit('word/fontTable.xml', fontTableXml);
  edit('docProps/core.xml', () => coreXml(properties));
  edit(RELATIONS, (xml) => appended(xml, 'Relationships', charts.map((_, index) => relation(index + 1)).join('')));
  edit(CONTENT_TYPES, (xml) => appended(xml, 'Types', charts.map((_, index) => override(index + 1)).join('')));
  for (const [index, chart] of charts.entries()) parts.set(`word/charts/${chartFile(index + 1)}`, encode(chart));
  return zipped(parts);
}

function chartFile(number: number): string {
  return `chart${number}.xml`;
}

function relation(number: number): string {
  return `<Relationship Id="${chartRelation(number)}" Type="${CHART_RELATION}" Target="charts/${chartFile(number)}"/>`;
}

function override(number: number): string {
  return `<Override PartName="/word/charts/${chartFile(number)}" ContentType="${CHART_TYPE}"/>`;
}

function appended(xml: string, root: string, elements: string): string {
  const end = `</${root}>`;
  if (!xml.includes(end)) throw new Error(`no ${end} to write before`);
  return xml.replace(end, () => `${elements}${end}`);
}

/** Core properties (ECMA-376 part 2, 11); dates are left out, as the document says itself when it was signed. */
function coreXml({ title, subject }: OfficialDocument['properties']): string {
  return [
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `,
    'xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeLine(title)}</dc:title><dc:subject>${escapeLine(subject)}</dc:subject>`,
    `<dc:creator>${CREATOR}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`,
  ].join('');
}

function encode(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** The list of content types comes first, as readers that stream expect; the rest by name. */
function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].filter((name) => name !== CONTENT_TYPES).sort();
  const entries = [CONTENT_TYPES, ...names].map((name) => [name, parts.get(name) as Uint8Array] as const);
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME });
}
