import type { Area } from '../../model/address';

/** A question about the cells of an area that has one answer only when it is the same for all of them. */
export interface Question<T> {
  /** Undefined when the cells of the area differ. */
  readonly ask: (area: Area) => T | undefined;
  /** What a single cell counts as that answers nothing, as one whose characters differ in their font. */
  readonly otherwise: T;
}

export interface Uniform<T> {
  readonly area: Area;
  readonly value: T;
}

/**
 * An area taken apart into areas whose cells all give the same answer: ET answers null for an area whose cells differ,
 * so that is halved. Calls grow with the number of different areas, not of cells.
 * @param most questions that may be asked; null is given when they do not suffice
 */
export function uniformAreas<T>(area: Area, { ask, otherwise }: Question<T>, most = Infinity): Uniform<T>[] | null {
  const found: Uniform<T>[] = [];
  const open = [area];
  let asked = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if ((asked += 1) > most) return null;
    const value = ask(next);
    if (value !== undefined) found.push({ area: next, value });
    else if (next.top === next.bottom && next.left === next.right) found.push({ area: next, value: otherwise });
    else open.push(...halves(next));
  }
  return found;
}

/** Columns first: what tables hold is alike down a column, and so is told soonest. */
export function halves(area: Area): [Area, Area] {
  const { top, left, bottom, right } = area;
  if (right > left) {
    const middle = Math.floor((left + right) / 2);
    return [
      { ...area, left: middle + 1 },
      { ...area, right: middle },
    ];
  }
  const middle = Math.floor((top + bottom) / 2);
  return [
    { ...area, top: middle + 1 },
    { ...area, bottom: middle },
  ];
}
