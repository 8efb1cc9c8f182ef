import type { Area } from '../../../../src/model/address';
import { cellArea } from '../../workbook/areas';
import type { BorderSide, Style } from '../../workbook/style';
import { allowReading } from '../limits';
import { NotModelled } from '../host-error';
import type { Cells } from './cells';
import { shortAddress } from './cells';
import { invalid, number, record, truth } from './given';
import { hyperlink, setHyperlink } from './hyperlink';
import { spread } from './range-values';
import type { Look } from './style-words';
import { BORDER_LOOKS, FILL_LOOKS, FONT_LOOKS, FORMAT_LOOKS, PROTECTION_LOOKS } from './style-words';
import { sheetPrefix } from '../../workbook/formula-text';

/**
 * Range.get/setCellProperties, …RowProperties and …ColumnProperties (ExcelApi 1.9): how each cell looks, in one call.
 * Options ask for members by `true`; what is not modelled fails loudly.
 */

const SIDES: Readonly<Record<string, BorderSide>> = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  diagonalDown: 'diagonalDown',
  diagonalUp: 'diagonalUp',
};
const GROUPS: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
  font: FONT_LOOKS,
  fill: FILL_LOOKS,
  protection: PROTECTION_LOOKS,
};

type Options = Readonly<Record<string, unknown>>;

export function cellProperties(cells: Cells, given: unknown): unknown[][] {
  allowReading(cells.area);
  const options = object(given);
  return lines(cells.area).map((row) =>
    columns(cells.area).map((column) => propertiesOf(cells, cellArea(row, column), options)),
  );
}

export function rowProperties(cells: Cells, given: unknown): unknown[] {
  const options = object(given);
  return lines(cells.area).map((row) => {
    const { rowHidden, rowIndex, format, address, ...others } = options;
    const { rowHeight, ...look } = object(format ?? {});
    const line: Area = { ...cells.area, top: row, bottom: row };
    return {
      ...propertiesOf(cells, line, { ...others, address, format: look }),
      ...(rowHidden ? { rowHidden: cells.sheet.isRowHidden(row) } : {}),
      ...(rowIndex ? { rowIndex: row } : {}),
      ...(rowHeight ? { format: { ...looks(cells, line, look), rowHeight: cells.sheet.rowHeight(row) } } : {}),
    };
  });
}

export function columnProperties(cells: Cells, given: unknown): unknown[] {
  const options = object(given);
  return columns(cells.area).map((column) => {
    const { columnHidden, columnIndex, format, address, ...others } = options;
    const { columnWidth, ...look } = object(format ?? {});
    const line: Area = { ...cells.area, left: column, right: column };
    return {
      ...propertiesOf(cells, line, { ...others, address, format: look }),
      ...(columnHidden ? { columnHidden: cells.sheet.isColumnHidden(column) } : {}),
      ...(columnIndex ? { columnIndex: column } : {}),
      ...(columnWidth ? { format: { ...looks(cells, line, look), columnWidth: cells.sheet.columnWidth(column) } } : {}),
    };
  });
}

/** @param given one object per cell, in the range's shape; an empty object leaves a cell */
export function setCellProperties(cells: Cells, given: unknown): void {
  spread(given, cells.area, 'Range.setCellProperties').forEach((row, down) =>
    row.forEach((settable, right) => {
      const { format, hyperlink: link, ...others } = object(settable);
      refuse(others);
      const cell = cellArea(cells.area.top + down, cells.area.left + right);
      if (link !== undefined) setHyperlink(cells.at(cell), link);
      setLooks(cells, cell, object(format ?? {}));
    }),
  );
}

export function setRowProperties(cells: Cells, given: unknown): void {
  list(given, cells.area.bottom - cells.area.top + 1).forEach((settable, down) => {
    const row = cells.area.top + down;
    const { rowHidden, format, ...others } = object(settable);
    refuse(others);
    const { rowHeight, ...look } = object(format ?? {});
    if (rowHidden !== undefined) cells.sheet.setRowsHidden(row, row, truth(rowHidden, 'rowHidden'));
    if (rowHeight !== undefined) cells.sheet.setRowHeight(row, row, number(rowHeight, 'rowHeight'));
    setLooks(cells, { ...cells.area, top: row, bottom: row }, look);
  });
}

export function setColumnProperties(cells: Cells, given: unknown): void {
  list(given, cells.area.right - cells.area.left + 1).forEach((settable, right) => {
    const column = cells.area.left + right;
    const { columnHidden, format, ...others } = object(settable);
    refuse(others);
    const { columnWidth, ...look } = object(format ?? {});
    if (columnHidden !== undefined) {
      cells.sheet.setColumnsHidden(column, column, truth(columnHidden, 'columnHidden'));
    }
    if (columnWidth !== undefined) {
      cells.sheet.setColumnWidth(column, column, number(columnWidth, 'columnWidth'));
    }
    setLooks(cells, { ...cells.area, left: column, right: column }, look);
  });
}

function propertiesOf(cells: Cells, area: Area, options: Options): Record<string, unknown> {
  const { address, format, hyperlink: link, ...others } = options;
  refuse(others);
  return {
    ...(link ? { hyperlink: hyperlink(cells.at(area)) } : {}),
    ...(address ? { address: `${sheetPrefix(cells.sheet.name)}${shortAddress(area)}` } : {}),
    ...(format ? { format: looks(cells, area, object(format)) } : {}),
  };
}

/** Looks by options and style: thousands of cells look alike, and what is answered is only read. */
const known = new WeakMap<Options, Map<Style, Record<string, unknown>>>();

/** The looks asked for, of the first cell: a row or column of cells that differ is not told from one of equal ones ([J]). */
function looks(cells: Cells, area: Area, options: Options): Record<string, unknown> {
  const style = cells.sheet.style(area.top, area.left);
  let byStyle = known.get(options);
  if (!byStyle) known.set(options, (byStyle = new Map()));
  let found = byStyle.get(style);
  if (!found) byStyle.set(style, (found = looksOf(style, options)));
  return found;
}

function looksOf(style: Style, options: Options): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (!wanted) continue;
    if (name === 'borders') {
      // One choice of border properties holds for every side (CellPropertiesBorderLoadOptions).
      const asked = Object.keys(object(wanted));
      found[name] = Object.fromEntries(
        Object.entries(SIDES).map(([side, key]) => [
          side,
          Object.fromEntries(asked.map((one) => [one, borderLook(one).get(style.borders[key])])),
        ]),
      );
    } else if (GROUPS[name]) {
      const group = GROUPS[name];
      // `protection: true` asks for both its members (CellPropertiesFormatLoadOptions).
      const asked = wanted === true && name === 'protection' ? Object.keys(group) : Object.keys(object(wanted));
      found[name] = Object.fromEntries(asked.map((key) => [key, look(group, name, key).get(style)]));
    } else {
      found[name] = look(FORMAT_LOOKS, 'format', name).get(style);
    }
  }
  return found;
}

function setLooks(cells: Cells, area: Area, settable: Options): void {
  const { sheet } = cells;
  for (const [name, value] of Object.entries(settable)) {
    if (name === 'borders') {
      for (const [side, border] of Object.entries(object(value))) {
        for (const [key, one] of Object.entries(object(border))) {
          const old = sheet.style(area.top, area.left).borders[sideOf(side)];
          sheet.format(area, { borders: { [sideOf(side)]: borderLook(key).set(old, one) } });
        }
      }
    } else if (GROUPS[name]) {
      for (const [key, one] of Object.entries(object(value))) {
        sheet.format(area, look(GROUPS[name], name, key).patch(one));
      }
    } else {
      sheet.format(area, look(FORMAT_LOOKS, 'format', name).patch(value));
    }
  }
}

function look(group: Readonly<Record<string, Look>>, name: string, key: string): Look {
  const found = group[key];
  if (!found) throw new NotModelled(`${name}.${key} of cell properties`);
  return found;
}

function borderLook(key: string): (typeof BORDER_LOOKS)[keyof typeof BORDER_LOOKS] {
  if (key in BORDER_LOOKS) return BORDER_LOOKS[key as keyof typeof BORDER_LOOKS];
  throw new NotModelled(`borders.${key} of cell properties`);
}

function sideOf(side: string): BorderSide {
  const found = SIDES[side];
  if (!found) throw new NotModelled(`borders.${side} of cell properties`);
  return found;
}

function object(value: unknown): Options {
  return record(value, Object.keys((value ?? {}) as object), 'properties');
}

function list(given: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(given) || given.length !== length) throw invalid('one object per row or column');
  return given;
}

function refuse(others: Options): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new NotModelled(`${name} of cell properties`);
}

function lines(area: Area): number[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
}

function columns(area: Area): number[] {
  return Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
}
