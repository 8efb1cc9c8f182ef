/** A place in a workbook. Rows and columns count from 0; the sheet name is raw, in any characters. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle inside one sheet, edges included, counting from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0;) {
    const letter = (rest - 1) % 26;
    name = (LETTERS[letter] as string) + name;
    rest = (rest - 1 - letter) / 26;
  }
  return name;
}

/** A → 0, XFD → 16383. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** "B12", the address inside a sheet. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A1:J40", the address of a rectangle inside a sheet. */
export function areaAddress(area: Area): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}

/** "Sheet!B12" with the raw sheet name, unquoted (shared/design/contract.md): split at the last "!". */
export function formatPlace(place: CellPlace): string {
  return `${place.sheet}!${cellAddress(place.row, place.column)}`;
}

/** Reads what {@link formatPlace} wrote; null when the text is not such a place. */
export function parsePlace(text: string): CellPlace | null {
  const match = /^(.*)!([A-Z]{1,3})([1-9]\d*)$/su.exec(text);
  if (!match) return null;
  return { sheet: match[1] as string, row: Number(match[3]) - 1, column: columnIndex(match[2] as string) };
}

/** The place as a formula writes it: 'It''s'!B12. Quotes always, so that no sheet name can become anything else. */
export function formulaPlace(place: CellPlace): string {
  return `'${place.sheet.replace(/'/g, "''")}'!${cellAddress(place.row, place.column)}`;
}
