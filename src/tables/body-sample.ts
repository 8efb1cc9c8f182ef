import type { Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import { comparable } from '../model/text';
import { codeDigits } from './code';
import { readLabel } from './label';
import type { Region } from './regions';

/** Rows looked at: what is typical of a kind stands near the top. */
const SAMPLE_ROWS = 60;

/** Labels and codes in the first rows of a region: they speak for a kind where title and headers leave doubt. */
export interface BodySample {
  readonly labels: ReadonlySet<string>;
  readonly codes: readonly string[];
}

/** Samples a region. */
export function bodySample(grid: Grid, region: Region): BodySample {
  const labels = new Set<string>();
  const codes: string[] = [];
  const from = region.top;
  for (let row = from; row <= Math.min(region.bottom, from + SAMPLE_ROWS); row++) {
    const cells = grid.row(row);
    for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column++) {
      const cell = cells[column] ?? null;
      if (isBlank(cell)) continue;
      if (typeof cell === 'string' && cell.length < 60) {
        const label = readLabel(cell);
        labels.add(label.text);
        labels.add(comparable(cell).replace(/:$/, ''));
      }
      const code = column - region.left < 12 ? codeDigits(cell) : null;
      if (code !== null && (code.length === 3 || code.length === 5 || code.length === 7)) codes.push(code);
    }
  }
  return { labels, codes };
}
