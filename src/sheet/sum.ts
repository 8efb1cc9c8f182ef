import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Formula } from './formula';
import { area, call, number } from './formula';
import { MAX_ARGUMENTS } from './print-formula';

/** Cells below one another from this many on are written as an area. */
const SHORTEST_AREA = 3;

/**
 * The sum of some terms: SUM(A1:A9,B3/10000). Cells that stand below one another become an area, so that a total over
 * many rows stays readable; one term alone needs no SUM, and no term is 0.
 */
export function sumOf(terms: readonly Formula[]): Formula {
  const [only, ...more] = terms;
  if (!only) return number(Decimal.ZERO);
  if (more.length === 0) return only;
  let parts = joined(terms);
  while (parts.length > MAX_ARGUMENTS) {
    const nested: Formula[] = [];
    for (let at = 0; at < parts.length; at += MAX_ARGUMENTS) {
      nested.push(call('SUM', ...parts.slice(at, at + MAX_ARGUMENTS)));
    }
    parts = nested;
  }
  return call('SUM', ...parts);
}

function joined(terms: readonly Formula[]): Formula[] {
  const parts: Formula[] = [];
  for (let at = 0; at < terms.length;) {
    const run = runFrom(terms, at);
    const first = terms[at] as Formula;
    if (run < SHORTEST_AREA || first.type !== 'cell') {
      parts.push(first);
      at += 1;
      continue;
    }
    const { sheet, row, column } = first.place;
    parts.push(area(sheet, { top: row, left: column, bottom: row + run - 1, right: column }));
    at += run;
  }
  return parts;
}

/** How many terms from here on are cells one below the other. */
function runFrom(terms: readonly Formula[], from: number): number {
  const first = terms[from];
  if (first?.type !== 'cell') return 1;
  let length = 1;
  for (;;) {
    const next = terms[from + length];
    if (next?.type !== 'cell' || !isBelow(next.place, first.place, length)) return length;
    length += 1;
  }
}

function isBelow(place: CellPlace, top: CellPlace, rows: number): boolean {
  return place.sheet === top.sheet && place.column === top.column && place.row === top.row + rows;
}
