import type { Visibility } from '../../../../src/model/grid';
import { COLUMNS, ROWS } from '../../workbook/areas';
import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';
import { Cells, parseAddress } from './cells';
import { CHART_OBJECTS, chartObject } from './charts';
import { code, colorNumber, colorOf, isLeftOut, text, truth, word } from './given';
import { HORIZONTAL_BREAKS, VERTICAL_BREAKS } from './page-breaks';
import { PAGE_SETUP } from './page-setup';
import { cellsGiven, RANGE, setSheetObject } from './range';
import { standardWidth } from './range-sizes';
import { COMMENTS, HYPERLINKS } from './sheet-notes';
import { sheetGiven } from './sheet-given';

const VISIBILITY: readonly (readonly [number, Visibility])[] = [
  [-1, 'visible'],
  [0, 'hidden'],
  [2, 'veryHidden'],
];
const NONE = -4142;
const WHOLE = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 } as const;

export function sheetObject(program: EtProgram, id: string): EtObject {
  return etObject(WORKSHEET, new Cells(program, id, [WHOLE]));
}
setSheetObject(({ program, sheetId }) => sheetObject(program, sheetId));

function addressed(cells: Cells, [from, to]: readonly unknown[]): EtObject {
  const corner = cellsGiven(from);
  const other = cellsGiven(to);
  if (corner && (other || isLeftOut(to))) {
    const [one, two] = [corner.area, other?.area ?? corner.area];
    return etObject(
      RANGE,
      cells.at({
        top: Math.min(one.top, two.top),
        left: Math.min(one.left, two.left),
        bottom: Math.max(one.bottom, two.bottom),
        right: Math.max(one.right, two.right),
      }),
    );
  }
  const given = text(from, 'Range') + (isLeftOut(to) ? '' : `:${text(to, 'Range')}`);
  const found = parseAddress(cells.program, cells.sheetId, given);
  if (!found) throw new EtError(`Range: no cells are called ${given}.`);
  return etObject(RANGE, found);
}

/** Where a sheet goes that is put before or after another; without either it becomes a workbook of its own. */
function placeGiven({ program }: Cells, before: unknown, after: unknown): number {
  const [first, behind] = [sheetGiven(before), sheetGiven(after)];
  if (first) return program.book.positionOf(first.id);
  if (behind) return program.book.positionOf(behind.id) + 1;
  throw program.bridge.misuse('a sheet copied or moved to a workbook of its own is not modelled');
}

function move(cells: Cells, before: unknown, after: unknown): void {
  const { book } = cells.program;
  const from = book.positionOf(cells.sheetId);
  const to = placeGiven(cells, before, after);
  book.moveSheet(cells.sheetId, to > from ? to - 1 : to);
  show(cells);
}

function show({ program, sheet, sheetId }: Cells): void {
  if (sheet.visibility !== 'visible') return;
  program.book.activate(sheetId);
}

/** A deleted sheet asks first; without alerts it goes at once (wps.md §3.3 delete). */
function remove({ program, sheetId, sheet }: Cells): boolean {
  if (program.book.sheets.length === 1) throw new EtError('The last sheet cannot be deleted.');
  program.wouldAsk(`the sheet ${sheet.name} is deleted for good`);
  if (!program.events.fire('SheetBeforeDelete', sheetObject(program, sheetId))) return false;
  program.book.deleteSheet(sheetId);
  return true;
}

const TAB: EtType<Cells> = etType<Cells>('Et.Tab', {
  gets: {
    Color: ({ sheet }) => (sheet.tabColor === null ? false : colorNumber(sheet.tabColor)),
    ColorIndex: ({ sheet }) => (sheet.tabColor === null ? NONE : 0),
  },
  sets: {
    Color: ({ sheet }, value) => sheet.setTabColor(value === false ? null : colorOf(value, 'Color')),
    ColorIndex: ({ sheet }, value) => sheet.setTabColor(word([[NONE, null]] as const, value, 'ColorIndex')),
  },
});

const AUTO_FILTER: EtType<Cells> = etType<Cells>('Et.AutoFilter', {
  gets: { Range: (cells) => etObject(RANGE, cells.at(cells.sheet.filter ?? cells.area)) },
});

export const WORKSHEET: EtType<Cells> = etType<Cells>('Et.Worksheet', {
  gets: {
    Name: ({ sheet }) => sheet.name,
    Index: ({ program, sheetId }) => program.book.positionOf(sheetId) + 1,
    Visible: ({ sheet }) => code(VISIBILITY, sheet.visibility, 'Visible'),
    ProtectContents: ({ sheet }) => sheet.protection !== null,
    UsedRange: (cells) => {
      const used = cells.sheet.usedArea(false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
      return etObject(RANGE, cells.at(used));
    },
    Cells: (cells) => etObject(RANGE, cells.at(WHOLE)),
    Rows: (cells) => etObject(RANGE, cells.at(WHOLE, 'rows')),
    Columns: (cells) => etObject(RANGE, cells.at(WHOLE, 'columns')),
    StandardWidth: standardWidth,
    Tab: (cells) => etObject(TAB, cells),
    AutoFilterMode: ({ sheet }) => sheet.filter !== null,
    AutoFilter: (cells) => (cells.sheet.filter ? etObject(AUTO_FILTER, cells) : null),
    // No rows are ever filtered away here.
    FilterMode: () => false,
    PageSetup: (cells) => etObject(PAGE_SETUP, cells),
    HPageBreaks: (cells) => etObject(HORIZONTAL_BREAKS, cells),
    VPageBreaks: (cells) => etObject(VERTICAL_BREAKS, cells),
    Hyperlinks: (cells) => etObject(HYPERLINKS, cells),
    Comments: (cells) => etObject(COMMENTS, cells),
  },
  sets: {
    Name: ({ program, sheetId }, value) => program.book.renameSheet(sheetId, text(value, 'Name')),
    Visible: ({ program, sheetId }, value) =>
      program.book.setVisibility(
        sheetId,
        typeof value === 'boolean' ? (value ? 'visible' : 'hidden') : word(VISIBILITY, value, 'Visible'),
      ),
    AutoFilterMode: ({ sheet }, value) => {
      if (truth(value, 'AutoFilterMode')) throw new EtError('AutoFilterMode can be set to false only.');
      sheet.setFilter(null);
    },
  },
  calls: {
    Range: addressed,
    Activate: ({ program, sheetId }) => {
      program.book.activate(sheetId);
      program.events.fire('SheetActivate', sheetObject(program, sheetId));
    },
    Select: ({ program, sheetId }) => program.book.activate(sheetId),
    Delete: remove,
    Move: (cells, [before, after]) => move(cells, before, after),
    // The copy comes to the front.
    Copy: (cells, [before, after]) => {
      const { program, sheetId } = cells;
      const copy = program.book.copySheet(sheetId, undefined, placeGiven(cells, before, after));
      show(new Cells(program, copy.id, [WHOLE]));
    },
    Protect: ({ sheet }, [password]) =>
      sheet.protect({
        password: isLeftOut(password) ? null : text(password, 'Password'),
        allowFormatCells: false,
        allowFormatColumns: false,
        allowFormatRows: false,
      }),
    // A password that is left out is asked for (wps.md §3.3 protection).
    Unprotect: ({ program, sheet }, [password]) => {
      if (sheet.protection?.password && isLeftOut(password))
        throw program.bridge.misuse('a dialogue would block: Unprotect');
      sheet.unprotect(isLeftOut(password) ? null : text(password, 'Password'));
    },
    ChartObjects: (cells, [key]) => (isLeftOut(key) ? etObject(CHART_OBJECTS, cells) : chartObject(cells, key)),
    ResetAllPageBreaks: ({ sheet }) => sheet.setPage({ rowBreaks: [], columnBreaks: [] }),
    ShowAllData: () => {
      throw new EtError('Nothing is filtered.');
    },
    Calculate: ({ program }) => program.book.calculate(),
  },
});
