import type { Look } from './content';
import { HORIZONTAL, PATTERN, UNDERLINE, VERTICAL } from './enums';
import type { EtFont, EtRange, Mixed } from './et';

type Plain = Omit<Look, 'lines' | 'format'>;

/** One property of a look: how it is set, and how it is read; undefined when the cells differ. */
export interface Property<K extends keyof Plain = keyof Plain> {
  readonly of: K;
  readonly write: (range: EtRange, look: Look) => void;
  readonly read: (range: EtRange) => Plain[K] | undefined;
  /** What a cell counts as that does not tell. */
  readonly otherwise: Plain[K];
}

function property<K extends keyof Plain>(
  of: K,
  otherwise: Plain[K],
  read: (range: EtRange) => Mixed<Plain[K]>,
  write: (range: EtRange, value: Plain[K]) => void,
): Property {
  return {
    of,
    otherwise,
    read: (range) => read(range) ?? undefined,
    write: (range, look) => write(range, look[of]),
  };
}

function ofFont<K extends keyof Plain>(
  of: K,
  otherwise: Plain[K],
  read: (font: EtFont) => Mixed<Plain[K]>,
  write: (font: EtFont, value: Plain[K]) => void,
): Property {
  return property(
    of,
    otherwise,
    (range) => read(range.Font),
    (range, value) => write(range.Font, value),
  );
}

/** The fill is told apart from the others: it is null where there is none, which is an answer. */
const FILL: Property = {
  of: 'fill',
  otherwise: null,
  read: ({ Interior: interior }) => {
    const pattern = interior.Pattern;
    if (pattern === PATTERN.none) return null;
    return pattern === null || pattern === undefined ? undefined : (interior.Color ?? undefined);
  },
  write: ({ Interior: interior }, { fill }) => {
    if (fill === null) interior.Pattern = PATTERN.none;
    else interior.Color = fill;
  },
};

/** All properties but lines and number formats, in the order in which they are set. */
export const PROPERTIES: readonly Property[] = [
  ofFont(
    'name',
    '宋体',
    (font) => font.Name,
    (font, value) => (font.Name = value),
  ),
  ofFont(
    'size',
    11,
    (font) => font.Size,
    (font, value) => (font.Size = value),
  ),
  ofFont(
    'bold',
    false,
    (font) => font.Bold,
    (font, value) => (font.Bold = value),
  ),
  ofFont(
    'italic',
    false,
    (font) => font.Italic,
    (font, value) => (font.Italic = value),
  ),
  ofFont(
    'strikethrough',
    false,
    (font) => font.Strikethrough,
    (font, value) => (font.Strikethrough = value),
  ),
  ofFont(
    'underline',
    UNDERLINE.none,
    (font) => font.Underline,
    (font, value) => (font.Underline = value),
  ),
  ofFont(
    'color',
    0,
    (font) => font.Color,
    (font, value) => (font.Color = value),
  ),
  FILL,
  property(
    'horizontal',
    HORIZONTAL.general,
    (range) => range.HorizontalAlignment,
    (range, value) => (range.HorizontalAlignment = value),
  ),
  property(
    'vertical',
    VERTICAL.center,
    (range) => range.VerticalAlignment,
    (range, value) => (range.VerticalAlignment = value),
  ),
  property(
    'wrap',
    false,
    (range) => range.WrapText,
    (range, value) => (range.WrapText = value),
  ),
  property(
    'shrink',
    false,
    (range) => range.ShrinkToFit,
    (range, value) => (range.ShrinkToFit = value),
  ),
  // Behind the alignment: a cell aligned in general has no indent.
  property(
    'indent',
    0,
    (range) => range.IndentLevel,
    (range, value) => (range.IndentLevel = value),
  ),
  property(
    'orientation',
    0,
    (range) => degrees(range.Orientation),
    (range, value) => (range.Orientation = value),
  ),
  property(
    'locked',
    true,
    (range) => range.Locked,
    (range, value) => (range.Locked = value),
  ),
  property(
    'formulaHidden',
    false,
    (range) => range.FormulaHidden,
    (range, value) => (range.FormulaHidden = value),
  ),
];

/** XlOrientation.xlHorizontal, which is 0 degrees. */
const FLAT = -4128;

function degrees(orientation: Mixed<number>): Mixed<number> {
  return orientation === FLAT ? 0 : orientation;
}

/** What a cell of a new sheet is in any build; font and vertical alignment differ from one to another. */
export const NEW_CELL: Partial<Look> = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: UNDERLINE.none,
  color: 0,
  fill: null,
  horizontal: HORIZONTAL.general,
  wrap: false,
  shrink: false,
  indent: 0,
  orientation: 0,
  locked: true,
  formulaHidden: false,
};
