import type { Assured } from './assured';
import type { Look } from './content';
import { HORIZONTAL, PATTERN, UNDERLINE, VERTICAL } from './enums';
import type { EtFont, EtRange, Mixed } from './et';

type Plain = Omit<Look, 'lines' | 'format'>;

/** One property of a look: how it is set, and how it is read; undefined when the cells differ. */
export interface Property<K extends keyof Plain = keyof Plain> {
  readonly of: K;
  readonly write: (range: EtRange, look: Look, assured: Assured) => void;
  readonly read: (range: EtRange) => Plain[K] | undefined;
  /** What a cell counts as that does not tell. */
  readonly otherwise: Plain[K];
}

/** Members of an object of the program that hold values of this type. */
type MembersFor<T, V> = {
  [M in keyof T & string]: [V, T[M]] extends [T[M], Mixed<V>] ? M : never;
}[keyof T & string];

function ofFont<K extends keyof Plain>(of: K, member: MembersFor<EtFont, Plain[K]>, otherwise: Plain[K]): Property {
  return property(of, member, otherwise, (range) => range.Font);
}

function ofCells<K extends keyof Plain>(of: K, member: MembersFor<EtRange, Plain[K]>, otherwise: Plain[K]): Property {
  return property(of, member, otherwise, (range) => range);
}

function property<K extends keyof Plain>(
  of: K,
  member: string,
  otherwise: Plain[K],
  objectOf: (range: EtRange) => EtFont | EtRange,
): Property {
  // The member holds what the look holds: its name was matched with the type above.
  const object = (range: EtRange): Record<string, unknown> => objectOf(range) as unknown as Record<string, unknown>;
  return {
    of,
    otherwise,
    read: (range) => (object(range)[member] as Mixed<Plain[K]>) ?? undefined,
    write: (range, look, assured) => assured.set(object(range), member, look[of]),
  };
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
  write: ({ Interior: interior }, { fill }, assured) => {
    if (fill === null) assured.set(interior, 'Pattern', PATTERN.none);
    else assured.set(interior, 'Color', fill);
  },
};

/** XlOrientation.xlHorizontal, which is 0 degrees. */
const FLAT = -4128;

const TURNED: Property = {
  of: 'orientation',
  otherwise: 0,
  read: (range) => degrees(range.Orientation) ?? undefined,
  write: (range, { orientation }, assured) =>
    assured.make(
      'Orientation',
      () => {
        range.Orientation = orientation;
      },
      () => degrees(range.Orientation) === orientation,
    ),
};

function degrees(orientation: Mixed<number>): Mixed<number> {
  return orientation === FLAT ? 0 : orientation;
}

/** All properties but lines and number formats, in the order in which they are set. */
export const PROPERTIES: readonly Property[] = [
  ofFont('name', 'Name', '宋体'),
  ofFont('size', 'Size', 11),
  ofFont('bold', 'Bold', false),
  ofFont('italic', 'Italic', false),
  ofFont('strikethrough', 'Strikethrough', false),
  ofFont('underline', 'Underline', UNDERLINE.none),
  ofFont('color', 'Color', 0),
  FILL,
  ofCells('horizontal', 'HorizontalAlignment', HORIZONTAL.general),
  ofCells('vertical', 'VerticalAlignment', VERTICAL.center),
  ofCells('wrap', 'WrapText', false),
  ofCells('shrink', 'ShrinkToFit', false),
  // Behind the alignment: a cell aligned in general has no indent.
  ofCells('indent', 'IndentLevel', 0),
  TURNED,
  ofCells('locked', 'Locked', true),
  ofCells('formulaHidden', 'FormulaHidden', false),
];

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
