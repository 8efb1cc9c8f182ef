import type { Border, BorderLine, Horizontal, Style, StylePatch, Vertical } from '../../workbook/style';
import type { Cells } from './cells';
import { color, constant, constantFor, number, text, truth, whole } from './given';

/** One plain property of how cells look: Excel's value of a style, and what setting it changes. */
export interface Look {
  readonly get: (style: Style) => unknown;
  readonly patch: (value: unknown) => StylePatch;
}

const HORIZONTAL: Readonly<Record<string, Horizontal>> = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
};
const VERTICAL: Readonly<Record<string, Vertical>> = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
};
const UNDERLINE: Readonly<Record<string, Style['font']['underline']>> = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
};
/** What Excel says of a cell without fill, and of a border without colour. */
const NO_FILL = '#FFFFFF';

/** Plain properties of Excel.RangeFormat. */
export const FORMAT_LOOKS: Readonly<Record<string, Look>> = {
  horizontalAlignment: {
    get: (style) => constantFor(HORIZONTAL, style.horizontal),
    patch: (value) => ({ horizontal: constant(HORIZONTAL, value, 'horizontalAlignment') }),
  },
  verticalAlignment: {
    get: (style) => constantFor(VERTICAL, style.vertical),
    patch: (value) => ({ vertical: constant(VERTICAL, value, 'verticalAlignment') }),
  },
  wrapText: { get: (style) => style.wrap, patch: (value) => ({ wrap: truth(value, 'wrapText') }) },
  shrinkToFit: { get: (style) => style.shrink, patch: (value) => ({ shrink: truth(value, 'shrinkToFit') }) },
  indentLevel: { get: (style) => style.indent, patch: (value) => ({ indent: whole(value, 'indentLevel') }) },
  textOrientation: {
    // 180 stands for characters one under the other (Excel.RangeFormat.textOrientation).
    get: (style) => (style.rotation === 255 ? 180 : style.rotation),
    patch: (value) => ({ rotation: value === 180 ? 255 : whole(value, 'textOrientation') }),
  },
};

/** Plain properties of Excel.RangeFont. */
export const FONT_LOOKS: Readonly<Record<string, Look>> = {
  name: { get: (style) => style.font.name, patch: (value) => ({ font: { name: text(value, 'name') } }) },
  size: { get: (style) => style.font.size, patch: (value) => ({ font: { size: number(value, 'size') } }) },
  bold: { get: (style) => style.font.bold, patch: (value) => ({ font: { bold: truth(value, 'bold') } }) },
  italic: { get: (style) => style.font.italic, patch: (value) => ({ font: { italic: truth(value, 'italic') } }) },
  strikethrough: {
    get: (style) => style.font.strikethrough,
    patch: (value) => ({ font: { strikethrough: truth(value, 'strikethrough') } }),
  },
  underline: {
    get: (style) => constantFor(UNDERLINE, style.font.underline),
    patch: (value) => ({ font: { underline: constant(UNDERLINE, value, 'underline') } }),
  },
  color: { get: (style) => style.font.color, patch: (value) => ({ font: { color: color(value, 'color') } }) },
};

/** Plain properties of Excel.RangeFill. */
export const FILL_LOOKS: Readonly<Record<string, Look>> = {
  color: { get: (style) => style.fill ?? NO_FILL, patch: (value) => ({ fill: color(value, 'color') }) },
  // Tells a white cell from one without fill, which `color` does not (Excel.FillPattern).
  pattern: {
    get: (style) => (style.fill === null ? 'None' : 'Solid'),
    patch: (value) => constant<StylePatch>({ None: { fill: null } }, value, 'pattern'),
  },
};

/** Plain properties of Excel.FormatProtection. */
export const PROTECTION_LOOKS: Readonly<Record<string, Look>> = {
  locked: { get: (style) => style.locked, patch: (value) => ({ locked: truth(value, 'locked') }) },
  formulaHidden: {
    get: (style) => style.formulaHidden,
    patch: (value) => ({ formulaHidden: truth(value, 'formulaHidden') }),
  },
};

/** The style and weight Excel.RangeBorder gives a line (Excel.BorderLineStyle, BorderWeight). */
const LINES: Readonly<Record<BorderLine, readonly [style: string, weight: string]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  double: ['Double', 'Thick'],
  dotted: ['Dot', 'Thin'],
  dashed: ['Dash', 'Thin'],
  dashDot: ['DashDot', 'Thin'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  mediumDashDot: ['DashDot', 'Medium'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

const BLACK = '#000000';

/** What of a border can be set, and how it reads. */
export const BORDER_LOOKS = {
  style: {
    get: (border: Border | null) => (border === null ? 'None' : LINES[border.line][0]),
    set: (border: Border | null, value: unknown): Border | null => {
      const style = text(value, 'style');
      if (style === 'None') return null;
      const weight = border === null ? 'Thin' : LINES[border.line][1];
      return { line: lineOf(style, weight), color: border?.color ?? BLACK };
    },
  },
  weight: {
    get: (border: Border | null) => (border === null ? 'Thin' : LINES[border.line][1]),
    // A weight or a colour makes a line where there was none (VBA Border.Weight; [J]).
    set: (border: Border | null, value: unknown): Border => ({
      line: lineOf(border === null ? 'Continuous' : LINES[border.line][0], text(value, 'weight')),
      color: border?.color ?? BLACK,
    }),
  },
  color: {
    get: (border: Border | null) => border?.color ?? BLACK,
    set: (border: Border | null, value: unknown): Border => ({
      line: border?.line ?? 'thin',
      color: color(value, 'color'),
    }),
  },
} as const;

/** The line nearest to a style and weight: not every pair exists. */
function lineOf(style: string, weight: string): BorderLine {
  const lines = Object.entries(LINES) as [BorderLine, readonly [string, string]][];
  const exact = lines.find(([, [one, other]]) => one === style && other === weight);
  const near = exact ?? lines.find(([, [one]]) => one === style);
  if (!near || !['Hairline', 'Thin', 'Medium', 'Thick'].includes(weight)) {
    return constant<BorderLine>({}, style, 'border style and weight');
  }
  return near[0];
}

/** One value for all cells; null where they differ (officejs.md §C: mixed properties). */
export function shared<T>(cells: Cells, get: (style: Style) => T): T | null {
  const { sheet } = cells;
  let first: { readonly value: T } | null = null;
  let last: Style | null = null;
  for (const area of cells.areas) {
    for (const style of stylesOf(sheet, area)) {
      // Equal styles are one object, and neighbours mostly look alike.
      if (style === last) continue;
      last = style;
      const value = get(style);
      if (first === null) first = { value };
      else if (first.value !== value) return null;
    }
  }
  return first === null ? null : first.value;
}

/** The styles of an area; of whole rows and columns those of stored cells and of the rest by its first cell. */
function* stylesOf(sheet: Cells['sheet'], area: Cells['area']): Generator<Style> {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > 1_000_000) {
    yield sheet.style(area.bottom, area.right);
    for (const { style } of sheet.storedCells(area)) yield style;
    return;
  }
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) yield sheet.style(row, column);
  }
}
