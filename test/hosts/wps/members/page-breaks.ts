import type { EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { number } from './given';
import { cellsGiven, RANGE } from './range';

const MANUAL = -4135;

interface Break {
  readonly cells: Cells;
  readonly index: number;
}

/** Manual page breaks above rows or left of columns; the program's own are not modelled. */
function pageBreaks(name: 'HPageBreak' | 'VPageBreak', key: 'rowBreaks' | 'columnBreaks'): EtType<Cells> {
  const isRows = key === 'rowBreaks';
  const one: EtType<Break> = etType<Break>(`Et.${name}`, {
    gets: {
      Type: () => MANUAL,
      Location: ({ cells, index }) => {
        const [row, column] = isRows ? [index, 0] : [0, index];
        return etObject(RANGE, cells.at({ top: row, left: column, bottom: row, right: column }));
      },
    },
    calls: {
      Delete: ({ cells, index }) => cells.sheet.setPage({ [key]: cells.sheet.page[key].filter((at) => at !== index) }),
    },
  });
  return etType<Cells>(`Et.${name}s`, {
    gets: { Count: ({ sheet }) => sheet.page[key].length },
    calls: {
      Item: (cells, [position]) => {
        const index = cells.sheet.page[key][number(position, 'Item') - 1];
        return index === undefined ? cells.program.missing('Item') : etObject(one, { cells, index });
      },
      Add: (cells, [before]) => {
        const area = cellsGiven(before)?.area;
        if (!area) throw new EtError(`${name}s.Add: no cell.`);
        const index = isRows ? area.top : area.left;
        if (index === 0) throw new EtError('There is nothing to break before the first one.');
        const all = [...new Set([...cells.sheet.page[key], index])].sort((a, b) => a - b);
        cells.sheet.setPage({ [key]: all });
        return etObject(one, { cells, index });
      },
    },
  });
}

export const HORIZONTAL_BREAKS = pageBreaks('HPageBreak', 'rowBreaks');
export const VERTICAL_BREAKS = pageBreaks('VPageBreak', 'columnBreaks');
