import type { ExcelHost } from '../excel-host';
import { HostError } from '../host-error';
import type { ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { cellArea } from '../../workbook/areas';
import { APPLICATION } from './application';
import { Cells } from './cells';
import { optionalText, text } from './given';
import { NAMES } from './names';
import { RANGE } from './range';
import { RANGE_AREAS } from './range-areas';
import { SETTINGS } from './settings';
import { WORKSHEETS } from './worksheets';

const WORKBOOK_PROTECTION = objectType<ExcelHost>('WorkbookProtection', {
  properties: { protected: { get: ({ book }) => book.isProtected } },
  methods: {
    protect: writes(({ book }, [password]) => book.protect(optionalText(password, 'password'))),
    unprotect: writes(({ book }, [password]) => book.unprotect(optionalText(password, 'password'))),
  },
});

/** The marked areas of the sheet in front. */
function selected(host: ExcelHost): Cells {
  const { activeSheet } = host.book;
  const { row, column, areas } = activeSheet.selection;
  const [first = cellArea(row, column), ...others] = areas;
  return new Cells(host, activeSheet.id, [first, ...others]);
}

/** Excel.Workbook: the object every other one is reached from. */
export const WORKBOOK: ObjectType<ExcelHost> = objectType<ExcelHost>('Workbook', {
  properties: {
    name: { get: ({ book }) => book.fileName },
    readOnly: { get: () => false },
  },
  links: {
    application: (host) => hostObject(APPLICATION, host),
    names: (host) => hostObject(NAMES, { host, sheetId: null }),
    protection: (host) => hostObject(WORKBOOK_PROTECTION, host),
    settings: (host) => hostObject(SETTINGS, host),
    worksheets: (host) => hostObject(WORKSHEETS, host),
  },
  methods: {
    getActiveCell: reads((host) => {
      const { activeSheet } = host.book;
      const { row, column } = activeSheet.selection;
      return hostObject(RANGE, new Cells(host, activeSheet.id, [cellArea(row, column)]));
    }),
    getSelectedRange: reads((host) => {
      const cells = selected(host);
      // Workbook.getSelectedRange: “if there are multiple ranges selected, this method will throw an error”.
      if (cells.areas.length > 1) throw new HostError('InvalidSelection', 'The current selection is invalid.');
      return hostObject(RANGE, cells.at(cells.area));
    }),
    getSelectedRanges: reads((host) => hostObject(RANGE_AREAS, selected(host))),
    _RemoveReference: reads((host, [id]) => host.forget(text(id, 'id'))),
  },
});
