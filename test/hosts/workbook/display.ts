import { SSF } from '@e965/xlsx';
import type { CellValue } from '../../../src/model/grid';

/** A value as its number format shows it (ECMA-376 part 1, 18.8.31), by the formatter of SheetJS; "" for blank. */
export function displayed(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (format === '@') return String(value);
  return SSF.format(format, value);
}
