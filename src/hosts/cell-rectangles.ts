import { areaAddress, cellAddress } from '../model/address';
import type { Area } from '../model/address';

/**
 * Cells of equal value gathered into rectangles, by value: runs along a row that stand alike in the rows below are one.
 * Values are compared by identity; null and undefined are no value.
 */
export function rectanglesBy<T>(rows: readonly (readonly (T | null | undefined)[])[]): Map<T, Area[]> {
  const all = new Map<T, Area[]>();
  let above = new Map<string, { value: T; area: Area }>();
  rows.forEach((row, top) => {
    const here = new Map<string, { value: T; area: Area }>();
    for (let left = 0; left < row.length;) {
      const value = row[left];
      let right = left;
      while (right + 1 < row.length && row[right + 1] === value) right += 1;
      if (value !== null && value !== undefined) {
        const key = `${left}:${right}`;
        const known = above.get(key);
        here.set(key, {
          value,
          area: { top: known?.value === value ? known.area.top : top, left, bottom: top, right },
        });
      }
      left = right + 1;
    }
    for (const [key, run] of above) if (here.get(key)?.area.top !== run.area.top) put(all, run.value, run.area);
    above = here;
  });
  for (const { value, area } of above.values()) put(all, value, area);
  return all;
}

function put<T>(all: Map<T, Area[]>, value: T, area: Area): void {
  const known = all.get(value);
  if (known) known.push(area);
  else all.set(value, [area]);
}

/** "B2" for one cell, else "B2:C9". */
export function rangeAddress(area: Area): string {
  const single = area.top === area.bottom && area.left === area.right;
  return single ? cellAddress(area.top, area.left) : areaAddress(area);
}

/** Addresses of areas joined by commas. @param longest characters of one list that the program takes */
export function addressLists(areas: readonly Area[], longest: number): string[] {
  const lists: string[] = [];
  let list = '';
  for (const area of areas) {
    const address = rangeAddress(area);
    if (list !== '' && list.length + 1 + address.length > longest) {
      lists.push(list);
      list = '';
    }
    list += list === '' ? address : `,${address}`;
  }
  return list === '' ? lists : [...lists, list];
}

/** Indexes of `true`, as runs with edges included. */
export function runsOf(flags: readonly boolean[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  flags.forEach((flag, index) => {
    const last = runs[runs.length - 1];
    if (!flag) return;
    if (last?.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index });
  });
  return runs;
}
