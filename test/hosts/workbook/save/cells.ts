import { escapeCellText, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { cellAddress } from '../../../../src/model/address';
import type { CellValue } from '../../../../src/model/grid';
import type { RowLayout } from '../layout';
import { NotCalculable, StaleValue } from '../problem';
import type { BookSheet } from '../sheet';
import type { StyleWriter } from './styles';

/** sheetData of a whole sheet. */
export function sheetDataXml(sheet: BookSheet, styles: StyleWriter): string {
  const cells = new Map<number, string[]>();
  for (const { row, column, style, marked } of sheet.storedCells()) {
    const line = cells.get(row) ?? [];
    line.push(cellXml(sheet, row, column, styles.place(style, marked)));
    cells.set(row, line);
  }
  const layouts = new Map(sheet.layoutRuns().rows);
  const rows = [...new Set([...cells.keys(), ...layouts.keys()])].sort((a, b) => a - b);
  const lines = rows.map((row) => {
    const layout = layouts.get(row);
    const height = layout ? heightOf(layout) : '';
    const style = layout?.style ? ` s="${styles.place(layout.style, false)}" customFormat="1"` : '';
    const hidden = layout?.hidden ? ' hidden="1"' : '';
    return `<row r="${row + 1}"${style}${height}${hidden}>${(cells.get(row) ?? []).join('')}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

function heightOf({ height, custom }: RowLayout): string {
  return height === null ? '' : ` ht="${height}"${custom ? ' customHeight="1"' : ''}`;
}

/** One cell with the number of its format; a formula with its value where it has one. */
export function cellXml(sheet: BookSheet, row: number, column: number, style: number): string {
  const content = sheet.content(row, column);
  const place = `r="${cellAddress(row, column)}" s="${style}"`;
  if (content === null) return `<c ${place}/>`;
  if (content.kind === 'constant') {
    if (typeof content.value !== 'string') return `<c ${place}${valueXml(content.value)}</c>`;
    const text = `<is><t xml:space="preserve">${escapeCellText(content.value)}</t></is>`;
    return `<c ${place} t="inlineStr">${text}</c>`;
  }
  const formula = `<f>${escapeXml(content.text)}</f>`;
  return `<c ${place}${valueXml(calculated(sheet, row, column)).replace('>', `>${formula}`)}</c>`;
}

/**
 * What a formula gives, numbers in the 15 digits a spreadsheet has; null where it has no value: a program works it out
 * on opening.
 */
export function calculated(sheet: BookSheet, row: number, column: number): CellValue {
  try {
    return inDigits(sheet.value(row, column));
  } catch (trouble) {
    if (trouble instanceof StaleValue || trouble instanceof NotCalculable) return null;
    throw trouble;
  }
}

/** Excel specifications and limits: number precision. */
function inDigits(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(15)) : value;
}

/** The type attribute, the end of the start tag, and the value. */
function valueXml(value: CellValue): string {
  if (value === null) return '>';
  if (typeof value === 'number') return `><v>${value}</v>`;
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`;
  if (typeof value === 'string') return ` t="str"><v>${escapeCellText(value)}</v>`;
  return ` t="e"><v>${escapeXml(value.error)}</v>`;
}
