import type { Grid, WorkbookSource } from '../../model/grid';
import { rowsInOrder } from '../../model/read-grid';
import type { Roster } from '../../model/roster';
import type { Step } from '../../model/slices';
import type { Table } from '../../model/table';
import { RosterFold } from './fold';
import { ROSTER, rosterColumns } from './layout';

/** The rosters of sheets that were read whole; longer ones are left to {@link readRosters}. */
export function rostersOf(grids: readonly Grid[], tables: readonly Table[]): Roster[] {
  return tables.flatMap((table) => {
    const opened = openRoster(grids, table);
    if (!opened || !opened.grid.isWhole()) return [];
    for (const block of opened.grid.blocks) opened.fold.add(block);
    return [opened.fold.finish()];
  });
}

/** Every roster of a workbook, folded block by block as the host gives the rows. */
export async function* readRosters(
  source: WorkbookSource,
  grids: readonly Grid[],
  tables: readonly Table[],
): AsyncGenerator<Step, Roster[]> {
  const rosters: Roster[] = [];
  for (const table of tables) {
    const opened = openRoster(grids, table);
    if (!opened) continue;
    const { grid, fold } = opened;
    const total = grid.description.rowCount;
    for await (const block of rowsInOrder(source, grid, table.area.bottom + 1)) {
      yield { done: block.firstRow, total, text: grid.sheet };
      fold.add(block);
    }
    rosters.push(fold.finish());
  }
  return rosters;
}

function openRoster(grids: readonly Grid[], table: Table): { grid: Grid; fold: RosterFold } | null {
  if (table.kind !== ROSTER) return null;
  const grid = grids.find((one) => one.sheet === table.sheet);
  const columns = grid ? rosterColumns(grid, table) : null;
  return grid && columns ? { grid, fold: new RosterFold(table, columns) } : null;
}
