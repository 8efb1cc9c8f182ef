import type { Area } from '../../model/address';
import type { SheetContent } from './content';
import { addressLists } from '../cell-rectangles';
import { textsToHold, typed } from '../typed-entries';
import { jsonBytes, piece } from './requests';
import type { Piece } from './requests';

/** Office.js takes larger matrices apart by itself, with five actions for every part (officejs.md §A.6). */
const MATRIX_CELLS = 1_500;
const MATRIX_BYTES = 400_000;
/** Longest list of addresses that is given to getRanges at once (officejs.md §F). */
const LIST_LENGTH = 8_000;

/** Writes what the cells of a cleared sheet hold. */
export function valuePieces(content: SheetContent): Piece[] {
  const held = textsToHold(content.entries).map((area) =>
    piece(2, (sheet) => {
      rangeOf(sheet, area).numberFormat = [['@']];
    }),
  );
  return [...held, ...blocksOf(content.entries).map(blockPiece)];
}

interface Block {
  readonly top: number;
  readonly left: number;
  readonly matrix: (string | number | boolean | null)[][];
  readonly bytes: number;
}

function blockPiece({ top, left, matrix, bytes }: Block): Piece {
  const width = (matrix[0] as unknown[]).length;
  return piece(
    2,
    (sheet) => {
      sheet.getRangeByIndexes(top, left, matrix.length, width).formulas = matrix;
    },
    bytes,
  );
}

/** Blocks as wide as the sheet and of so many rows as one matrix takes; of a row that is too much, parts. */
function blocksOf(entries: SheetContent['entries']): Block[] {
  const width = entries.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return [];
  const blocks: Block[] = [];
  let open: Block | null = null;
  entries.forEach((row, top) => {
    const cells = Array.from({ length: width }, (_, column) => typed(row[column] ?? null));
    if (cells.every((cell) => cell === null)) {
      open = null;
      return;
    }
    const bytes = jsonBytes(cells);
    const fits: boolean =
      open !== null && (open.matrix.length + 1) * width <= MATRIX_CELLS && open.bytes + bytes <= MATRIX_BYTES;
    if (fits && open !== null) {
      open = { ...open, matrix: [...open.matrix, cells], bytes: open.bytes + bytes };
      blocks[blocks.length - 1] = open;
    } else if (bytes <= MATRIX_BYTES) {
      open = { top, left: 0, matrix: [cells], bytes };
      blocks.push(open);
    } else {
      open = null;
      blocks.push(...partsOfRow(top, cells));
    }
  });
  return blocks;
}

function partsOfRow(top: number, cells: (string | number | boolean | null)[]): Block[] {
  const parts: Block[] = [];
  cells.forEach((cell, left) => {
    const bytes = jsonBytes(cell) + 1;
    const last = parts[parts.length - 1];
    if (last && last.bytes + bytes <= MATRIX_BYTES) {
      parts[parts.length - 1] = { ...last, matrix: [[...(last.matrix[0] ?? []), cell]], bytes: last.bytes + bytes };
    } else parts.push({ top, left, matrix: [[cell]], bytes });
  });
  return parts;
}

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** Lists of addresses for getRanges, as pieces of work. */
export function areaPieces(areas: readonly Area[], calls: number, send: (ranges: Excel.RangeAreas) => void): Piece[] {
  return addressLists(areas, LIST_LENGTH).map((list) =>
    piece(calls + 1, (sheet) => send(sheet.getRanges(list)), list.length),
  );
}
