import { NotModelled } from '../host-error';
import type { ObjectType } from '../object-type';
import { objectType, reads, writes } from '../object-type';
import type { Cells } from './cells';
import { cells as givenCells } from './given';
import { range } from './range';

/** Excel.AutoFilter (ExcelApi 1.9): the arrows only; what they let through is not modelled. */
export const AUTO_FILTER: ObjectType<Cells> = objectType<Cells>('AutoFilter', {
  properties: {
    enabled: { get: ({ sheet }) => sheet.filter !== null },
    isDataFiltered: { get: () => false },
  },
  methods: {
    apply: writes((cells, [given, columnIndex, criteria]) => {
      if ((columnIndex ?? null) !== null || (criteria ?? null) !== null) throw new NotModelled('filter criteria');
      cells.sheet.setFilter(givenCells(given, cells, 'range').area);
    }),
    remove: writes(({ sheet }) => sheet.setFilter(null)),
    getRangeOrNullObject: reads((cells) => cells.sheet.filter && range(cells, cells.sheet.filter)),
  },
});
