/**
 * Numbers of the ET object model. They are ours because the program's own table (`Enum`) is missing in older builds and
 * the vendor's declarations exist for the compiler only; test/unit/hosts/wps/enums.test.ts checks each against them.
 */
export const CALCULATION = { automatic: -4105, manual: -4135 } as const;
export const VISIBILITY = { visible: -1, hidden: 0, veryHidden: 2 } as const;
export const HORIZONTAL = { general: 1, left: -4131, center: -4108, right: -4152 } as const;
export const VERTICAL = { top: -4160, center: -4108 } as const;
export const UNDERLINE = { none: -4142, single: 2 } as const;
export const PATTERN = { none: -4142, solid: 1 } as const;
export const LINE_STYLE = { none: -4142, continuous: 1 } as const;
export const WEIGHT = { thin: 2 } as const;
export const COLOR_INDEX_NONE = -4142;
export const ORIENTATION = { portrait: 1, landscape: 2 } as const;
export const PAPER_A4 = 9;
export const PAGE_BREAK_MANUAL = -4135;
export const VALIDATION = { list: 3, stop: 1, between: 1, inputOnly: 0 } as const;
export const CHART = { columnClustered: 51 } as const;
export const LEGEND_BOTTOM = -4107;
export const AXIS = { category: 1, value: 2 } as const;
/** MsoDocProperties: a text. */
export const PROPERTY_TEXT = 4;

/** Sides of cells, in the order in which they are drawn. */
export const SIDES = { top: 8, bottom: 9, left: 7, right: 10, diagonalDown: 5, diagonalUp: 6 } as const;
export type Side = keyof typeof SIDES;
export const SIDE_NAMES = Object.keys(SIDES) as Side[];
/** Lines between the cells of an area. */
export const INSIDE = { vertical: 11, horizontal: 12 } as const;

/** Errors among the values: 0x800A0000 and the number of the error (CVErr). */
export const ERRORS: ReadonlyMap<number, string> = new Map([
  [-2146826288, '#NULL!'],
  [-2146826281, '#DIV/0!'],
  [-2146826273, '#VALUE!'],
  [-2146826265, '#REF!'],
  [-2146826259, '#NAME?'],
  [-2146826252, '#NUM!'],
  [-2146826246, '#N/A'],
]);
