import type { Visibility } from '../../../../src/model/grid';
import { cellArea } from '../../workbook/areas';
import type { BookSheet } from '../../workbook/sheet';
import type { ExcelHost } from '../excel-host';
import { HostError } from '../host-error';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { AUTO_FILTER } from './auto-filter';
import { Cells, parseAddress, parseAddresses, WHOLE_SHEET } from './cells';
import { CHARTS } from './charts';
import { FREEZE_PANES } from './freeze-panes';
import { color, constant, constantFor, invalid, optionalText, text, truth, whole } from './given';
import { NAMES } from './names';
import { BREAKS } from './page-breaks';
import { PAGE_LAYOUT } from './page-layout';
import { RANGE, range } from './range';
import { RANGE_AREAS } from './range-areas';
import { SHEET_PROTECTION } from './sheet-protection';

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** A sheet is known by its cells: all of them. */
export function worksheetOf(host: ExcelHost, sheet: BookSheet): Cells {
  return new Cells(host, sheet.id, [WHOLE_SHEET]);
}

/** The sheet before or behind, hidden ones left out when only visible ones count. */
function neighbour(cells: Cells, step: 1 | -1, visibleOnly: unknown): HostObject | null {
  const { sheets } = cells.host.book;
  for (let index = sheets.indexOf(cells.sheet) + step; sheets[index]; index += step) {
    const sheet = sheets[index] as BookSheet;
    if (visibleOnly !== true || sheet.visibility === 'visible') {
      return hostObject(WORKSHEET, worksheetOf(cells.host, sheet));
    }
  }
  return null;
}

function existing(object: HostObject | null): HostObject {
  if (object) return object;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

/** Where a copy goes (Worksheet.copy: positionType, relativeTo); undefined behind its original ([J] for None). */
function copyPosition(cells: Cells, type: unknown, relativeTo: unknown): number | undefined {
  const { book } = cells.host;
  const beside = (): number => {
    const object = relativeTo as HostObject | null;
    if (!(object?.self instanceof Cells)) throw invalid('relativeTo');
    return book.positionOf(object.self.sheetId);
  };
  switch (type ?? 'None') {
    case 'None':
      return undefined;
    case 'Beginning':
      return 0;
    case 'End':
      return book.sheets.length;
    case 'Before':
      return beside();
    case 'After':
      return beside() + 1;
    default:
      throw invalid('positionType');
  }
}

function sheetById(cells: Cells, id: unknown): HostObject {
  const sheet = cells.host.book.sheetById(text(id, 'id'));
  return existing(sheet && hostObject(WORKSHEET, worksheetOf(cells.host, sheet)));
}

/** Excel.Worksheet, as far as it is modelled. */
export const WORKSHEET: ObjectType<Cells> = objectType<Cells>('Worksheet', {
  properties: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: (cells, value) => cells.host.book.renameSheet(cells.sheet.id, text(value, 'name')),
    },
    position: {
      get: (cells) => cells.host.book.positionOf(cells.sheet.id),
      set: (cells, value) => cells.host.book.moveSheet(cells.sheet.id, whole(value, 'position')),
    },
    visibility: {
      get: ({ sheet }) => constantFor(VISIBILITY, sheet.visibility),
      set: (cells, value) => cells.host.book.setVisibility(cells.sheet.id, constant(VISIBILITY, value, 'visibility')),
    },
    // "" for none (Worksheet.tabColor).
    tabColor: {
      get: ({ sheet }) => sheet.tabColor ?? '',
      set: ({ sheet }, value) => sheet.setTabColor(value === '' ? null : color(value, 'tabColor')),
    },
    showGridlines: {
      get: ({ sheet }) => sheet.gridlines,
      set: ({ sheet }, value) => sheet.setGridlines(truth(value, 'showGridlines')),
    },
  },
  links: {
    autoFilter: (cells) => hostObject(AUTO_FILTER, cells),
    charts: (cells) => hostObject(CHARTS, cells),
    freezePanes: (cells) => hostObject(FREEZE_PANES, cells),
    horizontalPageBreaks: (cells) => hostObject(BREAKS, { cells, breaks: 'rowBreaks' }),
    names: (cells) => hostObject(NAMES, { host: cells.host, sheetId: cells.sheet.id }),
    pageLayout: (cells) => hostObject(PAGE_LAYOUT, cells),
    protection: (cells) => hostObject(SHEET_PROTECTION, cells),
    verticalPageBreaks: (cells) => hostObject(BREAKS, { cells, breaks: 'columnBreaks' }),
  },
  methods: {
    activate: reads((cells) => cells.host.book.activate(cells.sheet.id)),
    delete: writes((cells) => cells.host.book.deleteSheet(cells.sheet.id)),
    copy: writes((cells, [type, relativeTo]) => {
      const copy = cells.host.book.copySheet(cells.sheet.id, undefined, copyPosition(cells, type, relativeTo));
      return hostObject(WORKSHEET, worksheetOf(cells.host, copy));
    }),
    getCell: reads((cells, [row, column]) => range(cells, cellArea(whole(row, 'row'), whole(column, 'column')))),
    getRange: reads((cells, [address]) => range(cells, parseAddress(optionalText(address, 'address'), cells.sheet))),
    getRangeByIndexes: reads((cells, [row, column, rows, columns]) => {
      const [top, left] = [whole(row, 'startRow'), whole(column, 'startColumn')];
      return range(cells, {
        top,
        left,
        bottom: top + whole(rows, 'rowCount') - 1,
        right: left + whole(columns, 'columnCount') - 1,
      });
    }),
    getRanges: reads((cells, [addresses]) => {
      const areas = parseAddresses(optionalText(addresses, 'address'), cells.sheet);
      return hostObject(RANGE_AREAS, new Cells(cells.host, cells.sheetId, areas));
    }),
    getUsedRange: reads((cells, [valuesOnly]) =>
      range(cells, cells.sheet.usedArea(valuesOnly === true) ?? cellArea(0, 0)),
    ),
    getUsedRangeOrNullObject: reads((cells, [valuesOnly]) => {
      const area = cells.sheet.usedArea(valuesOnly === true);
      return area && hostObject(RANGE, cells.at(area));
    }),
    getNext: reads((cells, [visibleOnly]) => existing(neighbour(cells, 1, visibleOnly))),
    getNextOrNullObject: reads((cells, [visibleOnly]) => neighbour(cells, 1, visibleOnly)),
    getPrevious: reads((cells, [visibleOnly]) => existing(neighbour(cells, -1, visibleOnly))),
    getPreviousOrNullObject: reads((cells, [visibleOnly]) => neighbour(cells, -1, visibleOnly)),
    // By which the client finds a sheet again that was given by another (officejs.md §A.5).
    _GetSheetById: reads((cells, [id]) => sheetById(cells, id)),
    _GetAnotherWorksheetById: reads((cells, [id]) => sheetById(cells, id)),
    _RegisterDataChangedEvent: reads((cells) => void cells.host.watchedSheets.add(cells.sheet.id)),
    _UnregisterDataChangedEvent: reads((cells) => void cells.host.watchedSheets.delete(cells.sheet.id)),
  },
  identity: ({ sheet }) => ({ Id: sheet.id }),
});
