import type { Area } from '../../../../src/model/address';
import { columnName } from '../../../../src/model/address';
import { areaOf, COLUMNS, isWholeColumns, isWholeRows, ROWS } from '../../workbook/areas';
import type { BookSheet } from '../../workbook/sheet';
import type { Style } from '../../workbook/style';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';

/** What a Range stands for; `unit` is what its Count and Item count. */
export class Cells {
  constructor(
    readonly program: EtProgram,
    readonly sheetId: string,
    readonly areas: readonly [Area, ...Area[]],
    readonly unit: 'cells' | 'rows' | 'columns' = 'cells',
  ) {}

  get sheet(): BookSheet {
    return this.program.sheet(this.sheetId);
  }

  get area(): Area {
    return this.areas[0];
  }

  get isOneCell(): boolean {
    const { top, left, bottom, right } = this.area;
    return this.areas.length === 1 && top === bottom && left === right;
  }

  at(area: Area, unit: Cells['unit'] = 'cells'): Cells {
    const { top, left, bottom, right } = area;
    if (top < 0 || left < 0 || bottom >= ROWS || right >= COLUMNS || top > bottom || left > right) {
      throw new EtError('The cells lie outside the sheet.');
    }
    return new Cells(this.program, this.sheetId, [area], unit);
  }

  /** The one value of a list, what mixed values give in this build when there are several. */
  one<T>(values: Iterable<T>): T | null | undefined {
    const found = new Set(values);
    return found.size === 1 ? ([...found][0] as T) : this.program.quirks.mixed;
  }

  /** What the looks of all cells have in common. */
  look<T>(pick: (style: Style) => T): T | null | undefined {
    const values = new Set<T>();
    for (const area of this.areas) {
      for (const style of stylesIn(this.program, this.sheet, area)) values.add(pick(style));
    }
    return this.one(values);
  }

  /** Every cell, row by row; of whole rows and columns only up to what is used. */
  *places(): Generator<readonly [row: number, column: number]> {
    const used = this.sheet.usedArea(false);
    for (const { top, left, bottom, right } of this.areas) {
      const last = bottom === ROWS - 1 ? (used?.bottom ?? top) : bottom;
      const end = right === COLUMNS - 1 ? (used?.right ?? left) : right;
      for (let row = top; row <= last; row += 1) {
        for (let column = left; column <= end; column += 1) yield [row, column];
      }
    }
  }
}

/** The looks that occur in an area. */
export function stylesIn(program: EtProgram, sheet: BookSheet, area: Area): ReadonlySet<Style> {
  return program.cached(sheet, area, () => {
    const found = new Set<Style>();
    let stored = 0;
    for (const { style } of sheet.storedCells(area)) {
      found.add(style);
      stored += 1;
    }
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (stored === size) return found;
    if (size <= 20_000) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) found.add(sheet.style(row, column));
      }
      return found;
    }
    // A large area is never wholly stored: what is around its cells are its rows' and columns' looks and the plain one.
    const { columns, rows } = sheet.layoutRuns();
    found.add(sheet.styleAround(ROWS - 1, COLUMNS - 1));
    for (const [row] of rows) if (row >= area.top && row <= area.bottom) found.add(sheet.styleAround(row, area.left));
    for (const [column] of columns) {
      if (column >= area.left && column <= area.right) found.add(sheet.styleAround(area.bottom, column));
    }
    return found;
  });
}

/** "A1", "$A$1:B2", "A:C", "3:4", several joined by commas, a name of the workbook's; null for none of these. */
export function parseAddress(program: EtProgram, sheetId: string, address: string): Cells | null {
  // Range takes addresses of up to 255 characters (VBA).
  if (address.length > 255) return null;
  const parts = address.split(',').map((part) => part.trim());
  if (!parts.every(isAddress)) return null;
  const [first, ...others] = parts.map(areaOf);
  return first ? new Cells(program, sheetId, [first, ...others]) : null;
}

function isAddress(part: string): boolean {
  return /^(\$?[A-Z]{1,3}\$?[1-9]\d*(:\$?[A-Z]{1,3}\$?[1-9]\d*)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)$/i.test(
    part,
  );
}

export function formatAddress(areas: readonly Area[], fixedRow: boolean, fixedColumn: boolean): string {
  const row = (index: number): string => `${fixedRow ? '$' : ''}${index + 1}`;
  const column = (index: number): string => `${fixedColumn ? '$' : ''}${columnName(index)}`;
  return areas
    .map((area) => {
      const { top, left, bottom, right } = area;
      if (isWholeRows(area)) return `${row(top)}:${row(bottom)}`;
      if (isWholeColumns(area)) return `${column(left)}:${column(right)}`;
      const first = column(left) + row(top);
      return top === bottom && left === right ? first : `${first}:${column(right)}${row(bottom)}`;
    })
    .join(',');
}
