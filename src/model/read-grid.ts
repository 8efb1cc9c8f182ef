import type { RowBlock, SheetDescription, WorkbookSource } from './grid';
import { Grid } from './grid';

/** Sheets up to this many rows are read whole; of longer ones first only head and tail. */
const WHOLE_ROWS = 20_000;
const HEAD_ROWS = 300;
const TAIL_ROWS = 100;
const BLOCK_ROWS = 5_000;

/** How much of a sheet is read: all of it, or only as much as tells what it is. */
export type Extent = 'whole' | 'recognisable';

/** Reads a sheet block by block; of a long one, unless all of it is asked for, the beginning and the end. */
export async function readGrid(source: WorkbookSource, sheet: SheetDescription, extent: Extent): Promise<Grid> {
  const blocks: RowBlock[] = [];
  const read = async (from: number, to: number): Promise<void> => {
    for (let row = from; row < to; row += BLOCK_ROWS) {
      blocks.push(await source.read({ sheet: sheet.name, fromRow: row, toRow: Math.min(to, row + BLOCK_ROWS) }));
    }
  };
  if (extent === 'recognisable' && sheet.rowCount > WHOLE_ROWS) {
    await read(0, HEAD_ROWS);
    await read(sheet.rowCount - TAIL_ROWS, sheet.rowCount);
  } else {
    await read(0, sheet.rowCount);
  }
  return new Grid(sheet, blocks, await source.columnFormats(sheet.name));
}

/**
 * All rows of a sheet from the top, block by block: what was read is not asked for again, and of what lies between no
 * more than a block is held. @param toRow where to stop
 */
export async function* rowsInOrder(
  source: WorkbookSource,
  grid: Grid,
  toRow = grid.description.rowCount,
): AsyncGenerator<RowBlock> {
  let next = 0;
  const between = async function* (end: number): AsyncGenerator<RowBlock> {
    for (; next < end; next = Math.min(end, next + BLOCK_ROWS)) {
      yield await source.read({ sheet: grid.sheet, fromRow: next, toRow: Math.min(end, next + BLOCK_ROWS) });
    }
  };
  for (const block of grid.blocks) {
    if (block.firstRow >= toRow) break;
    yield* between(block.firstRow);
    const rows = block.rows.slice(0, toRow - block.firstRow);
    yield rows.length === block.rows.length ? block : { firstRow: block.firstRow, rows };
    next = block.firstRow + block.rows.length;
  }
  yield* between(Math.min(toRow, grid.description.rowCount));
}
