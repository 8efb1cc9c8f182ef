import type { Grid } from '../model/grid';
import { yearsIn } from '../model/period';
import type { Region } from './regions';

/** The table's year when only its headers name years (2022年决算数 | 2023年预算数): the latest of them. */
export function headerYears(grid: Grid, region: Region): number | null {
  let latest: number | null = null;
  for (const band of region.bands) {
    for (let row = band.top; row <= band.bottom; row++) {
      for (const cell of grid.row(row).slice(region.left, region.right + 1)) {
        if (typeof cell !== 'string') continue;
        for (const year of yearsIn(cell)) if (latest === null || year > latest) latest = year;
      }
    }
  }
  return latest;
}
