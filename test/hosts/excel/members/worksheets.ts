import type { ExcelHost } from '../excel-host';
import type { BookSheet } from '../../workbook/sheet';
import { HostError } from '../host-error';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { optionalText, text } from './given';
import { WORKSHEET, worksheetOf } from './worksheet';

function find(host: ExcelHost, key: unknown): HostObject | null {
  const name = text(key, 'key');
  // The client finds a sheet again by its id; people by its name.
  const sheet = host.book.sheetById(name) ?? host.book.sheet(name);
  return sheet && worksheet(host, sheet);
}

function item(host: ExcelHost, key: unknown): HostObject {
  const found = find(host, key);
  if (found) return found;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

function worksheet(host: ExcelHost, sheet: BookSheet): HostObject {
  return hostObject(WORKSHEET, worksheetOf(host, sheet));
}

function visible({ book }: ExcelHost, visibleOnly: unknown): readonly BookSheet[] {
  return visibleOnly === true ? book.sheets.filter((sheet) => sheet.visibility === 'visible') : book.sheets;
}

/** Excel.WorksheetCollection. */
export const WORKSHEETS: ObjectType<ExcelHost> = objectType<ExcelHost>('WorksheetCollection', {
  methods: {
    add: writes((host, [name]) => worksheet(host, host.book.addSheet(optionalText(name, 'name') ?? undefined))),
    getActiveWorksheet: reads((host) => worksheet(host, host.book.activeSheet)),
    getCount: reads((host, [visibleOnly]) => visible(host, visibleOnly).length),
    getFirst: reads((host, [visibleOnly]) => worksheet(host, visible(host, visibleOnly)[0] as BookSheet)),
    getLast: reads((host, [visibleOnly]) => worksheet(host, visible(host, visibleOnly).at(-1) as BookSheet)),
    getItem: reads((host, [key]) => item(host, key)),
    getItemOrNullObject: reads((host, [key]) => find(host, key)),
    _RegisterDataChangedEvent: reads((host) => void host.watchedSheets.add('')),
    _UnregisterDataChangedEvent: reads((host) => void host.watchedSheets.delete('')),
  },
  items: (host) => host.book.sheets.map((sheet) => worksheet(host, sheet)),
  item,
});
