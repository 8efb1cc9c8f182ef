import type { Grid } from '../model/grid';
import type { Table } from '../model/table';
import { readAsKind } from './choose';
import type { HeaderColumn } from './columns';
import { KINDS } from './packs';
import { findRegions } from './regions';

/** Where the columns of a table stand in its sheet, counting from 0. */
export interface FoundColumns {
  /** First row of the header, and first row below it. */
  readonly headerRow: number;
  readonly firstRow: number;
  /** By the names of the pack. */
  readonly byName: ReadonlyMap<string, number>;
  readonly headers: readonly HeaderColumn[];
}

/**
 * The columns of a recognised table whose rows were counted and not kept, for reading them one after another; null when
 * its header is not found again.
 */
export function findColumns(grid: Grid, table: Table): FoundColumns | null {
  const kinds = KINDS.filter((kind) => kind.id === table.kind);
  for (const region of findRegions(grid)) {
    if (region.bottom < table.area.top || region.top > table.area.bottom) continue;
    if (region.right < table.area.left || region.left > table.area.right) continue;
    const best = readAsKind(grid, region, table.title, table.year, kinds).choice?.best;
    if (!best?.band) continue;
    return {
      headerRow: best.band.top,
      firstRow: best.band.bottom + 1,
      byName: new Map(best.columns.map((one) => [one.term.name, one.column])),
      headers: best.headers,
    };
  }
  return null;
}
