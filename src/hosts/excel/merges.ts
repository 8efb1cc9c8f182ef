import type { Area } from '../../model/address';
import type { Entry } from '../entry';
import type { SheetContent } from './content';
import { piece } from './requests';
import type { Piece } from './requests';
import { rangeOf } from './write-values';

/** Rows between what a sheet holds and the place where a merged area is made to be copied. */
const BELOW = 20;

type Content = Pick<SheetContent, 'entries' | 'merges' | 'rows'>;

/**
 * Merges areas. Range.merge keeps only what the first cell holds; where others hold something too, as in a file, the
 * merging is copied as a format from an empty merged area, which leaves contents alone ([J], as Excel's format painter
 * does). Formats are laid over afterwards, since the copy brings those of the empty cells along.
 */
export function mergePieces(content: Content): Piece[] {
  const filled = content.merges.filter((area) =>
    coveredCells(area).some(([row, column]) => holds(content, row, column)),
  );
  const plain = content.merges.filter((area) => !filled.includes(area));
  return [...copiedMerges(content, filled), ...plain.map((area) => piece(2, (sheet) => rangeOf(sheet, area).merge()))];
}

/** Entries without those that lie hidden under a merged area: programs need not keep them. */
export function withoutCovered(
  entries: readonly (readonly Entry[])[],
  merges: readonly Area[],
): readonly (readonly Entry[])[] {
  const rows = entries.map((row) => [...row]);
  for (const area of merges) {
    for (const [row, column] of coveredCells(area))
      if (rows[row]?.[column] !== undefined) (rows[row] as Entry[])[column] = null;
  }
  return rows;
}

function holds({ entries }: Content, row: number, column: number): boolean {
  const entry = entries[row]?.[column] ?? null;
  return entry !== null && entry !== '';
}

/** All cells of an area but the first. */
function coveredCells({ top, left, bottom, right }: Area): [number, number][] {
  const cells: [number, number][] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) if (row > top || column > left) cells.push([row, column]);
  }
  return cells;
}

function copiedMerges({ entries, rows }: Content, merges: readonly Area[]): Piece[] {
  const byShape = new Map<string, Area[]>();
  for (const area of merges) {
    const shape = `${area.bottom - area.top}×${area.right - area.left}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), area]);
  }
  const top = Math.max(entries.length, rows.length) + BELOW;
  return [...byShape.values()].flatMap((areas) => {
    const [{ top: first, bottom, left, right }] = areas as [Area];
    const pattern: Area = { top, left: 0, bottom: top + bottom - first, right: right - left };
    return [
      piece(2, (sheet) => rangeOf(sheet, pattern).merge()),
      ...areas.map((area) => piece(3, (sheet) => rangeOf(sheet, area).copyFrom(rangeOf(sheet, pattern), 'Formats'))),
      piece(3, (sheet) => {
        const done = rangeOf(sheet, pattern);
        done.unmerge();
        done.clear();
      }),
    ];
  });
}
