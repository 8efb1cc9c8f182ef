/** Lengths are named by their measure: millimetres, points, twips (twentieths of a point) or EMU (English Metric Units). */
export const TWIPS_PER_POINT = 20;
export const EMU_PER_MILLIMETRE = 36_000;

export function twipsOfMillimetres(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** A page with its margins, in millimetres. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From the foot of the page to the foot of the page number. */
  readonly footer: number;
}

/** GB/T 9704-2012, 5.2: A4, 37 above and 28 at the left, which leaves 156 × 225 for the text. Page number by 7.5. */
export const PORTRAIT: Page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 25 };

/** The same sheet turned so that the binding edge is above: 7.6 wants the head of a wide table there on odd pages. */
export const LANDSCAPE: Page = {
  width: PORTRAIT.height,
  height: PORTRAIT.width,
  top: PORTRAIT.left,
  bottom: PORTRAIT.right,
  left: PORTRAIT.bottom,
  right: PORTRAIT.top,
  footer: 16,
};

/** Width of the text in twips. */
export function textWidth(page: Page): number {
  return twipsOfMillimetres(page.width - page.left - page.right);
}

/** Sizes of type in points, by their Chinese names. */
export const SIZE = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5, smallFifth: 9 } as const;

/** From line to line of the text, in points: 22 lines on a page (5.2.3). */
export const LINE = 28;

/**
 * What is added between two characters of the text, in twips: 28 of 16 points would be a little wider than 156 mm, and a
 * line has 28 (5.2.3). The document grid could say the same, but LibreOffice spreads its characters far apart.
 */
export const CHARACTER_SPACING = -5;
