import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What she types: a text, a number, or null to clear the cell. */
export type Edit = string | number | null;

/**
 * The workbook as it is after someone typed into cells and saved: cells by “Sheet!A1”. Formulas in other cells keep
 * their old values, as in a file saved without calculating.
 */
export function withCells(bytes: Uint8Array, edits: ReadonlyMap<string, Edit>): Uint8Array {
  const parts = unzipSync(bytes);
  const bySheet = new Map<string, Map<string, Edit>>();
  for (const [place, edit] of edits) {
    const at = place.lastIndexOf('!');
    const sheet = place.slice(0, at);
    bySheet.set(sheet, (bySheet.get(sheet) ?? new Map<string, Edit>()).set(place.slice(at + 1), edit));
  }
  for (const [sheet, cells] of bySheet) {
    const part = partOf(parts, sheet);
    let xml = strFromU8(parts[part] as Uint8Array);
    for (const [address, edit] of cells) xml = typed(xml, address, edit);
    parts[part] = strToU8(xml);
  }
  return zipSync(parts);
}

/** The part of a sheet, by its name, through the workbook's relations. */
export function partOf(parts: Readonly<Record<string, Uint8Array>>, sheet: string): string {
  const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array);
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] as Uint8Array);
  const tag = [...workbook.matchAll(/<sheet [^>]*>/g)].find(([text]) => attribute(text, 'name') === escaped(sheet));
  const id = tag && attribute(tag[0], 'r:id');
  const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([text]) => attribute(text, 'Id') === id);
  const target = relation && attribute(relation[0], 'Target');
  if (!target) throw new Error(`no sheet ${sheet}`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function typed(xml: string, address: string, edit: Edit): string {
  const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's');
  const style = attribute(cell.exec(xml)?.[1] ?? '', 's');
  const written = cellXml(address, style, edit);
  if (cell.test(xml)) return xml.replace(cell, () => written);
  const rowNumber = /\d+/.exec(address)?.[0];
  const row = new RegExp(`(<row r="${rowNumber}"[^>]*?)(?:/>|>(.*?)</row>)`, 's');
  if (!row.test(xml)) throw new Error(`no row for ${address}`);
  // Behind the row's last cell: only cells right of all others are ever added.
  return xml.replace(row, (_, head: string, cells?: string) => `${head}>${cells ?? ''}${written}</row>`);
}

function cellXml(address: string, style: string | undefined, edit: Edit): string {
  const head = `<c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
  if (edit === null) return `${head}/>`;
  if (typeof edit === 'number') return `${head}><v>${edit}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(edit)}</t></is></c>`;
}
