import type { Style, StylePatch } from '../../workbook/style';
import type { EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { BORDERS } from './borders';
import type { Cells } from './cells';
import { code, colorNumber, colorOf, number, text, truth, word } from './given';

/** One property of how cells look: the program's value of a style, and what setting it changes. */
interface Look {
  readonly get: (style: Style) => unknown;
  readonly patch: (value: unknown) => StylePatch;
}

/** Numbers equal VBA's (wps.md §3.3 alignment, font, fill). */
const HORIZONTAL = [
  [1, 'general'],
  [-4131, 'left'],
  [-4108, 'center'],
  [-4152, 'right'],
  [5, 'fill'],
  [-4130, 'justify'],
  [7, 'centerContinuous'],
  [-4117, 'distributed'],
] as const;
const VERTICAL = [
  [-4160, 'top'],
  [-4108, 'center'],
  [-4107, 'bottom'],
  [-4130, 'justify'],
  [-4117, 'distributed'],
] as const;
const UNDERLINE = [
  [-4142, 'none'],
  [2, 'single'],
  [-4119, 'double'],
  [4, 'singleAccounting'],
  [5, 'doubleAccounting'],
] as const;
const NONE = -4142;
const SOLID = 1;
const WHITE = 0xffffff;

function flag(key: 'wrap' | 'shrink' | 'locked' | 'formulaHidden'): Look {
  return { get: (style) => style[key], patch: (value) => ({ [key]: truth(value, key) }) };
}

function fontFlag(key: 'bold' | 'italic' | 'strikethrough'): Look {
  return { get: ({ font }) => font[key], patch: (value) => ({ font: { [key]: truth(value, key) } }) };
}

const RANGE_LOOKS: Readonly<Record<string, Look>> = {
  NumberFormat: { get: ({ format }) => format, patch: (value) => ({ format: text(value, 'NumberFormat') }) },
  HorizontalAlignment: {
    get: ({ horizontal }) => code(HORIZONTAL, horizontal, 'HorizontalAlignment'),
    patch: (value) => ({ horizontal: word(HORIZONTAL, value, 'HorizontalAlignment') }),
  },
  VerticalAlignment: {
    get: ({ vertical }) => code(VERTICAL, vertical, 'VerticalAlignment'),
    patch: (value) => ({ vertical: word(VERTICAL, value, 'VerticalAlignment') }),
  },
  WrapText: flag('wrap'),
  ShrinkToFit: flag('shrink'),
  Locked: flag('locked'),
  FormulaHidden: flag('formulaHidden'),
  IndentLevel: { get: ({ indent }) => indent, patch: (value) => ({ indent: number(value, 'IndentLevel') }) },
  Orientation: {
    // xlHorizontal and xlVertical stand for level text and characters one under the other.
    get: ({ rotation }) => (rotation === 0 ? -4128 : rotation === 255 ? -4166 : rotation),
    patch: (value) => {
      const given = number(value, 'Orientation');
      return { rotation: given === -4128 ? 0 : given === -4166 ? 255 : given };
    },
  },
};

const FONT_LOOKS: Readonly<Record<string, Look>> = {
  Name: { get: ({ font }) => font.name, patch: (value) => ({ font: { name: text(value, 'Name') } }) },
  Size: { get: ({ font }) => font.size, patch: (value) => ({ font: { size: number(value, 'Size') } }) },
  Bold: fontFlag('bold'),
  Italic: fontFlag('italic'),
  Strikethrough: fontFlag('strikethrough'),
  Underline: {
    get: ({ font }) => code(UNDERLINE, font.underline, 'Underline'),
    patch: (value) => ({ font: { underline: word(UNDERLINE, value, 'Underline') } }),
  },
  Color: {
    get: ({ font }) => colorNumber(font.color),
    patch: (value) => ({ font: { color: colorOf(value, 'Color') } }),
  },
};

const FILL_LOOKS: Readonly<Record<string, Look>> = {
  Color: {
    get: ({ fill }) => (fill === null ? WHITE : colorNumber(fill)),
    patch: (value) => ({ fill: colorOf(value, 'Color') }),
  },
  Pattern: {
    get: ({ fill }) => (fill === null ? NONE : SOLID),
    patch: (value) => ({
      fill: word(
        [
          [NONE, null],
          [SOLID, '#FFFFFF'],
        ] as const,
        value,
        'Pattern',
      ),
    }),
  },
  ColorIndex: {
    // Other numbers are places of a palette, which is not modelled.
    get: ({ fill }) => (fill === null ? NONE : 0),
    patch: (value) => ({ fill: word([[NONE, null]] as const, value, 'ColorIndex') }),
  },
};

function gets(looks: Readonly<Record<string, Look>>): EtType<Cells>['gets'] {
  return Object.fromEntries(
    Object.entries(looks).map(([name, look]) => [name, (cells: Cells) => cells.look(look.get)]),
  );
}

function sets(looks: Readonly<Record<string, Look>>): EtType<Cells>['sets'] {
  return Object.fromEntries(
    Object.entries(looks).map(([name, { patch }]) => [
      name,
      (cells: Cells, value: unknown) => {
        const change = patch(value);
        cells.program.undo.plainWrite('格式', () => cells.areas.forEach((area) => cells.sheet.format(area, change)));
      },
    ]),
  );
}

const FONT: EtType<Cells> = etType<Cells>('Et.Font', { gets: gets(FONT_LOOKS), sets: sets(FONT_LOOKS) });
const INTERIOR: EtType<Cells> = etType<Cells>('Et.Interior', { gets: gets(FILL_LOOKS), sets: sets(FILL_LOOKS) });

/** How a Range looks. */
export const LOOKS: Pick<EtType<Cells>, 'gets' | 'sets'> = {
  gets: {
    ...gets(RANGE_LOOKS),
    Font: (cells) => etObject(FONT, cells),
    Interior: (cells) => etObject(INTERIOR, cells),
    Borders: (cells) => etObject(BORDERS, cells),
  },
  sets: sets(RANGE_LOOKS),
};
