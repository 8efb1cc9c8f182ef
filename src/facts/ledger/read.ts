import type { Grid, WorkbookSource } from '../../model/grid';
import type { Entries } from '../../model/ledger';
import { rowsInOrder } from '../../model/read-grid';
import type { Step } from '../../model/slices';
import type { Table } from '../../model/table';
import { entryColumns } from './entry-columns';
import { EntryFolder } from './fold-entries';

/** The entries of every ledger of a workbook, folded block by block as the host gives the rows. */
export async function* readEntries(
  source: WorkbookSource,
  grids: readonly Grid[],
  tables: readonly Table[],
): AsyncGenerator<Step, Map<Table, Entries>> {
  const entries = new Map<Table, Entries>();
  for (const table of tables) {
    const grid = grids.find((one) => one.sheet === table.sheet);
    const columns = grid && entryColumns(grid, table);
    if (!grid || !columns) continue;
    const folder = new EntryFolder(columns);
    for await (const block of rowsInOrder(source, grid, table.area.bottom + 1)) {
      yield { done: block.firstRow, total: grid.description.rowCount, text: grid.sheet };
      folder.add(block);
    }
    entries.set(table, folder.finish());
  }
  return entries;
}
