import { COLUMNS, ROWS } from '../../workbook/areas';
import type { ObjectType } from '../object-type';
import { objectType, reads, writes } from '../object-type';
import type { Cells } from './cells';
import { cells as givenCells, invalid, whole } from './given';
import { range } from './range';

function count(value: unknown, most: number): number {
  const given = value === null || value === undefined ? 1 : whole(value, 'count');
  if (given < 0 || given >= most) throw invalid('count');
  return given;
}

/** Excel.WorksheetFreezePanes (ExcelApi 1.7). Each call sets the panes anew. */
export const FREEZE_PANES: ObjectType<Cells> = objectType<Cells>('WorksheetFreezePanes', {
  methods: {
    freezeRows: writes(({ sheet }, [rows]) => sheet.setFreeze({ rows: count(rows, ROWS), columns: 0 })),
    freezeColumns: writes(({ sheet }, [columns]) => sheet.setFreeze({ rows: 0, columns: count(columns, COLUMNS) })),
    // The range is the top-left pane itself; whole rows freeze rows only, whole columns columns only.
    freezeAt: writes((cells, [given]) => {
      const { bottom, right } = givenCells(given, cells, 'frozenRange').area;
      cells.sheet.setFreeze({
        rows: bottom === ROWS - 1 ? 0 : bottom + 1,
        columns: right === COLUMNS - 1 ? 0 : right + 1,
      });
    }),
    unfreeze: writes(({ sheet }) => sheet.setFreeze(null)),
    getLocationOrNullObject: reads((cells) => {
      const { freeze } = cells.sheet;
      if (!freeze) return null;
      const { rows, columns } = freeze;
      return range(cells, {
        top: 0,
        left: 0,
        bottom: (rows === 0 ? ROWS : rows) - 1,
        right: (columns === 0 ? COLUMNS : columns) - 1,
      });
    }),
  },
});
