import type { Area } from '../../../src/model/address';
import { columnIndex } from '../../../src/model/address';

/** Rows and columns a sheet has (Excel specifications and limits). */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

export function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The cells two areas have in common; null for none. */
export function common(one: Area, other: Area): Area | null {
  const area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

/** What is left of an area when a hole is cut out: at most four areas, above, left, right, below. */
export function without(area: Area, hole: Area): Area[] {
  const cut = common(area, hole);
  if (!cut) return [area];
  const { top, left, bottom, right } = area;
  return [
    { top, left, bottom: cut.top - 1, right },
    { top: cut.top, left, bottom: cut.bottom, right: cut.left - 1 },
    { top: cut.top, left: cut.right + 1, bottom: cut.bottom, right },
    { top: cut.bottom + 1, left, bottom, right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** True when `inner` lies wholly in `outer`. */
export function covers(outer: Area, inner: Area): boolean {
  return contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);
}

export function sameArea(one: Area, other: Area): boolean {
  return covers(one, other) && covers(other, one);
}

/** Whole columns and whole rows. */
export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === ROWS - 1;
}

export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === COLUMNS - 1;
}

/** $A$1, A1:B2, A:C and 3:4 → the cells they name. */
export function areaOf(address: string): Area {
  const [from, to] = address.replace(/\$/g, '').toUpperCase().split(':') as [string, string | undefined];
  const first = corner(from);
  const last = corner(to ?? from);
  return {
    top: Math.min(first.row ?? 0, last.row ?? 0),
    left: Math.min(first.column ?? 0, last.column ?? 0),
    bottom: Math.max(first.row ?? 0, last.row ?? ROWS - 1),
    right: Math.max(first.column ?? 0, last.column ?? COLUMNS - 1),
  };
}

function corner(text: string): { row: number | null; column: number | null } {
  const match = /^([A-Z]*)(\d*)$/.exec(text);
  const [letters, digits] = [match?.[1] ?? '', match?.[2] ?? ''];
  return { row: digits === '' ? null : Number(digits) - 1, column: letters === '' ? null : columnIndex(letters) };
}
