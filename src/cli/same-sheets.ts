import type { WorkbookSource } from '../model/grid';
import { isOwnSheet } from '../model/own-sheet';

const BLOCK_ROWS = 5_000;

/** True when her own sheets hold the same in both workbooks; sheets of ours do not count. */
export async function sameSheets(one: WorkbookSource, other: WorkbookSource): Promise<boolean> {
  const [sheets, others] = await Promise.all([one, other].map(async (source) => await hers(source)));
  if (JSON.stringify(sheets) !== JSON.stringify(others)) return false;
  for (const { name, rowCount } of sheets ?? []) {
    for (let fromRow = 0; fromRow < rowCount; fromRow += BLOCK_ROWS) {
      const request = { sheet: name, fromRow, toRow: Math.min(rowCount, fromRow + BLOCK_ROWS) };
      const [block, same] = await Promise.all([one.read(request), other.read(request)]);
      if (JSON.stringify(block.rows) !== JSON.stringify(same.rows)) return false;
    }
  }
  return true;
}

async function hers(source: WorkbookSource): Promise<{ readonly name: string; readonly rowCount: number }[]> {
  const sheets = await source.describe();
  return sheets.filter(({ name }) => !isOwnSheet(name)).map(({ name, rowCount }) => ({ name, rowCount }));
}
