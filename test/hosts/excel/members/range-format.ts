import type { Area } from '../../../../src/model/address';
import { ROWS } from '../../workbook/areas';
import type { Border, BorderSide } from '../../workbook/style';
import { HostError } from '../host-error';
import { allowOperation } from '../limits';
import type { ObjectType, Property } from '../object-type';
import { hostObject, objectType, writes } from '../object-type';
import type { Cells } from './cells';
import { invalid, number, text } from './given';
import type { Look } from './style-words';
import { BORDER_LOOKS, FILL_LOOKS, FONT_LOOKS, FORMAT_LOOKS, PROTECTION_LOOKS, shared } from './style-words';

/** The looks as properties of cells. */
function properties(looks: Readonly<Record<string, Look>>): Record<string, Property<Cells>> {
  return Object.fromEntries(
    Object.entries(looks).map(([name, look]) => [
      name,
      {
        get: (cells: Cells) => shared(cells, look.get),
        set: (cells: Cells, value: unknown) => lay(cells, look, value),
      },
    ]),
  );
}

/** Lays one look over cells, of which there may be several areas. */
export function lay(cells: Cells, look: Look, value: unknown): void {
  allowOperation(cells.host.profile, cells.areas);
  const patch = look.patch(value);
  for (const area of cells.areas) cells.sheet.format(area, patch);
}

export const FONT = objectType<Cells>('RangeFont', { properties: properties(FONT_LOOKS) });

export const FILL = objectType<Cells>('RangeFill', {
  properties: properties(FILL_LOOKS),
  methods: {
    clear: writes((cells) => {
      for (const area of cells.areas) cells.sheet.format(area, { fill: null });
    }),
  },
});

const FORMAT_PROTECTION = objectType<Cells>('FormatProtection', { properties: properties(PROTECTION_LOOKS) });

/** One of Excel's border indexes on some cells. */
interface Edge {
  readonly cells: Cells;
  readonly index: string;
}

/** The sides of cells an index stands for, of one area. Two cells share a line inside: both get it. */
function sidesOf({ top, left, bottom, right }: Area, index: string): readonly (readonly [Area, BorderSide])[] {
  const area = { top, left, bottom, right };
  switch (index) {
    case 'EdgeTop':
      return [[{ ...area, bottom: top }, 'top']];
    case 'EdgeBottom':
      return [[{ ...area, top: bottom }, 'bottom']];
    case 'EdgeLeft':
      return [[{ ...area, right: left }, 'left']];
    case 'EdgeRight':
      return [[{ ...area, left: right }, 'right']];
    case 'InsideHorizontal':
      if (top === bottom) return [];
      return [
        [{ ...area, bottom: bottom - 1 }, 'bottom'],
        [{ ...area, top: top + 1 }, 'top'],
      ];
    case 'InsideVertical':
      if (left === right) return [];
      return [
        [{ ...area, right: right - 1 }, 'right'],
        [{ ...area, left: left + 1 }, 'left'],
      ];
    case 'DiagonalDown':
      return [[area, 'diagonalDown']];
    case 'DiagonalUp':
      return [[area, 'diagonalUp']];
    default:
      throw invalid('border index');
  }
}

const INDEXES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

function borderProperty(look: (typeof BORDER_LOOKS)[keyof typeof BORDER_LOOKS]): Property<Edge> {
  return {
    get: ({ cells, index }) => {
      const values = new Set<unknown>();
      for (const area of cells.areas) {
        for (const [part, side] of sidesOf(area, index)) {
          values.add(shared(cells.at(part), (style) => look.get(style.borders[side])));
        }
      }
      return values.size === 0 ? look.get(null) : values.size === 1 ? [...values][0] : null;
    },
    set: ({ cells, index }, value) => {
      for (const area of cells.areas) {
        for (const [part, side] of sidesOf(area, index)) setBorders(cells, part, side, (old) => look.set(old, value));
      }
    },
  };
}

/**
 * Changes one side of every cell of an area, each from the line it has. Only the cells' own sides: that a neighbour's
 * line lies on the same edge is drawn by Excel and kept apart in a file ([J]).
 */
function setBorders(cells: Cells, area: Area, side: BorderSide, change: (old: Border | null) => Border | null): void {
  const { sheet } = cells;
  const lines = shared(cells.at(area), (style) => style.borders[side]?.line ?? 'none');
  const colors = shared(cells.at(area), (style) => style.borders[side]?.color ?? 'none');
  if (lines !== null && colors !== null) {
    sheet.format(area, { borders: { [side]: change(sheet.style(area.top, area.left).borders[side]) } });
    return;
  }
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const changed = change(sheet.style(row, column).borders[side]);
      sheet.format({ top: row, bottom: row, left: column, right: column }, { borders: { [side]: changed } });
    }
  }
}

const BORDER = objectType<Edge>('RangeBorder', {
  properties: {
    sideIndex: { get: ({ index }) => index },
    style: borderProperty(BORDER_LOOKS.style),
    weight: borderProperty(BORDER_LOOKS.weight),
    color: borderProperty(BORDER_LOOKS.color),
  },
});

function border(cells: Cells, key: unknown): ReturnType<typeof hostObject> {
  const index = INDEXES.find((one) => one === text(key, 'border index'));
  if (!index) throw invalid('border index');
  return hostObject(BORDER, { cells, index });
}

const BORDERS: ObjectType<Cells> = objectType<Cells>('RangeBorderCollection', {
  properties: { count: { get: () => INDEXES.length } },
  methods: {
    getItem: { call: (cells, [key]) => border(cells, key), writes: false },
    getItemAt: { call: (cells, [index]) => border(cells, INDEXES[number(index, 'index')]), writes: false },
  },
  items: (cells) => INDEXES.map((index) => border(cells, index)),
  item: border,
});

function columnsOf(area: Area): number[] {
  return Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
}

function rowsOf(area: Area): number[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
}

function one<T>(values: readonly T[]): T | null {
  return new Set(values).size === 1 ? (values[0] as T) : null;
}

export const FORMAT = objectType<Cells>('RangeFormat', {
  properties: {
    ...properties(FORMAT_LOOKS),
    columnWidth: {
      get: ({ sheet, areas }) =>
        one(areas.flatMap((area) => columnsOf(area).map((column) => sheet.columnWidth(column)))),
      set: ({ sheet, areas }, value) => {
        for (const { left, right } of areas) sheet.setColumnWidth(left, right, number(value, 'columnWidth'));
      },
    },
    rowHeight: {
      get: ({ sheet, areas }) => one(areas.flatMap((area) => rowsOf(area).map((row) => sheet.rowHeight(row)))),
      set: ({ sheet, areas }, value) => {
        for (const { top, bottom } of areas) sheet.setRowHeight(top, bottom, number(value, 'rowHeight'));
      },
    },
    useStandardHeight: {
      get: ({ sheet, areas }) => one(areas.flatMap((area) => rowsOf(area).map((row) => !sheet.hasOwnHeight(row)))),
      set: ({ sheet, areas }, value) => {
        if (value !== true) throw invalid('useStandardHeight');
        for (const { top, bottom } of areas) sheet.setRowHeight(top, bottom, null);
      },
    },
    useStandardWidth: {
      get: ({ sheet, areas }) => {
        const standard = sheet.layoutRuns().columnWidth;
        return one(areas.flatMap((area) => columnsOf(area).map((column) => sheet.columnWidth(column) === standard)));
      },
      set: ({ sheet, areas }, value) => {
        if (value !== true) throw invalid('useStandardWidth');
        for (const { left, right } of areas) sheet.setColumnWidth(left, right, null);
      },
    },
  },
  links: {
    fill: (cells) => hostObject(FILL, cells),
    font: (cells) => hostObject(FONT, cells),
    borders: (cells) => hostObject(BORDERS, cells),
    protection: (cells) => hostObject(FORMAT_PROTECTION, cells),
  },
  methods: {
    /** Heights are left to the program, which no one measures here. Widths by text (autofitColumns) are not modelled. */
    autofitRows: writes(({ sheet, areas }) => {
      for (const { top, bottom } of areas) {
        if (bottom - top >= ROWS - 1) throw new HostError('InvalidOperation', 'Whole sheets are not modelled here.');
        sheet.setRowHeight(top, bottom, null);
      }
    }),
  },
});
