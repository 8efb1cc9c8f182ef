/** Pixels of the widest digit of the Normal font at 96 dpi: 7 for Calibri, 宋体 and 等线 at 11 points (18.3.1.13). */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;
/** Excel specifications and limits: a column is at most 255 characters wide, a row at most 409 points high. */
export const MAX_COLUMN_CHARACTERS = 255;
export const MAX_ROW_POINTS = 409;

/** Points of a column whose file says `width` characters (ECMA-376 part 1, 18.3.1.13: width to pixels). */
export function pointsOfCharacters(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * POINTS_PER_PIXEL;
}

/** The width in characters a file keeps for a column of so many points; the inverse of {@link pointsOfCharacters}. */
export function charactersOfPoints(points: number): number {
  return Math.round((points / POINTS_PER_PIXEL / DIGIT) * 10_000) / 10_000;
}

/** Excel shows lengths in whole pixels and gives them back so. */
export function wholePixels(points: number): number {
  return Math.round(points / POINTS_PER_PIXEL) * POINTS_PER_PIXEL;
}

/** The widest a column may be, in points. */
export const MAX_COLUMN_POINTS = pointsOfCharacters(MAX_COLUMN_CHARACTERS);

/** A new column: 8.38 characters and its padding, 72 pixels (zh-CN, 宋体 11). */
export const NEW_COLUMN_POINTS = 54;
/** A new row: 14.25 points (zh-CN, 宋体 11). */
export const NEW_ROW_POINTS = 14.25;
