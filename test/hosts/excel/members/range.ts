import type { Area } from '../../../../src/model/address';
import { COLUMNS, common, isWholeColumns, isWholeRows, ROWS } from '../../workbook/areas';
import type { ClearWhat, CopyWhat } from '../../workbook/sheet';
import { HostError, NotModelled } from '../host-error';
import { allowOperation, cellCount } from '../limits';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import {
  cellProperties,
  columnProperties,
  rowProperties,
  setCellProperties,
  setColumnProperties,
  setRowProperties,
} from './cell-properties';
import { Cells } from './cells';
import { cells as givenCells, constant, invalid, truth, whole } from './given';
import { DATA_VALIDATION } from './data-validation';
import { hyperlink, setHyperlink } from './hyperlink';
import { RANGE_AREAS } from './range-areas';
import { FORMAT } from './range-format';
import { MATRICES, spread } from './range-values';
import { WORKSHEET, worksheetOf } from './worksheet';

const CLEAR: Readonly<Record<string, ClearWhat>> = { All: 'all', Contents: 'contents', Formats: 'formats' };
const COPY: Readonly<Record<string, CopyWhat>> = {
  All: 'all',
  Formulas: 'formulas',
  Values: 'values',
  Formats: 'formats',
};

/** A range of a sheet; an area that leaves the sheet is refused. */
export function range(cells: Cells, area: Area): HostObject {
  const inside = area.top >= 0 && area.left >= 0 && area.bottom < ROWS && area.right < COLUMNS;
  if (!inside || area.top > area.bottom || area.left > area.right) throw invalid('the range leaves the sheet');
  return hostObject(RANGE, cells.at(area));
}

function resized({ area }: Cells, rows: number, columns: number): Area {
  return { ...area, bottom: area.top + rows - 1, right: area.left + columns - 1 };
}

function height({ area }: Cells): number {
  return area.bottom - area.top + 1;
}

function width({ area }: Cells): number {
  return area.right - area.left + 1;
}

function usedPart(cells: Cells, valuesOnly: unknown): Area | null {
  const used = cells.sheet.usedArea(valuesOnly === true);
  return used && common(cells.area, used);
}

function intersection(cells: Cells, other: unknown): Area | null {
  const given = givenCells(other, cells, 'anotherRange');
  return given.sheetId === cells.sheetId ? common(cells.area, given.area) : null;
}

function hidden(cells: Cells, which: 'rows' | 'columns'): boolean | null {
  const { area, sheet } = cells;
  const [from, to] = which === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const isHidden = (index: number): boolean =>
    which === 'rows' ? sheet.isRowHidden(index) : sheet.isColumnHidden(index);
  for (let index = from + 1; index <= to; index += 1) if (isHidden(index) !== isHidden(from)) return null;
  return isHidden(from);
}

function merged(cells: Cells): HostObject | null {
  const areas = cells.sheet.merges.filter((merge) => common(merge, cells.area));
  const [first, ...others] = areas;
  return first ? hostObject(RANGE_AREAS, new Cells(cells.host, cells.sheetId, [first, ...others])) : null;
}

function copy(cells: Cells, [source, type, skipBlanks, transpose]: readonly unknown[]): void {
  const from = givenCells(source, cells, 'sourceRange');
  if (skipBlanks === true || transpose === true) throw new NotModelled('copying without blanks, or transposed');
  const what = constant(COPY, type ?? 'All', 'copyType');
  // A target that is the source several times over is filled with it, any other is taken for its corner (Range.copyFrom).
  const [rows, columns] = [height(from), width(from)];
  const fits = height(cells) % rows === 0 && width(cells) % columns === 0;
  const [down, right] = fits ? [height(cells) / rows, width(cells) / columns] : [1, 1];
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < right; x += 1) {
      const [top, left] = [cells.area.top + y * rows, cells.area.left + x * columns];
      cells.sheet.copyFrom(from.sheet, from.area, top, left, what);
    }
  }
}

/** Excel.Range, as far as it is modelled. */
export const RANGE: ObjectType<Cells> = objectType<Cells>('Range', {
  properties: {
    ...MATRICES,
    address: { get: (cells) => cells.address },
    rowIndex: { get: ({ area }) => area.top },
    columnIndex: { get: ({ area }) => area.left },
    rowCount: { get: height },
    columnCount: { get: width },
    cellCount: { get: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)) },
    isEntireColumn: { get: ({ area }) => isWholeColumns(area) },
    isEntireRow: { get: ({ area }) => isWholeRows(area) },
    rowHidden: {
      get: (cells) => hidden(cells, 'rows'),
      set: ({ sheet, area }, value) => sheet.setRowsHidden(area.top, area.bottom, truth(value, 'rowHidden')),
    },
    columnHidden: {
      get: (cells) => hidden(cells, 'columns'),
      set: ({ sheet, area }, value) => sheet.setColumnsHidden(area.left, area.right, truth(value, 'columnHidden')),
    },
    hyperlink: { get: hyperlink, set: setHyperlink },
  },
  links: {
    worksheet: (cells) => hostObject(WORKSHEET, worksheetOf(cells.host, cells.sheet)),
    format: (cells) => hostObject(FORMAT, cells),
    dataValidation: (cells) => hostObject(DATA_VALIDATION, cells),
  },
  methods: {
    getCell: reads((cells, [row, column]) => {
      const [top, left] = [cells.area.top + whole(row, 'row'), cells.area.left + whole(column, 'column')];
      return range(cells, { top, left, bottom: top, right: left });
    }),
    getRow: reads((cells, [row]) => {
      const top = cells.area.top + whole(row, 'row');
      if (top > cells.area.bottom || top < cells.area.top) throw invalid('row');
      return range(cells, { ...cells.area, top, bottom: top });
    }),
    getColumn: reads((cells, [column]) => {
      const left = cells.area.left + whole(column, 'column');
      if (left > cells.area.right || left < cells.area.left) throw invalid('column');
      return range(cells, { ...cells.area, left, right: left });
    }),
    getEntireRow: reads((cells) => range(cells, { ...cells.area, left: 0, right: COLUMNS - 1 })),
    getEntireColumn: reads((cells) => range(cells, { ...cells.area, top: 0, bottom: ROWS - 1 })),
    getLastCell: reads((cells) => {
      const { bottom, right } = cells.area;
      return range(cells, { top: bottom, left: right, bottom, right });
    }),
    getLastRow: reads((cells) => range(cells, { ...cells.area, top: cells.area.bottom })),
    getLastColumn: reads((cells) => range(cells, { ...cells.area, left: cells.area.right })),
    getOffsetRange: reads((cells, [rows, columns]) => {
      const [down, right] = [whole(rows, 'rowOffset'), whole(columns, 'columnOffset')];
      const { area } = cells;
      return range(cells, {
        top: area.top + down,
        bottom: area.bottom + down,
        left: area.left + right,
        right: area.right + right,
      });
    }),
    getResizedRange: reads((cells, [rows, columns]) =>
      range(
        cells,
        resized(cells, height(cells) + whole(rows, 'deltaRows'), width(cells) + whole(columns, 'deltaColumns')),
      ),
    ),
    getAbsoluteResizedRange: reads((cells, [rows, columns]) =>
      range(cells, resized(cells, whole(rows, 'numRows'), whole(columns, 'numColumns'))),
    ),
    getBoundingRect: reads((cells, [other]) => {
      const { area } = givenCells(other, cells, 'anotherRange');
      return range(cells, {
        top: Math.min(area.top, cells.area.top),
        left: Math.min(area.left, cells.area.left),
        bottom: Math.max(area.bottom, cells.area.bottom),
        right: Math.max(area.right, cells.area.right),
      });
    }),
    getIntersection: reads((cells, [other]) => {
      const area = intersection(cells, other);
      if (!area) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return range(cells, area);
    }),
    getIntersectionOrNullObject: reads((cells, [other]) => {
      const area = intersection(cells, other);
      return area && range(cells, area);
    }),
    // Of an empty range its first cell (Range.getUsedRange).
    getUsedRange: reads((cells, [valuesOnly]) => {
      const { top, left } = cells.area;
      return range(cells, usedPart(cells, valuesOnly) ?? { top, left, bottom: top, right: left });
    }),
    getUsedRangeOrNullObject: reads((cells, [valuesOnly]) => {
      const area = usedPart(cells, valuesOnly);
      return area && range(cells, area);
    }),
    getMergedAreasOrNullObject: reads(merged),
    getCellProperties: reads((cells, [options]) => cellProperties(cells, options)),
    getRowProperties: reads((cells, [options]) => rowProperties(cells, options)),
    getColumnProperties: reads((cells, [options]) => columnProperties(cells, options)),
    setCellProperties: writes((cells, [given]) => setCellProperties(cells, given)),
    setRowProperties: writes((cells, [given]) => setRowProperties(cells, given)),
    setColumnProperties: writes((cells, [given]) => setColumnProperties(cells, given)),
    merge: writes((cells, [across]) => {
      allowOperation(cells.host.profile, cells.areas);
      cells.sheet.merge(cells.area, across === true);
    }),
    unmerge: writes(({ sheet, area }) => sheet.unmerge(area)),
    clear: writes((cells, [applyTo]) => {
      allowOperation(cells.host.profile, cells.areas);
      cells.sheet.clear(cells.area, constant(CLEAR, applyTo ?? 'All', 'applyTo'));
    }),
    copyFrom: writes(copy),
    select: reads((cells) => {
      cells.host.book.activate(cells.sheetId);
      cells.sheet.select(cells.area.top, cells.area.left, cells.areas);
    }),
    // Asked once before a matrix of more than 1,500 cells is sent in pieces (officejs.md §A.6).
    _ValidateArraySize: reads((cells, [rows, columns]) => {
      const given = Array.from({ length: whole(rows, 'rows') }, () => new Array(whole(columns, 'columns')));
      spread(given, cells.area, 'Range.values');
    }),
  },
  keepable: true,
});
