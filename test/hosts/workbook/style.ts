/** Kinds of line a border has (ECMA-376 part 1, 18.18.3 ST_BorderStyle), without “none”. */
export type BorderLine =
  | 'thin'
  | 'medium'
  | 'thick'
  | 'hair'
  | 'double'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot';

export interface Border {
  readonly line: BorderLine;
  /** #RRGGBB */
  readonly color: string;
}

export type BorderSide = 'left' | 'right' | 'top' | 'bottom' | 'diagonalDown' | 'diagonalUp';
export type Borders = Readonly<Record<BorderSide, Border | null>>;

/** ECMA-376 part 1, 18.18.40 ST_HorizontalAlignment and 18.18.88 ST_VerticalAlignment. */
export type Horizontal =
  'general' | 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
export type Vertical = 'top' | 'center' | 'bottom' | 'justify' | 'distributed';

export interface FontStyle {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: 'none' | 'single' | 'double' | 'singleAccounting' | 'doubleAccounting';
  /** #RRGGBB; black where the workbook leaves it to the program. */
  readonly color: string;
}

/**
 * How one cell looks. Styles are interned ({@link intern}): two equal styles are one object, so `===` compares them.
 * Colours are #RRGGBB in capitals.
 */
export interface Style {
  readonly font: FontStyle;
  /** Colour of a solid fill; null for none. Patterns count by their foreground colour. */
  readonly fill: string | null;
  readonly borders: Borders;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  /** Degrees −90…90; 255 for characters one under the other. */
  readonly rotation: number;
  /** “General” for none, “@” for text. */
  readonly format: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

/** What of a style is to be changed; what is left out stays. */
export interface StylePatch extends Partial<Omit<Style, 'font' | 'borders'>> {
  readonly font?: Partial<FontStyle>;
  readonly borders?: Partial<Borders>;
}

const interned = new Map<string, Style>();

/** The one object that stands for a style. */
export function intern(style: Style): Style {
  const key = JSON.stringify(ordered(style));
  const known = interned.get(key);
  if (known) return known;
  const fresh = ordered(style);
  Object.freeze(fresh.font);
  Object.freeze(fresh.borders);
  interned.set(key, Object.freeze(fresh));
  return fresh;
}

/** The style with a patch laid over it, interned. @throws RangeError for a colour that is not #RRGGBB. */
export function patched(style: Style, patch: StylePatch): Style {
  let known = patchedStyles.get(style);
  if (!known) patchedStyles.set(style, (known = new WeakMap()));
  let result = known.get(patch);
  if (!result) {
    result = intern({
      ...style,
      ...patch,
      font: { ...style.font, ...patch.font },
      borders: { ...style.borders, ...patch.borders },
    });
    known.set(patch, result);
  }
  return result;
}

/** Laying one patch over thousands of cells works each pair out once. */
const patchedStyles = new WeakMap<Style, WeakMap<StylePatch, Style>>();

function ordered(style: Style): Style {
  const { font, borders } = style;
  return {
    font: {
      name: font.name,
      size: font.size,
      bold: font.bold,
      italic: font.italic,
      strikethrough: font.strikethrough,
      underline: font.underline,
      color: color(font.color),
    },
    fill: style.fill === null ? null : color(style.fill),
    borders: {
      left: border(borders.left),
      right: border(borders.right),
      top: border(borders.top),
      bottom: border(borders.bottom),
      diagonalDown: border(borders.diagonalDown),
      diagonalUp: border(borders.diagonalUp),
    },
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrap: style.wrap,
    shrink: style.shrink,
    indent: style.indent,
    rotation: style.rotation,
    format: style.format,
    locked: style.locked,
    formulaHidden: style.formulaHidden,
  };
}

function border(one: Border | null): Border | null {
  return one === null ? null : { line: one.line, color: color(one.color) };
}

function color(text: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new RangeError(`Not a colour: ${text}`);
  return text.toUpperCase();
}

const NO_BORDERS: Borders = {
  left: null,
  right: null,
  top: null,
  bottom: null,
  diagonalDown: null,
  diagonalUp: null,
};

/** What a cell of a new Chinese workbook looks like: 宋体 11, nothing else (Excel's Normal style, zh-CN). */
export const PLAIN: Style = intern({
  font: {
    name: '宋体',
    size: 11,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: 'none',
    color: '#000000',
  },
  fill: null,
  borders: NO_BORDERS,
  horizontal: 'general',
  vertical: 'center',
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  format: 'General',
  locked: true,
  formulaHidden: false,
});
