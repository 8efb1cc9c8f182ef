import type { Table } from './document';
import { TWIPS_PER_POINT } from './layout';
import type { Place } from './table-grid';
import { unbreakableWidthInEms } from './text-width';

/** How the text of a table is set. */
export interface CellLook {
  /** In points. */
  readonly size: number;
  /** What stays free at the left and right of a text, together, in twips. */
  readonly margins: number;
}

/** What some neighbouring columns need together so that no figure in a cell over them is torn. */
interface Need {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/**
 * The least widths of a table's columns, in twips, at which every figure in it stands on one line. A cell over several
 * columns asks for what they lack together, by their shares.
 */
export function leastWidths(table: Table, rows: readonly (readonly Place[])[], { size, margins }: CellLook): number[] {
  const needs = rows.flatMap((places) =>
    places.flatMap(({ column, cell, begins }): Need[] => {
      if (!begins) return [];
      const ems = unbreakableWidthInEms(cell.text, cell.bold);
      return [{ from: column, to: column + cell.across, width: Math.ceil(ems * size * TWIPS_PER_POINT) + margins }];
    }),
  );
  const least = table.columns.map(() => 0);
  // Cells over few columns first: what they ask for counts for the wider ones above and below them.
  for (const need of needs.sort((one, other) => one.to - one.from - (other.to - other.from))) widen(table, least, need);
  return least;
}

function widen({ columns }: Table, least: number[], { from, to, width }: Need): void {
  const lacking = width - sumOf(least.slice(from, to));
  if (lacking <= 0) return;
  const shares = sumOf(columns.slice(from, to).map((column) => column.width));
  for (let at = from; at < to; at++) {
    least[at] = (least[at] as number) + Math.ceil((lacking * (columns[at] as { width: number }).width) / shares);
  }
}

/**
 * Whole twips that add up to the width of the table. Columns have their shares of it, but none less than its least
 * width; what one gets more, the others give by their shares. Where the least widths are too much for the table, each
 * column gives way by as much.
 */
export function columnWidths(shares: readonly number[], least: readonly number[], width: number): number[] {
  if (sumOf(least) >= width) return wholeTwips(least, width);
  let narrow = new Set<number>();
  for (;;) {
    const fixed = narrow;
    const free = width - sumOf(least.filter((_, at) => fixed.has(at)));
    const total = sumOf(shares.filter((_, at) => !fixed.has(at)));
    const widths = shares.map((share, at) => (fixed.has(at) ? (least[at] as number) : (free * share) / total));
    const tooNarrow = widths.flatMap((one, at) => (one < (least[at] as number) ? [at] : []));
    if (tooNarrow.length === 0) return wholeTwips(widths, width);
    narrow = new Set([...fixed, ...tooNarrow]);
  }
}

/** Edges are rounded, not widths, so that the sum stays the width of the table. */
function wholeTwips(widths: readonly number[], width: number): number[] {
  const total = sumOf(widths);
  let [end, before] = [0, 0];
  return widths.map((one) => {
    end += one;
    const edge = Math.round((width * end) / total);
    const column = edge - before;
    before = edge;
    return column;
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
