import type { PrintSetup } from '../sheet/sheet';

/** Rows that belong together, from 0, both inclusive; groups may lie within others. */
export interface RowGroup {
  readonly from: number;
  readonly to: number;
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** A column's unit, a digit of 宋体 11: hosts take 7⅓ pixels or round up to 8. */
const NARROW_CHARACTER = (22 / 3) * (25.4 / 96);
const WIDE_CHARACTER = 8 * (25.4 / 96);
const A4 = { short: 210, long: 297 } as const;

type Paper = Pick<PrintSetup, 'orientation' | 'margins'>;

/**
 * How much a sheet is reduced so that its printed columns fit the width of an A4 page, where characters are wide: 0.8
 * prints ten points as eight.
 * @param widths of the printed columns in characters
 */
export function printedScale(widths: readonly number[], paper: Paper): number {
  return scaleFor(widths, paper, WIDE_CHARACTER);
}

/** The height of the rows that fit on one page, in points, where characters are narrow and rows therefore tall. */
export function pageHeight(widths: readonly number[], paper: Paper): number {
  const { orientation, margins } = paper;
  const height = (orientation === 'landscape' ? A4.short : A4.long) - margins.top - margins.bottom;
  return (height * POINTS_PER_MILLIMETRE) / scaleFor(widths, paper, NARROW_CHARACTER);
}

function scaleFor(widths: readonly number[], { orientation, margins }: Paper, character: number): number {
  const width = (orientation === 'landscape' ? A4.long : A4.short) - margins.left - margins.right;
  const needed = widths.reduce((sum, one) => sum + one, 0) * character;
  return Math.min(1, width / needed);
}

/** More of a page than this is not left blank to keep a group whole. */
const MOST_BLANK = 1 / 5;

/**
 * The rows that begin a new page so that no group is torn that the next page can hold, where that leaves little of a page
 * blank.
 * @param heights of the rows, in points
 * @param page height of a page; of the rows repeated on pages after the first break
 */
export function pageStarts(
  heights: readonly number[],
  groups: readonly RowGroup[],
  page: { readonly height: number; readonly repeated: number },
): number[] {
  const heightOf = ({ from, to }: RowGroup): number => heights.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
  const starts: number[] = [];
  let left = page.height;
  heights.forEach((height, row) => {
    const fitting = groups
      .filter(({ from }) => from === row)
      .map(heightOf)
      .filter((needed) => needed <= page.height - page.repeated);
    const isTorn = left <= page.height * MOST_BLANK && fitting.some((needed) => needed > left);
    if (isTorn) starts.push(row);
    if (isTorn || height > left) left = page.height - page.repeated;
    left -= height;
  });
  return starts;
}
