/** What is never torn at the end of a line: a number with its signs, as in ≥1,234.56, -12.50 or 555.15%. */
const FIGURE = /[≥≤＝=＞>＜<±+\-−]*\d(?:[\d.,:/-]*\d)?[%‰％]?/g;

/** Widths of the signs of a figure in a font, in ems; what is not named is as wide as a Chinese character. */
type Metrics = readonly (readonly [signs: RegExp, width: number])[];

/** The font tables are set in. */
const SONG: Metrics = [[/[ -~]/, 0.5]];
/** The widest font that usual systems put in its place, rounded up. */
const DEJAVU_SANS: Metrics = [
  [/\d/, 0.64],
  [/[.,:/]/, 0.34],
  [/-/, 0.37],
  [/[+−±=<>]/, 0.84],
  [/%/, 0.96],
];
const CHINESE = 1;
/** How much wider bold type is. */
const BOLD = 1.1;

/** The width of a text on one line in the fonts the document names, in ems: two letters or digits to a character. */
export function nominalWidthInEms(text: string): number {
  return widthIn(SONG, text);
}

/**
 * The width of the widest piece of a text that must stay on one line, in ems: its widest figure in the fonts it may be
 * set in, else one character.
 */
export function unbreakableWidthInEms(text: string, bold: boolean): number {
  const figures = text.match(FIGURE) ?? [];
  const widths = figures.flatMap((figure) => [SONG, DEJAVU_SANS].map((font) => widthIn(font, figure)));
  const least = text.trim() === '' ? 0 : CHINESE;
  return Math.max(least, ...widths.map((width) => (bold ? width * BOLD : width)));
}

function widthIn(font: Metrics, text: string): number {
  return [...text].reduce((sum, sign) => sum + (font.find(([signs]) => signs.test(sign))?.[1] ?? CHINESE), 0);
}
