import type { Area } from '../../../../src/model/address';
import { columnIndex } from '../../../../src/model/address';
import { areaOf, COLUMNS, ROWS } from '../../workbook/areas';
import type { EtObject, EtType } from '../et-object';
import { EtReference, etObject, etType } from '../et-object';
import { EtError } from '../problems';
import { Cells, formatAddress } from './cells';
import { isLeftOut, number, text, truth } from './given';
import { LOOKS } from './range-looks';
import { SIZES } from './range-sizes';
import { formula, setEntries, shownText, value2 } from './range-values';
import { COMMENT, HYPERLINKS } from './sheet-notes';
import { VALIDATION } from './validation';

/** XlCellType.xlCellTypeAllValidation, xlCellTypeFormulas. */
const ALL_VALIDATION = -4174;
const FORMULAS = -4123;
const ERRORS_ONLY = 16;

function range(cells: Cells): EtObject {
  return etObject(RANGE, cells);
}

function height({ top, bottom }: Area): number {
  return bottom - top + 1;
}

function width({ left, right }: Area): number {
  return right - left + 1;
}

function count({ areas, unit }: Cells): number {
  const [first] = areas;
  if (unit === 'rows') return height(first);
  if (unit === 'columns') return width(first);
  return areas.reduce((sum, area) => sum + height(area) * width(area), 0);
}

/** Item of a Range: a cell by row and column, a row or column by number or address; counted from the range's corner. */
function item(cells: Cells, [row, column]: readonly unknown[]): EtObject {
  const { area, unit } = cells;
  if (unit === 'rows') return range(cells.at(rowsBy(area, row), 'rows'));
  if (unit === 'columns') return range(cells.at(columnsBy(area, row), 'columns'));
  const index = number(row, 'Item');
  const [down, right] = isLeftOut(column)
    ? [Math.floor((index - 1) / width(area)), (index - 1) % width(area)]
    : [index - 1, typeof column === 'string' ? columnIndex(column.toUpperCase()) : number(column, 'Item') - 1];
  return range(cells.at(oneCell(area.top + down, area.left + right)));
}

function rowsBy(area: Area, key: unknown): Area {
  const { top, bottom } =
    typeof key === 'string' ? areaOf(/:/.test(key) ? key : `${key}:${key}`) : oneCell(number(key, 'Item') - 1, 0);
  return { ...area, top: area.top + top, bottom: area.top + bottom };
}

function columnsBy(area: Area, key: unknown): Area {
  const { left, right } =
    typeof key === 'string' ? areaOf(/:/.test(key) ? key : `${key}:${key}`) : oneCell(0, number(key, 'Item') - 1);
  return { ...area, left: area.left + left, right: area.left + right };
}

function oneCell(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

function mergeCells(cells: Cells): boolean | null | undefined {
  const { sheet, areas } = cells;
  const touched = sheet.merges.filter((merge) => areas.some((area) => overlaps(area, merge)));
  if (touched.length === 0) return false;
  const covered = touched.reduce((sum, merge) => sum + height(merge) * width(merge), 0);
  return covered >= areas.reduce((sum, area) => sum + height(area) * width(area), 0)
    ? true
    : cells.program.quirks.mixed;
}

function overlaps(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

function merge(cells: Cells, across: unknown): void {
  for (const area of cells.areas) {
    const filled = [...cells.sheet.storedCells(area)].filter(({ content }) => content !== null);
    if (filled.length > 1) cells.program.wouldAsk('merging keeps the first value only');
    cells.sheet.merge(area, isLeftOut(across) ? false : truth(across, 'Across'));
  }
}

/** Never of one cell: that searches the whole sheet (wps.md §3.2 errors). */
function specialCells(cells: Cells, [type, value]: readonly unknown[]): EtObject {
  const used = cells.isOneCell ? { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 } : cells.area;
  const areas = specialAreas(cells, number(type, 'Type'), value).filter((area) => overlaps(area, used));
  const [first, ...others] = areas;
  if (!first) throw new EtError('No cells were found.');
  return range(new Cells(cells.program, cells.sheetId, [first, ...others]));
}

function specialAreas({ sheet, program }: Cells, type: number, value: unknown): Area[] {
  if (type === ALL_VALIDATION) return sheet.validations.flatMap(({ areas }) => [...areas]);
  if (type !== FORMULAS) throw program.bridge.misuse(`SpecialCells(${type}) is not modelled`);
  const isAsked = (row: number, column: number): boolean => value !== ERRORS_ONLY || isError(sheet.value(row, column));
  return [...sheet.formulas()]
    .filter(({ row, column }) => isAsked(row, column))
    .map(({ row, column }) => oneCell(row, column));
}

function isError(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function clear(what: 'all' | 'contents' | 'formats'): (cells: Cells) => void {
  return (cells) => {
    cells.program.undo.plainWrite('清除', () => {
      for (const area of cells.areas) cells.sheet.clear(area, what);
      if (what === 'all') clearNotes(cells);
    });
  };
}

function clearNotes({ sheet, areas }: Cells): void {
  for (const { row, column } of [...sheet.notes()]) {
    if (areas.some((area) => overlaps(area, oneCell(row, column)))) sheet.setNote(row, column, null);
  }
}

function clearLinks({ sheet, areas }: Cells): void {
  for (const { row, column } of [...sheet.links()]) {
    if (areas.some((area) => overlaps(area, oneCell(row, column)))) sheet.setLink(row, column, null);
  }
}

function select(cells: Cells): boolean {
  const { sheet, area, areas, program } = cells;
  if (program.book.activeSheet !== sheet) throw new EtError('Select: the sheet is not active.');
  sheet.select(area.top, area.left, areas);
  if (program.quirks.selectionEvents) program.events.fire('SheetSelectionChange', sheetObject(cells), range(cells));
  return true;
}

/** Set by worksheet.ts: a Range's sheet and a sheet's Range name each other. */
let sheetObject: (cells: Cells) => EtObject = () => {
  throw new Error('worksheet.ts was not loaded');
};
export function setSheetObject(make: typeof sheetObject): void {
  sheetObject = make;
}

const AREAS: EtType<Cells> = etType<Cells>('Et.Areas', {
  gets: { Count: ({ areas }) => areas.length },
  calls: {
    Item: (cells, [index]) => {
      const area = cells.areas[number(index, 'Areas.Item') - 1];
      return area ? range(cells.at(area)) : cells.program.missing('Areas.Item');
    },
  },
});

/** Takes conditional formats away; the store keeps none, so adding one is not modelled. */
const FORMAT_CONDITIONS: EtType<Cells> = etType<Cells>('Et.FormatConditions', {
  gets: { Count: () => 0 },
  calls: { Delete: () => undefined },
});

function sized(cells: Cells, rows: unknown, columns: unknown): EtObject {
  const { area } = cells;
  const bottom = isLeftOut(rows) ? area.bottom : area.top + number(rows, 'Resize') - 1;
  return range(
    cells.at({ ...area, bottom, right: isLeftOut(columns) ? area.right : area.left + number(columns, 'Resize') - 1 }),
  );
}

function shifted(cells: Cells, rows: unknown, columns: unknown): EtObject {
  const [down, right] = [
    isLeftOut(rows) ? 0 : number(rows, 'Offset'),
    isLeftOut(columns) ? 0 : number(columns, 'Offset'),
  ];
  const { top, left, bottom, right: end } = cells.area;
  return range(cells.at({ top: top + down, left: left + right, bottom: bottom + down, right: end + right }));
}

export const RANGE: EtType<Cells> = etType<Cells>('Et.Range', {
  gets: {
    ...LOOKS.gets,
    ...SIZES.gets,
    Value2: value2,
    Formula: formula,
    Text: shownText,
    HasFormula: (cells) =>
      cells.one([...cells.places()].map(([row, column]) => cells.sheet.content(row, column)?.kind === 'formula')),
    Row: ({ area }) => area.top + 1,
    Column: ({ area }) => area.left + 1,
    Count: count,
    Rows: (cells) => range(new Cells(cells.program, cells.sheetId, cells.areas, 'rows')),
    Columns: (cells) => range(new Cells(cells.program, cells.sheetId, cells.areas, 'columns')),
    Cells: (cells) => range(new Cells(cells.program, cells.sheetId, cells.areas)),
    EntireRow: (cells) => range(cells.at({ ...cells.area, left: 0, right: COLUMNS - 1 }, 'rows')),
    EntireColumn: (cells) => range(cells.at({ ...cells.area, top: 0, bottom: ROWS - 1 }, 'columns')),
    Areas: (cells) => etObject(AREAS, cells),
    Worksheet: (cells) => sheetObject(cells),
    Parent: (cells) => sheetObject(cells),
    MergeCells: mergeCells,
    MergeArea: (cells) => range(cells.at(cells.sheet.mergeAt(cells.area.top, cells.area.left) ?? cells.area)),
    Validation: (cells) => etObject(VALIDATION, cells),
    FormatConditions: (cells) => etObject(FORMAT_CONDITIONS, cells),
    Hyperlinks: (cells) => etObject(HYPERLINKS, cells),
    Comment: (cells) => {
      const { top: row, left: column } = cells.area;
      return cells.sheet.note(row, column) ? etObject(COMMENT, cells.at(oneCell(row, column))) : null;
    },
  },
  sets: {
    ...LOOKS.sets,
    ...SIZES.sets,
    Value2: (cells, value) => setEntries(cells, value, false),
    Formula: (cells, value) => setEntries(cells, value, true),
  },
  calls: {
    ...SIZES.calls,
    Value: (cells, args) => (args.length < 2 ? value2(cells) : setEntries(cells, args[1], false)),
    Item: item,
    Range: (cells, [address]) => {
      const part = areaOf(text(address, 'Range'));
      const { top, left } = cells.area;
      return range(
        cells.at({ top: top + part.top, left: left + part.left, bottom: top + part.bottom, right: left + part.right }),
      );
    },
    Address: ({ areas }, [row, column]) =>
      formatAddress(areas, isLeftOut(row) || truth(row, 'Address'), isLeftOut(column) || truth(column, 'Address')),
    Resize: (cells, [rows, columns]) => sized(cells, rows, columns),
    Offset: (cells, [rows, columns]) => shifted(cells, rows, columns),
    Select: select,
    Merge: (cells, [across]) => merge(cells, across),
    UnMerge: ({ sheet, areas }) => areas.forEach((area) => sheet.unmerge(area)),
    Clear: clear('all'),
    ClearContents: clear('contents'),
    ClearFormats: clear('formats'),
    ClearComments: clearNotes,
    ClearHyperlinks: clearLinks,
    AddComment: (cells, [words]) => {
      const { top: row, left: column } = cells.area;
      if (cells.sheet.note(row, column)) throw new EtError('The cell has a comment already.');
      cells.sheet.setNote(row, column, { author: '', text: isLeftOut(words) ? '' : text(words, 'AddComment') });
      return etObject(COMMENT, cells.at(oneCell(row, column)));
    },
    AutoFilter: (cells, args) => {
      if (args.some((one) => !isLeftOut(one))) throw cells.program.bridge.misuse('filtering by values is not modelled');
      cells.sheet.setFilter(cells.sheet.filter ? null : cells.area);
      return true;
    },
    SpecialCells: specialCells,
  },
});

/** The cells of a Range that was given; null for anything else. */
export function cellsGiven(value: unknown): Cells | null {
  return value instanceof EtReference && value.self instanceof Cells ? value.self : null;
}
