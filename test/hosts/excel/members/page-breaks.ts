import type { PageSetup } from '../../workbook/structure';
import { cellArea } from '../../workbook/areas';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import type { Cells } from './cells';
import { cells as givenCells, invalid, whole } from './given';
import { range } from './range';

/** The manual breaks of a sheet, of rows or of columns. */
interface Breaks {
  readonly cells: Cells;
  readonly breaks: 'rowBreaks' | 'columnBreaks';
}

/** One of them, by the first row or column behind it. */
interface Break extends Breaks {
  readonly first: number;
}

function list({ cells, breaks }: Breaks): readonly number[] {
  return cells.sheet.page[breaks];
}

function change({ cells, breaks }: Breaks, changed: readonly number[]): void {
  const sorted = [...new Set(changed)].sort((a, b) => a - b);
  const patch: Partial<PageSetup> = breaks === 'rowBreaks' ? { rowBreaks: sorted } : { columnBreaks: sorted };
  cells.sheet.setPage(patch);
}

const BREAK: ObjectType<Break> = objectType<Break>('PageBreak', {
  properties: {
    rowIndex: { get: ({ breaks, first }) => (breaks === 'rowBreaks' ? first : 0) },
    columnIndex: { get: ({ breaks, first }) => (breaks === 'columnBreaks' ? first : 0) },
  },
  methods: {
    delete: writes((one) =>
      change(
        one,
        list(one).filter((first) => first !== one.first),
      ),
    ),
    getCellAfterBreak: reads(({ cells, breaks, first }) =>
      range(cells, breaks === 'rowBreaks' ? cellArea(first, 0) : cellArea(0, first)),
    ),
  },
});

function items(breaks: Breaks): HostObject[] {
  return list(breaks).map((first) => hostObject(BREAK, { ...breaks, first }));
}

/** Excel.PageBreakCollection (ExcelApi 1.9). A break stands before the first cell of the range given. */
export const BREAKS: ObjectType<Breaks> = objectType<Breaks>('PageBreakCollection', {
  methods: {
    add: writes((all, [given]) => {
      const { top, left } = givenCells(given, all.cells, 'pageBreakRange').area;
      const first = all.breaks === 'rowBreaks' ? top : left;
      // There is no page before the first row or column ([J] for the code).
      if (first === 0) throw invalid('pageBreakRange');
      change(all, [...list(all), first]);
      return hostObject(BREAK, { ...all, first });
    }),
    getCount: reads((all) => list(all).length),
    getItem: reads((all, [index]) => items(all)[whole(index, 'index')] ?? null),
    removePageBreaks: writes((all) => change(all, [])),
  },
  items,
});
