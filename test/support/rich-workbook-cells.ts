/** Looks of cells, as numbers of cellXfs in the rich workbook's styles. */
export const LOOK = { plain: 0, title: 1, header: 2, text: 3, amount: 4, date: 5, share: 6, input: 7 } as const;
export type Look = keyof typeof LOOK;

/** A cell of the rich workbook. */
export type RichCell =
  | { readonly text: string; readonly look?: Look }
  | { readonly number: number; readonly look?: Look }
  | { readonly formula: string; readonly value: number; readonly look?: Look }
  | { readonly blank: Look };

/** The shared texts of a workbook while its sheets are written. Each text once; `runs` are texts of several fonts. */
export class SharedTexts {
  private readonly items: string[] = [];
  private used = 0;

  /** The number of a plain text. */
  plain(text: string): number {
    return this.item(`<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  }

  /** The number of a text whose parts look different; `properties` is what stands in <rPr>. */
  runs(parts: readonly { readonly text: string; readonly properties: string }[]): number {
    const runs = parts.map(
      ({ text, properties }) => `<r><rPr>${properties}</rPr><t xml:space="preserve">${escaped(text)}</t></r>`,
    );
    return this.item(`<si>${runs.join('')}</si>`);
  }

  private item(xml: string): number {
    this.used += 1;
    const known = this.items.indexOf(xml);
    return known >= 0 ? known : this.items.push(xml) - 1;
  }

  /** What stands inside <sst>, with its two counts. */
  get xml(): { readonly count: number; readonly uniqueCount: number; readonly items: string } {
    return { count: this.used, uniqueCount: this.items.length, items: this.items.join('') };
  }
}

/** A row from its number (from 1) and its cells from column A on; null leaves a cell out. */
export function rowXml(texts: SharedTexts, row: number, cells: readonly (RichCell | null)[], more = ''): string {
  const written = cells.map((cell, column) => (cell ? cellXml(texts, `${letter(column)}${row}`, cell) : ''));
  return `<row r="${row}"${more}>${written.join('')}</row>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function cellXml(texts: SharedTexts, place: string, cell: RichCell): string {
  if ('blank' in cell) return `<c r="${place}" s="${LOOK[cell.blank]}"/>`;
  const look = ` s="${LOOK[cell.look ?? 'plain']}"`;
  if ('text' in cell) return `<c r="${place}"${look} t="s"><v>${texts.plain(cell.text)}</v></c>`;
  if ('number' in cell) return `<c r="${place}"${look}><v>${cell.number}</v></c>`;
  const formula = cell.formula.startsWith('<f') ? cell.formula : `<f>${escaped(cell.formula)}</f>`;
  return `<c r="${place}"${look}>${formula}<v>${cell.value}</v></c>`;
}

/** Places of the cells of a sheet that hold a formula, in the order in which they stand there. */
export function formulaPlaces(sheetXml: string): string[] {
  return [...sheetXml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f/g)].map(([, place = '']) => place);
}

/** The text with the characters replaced that mean something to XML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
