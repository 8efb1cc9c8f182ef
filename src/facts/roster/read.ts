import type { Grid, WorkbookSource } from '../../model/grid';
import type { Roster } from '../../model/roster';
import type { Step } from '../../model/slices';
import type { Table } from '../../model/table';
import { RosterFold } from './fold';
import { ROSTER, rosterColumns } from './layout';

const BLOCK_ROWS = 5_000;

/** The rosters of sheets that were read whole; longer ones are left to {@link readRosters}. */
export function rostersOf(grids: readonly Grid[], tables: readonly Table[]): Roster[] {
  return tables.flatMap((table) => {
    const opened = openRoster(grids, table);
    if (!opened || !opened.grid.isWhole()) return [];
    for (const block of opened.grid.blocks) opened.fold.add(withinTable(block, table));
    return [opened.fold.finish()];
  });
}

/**
 * Every roster of a workbook, folded block by block as the host gives the rows: a sheet read whole is not asked for
 * again, and of a longer one no more than a block is held.
 */
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
    if (grid.isWhole()) {
      yield { done: 0, total, text: grid.sheet };
      for (const block of grid.blocks) fold.add(withinTable(block, table));
    } else {
      for (let fromRow = 0; fromRow < total; fromRow += BLOCK_ROWS) {
        yield { done: fromRow, total, text: grid.sheet };
        const toRow = Math.min(total, fromRow + BLOCK_ROWS);
        fold.add(withinTable(await source.read({ sheet: grid.sheet, fromRow, toRow }), table));
      }
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

/** Rows of a table that stands above another one end where it ends. */
function withinTable<Block extends { readonly firstRow: number; readonly rows: readonly (readonly unknown[])[] }>(
  block: Block,
  { area }: Table,
): Block {
  const rows = Math.max(0, area.bottom + 1 - block.firstRow);
  return block.rows.length <= rows ? block : { ...block, rows: block.rows.slice(0, rows) };
}
