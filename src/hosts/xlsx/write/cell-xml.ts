import { cellAddress } from '../../../model/address';
import { Decimal } from '../../../model/decimal';
import { printFormula } from '../../../sheet/print-formula';
import type { CachedValue, Cell, RowModel } from '../../../sheet/sheet';
import { encodeText, isGuarded } from '../../../sheet/text';
import { DAYS_TO_1904, showsDay } from '../numberformats';
import { escapeCellText, escapeXml } from './escape';
import type { StyleBook } from './styles';

/** What cells need from the workbook they are written into. */
export interface CellContext {
  readonly styles: StyleBook;
  /** Its dates count days from 1904. */
  readonly countsFrom1904: boolean;
}

/** <sheetData> of a sheet. */
export function sheetData(rows: readonly RowModel[], context: CellContext): string {
  const inside = rows.map((row, index) => rowXml(row, index, context)).join('');
  return inside === '' ? '<sheetData/>' : `<sheetData>${inside}</sheetData>`;
}

function rowXml(row: RowModel, index: number, context: CellContext): string {
  const cells = row.cells.map((cell, column) =>
    cell === null ? '' : cellXml(cell, cellAddress(index, column), context),
  );
  const height = row.height === null ? '' : ` ht="${row.height}" customHeight="1"`;
  const attributes = height + (row.hidden ? ' hidden="1"' : '');
  const inside = cells.join('');
  if (inside === '') return attributes === '' ? '' : `<row r="${index + 1}"${attributes}/>`;
  return `<row r="${index + 1}"${attributes}>${inside}</row>`;
}

function cellXml(cell: Cell, address: string, context: CellContext): string {
  const content = contentOf(cell);
  const guarded = typeof content === 'string' && cell.type !== 'formula' && isGuarded(content);
  const place = `r="${address}" s="${context.styles.place(cell.style, guarded)}"`;
  if (cell.type === 'formula') {
    const { type, text } = cachedValue(cell.value, cell.style.format, context);
    return `<c ${place}${type}><f>${escapeXml(printFormula(cell.formula))}</f><v>${text}</v></c>`;
  }
  if (content === null || content === '') return `<c ${place}/>`;
  if (typeof content === 'string') {
    const text = escapeCellText(encodeText(content));
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  return `<c ${place}><v>${storedNumber(content, cell.style.format, context)}</v></c>`;
}

function contentOf(cell: Cell): string | Decimal | null {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'number':
    case 'input':
      return cell.value;
    default:
      return null;
  }
}

function cachedValue(value: CachedValue, format: string, context: CellContext): { type: string; text: string } {
  if (value instanceof Decimal) return { type: '', text: storedNumber(value, format, context) };
  if (typeof value === 'string') return { type: ' t="str"', text: escapeCellText(encodeText(value)) };
  if (typeof value === 'boolean') return { type: ' t="b"', text: value ? '1' : '0' };
  return { type: ' t="e"', text: escapeXml(value.error) };
}

function storedNumber(value: Decimal, format: string, context: CellContext): string {
  const days = context.countsFrom1904 && showsDay(format) ? DAYS_TO_1904 : 0;
  return (days === 0 ? value : value.minus(Decimal.of(days))).toString();
}
