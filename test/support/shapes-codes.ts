import type { LaidBook, LaidCell } from './laid';
import { withCells, withTables } from './laid';
import { columnsOfRole, splitColumns } from './laid-columns';

const DIGITS = /^\d{3}(\d{2}){0,2}$/;

/**
 * Codes in 类 / 款 / 项 columns (economic codes: 类 / 款). `full` repeats the upper levels on every row
 * (208 | 02 | 01); `own` writes only the row's own level ( | | 01).
 */
export function codesInColumns(book: LaidBook, style: 'full' | 'own'): LaidBook {
  return withTables(book, (table) => {
    // A list of projects names accounts by the way; it is not keyed by them.
    if (table.id.startsWith('project/') || table.header.length === 0) return table;
    const columns = columnsOfRole(table, 'code');
    const deepest = Math.max(0, ...table.body.flat().map((cell) => levelsOf(cell).length));
    const names = deepest === 2 ? ['类', '款'] : ['类', '款', '项'];
    return splitColumns(table, columns, names, (cell) => {
      const levels = levelsOf(cell);
      return names.map((_, index): LaidCell => {
        const written = style === 'full' ? index < levels.length : index === levels.length - 1;
        return { ...cell, value: written ? (levels[index] ?? null) : null };
      });
    });
  });
}

/** "2080201" → 208, 02, 01. */
function levelsOf(cell: LaidCell | null): string[] {
  if (cell?.role !== 'code' || typeof cell.value !== 'string' || !DIGITS.test(cell.value)) return [];
  return [cell.value.slice(0, 3), ...(cell.value.slice(3).match(/\d{2}/g) ?? [])];
}

/** Codes in one column, written 208.02.01, 208-02-01, 208 02 01, or as numbers. */
export function codesWritten(book: LaidBook, style: '.' | '-' | ' ' | 'number'): LaidBook {
  return withCells(book, (cell) => {
    const levels = levelsOf(cell);
    if (levels.length === 0) return cell;
    if (style !== 'number') return { ...cell, value: levels.join(style) };
    return { ...cell, format: '', value: Number(cell.value) };
  });
}
