import { columnIndex, columnName } from '../../../src/model/address';
import { COLUMNS, ROWS } from './areas';
import { formulaPieces, sheetPrefix } from './formula-text';

/** A formula copied so many rows down and columns to the right: parts without “$” move, off the sheet is #REF!. */
export function movedReferences(formula: string, down: number, right: number): string {
  const pieces = formulaPieces(formula) ?? [];
  return pieces
    .map((piece) => {
      if (piece.type !== 'reference') return piece.raw;
      const corners = piece.address.split(':').map((corner) => moved(corner, down, right));
      const prefix = piece.sheet === null ? '' : sheetPrefix(piece.sheet);
      return corners.includes(null) ? `${prefix}#REF!` : prefix + corners.join(':');
    })
    .join('');
}

function moved(corner: string, down: number, right: number): string | null {
  const match = /^(\$?)([A-Z]{0,3})(\$?)(\d*)$/i.exec(corner);
  if (!match) return null;
  const [, fixedColumn, letters, fixedRow, digits] = match as unknown as [string, string, string, string, string];
  // $3 of the whole row $3:$4 has its mark where a column would have it.
  const rowFixed = letters === '' ? fixedColumn : fixedRow;
  const column = letters === '' ? null : columnIndex(letters.toUpperCase()) + (fixedColumn === '' ? right : 0);
  const row = digits === '' ? null : Number(digits) - 1 + (rowFixed === '' ? down : 0);
  if (column !== null && (column < 0 || column >= COLUMNS)) return null;
  if (row !== null && (row < 0 || row >= ROWS)) return null;
  const columnText = column === null ? '' : `${fixedColumn}${columnName(column)}`;
  return columnText + (row === null ? '' : `${rowFixed}${row + 1}`);
}
