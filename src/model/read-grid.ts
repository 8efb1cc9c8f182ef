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
