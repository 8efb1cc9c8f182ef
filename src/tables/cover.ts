import type { Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import { yearsIn } from '../model/period';
import { holdsNumber } from './number';
import { WORDING, oneOf } from './wording';

/** A cover is short; a sheet of instructions names the years of the rules it quotes. */
const MOST_COVER_ROWS = 40;
const LONGEST_COVER_TEXT = 40;

/** A day or month says when the tables were made, not what year they are of. */
const DATE = /年\s*[\d一二三四五六七八九十]+\s*月|[-./]\d{1,2}(?!\d)/;
const OTHER_DATE = new RegExp(oneOf(WORDING.otherDates));
const YEAR_IN_FRONT = /^(?:19|20)\d{2}(?=\p{Script=Han})/u;

/**
 * The year of a workbook whose tables state none: what its cover says, or a sheet's name begins with (2023决算公开).
 * Null when they say nothing or different things.
 */
export function coverYear(grids: readonly Grid[]): number | null {
  const years = new Set(grids.flatMap((grid) => [...yearsOfCover(grid), ...yearInFront(grid.sheet)]));
  return years.size === 1 ? ([...years][0] as number) : null;
}

function yearInFront(name: string): number[] {
  const year = YEAR_IN_FRONT.exec(name.trim())?.[0];
  return year === undefined ? [] : [Number(year)];
}

function yearsOfCover(grid: Grid): number[] {
  const { rowCount } = grid.description;
  if (rowCount > MOST_COVER_ROWS) return [];
  const cells = Array.from({ length: rowCount }, (_, row) => grid.row(row)).flat();
  const written = cells.filter((cell) => cell !== undefined && !isBlank(cell));
  if (written.some((cell) => typeof cell !== 'string' || (holdsNumber(cell) && yearsIn(cell).length === 0))) return [];
  return written.flatMap((cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_COVER_TEXT) return [];
    return DATE.test(cell) || OTHER_DATE.test(cell) ? [] : yearsIn(cell);
  });
}
